"""The label engine: finds where a document asks what its form asks, however broken the label, and where each answer ends.

Stages: `label_lines_apart` (a label glued to its answer by the layout stands alone again), `find_marks` (which paragraph holds
which label), `answers_between` (what runs from a label to the next).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from underlag.extract.flow import Item
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.page import Line, Paragraph
from underlag.values.folding import fold

_NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zA-Z][.)])\s+(?=\S)")
_MARKS = re.compile(r"\(\s*\*+\s*\)|\*+")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_QUESTION = re.compile(r"^(?:beskriv|ange|hur|vad|vilka|vilken|redogor|nar|har|finns|pa vilket satt|motivera)\b")
_TEMPLATE = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")  # what a template leaves to be filled in, often in the label's own words
_LONGEST = 150
INLINE = {Reading.DATE, Reading.COUNT, Reading.AMOUNT, Reading.CHOICE, Reading.AGES}


@dataclass(frozen=True, slots=True)
class Hit:
    """A label recognised at the head of a text: whose, how alike (0-1), and the offset where the answer begins."""

    field: Field
    likeness: float
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A label in the stream: item `index` holds it; `rest` is what of the answer stands on the label's own line."""

    field: Field
    index: int
    likeness: float
    rest: Paragraph | None


@dataclass(slots=True)
class Answer:
    """What a document answers to one asking: its items in order, the label's likeness and the label's own lines."""

    field: Field
    likeness: float
    label: tuple[Line, ...]
    items: list[Item] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [i.block for i in self.items if isinstance(i.block, Paragraph)]

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.paragraphs)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for p in self.paragraphs for line in p.lines)


def clean_label(text: str) -> str:
    """A label as it is compared: without numbering, "(*)" marks, colon; folded."""
    return fold(_MARKS.sub(" ", _NUMBERING.sub("", text)).strip(" :.–-\t|"))


class Vocabulary:
    """The wordings of one form (or of one kind of answer), ready for comparison."""

    def __init__(self, entries: Sequence[tuple[Field, str, bool]]) -> None:
        self._entries = list(entries)
        self._folded = [clean_label(label) for _, label, _ in self._entries]

    def best(self, head: str, *, apart: bool, open_parent: str | None) -> tuple[Field, float] | None:
        """The field whose label is most like `head`; weak labels count only where the head stands `apart`."""
        text = clean_label(head)
        if not 2 <= len(text) <= _LONGEST:
            return None
        hits = process.extract(text, self._folded, scorer=fuzz.ratio, score_cutoff=80, limit=4)
        for _, score, k in hits:
            owner, _, weak = self._entries[k]
            if score < _needed(len(self._folded[k])):
                continue
            if weak and (not apart or (owner.parent is not None and owner.parent != open_parent)):
                continue
            return owner, score / 100
        return None

    def opening(self, text: str) -> Hit | None:
        """A strong label that opens the text with no mark between it and the answer ("Insatsens namn Steget")."""
        for (owner, label, weak), folded in zip(self._entries, self._folded, strict=True):
            if weak or len(folded) < 8:
                continue
            head = text[: len(label)]
            if text[len(label) : len(label) + 1].isspace() and fuzz.ratio(clean_label(head), folded) >= 95:
                return Hit(owner, 0.95, len(label))
        return None


def _needed(length: int) -> float:
    """How alike (0-100) a label of that many letters must be: short ones have nothing to spare."""
    return 92 if length < 8 else 88 if length < 16 else 84


def vocabulary(form: Form) -> Vocabulary:
    """All labels of the form."""
    entries = [(f, label, False) for f in form.fields for label in f.labels]
    return Vocabulary(entries + [(f, label, True) for f in form.fields for label in f.weak])


def _heads(text: str, bold: int) -> Iterator[tuple[str, int, bool]]:
    """Possible labels at the head of a text: `(label, where the answer begins, does it end the text)`."""
    yield text, len(text), True
    without = _BRACKETS.sub("", _MARKS.sub("", text))
    if without != text:
        yield without, len(text), True
    for mark in (":", "?", "(*)", "\t"):
        at = text.find(mark)
        if 0 < at < _LONGEST and text[at + len(mark) :].strip():
            end = at + len(mark)
            end += len(text[end:]) - len(text[end:].lstrip(" :*?\t"))
            yield text[:at], end, False
    if 2 < bold < len(text):
        yield text[:bold], bold, False


def hit(text: str, words: Vocabulary, *, bold: int, apart: bool, open_parent: str | None, loose: bool) -> Hit | None:
    """The label at the head of `text`, if any. `loose`: type carries no sign of what is bold, so a bare opening counts."""
    best: Hit | None = None
    for head, end, whole in _heads(text, bold):
        set_apart = apart and (whole or end == bold) or (not whole and bool(bold) and end <= bold + 3) or (not whole and len(head) < 40 and apart)
        found = words.best(head, apart=set_apart, open_parent=open_parent)
        if found and (best is None or found[1] > best.likeness + 0.02):
            best = Hit(found[0], found[1], end)
    if best is None and loose:
        best = words.opening(_NUMBERING.sub("", text)) if not _NUMBERING.match(text) else None
    return best


def _part(paragraph: Paragraph, lines: tuple[Line, ...]) -> Paragraph:
    return replace(paragraph, lines=lines)


def label_lines_apart(items: list[Item], words: Vocabulary) -> list[Item]:
    """Splits paragraphs in which a line (or two together) is a label, so that each label opens an item of its own."""
    apart: list[Item] = []
    for item in items:
        if not isinstance(item.block, Paragraph) or len(item.block.lines) < 2:
            apart.append(item)
            continue
        apart += [replace(item, block=piece) for piece in _pieces(item.block, words)]
    return apart


def _pieces(paragraph: Paragraph, words: Vocabulary) -> list[Paragraph]:
    lines, cuts = paragraph.lines, {0}
    if words.best(paragraph.text, apart=False, open_parent=None):
        return [paragraph]
    for k in range(len(lines)):
        if not _may_open(lines[k].text):
            continue
        for span in (3, 2, 1):
            if k + span > len(lines):
                continue
            text = paragraph.text if span == len(lines) else _part(paragraph, lines[k : k + span]).text
            whole = words.best(text, apart=False, open_parent=None) or words.best(_BRACKETS.sub("", text), apart=False, open_parent=None)
            if whole:
                cuts |= {k, k + span}
                break
            if span == 1 and ":" in text and words.best(text.split(":")[0], apart=False, open_parent=None):
                cuts.add(k)
    bounds = sorted(c for c in cuts if c < len(lines)) + [len(lines)]
    return [_part(paragraph, lines[a:b]) for a, b in zip(bounds, bounds[1:], strict=False) if b > a]


def _may_open(text: str) -> bool:
    """May a line inside a paragraph be a label? Labels begin with a capital or a number, sentences that wrap seldom do."""
    bare = text.lstrip(" (*|-–•")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit()) and not text.rstrip().endswith((".", ","))


def cut(paragraph: Paragraph, end: int) -> Paragraph | None:
    """What of the paragraph stands after its first `end` characters; None when nothing does."""
    rest = paragraph.text[end:].strip()
    if not rest:
        return None
    lines = list(paragraph.lines)
    while len(lines) > 1 and fold(lines[0].text) and end >= len(lines[0].text):
        end -= len(lines[0].text) + 1
        lines.pop(0)
    first = lines[0]
    kept = first.text[max(0, end) :].lstrip(" :*")
    if kept:
        lines[0] = replace(first, text=kept, bold=max(0, first.bold - end))
    elif len(lines) > 1:
        lines.pop(0)
    return replace(paragraph, lines=tuple(lines))


def stands_apart(item: Item, *, typography: bool) -> bool:
    """Is the paragraph set apart from running text: bold, a heading, or alone on its line where type tells nothing?"""
    p = item.block
    if not isinstance(p, Paragraph):
        return False
    alone = item.cell is not None and len(item.cell.paragraphs) == 1 and item.table is not None and item.table.cols > 1
    opening = item.cell is not None and item.cell.paragraphs[:1] == (p,)
    bold = p.bold or p.heading or bool(p.lines[0].bold)
    plain = not typography and len(p.lines) == 1 and len(p.text) <= 60 and not p.bullet and not p.text.rstrip().endswith((".", ","))
    return bold or alone or (opening and not typography) or plain


def find_marks(items: list[Item], form: Form, words: Vocabulary) -> list[Mark]:
    """Every label of the form in the stream, in order."""
    typography = any(p.bold for i in items if (p := i.paragraph))
    marks: list[Mark] = []
    parent: str | None = None
    for index, item in enumerate(items):
        p = item.paragraph
        if p is None or not p.text or _TEMPLATE.fullmatch(p.text.strip()):
            continue
        apart = stands_apart(item, typography=typography)
        found = hit(p.text, words, bold=p.lines[0].bold, apart=apart, open_parent=parent, loose=not typography)
        if found is None or (found.end >= len(p.text) and p.bullet and not p.bold):
            continue
        if found.field.reading is Reading.SIGNATURES and _opens_terms(items, index, marks):
            continue
        if found.field.reading is Reading.PARTIES and marks and marks[-1].field.reading is Reading.SIGNATURES:
            continue  # "Insatsägare" over a signature says whose it is
        marks.append(Mark(found.field, index, found.likeness, cut(p, found.end)))
        if found.field.parent is None:
            parent = found.field.pointer
    return marks


def _opens_terms(items: list[Item], index: int, marks: list[Mark]) -> bool:
    """Is this "Underskrifter" a subheading of the standing terms, i.e. followed by running text?"""
    if not marks or marks[-1].field.reading is not Reading.STANDING:
        return False
    following = next((i for i in items[index + 1 :] if i.text), None)
    return following is not None and len(following.text) > 80


def answers_between(items: list[Item], marks: list[Mark]) -> dict[str, list[Answer]]:
    """Each field's answers by pointer, one for each time it is asked.

    A short answer on its label's own line (a date, a number) takes just that paragraph; what follows goes on with the
    question that was open before.
    """
    answers: dict[str, list[Answer]] = {}
    opened: Answer | None = None
    at = {mark.index: mark for mark in marks}
    for index, item in enumerate(items):
        mark = at.get(index)
        if mark is None:
            if opened is not None:
                opened.items.append(item)
            continue
        label = item.block.lines if isinstance(item.block, Paragraph) else ()
        answer = Answer(mark.field, mark.likeness, label)
        answers.setdefault(mark.field.pointer, []).append(answer)
        if mark.rest is not None:
            answer.items.append(replace(item, block=mark.rest))
        inline = mark.rest is not None and mark.field.reading in INLINE
        if inline and len(answers[mark.field.pointer]) > 1 and opened is not None and opened.field.reading is Reading.ANSWER:
            opened.items.append(item)  # asked and answered before: here it is but part of the text that repeats it
            continue
        if inline and opened is not None and mark.field.parent in (None, opened.field.pointer, opened.field.parent):
            if opened.field.reading in (Reading.PERIOD, Reading.ANSWER):
                if mark.field.parent == opened.field.pointer:
                    opened.items.append(item)
                continue
        opened = answer
    return answers


def is_question(paragraph: Paragraph) -> bool:
    """Does a paragraph that is no known label look like one: set bold, and asking?"""
    text = paragraph.text
    asking = bool(_QUESTION.match(fold(text))) or "(*)" in text or text.rstrip(" *()").endswith("?")
    return asking and (paragraph.bold or paragraph.heading) and len(text) <= _LONGEST
