"""Answers that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.validators.kvartalsrapport.questions import QUESTIONS, question
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

_GOALS, _PHASE, _FORECAST = "/avvikelse_mal/svar", "/i_fas_med_mal/svar", "/prognos_maluppfyllelse/svar"

_LATE = r"\b(?:försen\w*|sen(?:are)? start\w*|senare än|försköts|förskjut\w*|skjutits? upp|sköts upp)"
_SHORT = (
    r"\b(?:ligger efter|inte i fas|ej i fas|efter plan\w*|(?:färre|lägre|mindre) än (?:planerat|beräknat|tänkt|väntat|målet|förväntat))"
)
_OFF = (
    r"\b(?:avvik\w*|överskrid\w*|underskrid\w*|(?:lägre|högre|färre|fler|mindre|mer) än"
    r" (?:planerat|beräknat|tänkt|väntat|budget\w*|målet|förväntat))"
)
_VACANT = r"\b(?:vakan\w*|obesatt\w*|slutat sin|har slutat|sagt upp sig|ej tillsatt|inte tillsatt)"
_NOT = r"\b(?:ing[ae]n?|inget|inte|ej|utan|aldrig|inte längre|tidigare)\b[^.;]{0,40}$"

# What a comment must not tell beside an answer that all is well.
_TELLS_OF = {
    "/start_i_tid": _LATE,
    "/i_fas_med_mal": _SHORT,
    "/vakanser_sof_medel": _VACANT,
    "/vakanser_egenfinansierade": _VACANT,
    "/avvikelse_mal": _OFF,
    "/avvikelse_malgrupp": _OFF,
    "/avvikelse_budget": _OFF,
}


def check_comments(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """A comment does not tell of what its answer denies."""
    for field in QUESTIONS:
        answer, told = question(case.record, field.pointer), _TELLS_OF.get(field.pointer)
        if told is None or answer.svar is None or answer.kommentar is None:
            continue
        at = (field.pointer, f"{field.pointer}/svar", f"{field.pointer}/kommentar")
        well = answer.svar is (field.pointer in {"/start_i_tid", "/i_fas_med_mal"})
        if well and _says(told, answer.kommentar):
            word = "Ja" if answer.svar else "Nej"
            message = f"Svaret på ”{field.question}” är {word}, men kommentaren säger {quoted(answer.kommentar)}."
            yield case.broken(at, message, not answer.svar, answer.svar)
        else:
            yield holds(*at)


def _says(pattern: str, text: str) -> bool:
    """Does the text say it, and not that it is not so?"""
    found = re.finditer(pattern, text, re.IGNORECASE)
    return any(not re.search(_NOT, text[: match.start()], re.IGNORECASE) for match in found)


def check_goals(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """Whether the insats deviates from its goals, is in phase with them and is expected to reach them."""
    record = case.record
    deviates, in_phase, expected = record.avvikelse_mal.svar, record.i_fas_med_mal.svar, record.prognos_maluppfyllelse.svar
    if deviates is False and in_phase is False:
        message = "Insatsen är inte i fas med målen, men ingen avvikelse från målen anges."
        yield case.broken((_GOALS, _PHASE), message, True, False)
    elif deviates is False and expected is False:
        message = "Målen väntas inte bli nådda, men ingen avvikelse från målen anges."
        yield case.broken((_GOALS, _FORECAST), message, True, False)
    elif deviates and in_phase:
        message = "Insatsen sägs vara i fas med målen, men en avvikelse från målen anges."
        yield case.broken((_PHASE, _GOALS), message, None, True)
    elif expected is False and in_phase:
        message = "Insatsen sägs vara i fas med målen, men målen väntas inte bli nådda."
        yield case.broken((_PHASE, _FORECAST), message, None, True)
    elif deviates is not None and in_phase is not None:
        yield holds(_GOALS, _PHASE)


RULES = (
    Rule(
        id="svar.kommentar_mot_svar",
        title="Kommentaren säger detsamma som svaret",
        severity="varning",
        source="Kvartalsrapportens frågor, ”Kommentar”",
        guidance="Kontrollera vilket som gäller och rätta det andra.",
        check=check_comments,
    ),
    Rule(
        id="svar.mal",
        title="Svaren om målen går ihop",
        severity="varning",
        source="Kvartalsrapportens frågor om mål, prognos och avvikelser",
        guidance="Kontrollera svaren; de bör säga detsamma om hur insatsen ligger till.",
        check=check_goals,
    ),
)
