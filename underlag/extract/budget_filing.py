"""The rows of a detailed budget filed by block (what is drawn, what the parties pay) and kind of cost."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from underlag.extract.budget_draft import Block, Draft
from underlag.extract.budget_rows import Columns, Money, Row, is_like
from underlag.extract.budget_words import OWN_WORDS, cost_kind, is_total, section_of, share_behind, sum_of
from underlag.extract.flow import Item
from underlag.schemas.budget import KINDS
from underlag.values.amounts import amounts_in, parse_amount
from underlag.values.folding import fold

_FIRST = "lonekostnader"
_DRAWN_FROM = re.compile(r"samordningsf|finsam|\bsokt|\bsoks|\brekvirera")
_DEDUCTED = re.compile(r"(avgar|minus|varav|-) ?(egen ?finans|medfinans|egen insats)")
_OWN_SHARE = re.compile(r"egen|medfinans|parternas")


@dataclass(slots=True)
class Filing:
    """Where the next row goes, in a table or in the table that goes on with it: whose block, and which kind of cost. `open`: the rows
    since the last sum.
    """

    draft: Draft
    own: bool = False
    kind: str = _FIRST
    open: list[tuple[str, Row]] = field(default_factory=list)

    def take(self, rows: Sequence[Row], columns: Columns) -> None:
        """Files the rows of one table."""
        headed = {section for row in rows if not row.has_amounts and (section := section_of(row.label))}
        if self.kind != _FIRST:
            headed.add(self.kind)
        for n, row in enumerate(rows):
            added = sum_of(row.label) if row.label else None
            if is_total(row.label) and row.has_amounts:
                added = self.kind if headed and _more_follows(rows[n + 1 :]) else "total"
            if added in KINDS and not headed:
                self._gather(added)
            if added:
                self.open = []
            self._file(row, added, headed, columns)

    def between(self, item: Item) -> None:
        """A line between the tables: the heading of a block, or the whole cost."""
        head, _, rest = item.text.partition(":")
        if is_like(head, *OWN_WORDS):
            self.own, self.kind = True, _FIRST
        elif is_like(head, "Kostnader att rekvirera från Samordningsförbundet", "Kostnader att rekvirera"):
            self.own, self.kind = False, _FIRST
        amount = next((f.value.kronor for f in amounts_in(rest)), parse_amount(rest)) if rest.strip() else None
        if sum_of(head) == "whole" and amount is not None and item.paragraph:
            self.draft.whole = Row(head, item.paragraph.lines, total=Money(_as_in_tables(rest, amount), item.paragraph.lines))

    def _file(self, row: Row, added: str | None, headed: Collection[str], columns: Columns) -> None:
        draft = self.draft
        drawn, own = _parts(row, columns)
        if added == "whole":
            draft.whole = row
        elif added == "drawn":
            draft.drawn.total = drawn
            self.own = self.own or not draft.own.sums
        elif added == "own":
            draft.own.total = own or row
        elif added == "total":
            self._total(row, drawn, own, columns)
        elif added:
            self._block.sums[added] = drawn
            if own:
                draft.own.sums[added] = own
        elif is_like(row.label, *OWN_WORDS) or (row.has_amounts and _DEDUCTED.match(fold(row.label))):
            self._own(row)
        elif (section := section_of(row.label)) and not row.has_amounts:
            self.kind = section
        elif (row.label or row.has_amounts) and (row.label or not row.idle):
            self._cost(drawn, own, headed, named=columns.percent is None)

    @property
    def _block(self) -> Block:
        return self.draft.own if self.own else self.draft.drawn

    def _own(self, row: Row) -> None:
        if row.has_amounts:
            self.draft.own.total = row
        else:
            self.own, self.kind = True, _FIRST

    def _gather(self, kind: str) -> None:
        """Where no heading tells kinds apart, a sum is of the rows above it."""
        for filed, row in self.open:
            self._block.rows[filed] = [r for r in self._block.rows[filed] if r is not row]
        self._block.rows[kind] += [row for _, row in self.open]

    def _total(self, row: Row, drawn: Row, own: Row | None, columns: Columns) -> None:
        """A total of everything above it: of each block where they have columns of their own, of one party where the table is its own,
        else see `settle`.
        """
        before = self.draft.drawn.total
        if own is not None:
            self.draft.drawn.total, self.draft.own.total = drawn, own
            self.draft.whole = row if row.total else None
        elif not columns.party:
            self.draft.total = row
        elif before is None:
            self.draft.drawn.total = row
        else:
            self.draft.drawn.total = Row(row.label, before.lines, amounts={**before.amounts, **row.amounts})

    def _cost(self, drawn: Row, own: Row | None, headed: Collection[str], *, named: bool) -> None:
        """A row of costs; one whose own words tell its kind goes there where no heading says otherwise. `named`: a post's share of
        full time stands behind its name.
        """
        told = cost_kind(drawn.label)
        kind = told if told and told not in headed and (not headed or self.kind == _FIRST) else self.kind
        if named and (behind := share_behind(drawn.label)):
            for row in (drawn, *([own] if own else [])):
                row.label, row.percent = behind[0], (behind[1], row.lines)
        if own is None:
            self._block.rows[kind].append(drawn)
            self.open.append((kind, drawn))
            return
        self.draft.drawn.rows[kind].append(drawn)
        if not own.idle:
            self.draft.own.rows[kind].append(own)


def _more_follows(rows: Sequence[Row]) -> bool:
    """Does a further section, or a further total, follow, so that a total adds up its own section only?"""
    return any((section_of(row.label) and not row.has_amounts) or (is_total(row.label) and row.has_amounts) for row in rows)


def _parts(row: Row, columns: Columns) -> tuple[Row, Row | None]:
    """What of the row is drawn, and what the parties pay where that has columns of its own."""
    if not columns.own:
        return row, None
    drawn = replace(row, total=_lone(row.amounts, columns.organisations), own={})
    return drawn, replace(row, amounts=row.own, total=_lone(row.own, columns.own), own={})


def _lone(amounts: Mapping[str, Money], columns: Mapping[int, str]) -> Money | None:
    """The amount of the only column, which is the total of itself."""
    return next(iter(amounts.values()), None) if len(columns) == 1 else None


@dataclass(slots=True)
class Financing:
    """Who pays, where a table of its own tells."""

    drawn: Row | None = None
    own: Row | None = None
    whole: Row | None = None


def financing(rows: Sequence[Row]) -> Financing:
    """What a table of who pays says; what the parties pay only where one row tells it."""
    told, owns = Financing(), [row for row in rows if row.has_amounts and _OWN_SHARE.search(fold(row.label))]
    for row in rows:
        if row.has_amounts and row not in owns and _DRAWN_FROM.search(fold(row.label)):
            told.drawn = told.drawn or row
        elif row.has_amounts and (is_total(row.label) or sum_of(row.label) == "whole"):
            told.whole = row
    told.own = owns[0] if len(owns) == 1 else None
    return told


def settle(draft: Draft, told: Financing) -> None:
    """Places what tells no block of its own. A bare total is of what is drawn where the parties pay nothing, else of the whole."""
    total, draft.total = draft.total, None
    own = draft.own.total or told.own
    shared = any(draft.own.rows.values()) or (own is not None and not own.idle)
    if total and draft.drawn.total is None and not shared:
        draft.drawn.total = total
    elif total:
        draft.whole = draft.whole or total
    draft.drawn.total = draft.drawn.total or told.drawn
    draft.own.total = own
    draft.whole = draft.whole or told.whole


def years_apart(draft: Draft, columns: Columns | None) -> None:
    """Where the columns are years, what they add up to are the budget's years, not any party's; a kind without a printed sum is
    its rows added up.
    """
    if columns is None or not columns.years:
        return
    block = draft.drawn
    for year, name in columns.years:
        found = {kind: money for kind, rows in block.rows.items() if (money := _sum(block.sums.get(kind), rows, name))}
        if block.total and name in block.total.amounts:
            found["totalt"] = block.total.amounts[name]
        if found and not any(y == year for y, _, _ in draft.years):
            draft.years.append((year, next(iter(found.values())).lines, found))
    for row in (*block.sums.values(), *draft.own.sums.values(), *([block.total] if block.total else [])):
        row.amounts = {}


def _sum(printed: Row | None, rows: Sequence[Row], name: str) -> Money | None:
    """The amount of a printed sum in a column, else its rows added up; None where none has any."""
    if printed:
        return printed.amounts.get(name)
    amounts = [row.amounts[name] for row in rows if name in row.amounts]
    return Money(sum(m.kronor for m in amounts), tuple(line for m in amounts for line in m.lines)) if amounts else None


def _as_in_tables(written: str, kronor: int) -> int:
    """An amount beside the tables, in the unit that their bare numbers have."""
    return kronor // 1000 if re.search(r"\btkr\b", written, re.IGNORECASE) else kronor
