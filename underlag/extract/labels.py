"""The labels of a form as they were found in a document, and the answers that run from one to the next."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, replace

from underlag.extract.flow import Item
from underlag.extract.vocabulary import INLINE, LONGEST, NUMBERING
from underlag.schemas.form import Field, Reading
from underlag.schemas.page import Line, Paragraph
from underlag.values.folding import fold

_QUESTION = re.compile(r"^(?:beskriv|ange|hur|vad|vilka|vilken|redogor|nar|har|finns|pa vilket satt|motivera|varfor)\b")


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


@dataclass(frozen=True, slots=True)
class Marks:
    """The labels of a stream in order, the items that are section headings (set like labels, asking nothing known), and those
    that are the form's own instructions.
    """

    labels: list[Mark]
    headings: frozenset[int]
    instructions: frozenset[int] = frozenset()


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
            if opened is not None and index not in marks.instructions:
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


def unanswered(answers: list[Answer]) -> tuple[str, ...]:
    """The questions that are asked within the answer to another, and that nothing stands under; `answers` are one field's."""
    open_questions: list[str] = []
    for n, answer in enumerate(answers):
        asked = " ".join(line.text.strip() for line in answer.label) if n else ""
        for item in answer.items:
            follows = item.paragraph is not None and is_question(item.paragraph)
            if follows and asked:
                open_questions.append(asked)
            if follows:
                asked = item.text.strip()
            elif item.text.strip() or item.paragraph is None:
                asked = ""
        if asked.endswith("?"):
            open_questions.append(asked)
    return tuple(open_questions)


def is_question(paragraph: Paragraph) -> bool:
    """Does a paragraph that is no known label look like one: set bold, and asking?"""
    text = paragraph.text
    asking = bool(_QUESTION.match(fold(NUMBERING.sub("", text)))) or "(*)" in text or text.rstrip(" *()").endswith("?")
    return asking and (paragraph.bold or paragraph.heading) and len(text) <= LONGEST
