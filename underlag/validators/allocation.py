"""How the association's money is divided between efforts, against the policy's allocation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from underlag.validators.rule import Case, Judgment, Rule, S_contra, holds
from underlag.validators.sentences import sentences
from underlag.validators.wording import listed, share
from underlag.values.folding import fold
from underlag.values.spans import evened

_EFFORTS = {
    "individ": ("individinriktade", re.compile(r"\bindivid(?:inrikta|niva|insats)\w*")),
    "struktur": ("strukturinriktade", re.compile(r"\bstruktur(?:inrikta|ell|niva|insats)\w*")),
    "kompetens": ("kompetenshöjande", re.compile(r"\bkompetens(?:hoj|utveckl|insats)\w*")),
}
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d)?) ?(?:%|procent\b)")
_ROUNDING = 1.0
"""Percentage points."""

Row = tuple[str, str, int]
"""A row of amounts: its pointer, its name, its amount; totals before the rows that they are made of."""
Parts = Mapping[str, tuple[str, float]]
"""By effort: where it is told, and how much it gets, in kronor or percent."""


def divided_as_decided(tables: Callable[[Case[S_contra]], Iterator[Sequence[Row]]]) -> Rule[S_contra]:
    """The rule for the tables that `tables` gives of a document, and for its running text."""

    def check(case: Case[S_contra]) -> Iterator[Judgment]:
        every = [_of_rows(rows) for rows in tables(case)]
        every += [_of_sentence(text) for text in sentences(case.texts.get("", ""))]
        for parts in every:
            if parts:
                yield from _judged(case, parts)

    return Rule(
        id="medel.fordelning",
        title="Medlen är fördelade på insatser så som förbundet har beslutat",
        severity="upplysning",
        source="Policyn, fordelning",
        guidance="Se vad handlingen säger om orsaken.",
        check=check,
        needs=("fordelning",),
    )


def _of_rows(rows: Sequence[Row]) -> Parts:
    """The first row about each effort; nothing where one of them has none."""
    found = {key: next(((at, abs(n)) for at, name, n in rows if words.search(fold(name))), None) for key, (_, words) in _EFFORTS.items()}
    parts = {key: told for key, told in found.items() if told is not None}
    return parts if len(parts) == len(_EFFORTS) and len({at for at, _ in parts.values()}) == len(parts) else {}


def _of_sentence(text: str) -> Parts:
    """The three shares of a sentence that tells of each effort once, in whatever order."""
    percents, folded = [float(found[1].replace(",", ".")) for found in _PERCENT.finditer(evened(text))], fold(text)
    places = {key: [match.start() for match in words.finditer(folded)] for key, (_, words) in _EFFORTS.items()}
    if len(percents) != len(_EFFORTS) or any(len(starts) != 1 for starts in places.values()):
        return {}
    return {key: ("", percent) for key, percent in zip(sorted(places, key=lambda key: places[key]), percents, strict=True)}


def _judged(case: Case[S_contra], parts: Parts) -> Iterator[Judgment]:
    decided, whole = case.in_force(case.policy.fordelning), sum(amount for _, amount in parts.values())
    if decided is None or not whole:
        return
    wanted: Mapping[str, float] = decided.varde.model_dump()
    got = {key: 100 * parts[key][1] / whole for key in _EFFORTS}
    off = sorted(_EFFORTS, key=lambda key: -abs(got[key] - wanted[key]))
    at = tuple(dict.fromkeys(parts[key][0] for key in off))
    if abs(got[off[0]] - wanted[off[0]]) <= _ROUNDING:
        yield holds(*at)
        return
    said = listed(f"{share(round(got[key]))} på {name} insatser" for key, (name, _) in _EFFORTS.items())
    aim = listed(share(wanted[key]) for key in _EFFORTS)
    yield case.broken(at, f"Medlen är fördelade med {said}; det ska vara {aim} ({decided.kalla}).", wanted[off[0]], round(got[off[0]], 1))
