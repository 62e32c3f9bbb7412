"""How much of a budget was used, by the policy's bands of green, yellow and red."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.validators.rule import Case, Judgment, Record, holds
from underlag.validators.wording import share


def in_bands(case: Case[Record], percent: float, at: tuple[str, ...], said: str) -> Iterator[Judgment]:
    """Whether so many percent of a budget are green; yellow is a remark. `said`: the sentence that tells them, without its end.

    Nothing where the policy has no bands for the document.
    """
    bands = case.in_force(case.policy.budget_forbrukning)
    if bands is None:
        return
    limits = bands.varde
    if limits.gront_fran <= percent <= limits.gront_till:
        yield holds(*at)
        return
    yellow = limits.gult_fran <= percent <= limits.gult_till
    wanted = f"mellan {share(limits.gront_fran)} och {share(limits.gront_till)}"
    message = f"{said}; det ska ligga {wanted} ({bands.kalla})."
    yield case.broken(at, message, None, percent, severity="upplysning" if yellow else None)
