"""What records of several kinds have in common, for the rules that judge them alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from underlag.schemas.records import Insatstid, Party, Signature
from underlag.validators.rule import Record


class HasTime(Record, Protocol):
    """An insats with its time."""

    @property
    def insatstid(self) -> Insatstid: ...


class HasText(Protocol):
    """Something that is told in words."""

    @property
    def text(self) -> str: ...


class HasGoals(HasTime, Protocol):
    """An insats with its time and its goals."""

    @property
    def mal(self) -> Sequence[HasText]: ...


class HasSignatures(Record, Protocol):
    """Blocks for signatures."""

    @property
    def underskrifter(self) -> tuple[Signature, ...]: ...


class Agreement(HasSignatures, Protocol):
    """An agreement between parties that sign it."""

    @property
    def insatsagare(self) -> tuple[Party, ...]: ...

    @property
    def samverkansparter(self) -> tuple[Party, ...]: ...
