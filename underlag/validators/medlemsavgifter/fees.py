"""The members' fees add up, and the changes are those from the year before."""

from __future__ import annotations

from underlag.schemas.medlemsavgifter import FORM, Medlemsavgifter
from underlag.validators.arithmetic import Arithmetic
from underlag.validators.rule import Rule
from underlag.validators.wording import kronor

SUMS: Arithmetic[Medlemsavgifter] = Arithmetic(FORM.sums, write=kronor)

RULES = (
    Rule(
        id="avgifter.last",
        title="Tabellens summor gick att läsa",
        severity="varning",
        source="Tabellen över medlemsavgifter",
        guidance="Kontrollera summorna i originalet.",
        check=SUMS.readable,
        needs=("/rader",),
    ),
    Rule(
        id="avgifter.summa",
        title="Medlemmarnas avgifter ger summan",
        severity="fel",
        source="Tabellen över medlemsavgifter, summaraden",
        guidance="Kontrollera avgifterna och räkna om summan.",
        check=SUMS.adds_up("avgifter.summa"),
        needs=("/rader", "/totalt"),
    ),
    Rule(
        id="avgifter.forandring",
        title="Förändringen är årets avgift mindre föregående års",
        severity="fel",
        source="Tabellen över medlemsavgifter, kolumnen för förändring",
        guidance="Räkna om förändringen.",
        check=SUMS.adds_up("avgifter.forandring"),
        needs=("/rader/*/forandring",),
    ),
)
