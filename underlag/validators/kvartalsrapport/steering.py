"""The steering group meets as often as it must."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.validators.rule import Case, Judgment, Rule, holds

_MEETINGS, _AS_AGREED = "/antal_styrgruppsmoten", "/styrgruppsmoten_enligt_avtal/svar"
_QUARTERS = 4


def check_meetings(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    wanted, held = case.in_force(case.policy.styrgrupp_moten_per_ar), case.record.antal_styrgruppsmoten
    if wanted is None or held is None:
        return
    least = wanted.varde // _QUARTERS
    at = (_MEETINGS, _AS_AGREED)
    if held >= least:
        yield holds(*at)
        return
    said = ", fast möten sägs ha hållits enligt avtal" if case.record.styrgruppsmoten_enligt_avtal.svar else ""
    count = "inte träffats" if held == 0 else f"haft {held} möten"
    message = f"Styrgruppen har {count} under kvartalet{said}; det ska vara minst {wanted.varde} möten på ett år ({wanted.kalla})."
    yield case.broken(at, message, least, held, rests_on=(_MEETINGS,))


RULES = (
    Rule(
        id="styrgrupp.moten",
        title="Styrgruppen träffas så ofta som den ska",
        severity="varning",
        source="Policyn, styrgrupp_moten_per_ar",
        guidance="Kontrollera antalet; ta upp med insatsägaren när mötet hålls.",
        check=check_meetings,
        needs=("styrgrupp_moten_per_ar",),
    ),
)
