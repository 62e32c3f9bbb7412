"""Goals and outcomes in tables: a heading row (Mål | Utfall | Uppfyllt) or the same words down the first column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from underlag.extract.sublabels import kind_of
from underlag.schemas.page import Cell, Line, Paragraph, Table
from underlag.schemas.wordings import PAIR
from underlag.values.folding import fold

_NUMBERING = re.compile(r"^\s*(?:mål\s*\d{1,2}[.):]?|\d{1,2}[.):])\s+", re.IGNORECASE)
_COUNTER = re.compile(r"(?:(?<=\w)\s+(?:(?:för|av|på)\s+)?mål)?\s*\d{1,2}\s*$", re.IGNORECASE)


_LONGEST_HEADING = 80
_COLUMNS = (
    ("mal", re.compile(r"\b(?:forvanta|planera|onska|avse)\w* (?:resultat|utfall|effekt)")),
    ("utfall", re.compile(r"\b(?:resultat|utfall|effekt|hur (?:gick|blev) det|vad blev det|vad hande)")),
    ("uppfyllt", re.compile(r"uppfyll|\buppna|\b(?:nadd|natt|status|bedomning)")),
    ("mal", re.compile(r"\bmal(?:et|en|sattning\w*)?\b|\bvad skulle uppnas\b|\b(?:del|effekt|insats|projekt)mal")),
)
_COMMENTS = re.compile(r"(?:kommentar|analys|beskrivning|forklaring|redovisning)\w*")


@dataclass(slots=True)
class PairDraft:
    """A goal, its outcome and the verdict, each as texts with the lines they stand on."""

    goal: list[tuple[str, tuple[Line, ...]]] = field(default_factory=list)
    outcome: list[tuple[str, tuple[Line, ...]]] = field(default_factory=list)
    verdict: tuple[str, tuple[Line, ...]] | None = None

    def put(self, kind: str, text: str, lines: tuple[Line, ...]) -> None:
        """Files a text under what it is."""
        if not text.strip():
            return
        if kind == "mal":
            self.goal.append((text.strip(), lines))
        elif kind == "utfall":
            self.outcome.append((text.strip(), lines))
        elif kind == "uppfyllt" and self.verdict is None:
            self.verdict = (text.strip(), lines)


def pair_kind(text: str) -> str | None:
    """Which part of a pair a heading names ("Mål 2", "Uppnått resultat:", "Utfall mål 2"); None for other text."""
    return kind_of(_COUNTER.sub("", text.strip().rstrip(":")), PAIR)


def column_kind(text: str) -> str | None:
    """Which part of a pair a column's heading names, whatever its wording ("Vad blev resultatet?"); None for other text."""
    folded = fold(text)
    if len(text) > _LONGEST_HEADING or text.rstrip().endswith("."):
        return None
    return pair_kind(text) or next((kind for kind, pattern in _COLUMNS if pattern.search(folded)), None)


def heading_row(table: Table) -> tuple[int, dict[int, str]] | None:
    """The row that heads columns of goals and of outcomes or verdicts, and what each column holds."""
    for row in range(min(table.rows - 1, 3)):
        kinds = {c.col: kind for c in table.row(row) if (kind := column_kind(c.text))}
        if "mal" in kinds.values() and len(set(kinds.values())) >= 2:
            if "utfall" not in kinds.values():
                kinds |= {c.col: "utfall" for c in table.row(row) if _COMMENTS.fullmatch(fold(c.text))}
            return row, kinds
    return None


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    return tuple(line for p in paragraphs for line in p.lines)


def _put_cell(draft: PairDraft, kind: str, cell: Cell) -> None:
    text = "\n".join(p.text.strip() for p in cell.paragraphs if p.text.strip())
    draft.put(kind, _NUMBERING.sub("", text) if kind == "mal" else text, _lines(cell.paragraphs))


def _by_columns(table: Table, row: int, kinds: Mapping[int, str]) -> list[PairDraft]:
    drafts: list[PairDraft] = []
    for r in range(row + 1, table.rows):
        cells = table.row(r)
        if all(pair_kind(c.text) == kinds.get(c.col) for c in cells if c.col in kinds and c.text):
            continue  # the heading row again, after a page break
        draft = PairDraft()
        for cell in cells:
            if cell.col in kinds:
                _put_cell(draft, kinds[cell.col], cell)
        if draft.goal:
            drafts.append(draft)
        elif drafts and (draft.outcome or draft.verdict):
            drafts[-1].outcome += draft.outcome
    return drafts


def _by_rows(table: Table) -> list[PairDraft]:
    """ "Mål | text", "Utfall | text" down the first column; each "Mål" begins a pair."""
    kinds = {r: kind for r in range(table.rows) if (c := table.at(r, 0)) and c.row == r and (kind := pair_kind(c.text))}
    if "mal" not in kinds.values() or len(set(kinds.values())) < 2:
        return []
    drafts: list[PairDraft] = []
    for r, kind in kinds.items():
        if kind == "mal" or not drafts:
            drafts.append(PairDraft())
        for cell in table.row(r):
            if cell.col > 0:
                _put_cell(drafts[-1], kind, cell)
    return [d for d in drafts if d.goal]


def pairs_in_table(table: Table, before: Table | None = None) -> list[PairDraft]:
    """The pairs that a table of goals and outcomes holds; none where it is another table. `before`: the table of the same columns
    that it goes on with, as over a page's end.
    """
    if table.cols < 2:
        return []
    if head := heading_row(table):
        return _by_columns(table, *head)
    above = heading_row(before) if before is not None else None
    return _by_columns(table, -1, above[1]) if above else _by_rows(table)
