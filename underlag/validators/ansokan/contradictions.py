"""What the running text says about time, people and money agrees with the form's own fields and the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget
from underlag.validators.ansokan.sentences import ANSWERS, told
from underlag.validators.periods import lasting
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence
from underlag.validators.wording import kronor, quoted
from underlag.values.amounts import WORTH, amounts_in

_PEOPLE = r"(?:deltagare|personer|individer|ungdomar|unga)"
_IN_ALL = re.compile(
    rf"\b(?:totalt|sammanlagt|sammantaget)\s+(?:(?:ca|cirka|omkring|minst|högst)\s+)?(?P<n>\d{{1,4}})\s+{_PEOPLE}\b"
    r"(?P<year>\s+(?:per|om) år|\s+årligen)?",
    re.IGNORECASE,
)
_SOUGHT = re.compile(r"\b(?:an)?söker\b|\b(?:an)?sökt[ae]? (?:belopp|medel|summa)|\brekvirera", re.IGNORECASE)
_LEAST = 10_000


def check_people(case: Case[Ansokan]) -> Iterator[Judgment]:
    expected = case.record.forvantat_antal_deltagare
    for sentence in told(case.data):
        # The background speaks of others than the participants.
        for found in _IN_ALL.finditer(sentence.text) if sentence.at != "/bakgrund" else ():
            key, mine = ("per_ar", expected.per_ar) if found["year"] else ("totalt", expected.totalt)
            if mine is None:
                continue
            at = (f"/forvantat_antal_deltagare/{key}", sentence.at)
            if int(found["n"]) == mine:
                yield holds(*at)
            else:
                message = f"Förväntat antal deltagare är {mine}, men texten säger {quoted(found.group())}."
                yield case.broken(at, message, mine, int(found["n"]))


def check_money(case: Case[Ansokan]) -> Iterator[Judgment]:
    """An amount that the text says is applied for is the budget's, or one of its years' or organisations'."""
    budget = case.record.budget
    known = _totals(budget) if budget is not None else ()
    if not known:
        return
    for sentence in told(case.data):
        if not _SOUGHT.search(sentence.text):
            continue
        for found in amounts_in(sentence.text):
            amount = found.value
            slack = 1 if amount.unit in {None, "kr"} else WORTH[amount.unit or "kr"] // 2
            if amount.kronor < _LEAST:
                continue
            yield _compared(case, sentence, amount.kronor, known, slack)


def _compared(case: Case[Ansokan], sentence: Sentence, amount: int, known: tuple[int, ...], slack: int) -> Judgment:
    at = (sentence.at, "/budget/detalj/rekvireras/totalt")
    if any(abs(amount - other) <= slack for other in known):
        return holds(*at)
    message = f"Texten säger {quoted(sentence.text)}, men {kronor(amount)} finns inte i budgeten, som har {kronor(known[0])} att rekvirera."
    return case.broken(at, message, known[0], amount)


def _totals(budget: Budget) -> tuple[int, ...]:
    detail = budget.detalj
    figures = (
        detail.rekvireras.totalt,
        budget.sammanstallning_summa.rekvireras,
        detail.total_kostnad,
        *(row.totalt for row in budget.per_ar),
        *(row.rekvireras for row in budget.sammanstallning),
    )
    return tuple(figure for figure in figures if figure)


RULES: tuple[Rule[Ansokan], ...] = (
    lasting(*ANSWERS),
    Rule(
        id="text.deltagare",
        title="Texten säger samma antal deltagare som frågan om antal",
        severity="varning",
        source="Ansökningsformuläret, ”Ange förväntat antal deltagare” och beskrivningarna",
        guidance="Kontrollera vilket antal som gäller och skriv detsamma överallt.",
        check=check_people,
        needs=("/forvantat_antal_deltagare",),
    ),
    Rule(
        id="text.belopp",
        title="Belopp som texten säger sig söka finns i budgeten",
        severity="varning",
        source="Ansökningsformulärets beskrivningar och budgeten",
        guidance="Rätta beloppet i texten eller budgeten.",
        check=check_money,
        needs=("/budget",),
    ),
)
