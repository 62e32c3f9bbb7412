"""A form's labels ready for comparison: whose label a text is, however broken, and where the answer behind it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from underlag.schemas.form import Field, Form, Reading
from underlag.values.dates import dates_in
from underlag.values.folding import fold

NUMBERING = re.compile(r"^\s*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zA-Z][.)])\s+(?=\S)|\d{1,2}(?:\.\d{1,2})*\s+(?=[A-ZÅÄÖ]))")
_MARKS = re.compile(r"\(\s*\*+\s*\)|\*+")
BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
LONGEST = 150
_LONGEST_DATE = 40
INLINE = {Reading.DATE, Reading.COUNT, Reading.AMOUNT, Reading.CHOICE, Reading.AGES}


@dataclass(frozen=True, slots=True)
class Hit:
    """A label recognised at the head of a text: whose, how alike (0-1), and the offset where the answer begins."""

    field: Field
    likeness: float
    end: int


def clean_label(text: str) -> str:
    """A label as it is compared: without numbering, "(*)" marks, colon; folded."""
    return fold(_MARKS.sub(" ", NUMBERING.sub("", text)).strip(" :.–-\t|"))


class Vocabulary:
    """The wordings of one form (or of one kind of answer), ready for comparison."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._entries = [(f, label, False) for f in fields for label in f.labels] + [(f, label, True) for f in fields for label in f.weak]
        self._folded = [clean_label(label) for _, label, _ in self._entries]
        self._about = [(f, re.compile(f.about)) for f in fields if f.about]
        inline = sorted({label for f in fields if f.reading in INLINE for label in f.labels}, key=len, reverse=True)
        self.within = re.compile(rf"(?:(?<=\s)|^)(?:{'|'.join(re.escape(label) for label in inline)})\s*:", re.IGNORECASE)
        """Labels of short answers, in the middle of a line."""

    def best(self, head: str, *, apart: bool, open_parent: str | None, dated: bool = False) -> tuple[Field, float] | None:
        """The field whose label is most like `head`; weak labels count only where the head stands `apart`, or asks for a day or a
        time and that and nothing more stands behind it (`dated`).
        """
        text = clean_label(head)
        if not 2 <= len(text) <= LONGEST:
            return None
        hits = process.extract(text, self._folded, scorer=fuzz.ratio, score_cutoff=80, limit=4)
        for _, score, k in hits:
            owner, _, weak = self._entries[k]
            if score < _needed(len(self._folded[k])):
                continue
            elsewhere = not apart or (owner.parent is not None and owner.parent != open_parent)
            if weak and elsewhere and not (dated and owner.reading in (Reading.DATE, Reading.PERIOD)):
                continue
            return owner, score / 100
        return None

    def subject(self, text: str) -> Field | None:
        """What a heading of unknown wording asks for; None where it could be more than one thing."""
        folded = clean_label(text)
        found = [f for f, pattern in self._about if pattern.search(folded)]
        specific = [f for f in found if f.pointer != "/bakgrund"] or found
        return specific[0] if len({f.pointer for f in specific}) == 1 else None

    def opening(self, text: str) -> Hit | None:
        """A strong label that opens the text with no mark between it and the answer ("Insatsens namn Steget")."""
        for (owner, label, weak), folded in zip(self._entries, self._folded, strict=True):
            if weak or len(folded) < 8:
                continue
            head, rest = text[: len(label)], text[len(label) :].lstrip()
            goes_on = rest[:1].islower()  # "Projektägare och ...": a longer question, not its answer
            if text[len(label) : len(label) + 1].isspace() and not goes_on and fuzz.ratio(clean_label(head), folded) >= 95:
                return Hit(owner, 0.95, len(label))
        return None


def _needed(length: int) -> float:
    """How alike (0-100) a label of that many letters must be: short ones have nothing to spare."""
    return 92 if length < 8 else 88 if length < 16 else 84


def vocabulary(form: Form) -> Vocabulary:
    """All labels of the form."""
    return Vocabulary(form.fields)


def _heads(text: str, bold: int) -> Iterator[tuple[str, int, bool]]:
    """Possible labels at the head of a text: `(label, where the answer begins, does it end the text)`."""
    yield text, len(text), True
    without = BRACKETS.sub("", _MARKS.sub("", text))
    if without != text:
        yield without, len(text), True
    for mark in (":", "?", "(*)", "\t"):
        at = text.find(mark)
        if 0 < at < LONGEST and text[at + len(mark) :].strip():
            end = at + len(mark)
            end += len(text[end:]) - len(text[end:].lstrip(" :*?\t"))
            yield text[:at], end, False
    if 2 < bold < len(text):
        yield text[:bold], bold, False


def is_date(text: str) -> bool:
    """Is the text one date, or one from and one to, and nothing more?"""
    found = dates_in(text) if len(text) < _LONGEST_DATE else []
    for day in reversed(found):
        text = text[: day.start] + text[day.end :]
    return len(found) in (1, 2) and re.fullmatch(r"[\W_]*(t(ill|om|\.o\.m\.?)?( och med)?)?[\W_]*", text) is not None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text stands. `bold`: so many leading characters are; `apart`: all of it is set apart from running text; `loose`: type
    carries no sign of what is bold, so a bare opening counts; `open_parent`: the field whose answer runs; `follows`: the next text.
    """

    bold: int
    apart: bool
    loose: bool
    open_parent: str | None
    follows: str = ""


def hit(text: str, words: Vocabulary, stands: Setting) -> Hit | None:
    """The label at the head of `text`, if any."""
    bold, apart = stands.bold, stands.apart
    best: Hit | None = None
    for head, end, whole in _heads(text, bold):
        set_apart = (
            (apart and (whole or end == bold)) or (not whole and bool(bold) and end <= bold + 3) or (not whole and len(head) < 40 and apart)
        )
        dated = is_date(text[end:] if end < len(text) else stands.follows)
        found = words.best(head, apart=set_apart, open_parent=stands.open_parent, dated=dated)
        if found and (best is None or found[1] > best.likeness + 0.02):
            best = Hit(found[0], found[1], end)
    vague = best is None or (best.likeness < 0.95 and best.end >= len(text))  # perhaps a label and a short answer together
    if vague and stands.loose and not NUMBERING.match(text):
        best = words.opening(text) or best
    return best
