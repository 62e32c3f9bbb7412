"""What minutes say was decided about an insats. They are about many insatser, and are kept as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from underlag.schemas.case import Document, Followed, document_pointer
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.case.names import own_words
from underlag.validators.case.relating import names_of
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import sentences
from underlag.validators.wording import kronor, quoted
from underlag.values.amounts import amounts_in
from underlag.values.folding import fold

_MINUTES = re.compile(r"\bprotokoll(?:et|sutdrag)?\b")
_GRANTS = re.compile(r"\b(?:bevilja|tilldela|avsatt)\w*")
_REFUSES = re.compile(r"\b(?:avsl[ao]\w*|aterremitter\w*|bordlagg\w*|inte bevilja\w*)")
_SHORTEST_NAME = 4  # letters
_LEAST, _ROUNDING = 10_000, 1_000  # kronor: less is no grant; proposals are written in whole thousands


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about one insats: the sentence, where it stands, and the amount; None where the application was not granted."""

    at: str
    sentence: str
    amount: int | None


def tells_of(document: Document, case: Followed) -> bool:
    """Are these minutes that decide about the insats?"""
    return _is_minutes(document) and any(True for name in names_of(case) for _ in decisions(_text(document), name))


def _is_minutes(document: Document) -> bool:
    """Does its heading call it minutes?"""
    return document.type == "okand" and _MINUTES.search(fold(str(document.record.get("rubrik") or ""))) is not None


def _text(document: Document) -> str:
    return str(document.record.get("text") or "")


def decisions(text: str, name: str, at: str = "") -> Iterator[Decided]:
    """The sentences of minutes that name the insats, and grant it one amount or refuse it."""
    own = own_words(name)
    named = re.compile(rf"\b{re.escape(own)}\b(?! \d\d?\b)")  # "Vägen in 2" is another insats than "Vägen in"
    for sentence in sentences(text) if len(own) >= _SHORTEST_NAME else ():
        plain = fold(sentence)
        if not named.search(plain):
            continue
        amounts = {found.value.kronor for found in amounts_in(sentence) if found.value.kronor >= _LEAST}
        if _REFUSES.search(plain):
            yield Decided(at, sentence, None)
        elif _GRANTS.search(plain) and len(amounts) == 1:
            yield Decided(at, sentence, amounts.pop())


def decided(followed: Followed) -> list[Decided]:
    """What the minutes of the case say of the insats, by any of the names that its documents give it."""
    minutes = [(n, _text(document)) for n, document in followed.documents.items() if _is_minutes(document)]
    names = sorted(names_of(followed))
    found = (each for n, text in minutes for name in names for each in decisions(text, name, f"{document_pointer(n)}/record/text"))
    return list({(each.at, each.sentence): each for each in found}.values())


def check_decided(case: Case[Followed]) -> Iterator[Judgment]:
    """The minutes grant what the case note proposes. Of several notes it is not known which was decided upon."""
    notes = case.record.of(Tjansteskrivelse)
    proposed = notes[0].record.maxbelopp if len(notes) == 1 else None
    if proposed is None:
        return
    for each in decided(case.record):
        at = (each.at, f"{notes[0].at}/maxbelopp")
        if each.amount is not None and abs(each.amount - proposed) <= _ROUNDING:
            yield holds(*at)
            continue
        what = "avslår eller skjuter upp ärendet" if each.amount is None else f"beviljar {kronor(each.amount)}"
        message = f"Protokollet {what} ({quoted(each.sentence)}), men förslaget till beslut är högst {kronor(proposed)}."
        yield case.broken(at, message, proposed, each.amount)


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.beslut",
        title="Protokollet beviljar det som föreslogs",
        severity="varning",
        source="Styrelsens protokoll och tjänsteskrivelsens förslag till beslut",
        guidance="Kontrollera vad som beslutades; det beslutade beloppet är taket.",
        check=check_decided,
        needs=("/documents/*/record/text", "/documents/*/record/maxbelopp"),
    ),
)
