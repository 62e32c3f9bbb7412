"""Reading form *budget*: the detailed budget, the table per year and the summary, as one record in whole kronor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz

from underlag.extract.budget_rows import Columns, Money, Row, cell_lines, cell_text, find_columns, is_like, table_rows
from underlag.extract.flow import Item
from underlag.schemas.budget import KINDS
from underlag.schemas.page import Cell, Line, Table
from underlag.values.amounts import amounts_in, parse_amount
from underlag.values.dates import dates_in
from underlag.values.folding import fold

Kind = Literal["lonekostnader", "lokalkostnader", "ovriga_kostnader"]
SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "lonekostnader": (
        "Lönekostnader",
        "Lönekostnader inkl po-pålägg",
        "Lönekostnader inkl po-pål",
        "inkl PO-pålägg",
        "Personalkostnader",
        "Löner",
    ),
    "lokalkostnader": ("Lokalkostnader", "Lokaler"),
    "ovriga_kostnader": ("Övriga kostnader", "Övriga omkostnader"),
}
OWN_WORDS = ("Egenfinansiering", "Egen finansiering", "Medfinansiering")
_PLACEHOLDER = re.compile(r"^(?:namn|kostnadsbeteckning|<[^<>]{2,40}>|\[[^\[\]]{2,40}\]|organisation(?:\s*\d)?|x{2,})$", re.IGNORECASE)


def is_placeholder(text: str) -> bool:
    """Is the text what a template leaves where an answer should stand?"""
    return bool(_PLACEHOLDER.match(text.strip()))


def is_named(column: str) -> bool:
    """Is the column headed by more than a template's placeholder?"""
    return not is_placeholder(re.sub(r" \(\d\)$", "", column))


@dataclass(slots=True)
class Block:
    """One block of the detailed budget while it is being read."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {k: [] for k in KINDS})
    sums: dict[str, Row] = field(default_factory=dict)
    total: Row | None = None


@dataclass(slots=True)
class Draft:
    """A budget while it is being read; money as written."""

    name: tuple[str, Line] | None = None
    period: tuple[tuple[str, Line] | None, tuple[str, Line] | None] = (None, None)
    unit: tuple[Literal["kr", "tkr"], Line] | None = None
    drawn: Block = field(default_factory=Block)
    own: Block = field(default_factory=Block)
    whole: Row | None = None
    years: list[tuple[int, tuple[Line, ...], dict[str, Money]]] = field(default_factory=list)
    summary: list[tuple[str, tuple[Line, ...], dict[str, Money]]] = field(default_factory=list)
    summary_sum: dict[str, Money] = field(default_factory=dict)
    placeholders: list[tuple[str, str, Line]] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.years or self.summary or self.whole or self.drawn.total or self.drawn.sums or any(self.drawn.rows.values()))


_STEMS = (("lonekostnader", "lone"), ("lonekostnader", "personal"), ("lokalkostnader", "lokal"), ("ovriga_kostnader", "ovrig"))


def section_of(label: str) -> str | None:
    """The kind of cost that a heading row opens."""
    return next((kind for kind, words in SECTION_WORDS.items() if is_like(label, *words)), None)


def sum_of(label: str) -> str | None:
    """What a row adds up: a kind of cost, "drawn", "own" or "whole"; None for a row that is no sum."""
    folded = fold(label)
    if "total" in folded and is_like(
        label, "Total kostnad för insatsen", "Total kostnad", "Totala kostnader", "Summa totala kostnader", "Totalkostnad för insatsen"
    ):
        return "whole"
    if re.match(r"(summa|totalt?|totala?)\b", folded):
        if "egenfinans" in folded or "egen finans" in folded or "medfinans" in folded:
            return "own"
        kinds = {kind: fuzz.ratio(folded, fold(f"Summa {words[0]}")) for kind, words in SECTION_WORDS.items()}
        stems = [kind for kind, stem in _STEMS if re.search(rf"\b{stem}", folded)]
        likeliest = stems[0] if stems else max(kinds, key=lambda kind: kinds[kind])
        if stems or kinds[likeliest] >= 84:
            return likeliest
        if re.search(r"samordningsf|rekvirer|sokta?\b", folded):
            return "drawn"
    if re.match(r"(sokt|soks)\b.* (samordningsf|forbundet)", folded):
        return "drawn"
    if re.match(r"summa\b|totalt\b", folded) and is_like(label, "Totalt från Samordningsförbundet", cutoff=75):
        return "drawn"
    return None


def read_rows(draft: Draft, rows: Sequence[Row], state: tuple[str, str]) -> tuple[str, str]:
    """Files the rows into the draft; `state` is (block, kind of cost) and is given back for a table that goes on."""
    block_name, kind = state
    headed = kind != "lonekostnader" or any(section_of(row.label) and not row.has_amounts for row in rows)
    for row in rows:
        block = draft.own if block_name == "own" else draft.drawn
        added = sum_of(row.label) if row.label else None
        if added == "whole":
            draft.whole = row
        elif added == "drawn":
            draft.drawn.total, block_name = row, "own" if _between(draft) else block_name
        elif added == "own":
            draft.own.total = row
        elif added:
            block.sums[added] = row
        elif is_like(row.label, *OWN_WORDS):
            if row.has_amounts:
                draft.own.total = row
            else:
                block_name, kind = "own", "lonekostnader"
        elif (section := section_of(row.label)) and not row.has_amounts:
            kind = section
        elif (row.label or row.has_amounts) and (row.label or not row.idle):
            block.rows[kind if headed else section_of(row.label) or kind].append(row)
    return block_name, kind


def _between(draft: Draft) -> bool:
    return not draft.own.sums


def kind_of_table(table: Table) -> str | None:
    """Which of the budget's tables this is: "detail", "years", "summary" or none of them."""
    texts = [cell_text(c) for c in table.cells]
    folded = [fold(t) for t in texts]
    years = [t for t in texts if re.fullmatch(r"(?:19|20)\d\d", t.strip())]
    sections = sum(any(is_like(t, *w) for t in texts) for w in SECTION_WORDS.values())
    if years and sections >= 1 and not any(sum_of(t) in ("drawn", "own", "whole", *KINDS) for t in texts if t):
        return "years"
    if any(sum_of(t) in KINDS for t in texts if t) or (sections >= 2 and find_columns(table)):
        return "detail"
    if (
        table.rows <= 2
        and any(sum_of(cell_text(c)) for c in table.cells if c.col == 0)
        and any(parse_amount(t) is not None for t in texts if t)
    ):
        return "detail"  # a sum set in a table of its own
    heads = " ".join(folded[: 4 * max(1, table.cols)])
    if (
        "egenfinansiering" in heads
        and "rekvirera" in heads.replace("rekvireras", "rekvirera")
        and any(f in ("summa", "totalt") for f in folded)
    ):
        return "summary"
    return None


def _read_years(draft: Draft, table: Table) -> None:
    """The table per year, with its years in a row or down the first column."""
    down = {c.row: (int(cell_text(c)), cell_lines(c)) for c in table.cells if c.col == 0 and re.fullmatch(r"(?:19|20)\d\d", cell_text(c))}
    if down:
        keys = {c.col: key for c in table.cells if c.row < min(down) and (key := year_row(cell_text(c)))}
        for row, (year, lines) in sorted(down.items()):
            cells = {key: table.at(row, col) for col, key in keys.items()}
            found = {key: Money(n, cell_lines(c)) for key, c in cells.items() if (n := parse_amount(cell_text(c))) is not None}
            if found:
                draft.years.append((year, lines, found))
        return
    columns = {c.col: (int(cell_text(c)), cell_lines(c)) for c in table.cells if re.fullmatch(r"(?:19|20)\d\d", cell_text(c))}
    for col, (year, lines) in sorted(columns.items()):
        values: dict[str, Money] = {}
        for r in range(table.rows):
            key = year_row(cell_text(table.at(r, 0)))
            cell = table.at(r, col)
            amount = parse_amount(cell_text(cell)) if cell and cell.row == r and cell_text(cell) not in ("", str(year)) else None
            if key and amount is not None:
                values[key] = Money(amount, cell_lines(cell))
        if values:
            draft.years.append((year, lines, values))


def year_row(label: str) -> str | None:
    """The key of a row in the table per year; wages with the employer's fees override those without."""
    if is_like(
        label,
        "Lönekostnader",
        "inkl P.O tillägg",
        "inkl PO tillägg",
        "Lönekostnader inkl PO-tillägg",
        "Lönekostnader inkl PO-pålägg",
        "Personalkostnader",
    ):
        return "lonekostnader"
    if is_like(label, "Övriga lokalkostnader", cutoff=90):
        return "ovriga_lokalkostnader"
    if is_like(label, "Lokalkostnader", "Lokalhyra"):
        return "lokalkostnader"
    if is_like(label, "Övriga kostnader"):
        return "ovriga_kostnader"
    return "totalt" if re.match(r"(totalt?|summa)\b", fold(label)) else None


_SUMMARY_HEADS = (
    ("egenfinansiering", r"egenfinans|egen finans|medfinans"),
    ("rekvireras", r"rekvirera|sokt|fran samordning"),
    ("totalt", r"^totalt?\b|\btotal"),
)


def _summary_heads(table: Table) -> dict[int, str]:
    """Which column of a summary holds what, by the first heading that tells."""
    heads: dict[int, str] = {}
    for cell in table.cells:
        text = cell_text(cell)
        if cell.col and cell.col not in heads and parse_amount(text) is None and not dates_in(text):
            key = next((k for k, pattern in _SUMMARY_HEADS if re.search(pattern, fold(text))), None)
            if key and key not in heads.values():
                heads[cell.col] = key
    return heads


def _read_summary(draft: Draft, table: Table) -> None:
    heads = _summary_heads(table)
    for r in range(table.rows):
        first = table.at(r, 0)
        name = cell_text(first)
        cells = {key: own for col, key in heads.items() if (own := table.at(r, col)) is not None and own.row == r}
        values = {key: Money(n, cell_lines(own)) for key, own in cells.items() if (n := parse_amount(cell_text(own))) is not None}
        if re.search(r"loptid|projekttid", fold(name)):
            _period(draft, [line for c in table.row(r) for line in cell_lines(c)])
        elif values and first is not None:
            _file_summary_row(draft, first, name, values)


def _file_summary_row(draft: Draft, first: Cell, name: str, values: dict[str, Money]) -> None:
    """Files one row with amounts: the sum, a placeholder's, or an organisation's (without a remark in brackets below it)."""
    if re.match(r"(summa|totalt)\b", fold(name)):
        draft.summary_sum = values
    elif is_placeholder(name):
        draft.placeholders.append(("/budget/sammanstallning", name, cell_lines(first)[0]))
    elif name:
        kept = [p for p in first.paragraphs if not p.text.startswith("(")] or list(first.paragraphs)
        lines = tuple(line for p in kept for line in p.lines if not line.text.startswith("(") or len(p.lines) == 1)
        named = re.sub(r"^(?:huvud|del)insatsägare\s*\d*\s*:?\s*", "", " ".join(line.text for line in lines), flags=re.IGNORECASE)
        draft.summary.append((named.strip() or name, lines, values))


def _period(draft: Draft, lines: Sequence[Line]) -> None:
    days = [(d.value.isoformat(), line) for line in lines for d in dates_in(line.text)]
    if days and draft.period[0] is None:
        draft.period = (min(days, key=lambda d: d[0]), max(days, key=lambda d: d[0]) if len(days) > 1 else None)


_UNIT = re.compile(
    r"(?:kostnader|belopp|kronor|angivet|anges)?\s*(?:anges\s+)?\bi\s+(tkr|kr|kronor|tusental(?:\s+kronor)?)\b", re.IGNORECASE
)
_NAME_HEAD = re.compile(
    r"^\s*(?:budget\s*[-–—:]?\s*detaljerad|detaljerad\s+budget|budgetsammanst[äa]llning|budget)\b\s*(?:f[öo]r\b)?\s*[-–—:]?\s*",
    re.IGNORECASE,
)


def read_lines_around(draft: Draft, items: Sequence[Item]) -> None:
    """What stands beside the tables: the insats's name in the heading, its period, the unit."""
    for item in items:
        p = item.paragraph
        if p is None:
            continue
        text = " ".join(p.text.split())
        unit = _UNIT.search(text)
        if unit and draft.unit is None and len(text) < 120:
            draft.unit = ("kr" if unit[1].lower() in ("kr", "kronor") else "tkr", p.lines[0])
        head = _NAME_HEAD.match(text)
        if head and len(text) < 160 and text[head.end() :].strip():
            name = text[head.end() :].strip(" :")
            if is_placeholder(name):
                draft.placeholders.append(("/budget/insatsens_namn", name, p.lines[0]))
            elif draft.name is None and not re.match(r"(?i)enligt|bifogas|och|i\s+t?kr\b|/", name):
                draft.name = (name, p.lines[0])
        if re.search(r"loptid|insatstid|projekttid", fold(text)) and item.table is None:
            _period(draft, p.lines)


def read_tables(draft: Draft, items: Sequence[Item]) -> list[Table]:
    """Files every budget table into the draft, with the headings and sums that stand between them; gives back the tables."""
    used: list[Table] = []
    state = ("drawn", "lonekostnader")
    columns: Columns | None = None
    for item in items:
        if item.table is None:
            state = _read_between(draft, item, state)
            continue
        if any(item.table is t for t in used):
            continue
        kind = kind_of_table(item.table)
        if kind == "years":
            _read_years(draft, item.table)
        elif kind == "summary":
            _read_summary(draft, item.table)
        elif kind == "detail":
            found = find_columns(item.table)
            if found and (columns is None or found.organisations):
                columns = found
            if columns is None:
                continue
            state = read_rows(draft, table_rows(item.table, columns), state)
        else:
            continue
        used.append(item.table)
    _remark_columns(draft, columns, used)
    return used


def _read_between(draft: Draft, item: Item, state: tuple[str, str]) -> tuple[str, str]:
    """A line between the tables: the heading of a block, or the whole cost."""
    head, _, rest = item.text.partition(":")
    if is_like(head, *OWN_WORDS):
        return "own", "lonekostnader"
    if is_like(head, "Kostnader att rekvirera från Samordningsförbundet", "Kostnader att rekvirera"):
        return "drawn", "lonekostnader"
    amount = next((f.value.kronor for f in amounts_in(rest)), parse_amount(rest)) if rest.strip() else None
    if sum_of(head) == "whole" and amount is not None and item.paragraph:
        draft.whole = Row(head, item.paragraph.lines, total=Money(_as_in_tables(rest, amount), item.paragraph.lines))
    return state


def _as_in_tables(written: str, kronor: int) -> int:
    """An amount beside the tables, in the unit that their bare numbers have."""
    return kronor // 1000 if re.search(r"\btkr\b", written, re.IGNORECASE) else kronor


def _remark_columns(draft: Draft, columns: Columns | None, used: Sequence[Table]) -> None:
    for name in columns.organisations.values() if columns else ():
        if not is_named(name):
            bare = re.sub(r" \(\d\)$", "", name)
            line = next((line for t in used for c in t.cells if cell_text(c) == bare for line in cell_lines(c)), None)
            if line:
                draft.placeholders.append(("/budget/detalj", name, line))


def read_budget(items: Sequence[Item]) -> tuple[Draft, list[Table]]:
    """The budget in the items, and the tables that it was read from."""
    draft = Draft()
    used = read_tables(draft, items)
    if used:
        near = [i for i in items if i.table is None or any(i.table is t for t in used)]
        read_lines_around(draft, near)
    return draft, used
