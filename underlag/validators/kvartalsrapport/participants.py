"""The counts of people go together, and enough of them have a plan and go on to work or studies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from underlag.schemas.kvartalsrapport import FORM, Kvartalsrapport
from underlag.validators.arithmetic import Arithmetic
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import share

_AT = "/deltagare"
_ENDED, _ENDED_NOW, _ALL, _NOW = (f"{_AT}/{key}" for key in ("avslutade", "avslutade_perioden", "totalt", "pagaende"))
_WOMEN, _MEN = f"{_AT}/kvinnor_till_arbete_studier", f"{_AT}/man_till_arbete_studier"
_PLAN = f"{_AT}/andel_handlingsplan"
_QUARTERLY = re.compile(r"\b(?:varav|kvartal\w*|perioden?s?)\b", re.IGNORECASE)

_NAMES: Mapping[str, str] = {_ALL: "antalet deltagare", _ENDED: "antalet avslutade", _NOW: "antalet pågående"}


def _name(_: Case[Kvartalsrapport], pointer: str) -> str:
    return _NAMES[pointer]


SUMS: Arithmetic[Kvartalsrapport] = Arithmetic(FORM.sums, _AT, _name)


def _to_work(case: Case[Kvartalsrapport]) -> int | None:
    """Women and men who went to work or studies; None where neither is given."""
    given = [n for n in (case.record.deltagare.kvinnor_till_arbete_studier, case.record.deltagare.man_till_arbete_studier) if n is not None]
    return sum(given) if given else None


def check_parts(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """No part is greater than its whole; those in all are left to the sum where every figure is given."""
    people = case.record.deltagare
    pairs = [((_ENDED_NOW, people.avslutade_perioden), (_ENDED, people.avslutade), "avslutade under kvartalet", "avslutade i allt")]
    if None in (people.totalt, people.avslutade, people.pagaende):
        pairs.append(((_ENDED, people.avslutade), (_ALL, people.totalt), "avslutade", "deltagare i allt"))
        pairs.append(((_NOW, people.pagaende), (_ALL, people.totalt), "pågående", "deltagare i allt"))
    for (part_at, part), (whole_at, whole), part_name, whole_name in pairs:
        if part is None or whole is None:
            continue
        if part <= whole:
            yield holds(part_at, whole_at)
        else:
            message = f"Antalet {part_name} är {part}, fler än {whole_name}, som är {whole}."
            yield case.broken((part_at, whole_at), message, whole, part)


def _of_the_quarter(case: Case[Kvartalsrapport]) -> bool:
    """Do the labels of those gone to work say that they are part of the quarter's, or are there no others to be part of?"""
    said = any(_QUARTERLY.search(case.labels.get(at, "")) for at in (_WOMEN, _MEN))
    return said or case.record.deltagare.avslutade is None


def check_to_work(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """No more have gone to work than have ended; more than ended in the quarter may be meant since the start."""
    people, gone = case.record.deltagare, _to_work(case)
    if gone is None:
        return
    limits = ((_ENDED, people.avslutade, "som har avslutats"), (_ENDED_NOW, people.avslutade_perioden, "som avslutats under kvartalet"))
    for at, ended, name in limits:
        if ended is not None and gone > ended:
            message = f"{gone} personer sägs ha gått till arbete eller studier, fler än de {ended} {name}."
            broken = case.broken((at, _WOMEN, _MEN), message, gone, ended)
            yield broken if at == _ENDED or _of_the_quarter(case) else replace(broken, outcome="undecided")
            return
    if people.avslutade is not None or people.avslutade_perioden is not None:
        yield holds(_WOMEN, _MEN)


def check_plan_share(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    part, wanted = case.record.deltagare.andel_handlingsplan, case.in_force(case.policy.handlingsplan_andel)
    if part is None:
        return
    if not 0 <= part <= 100:
        yield case.broken((_PLAN,), f"Andelen med handlingsplan är {share(part)}; den kan inte vara mer än 100 %.", None, part)
    elif wanted is not None and part < wanted.varde:
        message = f"{share(part)} av deltagarna har en handlingsplan; det ska vara minst {share(wanted.varde)} ({wanted.kalla})."
        yield case.broken((_PLAN,), message, wanted.varde, part)
    else:
        yield holds(_PLAN)


def check_average(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    average, gone, ended = case.in_force(case.policy.arbete_studier_andel), _to_work(case), case.record.deltagare.avslutade_perioden
    if average is None or gone is None or not ended or gone > ended:
        return
    part = round(100 * gone / ended, 1)
    at = (_WOMEN, _MEN, _ENDED_NOW)
    if part >= average.varde:
        yield holds(*at)
    else:
        message = (
            f"{share(part)} av dem som avslutats gick till arbete eller studier; genomsnittet är {share(average.varde)} ({average.kalla})."
        )
        yield case.broken(at, message, average.varde, part)


RULES: tuple[Rule[Kvartalsrapport], ...] = (
    Rule(
        id="deltagare.summa",
        title="Avslutade och pågående är tillsammans alla deltagare",
        severity="varning",
        source="Kvartalsrapporten, antal deltagare",
        guidance="Kontrollera de tre talen och rätta det som är fel.",
        check=SUMS.adds_up("deltagare.summa"),
        needs=(_ALL, _ENDED, _NOW),
    ),
    Rule(
        id="deltagare.delar",
        title="Ingen del av deltagarna är större än det hela",
        severity="varning",
        source="Kvartalsrapporten, antal deltagare",
        guidance="Kontrollera båda talen och rätta det som är fel.",
        check=check_parts,
        needs=("/deltagare",),
    ),
    Rule(
        id="deltagare.arbete",
        title="Fler har inte gått till arbete eller studier än som har avslutats",
        severity="varning",
        source="Kvartalsrapporten, avslutade och till arbete eller studier",
        guidance="Kontrollera talen; de ska avse samma tid.",
        check=check_to_work,
        needs=("/deltagare",),
    ),
    Rule(
        id="deltagare.handlingsplan",
        title="Så många som förbundet kräver har en handlingsplan",
        severity="varning",
        source="Policyn, handlingsplan_andel",
        guidance="Kontrollera andelen; ta upp med insatsägaren vad den beror på.",
        check=check_plan_share,
        needs=(_PLAN,),
    ),
    Rule(
        id="deltagare.snitt",
        title="Lika många går till arbete eller studier som i landet",
        severity="upplysning",
        source="Policyn, arbete_studier_andel",
        guidance="Jämför med tidigare kvartal; ett kvartal säger lite när de som avslutats är få.",
        check=check_average,
        needs=(_ENDED_NOW, "arbete_studier_andel"),
    ),
)
