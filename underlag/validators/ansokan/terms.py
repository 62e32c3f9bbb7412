"""The standing terms stand untouched, and once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio

from underlag.schemas.ansokan import Ansokan
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.folding import fold

_AT = "/overenskommelse"
_SAME_FORM = 75.0  # below this the copy is another form's terms, and there is nothing to compare
_SAME_WORDS = 60.0  # what a scan reader makes of a word is this like it
_SHORTEST = 4
_MOST_WORDS = 4000
_EVEN = str.maketrans({"\u00a0": " ", "–": "-", "—": "-", "”": '"', "“": '"', "’": "'", "\u00ad": ""})


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of the template and what stands in its place, with a word on either side."""

    was: str
    now: str


def _words(text: str) -> list[str]:
    return text.translate(_EVEN).split()[:_MOST_WORDS]


def check_untouched(case: Case[Ansokan]) -> Iterator[Judgment]:
    """Word by word, however the copy is divided into paragraphs."""
    template, copy = case.policy.standard_terms, case.record.overenskommelse
    if template is None or copy is None or ratio(fold(template), fold(copy)) < _SAME_FORM:
        return
    changes = list(_changes(_words(template), _words(copy), scanned=case.scanned(_AT)))
    if not changes:
        yield holds(_AT)
        return
    first, more = changes[0], f" (och {len(changes) - 1} ställen till)" if len(changes) > 1 else ""
    message = f"Överenskommelsens text är ändrad: här står {quoted(first.now)} där mallen har {quoted(first.was)}{more}."
    yield case.broken_unless_scanned((_AT,), message, first.was, first.now)


def _changes(wanted: list[str], mine: list[str], *, scanned: bool) -> Iterator[_Change]:
    for kind, a, b, c, d in SequenceMatcher(None, wanted, mine, autojunk=False).get_opcodes():
        if kind != "equal" and not (scanned and _misread("".join(wanted[a:b]), "".join(mine[c:d]))):
            yield _Change(" ".join(wanted[max(0, a - 1) : b + 1]), " ".join(mine[max(0, c - 1) : d + 1]))


def _misread(wanted: str, mine: str) -> bool:
    """May a scan reader have made the one of the other?"""
    one, other = fold(wanted).replace(" ", ""), fold(mine).replace(" ", "")
    return max(len(one), len(other)) < _SHORTEST or ratio(one, other) >= _SAME_WORDS


def check_once(case: Case[Ansokan]) -> Iterator[Judgment]:
    if case.record.overenskommelse is None:
        return
    twice = [o for o in case.observed("duplicate") if o.at == _AT or o.at.startswith(_AT + "/")]
    if twice:
        yield Judgment("broken", (_AT,), "Avsnittet ”Överenskommelse” står två gånger i ansökan.", 1, 1 + len(twice))
    else:
        yield holds(_AT)


RULES = (
    Rule(
        id="villkor.ororda",
        title="Överenskommelsens text är orörd",
        severity="varning",
        source="Ansökningsformuläret: ”Texten under hela detta avsnitt skall stå kvar orörd”; jämförs med policyns standard_terms",
        guidance="Återställ texten så som den står i mallen.",
        check=check_untouched,
        needs=("/overenskommelse", "standard_terms"),
    ),
    Rule(
        id="villkor.en_gang",
        title="Överenskommelsen står en gång",
        severity="varning",
        source="Ansökningsformuläret, ”Överenskommelse”",
        guidance="Ta bort den ena och kontrollera att inget annat avsnitt har fallit bort.",
        check=check_once,
        needs=("/overenskommelse",),
    ),
)
