"""The detailed budget of raw text: its lines filed by block and kind of cost, and its columns settled by the printed sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from underlag.extract.budget_columns import column_rows, is_columnwise
from underlag.extract.budget_cuts import Cut, is_heading, joined_labels
from underlag.extract.budget_draft import Draft
from underlag.extract.budget_rows import Money, Row, is_like
from underlag.extract.budget_words import is_total, section_of, sum_of
from underlag.values.folding import fold

_MOST_CANDIDATES = 12
_NOISE_WORD = re.compile(r"^[^\W\d_]{1,2}\W*$(?<!i)(?<!av)(?<!på)(?<!IT)(?<!PO)|[$*‘“~=<>#{}\\^]|[a-zåäö][A-ZÅÄÖ]|(.)\1\1|^\W+$")
_MUCH_NOISE, _NOISE_SHARE = 2, 0.3


def _row(cut: Cut, organisations: Sequence[str]) -> Row:
    """The line as a row; which organisation's column an amount stands in is settled later by the sums."""
    lines = cut.lines
    row = Row(cut.label, lines)
    if cut.percent is not None:
        row.percent = (cut.percent, lines)
    if cut.days:
        row.start = (cut.days[0], lines)
    if len(cut.days) > 1:
        row.end = (cut.days[1], lines)
    numbers = _consistent(cut, len(organisations) + 1)
    if not numbers:
        return row
    if len(numbers) > 1 or numbers[0] == 0:
        row.total = Money(numbers[-1], lines)
    values = numbers[:-1] if row.total else numbers
    for name, value in zip(organisations, values, strict=False):
        row.amounts[name] = Money(value, lines)
    return row


def _consistent(cut: Cut, most: int) -> list[int]:
    """The line's numbers, parted so that the last adds up the others where that can be (`most` columns), else as they fall."""
    natural = cut.numbers()
    if len(natural) == 1:
        return natural
    tries = (natural, *(cut.numbers(columns) for columns in range(most, 1, -1)))
    return next((n for n in tries if len(n) > 1 and sum(n[:-1]) == n[-1]), natural)


def _sum_row(cut: Cut, organisations: Sequence[str]) -> Row:
    """A row of printed sums: one an organisation from the left (columns without a name may follow), the total last."""
    row = Row(cut.label, cut.lines)
    numbers = _consistent(cut, len(organisations) + 1)
    if numbers:
        row.total = Money(numbers[-1], cut.lines)
        for name, value in zip(organisations, numbers[:-1], strict=False):
            row.amounts[name] = Money(value, cut.lines)
    return row


def _settle_columns(rows: list[Row], total: Row | None, organisations: Sequence[str]) -> None:
    """Moves amounts to the column whose printed sum only they can make; where more than one choice makes it, to none."""
    if total is None or len(organisations) < 2:
        return
    first = organisations[0]
    for name in organisations[1:]:
        wanted = total.amounts.get(name)
        if wanted is None or not wanted.kronor:
            continue
        candidates = [r for r in rows if first in r.amounts and r.amounts[first].kronor][:_MOST_CANDIDATES]
        sizes = (1, 2, 3)
        groups = [g for size in sizes for g in combinations(candidates, size) if sum(r.amounts[first].kronor for r in g) == wanted.kronor]
        for r in {id(r): r for g in groups for r in g}.values():
            money = r.amounts.pop(first)
            if len(groups) == 1:
                r.amounts[name] = money


def _settle_lone(rows: list[Row], total: Row | None, organisations: Sequence[str]) -> None:
    """An amount that stands alone in its row is the row's total, too, where there is one organisation only."""
    if len(organisations) != 1 or total is None or total.total is None:
        return
    alone = [r for r in rows if r.total is None and r.amounts]
    if alone and sum(m.kronor for r in rows for m in r.amounts.values()) == total.total.kronor:
        for r in alone:
            r.total = next(iter(r.amounts.values()))


def added_by(cut: Cut) -> str | None:
    """What the line adds up (as `sum_of`), the word for sum lost before it or not."""
    if not cut.label:
        return None
    folded = fold(cut.label)
    if folded == "totalt fran":  # the association's name is on the next line
        return "drawn"
    if is_total(cut.label) and "kostnad" in folded:
        return "whole"
    headless = "egenfinans" in folded and len(cut.numbers()) > 1
    return sum_of(cut.label) or ("own" if headless else None)


def _is_legible(label: str) -> bool:
    """Is the label made of words, not of what a scan reader makes of rules and dirt?"""
    words = re.findall(r"\S+", label)
    noise = sum(_NOISE_WORD.search(word) is not None for word in words)
    return noise < _MUCH_NOISE or noise < _NOISE_SHARE * len(words)


class Detail:
    """The detailed budget while its lines are being filed: block, kind of cost, and the lines of the section that is open."""

    def __init__(self, draft: Draft, organisations: Sequence[str]) -> None:
        self.draft, self.organisations = draft, organisations
        self.own = False
        self.ended = False
        self.kind = "lonekostnader"
        self.open: list[Cut] = []

    def take(self, cut: Cut) -> None:
        """Files one line."""
        added = added_by(cut)
        added = self.kind if added is None and fold(cut.label) == "summa" else added
        section = None if cut.tail else _section(cut.label)
        if added:
            self._close(added, cut)
        elif _opens_own(cut.label):
            self._close(None, None)
            self.own, self.kind = True, "lonekostnader"
        elif section:
            self._close(None, None)
            self.kind = section
        else:
            self.open.append(cut)

    def _close(self, added: str | None, cut: Cut | None) -> None:
        """Files the open section's rows, and the sum that ends it."""
        block = self.draft.own if self.own else self.draft.drawn
        total = _sum_row(cut, self.organisations) if cut else None
        kind = added if added in block.rows else self.kind
        members, self.open = self.open, []
        if is_columnwise(members):
            rows = column_rows(members, total, kind)
            if total and total.total is None and members and all(n == 0 for c in members for n in c.numbers()):
                total.total = next((Money(0, c.lines) for c in members if c.numbers()), None)
            for row in rows:
                money = row.amounts.pop("", None)
                if money and self.organisations:
                    row.amounts[self.organisations[0]] = money
        else:
            rows = [_row(c, self.organisations or ["?"]) for c in joined_labels(members) if not is_heading(c)]
        rows = [r for r in rows if r.label and _is_legible(r.label)]  # figures without a name are a column's, and whose can't be told
        settled = total if added in block.rows else None
        _settle_columns(rows, settled, self.organisations)
        _settle_lone(rows, settled, self.organisations)
        block.rows[kind] += rows
        if added and total and total.has_amounts:
            self._sum(added, total)

    def _turn_to_own(self) -> None:
        """What stands before the total of what is drawn was drawn, whatever heading was read above it; what follows is the parties' own."""
        drawn, own = self.draft.drawn, self.draft.own
        if self.own and not drawn.sums and not any(row.has_amounts for rows in drawn.rows.values() for row in rows):
            drawn.rows, own.rows = own.rows, drawn.rows
            drawn.sums, own.sums = own.sums, drawn.sums
        self.own, self.kind = True, "lonekostnader"

    def _sum(self, added: str, row: Row) -> None:
        block = self.draft.own if self.own else self.draft.drawn
        if added == "whole":
            self.draft.whole = row
        elif added == "drawn":
            self.draft.drawn.total = row
            self._turn_to_own()
        elif added == "own":
            self.draft.own.total = row
        else:
            block.sums[added] = row


def _opens_own(label: str) -> bool:
    """Does the line head what the parties pay themselves, their names perhaps behind it?"""
    return is_like(label[:20], "Egenfinansiering", "Egen finansiering", "Medfinansiering") or fold(label).startswith("egenfinansiering")


def _section(label: str) -> str | None:
    """The kind of cost that a line without amounts opens, column headings perhaps behind it."""
    folded = fold(label)
    opening = {"lonekostnader": "lonekostnader", "lokalkostnader": "lokalkostnader", "ovriga kostnader": "ovriga_kostnader"}
    return section_of(label) or next((kind for head, kind in opening.items() if folded.startswith(head)), None)
