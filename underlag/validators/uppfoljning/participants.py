"""How many take part, end and go on, against each other, against what was expected and against the policy."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.uppfoljning import ParticipantTotals, Uppfoljning
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.uppfoljning.rows import insatser, last_day, listed
from underlag.validators.wording import quoted, share

_FAR_MORE = 1.5
"""Times as many as expected; that more come than were planned for is common, and good."""
_WHOLES = (("avslutade_perioden", "avslutade"), ("kvinnor", "avslutade_perioden"), ("man", "avslutade_perioden"))
_WHOLES_UNLESS_SUMMED = (("avslutade", "totalt"), ("pagaende", "totalt"))
_NAMES = {
    "avslutade_perioden": "avslutade under perioden",
    "avslutade": "avslutade i allt",
    "kvinnor": "kvinnor till arbete eller studier",
    "man": "män till arbete eller studier",
    "pagaende": "pågående",
    "totalt": "deltagare i allt",
}


def _counted(case: Case[Uppfoljning]) -> Iterator[tuple[str, str, ParticipantTotals]]:
    """Each row of participants with its pointer and name, the totals last."""
    for n, row in enumerate(case.record.deltagare):
        yield f"/deltagare/{n}", quoted(row.insats), row
    if case.record.deltagare_totalt is not None:
        yield "/deltagare_totalt", "raden för alla insatser", case.record.deltagare_totalt


def check_parts(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """No part is greater than its whole; those in all are left to their sum where every figure is given."""
    for at, name, row in _counted(case):
        summed = None not in (row.totalt, row.avslutade, row.pagaende)
        for part_key, whole_key in (*_WHOLES, *(() if summed else _WHOLES_UNLESS_SUMMED)):
            part, whole = (case.value(f"{at}/{key}") for key in (part_key, whole_key))
            if not isinstance(part, int) or not isinstance(whole, int):
                continue
            places = (f"{at}/{part_key}", f"{at}/{whole_key}")
            if part <= whole:
                yield holds(*places)
            else:
                message = f"Antalet {_NAMES[part_key]} är {part} för {name}, fler än {_NAMES[whole_key]}, som är {whole}."
                yield case.broken(places, message, whole, part)


def check_shares(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for at, name, row in _counted(case):
        for key, part in (("andel_arbete_studier", row.andel_arbete_studier), ("andel_handlingsplan", row.andel_handlingsplan)):
            if part is None:
                continue
            if 0 <= part <= 100:
                yield holds(f"{at}/{key}")
            else:
                yield case.broken((f"{at}/{key}",), f"Andelen är {share(part)} för {name}; den kan inte vara mer än 100 %.", None, part)


def check_expected(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """An insats that has ended had as many as were expected; while it goes on it has time left."""
    last = last_day(case)
    for insats in insatser(case):
        time = listed(case, insats)
        if "forvantade_deltagare" not in insats.rows:
            continue
        row = case.record.forvantade_deltagare[insats.rows["forvantade_deltagare"]]
        at = (insats.at("forvantade_deltagare", "totalt"), insats.at("forvantade_deltagare", "forvantat"))
        if row.totalt is None or not row.forvantat:
            continue
        ended = time is not None and time.slut is not None and last is not None and time.slut <= last.isoformat()
        if ended and row.totalt < row.forvantat:
            message = f"{quoted(insats.name)} är avslutad med {row.totalt} av {row.forvantat} förväntade deltagare."
            yield case.broken(at, message, row.forvantat, row.totalt)
        elif row.totalt > _FAR_MORE * row.forvantat:
            message = f"{quoted(insats.name)} har {row.totalt} deltagare, långt fler än de {row.forvantat} förväntade."
            yield case.broken(at, message, row.forvantat, row.totalt)
        else:
            yield holds(*at)


def check_ended(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """No one is left in an insats that ended before the last day of the memo's time."""
    last = last_day(case)
    for insats in insatser(case):
        time = listed(case, insats)
        if time is None or time.slut is None or last is None or "deltagare" not in insats.rows:
            continue
        if time.slut >= last.isoformat() or time.slut < (time.start or ""):
            continue
        left = case.record.deltagare[insats.rows["deltagare"]].pagaende
        at = (insats.at("deltagare", "pagaende"), insats.at("insatser", "slut"))
        if not left:
            yield holds(*at)
        else:
            message = f"{quoted(insats.name)} slutade {time.slut} enligt listan över insatser, men har {left} pågående deltagare."
            yield case.broken(at, message, 0, left)


def check_plan(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """A remark: the memo does not tell which insatser are meant to prepare for rehabilitation."""
    wanted = case.in_force(case.policy.handlingsplan_andel)
    for at, name, row in _counted(case):
        if wanted is None or row.andel_handlingsplan is None or row.andel_handlingsplan > 100:
            continue
        if row.andel_handlingsplan >= wanted.varde:
            yield holds(f"{at}/andel_handlingsplan")
        else:
            message = (
                f"{share(row.andel_handlingsplan)} har en handlingsplan i {name}; målet är minst {share(wanted.varde)} ({wanted.kalla})."
            )
            yield case.broken((f"{at}/andel_handlingsplan",), message, wanted.varde, row.andel_handlingsplan)


def check_average(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    average, whole = case.in_force(case.policy.arbete_studier_andel), case.record.deltagare_totalt
    if average is None or whole is None or whole.andel_arbete_studier is None:
        return
    at = ("/deltagare_totalt/andel_arbete_studier",)
    if whole.andel_arbete_studier >= average.varde:
        yield holds(*at)
    else:
        message = (
            f"{share(whole.andel_arbete_studier)} gick till arbete eller studier; genomsnittet är {share(average.varde)} ({average.kalla})."
        )
        yield case.broken(at, message, average.varde, whole.andel_arbete_studier)


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.delar",
        title="Ingen del av deltagarna är större än det hela",
        severity="varning",
        source="Uppföljningens tabell över deltagare",
        guidance="Kontrollera båda talen och rätta det som är fel.",
        check=check_parts,
        needs=("/deltagare",),
    ),
    Rule(
        id="memo.andelar",
        title="Ingen andel av deltagarna är mer än alla",
        severity="fel",
        source="Uppföljningens tabell över deltagare",
        guidance="Räkna om andelen.",
        check=check_shares,
        needs=("/deltagare",),
    ),
    Rule(
        id="memo.forvantat",
        title="Avslutade insatser har nått det antal deltagare som förväntades, och ingen har långt fler",
        severity="varning",
        source="Uppföljningens tabell över förväntade deltagare och dess lista över insatser",
        guidance="Kontrollera att uppföljningen förklarar vad det beror på.",
        check=check_expected,
        needs=("/forvantade_deltagare",),
    ),
    Rule(
        id="memo.avslutad",
        title="Insatser som har slutat har inga pågående deltagare",
        severity="varning",
        source="Uppföljningens tabell över deltagare och dess lista över insatser",
        guidance="Kontrollera slutdatumet och antalet.",
        check=check_ended,
        needs=("/insatser/*/slut", "/deltagare/*/pagaende"),
    ),
    Rule(
        id="memo.handlingsplan",
        title="Så många som målet är har en handlingsplan",
        severity="upplysning",
        source="Policyn, handlingsplan_andel",
        guidance="Kontrollera om insatsen är förrehabiliterande; målet gäller dem.",
        check=check_plan,
        needs=("/*/*/andel_handlingsplan", "handlingsplan_andel"),
    ),
    Rule(
        id="memo.snitt",
        title="Lika många går till arbete eller studier som i landet",
        severity="upplysning",
        source="Policyn, arbete_studier_andel",
        guidance="Jämför med tidigare uppföljningar.",
        check=check_average,
        needs=("/deltagare_totalt/andel_arbete_studier", "arbete_studier_andel"),
    ),
)
