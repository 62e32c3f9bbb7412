"""The money: what was granted less what was used is what goes back, as an amount and with its consequences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.result import Severity
from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.bands import in_bands
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import sentences
from underlag.validators.slutrapport.granted import USED, figures_told, left_column, money_columns, returning
from underlag.validators.slutrapport.tables import MoneyTable, Row, money_table
from underlag.validators.wording import kronor, quoted, share
from underlag.values.amounts import amounts_in

_TEXT, _RETURNED, _CONSEQUENCE = "/budgetutfall", "/aterforda_medel", "/konsekvens_aterforda_medel"

_NO_CONSEQUENCE = re.compile(
    r"\b(?:inga?|inget|ingen|inte|ej|nej|aldrig|saknas|aktuell\w*|förbruka\w*|fullt ut|enligt (?:plan|budget)\w*|som planerat|ovan)\b"
    r"|\bse (?:svar|föregående|text|budget)",
    re.IGNORECASE,
)
_ALL_USED = re.compile(
    r"\b(?:i sin helhet|samtliga medel|alla medel|hela (?:beloppet|budgeten|summan))\b|\bhelt (?:förbruka|använ)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{2,3} ?\d{3}")
_OPENING = 160
"""Characters of an answer in which it says whether there is anything to tell."""


def check_difference(case: Case[Slutrapport]) -> Iterator[Judgment]:
    text, returned = case.record.budgetutfall, case.record.aterforda_medel
    figures = figures_told(text) if text is not None else None
    if text is None or figures is None:
        return
    left = figures.left
    at = (_RETURNED, _TEXT)
    told = f"{kronor(figures.granted)} − {kronor(figures.used)} är {kronor(left)}"
    if left < -figures.slack:
        return
    if returned is None:
        if left > figures.slack and not returning(text):
            message = f"{told}, men det framgår inte om det som är kvar återförs till förbundet."
            yield case.broken((_TEXT, _RETURNED), message, left, None)
    elif abs(left - returned) <= figures.slack or _is_told(text, returned):
        yield holds(*at)
    else:
        yield case.broken(at, f"{told}, men {kronor(returned)} återförs enligt rapporten.", left, returned)


def check_cap(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """No more was used than was granted; what is above is not paid where the policy says that the granted amount is a cap."""
    figures, cap = figures_told(case.record.budgetutfall or ""), case.in_force(case.policy.beviljat_ar_tak)
    if figures is None:
        return
    if figures.left >= -figures.slack:
        yield holds(_TEXT)
        return
    message = f"Utfallet är {kronor(figures.used)}, mer än de {kronor(figures.granted)} som beviljats"
    message += f"; det beviljade är ett tak ({cap.kalla})." if cap is not None and cap.varde else "."
    severity: Severity | None = "upplysning" if cap is not None and not cap.varde else None
    yield case.broken((_TEXT,), message, figures.granted, figures.used, severity=severity)


def check_bands(case: Case[Slutrapport]) -> Iterator[Judgment]:
    figures = figures_told(case.record.budgetutfall or "")
    if figures is not None and figures.granted > 0 and figures.left >= -figures.slack:
        part = round(100 * figures.used / figures.granted, 1)
        yield from in_bands(case, part, (_TEXT,), f"{share(part)} av det beviljade har använts")


def _is_told(text: str, returned: int) -> bool:
    """Do two amounts of the text differ by what is returned? Then the text explains it, in figures of another kind."""
    amounts = {found.value.kronor for found in amounts_in(text)}
    return returned > 0 and any(amount - returned in amounts for amount in amounts)


def check_table(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """A table of money in the answer adds up: its columns, and in each row what is left."""
    table = money_table(case.record.budgetutfall or "")
    if table is None:
        return
    parts = [row for row in table.rows if not row.is_total]
    for whole in (row for row in table.rows if row.is_total and len(parts) > 1):
        for n, head in enumerate(table.heads):
            yield _added(case, table, _where(head, whole), whole.amounts[n], sum(row.amounts[n] for row in parts))
    columns, left = money_columns(table), left_column(table)
    if columns is None or left is None or left in columns:
        return
    for row in table.rows:
        granted, used = (row.amounts[column] for column in columns)
        yield _added(case, table, _where(table.heads[left], row), abs(row.amounts[left]), abs(granted - used))


def _where(head: str, row: Row) -> str:
    return f"{quoted(head)} i raden {quoted(row.label)}"


def _added(case: Case[Slutrapport], table: MoneyTable, where: str, said: int, right: int) -> Judgment:
    if abs(said - right) <= table.unit * len(table.rows):
        return holds(_TEXT)
    return case.broken((_TEXT,), f"I tabellen över pengarna är {where} {kronor(said)}, men det ska vara {kronor(right)}.", right, said)


def check_amount(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """Money that is said to go back has an amount."""
    if case.record.aterforda_medel is not None:
        yield holds(_RETURNED)
        return
    told = returning(case.record.budgetutfall, case.record.konsekvens_aterforda_medel)
    if told and not any(amounts_in(sentence) or _DIGITS.search(sentence) for sentence in told):
        at = (_TEXT, _RETURNED, _CONSEQUENCE)
        yield case.broken(at, f"Medel återförs, men det står inte hur mycket: {quoted(told[0])}.", "belopp i kronor")


def check_consequence(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """What it meant that money went back is told where it did, and only there."""
    record, at = case.record, (_CONSEQUENCE, _RETURNED)
    returns = bool(record.aterforda_medel) or bool(returning(record.budgetutfall))
    consequence = record.konsekvens_aterforda_medel
    if returns and consequence is None:
        if _CONSEQUENCE in case.texts:
            yield case.broken_unless_scanned(at, "Medel återförs, men det står inte vad det har fått för konsekvenser.")
    elif consequence is not None and not returns and not _NO_CONSEQUENCE.search(consequence[:_OPENING]) and not returning(consequence):
        message = f"Konsekvenser av återförda medel beskrivs, {quoted(consequence)}, men det framgår inte att medel har återförts."
        yield case.broken(at, message, None, record.aterforda_medel, rests_on=(_CONSEQUENCE,))
    elif consequence is not None:
        yield holds(*at)


def check_all_used(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """Money does not go back from what is used up."""
    text, returned = case.record.budgetutfall or "", case.record.aterforda_medel
    found = next((s for s in sentences(text) if _ALL_USED.search(s) and USED.search(s) and not re.search(r"\b(?:inte|ej)\b", s)), None)
    if found is None:
        return
    if returned:
        message = f"Texten säger {quoted(found)}, men {kronor(returned)} återförs."
        yield case.broken((_RETURNED, _TEXT), message, 0, returned)
    else:
        yield holds(_TEXT)


RULES = (
    Rule(
        id="medel.skillnad",
        title="Det som återförs är det som inte har använts",
        severity="varning",
        source="Slutrapporten, ”Utfall av budget/finansiering”",
        guidance="Kontrollera beloppen och rätta det som är fel.",
        check=check_difference,
        needs=(_TEXT,),
    ),
    Rule(
        id="medel.tak",
        title="Utfallet ryms i det beviljade beloppet",
        severity="varning",
        source="Slutrapporten, ”Utfall av budget/finansiering”; policyn, beviljat_ar_tak",
        guidance="Kontrollera beloppen och vem som betalar det som är över.",
        check=check_cap,
        needs=(_TEXT,),
    ),
    Rule(
        id="medel.forbrukning",
        title="Det beviljade har använts i den mån som förbundet räknar med",
        severity="varning",
        source="Policyn, budget_forbrukning",
        guidance="Se vad slutrapporten säger om orsaken.",
        check=check_bands,
        needs=(_TEXT, "budget_forbrukning"),
    ),
    Rule(
        id="medel.tabell",
        title="Tabellen över pengarna summerar",
        severity="varning",
        source="Slutrapporten, ”Utfall av budget/finansiering”",
        guidance="Kontrollera beloppen och räkna om summan.",
        check=check_table,
        needs=(_TEXT,),
    ),
    Rule(
        id="medel.belopp",
        title="Medel som återförs har ett belopp",
        severity="varning",
        source="Slutrapporten, ”Utfall av budget/finansiering”",
        guidance="Ange beloppet i kronor.",
        check=check_amount,
        needs=(_TEXT,),
    ),
    Rule(
        id="medel.konsekvens",
        title="Konsekvenserna av återförda medel är beskrivna",
        severity="varning",
        source="Slutrapporten, ”Om medel har återförts …, vad har detta fått för konsekvenser?”",
        guidance="Beskriv konsekvenserna, eller rätta uppgiften om återförda medel.",
        check=check_consequence,
    ),
    Rule(
        id="medel.forbrukade",
        title="Förbrukade medel återförs inte",
        severity="varning",
        source="Slutrapporten, ”Utfall av budget/finansiering”",
        guidance="Kontrollera vilket som gäller.",
        check=check_all_used,
        needs=(_TEXT,),
    ),
)
