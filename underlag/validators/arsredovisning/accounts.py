"""The accounts add up, and tell the same as each other, the notes and the table of costs."""

from __future__ import annotations

from underlag.schemas.arsredovisning import FORM, Arsredovisning
from underlag.schemas.words import key_label
from underlag.validators.arithmetic import Arithmetic
from underlag.validators.rule import Case, Rule
from underlag.validators.wording import kronor
from underlag.values.pointers import tokens

_NAMES = {
    "resultatrakning": "i resultaträkningen",
    "balansrakning": "i balansräkningen",
    "kassaflode": "i kassaflödesanalysen",
    "samverkansinsatser": "i tabellen över insatsernas kostnader",
}


def _name(case: Case[Arsredovisning], pointer: str) -> str:
    """ "”Summa intäkter” i resultaträkningen 2019"."""
    path = tokens(pointer)
    row = pointer.rpartition("/belopp/")[0]
    name = case.value(f"{row}/post") or case.value(f"{row}/insats") or f"rad {int(path[-3]) + 1}"
    where = f"i not {case.value(f'/noter/{path[1]}/nummer')}" if path[0] == "noter" else _NAMES.get(path[0], key_label(path[0]))
    return f"”{' '.join(str(name).split())}” {where} {path[-1][:4]}"


SUMS: Arithmetic[Arsredovisning] = Arithmetic(FORM.sums, name=_name, write=kronor)

RULES: tuple[Rule[Arsredovisning], ...] = (
    Rule(
        id="konto.last",
        title="Räkningarnas summor gick att läsa",
        severity="varning",
        source="Årsredovisningens räkningar och noter",
        guidance="Kontrollera summorna i originalet.",
        check=SUMS.readable,
    ),
    Rule(
        id="konto.summa",
        title="Räkningarnas summor är summan av sina rader",
        severity="fel",
        source="Resultaträkningen, balansräkningen och kassaflödesanalysen; vilka rader en summa består av visar det år då den stämmer",
        guidance="Kontrollera raderna och räkna om summan.",
        check=SUMS.columns_add_up("konto.summa"),
    ),
    Rule(
        id="konto.notsumma",
        title="Noternas summor är summan av sina rader",
        severity="fel",
        source="Noternas tabeller; vilka rader en summa består av visar det år då den stämmer",
        guidance="Kontrollera raderna och räkna om summan.",
        check=SUMS.columns_add_up("konto.notsumma"),
        needs=("/noter/*/rader",),
    ),
    Rule(
        id="konto.balans",
        title="Tillgångarna är lika stora som eget kapital och skulder",
        severity="fel",
        source="Balansräkningen",
        guidance="Kontrollera båda summorna och rätta den som är fel.",
        check=SUMS.adds_up("konto.balans"),
        needs=("/balansrakning",),
    ),
    Rule(
        id="konto.resultat",
        title="Årets resultat är detsamma i alla räkningar",
        severity="fel",
        source="Resultaträkningen, balansräkningens eget kapital och kassaflödesanalysen",
        guidance="Kontrollera vilket resultat som gäller och skriv detsamma i alla räkningar.",
        check=SUMS.adds_up("konto.resultat"),
        needs=("/resultatrakning",),
    ),
    Rule(
        id="konto.ingaende",
        title="Eget kapital och kassa börjar året där de slutade året före",
        severity="varning",
        source="Balansräkningens eget kapital och kassaflödesanalysens likvida medel",
        guidance="Kontrollera beloppen, eller om de har räknats om efter en ny princip.",
        check=SUMS.adds_up("konto.ingaende"),
    ),
    Rule(
        id="konto.kassa",
        title="Kassaflödet slutar i balansräkningens kassa",
        severity="varning",
        source="Kassaflödesanalysens likvida medel och balansräkningen",
        guidance="Kontrollera vilket belopp som gäller.",
        check=SUMS.adds_up("konto.kassa"),
        needs=("/kassaflode", "/balansrakning"),
    ),
    Rule(
        id="konto.not",
        title="Noterna säger samma belopp som räkningarna",
        severity="varning",
        source="Räkningarnas hänvisningar till noter, och noternas tabeller",
        guidance="Kontrollera vilket belopp som gäller och skriv detsamma på båda ställena.",
        check=SUMS.adds_up("konto.not"),
        needs=("/noter/*/rader",),
    ),
    Rule(
        id="konto.insatser",
        title="Insatsernas kostnader är desamma i tabellen, noten och resultaträkningen",
        severity="varning",
        source="Tabellen över insatsernas kostnader, noten om insatser och resultaträkningen",
        guidance="Kontrollera vilket belopp som gäller och skriv detsamma på båda ställena.",
        check=SUMS.adds_up("konto.insatser"),
        needs=("/samverkansinsatser",),
    ),
)
