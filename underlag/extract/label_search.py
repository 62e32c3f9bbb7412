"""The search for labels: where a document asks what its form asks, however broken the label.

First the labels of known wording; then headings of other wordings, told by how the document sets its labels and by what they say;
then what only its place tells (a table of parties by role, goals under their own headings, the signatures at the end).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from rapidfuzz import fuzz

from underlag.extract.flow import Item
from underlag.extract.goal_heads import goal_heads, heads_columns, is_heading_row
from underlag.extract.instructions import instructions_behind
from underlag.extract.labels import Mark, Marks, cut, is_question
from underlag.extract.pair_tables import pair_kind
from underlag.extract.parties import opening_roles, party_items
from underlag.extract.shapes import Shape, is_section_heading, shape_of, stands_apart
from underlag.extract.signature_openings import heads_signatures, opens_signatures
from underlag.extract.sublabels import kind_of, opens_with_label
from underlag.extract.vocabulary import Hit, Setting, Vocabulary, clean_label, hit
from underlag.schemas.form import Form, Reading
from underlag.schemas.wordings import PARTY, SIGNATURE
from underlag.values.folding import fold

_TEMPLATE = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")  # what a template leaves to be filled in, often in the label's own words
_PLAIN_QUESTION = re.compile(r"[A-ZÅÄÖ][^.?!]{5,90}\?(?: [A-ZÅÄÖ][^.?!]{3,60}[.?])?")
_SAYS = re.compile(r"(?:ja|nej|inga|inget|ingen|inte|se|enligt)\b")
"""How answers begin, and questions don't."""
_OFFERED = re.compile(r"\(?ja\s*(?:[/,|–-]|eller)\s*nej\)?", re.IGNORECASE)
"""The answers that a question offers, none of them marked."""
_GOALS_OF = re.compile(r"\w{0,8}mal(?:en|et)?\b")
"""What heads a group of goals within their answer ("Mål för 2017")."""
_SURE = 0.92
_EXACT = 0.97
_LONGEST = 60
"""Characters of a line whose whole text is a label of known wording."""
_FEWEST = 3
"""Labels set alike, that are more than chance."""
_MOST_WORDS = 16
"""Of a label whose wording is not known."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """What is searched. `typography`: does the reader see what is bold? `shapes`: how each item is set."""

    items: list[Item]
    form: Form
    words: Vocabulary
    typography: bool
    shapes: list[Shape | None]


def find_marks(items: list[Item], form: Form, words: Vocabulary) -> Marks:
    """Every label of the form in the stream, what ends an answer without being one, and the form's own instructions."""
    typography = _type_tells(items, words)
    shapes = [shape_of(i, typography=typography, below=below) for i, below in zip_longest(items, items[1:])]
    stream = _Stream(items, form, words, typography, shapes)
    marks = _known(stream)
    marks = _in_order(marks, _parties_by_role(stream, marks))
    marks = _in_order(marks, _signatures_by_look(stream, marks))
    styles = _label_shapes(stream, marks)
    marks = _in_order(marks, _unknown_wordings(stream, marks, styles))
    marks = _in_order(marks, _plain_questions(stream, marks))
    marks = _in_order(marks, _goals_by_level(stream, marks))
    marks = _in_order(marks, _goals_by_head(stream, marks))
    asked = {m.index for m in marks if m.rest is None and m.field.reading is not Reading.SIGNATURES}
    columns = {n for n, item in enumerate(items) if heads_columns(item)}
    instructions = {n for n in instructions_behind(items, asked) if not _is_level(items[n].text, form)}
    return Marks(marks, frozenset(_headings(stream, marks, styles) - columns), frozenset(instructions | columns))


def _type_tells(items: list[Item], words: Vocabulary) -> bool:
    """Does type tell labels from answers: is anything bold, and do not most labels of known wording stand in plain type all the same?"""
    lines = [
        p for i in items if i.cell is None and (p := i.paragraph) and len(p.lines) == 1 and not p.bullet and 3 < len(p.text) <= _LONGEST
    ]
    if not any(p.bold for i in items if (p := i.paragraph)):
        return False
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for p in lines:
        found = words.best(p.text, apart=True, open_parent=None)
        if found and found[1] >= _SURE:
            told[p.bold or p.heading].add(found[0].pointer)
    return len(told[False]) <= max(_FEWEST, len(told[True]))


def _in_order(marks: list[Mark], found: Iterable[Mark]) -> list[Mark]:
    return sorted([*marks, *found], key=lambda m: m.index)


def _known(stream: _Stream) -> list[Mark]:
    marks: list[Mark] = []
    parent: str | None = None
    in_list = party_items(stream.items)
    for index, item in enumerate(stream.items):
        p = item.paragraph
        if p is None or not p.text or _TEMPLATE.fullmatch(p.text.strip()) or index in in_list:
            continue
        apart = stands_apart(item, typography=stream.typography)
        follows = stream.items[index + 1].text if index + 1 < len(stream.items) else ""
        found = hit(p.text, stream.words, Setting(p.lines[0].bold, apart, not stream.typography, parent, follows))
        if found is None or _is_list_item(stream, index, found) or _is_no_label(stream, index, found, marks):
            continue
        if found.field.reading is Reading.PARTIES and _in_terms(index, marks) and any(m.field is found.field for m in marks):
            if opens_with_label(follows, SIGNATURE):  # "Insatsägare" behind the terms says whose the first signature is
                marks += [Mark(f, index, found.likeness, p) for f in stream.form.fields if f.reading is Reading.SIGNATURES]
            continue
        rest = cut(p, found.end)
        if rest is not None and found.field.reading is Reading.CHOICE and _OFFERED.fullmatch(rest.text.strip()):
            rest = None
        marks.append(Mark(found.field, index, found.likeness, rest))
        if found.field.parent is None:
            parent = found.field.pointer
    return marks


def _is_list_item(stream: _Stream, index: int, found: Hit) -> bool:
    """Is it an item of a list in an answer? Where type tells nothing, a lone one in a label's own words is a number misread."""
    p = stream.items[index].paragraph
    if p is None or not p.bullet or p.bold or found.end < len(p.text):
        return False
    beside = [stream.items[n].paragraph for n in (index - 1, index + 1) if 0 <= n < len(stream.items)]
    return stream.typography or found.likeness < 0.9 or any(b is not None and b.bullet for b in beside)


def _is_no_label(stream: _Stream, index: int, found: Hit, marks: list[Mark]) -> bool:
    """Do the words stand where they ask nothing: a subheading of the terms or of an answer, whose signature it is?"""
    reading = found.field.reading
    if reading is Reading.SIGNATURES:
        small = found.likeness < _EXACT and kind_of(stream.items[index].text[: found.end], SIGNATURE) is not None
        return small or _opens_terms(stream.items, index, marks)
    if reading is Reading.PARTIES:
        return bool(marks) and marks[-1].field.reading is Reading.SIGNATURES
    shape = stream.shapes[index]
    return reading is Reading.UNREAD and shape is not None and shape.bold and not shape.distinct


def _opens_terms(items: list[Item], index: int, marks: list[Mark]) -> bool:
    """Is this "Underskrifter" a subheading of the standing terms, i.e. followed by running text?"""
    if not marks or marks[-1].field.reading is not Reading.STANDING:
        return False
    following = next((i for i in items[index + 1 :] if i.text), None)
    return following is not None and sum(c.isalpha() for c in following.text) > 60


def _parties_by_role(stream: _Stream, marks: list[Mark]) -> list[Mark]:
    """A table that tells each party's role asks for them all; its headings stay in the answer."""
    fields = [f for f in stream.form.fields if f.reading is Reading.PARTIES]
    parties = next((f for f in fields if f.sources), fields[-1] if fields else None)
    opening = opening_roles(stream.items)
    if parties is None or opening is None or any(m.index == opening for m in marks):
        return []
    return [Mark(parties, opening, 0.9, stream.items[opening].paragraph)]


def _label_shapes(stream: _Stream, marks: list[Mark]) -> set[Shape]:
    """How the document sets its labels: as those of known wording, or as at least three whose words tell different things."""
    sure = [m for m in marks if m.rest is None]
    known = Counter(shape for m in sure if m.likeness >= 0.9 and (shape := stream.shapes[m.index]))
    shapes = {s for s, times in known.items() if times > 1 or s.bold or s.heading or s.numbered} if len(sure) >= _FEWEST else set()
    told: dict[Shape, set[str]] = {}
    for item, shape in zip(stream.items, stream.shapes, strict=True):
        if shape is not None and shape.marked and _may_ask(item) and (subject := stream.words.subject(item.text)):
            told.setdefault(shape if shape.bare else replace(shape, question=False), set()).add(subject.pointer)
    return shapes | {shape for shape, asked in told.items() if len(asked) >= _FEWEST}


def _may_ask(item: Item) -> bool:
    """May the item be a label: no sentence, and no longer than questions are?"""
    p = item.paragraph
    if p is None or len(p.text.split()) > _MOST_WORDS or is_heading_row(item) or _SAYS.match(fold(p.text)):
        return False
    return not p.text.rstrip().endswith((".", ",")) or is_question(p) or "?" in p.text


def _unknown_wordings(stream: _Stream, marks: list[Mark], shapes: set[Shape]) -> list[Mark]:
    """Headings set like labels whose words tell what they ask; a level's own heading stays in its answer. One that is bold and
    no more, as what divides a long answer is, or a line of its own where type tells nothing, counts where it asks what nothing
    else does, or stands right under the question that it repeats.
    """
    taken, asked = {m.index: m.field.pointer for m in marks}, {m.field.pointer for m in marks}
    found = []
    for index, (item, shape) in enumerate(zip(stream.items, stream.shapes, strict=True)):
        p = item.paragraph
        if index in taken or shape is None or p is None or _in_terms(index, marks) or not _may_ask(item):
            continue
        if not shape.marked or not any(shape.like(s) for s in shapes):
            continue
        subject = stream.words.subject(item.text)
        if subject is None:
            continue
        repeats = taken.get(index - 1) == subject.pointer and not _GOALS_OF.match(fold(p.text))
        alone = pair_kind(p.text) is None and (repeats or subject.pointer not in asked)
        if shape.distinct or is_question(p) or alone:
            found.append(Mark(subject, index, 0.85, p if _names_level(p.text, stream.form) else None))
    return found


def _plain_questions(stream: _Stream, marks: list[Mark]) -> list[Mark]:
    """In text whose type tells nothing, a question on a line of its own that asks what no other label does."""
    taken, asked = {m.index for m in marks}, {m.field.pointer for m in marks}
    found: list[Mark] = []
    for index, item in enumerate(stream.items):
        p = item.paragraph
        if stream.typography or index in taken or p is None or len(p.lines) > 1 or p.bullet or not _PLAIN_QUESTION.fullmatch(p.text):
            continue
        subject = stream.words.subject(p.text)
        if subject and subject.pointer not in asked and not _in_terms(index, marks):
            found.append(Mark(subject, index, 0.85, None))
    return found


def _in_terms(index: int, marks: list[Mark]) -> bool:
    before = [m for m in marks if m.index < index]
    return bool(before) and before[-1].field.reading in (Reading.STANDING, Reading.SIGNATURES)


def _names_level(text: str, form: Form) -> bool:
    """Is a heading the name of a level of goals, whatever stands behind it?"""
    head = clean_label(text)
    return any(fuzz.ratio(head[: len(name)], name) >= 92 for name in (fold(n) for n, _ in form.levels) if "mal" in name)


def _is_level(text: str, form: Form) -> bool:
    """Is the text the name of a level of goals and nothing more?"""
    return any(fuzz.ratio(clean_label(text), fold(name)) >= 92 for name, _ in form.levels)


def _goals_by_level(stream: _Stream, marks: list[Mark]) -> list[Mark]:
    """Where no question asks for goals, their level headings ("Effektmål") open them; the heading stays in the answer."""
    goals = next((f for f in stream.form.fields if f.reading is Reading.GOALS), None)
    if goals is None or any(m.field.reading is Reading.GOALS for m in marks):
        return []
    taken = {m.index for m in marks}
    found: list[Mark] = []
    for index, item in enumerate(stream.items):
        p = item.paragraph
        if index in taken or p is None or len(p.text) > 60 or not stands_apart(item, typography=stream.typography):
            continue
        if _names_level(p.text, stream.form) and not _in_terms(index, marks):
            found.append(Mark(goals, index, 0.9, p))
    return found


def _goals_by_head(stream: _Stream, marks: list[Mark]) -> list[Mark]:
    """Where no question asks for goals with their outcomes: their table, or the headings that stand over them ("Mål 1")."""
    items, form = stream.items, stream.form
    source = next((s for f in form.fields if f.reading is Reading.PAIRS for s in f.sources[:1]), None)
    if source is None or any(m.field.pointer == source for m in marks):
        return []
    table = next((n for n, i in enumerate(items) if heads_columns(i)), None)
    if table is not None and all(m.index != table for m in marks):
        return [Mark(form.field(source), table, 0.9, None)]
    heads = goal_heads(items, {m.index for m in marks}, typography=stream.typography)
    return [Mark(form.field(source), h.index, 0.9, items[h.index].paragraph if h.kept else None) for h in heads]


def _signatures_by_look(stream: _Stream, marks: list[Mark]) -> list[Mark]:
    """Where no known heading opens the signatures: a heading of another wording, or a block's own first line, behind all questions."""
    items = stream.items
    field = next((f for f in stream.form.fields if f.reading is Reading.SIGNATURES), None)
    if field is None or any(m.field is field for m in marks):
        return []
    last = max((m.index for m in marks), default=-1)
    behind = range(last + 1, len(items))
    at = next((n for n in behind if opens_signatures(items, n) and not _opens_terms(items, n, marks)), None)
    return [] if at is None else [Mark(field, at, 0.9, None if heads_signatures(items, at) else items[at].paragraph)]


def _headings(stream: _Stream, marks: list[Mark], shapes: set[Shape]) -> set[int]:
    """The items that are set like labels and ask nothing known, or head chapters of labels in plain type, and so end the answer before
    them.
    """
    taken = {m.index for m in marks}
    others = ((n, stream.shapes[n]) for n, i in enumerate(stream.items) if n not in taken and not is_heading_row(i))
    chapters = not stream.typography
    return {
        n
        for n, shape in others
        if (is_section_heading(shape, shapes) or (chapters and shape is not None and shape.heading)) and not _belongs(stream, n, marks)
    }


def _belongs(stream: _Stream, index: int, marks: list[Mark]) -> bool:
    """Is a heading part of the answer it stands in: a small label of a party, a level of goals, or in the standing terms?"""
    before = [m for m in marks if m.index < index]
    if not before:
        return True
    text, reading = stream.items[index].text, before[-1].field.reading
    if reading in (Reading.STANDING, Reading.SIGNATURES):
        return True
    if reading is Reading.PARTIES:
        return kind_of(text, PARTY) is not None
    return reading is Reading.GOALS and any(fuzz.partial_ratio(fold(name), fold(text)) >= 92 for name, _ in stream.form.levels)
