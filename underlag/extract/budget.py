"""Reading form *budget*: the detailed budget, the table per year and the summary, as one record in whole kronor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from underlag.extract.budget_draft import Draft
from underlag.extract.budget_filing import Filing, Financing, financing, settle, years_apart
from underlag.extract.budget_rows import Columns, Money, cell_lines, cell_text, find_columns, is_like, table_rows
from underlag.extract.budget_words import (
    SECTION_WORDS,
    cost_kind,
    is_named,
    is_placeholder,
    is_total,
    names_party,
    share_behind,
    sum_of,
    year_row,
)
from underlag.extract.flow import Item
from underlag.extract.signature_names import organisation_apart
from underlag.schemas.budget import KINDS
from underlag.schemas.page import Cell, Line, Table
from underlag.values.amounts import parse_amount
from underlag.values.dates import dates_in
from underlag.values.folding import fold


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


def _own_look(table: Table) -> str | None:
    """Which table it is in a budget of its author's own look: costs that are added up, down or across, or who pays."""
    names = [cell_text(c) for c in table.cells if c.col == 0]
    head = fold(names[0]) if names else ""
    columns = find_columns(table)
    if columns is None:
        return None
    if _FINANCING.match(head):
        return "financing"
    costs = _COSTS.match(head) or (not head and _names_costs(names))
    return "detail" if costs and (columns.total is not None or any(map(is_total, names))) else None


def _names_costs(names: Sequence[str]) -> bool:
    """Do the rows name costs, though nothing heads them: posts with a share of full time, rent, travel?"""
    return sum(cost_kind(n) is not None or share_behind(n) is not None for n in names) > 1


def budget_tables(items: Sequence[Item]) -> list[tuple[Table, str]]:
    """The budget's tables in order with their kinds; what a page break cuts off a detailed budget is of its kind."""
    found: list[tuple[Table, str]] = []
    seen: Table | None = None
    before: Table | None = None
    for item in items:
        table = item.table
        if table is None or table is seen:
            before = None if table is None else before
            seen = table
            continue
        kind = kind_of_table(table) or _own_look(table) or ("detail" if before is not None and _goes_on(before, table) else None)
        if kind and all(table is not t for t, _ in found):
            found.append((table, kind))
        seen, before = table, table if kind == "detail" else None
    return found


def _goes_on(before: Table, table: Table) -> bool:
    """Does the table go on with the one before it: as many columns, and no heading row of its own?"""
    first = [cell_text(c) for c in table.row(0)]
    return table.cols == before.cols and table.page != before.page and any(parse_amount(t) is not None for t in first[1:] if t)


_FINANCING = re.compile(r"finansi(ar|ering)")
_COSTS = re.compile(r"(kostnad|budgetpost|utgift)")


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
    r"(?:(?:kostnader|belopp|kronor|angivet|anges)?\s*(?:anges\s+)?\bi\s+|(?:budget|kostnad|belopp|finansiering|summa)\w*\b.*?[(,]\s*)"
    r"(tkr|kr|kronor|tusental(?:\s+kronor)?)\b",
    re.IGNORECASE,
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
            elif draft.name is None and not re.match(r"(?i)enligt|bifogas|och|i\s+t?kr\b|/|\(?(t?kr|kronor)\b", name):
                draft.name = (name, p.lines[0])
        if re.search(r"loptid|insatstid|projekttid", fold(text)) and item.table is None:
            _period(draft, p.lines)


def read_tables(draft: Draft, items: Sequence[Item]) -> list[Table]:
    """Files every budget table into the draft, with the headings and sums that stand between them; gives back the tables."""
    kinds = {id(table): kind for table, kind in budget_tables(items)}
    used: list[Table] = []
    filing, told, head = Filing(draft), Financing(), ""
    columns: Columns | None = None
    for item in items:
        if item.table is None:
            filing.between(item)
            head = item.text or head
            continue
        if any(item.table is t for t in used):
            continue
        kind = kinds.get(id(item.table))
        found = find_columns(item.table)
        if kind == "years":
            _read_years(draft, item.table)
        elif kind == "summary":
            _read_summary(draft, item.table)
        elif kind == "financing" and found:
            told = financing(table_rows(item.table, found))
        elif kind == "detail":
            columns = _of_party(found, head) if found and (columns is None or found.organisations) else columns
            if columns is None:
                continue
            filing.take(table_rows(item.table, columns), columns)
        else:
            continue
        used.append(item.table)
        head = ""
    settle(draft, told)
    years_apart(draft, columns)
    _remark_columns(draft, columns, used)
    return used


def _of_party(columns: Columns, head: str) -> Columns:
    """The columns of a table that stands under a party's name, where its only column names none."""
    party, rest = organisation_apart(head.strip(" :"))
    if party is None or rest or len(columns.organisations) != 1 or columns.own or any(map(names_party, columns.organisations.values())):
        return columns
    return replace(columns, organisations=dict.fromkeys(columns.organisations, party), party=True)


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
