"""The effect on the room for decisions (beslutsutrymme), as the economic account among the papers tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from underlag.report.au.matters import Matter, Paper, of_type
from underlag.report.labels import pages_words
from underlag.report.wording import number, one_line
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.values.insats_names import heads_insats

LONGEST_HEADING = 60  # characters
NOTHING = "–"

Amounts = tuple[int | None, ...]
"""One for each column that is shown, in the account's own unit."""


@dataclass(frozen=True, slots=True)
class Rad:
    """A row of the table: its heading, and the amounts as text."""

    rubrik: str
    belopp: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utrymme:
    """What can be decided on before and after the proposals, one amount a column, in thousands of kronor as the account writes them.

    `kalla` says where it stands, `rader` is the table to show.
    """

    rubrik: str
    kalla: str
    kolumner: tuple[str, ...]
    fore: Amounts
    efter: Amounts
    rader: tuple[Rad, ...]

    @property
    def beskrivning(self) -> str:
        """The same in a sentence, for those who do not see the chart."""
        said = (
            f"{column}: före {_written(before)}, efter {_written(after)}"
            for column, before, after in zip(self.kolumner, self.fore, self.efter, strict=True)
        )
        return f"Beslutsutrymme i tusental kronor. {'; '.join(said)}."


def utrymmen(papers: Sequence[Paper], matters: Sequence[Matter]) -> tuple[Utrymme, ...]:
    """One for each account among the papers that tells of any room."""
    accounts = ((paper, EkonomiskInformation.model_validate(paper.part.record)) for paper in of_type(papers, "ekonomisk_information"))
    return tuple(room for paper, account in accounts if (room := _utrymme(paper, account, matters)).kolumner)


def _utrymme(paper: Paper, account: EkonomiskInformation, matters: Sequence[Matter]) -> Utrymme:
    before, after = account.beslutsutrymme_fore, account.beslutsutrymme_efter
    shown = [n for n in range(len(account.kolumner)) if _at(before, n) is not None or _at(after, n) is not None]
    fore, efter = (tuple(_at(amounts, n) for n in shown) for amounts in (before, after))
    rows = [("Före föreslagna ansökningar", fore)]
    rows += [(heading, tuple(_at(row.belopp, n) for n in shown)) for heading, row in _proposed(account, matters)]
    rows += [("Efter föreslagna ansökningar", efter)]
    return Utrymme(
        rubrik=f"Beslutsutrymme per {account.per_datum}" if account.per_datum else "Beslutsutrymme",
        kalla=f"{one_line(paper.result.source.file)}, {pages_words(*paper.part.pages)}",
        kolumner=tuple(one_line(account.kolumner[n], LONGEST_HEADING) for n in shown),
        fore=fore,
        efter=efter,
        rader=tuple(Rad(heading, tuple(map(_written, amounts))) for heading, amounts in rows),
    )


def _proposed(account: EkonomiskInformation, matters: Sequence[Matter]) -> Iterator[tuple[str, AmountRow]]:
    """The account's row for each insats: the last that bears its name, since what runs already stands further up."""
    last = {n: matter for matter in matters if (n := _row_of(account, matter)) is not None}
    return ((one_line(matter.name, LONGEST_HEADING), account.rader[n]) for n, matter in last.items())


def _row_of(account: EkonomiskInformation, matter: Matter) -> int | None:
    return max((n for n, row in enumerate(account.rader) if heads_insats(row.rubrik, matter.name)), default=None)


def _at(amounts: Sequence[int | None], column: int) -> int | None:
    return amounts[column] if column < len(amounts) else None


def _written(amount: int | None) -> str:
    return NOTHING if amount is None else number(amount)
