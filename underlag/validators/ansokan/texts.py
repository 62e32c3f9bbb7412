"""The running answers are whole and do not contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.validators.ansokan.sentences import told
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import excerpt, quoted
from underlag.values.ages import ages_in

# Words on which a Swedish text without an end mark has broken off; particles that may end a clause only count there.
_OPEN_WORDS = re.compile(
    r"(?:en|ett|den|det|de|och|eller|samt|att|för|med|av|i|på|till|från|som|om|vid|hos|genom|mellan|under|över|inom|utan|enligt|mot|ur|per"
    r"|vilket|vilken|vilka|där|när|så|inför|respektive|via|bland|eftersom|sin|sitt|sina|deras|vår|vårt|våra|är|ska|kan|har|kommer|bli|blir"
    r"|vara|även|såsom|då|men|utifrån|kring)",
    re.IGNORECASE,
)
_END_MARKS = (".", "!", "?", ":", ";", ")", "”", '"', "*", "…", "]")
_NEAR = 2


def _texts(case: Case[Ansokan]) -> Iterator[tuple[str, str]]:
    record = case.record
    answers = (
        ("/syfte", record.syfte),
        ("/bakgrund", record.bakgrund),
        ("/malgrupp", record.malgrupp),
        ("/metoder", record.metoder),
        ("/uppfoljning", record.uppfoljning),
        ("/tillvaratagande", record.tillvaratagande),
        ("/forvantat_antal_deltagare/text", record.forvantat_antal_deltagare.text),
        ("/lokus/text", record.lokus.text),
        *((f"/mal/{n}/text", goal.text) for n, goal in enumerate(record.mal)),
    )
    for at, text in answers:
        if text is not None:
            yield at, text


def check_whole(case: Case[Ansokan]) -> Iterator[Judgment]:
    for at, text in _texts(case):
        line = text.rstrip()
        if not _breaks_off(line):
            yield holds(at)
        else:
            message = f"Svaret bryts mitt i en mening: {quoted(line, ending=True)}."
            # Goals stand in boxes, whose lines a scan reader easily takes for goals of their own.
            judged = case.broken_unless_scanned if at.startswith("/mal/") else case.broken
            yield judged((at,), message, None, line[-80:])


def _breaks_off(line: str) -> bool:
    if not line or line.endswith(_END_MARKS):
        return False
    if line.endswith(",") or re.search(r"[a-zåäö]-$", line):
        return True
    last = re.search(r"([^\W\d_]+)$", line)
    return last is not None and _OPEN_WORDS.fullmatch(last[1]) is not None and len(line.split()) > 3


def check_ages(case: Case[Ansokan]) -> Iterator[Judgment]:
    """Ages of the target group elsewhere that are nearly, and not quite, those of the target group's own answer."""
    young, old = case.record.aldrar.fran, case.record.aldrar.till
    if young is None and old is None:
        return
    if young is not None and old is not None and young > old:
        message = f"Målgruppens åldrar {young}–{old} står i fel ordning."
        yield case.broken(("/aldrar/fran", "/aldrar/till"), message, None, young)
        return
    seen = False
    for where, text in _told_and_goals(case):
        for found in ages_in(text):
            seen = True
            wrong = _near_miss((young, old), found.value)
            if wrong:
                at = (*(f"/aldrar/{key}" for key in wrong), where)
                span = "–".join(str(age) for age in found.value if age is not None)
                message = f"Målgruppens åldrar anges till {young}–{old} men i {excerpt(text, found.start, found.end)} till {span}."
                expected, actual = (young, found.value[0]) if wrong[0] == "fran" else (old, found.value[1])
                yield case.broken(at, message, expected, actual)
                return
    if seen:
        yield holds("/aldrar")


def _told_and_goals(case: Case[Ansokan]) -> Iterator[tuple[str, str]]:
    for sentence in told(case.record):
        yield sentence.at, sentence.text
    for n, goal in enumerate(case.record.mal):
        yield f"/mal/{n}/text", goal.text


def _near_miss(mine: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> tuple[str, ...]:
    """The bounds that differ, where both spans are closed and as good as the same."""
    if None in mine or None in other:
        return ()
    gaps = {key: abs((a or 0) - (b or 0)) for key, a, b in zip(("fran", "till"), mine, other, strict=True)}
    return tuple(key for key, gap in gaps.items() if gap) if max(gaps.values()) <= _NEAR else ()


RULES = (
    Rule(
        id="text.avbruten",
        title="Inget svar bryts mitt i en mening",
        severity="varning",
        source="Ansökningsformulärets rubriker",
        guidance="Skriv klart meningen; något kan ha fallit bort.",
        check=check_whole,
    ),
    Rule(
        id="text.aldrar",
        title="Målgruppens åldrar är desamma i hela ansökan",
        severity="varning",
        source="Ansökningsformuläret, ”Beskriv målgrupp för insatsen”",
        guidance="Kontrollera vilka åldrar som gäller och skriv dem lika överallt.",
        check=check_ages,
    ),
)
