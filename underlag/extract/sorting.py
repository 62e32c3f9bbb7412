"""What of a document answers its form's questions, what is the budget, and what the signature tables."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from underlag.extract.budget import budget_tables
from underlag.extract.budget_text import budget_lines_apart, starts_budget
from underlag.extract.budget_words import sum_of
from underlag.extract.flow import Item
from underlag.extract.label_lines import label_lines_apart
from underlag.extract.question_sheets import without_instructions
from underlag.extract.questionnaire import asked_apart
from underlag.extract.row_numbers import without_row_numbers
from underlag.extract.signature_columns import signers_apart
from underlag.extract.signature_names import organisation_apart
from underlag.extract.signatures import signature_items
from underlag.extract.vocabulary import Vocabulary
from underlag.schemas.form import Form, Reading
from underlag.values.folding import fold


def _is_ignored(text: str, form: Form) -> bool:
    """Is the paragraph one of the form's own instructions?"""
    folded = fold(text)
    return any(fuzz.ratio(folded, fold(i)) >= 85 for i in form.ignored)


def _is_sentence(text: str) -> bool:
    """Is it running text, the end of the answer above a table rather than the table's heading?"""
    return text.rstrip().endswith(".") and len(text.split()) > 6


_BELOW = 4
"""How many items behind one of a table may hold what it adds up to."""
_HEADS = re.compile(r"budget|loptid|projekttid|kostnad|^ar \d|finansiering|belopp|\bper ar\b")


def _heads_budget(text: str) -> bool:
    """Does a line by a budget table belong to it: words of money or time, or the name of the party that the table is of?"""
    party, rest = organisation_apart(text.strip(" :"))
    return bool(_HEADS.search(fold(text))) or (party is not None and not rest)


def _adds_up(item: Item) -> bool:
    """Is it a line that says what the whole costs?"""
    return item.table is None and sum_of(item.text.partition(":")[0]) == "whole"


def _budget_items(items: list[Item]) -> list[Item]:
    """The items of budget tables, with the few lines above each that head it."""
    tables = [table for table, _ in budget_tables(items)]
    if not tables:
        return items[next((n for n, i in enumerate(items) if starts_budget(i.text)), len(items)) :]
    taken: list[int] = []
    for n, item in enumerate(items):
        if item.table is not None and any(item.table is t for t in tables):
            k = n - 1
            while k >= 0 and n - k <= 6 and items[k].table is None and k not in taken:
                taken.append(k)
                k -= 1
            taken += [n, *(k for k in range(n + 1, min(n + _BELOW, len(items))) if _adds_up(items[k]))]
    return [
        items[n]
        for n in sorted(set(taken))
        if items[n].table is not None or (_heads_budget(items[n].text) and not _is_sentence(items[n].text))
    ]


def sorted_items(items: list[Item], form: Form, words: Vocabulary) -> tuple[list[Item], list[Item], list[Item]]:
    """The items that answer the form's questions, labels apart; the budget's; and the signature tables'."""
    if not any(f.labels or f.weak or f.about for f in form.fields):
        return items, [], []  # a paper of tables and prose asks nothing
    if form.dense:
        items = signers_apart(items)
        signatures = signature_items(items)
        return asked_apart([i for i in items if i.table is None or all(i is not s for s in signatures)], form), [], signatures
    items = budget_lines_apart(items)
    budget = _budget_items(items) if any(f.reading is Reading.BUDGET for f in form.fields) else []
    kept = signers_apart([i for i in items if all(i is not b for b in budget)])
    signatures = signature_items(kept)
    kept = [i for i in kept if all(i is not s for s in signatures)]
    kept = without_instructions(without_row_numbers(kept), words)
    kept = [i for i in label_lines_apart(kept, words) if not (i.paragraph and _is_ignored(i.text, form))]
    return kept, budget, signatures
