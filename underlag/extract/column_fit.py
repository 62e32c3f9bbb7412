"""Values of a row put in its columns where only their order is left: by what each column holds, the cheapest way that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.column_tokens import Sort, Token
from underlag.schemas.columns import Column, Holds

_SURPLUS, _SURPLUS_DASH, _LACKING, _UNREADABLE, _UNLIKELY, _JOINED = 6, 2, 5, 4, 1, 5
_MOST_GROUPS = 3
_MOST_TOKENS = 30

_FITS: dict[Holds, frozenset[Sort]] = {
    Holds.NUMBER: frozenset({Sort.FIGURE, Sort.COUNT, Sort.DASH, Sort.MISSING}),
    Holds.AMOUNT: frozenset({Sort.FIGURE, Sort.DASH, Sort.MISSING}),
    Holds.SHARE: frozenset({Sort.SHARE, Sort.DASH, Sort.MISSING}),
    Holds.DATE: frozenset({Sort.DATE, Sort.DASH, Sort.MISSING}),
    Holds.TEXT: frozenset({Sort.ANSWER, Sort.DASH, Sort.MISSING}),
    Holds.LIST: frozenset({Sort.ANSWER, Sort.DASH, Sort.MISSING}),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One printed column: the declared ones that share it (most often one)."""

    columns: tuple[Column, ...]

    @property
    def holds(self) -> Holds:
        return self.columns[0].holds


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one printed column: its tokens, none where the value is lacking; `sound` false where it can't be read."""

    tokens: tuple[Token, ...]
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Fit:
    """The tokens in their columns. `surplus` tokens from the left belong to the row's name."""

    cost: int
    pieces: tuple[Piece, ...]
    surplus: int

    @property
    def lacking(self) -> int:
        """How many columns got nothing."""
        return sum(not p.tokens for p in self.pieces)


def fit(tokens: Sequence[Token], slots: Sequence[Slot]) -> Fit | None:
    """The cheapest way to put the tokens, in their order, into the columns; None where there are far too many."""
    if len(tokens) > _MOST_TOKENS:
        return None
    ways = [f for skip in range(len(tokens) + 1) if (f := _best(tokens, slots, skip)) is not None]
    return min(ways, key=lambda f: f.cost, default=None)


def _best(tokens: Sequence[Token], slots: Sequence[Slot], skip: int) -> Fit | None:
    """Dynamic programming over (columns filled, tokens used)."""
    spare = sum(_SURPLUS_DASH if t.sort is Sort.DASH else _SURPLUS for t in tokens[:skip])
    table: dict[int, tuple[int, tuple[Piece, ...]]] = {skip: (spare, ())}
    for slot in slots:
        after: dict[int, tuple[int, tuple[Piece, ...]]] = {}
        for at, (cost, pieces) in table.items():
            for size in range(_MOST_GROUPS + 1):
                if at + size > len(tokens):
                    break
                run = tuple(tokens[at : at + size])
                priced = _price(run, slot)
                if priced is None:
                    continue
                total = cost + priced
                if at + size not in after or total < after[at + size][0]:
                    after[at + size] = total, (*pieces, Piece(run, sound=priced != _UNREADABLE))
        table = after
    end = table.get(len(tokens))
    return None if end is None else Fit(end[0], end[1], skip)


def _price(run: tuple[Token, ...], slot: Slot) -> int | None:
    """What it costs to say that the tokens stand in the column; None where they can't."""
    if not run:
        return _LACKING
    if len(slot.columns) > 1 and slot.holds is Holds.NUMBER:
        return _price_of_pair(run)
    return _price_of_one(run[0], slot.holds) if len(run) == 1 else _price_of_groups(run, slot.holds)


def _price_of_pair(run: tuple[Token, ...]) -> int | None:
    """A cell such as "3/7"; a bare figure has lost its slash."""
    if len(run) > 1 or run[0].sort not in (Sort.PAIR, Sort.FIGURE, Sort.DASH, Sort.MISSING):
        return None
    return _UNREADABLE if run[0].sort is Sort.FIGURE else 0


def _price_of_one(token: Token, holds: Holds) -> int | None:
    if token.sort is Sort.FIGURE and holds is Holds.SHARE:
        return _UNLIKELY
    if token.sort not in _FITS.get(holds, frozenset()):
        return None
    if _is_stray(token.text):
        return _UNREADABLE
    return _UNLIKELY if holds is Holds.AMOUNT and _is_small(token.text) else 0


def _price_of_groups(run: tuple[Token, ...], holds: Holds) -> int | None:
    """Figures parted by spaces: one number in groups of three, or what is left of one."""
    sorts = {t.sort for t in run}
    if holds is Holds.SHARE:
        whole = _is_grouped(run) and run[-1].sort is Sort.SHARE and sorts == {Sort.FIGURE, Sort.SHARE}
        return None if not whole else 0 if _is_stray(run[-1].text) else _JOINED
    if holds not in (Holds.NUMBER, Holds.AMOUNT) or sorts != {Sort.FIGURE}:
        return None
    if _is_grouped(run):
        return 0 if holds is Holds.AMOUNT else _JOINED
    return _UNREADABLE if holds is Holds.AMOUNT and len(run) == 2 else None


def _is_stray(text: str) -> bool:
    """A figure that begins with a zero is the rest of another."""
    return bool(re.match(r"0\d", text))


def _is_small(text: str) -> bool:
    return text.isdigit() and 0 < int(text) < 1000


def _is_grouped(run: tuple[Token, ...]) -> bool:
    """Do the tokens make one number in groups of three?"""
    first, *rest = (t.text.rstrip("%*° ") for t in run)
    return bool(re.fullmatch(r"[-−]?[1-9]\d{0,2}", first)) and all(re.fullmatch(r"\d{3}", text) for text in rest)
