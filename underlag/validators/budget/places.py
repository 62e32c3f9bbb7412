"""The rows of a budget with their pointers, and what a person calls its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from underlag.schemas.budget import BLOCKS, KINDS, Budget, CostBlock, CostRow
from underlag.validators.wording import quoted

_WORDS: Mapping[str, str] = {
    "lonekostnader": "lönekostnader",
    "lokalkostnader": "lokalkostnader",
    "ovriga_lokalkostnader": "övriga lokalkostnader",
    "ovriga_kostnader": "övriga kostnader",
    "rekvireras": "att rekvirera",
    "egenfinansiering": "egenfinansiering",
    "totalt": "totalt",
}


def blocks(budget: Budget) -> tuple[tuple[str, CostBlock], ...]:
    """Both blocks of the detail with their pointers into the application."""
    both = (budget.detalj.rekvireras, budget.detalj.egenfinansiering)
    return tuple((f"/budget/detalj/{name}", block) for name, block in zip(BLOCKS, both, strict=True))


def of_kind(block: CostBlock, kind: str) -> tuple[CostRow, ...]:
    """The rows of one of `KINDS`."""
    return dict(zip(KINDS, (block.lonekostnader, block.lokalkostnader, block.ovriga_kostnader), strict=True))[kind]


def rows(budget: Budget) -> Iterator[tuple[str, CostRow]]:
    """Every row of the detail with its pointer into the application."""
    for at, block in blocks(budget):
        for kind in KINDS:
            for n, row in enumerate(of_kind(block, kind)):
                yield f"{at}/{kind}/{n}", row


def row_name(row: CostRow, at: str) -> str:
    """ "”Arbetsförmedlare” (lönekostnader att rekvirera, rad 6)"."""
    _, _, _, block, kind, n = at.split("/")[:6]
    where = f"{_WORDS[kind]}{' att rekvirera' if block == 'rekvireras' else ' i egenfinansieringen'}, rad {int(n) + 1}"
    return f"{quoted(row.benamning)} ({where})" if row.benamning else f"raden utan namn ({where})"


def worth(row: CostRow) -> int | None:
    """What the row amounts to: its printed sum, else its columns together; None where it has neither."""
    return row.summa if row.summa is not None else sum(row.belopp.values()) if row.belopp else None


def figure_name(budget: Budget, pointer: str) -> str:
    """A figure in words; `pointer` into the application."""
    path = [token.replace("~1", "/").replace("~0", "~") for token in pointer.removeprefix("/budget").split("/")[1:]]
    if path[0] == "detalj" and len(path) > 3 and path[2] in KINDS:
        row = of_kind(dict(blocks(budget))[f"/budget/detalj/{path[1]}"], path[2])[int(path[3])]
        name = row_name(row, f"/budget/detalj/{path[1]}/{path[2]}/{path[3]}")
        return f"summan för {name}" if path[-1] == "summa" else f"beloppet för {quoted(path[-1])} på {name}"
    if path[0] == "detalj" and len(path) == 2:
        return "total kostnad för insatsen i den detaljerade budgeten"
    if path[0] == "detalj":
        return _block_figure(path)
    if path[0] == "per_ar":
        year = budget.per_ar[int(path[1])].ar
        return f"{_WORDS[path[2]]} år {year} i tabellen per år"
    if path[0] == "sammanstallning":
        organisation = budget.sammanstallning[int(path[1])].organisation
        return f"beloppet ”{_WORDS[path[2]]}” för {quoted(organisation or '?')} i sammanställningen"
    return f"summan av ”{_WORDS[path[-1]]}” i sammanställningen"


def _block_figure(path: list[str]) -> str:
    block = "att rekvirera" if path[1] == "rekvireras" else "i egenfinansieringen"
    if path[2] == "summor_per_organisation":
        return f"{_WORDS[path[-1]]} {block} i kolumnen {quoted(path[3])}"
    kind = re.sub("^summa_", "", path[2])
    return f"totalsumman {block} i den detaljerade budgeten" if kind == "totalt" else f"summan av {_WORDS[kind]} {block}"
