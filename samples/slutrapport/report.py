"""What an invented final report says, and the record that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samples.markup import plain
from samples.sample import Flaw
from underlag.schemas.records import Signature
from underlag.schemas.slutrapport import Slutrapport

_ANSWERS = (
    "syfte",
    "mal_och_utfall",
    "jamstalldhet",
    "bakgrund",
    "behov_forandrat",
    "malgrupp",
    "metoder",
    "uppfoljning",
    "implementering",
    "implementering_diskussion",
    "budgetutfall",
    "konsekvens_aterforda_medel",
    "lardomar",
    "lardomar_per_part",
)


@dataclass(frozen=True, slots=True)
class Signing:
    """One signature as the form prints it: `day` where the signer wrote the date in a way of their own."""

    signature: Signature
    place: str = ""
    day: str | None = None


@dataclass(frozen=True, slots=True)
class FinalReport:
    """One final report, whatever its form looks like.

    `name`: stem of its files. `told`: the record, its running answers in the markup of `markup.py` and without signatures.
    `participants` and `returned`: the words in the fields of their own that ask for them. `titles`: as printed after a person's name.
    """

    name: str
    association: str
    told: Slutrapport
    signings: tuple[Signing, ...]
    participants: str | None = None
    returned: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    anomalies: tuple[Flaw, ...] = ()
    tolerated: tuple[Flaw, ...] = ()

    @property
    def record(self) -> Slutrapport:
        """The record of the printed form."""
        answers = {key: plain(answer) for key in _ANSWERS if (answer := getattr(self.told, key))}
        return self.told.model_copy(update={**answers, "underskrifter": tuple(signing.signature for signing in self.signings)})
