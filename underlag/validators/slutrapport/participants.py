"""How many took part: the figure of its own question, women and men, and what the texts say agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import sentences
from underlag.validators.slutrapport.questions import ANSWERS
from underlag.validators.slutrapport.shares import told
from underlag.validators.wording import excerpt, quoted
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in
from underlag.values.sexes import Sexes, sexes_in
from underlag.values.spans import Found

_AT = "/antal_deltagare"
_PEOPLE = re.compile(r"(?:deltagar|person|individ|ungdom|unga|vuxn|klient|brukar|elev)\w*")
# What makes women and men beside each other the whole of a group, and what makes them a part of it or leaves others out.
_DIVIDES = re.compile(
    r"(?:\bk[öo]nsf[öo]rdelning\w*|\bf[öo]rdelning\w*|\bf[öo]rdela\w*|\bvarav|\bd[äa]rav|\bav deltagarna (?:var|är)|[(:])[^.;]{0,40}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[.,;:)!?]|$)")
_OTHERS = re.compile(r"\b(?:annat|annan|ickebinär\w*|icke-binär\w*|okänt|ej angivet|övriga|vill inte|inte uppge)", re.IGNORECASE)
_IN_ALL = re.compile(r"\b(?:totalt|sammanlagt|sammantaget|under hela (?:insats|projekt)\w*)\b", re.IGNORECASE)
_TOOK_PART = re.compile(
    r"\b(?:delta(?:git|gare|r)|deltog|inskriv\w*|skrivits in|skrevs in|medverka\w*|tagit del|ingått|omfatta\w*)\b", re.IGNORECASE
)
_A_PART = re.compile(
    r"\b(?:varav|därav|av (?:dem|dessa|deltagarna)|20\d\d|per år|styrgrupp\w*|möte\w*|utbildning\w*|föreläsning\w*)\b", re.IGNORECASE
)


def check_given(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """Only where the report asks and nothing stands there; the question may be left out where the goals tell the number."""
    if case.record.antal_deltagare is not None:
        yield holds(_AT)
    elif _AT in case.texts and not any(sign.isalnum() for sign in case.texts[_AT]):
        yield case.broken_unless_scanned((_AT,), "Det står inte hur många som har deltagit.")


def check_sexes(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """Women and men are together the group that they divide."""
    seen: set[Sexes] = set()
    for at, before, text in _texts(case):
        for found in sexes_in(text):
            whole = _whole(case, at, before, text, found)
            if whole is None or found.value in seen:
                continue
            seen.add(found.value)
            both = found.value.both
            if both == whole:
                yield holds(at)
            else:
                message = (
                    f"{found.value.women} kvinnor och {found.value.men} män är {both}, men antalet är {whole}: {_around(text, found)}."
                )
                yield case.broken((at,), message, both, whole)


def _texts(case: Case[Slutrapport]) -> Iterator[tuple[str, str, str]]:
    """Every sentence with its place and the sentence before it, the answer about the number first."""
    answers = [(_AT, case.texts.get(_AT, ""))]
    answers += [(at, text) for at in ANSWERS if isinstance(text := case.value(at), str)]
    for at, answer in answers:
        before = ""
        for sentence in sentences(answer):
            yield at, before, sentence
            before = sentence


def _whole(case: Case[Slutrapport], at: str, before: str, text: str, found: Found[Sexes]) -> int | None:
    """The number that women and men should make; None where it can't be told, or where they are a part of it."""
    if _OTHERS.search(text):
        return None
    divides = _DIVIDES.search(text[: found.start]) is not None or not text[: found.start].strip()
    if at == _AT:  # several pairs divide several groups, as years
        return case.record.antal_deltagare if len(sexes_in(case.texts[_AT])) == 1 else None
    if not divides or not _GOES_ON.match(text[found.end :]):
        return None
    counts = _people(text[: found.start]) or _people(before)
    if not counts and re.search(r"\bdeltagarna\b", text[: found.start], re.IGNORECASE):
        counts = [case.record.antal_deltagare] if case.record.antal_deltagare is not None else []
    return next((n for n in counts if n == found.value.both), counts[-1] if len(counts) == 1 else None)


def _people(text: str) -> list[int]:
    """How many people each count in the text is of."""
    counted = (found.value for found in quantities_in(text))
    return [int(q.varde) for q in counted if q.enhet == "antal" and q.per is None and q.avser and _PEOPLE.fullmatch(fold(q.avser))]


def _around(text: str, found: Found[Sexes]) -> str:
    return excerpt(text, found.start, found.end)


def check_texts(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """The texts say the same number of people in all as the question about it; no outcome counts more participants than that."""
    own = case.record.antal_deltagare
    if own is None or not case.texts.get(_AT, "").strip():
        return
    for sentence in told(case):
        for n in _said_in_all(sentence.text):
            if n == own:
                yield holds(_AT, sentence.at)
            else:
                message = f"Antalet deltagare är {own} under sin egen fråga, men texten säger {quoted(sentence.text)}."
                yield case.broken((_AT, sentence.at), message, own, n)


def _said_in_all(text: str) -> list[int]:
    """The number of people that a sentence says took part in all."""
    counts = _people(text)
    whole = _IN_ALL.search(text) and _TOOK_PART.search(text) and not _A_PART.search(text)
    return counts if whole and len(counts) == 1 else []


def check_outcomes(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """No outcome counts more participants than there were."""
    own = case.record.antal_deltagare
    for n, goal in enumerate(case.record.mal):
        for found in quantities_in(goal.utfall or ""):
            q = found.value
            if own is None or q.enhet != "antal" or q.per is not None or not (q.avser or "").casefold().startswith("deltagar"):
                continue
            at = (f"/mal/{n}/utfall", _AT)
            if q.varde <= own:
                yield holds(*at)
            else:
                message = f"Utfallet räknar med {q.varde:g} deltagare, men antalet deltagare är {own}: {quoted(goal.utfall or '')}."
                yield case.broken(at, message, own, q.varde)


RULES = (
    Rule(
        id="deltagare.antal_angivet",
        title="Antalet deltagare är angivet",
        severity="varning",
        source="Slutrapporten, ”Antal deltagare som deltagit i insatsen”",
        guidance="Ange antalet, eller skriv var det står.",
        check=check_given,
    ),
    Rule(
        id="deltagare.kon",
        title="Kvinnor och män är tillsammans alla deltagare",
        severity="varning",
        source="Slutrapportens uppgifter om antal deltagare",
        guidance="Kontrollera antalen och rätta det som är fel.",
        check=check_sexes,
    ),
    Rule(
        id="deltagare.text",
        title="Texten säger samma antal deltagare som frågan om antal",
        severity="varning",
        source="Slutrapporten, ”Antal deltagare som deltagit i insatsen” och beskrivningarna",
        guidance="Kontrollera vilket antal som gäller och skriv detsamma överallt.",
        check=check_texts,
        needs=(_AT,),
    ),
    Rule(
        id="deltagare.utfall",
        title="Inget utfall räknar med fler deltagare än som har deltagit",
        severity="varning",
        source="Slutrapporten, ”Målen med insatsen samt utfall/resultat” och antal deltagare",
        guidance="Kontrollera antalen och rätta det som är fel.",
        check=check_outcomes,
        needs=(_AT, "/mal/*/utfall"),
    ),
)
