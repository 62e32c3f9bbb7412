"""The questions of a form are answered, each in words of its own that do not break off: rules that are made for each form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.fuzz import ratio

from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Severity
from underlag.validators.rule import Case, Judgment, Record, Rule, holds, is_empty
from underlag.validators.sentences import breaks_off
from underlag.validators.wording import quoted
from underlag.values.pointers import places

_CONDITIONAL = re.compile(
    r"^[\W\d]*om\b|\bom (?:inte|ej|inga|så|ja|nej)\b|\bifall\b|\bi (?:så|förekommande) fall\b|\beventuell", re.IGNORECASE
)
_LEAST_REPEATED = 80
_COMPARED = 5_000
_SAME = 95.0
_NO_ANSWER = re.compile(
    r"(?:klicka (?:eller tryck )?h[äa]r f[öo]r att (?:ange|skriva) (?:text|datum)|v[äa]lj ett objekt|skriv h[äa]r|fyll i h[äa]r"
    r"|tba|tbd|x{2,}|\?+|\.{2,}|_+|-+|–+|n/?a|lorem ipsum.*)[.!]?",
    re.IGNORECASE | re.DOTALL,
)


def answered(
    form: Form, *, elsewhere: frozenset[str] = frozenset(), optional: frozenset[str] = frozenset(), unasked: Severity = "varning"
) -> Rule[Record]:
    """Every question that each copy of `form` asks has an answer; those at `elsewhere` are judged by rules of their own.

    `unasked`: how grave it is that a document does not ask it; copies of some forms leave questions out. `optional`: those that other
    associations' forms don't have, so that it says nothing where a document does not ask them.
    """

    def check(case: Case[Record]) -> Iterator[Judgment]:
        for field in form.fields:
            asked = field.asked or (field.reading is Reading.ANSWER and field.pointer in case.texts)
            if asked and field.question and field.pointer not in elsewhere:
                yield _judged(case, field, "upplysning" if field.pointer in optional else unasked)

    return Rule(
        id="fragor.besvarade",
        title="Formulärets alla frågor är besvarade",
        severity="fel",
        source="Formulärets rubriker",
        guidance="Besvara frågan i formuläret.",
        check=check,
    )


def _judged(case: Case[Record], field: Field, unasked: Severity) -> Judgment:
    value = case.value(field.pointer)
    surely: Severity | None = None if field.asked else "varning"
    if isinstance(value, str) and _NO_ANSWER.fullmatch(value.strip()):
        return Judgment("broken", (field.pointer,), f"Under ”{field.question}” står bara {quoted(value)}.", None, value, surely)
    if not is_empty(value):
        return holds(field.pointer)
    if case.scanned(field.pointer):
        message = f"Inget svar på ”{field.question}” kunde läsas i skanningen; kontrollera i originalet."
        return Judgment("undecided", (field.pointer,), message)
    if _says_something(case.texts.get(field.pointer, "")):
        said = quoted(case.texts[field.pointer])
        return Judgment("broken", (field.pointer,), f"Svaret på ”{field.question}” går inte att tyda: {said}.", severity="varning")
    if field.pointer in case.texts:
        return Judgment("broken", (field.pointer,), f"Frågan ”{field.question}” är inte besvarad.", severity=surely)
    return Judgment("broken", (field.pointer,), f"Inget svar på frågan ”{field.question}” hittades.", severity=unasked)


def _says_something(text: str) -> bool:
    """Is there a letter or digit in what stands under the question, where no value could be read from it?"""
    return any(sign.isalnum() for sign in text)


def check_followed_up(case: Case[Record]) -> Iterator[Judgment]:
    """Each question that is asked within an answer has something under it, unless it only asks where something is so."""
    for pointer, questions in case.unanswered.items():
        for asked in questions:
            if not _CONDITIONAL.search(asked):
                yield case.broken_unless_scanned((pointer,), f"Följdfrågan {quoted(asked)} är inte besvarad.")


FOLLOWED_UP: Rule[Record] = Rule(
    id="fragor.foljdfragor",
    title="Frågor inne i ett svar är besvarade",
    severity="varning",
    source="Formulärets frågor",
    guidance="Besvara följdfrågan.",
    check=check_followed_up,
)


def own_words(*answers: str) -> Rule[Record]:
    """No two of the `answers` in running text (pointers) are the same text."""

    def check(case: Case[Record]) -> Iterator[Judgment]:
        texts = {at: text[:_COMPARED] for at in answers if isinstance(text := case.value(at), str) and len(text) >= _LEAST_REPEATED}
        for (one, first), (other, second) in combinations(texts.items(), 2):
            if ratio(first, second, score_cutoff=_SAME) >= _SAME:
                message = f"Samma text står under två frågor: {quoted(first)}."
                yield case.broken((other, one), message)
        if len(texts) > 1:
            yield holds(*texts)

    return Rule(
        id="text.upprepad",
        title="Varje fråga har ett eget svar",
        severity="varning",
        source="Formulärets rubriker",
        guidance="Kontrollera om svaret är inklistrat på fel ställe.",
        check=check,
    )


def unbroken(*answers: str) -> Rule[Record]:
    """None of the `answers` in running text (pointers or patterns) breaks off in the middle of a sentence."""

    def check(case: Case[Record]) -> Iterator[Judgment]:
        for pattern in answers:
            for at, _ in places(case.data, pattern):
                text = case.value(at)
                if isinstance(text, str):
                    yield _whole(case, at, text, listed="*" in pattern)

    return Rule(
        id="text.avbruten",
        title="Inget svar bryts mitt i en mening",
        severity="varning",
        source="Formulärets rubriker",
        guidance="Skriv klart meningen; något kan ha fallit bort.",
        check=check,
    )


def _whole(case: Case[Record], at: str, text: str, *, listed: bool) -> Judgment:
    line = text.rstrip()
    if not breaks_off(line):
        return holds(at)
    message = f"Svaret bryts mitt i en mening: {quoted(line, ending=True)}."
    # What is listed stands in boxes or cells, whose lines a scan reader easily takes for items of their own.
    return (case.broken_unless_scanned if listed else case.broken)((at,), message, None, line[-80:])
