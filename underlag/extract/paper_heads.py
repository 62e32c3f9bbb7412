"""The headings of a paper that asks no questions: each ends the text before it, and its words tell what stands under it."""

from __future__ import annotations

import re
from collections.abc import Collection

from underlag.extract.flow import Item, tables_of
from underlag.extract.label_search import find_marks
from underlag.extract.labels import Mark, Marks
from underlag.extract.phrases import is_title
from underlag.extract.shapes import stands_apart
from underlag.extract.vocabulary import Vocabulary
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.page import Table

_LONGEST = 100
_CLOSING_LINES = 5
_SIGNED = re.compile(r"[A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ][\w’-]+){1,3}(?:,? [a-zåäö][a-zåäö -]{3,40})?$")
"""A name, with or without what its bearer is."""


def paper_marks(items: list[Item], form: Form, words: Vocabulary) -> Marks:
    """The labels of known wording, and every other heading behind the paper's own."""
    known = find_marks(items, form, words)
    taken = {m.index for m in known.labels}
    typography = any(p.bold for i in items if (p := i.paragraph))
    heads = [n for n, item in enumerate(items) if n not in taken and _is_heading(item, typography=typography)]
    own = next((k for k, n in enumerate(heads) if is_title(items[n].text, form.titles)), 0) if typography else -1
    others = [mark for n in heads[own + 1 :] if (mark := _mark(items[n], n, form, words, typography=typography))]
    signed = [Mark(rest, n, 0.85, None) for n in _sign_offs(items, taken | {m.index for m in others}) if (rest := _unread(form))]
    return Marks(sorted([*known.labels, *others, *signed], key=lambda m: m.index), known.headings)


def _unread(form: Form) -> Field | None:
    """The field of what the record has no place for."""
    return next((f for f in form.fields if f.reading is Reading.UNREAD), None)


def _sign_offs(items: list[Item], taken: Collection[int]) -> list[int]:
    """The first line of the paper's end that bears a name, which no answer above it holds."""
    told = [n for n, item in enumerate(items) if item.text.strip()]
    signed = [n for n in told[-_CLOSING_LINES:] if n not in taken and items[n].cell is None and _SIGNED.match(items[n].text.strip())]
    return signed[:1]


def by_column(items: list[Item], words: Vocabulary) -> list[Item]:
    """The stream with tables of a row of labels over a row of answers (a letterhead's) read column by column."""
    given = list(items)
    for table in tables_of(items):
        if _is_labels_over_answers(table, words):
            places = [n for n, i in enumerate(given) if i.table is table]
            cells = sorted((given[n] for n in places), key=lambda i: (i.cell.col, i.cell.row) if i.cell else (0, 0))
            for n, item in zip(places, cells, strict=True):
                given[n] = item
    return given


def _is_labels_over_answers(table: Table, words: Vocabulary) -> bool:
    if table.rows != 2 or table.cols < 2:
        return False
    top = [cell.text.strip() for cell in table.row(0) if cell.text.strip()]
    return len(top) > 1 and 2 * sum(words.best(text, apart=True, open_parent=None) is not None for text in top) > len(top)


def _mark(item: Item, index: int, form: Form, words: Vocabulary, *, typography: bool) -> Mark | None:
    """The heading as a label: of what its words tell, else of what the record has no place for; where type tells no headings,
    only the former.
    """
    field = words.subject(item.text) or (_unread(form) if typography else None)
    return Mark(field, index, 0.85, None) if field is not None else None


def _is_heading(item: Item, *, typography: bool) -> bool:
    p = item.paragraph
    if p is None or item.cell is not None or p.bullet or not 3 <= len(p.text) <= _LONGEST or p.text.rstrip().endswith((".", ",", ";")):
        return False
    return p.bold or p.heading if typography else stands_apart(item, typography=False)
