"""The figures of an account's rows, each under the column of the header that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from underlag.extract.account_columns import LABEL, NOTE, Header
from underlag.extract.account_rows import Piece, Row, parted, tail_apart
from underlag.extract.account_text import best_reading, trailing_figures
from underlag.values.spans import evened

_NEAR = 14.0


@dataclass(frozen=True, slots=True)
class Figures:
    """A row read by its columns: the name, the piece under each column (by position among the header's columns), and a small
    number that stands before the amounts, under no column of amounts.
    """

    label: tuple[Piece, ...]
    under: dict[int, Piece]
    note: Piece | None = None


def figures(row: Row, header: Header, edges: dict[int, float], unit: str = "kr") -> Figures | None:
    """The row's figures by column; None where it has none. `edges` are right edges learned from the rows above, and learns."""
    pieces = _apart(row, header)
    first = next((k for k, p in enumerate(pieces) if _is_figure(p) and (k > 0 or row.tabbed or p.col not in (None, 0))), len(pieces))
    label, rest = pieces[:first], [p for p in pieces[first:] if _is_figure(p)]
    if len(pieces) == 1 and not pieces[0].words:
        return _from_text(pieces[0], header, kronor=unit == "kr")
    wanted = [k for k, c in enumerate(header.columns) if c.key not in (NOTE, LABEL)]
    if label and len(rest) < len(wanted) and (glued := tail_apart(label[-1])) and _fits(glued[1], header, edges, rest):
        label[-1], rest = glued[0], [glued[1], *rest]
    note = rest.pop(0) if len(rest) > len(wanted) and re.fullmatch(r"[0-9]{1,2}", rest[0].text.strip()) else None
    if not rest:
        return None
    under = _placed(rest, row, header, wanted, edges)
    for k, piece in under.items():
        if piece.box:
            edges[k] = piece.box.x1
    return Figures(tuple(label), under, note) if under else None


def _apart(row: Row, header: Header) -> list[Piece]:
    """The row's pieces, figures that stand close together apart where the header has so many columns."""
    most = len(header.columns) - sum(_is_figure(p) for p in row.pieces)
    pieces: list[Piece] = []
    for piece in row.pieces:
        close = bool(re.fullmatch(r"[-0-9 .,]+", evened(piece.text))) and not _is_figure(piece)
        cut = next((c for count in range(2, most + 1) if (c := parted(piece, count))), None) if close else None
        pieces += cut or [piece]
    return pieces


def _is_figure(piece: Piece) -> bool:
    return piece.dash or piece.amount() is not None or bool(re.fullmatch(r"[<>]?\s?[-\d., ]+\s?%", evened(piece.text).strip()))


def _edge(header: Header, edges: dict[int, float], k: int) -> float | None:
    return edges.get(k, header.columns[k].right)


def _fits(tail: Piece, header: Header, edges: dict[int, float], rest: Sequence[Piece]) -> bool:
    """Do figures glued to a label end at the right edge of a column in which the row has no other figure?"""
    if tail.box is None:
        return False
    taken = [p.box.x1 for p in rest if p.box]
    return any(
        (edge := _edge(header, edges, k)) is not None and abs(edge - tail.box.x1) <= _NEAR and all(abs(edge - t) > _NEAR for t in taken)
        for k in range(len(header.columns))
    )


def _placed(rest: list[Piece], row: Row, header: Header, wanted: list[int], edges: dict[int, float]) -> dict[int, Piece]:
    """Each figure under its column: by its table's columns, by its right edge, in order, or by tab stops."""
    numbers = {c.piece.col: k for k, c in enumerate(header.columns) if c.piece.col is not None}
    if row.table and row.table.cols == header.cols and len(numbers) == len(header.columns) and all(p.col in numbers for p in rest):
        return {numbers[p.col]: p for p in rest if p.col is not None}
    noted = header.noted and re.fullmatch(r"[0-9]{1,2}", rest[0].text.strip())
    if len(rest) == len(wanted) and not noted:
        return dict(zip(wanted, rest, strict=True))
    if all(p.box for p in rest) and all(_edge(header, edges, k) is not None for k in wanted):
        return _by_edge(rest, header, edges)
    if len(rest) == len(wanted):
        return dict(zip(wanted, rest, strict=True))
    return _by_stop(rest, wanted) if row.tabbed else {}


def _by_edge(rest: list[Piece], header: Header, edges: dict[int, float]) -> dict[int, Piece]:
    """Each figure under the column whose right edge is nearest to its own; of two under one column, the nearer."""
    known = {k: edge for k in range(len(header.columns)) if (edge := _edge(header, edges, k)) is not None}
    under: dict[int, tuple[float, Piece]] = {}
    for piece in rest:
        if piece.box is None:
            continue
        right = piece.box.x1
        best = min(known, key=lambda k: abs(known[k] - right))
        off = abs(known[best] - right)
        if best not in under or off < under[best][0]:
            under[best] = off, piece
    return {k: piece for k, (_, piece) in under.items()}


def _by_stop(rest: list[Piece], wanted: list[int]) -> dict[int, Piece]:
    """By tab stops, counted from the row's name; where there are more stops than columns, from the last."""
    last = max((p.col for p in rest if p.col is not None), default=0)
    behind = max(0, last - len(wanted))
    return {wanted[at]: p for p in rest if p.col is not None and 0 <= (at := p.col - 1 - behind) < len(wanted)}


def _from_text(piece: Piece, header: Header, *, kronor: bool) -> Figures | None:
    """A bare line of text: its last figures, as many as the header has columns; a note's number may stand before them."""
    words, tokens = trailing_figures(evened(piece.text))
    wanted = [k for k, c in enumerate(header.columns) if c.key not in (NOTE, LABEL)]
    read = best_reading(tokens, len(wanted), noted=header.noted, kronor=kronor) if words else None
    if read is None:
        return None
    skipped, note, texts = read
    name = " ".join([*words, *tokens[: skipped - (note is not None)]])
    under = {k: replace(piece, text=text) for k, text in zip(wanted, texts, strict=True)}
    return Figures((replace(piece, text=piece.text[: len(name)]),), under, replace(piece, text=note) if note is not None else None)
