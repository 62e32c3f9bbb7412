"""Cells of a declared column: what is printed in them as the value that the column holds, with its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Column, Holds
from underlag.schemas.page import Cell, Line, join_lines
from underlag.values.amounts import parse_amount
from underlag.values.dates import parse_date, parse_period
from underlag.values.folding import fold
from underlag.values.shares import parse_percent, percent_in
from underlag.values.spans import evened

_RAISED = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u209c]+(?:[,\s]*[\u00b9\u00b2\u00b3\u2070-\u209c]+)*")
_GLUED = re.compile(r"(?i)^(ja|nej|ok|delvis)(\**)(?:\d{1,2}|[a-f]|[!°'’])$")
_NAME_MARKS = re.compile(r"[\s,;*°]+$")
_DASH = re.compile(r"^[\s\-–—_.]*$")
_LEADING = re.compile(
    r"^(?:ca\.?|cirka|minst|max|högst|drygt|knappt|totalt|[~<>≤≥≈])?\s*"
    r"([-−–]?\s?\d{1,3}(?:[ .]\d{3})+(?!\d)|[-−–]?\s?\d{1,9}(?!\d))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FRACTION = re.compile(r"^[01][.,]\d{1,2}$")
_THOUSANDS = re.compile(r"\b(?:tkr|kkr|tsek|ksek|tusen(?:tals?)? kr(?:onor)?)\b|\b1000 ?(?:tals? )?kr")
_SIGN_MISREAD = re.compile(r"^([-−]?\d{1,4})[A-Za-z]{1,2}$")
_LEAST_KRONOR = 100_000


@dataclass(frozen=True, slots=True)
class Printed:
    """What one printed cell (or the piece of a line that stands for it) says."""

    text: str
    lines: tuple[Line, ...]

    @property
    def blank(self) -> bool:
        return not self.text


def printed(cells: Sequence[Cell]) -> Printed:
    """The text of the cells in one line, words divided at a line's end put together again."""
    lines = tuple(line for cell in cells for p in cell.paragraphs for line in p.lines if line.text.strip())
    return Printed(join_lines([line.text for line in lines]), lines)


def without_notes(text: str) -> str:
    """The text without footnote marks: raised figures, and figures glued to a Ja or Nej."""
    bare = _RAISED.sub("", text).strip()
    return _GLUED.sub(r"\1\2", bare)


def clean_name(text: str) -> str:
    """A row's name without footnote marks, asterisks and trailing commas."""
    return _NAME_MARKS.sub("", _RAISED.sub("", text)).strip()


def whole_number(text: str) -> int | None:
    """The number that a cell begins with: "60 unga åt gången" 60, "318 (+27)" 318; "Ej reg. termin 1" and "-" are None."""
    bare = re.sub(r"^\+\s?(?=\d)", "", evened(_RAISED.sub("", text)).strip(" *°"))
    if (whole := parse_amount(bare)) is not None:
        return whole
    found = _LEADING.match(bare)
    if found is None or re.search(r"\d", re.sub(r"\([^()]*\)", "", found["rest"])):
        return None
    return int(re.sub(r"[\s.]", "", re.sub(r"^[-−–]\s?", "-", found[1])))


def share(text: str, heading: str) -> float | None:
    """The share in percent; a decimal fraction ("0,94") where neither cell nor heading has a percent sign is one, too."""
    bare = _RAISED.sub("", text).strip(" *°")
    if _FRACTION.match(bare) and "%" not in heading:
        return round(float(bare.replace(",", ".")) * 100, 2)
    whole = parse_percent(re.sub(r"(?<=\d)[ .](?=\d{3}\s*%)", "", evened(bare)), bare=True)
    if whole is not None:
        return whole
    if misread := _SIGN_MISREAD.match(bare):
        return float(misread[1].replace("−", "-"))
    found = percent_in(bare)
    return found[0].value if len(found) == 1 else None


def _date(text: str) -> str | None:
    found = parse_date(re.sub(r"[*°]", " ", _RAISED.sub("", text)))
    return found.isoformat() if found else None


def read_cell(column: Column, cell: Printed, heading: str) -> Leaf | None:
    """The cell as the value that its column holds; None where it holds none."""
    if cell.blank:
        return None
    value: str | int | float | None
    match column.holds:
        case Holds.NAME:
            value = clean_name(cell.text)
            value = None if _DASH.match(value) else value
        case Holds.NUMBER | Holds.AMOUNT:
            value = whole_number(cell.text)
        case Holds.SHARE:
            value = share(cell.text, heading)
        case Holds.DATE:
            value = _date(cell.text)
        case Holds.TEXT | Holds.LIST:
            value = without_notes(cell.text) or None
    return None if value is None else Leaf(value, cell.lines)


def read_pair(columns: Sequence[Column], cell: Printed, heading: str) -> dict[str, Leaf | None]:
    """A cell that several columns share: dates by their order in time, else the pieces between slashes in the heading's order."""
    if columns[0].holds is Holds.DATE:
        days = parse_period(re.sub(r"[*°]", " ", cell.text))
        return {c.key: Leaf(d.isoformat(), cell.lines) if d else None for c, d in zip(columns, days, strict=False)}
    pieces = [p.strip() for p in re.split(r"[/|]", cell.text)]
    ordered = sorted(columns, key=lambda c: _position(c, heading))
    if len(pieces) != len(ordered):
        return {c.key: None for c in columns}
    return {c.key: read_cell(c, Printed(piece, cell.lines), heading) for c, piece in zip(ordered, pieces, strict=True)}


def _position(column: Column, heading: str) -> int:
    """Where in the heading its words for the column begin."""
    folded = fold(heading)
    return min((m.start() for p in column.headings if (m := re.search(p, folded))), default=len(folded))


def in_kronor(columns: Sequence[Column], rows: Sequence[dict[str, Tree]], headings: dict[str, str]) -> None:
    """Makes kronor of amounts whose heading says thousands, unless the figures are too large for that."""
    for column in (c for c in columns if c.holds is Holds.AMOUNT and _THOUSANDS.search(fold(headings.get(c.key, "")))):
        leaves = [leaf for row in rows if isinstance(leaf := row.get(column.key), Leaf) and isinstance(leaf.value, int)]
        if any(abs(int(leaf.value or 0)) >= _LEAST_KRONOR for leaf in leaves):
            continue
        for row in rows:
            leaf = row.get(column.key)
            if isinstance(leaf, Leaf) and isinstance(leaf.value, int):
                row[column.key] = Leaf(leaf.value * 1000, leaf.lines, leaf.confidence, leaf.note)
