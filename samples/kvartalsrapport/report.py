"""What an invented quarterly report says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samples.sample import Flaw
from underlag.schemas.kvartalsrapport import Kvartalsrapport


@dataclass(frozen=True, slots=True)
class QuarterlyReport:
    """One quarterly report, whatever its form looks like.

    `name`: stem of its files. `place`: where it was signed. `by_sex`: women and men in rows of the participants' table, by the
    record's key, for looks that print them. `title` is the signer's.
    """

    name: str
    association: str
    record: Kvartalsrapport
    place: str = ""
    title: str = ""
    by_sex: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    anomalies: tuple[Flaw, ...] = ()
    tolerated: tuple[Flaw, ...] = ()
