"""What kind of document something is, from its own words: the titles it bears, the questions it asks, the tables it has.

All of it is data of the forms: a new form is known by its own titles, labels and columns without a word here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from underlag.extract.budget import kind_of_table
from underlag.extract.budget_text import starts_budget
from underlag.extract.flow import Item, tables_of
from underlag.extract.headlines import LONGEST_TITLE, heads, heads_column, label_heads
from underlag.extract.shapes import stands_apart
from underlag.extract.vocabulary import LONGEST, Vocabulary, clean_label, vocabulary
from underlag.schemas.columns import Columns
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.page import Line, Table
from underlag.schemas.result import PartType
from underlag.values.folding import fold

_ENOUGH = 0.4
_WHOLE = 0.5  # the share of a form's questions at which its label evidence is full: copies leave questions out
_EARLY = 25  # characters: where type tells nothing a line that speaks of a report further on is a sentence
_OPENING_ITEMS = 12
_SHORT_LINE = 60
_LONGEST_SUBJECT = 80
_HEADING_ROWS = 4
_LETTER = re.compile(r"[^\W\d_]")
_CAPTION = re.compile(r"^tab(?:ell)? ?\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind and how sure it is (0-1)."""

    type: PartType
    confidence: float


@dataclass(slots=True)
class Clues:
    """What a stretch of a document says of its kind.

    `titles`: how plainly the head names each kind (0-1). `heads`: the head's lines by kind. `asked`: pointers of the
    questions asked, by kind; `opening`: those asked at the very beginning. `budget`: it holds budget tables; `only_budget`: little else.
    `unknown`: its first heading names a kind of document that no form reads. `first_head`: its very first heading. `words`: how
    many it has.
    """

    titles: dict[PartType, float] = field(default_factory=dict)
    heads: dict[PartType, str] = field(default_factory=dict)
    asked: dict[PartType, set[str]] = field(default_factory=dict)
    opening: dict[PartType, set[str]] = field(default_factory=dict)
    budget: bool = False
    only_budget: bool = False
    unknown: str = ""
    first_head: str = ""
    words: int = 0

    def joined(self, others: Iterable[Clues]) -> Clues:
        """These clues with those of what follows: the head stays this one's."""
        whole = Clues(
            self.titles,
            self.heads,
            {k: set(v) for k, v in self.asked.items()},
            self.opening,
            self.budget,
            self.only_budget,
            self.unknown,
            self.first_head,
            self.words,
        )
        for other in others:
            for kind, pointers in other.asked.items():
                whole.asked.setdefault(kind, set()).update(pointers)
            whole.budget |= other.budget
            whole.words += other.words
            whole.only_budget &= other.only_budget
        return whole


class Kinds:
    """The forms' titles, labels and columns, ready to tell kinds by."""

    def __init__(self, forms: Mapping[PartType, Form], titles: Mapping[PartType, Sequence[str]]) -> None:
        self.forms = forms
        self._titles = {kind: [re.compile(p) for p in patterns] for kind, patterns in titles.items()}
        self._labels: dict[str, list[tuple[PartType, str, bool]]] = {}
        for kind, f in self._fields():
            for label in f.labels:
                self._labels.setdefault(clean_label(label), []).append((kind, f.pointer, False))
            for label in f.weak:
                self._labels.setdefault(clean_label(label), []).append((kind, f.pointer, True))
        self._keys = list(self._labels)
        self._columns = [(kind, f.pointer, f.columns) for kind, f in self._fields() if f.columns]
        self._rows = [(kind, f.pointer, p) for kind, f in self._fields() if f.reading is Reading.AMOUNT_ROW for p in f.patterns]
        self._subjects: dict[PartType, Vocabulary] = {kind: vocabulary(form) for kind, form in forms.items()}

    def _fields(self) -> Iterator[tuple[PartType, Field]]:
        return ((kind, f) for kind, form in self.forms.items() for f in form.fields)

    @cached_property
    def weights(self) -> dict[PartType, dict[str, float]]:
        """What each question that every copy asks counts: the fewer kinds share its wordings, the more."""
        sharing: dict[tuple[PartType, str], set[PartType]] = {}
        for entries in self._labels.values():
            for kind, pointer, _ in entries:
                sharing.setdefault((kind, pointer), set()).update(k for k, _, _ in entries)
        return {
            kind: {f.pointer: 1 / len(sharing.get((kind, f.pointer), {kind})) for f in _telling(form)} for kind, form in self.forms.items()
        }

    def first_questions(self, kind: PartType) -> tuple[str, ...]:
        """The questions that open a copy of the form."""
        return tuple(self.weights.get(kind, {}))[:3]

    def coverage(self, kind: PartType, clues: Clues) -> float:
        """The share of the kind's questions that are asked (0-1), by weight."""
        weights = self.weights.get(kind, {})
        met = sum(w for pointer, w in weights.items() if pointer in clues.asked.get(kind, ()))
        return met / sum(weights.values()) if weights else 0.0

    def points(self, kind: PartType, clues: Clues) -> float:
        """How much speaks for the kind (0-1): its title counts only beside some of its questions or tables."""
        covered = self.coverage(kind, clues)
        asked = len(clues.asked.get(kind, set()) & set(self.weights.get(kind, {})))
        title = clues.titles.get(kind, 0.0)
        if asked == 0 or (asked == 1 and title < 0.5):
            return 0.0
        return 0.4 * title + 0.45 * min(1.0, covered / _WHOLE) + 0.15 * covered

    def kind(self, clues: Clues) -> Kind:
        """The kind that most speaks for; nothing is forced: too little, or the title of another kind, is `okand`."""
        ranked = sorted(((self.points(kind, clues), kind) for kind in self.forms), reverse=True)
        best, kind = ranked[0] if ranked else (0.0, "okand")
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        foreign = bool(clues.unknown) and clues.titles.get(kind, 0.0) < 1.0
        if best >= _ENOUGH and not (foreign and self.coverage(kind, clues) < 0.75):
            return Kind(kind, round(min(0.99, max(0.4, 0.45 + 0.55 * best - 0.15 * second)), 2))
        if clues.budget and not foreign:
            return Kind("budget", 0.9 if "budget" in clues.titles else 0.75)
        return Kind("okand", round(max(0.5, 0.9 - best), 2))

    def named(self, heading: str, *, typography: bool) -> bool:
        """Does the heading name a kind of document?"""
        return any(kind != "budget" for kind in self._names(heading, typography=typography))

    def clues(self, items: Sequence[Item], furniture: Sequence[Line] = (), *, typography: bool) -> Clues:
        """What the items, and the headers and footers beside them, say. `typography`: bold type tells headings in the file."""
        found = Clues()
        self._name(found, items, furniture, typography=typography)
        told = [i for i in items if i.text.strip()]
        for number, item in enumerate(told):
            for kind, pointer in self._questions(item, typography=typography):
                found.asked.setdefault(kind, set()).add(pointer)
                if number < _OPENING_ITEMS and not heads_column(item):
                    found.opening.setdefault(kind, set()).add(pointer)
        found.words = sum(len(i.text.split()) for i in told)
        tables = tables_of(list(items))
        for table in tables:
            for kind, pointer in self._tabled(table):
                found.asked.setdefault(kind, set()).add(pointer)
        budgets = [t for t in tables if kind_of_table(t)]
        found.budget = bool(budgets) or any(starts_budget(i.text) for i in told)
        found.only_budget = bool(budgets) and all(any(i.table is t for t in budgets) or len(i.text) < 160 for i in told)
        return found

    def _name(self, clues: Clues, items: Sequence[Item], furniture: Sequence[Line], *, typography: bool) -> None:
        """Files the titles that the head bears: the first heading counts most, headers and footers least."""
        for rank, text in enumerate(heads(items, typography=typography)):
            clues.first_head = clues.first_head or text
            named = self._names(text, typography=typography)
            if rank == 0 and named[:1] == ["okand"]:
                clues.unknown = text
            for order, kind in enumerate(named):
                if kind != "okand" and kind not in clues.titles:
                    plainly = max(0.4, 1.0 - 0.15 * rank)
                    clues.titles[kind], clues.heads[kind] = (plainly if order == 0 else plainly / 2), text
        for line in furniture:
            for kind, patterns in self._titles.items():
                if kind not in clues.titles and kind != "okand" and any(p.search(fold(line.text)) for p in patterns):
                    clues.titles[kind] = 0.5

    def _names(self, heading: str, *, typography: bool) -> list[PartType]:
        """The kinds that the heading names, the one it names first before others ("Slutrapport samverkansinsatser inom …")."""
        folded = fold(heading)
        latest = LONGEST_TITLE if typography else _EARLY
        starts = {
            kind: min((m.start() for p in patterns if (m := p.search(folded))), default=latest + 1)
            for kind, patterns in self._titles.items()
        }
        return sorted((kind for kind, start in starts.items() if start <= latest), key=lambda kind: starts[kind])

    def _questions(self, item: Item, *, typography: bool) -> set[tuple[PartType, str]]:
        """The questions, by kind, that the item's lines ask."""
        p = item.paragraph
        if p is None:
            return set()
        apart = stands_apart(item, typography=typography)
        found = self._captioned(p.lines[0].text)
        whole = [p.text] if len(p.text) <= LONGEST and len(p.lines) > 1 else []
        for text in (*whole, *(line.text for line in p.lines[:60])):
            line_apart = apart or (not typography and len(text) <= _SHORT_LINE)
            for head, ends in label_heads(text, p.lines[0].bold if text == p.lines[0].text else 0, typography=typography):
                found |= {(k, pointer) for k, pointer, weak in self._entries(head, ends=ends) if not weak or (line_apart and ends)}
            found |= {(kind, pointer) for kind, pointer, pattern in self._rows if re.match(pattern, fold(text[:LONGEST]))}
        return found or (self._subject(item) if apart and typography else found)

    def _subject(self, item: Item) -> set[tuple[PartType, str]]:
        """What a heading of unknown wording asks for, by kind. Where type tells nothing any short line looks like a heading: don't ask."""
        if item.cell is not None or not 0 < len(item.text) <= _LONGEST_SUBJECT:
            return set()
        asked = {kind: words.subject(item.text) for kind, words in self._subjects.items()}
        return {(kind, f.pointer) for kind, f in asked.items() if f is not None}

    def _captioned(self, text: str) -> set[tuple[PartType, str]]:
        """The declared tables that a numbered caption ("Tabell 3. …") names; their headings may be lost in raw text."""
        folded = fold(text[:LONGEST])
        if not _CAPTION.match(folded):
            return set()
        return {(kind, pointer) for kind, pointer, columns in self._columns if any(re.search(p, folded) for p in columns.captions)}

    def _entries(self, head: str, *, ends: bool) -> list[tuple[PartType, str, bool]]:
        """Whose label the text is; one that stands alone may be misspelt or misread."""
        label = clean_label(head)
        if label in self._labels:
            return self._labels[label]
        if not ends or not 6 <= len(label) <= LONGEST or not _LETTER.search(label):
            return []
        likest = process.extractOne(label, self._keys, scorer=fuzz.ratio, score_cutoff=90 if len(label) < 16 else 85)
        return self._labels[likest[0]] if likest else []

    def _tabled(self, table: Table) -> Iterator[tuple[PartType, str]]:
        """The declared tables that this one is, by its headings."""
        told = {fold(c.text[:200]) for c in table.cells if c.row < _HEADING_ROWS and c.text.strip()}
        for kind, pointer, columns in self._columns:
            if _has_columns(told, columns):
                yield kind, pointer


def _telling(form: Form) -> list[Field]:
    """The fields by whose labels or tables a copy is known: those that every copy asks, where the form says which."""
    known = [f for f in form.fields if f.labels or f.weak or f.columns]
    return [f for f in known if f.asked] or known


def _has_columns(headings: set[str], columns: Columns) -> bool:
    met = [
        c for c in columns.columns if any(re.search(p, h) and not (c.never and re.search(c.never, h)) for p in c.headings for h in headings)
    ]
    needed = max(2, columns.least + 1, math.ceil(0.6 * len(columns.columns)))
    return len(met) >= min(needed, len(columns.columns)) and all(c in met for c in columns.columns if c.required)
