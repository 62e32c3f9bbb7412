"""Reading form *goals*: goals under level headings, as list items, boxes or columns, each with the quantities it writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from underlag.extract.answers import footnotes
from underlag.extract.flow import Item
from underlag.extract.labels import Answer
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.form import Form
from underlag.schemas.page import Line, Paragraph
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in

_TYPED_BULLET = re.compile(r"^\s*(?:[a-z]\)|[-–•*]|(?:Mål|Delmål)\s+\d{1,2}\s*[:.)–-])\s+")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A level heading, and what stands behind it on the same line (a goal, or nothing)."""

    level: str
    rest: str
    likeness: float


def level_heading(text: str, form: Form, *, bold: bool) -> Heading | None:
    """The level that a line names: "Effektmål", "Insatsmål för teamet:", "Individnivå: 80 % av ..."."""
    head, _, rest = text.partition(":")
    best = ("", 0.0)
    folded = fold(re.sub(r"^\s*(?:\d{1,2}[.)]|[a-z]\))\s*", "", head))
    for wording, level in form.levels:
        label = fold(wording)
        for plural in (label, label + "en", label + "et"):
            same = fuzz.ratio(folded, plural) / 100
            opening = fuzz.ratio(folded[: len(plural)], plural) / 100 if folded[len(plural) : len(plural) + 1] in ("", " ") else 0.0
            score = max(same, opening - 0.01)
            if score > best[1]:
                best = (level, score)
    short = len(folded) <= 60 and len(folded.split()) <= 7 and not head.rstrip().endswith((".", ","))
    if best[1] < 0.86 or not short or (not bold and not text.rstrip().endswith(":") and not rest and len(folded.split()) > 4):
        return None
    return Heading(best[0], rest.strip(), best[1])


def quantity_trees(text: str, lines: tuple[Line, ...]) -> list[Tree]:
    """The quantities that a goal writes; `lines` are where it stands."""
    found: list[Tree] = []
    for q in (f.value for f in quantities_in(text)):
        number = int(q.varde) if float(q.varde).is_integer() else q.varde
        fields = {"varde": number, "enhet": q.enhet, "jamforelse": q.jamforelse, "avser": q.avser, "per": q.per, "inom_dagar": q.inom_dagar}
        found.append({key: Leaf(value, lines) if value is not None else None for key, value in fields.items()})
    return found


def _goal(text: str, lines: tuple[Line, ...], level: str | None, heading: tuple[Line, ...], confidence: float) -> Tree:
    return {
        "niva": Leaf(level, heading or lines, confidence) if level else None,
        "text": Leaf(text, lines, confidence),
        "kvantiteter": quantity_trees(text, lines),
    }


def _column_levels(items: list[Item], form: Form) -> dict[tuple[int, int], tuple[str, tuple[Line, ...]]]:
    """Tables whose heading row names levels: `(table, column)` -> level."""
    levels: dict[tuple[int, int], tuple[str, tuple[Line, ...]]] = {}
    for item in items:
        p = item.paragraph
        if p is None or item.table is None or item.cell is None or item.table.cols < 2:
            continue
        heading = level_heading(p.text, form, bold=True)
        others = [c for c in item.table.row(item.cell.row) if c is not item.cell]
        if heading and not heading.rest and any(level_heading(c.text, form, bold=True) for c in others):
            levels[(id(item.table), item.cell.col)] = (heading.level, p.lines)
    return levels


_GOAL_COLUMN = re.compile(r"(?:del|effekt|insats|projekt)?mal(?:en|et|sattning\w*)?\b")
_OTHER_COLUMN = re.compile(
    r"(?:mat\w*|hur |indikator|aktivitet|ansvarig|uppfolj|tid|nar\b|nulage|kommentar|mal(?:varde|niva|tal)"
    r"|(?:start|utgangs)varde|baslinje|nr\b)"
)


def _stands_beside(item: Item) -> bool:
    """Is it in a table of goals, but under a heading that asks for something else (how it is measured, who, when)?"""
    if item.table is None or item.cell is None or item.table.cols < 2:
        return False
    heads = {c.col: fold(c.text) for c in item.table.row(0)}
    if not any(_GOAL_COLUMN.match(h) and len(h.split()) < 5 for h in heads.values()):
        return False
    own = heads.get(item.cell.col, "")
    return bool(_OTHER_COLUMN.match(own)) and len(own.split()) < 8


def _is_introduction(p: Paragraph, position: int, paragraphs: list[Paragraph]) -> bool:
    """A line ending in a colon that leads into a list is no goal."""
    following = paragraphs[position + 1 : position + 2]
    return p.text.rstrip().endswith(":") and not p.bullet and bool(following)


def _asked_level(answer: Answer, form: Form) -> tuple[str | None, tuple[Line, ...]]:
    """The one level that the question itself asks for ("Mätbara mål på individnivå"), and the question's lines."""
    label = fold(" ".join(line.text for line in answer.label))
    asked = {level for wording, level in form.levels if re.search(rf"\b{re.escape(fold(wording))}n?\b", label)}
    return (asked.pop(), answer.label) if len(asked) == 1 else (None, ())


def read_goals(answers: list[Answer], form: Form) -> list[Tree]:
    """Every goal of the answers, in order, with the level of the heading above it."""
    goals: list[Tree] = []
    for answer in answers:
        columns = _column_levels(answer.items, form)
        notes = footnotes(answer.paragraphs)
        level, heading = _asked_level(answer, form)
        paragraphs = answer.paragraphs
        position = -1
        for item in answer.items:
            p = item.paragraph
            if p is None:
                continue
            position += 1
            if _stands_beside(item):
                continue
            if not p.text.strip() or p in notes:
                continue
            named = level_heading(p.text, form, bold=p.bold or p.heading or bool(p.lines[0].bold))
            if named and (id(item.table), item.cell.col if item.cell else -1) in columns and not named.rest:
                continue
            if named:
                level, heading = named.level, p.lines
                if named.rest:
                    goals.append(_goal(named.rest, p.lines, level, heading, answer.likeness))
                continue
            if _is_introduction(p, position, paragraphs):
                continue
            here = columns.get((id(item.table), item.cell.col if item.cell else -1), (level, heading))
            goals.append(_goal(_TYPED_BULLET.sub("", p.text.strip()), p.lines, here[0], here[1], answer.likeness))
    return goals
