"""What case notes propose to grant agrees with what the applications in the same file ask for."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.packet import Member, Packet
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, quoted
from underlag.values.folding import fold

_SAME_INSATS = 85.0


def check_amounts(case: Case[Packet]) -> Iterator[Judgment]:
    """The amount that a case note proposes is within what its application draws over the years that the note is about."""
    applications = case.record.of(Ansokan)
    for note in case.record.of(Tjansteskrivelse):
        application = _of_insats(note.record.insats, applications)
        if application is not None and note.record.maxbelopp is not None:
            yield from _compared(case, note, application, note.record.maxbelopp)


def _of_insats(name: str | None, applications: tuple[Member[Ansokan], ...]) -> Member[Ansokan] | None:
    """The application for the insats of that name, however it is spelt; None where none or more than one may be it."""
    wanted = fold(name or "")
    found = [a for a in applications if wanted and token_set_ratio(wanted, fold(a.record.insatsens_namn or "")) >= _SAME_INSATS]
    return found[0] if len(found) == 1 else None


def _compared(case: Case[Packet], note: Member[Tjansteskrivelse], application: Member[Ansokan], proposed: int) -> Iterator[Judgment]:
    drawn = _drawn(note, application)
    if not drawn:
        return
    at = (f"{note.at}/maxbelopp", *drawn)
    asked = sum(drawn.values())
    if proposed <= asked:
        yield holds(*at)
        return
    name = quoted(application.record.insatsens_namn or "")
    message = f"Förslaget är högst {kronor(proposed)} till {name}, men ansökans budget har {kronor(asked)} att rekvirera för samma tid."
    yield case.broken(at, message, asked, proposed)


def _drawn(note: Member[Tjansteskrivelse], application: Member[Ansokan]) -> dict[str, int]:
    """What the application's budget draws, by pointer: the years of the note's period, or in all where that covers them all."""
    budget, period = application.record.budget, note.record.period
    if budget is None:
        return {}
    whole = budget.detalj.rekvireras.totalt
    time = application.record.insatstid
    if whole is not None and (period.start, period.slut) in {(time.start, time.slut), (None, None)}:
        return {f"{application.at}/budget/detalj/rekvireras/totalt": whole}
    years = range(int((period.start or "9999")[:4]), int((period.slut or "0")[:4]) + 1)
    rows = {f"{application.at}/budget/per_ar/{n}/totalt": row for n, row in enumerate(budget.per_ar) if row.ar in years}
    amounts = {at: row.totalt for at, row in rows.items() if row.totalt is not None}
    return amounts if len(amounts) == len(years) else {}


RULES = (
    Rule(
        id="paket.belopp",
        title="Föreslaget belopp ryms i ansökans budget",
        severity="varning",
        source="Tjänsteskrivelsens förslag till beslut och budgeten i ansökan som den gäller",
        guidance="Kontrollera beloppet mot ansökan och rätta förslaget.",
        check=check_amounts,
        needs=("/parts/*/record/maxbelopp", "/parts/*/record/budget"),
    ),
)
