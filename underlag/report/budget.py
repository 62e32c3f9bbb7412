"""The budget as tables: the detailed budget with a column for each organisation, the years, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from underlag.report.blocks import BLANK, Block, Cells, Column, Facts, Row, Table, Value
from underlag.report.wording import one_line
from underlag.schemas.budget import BLOCKS, KINDS
from underlag.schemas.words import key_label

Path = tuple[str, ...]
Record = Mapping[str, object]

OPTIONAL = ("tjanst_procent", "start", "slut")  # columns shown only where some row has them
SUMMARY = ("rekvireras", "egenfinansiering", "totalt")
YEARS = ("lonekostnader", "lokalkostnader", "ovriga_lokalkostnader", "ovriga_kostnader", "totalt")


def budget_blocks(budget: Record, path: Path, cells: Cells) -> Iterator[Block]:
    """Facts, then the tables that have anything in them. `path` leads to `budget` in its record (empty for a part of its own)."""
    detail = mapping(budget.get("detalj"))
    leaves = [((*path, key), budget.get(key)) for key in ("insatsens_namn", "angiven_enhet")]
    leaves += [((*path, "loptid", key), mapping(budget.get("loptid")).get(key)) for key in ("start", "slut")]
    leaves.append(((*path, "detalj", "total_kostnad"), detail.get("total_kostnad")))
    yield Facts(tuple((_fact_label(at), cells.value(value, at)) for at, value in leaves))
    for block in BLOCKS:
        if table := _cost_table(mapping(detail.get(block)), (*path, "detalj", block), cells):
            yield table
    yield from _plain_tables(budget, path, cells)


def _fact_label(at: Path) -> str:
    return f"Löptid, {key_label(at[-1]).lower()}" if "loptid" in at else key_label(at[-1])


def _cost_table(block: Record, path: Path, cells: Cells) -> Table | None:
    printed = mapping(block.get("summor_per_organisation"))
    rows = [row for kind in KINDS for row in row_list(block.get(kind))]
    if not rows and not printed and all(block.get(key) is None for key in _sum_keys()):
        return None
    organisations = tuple(dict.fromkeys([str(k) for row in rows for k in mapping(row.get("belopp"))] + [str(k) for k in printed]))
    optional = tuple(key for key in OPTIONAL if any(row.get(key) is not None for row in rows))
    columns = [Column("Benämning"), *(Column(key_label(key), key == "tjanst_procent") for key in optional)]
    columns += [Column(one_line(name), numeric=True) for name in organisations] + [Column("Summa", numeric=True)]
    made: list[Row] = []
    for kind in KINDS:
        made += _kind_rows(block, (*path, kind), cells, (optional, organisations))
    made.append(_sum_row("Totalt", ("totalt", "totalt"), block, (path, cells, optional, organisations)))
    return Table(key_label(path[-1]), tuple(columns), tuple(made))


def _sum_keys() -> tuple[str, ...]:
    return (*(f"summa_{kind}" for kind in KINDS), "totalt")


def _kind_rows(block: Record, path: Path, cells: Cells, shown: tuple[tuple[str, ...], tuple[str, ...]]) -> Iterator[Row]:
    """The rows of one kind of cost under its heading, and their printed sum."""
    optional, organisations = shown
    kind, rows = path[-1], row_list(block.get(path[-1]))
    if not rows and block.get(f"summa_{kind}") is None:
        return
    yield Row((Value(key_label(kind)),), "head")
    for n, row in enumerate(rows):
        at, paid = (*path, str(n)), mapping(row.get("belopp"))
        line = [cells.value(row.get(key), (*at, key)) for key in ("benamning", *optional)]
        line += [cells.value(paid[name], (*at, "belopp", name)) if name in paid else BLANK for name in organisations]
        yield Row((*line, cells.value(row.get("summa"), (*at, "summa"))))
    yield _sum_row(f"Summa {key_label(kind).lower()}", (f"summa_{kind}", kind), block, (path[:-1], cells, optional, organisations))


def _sum_row(label: str, keys: tuple[str, str], block: Record, setting: tuple[Path, Cells, tuple[str, ...], tuple[str, ...]]) -> Row:
    """A row of printed sums. `keys`: the sum's name in the block, and in each organisation's sums."""
    path, cells, optional, organisations = setting
    printed = mapping(block.get("summor_per_organisation"))
    line = [Value(label), *(BLANK for _ in optional)]
    for name in organisations:
        value = mapping(printed.get(name)).get(keys[1])
        line.append(BLANK if value is None else cells.value(value, (*path, "summor_per_organisation", name, keys[1])))
    return Row((*line, cells.value(block.get(keys[0]), (*path, keys[0]))), "sum")


def _plain_tables(budget: Record, path: Path, cells: Cells) -> Iterator[Table]:
    years = row_list(budget.get("per_ar"))
    if years:
        keys = tuple(key for key in YEARS if any(year.get(key) is not None for year in years))
        rows = tuple(_line(year, ("ar", *keys), (*path, "per_ar", str(n)), cells) for n, year in enumerate(years))
        yield Table("Per år", (Column("År"), *(Column(key_label(key), numeric=True) for key in keys)), rows)
    organisations = row_list(budget.get("sammanstallning"))
    whole = mapping(budget.get("sammanstallning_summa"))
    if organisations or any(value is not None for value in whole.values()):
        rows = tuple(
            _line(row, ("organisation", *SUMMARY), (*path, "sammanstallning", str(n)), cells) for n, row in enumerate(organisations)
        )
        sums = tuple(cells.value(whole.get(key), (*path, "sammanstallning_summa", key)) for key in SUMMARY)
        columns = (Column("Organisation"), *(Column(key_label(key), numeric=True) for key in SUMMARY))
        yield Table("Sammanställning", columns, (*rows, Row((Value("Summa"), *sums), "sum")))


def _line(row: Record, keys: Sequence[str], path: Path, cells: Cells) -> Row:
    return Row(tuple(cells.value(row.get(key), (*path, key)) for key in keys))


def mapping(value: object) -> Record:
    """The value where it is an object of the record, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def row_list(value: object) -> tuple[Record, ...]:
    """The rows of a list of objects; none where the value is no such list."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return ()
    return tuple(row for row in value if isinstance(row, Mapping))
