"""The memo's tables add up, each by itself and one with another."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.sums import BorneOut
from underlag.schemas.uppfoljning import FORM, Uppfoljning
from underlag.schemas.uppfoljning_sums import COLUMNS, QUOTAS, REMAINING
from underlag.validators.arithmetic import Arithmetic
from underlag.validators.rule import Case, Check, Judgment, Rule

SUMS: Arithmetic[Uppfoljning] = Arithmetic(FORM.sums)


def _meant(check: Check[Uppfoljning], figures: BorneOut, at: str, what: str) -> Check[Uppfoljning]:
    """The check of what holds in most memos, with one judgment for all its figures where most of this memo's say otherwise."""

    def checked(case: Case[Uppfoljning]) -> Iterator[Judgment]:
        held, failed = figures.agreement(case.data)
        if failed > 1 and failed > held:
            message = f"{what} på {failed} av {held + failed} ställen; talen avser troligen olika saker eller olika tid."
            yield Judgment("undecided", (at,), message)
        yield from check(case)

    return checked


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.last",
        title="Tabellernas summor gick att läsa",
        severity="varning",
        source="Uppföljningens tabeller",
        guidance="Kontrollera summorna i originalet.",
        check=SUMS.readable,
    ),
    Rule(
        id="memo.kolumn",
        title="Raden för alla insatser är summan av raderna",
        severity="fel",
        source="Uppföljningens tabeller över deltagare och förväntade deltagare, raden ”Totalt”",
        guidance="Kontrollera raderna och räkna om summan.",
        check=_meant(SUMS.columns_add_up("memo.kolumn"), COLUMNS, "/deltagare_totalt", "Raden för alla insatser är inte summan av raderna"),
        needs=("/*/*/insats",),
    ),
    Rule(
        id="memo.pagaende",
        title="Avslutade och pågående är tillsammans alla deltagare",
        severity="varning",
        source="Uppföljningens tabell över deltagare",
        guidance="Kontrollera de tre talen och rätta det som är fel.",
        check=_meant(
            SUMS.adds_up("memo.pagaende"), REMAINING, "/deltagare", "Avslutade och pågående är tillsammans inte deltagarna totalt"
        ),
        needs=("/deltagare/*/pagaende", "/deltagare/*/avslutade"),
    ),
    Rule(
        id="memo.andel",
        title="Andelen till arbete eller studier är den som antalen ger",
        severity="varning",
        source="Uppföljningens tabell över deltagare",
        guidance="Kontrollera antalen och räkna om andelen.",
        check=SUMS.adds_up("memo.andel"),
        needs=("/*/*/andel_arbete_studier",),
    ),
    Rule(
        id="memo.tabeller",
        title="Samma antal står i alla tabeller",
        severity="varning",
        source="Uppföljningens tabeller över deltagare, avslutsanledningar och förväntade deltagare",
        guidance="Kontrollera vilket tal som gäller och skriv detsamma i båda tabellerna.",
        check=SUMS.columns_add_up("memo.tabeller"),
        needs=("/deltagare",),
    ),
    Rule(
        id="memo.avslut",
        title="Kvinnor och män är tillsammans alla med samma avslutsanledning",
        severity="fel",
        source="Uppföljningens tabell över avslutsanledningar",
        guidance="Kontrollera de tre talen och rätta det som är fel.",
        check=SUMS.adds_up("memo.avslut"),
        needs=("/avslutsanledningar",),
    ),
    Rule(
        id="memo.forandring",
        title="Förändringen av försörjningen är den som antalen ger",
        severity="varning",
        source="Uppföljningens tabell över försörjning, ”Förändring”",
        guidance="Räkna om förändringen.",
        check=SUMS.adds_up("memo.forandring"),
        needs=("/forsorjning/*/forandring",),
    ),
    Rule(
        id="memo.forsorjning",
        title="Andelarna av försörjningen är de som antalen ger",
        severity="varning",
        source="Uppföljningens tabell över försörjning; vad andelarna är delar av visar de rader där de stämmer",
        guidance="Kontrollera antalet och räkna om andelen.",
        check=SUMS.columns_add_up("memo.forsorjning"),
        needs=("/forsorjning",),
    ),
    Rule(
        id="memo.kvot",
        title="Förbrukningskvoten är utfallet i procent av budgeten",
        severity="varning",
        source="Uppföljningens tabell över budget och utfall",
        guidance="Kontrollera beloppen och räkna om kvoten.",
        check=_meant(SUMS.adds_up("memo.kvot"), QUOTAS, "/budget", "Förbrukningskvoten är inte utfallet i procent av budgeten"),
        needs=("/budget/*/forbrukningskvot", "/budget/*/utfall"),
    ),
)
