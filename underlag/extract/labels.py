"""The label engine: finds where a document asks what its form asks, however broken the label, and where each answer ends.

Stages: `label_lines_apart` (a label glued to its answer by the layout stands alone again), `find_marks` (which paragraph holds
which label), `answers_between` (what runs from a label to the next).
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from underlag.extract.flow import Item
from underlag.extract.goal_heads import goal_heads, is_heading_row
from underlag.extract.shapes import Shape, is_section_heading, shape_of, stands_apart
from underlag.extract.sublabels import kind_of
from underlag.extract.vocabulary import BRACKETS, INLINE, LONGEST, Vocabulary, clean_label, hit
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.page import Line, Paragraph
from underlag.schemas.wordings import PARTY
from underlag.values.folding import fold

_QUESTION = re.compile(r"^(?:beskriv|ange|hur|vad|vilka|vilken|redogor|nar|har|finns|pa vilket satt|motivera|varfor)\b")
_TEMPLATE = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")  # what a template leaves to be filled in, often in the label's own words


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
    items: list[Item] = dataclasses.field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [i.block for i in self.items if isinstance(i.block, Paragraph)]

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.paragraphs)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for p in self.paragraphs for line in p.lines)


def _part(paragraph: Paragraph, lines: tuple[Line, ...]) -> Paragraph:
    return replace(paragraph, lines=lines)


def label_lines_apart(items: list[Item], words: Vocabulary) -> list[Item]:
    """Splits paragraphs in which a line (or two together) is a label, so that each label opens an item of its own."""
    apart: list[Item] = []
    for item in (piece for i in items for piece in _at_inner_labels(i, words)):
        if not isinstance(item.block, Paragraph) or len(item.block.lines) < 2:
            apart.append(item)
            continue
        apart += [replace(item, block=piece) for piece in _pieces(item.block, words)]
    return apart


def _at_inner_labels(item: Item, words: Vocabulary) -> list[Item]:
    """A line that asks several short things ("Startdatum: … Slutdatum: …") parted before each."""
    p = item.paragraph
    if p is None or len(p.lines) != 1:
        return [item]
    line = p.lines[0]
    cuts = [0, *(m.start() for m in words.within.finditer(line.text) if m.start()), len(line.text)]
    if len(cuts) == 2:
        return [item]
    parts = [line.text[a:b].strip() for a, b in itertools.pairwise(cuts)]
    return [replace(item, block=replace(p, lines=(replace(line, text=part, bold=min(line.bold, len(part))),))) for part in parts if part]


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
            bare = BRACKETS.sub("", text)
            aside = span > 1 and bare == lines[k].text.strip()  # an instruction in brackets on a line of its own
            alone = span == 1 and k == 0 and _heads_text(lines)
            whole = words.best(text, apart=alone, open_parent=None) or (not aside and words.best(bare, apart=False, open_parent=None))
            if whole:
                cuts |= {k, k + span}
                break
            if span == 1 and ":" in text and words.best(text.split(":")[0], apart=False, open_parent=None):
                cuts.add(k)
    bounds = [*sorted(c for c in cuts if c < len(lines)), len(lines)]
    parts = [_part(paragraph, lines[a:b]) for a, b in itertools.pairwise(bounds) if b > a]
    return [parts[0], *(replace(part, bullet=False) for part in parts[1:])]


def _heads_text(lines: tuple[Line, ...]) -> bool:
    """Is the first of a raw text's printed lines short enough, and the next long enough, for it to be a heading?"""
    raw = lines[0].box is None and (lines[0].where or "").startswith("line")
    return raw and len(lines) > 1 and len(lines[0].text) <= 30 and lines[1].text[:1].isupper()


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


@dataclass(frozen=True, slots=True)
class Marks:
    """The labels of a stream in order, and the items that are section headings: set like labels, asking nothing known."""

    labels: list[Mark]
    headings: frozenset[int]


def find_marks(items: list[Item], form: Form, words: Vocabulary) -> Marks:
    """Every label of the form in the stream: first those of known wording, then headings that are set like them."""
    typography = any(p.bold for i in items if (p := i.paragraph))
    marks = _known(items, words, typography=typography)
    shapes = {shape for m in marks if m.likeness >= 0.9 and m.rest is None and (shape := shape_of(items[m.index]))}
    if len([m for m in marks if m.rest is None]) >= 3:
        marks = sorted(marks + _unknown_wordings(items, words, marks, form, shapes), key=lambda m: m.index)
    if all(m.field.reading is not Reading.GOALS for m in marks):
        marks = sorted(marks + _goals_by_level(items, form, marks, typography=typography), key=lambda m: m.index)
    marks = sorted(marks + _goals_by_head(items, form, marks, typography=typography), key=lambda m: m.index)
    taken = {m.index for m in marks}
    set_like = {n for n, i in enumerate(items) if n not in taken and is_section_heading(i, shapes) and not is_heading_row(i)}
    headings = {n for n in set_like if not _belongs(items[n], n, marks, form)}
    return Marks(marks, frozenset(headings))


def _belongs(item: Item, index: int, marks: list[Mark], form: Form) -> bool:
    """Is a heading part of the answer it stands in: a small label of a party, a level of goals, or in the standing terms?"""
    before = [m for m in marks if m.index < index]
    if not before:
        return True
    reading = before[-1].field.reading
    if reading in (Reading.STANDING, Reading.SIGNATURES):
        return True
    if reading is Reading.PARTIES:
        return kind_of(item.text, PARTY) is not None
    return reading is Reading.GOALS and any(fuzz.partial_ratio(fold(name), fold(item.text)) >= 92 for name, _ in form.levels)


def _known(items: list[Item], words: Vocabulary, *, typography: bool) -> list[Mark]:
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
        if found.field.reading is Reading.UNREAD and _is_subheading(item):
            continue
        marks.append(Mark(found.field, index, found.likeness, cut(p, found.end)))
        if found.field.parent is None:
            parent = found.field.pointer
    return marks


def _is_subheading(item: Item) -> bool:
    """Is it set no more apart than bold, as what divides a long answer is?"""
    shape = shape_of(item)
    return shape is not None and shape.bold and not shape.distinct


def _in_terms(index: int, marks: list[Mark]) -> bool:
    before = [m for m in marks if m.index < index]
    return bool(before) and before[-1].field.reading in (Reading.STANDING, Reading.SIGNATURES)


def _unknown_wordings(items: list[Item], words: Vocabulary, marks: list[Mark], form: Form, shapes: set[Shape]) -> list[Mark]:
    """Headings set like the known labels whose words tell what they ask; a level's own heading stays in its answer."""
    taken = {m.index for m in marks}
    found = []
    for index, item in enumerate(items):
        shape, p = shape_of(item), item.paragraph
        if index in taken or shape is None or p is None or _in_terms(index, marks) or is_heading_row(item):
            continue
        asks = is_question(p)
        alike = any(replace(shape, question=s.question) == s for s in shapes)
        plain = item.text.rstrip().endswith((".", ",")) and not asks
        if (
            not alike
            or plain
            or len(item.text.split()) > 14
            or not (shape.distinct or asks)
            or not (shape.bold or shape.heading or shape.numbered)
        ):
            continue
        subject = words.subject(item.text)
        if subject:
            found.append(Mark(subject, index, 0.85, p if _names_level(p.text, form) else None))
    return found


def _names_level(text: str, form: Form) -> bool:
    """Is a heading the name of a level of goals, whatever stands behind it?"""
    head = clean_label(text)
    return any(fuzz.ratio(head[: len(name)], name) >= 92 for name in (fold(n) for n, _ in form.levels) if "mal" in name)


def _goals_by_level(items: list[Item], form: Form, marks: list[Mark], *, typography: bool) -> list[Mark]:
    """Where no question asks for goals, their level headings ("Effektmål") open them; the heading stays in the answer."""
    goals = next((f for f in form.fields if f.reading is Reading.GOALS), None)
    taken = {m.index for m in marks}
    found: list[Mark] = []
    for index, item in enumerate(items):
        p = item.paragraph
        if goals is None or index in taken or p is None or len(p.text) > 60 or not stands_apart(item, typography=typography):
            continue
        if _names_level(p.text, form) and not _in_terms(index, marks):
            found.append(Mark(goals, index, 0.9, p))
    return found


def _goals_by_head(items: list[Item], form: Form, marks: list[Mark], *, typography: bool) -> list[Mark]:
    """Where no question asks for goals with their outcomes, the headings that stand over them ("Mål 1", "Resultat")."""
    source = next((s for f in form.fields if f.reading is Reading.PAIRS for s in f.sources[:1]), None)
    if source is None or any(m.field.pointer == source for m in marks):
        return []
    heads = goal_heads(items, {m.index for m in marks}, typography=typography)
    return [Mark(form.field(source), h.index, 0.9, items[h.index].paragraph if h.kept else None) for h in heads]


def _opens_terms(items: list[Item], index: int, marks: list[Mark]) -> bool:
    """Is this "Underskrifter" a subheading of the standing terms, i.e. followed by running text?"""
    if not marks or marks[-1].field.reading is not Reading.STANDING:
        return False
    following = next((i for i in items[index + 1 :] if i.text), None)
    return following is not None and sum(c.isalpha() for c in following.text) > 60


_LONG = {Reading.ANSWER, Reading.GOALS, Reading.PERIOD}


def answers_between(items: list[Item], marks: Marks) -> dict[str, list[Answer]]:
    """Each field's answers by pointer, one for each time it is asked.

    A short answer on its label's own line (a date, a number) takes just that paragraph; what follows goes on with the
    question that was open before.
    """
    answers: dict[str, list[Answer]] = {}
    opened: Answer | None = None
    at = {mark.index: mark for mark in marks.labels}
    for index, item in enumerate(items):
        mark = at.get(index)
        if index in marks.headings:
            opened = opened if opened is not None and opened.field.reading in _LONG else None
            continue
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
        inside = inline and opened is not None and mark.field.parent in (None, opened.field.pointer, opened.field.parent)
        if inside and opened is not None and opened.field.reading in (Reading.PERIOD, Reading.ANSWER):
            if mark.field.parent == opened.field.pointer:
                opened.items.append(item)
            continue
        opened = answer
    return answers


def is_question(paragraph: Paragraph) -> bool:
    """Does a paragraph that is no known label look like one: set bold, and asking?"""
    text = paragraph.text
    asking = bool(_QUESTION.match(fold(text))) or "(*)" in text or text.rstrip(" *()").endswith("?")
    return asking and (paragraph.bold or paragraph.heading) and len(text) <= LONGEST
