"""What the text about the money says: how much was granted, how much was used, and that some of it goes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from underlag.validators.sentences import sentences
from underlag.validators.slutrapport.tables import MoneyTable, money_table
from underlag.values.amounts import WORTH, Amount, amounts_in

GRANTED = re.compile(r"\b(?:bevilja\w*|tilldela\w*|budget(?!utfall)\w*|erhåll\w*|ram(?:en)?)\b", re.IGNORECASE)
USED = re.compile(
    r"\b(?:kostna\w*|kostat|kostade|totalkostnad\w*|förbruka\w*|använ[dt]\w*|utfall\w*|upparbeta\w*|nyttja\w*)\b", re.IGNORECASE
)
_A_PART = re.compile(
    r"\b(?:(?:lön|lokal|hyr|personal|material|utbildning|övrig|resekostnad)\w*|per (?:deltagare|person|individ|år|månad|kvartal)|20\d\d)\b",
    re.IGNORECASE,
)
_WHAT_IS_LEFT = re.compile(
    r"\b(?:inte|ej|kvar|återstå\w*|överskott\w*|underskott\w*|skillnad\w*|differens\w*|avvikelse\w*)\b", re.IGNORECASE
)
_ROUGHLY = re.compile(r"\b(?:ca|cirka|c:a|omkring|ungefär|drygt|knappt|nästan|runt)\b", re.IGNORECASE)
_ROUGH_PART = 0.05
_TIMES_APART = 3
"""So many times what was used is not what was granted, or the other way round: then one of the two is another thing."""

_RETURNING = re.compile(
    r"\b(?:återför|återbetal|återlämn|återgå|återgick|återsänd)\w*|\b(?:lämna|betala)(?:s|ts|t|r|de|des)? tillbaka\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"\b(?:medel|medlen|pengar\w*|belopp\w*|kronor|kr|tkr|\w*bidrag\w*|överskott\w*|resterande|procent|ersättning\w*)\b|%", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\b(?:inga|inget|ingen)\b[^.;]{0,25}\b(?:återför|återbetal|återlämn|tillbaka)"
    r"|\b(?:inte|ej|aldrig)(?: (?!och\b)\w+){0,2} (?:återför|återbetal|återlämn|lämna|betala)"
    r"|\b(?:återför|återbetal|återlämn)\w*[^.;]{0,12}\b(?:inga|inget|inte|ej)\b"
    r"|\b(?:inga|inget) (?:\w+ )?(?:medel|pengar|belopp|överskott)|^\W*(?:om|ifall|eventuell\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was granted and used in all, in kronor, and how far off such figures may be."""

    granted: int
    used: int
    slack: int

    @property
    def left(self) -> int:
        """What was granted and not used."""
        return self.granted - self.used


def figures_told(text: str) -> Figures | None:
    """What the text, or the table in it, tells of both; None where it does not tell each just once."""
    table = money_table(text)
    columns = None if table is None else money_columns(table)
    if table is not None and columns is not None and table.whole is not None:
        granted, used = (table.whole.amounts[column] for column in columns)
        return Figures(granted, used, table.unit)
    return _in_sentences(text)


def money_columns(table: MoneyTable) -> tuple[int, int] | None:
    """The columns of what was granted and what was used; None where there is not one of each."""
    roles = [_role(head) for head in table.heads]
    if roles.count(GRANTED) != 1 or roles.count(USED) != 1:
        return None
    return roles.index(GRANTED), roles.index(USED)


def left_column(table: MoneyTable) -> int | None:
    """The column of what is left, or goes back; None where there is not just one."""
    found = [n for n, head in enumerate(table.heads) if _WHAT_IS_LEFT.search(head) or _RETURNING.search(head)]
    return found[0] if len(found) == 1 else None


def _in_sentences(text: str) -> Figures | None:
    told: dict[re.Pattern[str], set[int]] = {GRANTED: set(), USED: set()}
    unit = 1
    for sentence in sentences(text):
        for amount, before, after in _with_words(sentence):
            unit = max(unit, WORTH[amount.unit or "kr"])
            role = None if _A_PART.search(before) else _role(before) or _role(after)
            if role is not None:
                told[role].add(amount.kronor)
    if any(len(amounts) != 1 for amounts in told.values()):
        return None
    granted, used = told[GRANTED].pop(), told[USED].pop()
    if max(granted, used) > _TIMES_APART * min(granted, used):
        return None
    rounding = unit // 10 if unit == WORTH["mkr"] else unit
    rough = round(_ROUGH_PART * abs(granted - used)) if _ROUGHLY.search(text) else 0
    return Figures(granted, used, max(rounding, rough))


def _with_words(sentence: str) -> Iterator[tuple[Amount, str, str]]:
    """Each amount with the words before it, and those after it up to the next amount or comma."""
    found = amounts_in(sentence)
    for n, amount in enumerate(found):
        begin = found[n - 1].end if n else 0
        end = found[n + 1].start if n + 1 < len(found) else len(sentence)
        yield amount.value, sentence[begin : amount.start], re.split(r"[,;(]", sentence[amount.end : end], maxsplit=1)[0]


def _role(words: str) -> re.Pattern[str] | None:
    """What the words call an amount, by the last of them that says; None where they speak of what is left, or of neither."""
    if _WHAT_IS_LEFT.search(words) or _RETURNING.search(words):
        return None
    last = max(((match.start(), n) for n, kind in enumerate((GRANTED, USED)) for match in kind.finditer(words)), default=None)
    return None if last is None else (GRANTED, USED)[last[1]]


def returning(*texts: str | None) -> list[str]:
    """The sentences that say that money goes back."""
    every = [sentence for text in texts for sentence in sentences(text or "")]
    return [s for s in every if _RETURNING.search(s) and _MONEY.search(s) and not _NOTHING.search(s)]
