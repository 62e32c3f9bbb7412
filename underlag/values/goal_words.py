"""A goal as words with marks: which of them are numbers, frequencies, deadlines, or numbers that count nothing.

The one place that knows spaCy: its Matcher finds the marks, over words that are cut and folded here.

>>> goal = read_goal("Minst 2 möten per år")
>>> goal.words, goal.marks["per"]
(('minst', '2', 'moten', 'per', 'ar'), ((3, 5),))
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Literal

from underlag.values.folding import fold
from underlag.values.numerals import NUMERALS
from underlag.values.spans import evened

Per = Literal["ar", "kvartal", "manad", "vecka", "termin"]

# A goal is a sentence or a few; what is longer is no goal and is read up to here.
LONGEST = 10_000

_TOKEN = re.compile(
    r"[0-9]+(?:[.,][0-9]{1,2})?(?=(?:st|stycken|procent|kr)(?!\w))|[0-9]+(?::|-|)[^\W\d_]+(?:-[^\W\d_]+)*|[0-9]+(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[^\W\d_]{1,2}\.(?:[^\W\d_]{1,2}\.?){1,3}(?![^\W\d_])|[^\W\d_]+(?:[-'][^\W\d_]+)*|\S"
)
# Folding would make one word of each of these pairs: är/år, våra/vara, män/men.
_KEPT = frozenset({"är", "våra", "män"})

_YEAR_WORDS = ("ar", "kalenderar", "verksamhetsar", "insatsar", "projektar")
PERIODS: dict[str, Per] = {
    **dict.fromkeys((*_YEAR_WORDS, "aret", "arligen", "arsvis"), "ar"),
    **dict.fromkeys(("kvartal", "kvartalet", "kvartalsvis"), "kvartal"),
    **dict.fromkeys(("manad", "manaden", "manadsvis", "manatligen"), "manad"),
    **dict.fromkeys(("vecka", "veckan", "veckovis", "veckoligen"), "vecka"),
    **dict.fromkeys(("termin", "terminen", "terminsvis"), "termin"),
}
DAYS: dict[str, float] = {
    **dict.fromkeys(("timme", "timmar"), 1 / 24),
    **dict.fromkeys(("dag", "dagar", "dagarna", "dygn", "arbetsdag", "arbetsdagar"), 1),
    **dict.fromkeys(("vecka", "veckor", "veckorna"), 7),
    **dict.fromkeys(("manad", "manader", "manaderna"), 30),
    **dict.fromkeys(("ar", "aren"), 365),
    "kvartal": 90,
    "halvar": 180,
}
TIMES = frozenset(DAYS) | frozenset(
    "minuter minut terminer termin arsperiod dagars veckors manaders ars timmars minuters halvars kvartalen helgar".split()
)
HOURS = frozenset({"timme", "timmar", "minut", "minuter"})


def _any(words: str) -> dict[str, object]:
    """One token out of these words."""
    return {"LOWER": {"IN": words.split()}}


def _like(pattern: str) -> dict[str, object]:
    return {"LOWER": {"REGEX": f"^(?:{pattern})$"}}


_NUM = _like(rf"[0-9]{{1,6}}(?:[.,][0-9]{{1,2}})?|{'|'.join(sorted(NUMERALS, key=len, reverse=True))}")
_TIME: dict[str, object] = {"LOWER": {"IN": [*DAYS]}}
_ALPHA: dict[str, object] = {"IS_ALPHA": True}
_EVERY = _any("varje per / vart")
_LABELS = _any(
    "steg fas etapp delmal mal grupp malgrupp bilaga niva punkt kapitel kap del vecka v kvartal version nr nummer kl klockan sida sid"
    " alternativ spar skala skalan termin prio prioritet omgang ar arskurs modul § aktivitet tel"
)
_KNOWN = _any(
    "var vart de dessa alla samtliga bada våra deras sina ovriga dom forsta senaste nasta kommande narmaste ovannamnda namnda foljande"
    " respektive"
)

_PATTERNS: dict[str, list[list[dict[str, object]]]] = {
    "per": [
        [_EVERY, _any(" ".join((*_YEAR_WORDS, "kvartal manad vecka termin")))],
        [_any("i om"), _any("aret kvartalet manaden veckan terminen")],
        [_any("arligen arsvis kvartalsvis manadsvis manatligen veckovis veckoligen terminsvis")],
    ],
    "rhythm": [
        [_any("varannan vartannat"), _ALPHA],
        [_any("var vart"), _like("[0-9]+:?[ae]|[a-z]+(?:de|te|je)"), _ALPHA],
        [_EVERY, _any("halvar dag")],
    ],
    "within": [
        [_any("inom"), {**_like("(?!och$|av$)[a-z.]+"), "OP": "{0,3}"}, _NUM, _TIME],
        [_any("inom"), {**_ALPHA, "OP": "{0,2}"}, _NUM, _any("- till"), _NUM, _TIME],
    ],
    # Numbers that name something: the steps of a plan, the known members of a group.
    "name": [
        [_LABELS, {**_any(": ."), "OP": "?"}, _NUM],
        [_KNOWN, _NUM],
        [_any("de dessa alla samtliga våra"), _like("[a-z]+a"), _NUM],
        [_NUM, _any("kap")],
    ],
}


@dataclass(frozen=True, slots=True)
class Goal:
    """The text's tokens as written and as folded words, where each begins, and the marks by kind as (first, past the last)."""

    plain: str
    tokens: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    marks: dict[str, tuple[tuple[int, int], ...]]

    def end(self, index: int) -> int:
        """The character past a token."""
        return self.starts[index] + len(self.tokens[index])

    def sentences(self) -> list[tuple[int, int]]:
        """First and past the last token of each sentence; a line that goes on in small letters is no end."""
        borders = [0, *(at for at in range(1, len(self.tokens)) if self._begins(at)), len(self.tokens)]
        return [(first, last) for first, last in pairwise(borders) if first < last]

    def _begins(self, at: int) -> bool:
        gap = self.plain[self.end(at - 1) : self.starts[at]]
        upper = not self.tokens[at][0].islower()
        before = self.words[at - 1]
        if "\n" in gap and (gap.count("\n") > 1 or self.tokens[at][0].isupper() or not self.tokens[at][0].isalnum()):
            return True
        numbered = at >= 2 and self.tokens[at - 2].isdigit() and (at == 2 or "\n" in self.plain[self.end(at - 3) : self.starts[at - 2]])
        return before in _STOPS_OF_SENTENCES and upper and bool(gap) and not numbered and (at < 2 or self.words[at - 2] not in _SHORTENED)


_STOPS_OF_SENTENCES = frozenset(".!?;•")
_SHORTENED = frozenset("ca st nr resp max min kl ev inkl exkl tel kap sid".split())


def read_goal(text: str) -> Goal:
    """Words and marks of a goal."""
    plain = evened(text[:LONGEST])
    cut = list(_TOKEN.finditer(plain))
    tokens = tuple(match.group() for match in cut)
    words = tuple(_word(token) for token in tokens)
    marks: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _PATTERNS}
    for kind, first, last in _spacy().found(words) if words else ():
        marks[kind].append((first, last))
    return Goal(plain, tokens, words, tuple(match.start() for match in cut), {kind: tuple(found) for kind, found in marks.items()})


def _word(token: str) -> str:
    lower = token.casefold()
    return lower if lower in _KEPT else fold(token).replace(" ", "-") if token[0].isalpha() and "." not in token else lower


class _Spacy:
    """The Matcher with our patterns over the vocabulary of spaCy's Swedish; its tokenizer, which is not used, takes long to make."""

    def __init__(self) -> None:
        with _without_commands():
            from spacy.lang.sv import Swedish  # noqa: PLC0415  a quarter of a small document's time: not before there is a goal to read
        from spacy.matcher import Matcher  # noqa: PLC0415
        from spacy.tokens import Doc  # noqa: PLC0415
        from spacy.vocab import create_vocab  # noqa: PLC0415

        self._doc, self._vocab = Doc, create_vocab("sv", Swedish.Defaults)
        self._matcher = Matcher(self._vocab)
        for kind, patterns in _PATTERNS.items():
            self._matcher.add(kind, patterns)

    def found(self, words: tuple[str, ...]) -> list[tuple[str, int, int]]:
        """Kind, first word and the word after the last of everything that matches."""
        return [(self._vocab.strings[kind], first, last) for kind, first, last in self._matcher(self._doc(self._vocab, words=list(words)))]


@cache
def _spacy() -> _Spacy:
    return _Spacy()


@contextmanager
def _without_commands() -> Iterator[None]:
    """spaCy's import brings its command line with it, a third of the time of the whole; here an empty one stands in meanwhile."""
    commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    info.__dict__["info"] = None
    stand_ins = {} if "spacy" in sys.modules else {"spacy.cli": commands, "spacy.cli.info": info}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
