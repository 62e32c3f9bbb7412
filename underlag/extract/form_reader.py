"""Reads one document after its form: labels found, each field read in its own way, values with their evidence."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from underlag.extract.answers import (
    footnotes,
    is_prompt,
)
from underlag.extract.desk import Desk
from underlag.extract.figure_repair import repaired
from underlag.extract.flow import Item
from underlag.extract.label_search import find_marks
from underlag.extract.labels import Answer, Marks, answers_between, is_question, unanswered
from underlag.extract.opening_sentence import read_opening
from underlag.extract.paper_heads import by_column, paper_marks
from underlag.extract.questionnaire import dense_marks
from underlag.extract.readings import READERS
from underlag.extract.sorting import sorted_items
from underlag.extract.tree import Json, Tree, unfold
from underlag.extract.vocabulary import Vocabulary, vocabulary
from underlag.schemas.form import Form, Reading
from underlag.schemas.page import Document, Reader
from underlag.schemas.result import Evidence, Observation


@dataclass(frozen=True, slots=True)
class FormReading:
    """What one form gave: its record, evidence, observations, and the text of each answer by pointer.

    `texts` has the running text of the whole under `""`, a paragraph a line, without the tables.
    `unanswered`: by pointer, the questions asked within an answer that nothing stands under.
    `labels`: by pointer, the labels in the document's own wording, a line each.
    `coverage` is the share of the form's asked questions whose label was met (0-1).
    """

    record: dict[str, Json]
    evidence: dict[str, Evidence]
    observations: tuple[Observation, ...]
    texts: dict[str, str]
    unanswered: dict[str, tuple[str, ...]]
    labels: dict[str, str]
    coverage: float


def _observe(desk: Desk, given: dict[str, list[Answer]]) -> None:
    """Footnotes, sections that stand twice, and bold questions that no known label asks; `given` are all answers."""
    for pointer, answers in given.items():
        for answer in answers:
            for p in footnotes(answer.paragraphs):
                desk.remark("footnote", pointer, p.text, p.lines[0])
            for p in answer.paragraphs:
                if is_prompt(p.text):
                    desk.remark("placeholder", pointer, p.text, p.lines[0])
                if is_question(p):
                    desk.remark("unknown_label", pointer, p.text, p.lines[0])
        told = [a for a in answers if len(a.text.strip()) > 3]
        whole = bool(told) and told[0].field.reading in (Reading.ANSWER, Reading.STANDING, Reading.COUNT, Reading.GOALS)
        if whole and len(told) > 1 and fuzz.ratio(told[0].text, told[1].text) >= 90:
            again = (told[1].label or told[1].lines)[0]
            desk.remark("duplicate", pointer, f"{told[0].field.question} står {len(told)} gånger", again)


def _once(answers: dict[str, list[Answer]]) -> dict[str, list[Answer]]:
    """Answers without repetitions of themselves (a section copied twice)."""
    kept: dict[str, list[Answer]] = {}
    for pointer, given in answers.items():
        kept[pointer] = []
        for answer in given:
            same = any(fuzz.ratio(a.text, answer.text) >= 90 for a in kept[pointer] if len(a.text) > 3)
            if not same or answer.field.reading is Reading.SIGNATURES:
                kept[pointer].append(answer)
    return kept


def _marks(questions: list[Item], form: Form, words: Vocabulary) -> Marks:
    """The labels of the stream, found as the form is set."""
    if form.dense:
        return dense_marks(questions, form)
    return paper_marks(questions, form, words) if form.paper else find_marks(questions, form, words)


def _told_at_first(desk: Desk) -> dict[str, Tree]:
    """What the sentence that a letter opens with says of the form's fields; nothing where labels ask who the parties are."""
    asked = any(pointer in desk.answers for pointer in ("/insatsagare", "/samverkansparter"))
    fields = {f.pointer for f in desk.form.fields}
    return {} if asked else {pointer: value for pointer, value in read_opening(desk.items).items() if pointer in fields}


def _running(items: list[Item]) -> str:
    return "\n".join(item.text.strip() for item in items if item.table is None and item.text.strip())


def read_form(document: Document, items: list[Item], form: Form) -> FormReading:
    """The document read after `form`. Nothing is guessed: what no label asks and no line says stays null."""
    words = vocabulary(form)
    questions, budget, signed = sorted_items(by_column(items, words) if form.paper else items, form, words)
    marks = _marks(questions, form, words)
    all_answers = answers_between(questions, marks)
    desk = Desk(form, document, all_answers if form.dense else _once(all_answers), budget, signed, items)
    told = _told_at_first(desk)
    for pointer, value in told.items():
        desk.put(pointer, value)
    unasked = told.keys() - desk.answers.keys()
    for f in (f for f in form.fields if f.reading is not Reading.UNREAD and f.pointer not in unasked):
        desk.put(f.pointer, READERS[f.reading](desk, f))
    _observe(desk, all_answers)
    readers: dict[int, Reader] = {p.number: p.reader for p in document.pages}
    unfolded = unfold(repaired(desk.tree, form, readers), readers)
    record = form.record.model_validate(unfolded.record).model_dump(mode="json")
    asked = [f for f in form.fields if f.asked]
    found = {Reading.BUDGET: bool(budget), Reading.SIGNATURES: bool(signed)}
    met = sum(f.pointer in all_answers or found.get(f.reading, False) for f in asked)
    texts = {pointer: "\n".join(a.text for a in answers) for pointer, answers in desk.answers.items()} | {"": _running(items)}
    bare = {pointer: asked_in_vain for pointer, answers in desk.answers.items() if (asked_in_vain := unanswered(answers))}
    labels = {pointer: "\n".join(line.text for a in answers for line in a.label) for pointer, answers in desk.answers.items()}
    return FormReading(record, unfolded.evidence, tuple(desk.observations), texts, bare, labels, met / max(1, len(asked)))
