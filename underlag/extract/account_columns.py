"""The columns of an account: what its header rows call them, and which column each figure of a row stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from underlag.extract.account_rows import Piece, Row
from underlag.values.dates import dates_in, years_in
from underlag.values.folding import fold
from underlag.values.months import MONTH
from underlag.values.spans import evened

NOTE, QUOTA, OTHER, AMOUNT, LABEL = "not", "kvot", "annat", "belopp", "post"
"""What a column holds besides the amounts of a date or year: note numbers, shares, what the record has no place for, amounts
of a year that is not written, and the rows' names.
"""

_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = (
    rf"(?:{_YEAR} ?[-./] ?[0-9]{{1,2}}(?: ?[-./] ?[0-9]{{1,2}})?|{_YEAR}[01][0-9][0-3][0-9]|[0-9]{{6}}|(?:{MONTH})\.? {_YEAR}"
    rf"|[0-9]{{1,2}}[ ./]+(?:[0-9]{{1,2}}[ -./]+|(?:{MONTH})\.? )?{_YEAR}|{_YEAR})"
)
_PERIOD = rf"{_DAY}(?: ?(?:-|t\.?o\.?m\.?|till(?: och med)?)? ?{_DAY})?"
_DATE_WORDS = (
    r"(?:helår(?:et)?|utfall|bokslut|årsbokslut|år|per|period(?:en)?|ack(?:umulerat)?|verksamhetsår(?:et)?|räkenskapsår(?:et)?|ib|ub|den"
    r"|ingående|utgående|saldo|jan(?:uari)?\.? ?- ?dec(?:ember)?\.?|förbruk(?:at|ning|ade medel)|kostnad(?:er)?|belopp|årets|redovisat"
    r"|resultat)"
)
_OTHER_WORDS = (
    r"(?:års)?budget(?:erat|avvikelse)?|avvikelse|prognos|förändring|diff(?:erens)?|återstår|kvar|beviljat|beslutat|anslag|plan"
    r"|nyckeltal|kommentar"
)
_QUOTA_WORDS = (
    r"(?:förbruknings?|budget)?-? ?kvot|förbruk(?:ad|nings?)-? ?(?:andel|grad|%)(?: av budget(?:en)?)?"
    r"|(?:nyttja|förbruka|upparbeta|rekvirera)[dt](?: i)? ?(?:%|andel|grad)|nyttjandegrad"
    r"|andel(?: av budget(?:en)?)?(?: förbrukad)?|% ?av budget(?:en)?|i ?%|%|procent"
)
_UNIT_WORDS = r"\(?(?:belopp )?(?:i )?(?:tkr|kkr|mkr|kr|kronor|tsek|sek|tusen(?:tals?)? (?:kr|kronor))\)?"
_TOKEN = re.compile(
    rf"(?P<quota>(?:{_QUOTA_WORDS}))(?!\w)|(?P<other>(?:{_OTHER_WORDS})(?!\w)(?: ?(?:{_PERIOD})(?![0-9]))?)"
    rf"|(?P<note>not(?:er)?(?: ?nr)?\.?)(?!\w)"
    rf"|(?P<date>(?:{_DATE_WORDS}[ .:]*)*(?<![0-9])(?:{_PERIOD})(?! [0-9]{{3}}(?![0-9]))(?![0-9]))"
    rf"|(?P<unit>{_UNIT_WORDS})(?!\w)|(?P<amount>(?:{_DATE_WORDS})+)(?!\w)",
    re.IGNORECASE,
)
_HINT = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{6}|kvot|andel|budget|förbruk|utfall|kostnad|belopp|%", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;/|()–-]*")
_UNIT = re.compile(
    r"\b(?:(?P<tkr>tkr|kkr|tsek|ksek|tusen(?:tals?)? kr(?:onor)?|1000 ?(?:tal )?kr(?:onor)?)|(?P<mkr>mkr|mnkr|msek|miljoner kr(?:onor)?))\b"
)
_NAMES = re.compile(r"^(?:(?:samverkans)?insats(?:er|en|ens namn)?|projekt(?:et|namn)?|verksamhet|post|benamning|aktivitet|namn)$")
_WIDEST = 300


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` is its year-end date or year, or one of the words above; `right` its right edge in points, if known."""

    key: str
    piece: Piece
    bare_year: bool = False
    right: float | None = None

    @property
    def dated(self) -> bool:
        return self.key[0].isdigit()


@dataclass(frozen=True, slots=True)
class Header:
    """The columns that a header row names, and what of the row stands before them. `names`: that is the heading of a column of
    insatser; `cols`: how many columns the header's table has.
    """

    columns: tuple[Column, ...]
    label: str = ""
    names: bool = False
    cols: int | None = None

    @property
    def amounts(self) -> tuple[Column, ...]:
        """The columns that hold figures of money, those without a place in the record included."""
        return tuple(c for c in self.columns if c.key not in (NOTE, QUOTA, LABEL))

    @property
    def keys(self) -> tuple[str, ...]:
        """The dates or years that rows have amounts for."""
        return tuple(dict.fromkeys(c.key for c in self.columns if c.dated))

    @property
    def noted(self) -> bool:
        return any(c.key == NOTE for c in self.columns)


def unit_in(text: str) -> str | None:
    """The unit that a heading gives its amounts: `tkr` or `mkr`; None where it gives none or says kronor."""
    found = _UNIT.search(fold(text))
    return None if found is None else str(found.lastgroup)


def header_in(row: Row) -> Header | None:
    """The row as a header; None where it is none. A header says years, dates and the like, after at most a name."""
    if row.long or len(row.text) > _WIDEST or not _HINT.search(row.text):
        return None
    columns: list[Column] = []
    labels: list[str] = []
    for place, piece in enumerate(row.pieces):
        tokens = _tokens(piece)
        if tokens is None:
            if columns or place > 1:
                return None
            glued = _glued(piece) if len(row.pieces) == 1 else None
            labels.append(piece.text if glued is None else glued[0])
            columns += glued[1] if glued else []
        else:
            columns += tokens
    label = " ".join(labels)
    dated = [c for c in columns if c.dated]
    if not dated and not (len(columns) > 1 or (columns and _NAMES.match(fold(label)))):
        return None
    if dated and len({c.key for c in dated}) < len(dated) and len(columns) == len(dated):
        return None
    return Header(tuple(columns), label, bool(_NAMES.match(fold(label))), row.table.cols if row.table else None)


def _tokens(piece: Piece) -> list[Column] | None:
    """The columns that a piece names when it is made of header words only."""
    plain, at, columns = evened(piece.text), 0, list[Column]()
    if re.fullmatch(_QUOTA_WORDS, plain.replace(" ", ""), re.IGNORECASE):
        return [Column(QUOTA, piece, right=piece.box.x1 if piece.box else None)]
    for found in _TOKEN.finditer(plain):
        if not _BETWEEN.fullmatch(plain, at, found.start()):
            return None
        at = found.end()
        named = _columns(found, piece)
        if named is None:
            return None
        columns += named
    if not _BETWEEN.fullmatch(plain, at, len(plain)) or at == 0:
        return None
    return _one_cell(columns, piece)


def _one_cell(columns: list[Column], piece: Piece) -> list[Column]:
    """A cell of a table is one column, however many words head it ("2014-01-01 2014-12-31", "Utfall / 2014")."""
    if piece.col is None and piece.box is None:
        return columns
    dated = [c for c in columns if c.dated]
    others = [c for c in columns if c.key in (OTHER, QUOTA, NOTE)]
    if not columns or (len(dated) > 1 and piece.col is None):
        return columns
    if others:
        return others[:1]
    return [max(dated, key=lambda c: c.key)] if dated else columns[:1]


def _glued(piece: Piece) -> tuple[str, list[Column]] | None:
    """A line of text whose end names columns: its beginning and those columns."""
    plain = evened(piece.text)
    if len(re.findall(r"(?:19|20)[0-9]{2}|[0-9]{6}", plain)) < 2:
        return None
    for found in re.finditer(r"(?<![\w-])(?=[\wÅÄÖåäö%(])", plain):
        tail = replace(piece, text=plain[found.start() :])
        columns = _tokens(tail) if found.start() else None
        if columns and len(columns) > 1 and any(c.dated for c in columns):
            return piece.text[: found.start()].strip(" :-–\t"), columns
    return None


def _columns(found: re.Match[str], piece: Piece) -> list[Column] | None:
    """The columns that a token names: none for a unit, two for two dates side by side; None where a date is impossible."""
    right = piece.box.x1 if piece.box else None
    for group, key in (("quota", QUOTA), ("other", OTHER), ("note", NOTE), ("amount", AMOUNT)):
        if found[group]:
            return [Column(key, piece, right=right)]
    if not found["date"]:
        return []
    days = [d.value for d in dates_in(found["date"])]
    if days:
        spans = len(days) == 2 and days[0] < days[1] and (days[0].month, days[0].day) == (1, 1)
        return [Column(d.isoformat(), piece, right=right) for d in (days[-1:] if spans or len(days) == 1 else days)]
    years = years_in(found["date"])
    spans = len(years) == 2 and years[0] < years[1] and re.search(r"[0-9] ?[-/] ?[0-9]", evened(found["date"])) is not None
    return [Column(f"{y}", piece, bare_year=True, right=right) for y in (years[-1:] if spans else years)] or None


def merged(first: Header, second: Header) -> Header:
    """Two header rows, one above the other, as one: the later date of a column, and a word that says what it is."""
    if len(first.columns) != len(second.columns):
        better = first if len(first.keys) > len(second.keys) else second
        return replace(better, label=first.label or second.label, names=first.names or second.names)
    columns = []
    for above, below in zip(first.columns, second.columns, strict=True):
        odd = next((c for c in (above, below) if c.key in (OTHER, QUOTA, NOTE)), None)
        dated = [c for c in (above, below) if c.dated]
        columns.append(odd or (max(dated, key=lambda c: c.key) if dated else below))
    return Header(tuple(columns), first.label or second.label, first.names or second.names, second.cols or first.cols)
