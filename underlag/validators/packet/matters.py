"""The notice's matters have their papers in the file, the papers their matters, and none is dated after the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import partial_ratio

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.schemas.kallelse import Kallelse, Matter
from underlag.schemas.packet import Member, Packet, PacketPart
from underlag.schemas.result import PartType
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import listed, quoted
from underlag.values.folding import fold
from underlag.values.insats_names import same_insats
from underlag.values.pointers import value_at

_PAPER = re.compile(r"\b(?:bilag|handling|utsand|tjansteskrivelse|ansokan)")
_NONE = re.compile(r"\b(?:muntlig|lamnas vid|delas ut|foredras|saknas|inga? handling)")
_TOPICS: dict[PartType, re.Pattern[str]] = {
    "ekonomisk_information": re.compile(r"\bekonomi"),
    "medlemsavgifter": re.compile(r"\b(?:medlemsavgift|avgift|bidrag)"),
    "arsredovisning": re.compile(r"\b(?:arsredovisning|bokslut)"),
    "uppfoljning": re.compile(r"\buppfoljning"),
    "kvartalsrapport": re.compile(r"\bkvartalsrapport"),
    "slutrapport": re.compile(r"\bslutrapport"),
}
_FURTHER = re.compile(r"\s+[-–—]\s+|[,:(]")
_LIKE = 85.0
_SHOWN = 5


def check_papers(case: Case[Packet]) -> Iterator[Judgment]:
    """Every matter that is said to have a paper has one in the file; which, can't always be told of papers of unknown kinds."""
    for notice in case.record.of(Kallelse):
        due = [matter for matter in notice.record.arenden if _has_paper(matter)]
        without = [matter for matter in due if not any(_is_about(matter, part) for part in case.record.parts)]
        unknown = sum(1 for part in case.record.parts if part.type == "okand" and not any(_is_about(m, part) for m in due))
        at = f"{notice.at}/arenden"
        if not due:
            continue
        if not without:
            yield holds(at)
            continue
        more = [f"{len(without) - _SHOWN} till"] if len(without) > _SHOWN else []
        some = listed([*(quoted(matter.rubrik or "") for matter in without[:_SHOWN]), *more])
        message = f"Filen har ingen handling till {some}, fast kallelsen nämner handlingar."
        if unknown >= len(without):
            yield Judgment("undecided", (at,), f"{message} {unknown} dokument av okänt slag kan vara dem; kontrollera.")
        else:
            yield case.broken((at,), message, None, len(without))


def _has_paper(matter: Matter) -> bool:
    told = fold(matter.handling or "")
    return bool(_PAPER.search(told)) and not _NONE.search(told)


def _is_about(matter: Matter, part: PacketPart) -> bool:
    """Is the matter about this part: does it name its kind of paper, its insats or its heading?"""
    heading, topic = fold(matter.rubrik or ""), _TOPICS.get(part.type)
    if topic is not None and topic.search(heading):
        return True
    names = (value_at(part.record, pointer) for pointer in ("/insatsens_namn", "/insats", "/rubrik"))
    return any(isinstance(name, str) and _named(heading, name) for name in names)


def _named(heading: str, name: str) -> bool:
    """Does the folded heading name it, in full or by what stands before a dash, comma or bracket ("Vägen in – stöd till …")?"""
    short = fold(_FURTHER.split(name, maxsplit=1)[0])
    return any(min(len(said), len(heading)) > 3 and partial_ratio(said, heading) >= _LIKE for said in (fold(name), short))


def check_matters(case: Case[Packet]) -> Iterator[Judgment]:
    """Every application and case note in the file is on the list of matters."""
    for notice in case.record.of(Kallelse):
        names = [(f"{p.at}/insatsens_namn", p.record.insatsens_namn) for p in case.record.of(Ansokan)]
        names += [(f"{p.at}/insats", p.record.insats) for p in case.record.of(Tjansteskrivelse)]
        for pointer, name in names if notice.record.arenden else ():
            if name is None:
                continue
            at = (pointer, f"{notice.at}/arenden")
            if any(same_insats(name, matter.rubrik) or _named(fold(matter.rubrik or ""), name) for matter in notice.record.arenden):
                yield holds(*at)
            else:
                message = f"Filen har handlingar om {quoted(name)}, men inget ärende på kallelsen gäller den insatsen."
                yield case.broken_unless_scanned(at, message)


def check_days(case: Case[Packet]) -> Iterator[Judgment]:
    """No case note or account is dated after the meeting."""
    for notice in case.record.of(Kallelse):
        papers: list[tuple[str, str | None, str]] = [(f"{n.at}/datum", n.record.datum, "Tjänsteskrivelsen") for n in _notes(case)]
        papers += [(f"{a.at}/per_datum", a.record.per_datum, "Den ekonomiska informationen") for a in case.record.of(EkonomiskInformation)]
        for pointer, day, what in papers:
            if day is None or notice.record.datum is None:
                continue
            at = (pointer, f"{notice.at}/datum")
            if day <= notice.record.datum:
                yield holds(*at)
            else:
                yield case.broken(at, f"{what} bär datumet {day}, efter mötet {notice.record.datum}.", notice.record.datum, day)


def _notes(case: Case[Packet]) -> tuple[Member[Tjansteskrivelse], ...]:
    return case.record.of(Tjansteskrivelse)


RULES = (
    Rule(
        id="paket.handlingar",
        title="Ärenden med handlingar har dem i filen",
        severity="varning",
        source="Kallelsens lista över ärenden, kolumnen för handlingar",
        guidance="Kontrollera att alla handlingar har kommit med.",
        check=check_papers,
        needs=("/parts/*/record/arenden",),
    ),
    Rule(
        id="paket.arenden",
        title="Ansökningar och tjänsteskrivelser i filen har ett ärende",
        severity="varning",
        source="Kallelsens lista över ärenden",
        guidance="Ta upp ärendet på kallelsen, eller kontrollera att handlingen hör till mötet.",
        check=check_matters,
        needs=("/parts/*/record/arenden",),
    ),
    Rule(
        id="paket.datum",
        title="Handlingarna är daterade före mötet",
        severity="varning",
        source="Kallelsens datum och handlingarnas",
        guidance="Kontrollera handlingens datum och mötets dag.",
        check=check_days,
        needs=("/parts/*/record/arenden",),
    ),
)
