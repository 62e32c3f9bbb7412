"""The table of amounts adds up, and what is proposed does not take more than there is to decide on."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ekonomisk_information import FORM, EkonomiskInformation
from underlag.validators.allocation import Row, divided_as_decided
from underlag.validators.arithmetic import Arithmetic
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import number
from underlag.values.pointers import tokens


def thousands(amount: float) -> str:
    """ "1 246 tkr"."""
    return number(amount) + "\u00a0tkr"


def _name(case: Case[EkonomiskInformation], pointer: str) -> str:
    """A figure by its row and column as the table heads them."""
    path, record = tokens(pointer), case.record
    column = int(path[-1])
    heading = record.kolumner[column] if column < len(record.kolumner) else f"kolumn {column + 1}"
    if path[0] == "rader":
        return f"”{record.rader[int(path[1])].rubrik or f'rad {int(path[1]) + 1}'}”, {heading},"
    return f"beslutsutrymmet {'före' if path[0].endswith('fore') else 'efter'} förslagen, {heading},"


SUMS: Arithmetic[EkonomiskInformation] = Arithmetic(FORM.sums, name=_name, write=thousands)


def check_enough(case: Case[EkonomiskInformation]) -> Iterator[Judgment]:
    """No year's room is less than nothing when what is proposed has been granted."""
    for n, left in enumerate(case.record.beslutsutrymme_efter):
        at = f"/beslutsutrymme_efter/{n}"
        if left is None:
            continue
        if left >= 0:
            yield holds(at)
            continue
        name = _name(case, at)
        message = f"{name[0].upper()}{name[1:]} är {thousands(left)}: förslagen tar mer än det finns att besluta om."
        yield case.broken((at,), message, 0, left)


def _efforts(case: Case[EkonomiskInformation]) -> Iterator[list[Row]]:
    """The amounts of each column."""
    for n in range(len(case.record.kolumner)):
        amounts = {k: row.belopp[n] for k, row in enumerate(case.record.rader) if n < len(row.belopp)}
        yield [(f"/rader/{k}/belopp/{n}", case.record.rader[k].rubrik or "", a) for k, a in amounts.items() if a is not None]


RULES = (
    Rule(
        id="ekonomi.last",
        title="Tabellens summor gick att läsa",
        severity="varning",
        source="Den ekonomiska informationens tabell",
        guidance="Kontrollera summorna i originalet.",
        check=SUMS.readable,
        needs=("/rader",),
    ),
    Rule(
        id="ekonomi.summa",
        title="Summaraderna är summan av sina rader",
        severity="varning",
        source="Den ekonomiska informationens tabell; vilka rader som hör till en summa visar de kolumner där den stämmer",
        guidance="Kontrollera raderna och räkna om summan.",
        check=SUMS.adds_up("ekonomi.summa"),
        needs=("/rader",),
    ),
    Rule(
        id="ekonomi.beslutsutrymme_fore",
        title="Beslutsutrymmet före förslagen följer av raderna ovanför",
        severity="varning",
        source="Den ekonomiska informationens tabell, ”Beslutsutrymme före …”; hur det räknas visar de kolumner där det stämmer",
        guidance="Kontrollera raderna och räkna om beslutsutrymmet.",
        check=SUMS.adds_up("ekonomi.beslutsutrymme_fore"),
        needs=("/rader", "/beslutsutrymme_fore"),
    ),
    Rule(
        id="ekonomi.beslutsutrymme_efter",
        title="Beslutsutrymmet efter förslagen är utrymmet före, mindre det som föreslås",
        severity="varning",
        source="Den ekonomiska informationens tabell, ”Beslutsutrymme efter …”",
        guidance="Räkna om beslutsutrymmet efter förslagen.",
        check=SUMS.adds_up("ekonomi.beslutsutrymme_efter"),
        needs=("/beslutsutrymme_fore", "/beslutsutrymme_efter"),
    ),
    Rule(
        id="ekonomi.underskott",
        title="Förslagen ryms i beslutsutrymmet",
        severity="varning",
        source="Den ekonomiska informationens tabell, ”Beslutsutrymme efter …”",
        guidance="Kontrollera om förslagen kan finansieras det året.",
        check=check_enough,
        needs=("/beslutsutrymme_efter",),
    ),
    divided_as_decided(_efforts),
)
