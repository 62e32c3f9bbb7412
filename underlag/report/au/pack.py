"""All that is shown of one meeting, as data for its page, its Word template and its letters.

The names are Swedish, since an office that changes the Word templates writes them (`arende.sokt`, `utrymme.kolumner`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from underlag.report.au.facts import Fact, cost_each, count, facts_of, kronor, names, sought
from underlag.report.au.matters import Matter, Paper, items_of, matters_of, papers_of
from underlag.report.au.questions import Fraga, asked_of, fragor
from underlag.report.au.remarks import Grupp, Ljus, Rules, grupper, light
from underlag.report.au.room import Utrymme, utrymmen
from underlag.report.findings import part_title
from underlag.report.labels import READERS, pages_words
from underlag.report.wording import counted, one_line
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.kallelse import Kallelse
from underlag.schemas.records import Party
from underlag.schemas.result import Result
from underlag.values.insats_names import same_insats
from underlag.values.months import name_of

NO_NAME = "Insats utan namn"
NO_PROPOSAL = "–"
LONGEST_NAME = 120  # characters


@dataclass(frozen=True, slots=True)
class Arende:
    """One matter: what is sought and proposed (amounts as text), its light, key facts, findings and questions to the applicant.

    `mottagare` (the lines of each address) and `dnr` are for the letter; the latter is empty where no case note tells it.
    `har_ansokan` is false where only a case note proposes something.
    """

    nr: int
    namn: str
    sokande: str
    mottagare: tuple[tuple[str, ...], ...]
    dnr: str
    har_ansokan: bool
    sokt: str
    tak: str
    deltagare: str
    per_deltagare: str
    ljus: Ljus
    fakta: tuple[Fact, ...]
    grupper: tuple[Grupp, ...]
    fragor: tuple[Fraga, ...]
    kontroller: str


@dataclass(frozen=True, slots=True)
class Handling:
    """A paper that is no matter of its own, with what was found in it."""

    namn: str
    grupper: tuple[Grupp, ...]


@dataclass(frozen=True, slots=True)
class Fil:
    """A file that the pack was made from: what it holds, how it was read, and as of which day it was judged."""

    namn: str
    innehall: str
    last: str
    bedomd: str


@dataclass(frozen=True, slots=True)
class Mote:
    """The pack of one meeting. `datum` is ISO, `dag` the same in words.

    `anmarkningar` are about the papers themselves; `olasta` says of each file that could not be read why.
    """

    datum: str
    dag: str
    arenden: tuple[Arende, ...]
    summa_sokt: str
    summa_tak: str
    utrymmen: tuple[Utrymme, ...]
    ovriga: tuple[Handling, ...]
    anmarkningar: tuple[str, ...]
    filer: tuple[Fil, ...]
    olasta: tuple[str, ...]
    verktyg: str
    regelverk: tuple[str, ...]


def pack_of(results: Sequence[Result], meeting: date, rules: Rules, *, unread: Sequence[str] = ()) -> Mote:
    """The pack of the meeting on that day. `unread`: a line for each file that could not be read."""
    papers = papers_of(results)
    matters = matters_of(papers)
    placed = {paper for matter in matters for paper in matter.papers}
    return Mote(
        datum=meeting.isoformat(),
        dag=f"{meeting.day} {name_of(meeting.month)} {meeting.year}",
        arenden=tuple(_arende(nr, matter, rules) for nr, matter in enumerate(matters, start=1)),
        summa_sokt=_total([sought(m.asked).amount if m.asked else None for m in matters]),
        summa_tak=_total([m.proposed.maxbelopp if m.proposed else None for m in matters]),
        utrymmen=utrymmen(papers, matters),
        ovriga=tuple(_ovriga(papers, placed, rules)),
        anmarkningar=(*_twice(matters), *_about_papers(papers, meeting)),
        filer=tuple(map(_fil, results)),
        olasta=tuple(unread),
        verktyg=", ".join(sorted({result.made.tool for result in results})),
        regelverk=tuple(sorted({result.made.policy[:23] for result in results})),
    )


def _arende(nr: int, matter: Matter, rules: Rules) -> Arende:
    found = items_of(matter.papers)
    application, note = matter.asked or Ansokan(), matter.proposed
    held = sum(paper.part.checks.holds for paper in matter.papers)
    return Arende(
        nr=nr,
        namn=one_line(matter.name, LONGEST_NAME) or NO_NAME,
        sokande=names(application.insatsagare),
        mottagare=tuple(map(_address, application.insatsagare)),
        dnr=one_line(note.dnr) if note and note.dnr else "",
        har_ansokan=matter.application is not None,
        sokt=kronor(sought(application).amount),
        tak=kronor(note.maxbelopp) if note else NO_PROPOSAL,
        deltagare=count(application.forvantat_antal_deltagare.totalt),
        per_deltagare=kronor(cost_each(application)),
        ljus=light(found, rules, obstacles=tuple(_obstacles(matter)), held=held),
        fakta=facts_of(matter),
        grupper=grupper(found, rules, asked_of(matter, found)),
        fragor=fragor(matter, found, rules),
        kontroller=f"{counted(held, 'kontroll', 'kontroller')} höll.",
    )


def _address(party: Party) -> tuple[str, ...]:
    return tuple(one_line(line, LONGEST_NAME) for line in (party.organisation, party.kontaktperson, party.epost) if line)


def _obstacles(matter: Matter) -> Iterator[str]:
    """What keeps a matter from being judged whole."""
    if matter.doubtful:
        yield "det är inte säkert vilken ansökan som tjänsteskrivelsen gäller"
    elif matter.application is None:
        yield "ansökan saknas bland handlingarna"
    files = dict.fromkeys(one_line(paper.result.source.file) for paper in matter.papers if not paper.result.complete)
    yield from (f"{file} är ofullständigt läst" for file in files)


def _total(amounts: Sequence[int | None]) -> str:
    """The sum of what is known, and of how many it is where some are not; a dash where nothing is."""
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return NO_PROPOSAL
    return kronor(sum(known)) + ("" if len(known) == len(amounts) else f" ({len(known)} av {len(amounts)})")


def _ovriga(papers: Sequence[Paper], placed: Collection[Paper], rules: Rules) -> Iterator[Handling]:
    """The papers beside the matters with what was found in them and is not told at a matter."""
    told = {(paper.file, paper.index) for paper in placed}
    for paper in (paper for paper in papers if paper not in placed):
        found = [item for item in items_of([paper]) if all((paper.file, spot.index) not in told for spot in item.spots)]
        about = paper.name and f": {one_line(paper.name, LONGEST_NAME)}"
        if found:
            name = f"{part_title(paper.part)}{about} ({one_line(paper.result.source.file)}, {pages_words(*paper.part.pages)})"
            yield Handling(name, grupper(found, rules))


def _twice(matters: Sequence[Matter]) -> Iterator[str]:
    """Insatser that more than one application is about."""
    applied = [(nr, matter) for nr, matter in enumerate(matters, start=1) if matter.application]
    for at, (nr, matter) in enumerate(applied):
        yield from (
            f"Ärende {nr} och {other_nr} är två ansökningar om samma insats: {one_line(matter.name, LONGEST_NAME)}."
            for other_nr, other in applied[at + 1 :]
            if same_insats(matter.name, other.name)
        )


def _about_papers(papers: Sequence[Paper], meeting: date) -> Iterator[str]:
    """Notices of another day than the meeting's, and files that could not be read whole."""
    for paper in papers:
        if paper.part.type == "kallelse" and (day := Kallelse.model_validate(paper.part.record).datum) not in {None, meeting.isoformat()}:
            yield f"{one_line(paper.result.source.file)}: kallelsen gäller ett möte {one_line(day or '')}."
    for result in {paper.file: paper.result for paper in papers}.values():
        for problem in result.problems:
            page = f"sid {problem.page}: " if problem.page is not None else ""
            yield f"{one_line(result.source.file)}: {page}{one_line(problem.what)}"


def _fil(result: Result) -> Fil:
    kinds = ", ".join(f"{part_title(part)} ({pages_words(*part.pages)})" for part in result.parts)
    whole = "" if result.complete else ", ofullständigt läst"
    return Fil(one_line(result.source.file), kinds, READERS[result.source.reader] + whole, result.made.judged_at)
