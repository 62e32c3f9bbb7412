"""The table of costs: what each insats cost, by year, and the share of its budget that was used."""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.extract.account_columns import AMOUNT, QUOTA, Column, Header, header_in
from underlag.extract.account_rows import Row, account_rows
from underlag.extract.account_sections import Section, sections_of
from underlag.extract.column_cells import clean_name, share
from underlag.extract.flow import Item
from underlag.extract.statements import Account, Draft, read_section
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.form import Field, Form
from underlag.schemas.page import join_lines
from underlag.values.folding import fold

_TOTAL = re.compile(r"^(?:summa|totalt?|samtliga|s a)\b")
_LINES_ABOVE = 2


def read_costs(items: list[Item], field: Field, form: Form, year: int | None) -> list[Tree]:
    """The rows of the table of costs, sums left out. `year` is the report's, for a column that names none."""
    rows = account_rows(items)
    found: list[Tree] = []
    for section in (*sections_of(rows, form), *_unheaded(rows, field.pointer)):
        if section.pointer == field.pointer and not found:
            found = _rows(read_section(section, None), year)
    return found


def _title(rows: Sequence[Row], first: Row) -> str:
    """The lines right above a table, which may say in what unit its amounts are."""
    at = next(n for n, row in enumerate(rows) if row is first)
    return " ".join(row.text for row in rows[max(0, at - _LINES_ABOVE) : at] if row.table is None and not row.long)


def _unheaded(rows: Sequence[Row], pointer: str) -> list[Section]:
    """Tables that no heading of known wording announces: one whose rows are insatser, with a column of shares."""
    sections: list[Section] = []
    for row in rows:
        header = header_in(row) if row.table is not None else None
        if header is not None and header.names:
            mine = [r for r in rows if r.table is row.table]
            if any(c.key == QUOTA or (c.key == AMOUNT and _holds_shares(c, mine)) for c in header.columns):
                sections.append(Section(pointer, title=_title(rows, mine[0]), rows=mine))
    return sections


def _holds_shares(column: Column, rows: Sequence[Row]) -> bool:
    """Are the figures under a heading such as "Förbrukat" shares?"""
    told = [p.text for row in rows for p in row.pieces if p.col == column.piece.col and any(map(str.isdigit, p.text))]
    return 2 * sum("%" in text for text in told) > len(told)


def _rows(account: Account, year: int | None) -> list[Tree]:
    trees: list[Tree] = []
    for draft in account.drafts:
        name = clean_name(join_lines(draft.label))
        tree = _row(draft, draft.header, year)
        if tree is not None and not _TOTAL.match(fold(name)):
            trees.append({"insats": Leaf(name, tuple(draft.lines)), **tree})
    return trees


def _row(draft: Draft, header: Header, year: int | None) -> dict[str, Tree] | None:
    """The amounts by year and the share of one row; None where it has neither."""
    amounts: dict[str, Tree] = {}
    used: Leaf | None = None
    undated = [k for k, c in enumerate(header.columns) if c.key == AMOUNT]
    for k, column in enumerate(header.columns):
        piece = draft.figures.under.get(k)
        if column.key == QUOTA or (column.key == AMOUNT and piece and "%" in piece.text):
            value = share(piece.text, column.piece.text) if piece else None
            used = Leaf(value, piece.lines) if piece and value is not None else used
        elif column.dated or (year is not None and undated == [k] and not header.keys):
            kronor = piece.amount(draft.unit) if piece else None
            name = column.key[:4] if column.dated else f"{year}"
            amounts[name] = Leaf(kronor, piece.lines) if piece and kronor is not None else amounts.get(name)
    if used is None and all(leaf is None for leaf in amounts.values()):
        return None
    return {"belopp": amounts, "forbrukningskvot": used}
