"""The rules in force, in plain sight: a chapter for each kind of document, and the rules that compare documents with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.arsredovisning import Arsredovisning
from underlag.schemas.case import Followed
from underlag.schemas.dating import document_day
from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.schemas.forms import FORMS
from underlag.schemas.kallelse import Kallelse
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.medlemsavgifter import Medlemsavgifter
from underlag.schemas.packet import Packet
from underlag.schemas.policy import Policy
from underlag.schemas.result import Model, Part, PartType, Severity
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.schemas.words import TYPES
from underlag.validators import (
    ansokan,
    arsredovisning,
    budget,
    case,
    ekonomisk_information,
    kallelse,
    kvartalsrapport,
    medlemsavgifter,
    packet,
    slutrapport,
    tjansteskrivelse,
    traces,
    uppfoljning,
)
from underlag.validators.rule import Case, Rule
from underlag.values.pointers import tokens

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Chapter(Generic[M]):
    """The rules for one kind of document, and the model of its record. `inside`: where a part's own record lies in that."""

    record: type[M]
    rules: tuple[Rule[M], ...]
    inside: str = ""

    def case(self, part: Part, policy: Policy, on: date, texts: Mapping[str, str]) -> Case[M]:
        """The part as this chapter's rules see it, on the day of judgment `on`."""
        data: Mapping[str, object] = part.record
        for key in reversed(tokens(self.inside)):
            data = {key: data}
        record = self.record.model_validate(data)
        form = FORMS.get(part.type)
        dated = document_day(form.dated, part.record) if form is not None else None
        evidence = {self.inside + pointer: e for pointer, e in part.evidence.items()}
        observations = tuple(o.model_copy(update={"at": self.inside + o.at}) for o in part.observations)
        return Case(record, on, policy, evidence, observations, texts, dated)


ANSOKAN = Chapter(Ansokan, (*ansokan.RULES, *budget.RULES, *traces.RULES))
BUDGET = Chapter(Ansokan, (*budget.RULES, *traces.RULES), inside="/budget")
SLUTRAPPORT = Chapter(Slutrapport, (*slutrapport.RULES, *traces.RULES))
KVARTALSRAPPORT = Chapter(Kvartalsrapport, (*kvartalsrapport.RULES, *traces.RULES))
UPPFOLJNING = Chapter(Uppfoljning, (*uppfoljning.RULES, *traces.RULES))
ARSREDOVISNING = Chapter(Arsredovisning, (*arsredovisning.RULES, *traces.RULES))
KALLELSE = Chapter(Kallelse, (*kallelse.RULES, *traces.RULES))
TJANSTESKRIVELSE = Chapter(Tjansteskrivelse, (*tjansteskrivelse.RULES, *traces.RULES))
EKONOMISK_INFORMATION = Chapter(EkonomiskInformation, (*ekonomisk_information.RULES, *traces.RULES))
MEDLEMSAVGIFTER = Chapter(Medlemsavgifter, (*medlemsavgifter.RULES, *traces.RULES))

# Any: each chapter's rules take the record of its own kind, which the lines above let the type checker see.
CHAPTERS: Mapping[PartType, Chapter[Any]] = {
    "ansokan": ANSOKAN,
    "budget": BUDGET,
    "slutrapport": SLUTRAPPORT,
    "kvartalsrapport": KVARTALSRAPPORT,
    "uppfoljning": UPPFOLJNING,
    "arsredovisning": ARSREDOVISNING,
    "kallelse": KALLELSE,
    "tjansteskrivelse": TJANSTESKRIVELSE,
    "ekonomisk_information": EKONOMISK_INFORMATION,
    "medlemsavgifter": MEDLEMSAVGIFTER,
}

PACKET: tuple[Rule[Packet], ...] = packet.RULES
INSATS: tuple[Rule[Followed], ...] = case.RULES

BETWEEN: Mapping[str, tuple[Rule[Any], ...]] = {
    "Handlingar i samma fil mot varandra": PACKET,
    "Handlingar om samma insats mot varandra": INSATS,
}
"""The rules that compare documents, by what they compare."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the catalogue, in words. `types`: the kinds of document that it judges, none where it compares documents;
    `judges` says in words what it judges.
    """

    id: str
    title: str
    severity: Severity
    source: str
    guidance: str
    needs: tuple[str, ...]
    types: tuple[PartType, ...]
    judges: str


def catalogue_table() -> tuple[Entry, ...]:
    """Every rule once, in the order of the chapters. One that is made for each kind is the same rule, with a check of its own."""
    rules: dict[str, Rule[Any]] = {}
    types: dict[str, tuple[PartType, ...]] = {}
    for type_, chapter in CHAPTERS.items():
        for rule in chapter.rules:
            rules.setdefault(rule.id, rule)
            types[rule.id] = (*types.get(rule.id, ()), type_)
    single = (_entry(rule, types[rule.id], _kinds(types[rule.id])) for rule in rules.values())
    return (*single, *(_entry(rule, (), between) for between, several in BETWEEN.items() for rule in several))


def _entry(rule: Rule[Any], types: tuple[PartType, ...], judges: str) -> Entry:
    return Entry(rule.id, rule.title, rule.severity, rule.source, rule.guidance, rule.needs, types, judges)


def by_kind(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """The entries by what they judge, in words."""
    chapters: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        chapters[entry.judges] = (*chapters.get(entry.judges, ()), entry)
    return chapters


_HEAD = """\
# Reglerna

Skapad ur katalogen i `underlag/validators/catalogue.py`; ändra där, inte här.

**Fel** ges bara där handlingen säkert är fel eller ofullständig, **varning** där en människa bör titta, **upplysning** är en anmärkning. \
En punkt som inte kan avgöras, till exempel för att en skanning är svårläst, räknas för sig och är aldrig ett fel. \
En regel prövas bara där det som den behöver finns: uppgifter i handlingen (`/…`) och värden i policyn. \
Allvaret kan kansliet ändra i sin inställningsfil under `[allvar]`.
"""


def catalogue_page() -> str:
    """The catalogue as `docs/rules.md` holds it, by the kinds of document that the rules judge."""
    chapters = by_kind(catalogue_table())
    sections = (f"## {kinds}\n\n" + "\n".join(map(_section, entries)) for kinds, entries in chapters.items())
    return "\n".join((_HEAD, *sections))


def _kinds(types: tuple[PartType, ...]) -> str:
    if set(types) == set(CHAPTERS):
        return "Alla slags handlingar"
    return ", ".join(TYPES[type_] for type_ in types)


def _section(entry: Entry) -> str:
    needs = f"- Behöver: {', '.join(f'`{need}`' for need in entry.needs)}\n" if entry.needs else ""
    return f"### `{entry.id}`\n\n{entry.title}\n\n- Allvar: {entry.severity}\n{needs}- Källa: {entry.source}\n- Åtgärd: {entry.guidance}\n"
