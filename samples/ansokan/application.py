"""What an invented application says, and the record and known answers that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from samples.markup import plain
from samples.sample import Flaw, Scalar
from underlag.schemas.ansokan import Ages, Ansokan, Expected, Goal, Lokus
from underlag.schemas.budget import Budget
from underlag.schemas.records import Insatstid, Party, Signature


@dataclass(frozen=True, slots=True)
class Misprint:
    """A budget figure that the form prints wrong; `at` points into the record, where the right figure stands before printing.
    `follows`: it only follows from another misprint, so a reviewer may leave it out.
    """

    at: str
    printed: Scalar
    why: str
    kind: str = "sum_mismatch"
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers in running text, in the markup of `markup.py`; None where the applicant left the question empty."""

    syfte: str | None
    bakgrund: str | None
    malgrupp: str | None
    metoder: str | None
    uppfoljning: str | None
    tillvaratagande: str | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What the form says of the money: its words (markup) and the sum that they name."""

    text: str
    belopp: int | None


@dataclass(frozen=True, slots=True)
class Term:
    """One subheading of the standing terms and its paragraph."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Application:
    """One application, whatever the form looks like.

    `name`: stem of its files. `lokus.text` is in markup too. `titles`: a person's title as printed after the name, which the
    record leaves out. `budget`: with right sums; `misprints` says which are printed wrong. `budget_name`: what the budget's
    headings print instead of the name, where that is a placeholder. `spare_columns`: organisation columns left as "NAMN".
    `tolerated`: points that a reviewer may note or not.
    """

    name: str
    association: str
    insats: str
    owners: tuple[Party, ...]
    partners: tuple[Party, ...]
    answers: Answers
    goals: tuple[Goal, ...]
    time: Insatstid
    ages: Ages
    expected: Expected
    sought: Sought
    lokus: Lokus
    terms: tuple[Term, ...]
    signatures: tuple[Signature, ...]
    budget: Budget
    version: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    misprints: tuple[Misprint, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    tolerated: tuple[Flaw, ...] = ()
    budget_name: str | None = None
    spare_columns: int = 0

    @property
    def record(self) -> Ansokan:
        """The record of the printed form: misprinted figures as printed."""
        answers = {key: plain(value) if value else None for key, value in self._texts().items()}
        return Ansokan(
            insatsens_namn=self.insats,
            insatsagare=self.owners,
            samverkansparter=self.partners,
            mal=self.goals,
            insatstid=self.time,
            aldrar=self.ages,
            forvantat_antal_deltagare=self.expected,
            sokt_belopp=self.sought.belopp,
            lokus=self.lokus.model_copy(update={"text": plain(self.lokus.text)}) if self.lokus.text else self.lokus,
            overenskommelse="\n".join(f"{term.heading}\n{term.text}" for term in self.terms),
            underskrifter=self.signatures,
            mall_version=self.version,
            budget=self.printed_budget,
            **answers,
        )

    @property
    def printed_budget(self) -> Budget:
        """The budget as printed."""
        whole = self.budget.model_dump(mode="json")
        for misprint in self.misprints:
            parent, key = _parent({"budget": whole}, misprint.at)
            parent[key] = misprint.printed
        return Budget.model_validate(whole)

    @property
    def anomalies(self) -> tuple[Flaw, ...]:
        """What a careful reviewer would flag: the misprints against their right values, then the flaws."""
        return (*(self._flaw(m) for m in self.misprints if not m.follows), *self.flaws)

    @property
    def allowed(self) -> tuple[Flaw, ...]:
        """What a reviewer may flag or leave."""
        return (*(self._flaw(m) for m in self.misprints if m.follows), *self.tolerated)

    def _flaw(self, misprint: Misprint) -> Flaw:
        parent, key = _parent({"budget": self.budget.model_dump(mode="json")}, misprint.at)
        return Flaw(misprint.at, misprint.kind, misprint.why, expected=parent[key], actual=misprint.printed)

    def _texts(self) -> dict[str, str | None]:
        a = self.answers
        return {
            "syfte": a.syfte,
            "bakgrund": a.bakgrund,
            "malgrupp": a.malgrupp,
            "metoder": a.metoder,
            "uppfoljning": a.uppfoljning,
            "tillvaratagande": a.tillvaratagande,
        }


def _parent(root: dict[str, Any], pointer: str) -> tuple[dict[str, Any], str]:
    """The object that holds the leaf at `pointer` (of JSON, hence Any), and the leaf's key."""
    *path, last = pointer.removeprefix("/").split("/")
    node: Any = root
    for key in path:
        node = node[int(key)] if isinstance(node, list) else node[key]
    if last not in node:
        raise KeyError(pointer)
    return node, last
