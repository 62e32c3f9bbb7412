"""Every question is answered by Ja or Nej, and an answer that deviates is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from underlag.schemas.form import Field, Reading
from underlag.schemas.kvartalsrapport import FORM, Kvartalsrapport, Question
from underlag.schemas.result import Severity
from underlag.validators.answers import answered, unbroken
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

QUESTIONS: tuple[Field, ...] = tuple(field for field in FORM.fields if field.reading is Reading.QUESTION)

# How a finding calls what the answer says, and how grave it is though it is explained. The answer that deviates: Ja where a vacancy
# or a deviation is asked for, else Nej.
_DEVIATING: Mapping[str, tuple[str, Severity]] = {
    "/start_i_tid": ("insatsen inte startade i tid", "upplysning"),
    "/i_fas_med_mal": ("insatsen inte är i fas med målen", "upplysning"),
    "/prognos_maluppfyllelse": ("målen inte väntas bli nådda", "varning"),
    "/vakanser_sof_medel": ("det finns vakanser på tjänster som förbundet betalar", "upplysning"),
    "/vakanser_egenfinansierade": ("det finns vakanser på tjänster som parterna betalar", "upplysning"),
    "/styrgruppsmoten_enligt_avtal": ("styrgruppen inte har haft möten enligt avtal", "varning"),
    "/ordinarie_representanter_deltagit": ("ordinarie representanter inte har deltagit i styrgruppen", "upplysning"),
    "/uppfoljning_enligt_avtal": ("uppföljning, till exempel i SUS, inte har skett enligt avtal", "varning"),
    "/kontroll_metod": ("det inte är kontrollerat att metoden följs", "varning"),
    "/kontroll_malgrupp": ("det inte är kontrollerat att målgruppen nås", "varning"),
    "/jamlikhet": ("jämlikhet inte har diskuterats", "upplysning"),
    "/jamstalldhet": ("jämställdhet inte har diskuterats", "upplysning"),
    "/avvikelse_mal": ("det finns avvikelser från målen", "upplysning"),
    "/avvikelse_malgrupp": ("det finns avvikelser från målgruppen", "upplysning"),
    "/avvikelse_budget": ("det finns avvikelser från budgeten", "upplysning"),
}
_NEED_NOT_BE_EXPLAINED = ("/jamlikhet", "/jamstalldhet")
_ASKS_FOR_TROUBLE = re.compile(r"/(?:vakanser|avvikelse)_")
_BOX = re.compile(r"☒|(?<!\w)\[?[xX]\]?(?!\w)")
_OTHER_COMMENTS = 2


def question(record: Kvartalsrapport, pointer: str) -> Question:
    """The answer to the question at `pointer`, one of `QUESTIONS`."""
    found: Question = dict(record)[pointer[1:]]
    return found


def deviates(record: Kvartalsrapport, pointer: str) -> bool:
    """Is the answer the one that a person must explain?"""
    return question(record, pointer).svar is (_ASKS_FOR_TROUBLE.match(pointer) is not None)


def check_marked(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    unmarked = [field for field in QUESTIONS if question(case.record, field.pointer).svar is None]
    met = [field for field in unmarked if field.pointer in case.texts or not case.texts]
    if len(met) * 2 > len(QUESTIONS):
        message = "Svaren på de flesta frågorna med Ja och Nej kunde inte läsas; kontrollera dem i originalet."
        yield Judgment("undecided", tuple(f"{field.pointer}/svar" for field in met), message)
        return
    yield from (holds(f"{field.pointer}/svar") for field in QUESTIONS if field not in unmarked)
    yield from (_unmarked(case, field) for field in unmarked)


def _unmarked(case: Case[Kvartalsrapport], field: Field) -> Judgment:
    at = (f"{field.pointer}/svar", field.pointer)
    if case.texts and field.pointer not in case.texts:
        return Judgment("broken", at, f"Frågan ”{field.question}” hittades inte i rapporten.", severity="upplysning")
    both = len(_BOX.findall(case.texts.get(field.pointer, "").partition("\n")[0])) > 1
    what = "är besvarad med både Ja och Nej" if both else "är inte besvarad med Ja eller Nej"
    return case.broken_unless_scanned(at, f"Frågan ”{field.question}” {what}.")


def check_explained(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    comments = sum(question(case.record, field.pointer).kommentar is not None for field in QUESTIONS)
    for field in QUESTIONS:
        if not deviates(case.record, field.pointer):
            continue
        at = (f"{field.pointer}/kommentar", f"{field.pointer}/svar")
        if question(case.record, field.pointer).kommentar is not None:
            yield holds(*at)
            continue
        message = f"Rapporten säger att {_DEVIATING[field.pointer][0]}, men svaret är inte kommenterat."
        if case.scanned(at[0]) and (comments < _OTHER_COMMENTS or case.doubtful(at[1])):
            yield Judgment("undecided", at, f"{message} Kommentaren kan ha fallit bort i skanningen.")
        else:
            severity: Severity | None = "upplysning" if field.pointer in _NEED_NOT_BE_EXPLAINED else None
            yield Judgment("broken", at, message, severity=severity)


def check_as_agreed(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """What is explained; an answer without a comment is the rule's above."""
    for field in QUESTIONS:
        answer, at = question(case.record, field.pointer), (f"{field.pointer}/svar",)
        if answer.svar is None:
            continue
        if not deviates(case.record, field.pointer):
            yield holds(*at)
        elif answer.kommentar is not None:
            words, severity = _DEVIATING[field.pointer]
            message = f"Rapporten säger att {words}: {quoted(answer.kommentar)}."
            yield case.broken(at, message, not answer.svar, answer.svar, severity=severity)


RULES: tuple[Rule[Kvartalsrapport], ...] = (
    answered(FORM, elsewhere=frozenset({"/underskrifter", *(field.pointer for field in QUESTIONS)}), unasked="upplysning"),
    unbroken("/*/kommentar"),
    Rule(
        id="svar.kryss",
        title="Varje fråga är besvarad med Ja eller Nej",
        severity="varning",
        source="Kvartalsrapportens frågor",
        guidance="Kryssa för ett av svaren.",
        check=check_marked,
    ),
    Rule(
        id="svar.kommentar",
        title="En avvikelse, en vakans eller ett Nej är kommenterat",
        severity="varning",
        source="Kvartalsrapportens frågor, ”Kommentar”",
        guidance="Skriv vad det beror på och vad som görs åt det.",
        check=check_explained,
    ),
    Rule(
        id="svar.avviker",
        title="Insatsen går som den ska",
        severity="varning",
        source="Kvartalsrapportens frågor",
        guidance="Följ upp med insatsägaren.",
        check=check_as_agreed,
    ),
)
