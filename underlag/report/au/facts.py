"""What an application says of itself in short, in words: nothing is reckoned but the cost a participant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from underlag.report.au.matters import Matter
from underlag.report.labels import pages_words
from underlag.report.wording import SPACE, amount, number, one_line
from underlag.schemas.ansokan import Ages, Ansokan, Expected
from underlag.schemas.budget import Budget
from underlag.schemas.records import Party, Signature
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

UNKNOWN = "framgår inte"
NBSP = "\u00a0"
LONGEST_TEXT = 280  # characters of a long answer
LONGEST_LINE = 180
MOST_LINES = 5

Fact = tuple[str, str]
"""A label, and what is known under it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The amount that is sought, in kronor, and where it is told; null where no single figure tells it."""

    amount: int | None
    told: str = ""


def sought(application: Ansokan) -> Sought:
    """The sum that the application's text states, else the total that its budget draws from the association."""
    if application.sokt_belopp is not None:
        return Sought(application.sokt_belopp, "ansökans text")
    budget = application.budget or Budget()
    for total, told in (
        (budget.detalj.rekvireras.totalt, "budgetens summa"),
        (budget.sammanstallning_summa.rekvireras, "budgetens sammanställning"),
    ):
        if total is not None:
            return Sought(total, told)
    return Sought(None)


def kronor(value: int | None) -> str:
    """An amount that keeps on one line."""
    return UNKNOWN if value is None else amount(value).replace(SPACE, NBSP)


def count(value: int | None) -> str:
    """A number of people."""
    return UNKNOWN if value is None else number(value).replace(SPACE, NBSP)


def cost_each(application: Ansokan) -> int | None:
    """Kronor sought a participant, null unless both are known."""
    total, people = sought(application).amount, application.forvantat_antal_deltagare.totalt
    return round(total / people) if total is not None and people else None


def names(parties: Iterable[Party]) -> str:
    """The organisations, by commas."""
    return ", ".join(one_line(party.organisation, LONGEST_LINE) for party in parties if party.organisation) or UNKNOWN


def facts_of(matter: Matter) -> tuple[Fact, ...]:
    """The key facts of a matter, the application's first."""
    asked, proposed = matter.asked, matter.proposed
    files = "; ".join(f"{one_line(p.result.source.file)}, {pages_words(*p.part.pages)}" for p in matter.papers)
    return (*(_asked(asked) if asked else ()), *(_proposed(proposed) if proposed else ()), ("Handlingar", files))


def _asked(application: Ansokan) -> Iterator[Fact]:
    total = sought(application)
    yield "Sökande", "; ".join(map(_party, application.insatsagare)) or UNKNOWN
    yield "Samverkansparter", names(application.samverkansparter)
    yield "Insatstid", _period(application.insatstid.start, application.insatstid.slut, application.insatstid.intag_slut)
    yield "Sökt belopp", kronor(total.amount) + (f" ({total.told})" if total.told else "")
    yield from _budget(application.budget or Budget())
    yield "Målgrupp", _short(application.malgrupp) + _ages(application.aldrar)
    yield "Deltagare", _people(application.forvantat_antal_deltagare)
    yield "Kostnad per deltagare", kronor(cost_each(application))
    yield "Syfte", _short(application.syfte)
    yield "Mål", _lines([goal.text for goal in application.mal])
    yield "Diskuterad i LOKUS", _discussed(application)
    yield "Underskrifter", _signed(application.underskrifter)


def _proposed(note: Tjansteskrivelse) -> Iterator[Fact]:
    yield "Förslag till beslut", _lines(note.forslag_till_beslut)
    yield "Föreslaget tak", kronor(note.maxbelopp) + (f", föreslaget av {one_line(note.forslagsstallare)}" if note.forslagsstallare else "")
    yield "Förslaget gäller", _period(note.period.start, note.period.slut, None)
    yield "Bedömning", _short(note.bedomning)
    yield "Diarienummer", one_line(note.dnr) if note.dnr else UNKNOWN


def _party(party: Party) -> str:
    said = [one_line(text, LONGEST_LINE) for text in (party.kontaktperson, party.epost) if text]
    return (one_line(party.organisation, LONGEST_LINE) if party.organisation else UNKNOWN) + (f" ({', '.join(said)})" if said else "")


def _period(start: str | None, end: str | None, last_intake: str | None) -> str:
    if start is None and end is None:
        return UNKNOWN
    intake = f", intag till {last_intake}" if last_intake else ""
    return f"{start or 'start ' + UNKNOWN} – {end or 'slut ' + UNKNOWN}{intake}"


def _budget(budget: Budget) -> Iterator[Fact]:
    """The years and the parties' own share, where the budget tells them."""
    years = [f"{year.ar}: {kronor(year.totalt)}" for year in budget.per_ar if year.totalt is not None]
    if years:
        yield "Varav per år", "; ".join(years)
    own = budget.detalj.egenfinansiering.totalt
    own = budget.sammanstallning_summa.egenfinansiering if own is None else own
    yield "Egenfinansiering", kronor(own)


def _people(expected: Expected) -> str:
    said = [f"{count(expected.totalt)} totalt"] if expected.totalt is not None else []
    said += [f"{count(expected.per_ar)} per år"] if expected.per_ar is not None else []
    return ", ".join(said) + (", löpande" if said and expected.lopande else "") or UNKNOWN


def _ages(ages: Ages) -> str:
    match ages.fran, ages.till:
        case None, None:
            return ""
        case int(first), None:
            return f" Ålder: från {first} år."
        case None, int(last):
            return f" Ålder: till {last} år."
        case first, last:
            return f" Ålder: {first}–{last} år."


def _lines(texts: Sequence[str]) -> str:
    """The first few by line, then how many more."""
    shown = [one_line(text, LONGEST_LINE) for text in texts[:MOST_LINES]]
    more = len(texts) - MOST_LINES
    return "\n".join([*shown, *([f"… och {more} till"] if more > 0 else [])]) or UNKNOWN


def _discussed(application: Ansokan) -> str:
    match application.lokus.diskuterad:
        case None:
            return UNKNOWN
        case False:
            return "Nej"
        case _:
            return ", ".join(("Ja", *application.lokus.datum))


def _signed(blocks: tuple[Signature, ...]) -> str:
    """How many of the signature blocks are signed, and how many can't be told."""
    if not blocks:
        return UNKNOWN
    ink = [block.undertecknad for block in blocks]
    unsure = f"; {ink.count(None)} går inte att avgöra" if None in ink else ""
    return f"{ink.count(True)} av {len(ink)} undertecknade{unsure}"


def _short(text: str | None) -> str:
    """The beginning of a long answer, cut between words."""
    line = one_line(text or "")
    return (line if len(line) <= LONGEST_TEXT else f"{line[:LONGEST_TEXT].rpartition(' ')[0] or line[:LONGEST_TEXT]} …") or UNKNOWN
