"""The memo's list of insatser: their times, their number, and that every table has them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.schemas.words import key_label
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.uppfoljning.rows import ALL_INSATSER, first_day, insatser, last_day
from underlag.validators.wording import listed, quoted
from underlag.values.folding import fold

_FEW = 0.2  # of all insatser: a table that lacks more was not meant to have them all
_SHOWN = 5


def check_times(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for n, row in enumerate(case.record.insatser):
        if row.start is None or row.slut is None:
            continue
        at = (f"/insatser/{n}/slut", f"/insatser/{n}/start")
        if row.start <= row.slut:
            yield holds(*at)
        else:
            yield case.broken(at, f"{quoted(row.insats)} slutar {row.slut}, före sin start {row.start}.", None, row.slut)


def check_period(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """Every insats was under way in the time that the memo covers."""
    first, last = first_day(case), last_day(case)
    for n, row in enumerate(case.record.insatser):
        if row.start is not None and row.slut is not None and row.slut < row.start:
            continue  # told by the rule above; one of the two days is wrong
        if row.slut is not None and first is not None and row.slut < first.isoformat():
            message = f"{quoted(row.insats)} slutade {row.slut}, före den tid som uppföljningen avser ({first} och framåt)."
            yield case.broken((f"/insatser/{n}/slut", "/period"), message, first.isoformat(), row.slut)
        elif row.start is not None and last is not None and row.start > last.isoformat():
            message = f"{quoted(row.insats)} startar {row.start}, efter den tid som uppföljningen avser (till {last})."
            yield case.broken((f"/insatser/{n}/start", "/period"), message, last.isoformat(), row.start)
        elif row.start is not None and row.slut is not None:
            yield holds(f"/insatser/{n}/start", f"/insatser/{n}/slut")


def check_number(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    said, rows = case.record.antal_insatser, len(case.record.insatser)
    if said is None:
        return
    at = ("/antal_insatser", "/insatser")
    if said == rows:
        yield holds(*at)
    else:
        message = f"Texten säger att insatserna är {said}, men listan över dem har {rows} rader."
        yield case.broken_unless_scanned(at, message, rows, said)


def check_complete(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """A table of all insatser has those that the list has; silent where an insats may stand in it under a name of its own."""
    every = insatser(case)
    for table in ALL_INSATSER:
        both = sum("insatser" in insats.rows and table in insats.rows for insats in every)
        missing = [insats for insats in every if "insatser" in insats.rows and table not in insats.rows]
        other = [insats for insats in every if table in insats.rows and "insatser" not in insats.rows]
        if not both or len(missing) > max(1, _FEW * len(case.record.insatser)) or (missing and other):
            continue
        if not missing and not other:
            yield holds(f"/{table}")
            continue
        has, lacks = (f"listan över insatser men inte i tabellen ”{key_label(table)}”", f"/{table}")
        if other:
            has, lacks = (f"tabellen ”{key_label(table)}” men inte i listan över insatser", "/insatser")
        some = missing or other
        names = listed(
            [*(quoted(insats.name) for insats in some[:_SHOWN]), *([f"{len(some) - _SHOWN} till"] if len(some) > _SHOWN else [])]
        )
        yield case.broken_unless_scanned(
            (lacks, *(insats.at("insatser" if missing else table) for insats in some)), f"{names} står i {has}."
        )


def check_once(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for table in ("insatser", *ALL_INSATSER, "deltagare", "forvantade_deltagare"):
        rows = case.value(f"/{table}")
        names = [fold(str(case.value(f"/{table}/{n}/insats"))) for n in range(len(rows) if isinstance(rows, list | tuple) else 0)]
        again = [name for name, times in Counter(names).items() if times > 1 and name]
        for name in again:
            at = tuple(f"/{table}/{n}/insats" for n, each in enumerate(names) if each == name)
            yield case.broken(at[::-1], f"{quoted(str(case.value(at[0])))} står {len(at)} gånger i tabellen ”{key_label(table)}”.")
        if names and not again:
            yield holds(f"/{table}")


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.tid",
        title="Varje insats slutar efter sin start",
        severity="fel",
        source="Uppföljningens lista över insatser",
        guidance="Rätta det datum som är fel.",
        check=check_times,
        needs=("/insatser/*/start", "/insatser/*/slut"),
    ),
    Rule(
        id="memo.period",
        title="Varje insats har pågått under den tid som uppföljningen avser",
        severity="upplysning",
        source="Uppföljningens rubrik och dess lista över insatser",
        guidance="Kontrollera datumet, och om insatsen ska vara med.",
        check=check_period,
        needs=("/insatser", "/period/ar"),
    ),
    Rule(
        id="memo.antal",
        title="Listan har så många insatser som texten säger",
        severity="varning",
        source="Uppföljningens text och dess lista över insatser",
        guidance="Kontrollera om en insats saknas i listan, eller rätta texten.",
        check=check_number,
        needs=("/antal_insatser", "/insatser"),
    ),
    Rule(
        id="memo.saknas",
        title="Alla insatser är med i alla tabeller som gäller alla",
        severity="varning",
        source="Uppföljningens lista över insatser och tabellerna om mål, förutsättningar, budget och kvalitet",
        guidance="Kontrollera vad som gäller för den insats som saknas.",
        check=check_complete,
        needs=("/insatser",),
    ),
    Rule(
        id="memo.dubbel",
        title="Ingen insats står två gånger i en tabell",
        severity="varning",
        source="Uppföljningens tabeller",
        guidance="Kontrollera vilken rad som gäller.",
        check=check_once,
        needs=("/*/*/insats",),
    ),
)
