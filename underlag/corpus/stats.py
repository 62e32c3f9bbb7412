"""What the archive counts, year by year: insatser, money, goals, and people to work or studies.

A document may lie in the archive in several copies; what is said of one insats and one year counts once, the latest stored. What no
document says is null, not zero.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from underlag.corpus.headings import insatser_of
from underlag.corpus.kept import KeptPart
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.arsredovisning import Arsredovisning
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.values.folding import fold

_LONGEST = 10  # years of an insats; more is a misread year


@dataclass(frozen=True, slots=True)
class Year:
    """One year. Money in kronor; `sought` and `granted` (what case notes propose at most) at the year in which the insats starts,
    `used` as the annual report says. Goals as applications set them at the start, and as final reports judge them at the end.
    `ended` people, and how many of them `to_work` or studies, as the year's last memo says, else its quarterly reports.
    """

    year: int
    insatser: int
    sought: int | None
    granted: int | None
    used: int | None
    goals_set: int | None
    goals_judged: int | None
    goals_reached: int | None
    goals_partly: int | None
    ended: int | None
    to_work: int | None

    @property
    def share_to_work(self) -> float | None:
        """Percent of those who ended."""
        return 100 * self.to_work / self.ended if self.ended and self.to_work is not None else None


Once = dict[tuple[int, str], int]
"""A number by year and folded name of what it is said of, so that it counts once."""


@dataclass(slots=True)
class _Told:
    """What has been read so far."""

    insatser: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    sought: Once = field(default_factory=dict)
    granted: Once = field(default_factory=dict)
    used: Once = field(default_factory=dict)
    goals_set: Once = field(default_factory=dict)
    judged: dict[tuple[int, str], Counter[str | None]] = field(default_factory=dict)
    by_memo: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # quarter, ended, to work
    by_report: dict[tuple[int, str], tuple[int, int, int]] = field(default_factory=dict)


def years_of(parts: Iterable[KeptPart]) -> tuple[Year, ...]:
    """The years that the parts tell of, in order."""
    told = _Told()
    for part in parts:
        _read(part, told)
    keyed: Iterable[Iterable[tuple[int, str]]] = (told.sought, told.granted, told.used, told.goals_set, told.judged, told.by_report)
    known = {year for keys in keyed for year, _ in keys} | set(told.insatser) | set(told.by_memo)
    return tuple(_year(year, told) for year in sorted(known))


def _read(part: KeptPart, told: _Told) -> None:
    first, last = part.years
    if first is not None and last is not None:
        for year in range(first, min(last, first + _LONGEST - 1) + 1):
            told.insatser[year].update(map(fold, insatser_of(part.record)))
    match part.type:
        case "ansokan":
            _application(Ansokan.model_validate(part.record), told)
        case "tjansteskrivelse":
            _case_note(Tjansteskrivelse.model_validate(part.record), told)
        case "slutrapport":
            _final_report(Slutrapport.model_validate(part.record), told)
        case "arsredovisning":
            _annual_report(Arsredovisning.model_validate(part.record), told)
        case "uppfoljning":
            _memo(Uppfoljning.model_validate(part.record), told)
        case "kvartalsrapport":
            _quarterly_report(Kvartalsrapport.model_validate(part.record), told)


def _application(record: Ansokan, told: _Told) -> None:
    if key := _key(record.insatstid.start, record.insatsens_namn):
        drawn = record.budget.detalj.rekvireras.totalt if record.budget else None
        sought = record.sokt_belopp if record.sokt_belopp is not None else drawn
        if sought is not None:
            told.sought[key] = sought
        told.goals_set[key] = len(record.mal)


def _case_note(record: Tjansteskrivelse, told: _Told) -> None:
    if (key := _key(record.period.start, record.insats)) and record.maxbelopp is not None:
        told.granted[key] = record.maxbelopp


def _final_report(record: Slutrapport, told: _Told) -> None:
    if key := _key(record.insatstid.slut, record.insatsens_namn):
        told.judged[key] = Counter(goal.uppfyllt for goal in record.mal)


def _annual_report(record: Arsredovisning, told: _Told) -> None:
    for cost in record.samverkansinsatser:
        for heading, amount in cost.belopp.items():
            if amount is not None and (key := _key(heading, cost.insats)):
                told.used[key] = abs(amount)


def _memo(record: Uppfoljning, told: _Told) -> None:
    """The people of all insatser together: the memo's own total, else the sum of its rows."""
    year, quarter = record.period.ar if record.period else None, max(record.period.kvartal, default=0) if record.period else 0
    rows = [record.deltagare_totalt] if record.deltagare_totalt else list(record.deltagare)
    counted = [(row.avslutade, _sum((row.kvinnor, row.man))) for row in rows]
    ended, to_work = _sum(ended for ended, _ in counted), _sum(to for _, to in counted)
    if year is not None and ended is not None and to_work is not None and quarter >= told.by_memo.get(year, (0,))[0]:
        told.by_memo[year] = (quarter, ended, to_work)


def _quarterly_report(record: Kvartalsrapport, told: _Told) -> None:
    people, year, quarter = record.deltagare, record.period.ar, record.period.kvartal or 0
    to_work = _sum((people.kvinnor_till_arbete_studier, people.man_till_arbete_studier))
    if year is not None and people.avslutade is not None and to_work is not None:
        key = (year, fold(record.insatsens_namn or ""))
        if quarter >= told.by_report.get(key, (0,))[0]:
            told.by_report[key] = (quarter, people.avslutade, to_work)


def _key(day: str | None, name: str | None) -> tuple[int, str] | None:
    """Year and insats; None where either is not told."""
    year = re.search(r"(?:19|20)\d\d", day or "")
    return (int(year[0]), fold(name)) if year and name and fold(name) else None


def _year(year: int, told: _Told) -> Year:
    judged = [count for (of, _), count in told.judged.items() if of == year]
    goals = sum(judged, Counter[str | None]()) if judged else None
    ended, to_work = _people(year, told)
    return Year(
        year=year,
        insatser=len(told.insatser.get(year, ())),
        sought=_sum(_in(year, told.sought)),
        granted=_sum(_in(year, told.granted)),
        used=_sum(_in(year, told.used)),
        goals_set=_sum(_in(year, told.goals_set)),
        goals_judged=None if goals is None else sum(n for verdict, n in goals.items() if verdict),
        goals_reached=None if goals is None else goals["ja"],
        goals_partly=None if goals is None else goals["delvis"],
        ended=ended,
        to_work=to_work,
    )


def _people(year: int, told: _Told) -> tuple[int | None, int | None]:
    if year in told.by_memo:
        return told.by_memo[year][1:]
    reports: Sequence[tuple[int, int, int]] = [people for (of, _), people in told.by_report.items() if of == year]
    return _sum(ended for _, ended, _ in reports), _sum(to_work for _, _, to_work in reports)


def _in(year: int, once: Mapping[tuple[int, str], int]) -> Iterator[int]:
    return (number for (of, _), number in once.items() if of == year)


def _sum(numbers: Iterable[int | None]) -> int | None:
    """The sum of what is told; None where nothing is."""
    told = [number for number in numbers if number is not None]
    return sum(told) if told else None
