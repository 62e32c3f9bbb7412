"""Amounts of money as Swedish texts and tables write them.

>>> [found.value.kronor for found in amounts_in("Vi söker 1 745 000 kr, varav 2,4 mkr år 2022.")]
[1745000, 2400000]
>>> parse_amount("1.745.000:-"), parse_amount("2 625 tkr"), parse_amount("—")
(1745000, 2625000, None)
>>> split_amounts("5 286 000 1 247 000 0 0 6 533 000")
[5286000, 1247000, 0, 0, 6533000]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from underlag.values.grouping import split_groups
from underlag.values.spans import Found, evened

Unit = Literal["kr", "tkr", "mkr"]

WORTH: dict[Unit, int] = {"kr": 1, "tkr": 1_000, "mkr": 1_000_000}

_KRONOR = r"(?:kronor|kr|sek)"
_UNITS: dict[Unit, str] = {
    "mkr": rf"(?:mkr|mnkr|msek|mln {_KRONOR}|milj(?:on|oner)?\.? ?{_KRONOR})",
    "tkr": rf"(?:tkr|kkr|tsek|ksek|(?:tusen|tusentals?) ?{_KRONOR})",
    "kr": rf"{_KRONOR}",
}
_UNIT = "|".join(rf"(?P<{unit}>{words}(?!\w)\.?)" for unit, words in _UNITS.items()) + r"|(?P<mark>:-|,-|\.-|:- ?kr)"
# The number of an amount: in groups of three parted by one mark, or in one piece; öre after a comma (or a point). Scan readers
# lose the space after the millions ("1460 000") or the thousands ("1 460000"); a year before other figures is not that.
_LOST_SPACE = r"[1-9][0-9]{3} 0[0-9]{2}|(?!19|20)[1-9][0-9]{3} [0-9]{3}|[1-9][0-9]{0,2} [0-9]{6}"
_WHOLE = rf"(?:{_LOST_SPACE}|[0-9]{{1,3}}(?:(?: {{1,2}}|[.'’])[0-9]{{3}}){{1,2}}|[0-9]{{1,12}})"
_NUMBER = rf"{_WHOLE}(?: ?,[0-9]{{1,2}}|\.[0-9]{{1,2}})?(?![0-9])"
_CELL = re.compile(rf"(?:(?:kr|sek) ?)?(?P<sign>-?) ?(?P<number>{_NUMBER})(?: ?(?:{_UNIT}))?(?P<after> ?-)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\((.*)\)", re.DOTALL)

# In running text: a row of number tokens, and the unit that may stand after it.
_ROW = re.compile(r"(?<![\w.,:/])[0-9][0-9.]*(?: ?,[0-9]{1,2}(?![0-9]))?(?: [0-9][0-9.]*(?:,[0-9]{1,2}(?![0-9]))?)*")
_TOKEN = re.compile(r"[0-9.]+(?: ?,[0-9]{1,2})?")
_AFTER = re.compile(rf" ?(?:{_UNIT})", re.IGNORECASE)
_NO_MONEY_BEFORE = re.compile(r"(?:tel|telefon|telefonnummer|mobil|fax|nummer|nr|dnr|giro|[a-z]*giro|konto|\+)\.?:? ?$", re.IGNORECASE)
_NO_MONEY_AFTER = re.compile(r"[:/][0-9]|-[0-9]{1,2}(?![0-9])|-[0-9]{4}(?![0-9])| ?(?:%|procent)")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+$")
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?$")
_WIDE = re.compile(r" {3,}|\t|\n|\|")
_CELLS = re.compile(
    r"(?P<none>-(?![0-9 ]*[0-9]{3})|-(?= ))"
    r"|(?P<sign>-? ?)(?P<number>[0-9]{1,12}(?![0-9])(?:[.'’][0-9]{3}){0,3}(?:,[0-9]{1,2})?)"
    rf"|(?P<unit>{_UNIT})|(?P<other>\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole kronor: the number times the unit written with it; without a unit as written."""

    kronor: int
    unit: Unit | None
    written: str


def parse_amount(text: str) -> int | None:
    """The amount of a table cell in kronor; None where the cell is empty, a dash, or holds anything but one amount.

    Brackets mean a negative amount, as in annual reports.
    """
    cell = evened(text).strip()
    bracketed = _BRACKETS.fullmatch(cell)
    match = _CELL.fullmatch(bracketed[1].strip() if bracketed else cell)
    if match is None or (match["after"] and not match["mark"] and "," not in match["after"]):
        return None
    kronor = _kronor(match["number"], _unit(match))
    return -kronor if bracketed or match["sign"] else kronor


def amounts_in(text: str) -> list[Found[Amount]]:
    """Amounts in running text: with a unit, or in groups of three; not years, dates, shares, phone or registration numbers."""
    plain = evened(text)
    found: list[Found[Amount]] = []
    for row in _ROW.finditer(plain):
        after = _AFTER.match(plain, row.end())
        if after is None and _is_other_number(plain, row):
            continue
        found.extend(_amounts_of_row(text, plain, row, after))
    return found


def split_amounts(text: str, columns: int | None = None) -> list[int | None]:
    """The amounts of a row in which the columns' borders were lost; a lone dash is None; `[]` where the row holds words.

    A group of three digits continues the number before it unless it can't (no amount has more than nine digits). Wide gaps
    and tabs part columns. With `columns` the split into that many is chosen where there is one, else the likeliest.
    """
    amounts: list[int | None] = []
    parts = [part for part in _WIDE.split(evened(text)) if part.strip()]
    for part in parts:
        cells = _cells(part, columns if len(parts) == 1 else None)
        if cells is None:
            return []
        amounts.extend(cells)
    return amounts


def _cells(part: str, columns: int | None) -> list[int | None] | None:
    """The amounts of a row without wide gaps, None where something else stands in it."""
    runs: list[list[str]] = []
    signs: list[int | None] = []
    for match in _CELLS.finditer(part):
        if match["other"]:
            return None
        if match["none"]:
            runs.append([])
            signs.append(None)
        elif match["number"]:
            if match["sign"].strip() or not runs or not runs[-1]:
                runs.append([])
                signs.append(-1 if match["sign"].strip() else 1)
            runs[-1].append(match["number"])
    wanted = columns - (len(runs) - 1) if columns is not None and sum(map(bool, runs)) == 1 else None
    return [each for run, sign in zip(runs, signs, strict=True) for each in _signed(run, sign, wanted)]


def _signed(run: list[str], sign: int | None, wanted: int | None) -> list[int | None]:
    """A run of digit groups as amounts; the sign belongs to the first of them."""
    if sign is None:
        return [None]
    numbers = [_kronor(" ".join(groups), None) for groups in split_groups(run, wanted)]
    return [numbers[0] * sign, *numbers[1:]]


def _amounts_of_row(text: str, plain: str, row: re.Match[str], after: re.Match[str] | None) -> list[Found[Amount]]:
    tokens = list(_TOKEN.finditer(plain, row.start(), row.end()))
    numbers = split_groups([token.group() for token in tokens])
    found: list[Found[Amount]] = []
    first = 0
    for groups in numbers:
        last = first + len(groups) - 1
        unit = _unit(after) if after is not None and last == len(tokens) - 1 else None
        start, end = tokens[first].start(), after.end() if after is not None and unit else tokens[last].end()
        start -= re.search(r"(?:^|[\s(])-$", plain[max(0, start - 2) : start]) is not None
        written = text[start:end]
        kronor = parse_amount(written)
        if kronor is not None and (unit or (len(groups) > 1 and groups[0][0] != "0") or groups[0].count(".") > 1):
            found.append(Found(Amount(kronor, unit, written), start, end))
        first = last + 1
    return found


def _is_other_number(plain: str, row: re.Match[str]) -> bool:
    """Is this row of digits, which has no unit, a phone or registration number, a share or the like?"""
    before = plain[max(0, row.start() - 16) : row.start()]
    return bool(
        row.group()[0] == "0" or re.search(r"[0-9]-$", before) or _NO_MONEY_BEFORE.search(before) or _NO_MONEY_AFTER.match(plain, row.end())
    )


def _unit(match: re.Match[str]) -> Unit | None:
    for unit in WORTH:
        if match[unit]:
            return unit
    return "kr" if match["mark"] else None


def _kronor(written: str, unit: Unit | None) -> int:
    """Rounded half up to whole kronor."""
    digits = written.replace(" ", "").replace("'", "").replace("’", "").replace(",", ".")
    if _DOTTED.match(digits) or not _DECIMAL.match(digits):
        whole, _, cents = digits.rpartition(".")
        digits = f"{whole.replace('.', '')}.{cents}" if len(cents) < 3 else digits.replace(".", "")
    return int((Decimal(digits) * WORTH[unit or "kr"]).quantize(Decimal(1), ROUND_HALF_UP))
