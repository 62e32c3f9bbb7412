"""The standing terms stand untouched, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio

from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

_AT = "/overenskommelse"
_SAME_PARAGRAPH = 55.0
_MISREAD = 93.0
_EVEN = str.maketrans({"\u00a0": " ", "–": "-", "—": "-", "”": '"', "“": '"', "’": "'", "\u00ad": ""})


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.translate(_EVEN).split()) for line in text.splitlines())
    return [line for line in lines if line]


def check_untouched(case: Case) -> Iterator[Judgment]:
    template, copy = case.policy.standard_terms, case.record.overenskommelse
    if template is None or copy is None:
        return
    mine = _paragraphs(copy)
    for wanted in _paragraphs(template):
        best = max(mine, key=lambda line: ratio(wanted, line), default="")
        alike = ratio(wanted, best)
        if alike == 100.0:
            yield holds(_AT)
        elif alike < _SAME_PARAGRAPH and re.sub(r"\W", "", wanted) not in re.sub(r"\W", "", copy):
            yield case.broken_unless_scanned((_AT,), f"Stycket {quoted(wanted)} saknas i överenskommelsen.", wanted, None)
        elif alike >= _SAME_PARAGRAPH:
            yield _changed(case, wanted, best, alike)


def _changed(case: Case, wanted: str, mine: str, alike: float) -> Judgment:
    old, new = _difference(wanted, mine)
    message = f"Överenskommelsens text är ändrad: här står {quoted(new)} där mallen har {quoted(old)}."
    if alike >= _MISREAD:
        return case.broken_unless_scanned((_AT,), message, old, new)
    return case.broken((_AT,), message, old, new)


def _difference(wanted: str, mine: str) -> tuple[str, str]:
    """The stretch of each text, in whole words, from the first difference to the last, with a word on either side."""
    old, new = wanted.split(), mine.split()
    changes = [op for op in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    first, last = changes[0], changes[-1]
    return " ".join(old[max(0, first[1] - 1) : last[2] + 1]), " ".join(new[max(0, first[3] - 1) : last[4] + 1])


def check_once(case: Case) -> Iterator[Judgment]:
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
    ),
    Rule(
        id="villkor.en_gang",
        title="Överenskommelsen står en gång",
        severity="varning",
        source="Ansökningsformuläret, ”Överenskommelse”",
        guidance="Ta bort den ena och kontrollera att inget annat avsnitt har fallit bort.",
        check=check_once,
    ),
)
