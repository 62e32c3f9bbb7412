"""What the tables answer about an insats does not contradict its dates, nor what the text says of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import sentences
from underlag.validators.uppfoljning.rows import ALL_INSATSER, Insats, insatser, listed
from underlag.validators.wording import quoted
from underlag.values.folding import fold
from underlag.values.quarters import quarters_in

_MARK = "*"
_LONGEST_LEGEND = 120  # characters
_LEGEND = re.compile(
    r"\b(?:start\w*|borja\w*)\b.*\b(?:senare|forskj\w*|forsen\w*|inte i tid|ej i tid)\b|\b(?:forskj\w*|forsen\w*) .*\bstart"
)
"""What a memo says that the mark means, where it means that."""
_ENDED = re.compile(r"\bavslut", re.IGNORECASE)
_ALL_IN_PHASE = re.compile(r"\b(?:samtliga|alla) (?:\w+ )?insatser\b.{0,40}\bi fas\b")
_NOT_IN_PHASE = re.compile(r"\s*(?:nej|delvis|ej|inte)\b", re.IGNORECASE)


def check_start(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """The insatser whose start the list marks as late are those that did not start in time."""
    said = any(_LEGEND.search(fold(line)) for line in case.texts.get("", "").splitlines() if len(line) < _LONGEST_LEGEND)
    both = [insats for insats in insatser(case) if "insatser" in insats.rows and "forutsattningar" in insats.rows]
    marked = [_MARK in case.written(insats.at("insatser", "start")) for insats in both]
    for insats, late in zip(both, marked, strict=True) if said and any(marked) else ():
        at = (insats.at("forutsattningar", "start_i_tid"), insats.at("insatser", "start"))
        answer = fold(str(case.value(at[0]) or ""))[:3].strip()
        if answer not in {"ja", "nej"}:
            continue
        if (answer == "nej") == late:
            yield holds(*at)
            continue
        told = "märkt i listan som senare än planerat, men startade i tid" if late else "inte märkt i listan, men startade inte i tid"
        message = f"{quoted(insats.name)} är {told} enligt tabellen om förutsättningar."
        yield case.broken_unless_scanned(at, message, "nej" if late else "ja", answer)


def check_quarter(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """An insats that a table calls ended in a quarter ended in that quarter."""
    for insats in insatser(case):
        row = listed(case, insats)
        told = next(((at, text, quarters_in(text)[0].value) for at, text in _answers(case, insats) if _ends_in(text)), None)
        if row is None or row.slut is None or told is None:
            continue
        at, text, quarters = told
        places, end = (at, insats.at("insatser", "slut")), date.fromisoformat(row.slut)
        if (end.month + 2) // 3 in quarters.quarters and quarters.year in (None, end.year):
            yield holds(*places)
        else:
            message = f"Tabellen säger {quoted(text)} om {quoted(insats.name)}, som slutade {row.slut} enligt listan över insatser."
            yield case.broken(places, message, row.slut, text)


def _ends_in(answer: str) -> bool:
    return bool(_ENDED.search(answer) and quarters_in(answer))


def _answers(case: Case[Uppfoljning], insats: Insats) -> Iterator[tuple[str, str]]:
    """What the tables about all insatser answer of this one, with the pointers."""
    for table in ALL_INSATSER:
        row = case.value(f"/{table}/{insats.rows[table]}") if table in insats.rows else None
        for key, value in row.items() if isinstance(row, Mapping) else ():
            if key != "insats" and isinstance(value, str):
                yield insats.at(table, key), value


def check_all(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    said = [line for line in sentences(case.texts.get("", "")) if _ALL_IN_PHASE.search(fold(line)) and "?" not in line]
    for n, row in enumerate(case.record.mal if said else ()):
        at = (f"/mal/{n}/i_fas", "")
        if row.i_fas is None or not _NOT_IN_PHASE.match(row.i_fas):
            yield holds(*at)
            continue
        message = f"Texten säger {quoted(said[0])}, men tabellen säger {quoted(row.i_fas)} om {quoted(row.insats)}."
        yield case.broken(at, message, None, row.i_fas, rests_on=at[:1])


def check_phase(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for n, row in enumerate(case.record.mal):
        if row.i_fas is None:
            continue
        if _NOT_IN_PHASE.match(row.i_fas):
            forecast = f"; prognosen är {quoted(row.prognos)}" if row.prognos else ""
            message = f"{quoted(row.insats)} är inte i fas med sina mål: {quoted(row.i_fas)}{forecast}."
            yield case.broken((f"/mal/{n}/i_fas", f"/mal/{n}/prognos"), message)
        else:
            yield holds(f"/mal/{n}/i_fas")


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.start_i_tid",
        title="De insatser som startade senare än planerat är desamma i listan och i tabellen",
        severity="varning",
        source="Uppföljningens lista över insatser, märkta med *, och tabellen om förutsättningar",
        guidance="Kontrollera när insatsen startade och rätta det som är fel.",
        check=check_start,
        needs=("/insatser/*/start", "/forutsattningar/*/start_i_tid"),
    ),
    Rule(
        id="memo.kvartal",
        title="Avslutade insatser slutade i det kvartal som tabellerna säger",
        severity="varning",
        source="Uppföljningens lista över insatser och tabellerna om alla insatser",
        guidance="Kontrollera när insatsen slutade och rätta det som är fel.",
        check=check_quarter,
        needs=("/insatser/*/slut",),
    ),
    Rule(
        id="memo.alla_i_fas",
        title="Alla insatser är i fas med sina mål där texten säger det",
        severity="varning",
        source="Uppföljningens text och tabellen om mål",
        guidance="Rätta texten eller tabellen.",
        check=check_all,
        needs=("/mal/*/i_fas",),
    ),
    Rule(
        id="memo.i_fas",
        title="Insatsen är i fas med sina mål",
        severity="upplysning",
        source="Uppföljningens tabell om mål",
        guidance="Se vad uppföljningen säger om orsaken.",
        check=check_phase,
        needs=("/mal/*/i_fas",),
    ),
)
