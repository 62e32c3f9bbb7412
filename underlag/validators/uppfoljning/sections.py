"""What the memo's text says of one insats is what its tables say: under a heading with its name, or where a sentence names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import sentences
from underlag.validators.uppfoljning.rows import Insats, insatser
from underlag.validators.wording import quoted
from underlag.values.dates import dates_in
from underlag.values.folding import fold
from underlag.values.namesakes import ALIKE, likeness

_LONGEST_HEADING = 12  # words
_END_MARKS = (".", "!", "?", ":", ";", ",")
_ITSELF = re.compile(r"(?:insatsen|projektet|verksamheten)\b")
_BEGAN = re.compile(r"\b(?:startade|startat|borjade|paborjades|inleddes)\b")
_ENDED = re.compile(r"\b(?:avslutades|avslutats|upphorde|slutade|pagick till|till och med)\b")
_PEOPLE = r"(?:st|deltagare|personer|individer|ungdomar|unga)"
_INSTEAD = re.compile(rf"(?<![\w.,/])(?P<n>\d{{1,4}})(?: {_PEOPLE})? (?:i stallet|istallet) for (?:de )?(?P<m>\d{{1,4}})(?: {_PEOPLE}|$)")
_TOOK_PART = r"(?:deltagit|deltog|varit inskrivna|skrivits in|medverkat)"
_WHOLE = r"(?:totalt|sammanlagt|sammantaget)"
_IN_ALL = re.compile(
    rf"\b{_WHOLE}(?: har)? (?P<n>\d{{1,4}}) {_PEOPLE}(?: har)? {_TOOK_PART}"
    rf"|(?<![\w.,/])(?P<k>\d{{1,4}}) {_PEOPLE} har {_WHOLE} {_TOOK_PART}"
)
_UNREGISTERED = re.compile(r"\b(?:inte|ej) (?:\w+ ){0,2}registrera\w*\b")
_LONG = 5  # letters: shorter words name no insats by themselves


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences under a heading that is the name of an insats."""

    insats: Insats
    sentences: tuple[str, ...]


@lru_cache(maxsize=4)
def sections(case: Case[Uppfoljning]) -> tuple[Section, ...]:
    """The sections in the order of the text; each ends where any other heading begins. Cases are compared by identity."""
    found: list[tuple[Insats, list[str]]] = []
    within = False
    for line in case.texts.get("", "").splitlines():
        if not _is_heading(line):
            if within:
                found[-1][1].extend(sentences(line))
            continue
        insats = _named(case, line)
        within = insats is not None
        if insats is not None:
            found.append((insats, []))
    return tuple(Section(insats, tuple(said)) for insats, said in found)


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and not line.rstrip().endswith(_END_MARKS) and ":" not in line


def _named(case: Case[Uppfoljning], heading: str) -> Insats | None:
    """The insats whose name the heading is; a single word must be the whole name, for it may be a topic ("Samverkan")."""
    best = max(insatser(case), key=lambda insats: likeness(heading, insats.name), default=None)
    if best is None or likeness(heading, best.name) < ALIKE:
        return None
    return best if len(fold(heading).split()) > 1 or fold(heading) == fold(best.name) else None


def check_dates(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for section in sections(case):
        for sentence in section.sentences if "insatser" in section.insats.rows else ():
            for key, day in _days(sentence).items():
                at = section.insats.at("insatser", key)
                own = case.value(at)
                if not isinstance(own, str):
                    continue
                if own == day:
                    yield holds(at, "")
                else:
                    verb = "startade" if key == "start" else "slutar"
                    message = f"{quoted(section.insats.name)} {verb} {own} enligt listan, men texten säger {quoted(sentence)}."
                    yield case.broken((at, ""), message, day, own, rests_on=(at,))


def _days(sentence: str) -> dict[str, str]:
    """The ISO days on which a sentence says that the insats itself began and ended."""
    told: dict[str, str] = {}
    before = 0
    for found in dates_in(sentence) if _ITSELF.match(fold(sentence)) else ():
        said = fold(sentence[before : found.start])
        key = "slut" if _ENDED.search(said) else "start" if _BEGAN.search(said) else None
        if key is not None:
            told.setdefault(key, found.value.isoformat())
        before = found.end
    return told


def check_numbers(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for section in sections(case):
        for sentence in section.sentences:
            for table, key, n in _counts(sentence):
                if table not in section.insats.rows:
                    continue
                at = section.insats.at(table, key)
                own = case.value(at)
                if own == n:
                    yield holds(at, "")
                elif own is not None:
                    message = f"Tabellen har {own} för {quoted(section.insats.name)}, men texten säger {quoted(sentence, ending=True)}."
                    yield case.broken((at, ""), message, n, own if isinstance(own, int) else None, rests_on=(at,))


def _counts(sentence: str) -> Iterator[tuple[str, str, int]]:
    """How many took part, and were expected to, by the table and key of the figure."""
    folded = fold(sentence)
    if instead := _INSTEAD.search(folded):
        yield "deltagare", "totalt", int(instead["n"])
        yield "forvantade_deltagare", "forvantat", int(instead["m"])
    elif whole := _IN_ALL.search(folded):
        yield "deltagare", "totalt", int(whole["n"] or whole["k"])


def check_registered(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """What is said not to be registered in SUS has no figures from there."""
    words = Counter(word for insats in insatser(case) for word in {*fold(insats.name).split()})
    for sentence in sentences(case.texts.get("", "")):
        said = {*fold(sentence).split()} if _UNREGISTERED.search(fold(sentence)) and "sus" in fold(sentence).split() else set()
        for insats in insatser(case):
            own = {word for word in fold(insats.name).split() if words[word] == 1 and len(word) >= _LONG}
            if "deltagare" not in insats.rows or own.isdisjoint(said):
                continue
            row, at = case.record.deltagare[insats.rows["deltagare"]], insats.at("deltagare", "avslutade_perioden")
            if not row.avslutade_perioden:
                yield holds(at, "")
            else:
                message = f"Tabellen har {row.avslutade_perioden} avslutade för {quoted(insats.name)}, men texten säger {quoted(sentence)}."
                yield case.broken((at, ""), message, None, row.avslutade_perioden, rests_on=(at,))


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.avsnitt_tid",
        title="Texten om en insats säger samma start och slut som listan",
        severity="varning",
        source="Uppföljningens avsnitt om enskilda insatser och dess lista över insatser",
        guidance="Kontrollera vilket datum som gäller och skriv detsamma på båda ställena.",
        check=check_dates,
        needs=("/insatser",),
    ),
    Rule(
        id="memo.avsnitt_antal",
        title="Texten om en insats säger samma antal deltagare som tabellerna",
        severity="varning",
        source="Uppföljningens avsnitt om enskilda insatser och tabellerna över deltagare",
        guidance="Kontrollera vilket antal som gäller och skriv detsamma på alla ställen.",
        check=check_numbers,
        needs=("/*/*/totalt",),
    ),
    Rule(
        id="memo.sus",
        title="Insatser som inte har registrerat i SUS har inga siffror därifrån",
        severity="varning",
        source="Uppföljningens text och tabellen över deltagare",
        guidance="Kontrollera var siffrorna kommer ifrån.",
        check=check_registered,
        needs=("/deltagare/*/avslutade_perioden",),
    ),
)
