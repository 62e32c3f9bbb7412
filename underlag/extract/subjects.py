"""Which of a dense form's questions a text asks, told by its words and by what its answer looks like."""

from __future__ import annotations

import re
from enum import Enum

from rapidfuzz import fuzz

from underlag.extract.choices import opening_choice
from underlag.extract.vocabulary import LONGEST, clean_label
from underlag.schemas.form import Field, Form, Reading
from underlag.values.folding import fold

_NUMBER = re.compile(r"\s*(?:ca\.?\s*|cirka\s*|[<>≤≥~]\s*)?-?\d[\d .,’']*\s*(?:%|[^\W\d]{0,12}\.?)(?:$|[\s(,;])", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s+[^\W\d]")


class Looks(Enum):
    """What an answer looks like."""

    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    NOTHING = "nothing"


_FITS: dict[Looks, frozenset[Reading]] = {
    Looks.CHOICE: frozenset({Reading.QUESTION}),
    Looks.NUMBER: frozenset({Reading.NUMBER, Reading.AMOUNT, Reading.SHARE, Reading.QUARTER, Reading.DATE, Reading.NAME}),
    Looks.TEXT: frozenset(
        {Reading.QUESTION, Reading.NAME, Reading.QUARTER, Reading.DATE, Reading.NUMBER, Reading.AMOUNT, Reading.SHARE, Reading.SIGNATURES}
    ),
    Looks.NOTHING: frozenset(Reading),
}


def looks(text: str) -> Looks:
    """What the text looks like as an answer."""
    if not text.strip(" \t–-_.…:"):
        return Looks.NOTHING
    if opening_choice(text) is not None:
        return Looks.CHOICE
    return Looks.NUMBER if len(text) <= 60 and _NUMBER.match(text) and not _NUMBERED.match(text) else Looks.TEXT


_BROKEN = re.compile(r"(?<=[a-zåäö])-(?=[a-zåäö])")
"""A hyphen that its author put in a word to fit it into a column ("Styrgrupps-möten")."""
_GAP = re.compile(r"(?<=[a-zåäö]{3}) (?=[a-zåäö]{3})")
_NARROW = 60
"""Characters of a heading over a narrow column."""
_BESIDE = 6
"""Letters that may stand beside the name of the kind in a title."""
_FACTS = frozenset({Reading.NAME, Reading.QUARTER, Reading.DATE})


class Subjects:
    """The questions of one dense form."""

    def __init__(self, form: Form) -> None:
        self._labels = [(f, clean_label(label)) for f in form.fields for label in (*f.labels, *f.weak)]
        self._about = [(f, re.compile(f.about)) for f in form.fields if f.about]
        facts = {label for f in form.fields if f.reading in _FACTS or f.pointer.startswith("/period") for label in (*f.labels, *f.weak)}
        names = "|".join(re.escape(label) for label in sorted(facts, key=len, reverse=True))
        self.opens_fact = re.compile(rf"(?:{names})\s*:")
        """A line that opens with such a label."""
        self.next_fact = re.compile(rf"\s+(?=(?:{names})\s*:)")
        """Before the label of a further fact on the same line."""
        self._titles = [re.compile(title) for title in form.titles]
        self._said = [re.compile(pattern) for f in form.fields for pattern in f.said]

    def entitles(self, text: str) -> bool:
        """Is the text the name of the document's kind ("Uppföljning per kvartal")?"""
        folded = fold(text)
        return any((found := title.search(folded)) and len(found[0]) >= len(folded) - _BESIDE for title in self._titles)

    def states(self, text: str) -> bool:
        """Does the text say in a sentence what some field asks for?"""
        folded = fold(text)
        return any(pattern.search(folded) for pattern in self._said)

    def named(self, text: str, answer: Looks) -> tuple[Field, float] | None:
        """The field that has (all but) these words as its label, and how alike they are (0-1)."""
        return self._likest(clean_label(text), answer, 0.96)

    def of(self, text: str, answer: Looks) -> tuple[Field, float] | None:
        """The field that the text asks for and how sure that is (0-1); None where it could be several, or none.

        A word that a narrow column broke, with its hyphen or without, is tried whole.
        """
        found = self._asked(text, answer) or (self._asked(_BROKEN.sub("", text), answer) if _BROKEN.search(text) else None)
        gaps = list(_GAP.finditer(text)) if found is None and len(text) <= _NARROW else []
        whole = [told for gap in gaps if (told := self._asked(text[: gap.start()] + text[gap.end() :], answer))]
        return found or (whole[0] if len({told[0].pointer for told in whole}) == 1 else None)

    def _asked(self, text: str, answer: Looks) -> tuple[Field, float] | None:
        folded = clean_label(text)
        if not 2 <= len(folded) <= LONGEST + 30:
            return None
        exact = self._likest(folded, answer, 0.96)
        if exact:
            return exact
        told = [f for f, pattern in self._about if f.reading in _FITS[answer] and pattern.search(folded)]
        if told:
            return (told[0], 0.9) if len(told) == 1 else None
        return self._likest(folded, answer, 0.88)

    def _likest(self, folded: str, answer: Looks, least: float) -> tuple[Field, float] | None:
        """The field with the label most like the text; another field's label must not be nearly as like."""
        best: dict[str, tuple[float, Field]] = {}
        for f, label in self._labels:
            if f.reading in _FITS[answer]:
                score = fuzz.ratio(folded, label, score_cutoff=100 * least - 6) / 100
                if score < 1.0 and not _same_words(folded, label):
                    continue
                if score > best.get(f.pointer, (0.0, f))[0]:
                    best[f.pointer] = (score, f)
        ranked = sorted(best.values(), key=lambda found: -found[0])
        if not ranked or ranked[0][0] < least:
            return None
        if len(ranked) > 1 and ranked[0][0] < 1.0 and ranked[0][0] - ranked[1][0] < 0.03:
            return None
        return ranked[0][1], ranked[0][0]


def _same_words(text: str, label: str) -> bool:
    """Has every word of three letters or more its like in the other text? ("mal" and "malgrupp" are two questions.)"""
    ours, theirs = text.split(), label.split()
    return all(
        any(fuzz.ratio(w, other) >= 75 for other in others)
        for words, others in ((ours, theirs), (theirs, ours))
        for w in words
        if len(w) > 2
    )
