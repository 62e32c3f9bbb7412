"""Reads one document after its form: labels found, each field read in its own way, values with their evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from rapidfuzz import fuzz

from underlag.extract.amount_rows import read_amount_headings, read_amount_row, read_amount_rows, read_fees
from underlag.extract.answers import (
    context_year,
    footnotes,
    is_prompt,
    read_ages,
    read_amount,
    read_answer,
    read_choice,
    read_count,
    read_date,
    read_dates,
    read_name,
    read_period,
)
from underlag.extract.budget import budget_tree, is_placeholder, kind_of_table, read_budget
from underlag.extract.budget_text import budget_lines_apart, read_budget_lines, starts_budget
from underlag.extract.columns import Paper
from underlag.extract.clauses import read_clauses
from underlag.extract.costs import read_costs
from underlag.extract.descriptions import read_descriptions
from underlag.extract.flow import Item, tables_of
from underlag.extract.goals import read_goals
from underlag.extract.labels import Answer, answers_between, find_marks, is_question, label_lines_apart
from underlag.extract.matters import read_matters
from underlag.extract.owners import owners_and_parties, with_organisation
from underlag.extract.owner_signs import signed_by_owner
from underlag.extract.pairs import read_pairs
from underlag.extract.parties import read_parties
from underlag.extract.phrases import read_letter_date, read_phrase, read_stated_amount, read_stated_period, read_title
from underlag.extract.questionnaire import asked_apart, dense_marks
from underlag.extract.questions import read_number, read_quarter, read_question, read_share, says_thousands
from underlag.extract.registration import read_registration, read_report_year
from underlag.extract.report_facts import read_intake_end, read_participants, read_returned
from underlag.extract.signature_columns import signers_apart
from underlag.extract.signatures import read_signatures, signature_items, signers_as_owner
from underlag.extract.standing import read_standing
from underlag.extract.statements import read_notes, read_statement
from underlag.extract.stated import stated_number, stated_quarters
from underlag.extract.tree import Json, Leaf, Tree, place_of, unfold
from underlag.extract.vocabulary import Vocabulary, vocabulary
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.page import Document, Line, Paragraph, Reader
from underlag.schemas.result import Evidence, Observation
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in

_VERSION = re.compile(r"\b(?:(?:mall|blankett)(?:version)?|v(?:er(?:sion)?)?)\b\.?\s*:?\s*\d{1,4}(?:[-.:]\d{1,2}){1,3}\b", re.IGNORECASE)
Kind = Literal["placeholder", "illegible", "duplicate", "footnote", "unknown_label"]


@dataclass(frozen=True, slots=True)
class FormReading:
    """What one form gave: its record, evidence, observations, and the running text of each answer by pointer.

    `coverage` is the share of the form's asked questions whose label was met (0-1).
    """

    record: dict[str, Json]
    evidence: dict[str, Evidence]
    observations: tuple[Observation, ...]
    texts: dict[str, str]
    coverage: float


@dataclass(slots=True)
class Desk:
    """What the readings of one document share while they fill the record."""

    form: Form
    document: Document
    answers: dict[str, list[Answer]]
    budget_items: list[Item]
    signature_items: list[Item]
    items: list[Item] = field(default_factory=list)
    paper: Paper | None = None
    tree: dict[str, Tree] = field(default_factory=dict)
    observations: list[Observation] = field(default_factory=list)

    def of(self, pointer: str) -> list[Answer]:
        """The answers to the field at `pointer`, each time it is asked."""
        return self.answers.get(pointer, [])

    def remark(self, kind: Kind, at: str, text: str, line: Line) -> None:
        """Notes what the record will not show."""
        self.observations.append(Observation(kind=kind, at=at, text=text[:300], places=(place_of(line),)))

    def put(self, pointer: str, value: Tree) -> None:
        """Places a value at its pointer; an object goes into what its sub-fields have filled already, without replacing it."""
        *parents, key = pointer.strip("/").split("/")
        node = self.tree
        for parent in parents:
            child = node.setdefault(parent, {})
            if not isinstance(child, dict):
                raise TypeError(f"{pointer}: {parent} is no object")
            node = child
        old = node.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            node[key] = {**value, **{k: v for k, v in old.items() if v is not None}}
        elif value is not None or key not in node:
            node[key] = value

    def value_of(self, *keys: str) -> str | int | float | bool | None:
        """The value already read at a path of keys, or None."""
        node: Tree = self.tree
        for key in keys:
            node = node.get(key) if isinstance(node, dict) else None
        return node.value if isinstance(node, Leaf) else None


def _ages(desk: Desk, f: Field) -> Tree:
    return read_ages([desk.of(f.pointer), *(desk.of(s) for s in f.sources)])


def _dates(desk: Desk, f: Field) -> Tree:
    start = desk.value_of("insatstid", "start")
    sources = [a for s in (f.pointer, *f.sources) for a in desk.of(s)]
    signed = [a.text for a in desk.of("/underskrifter")] + [i.text for i in desk.signature_items]
    year = context_year([a.text for a in sources] + signed)
    if year is None and isinstance(start, str):
        year = int(start[:4])
    return read_dates(sources, year)


def _signatures(desk: Desk, f: Field) -> Tree:
    """Signature tables wherever they stand, and signature blocks written as lines under their label."""
    owners = _organisations(desk.tree.get("insatsagare"))
    blocks, illegible = read_signatures(desk.signature_items, desk.of(f.pointer), owners)
    for number, line in illegible:
        desk.remark("illegible", f"{f.pointer}/{number}/datum", "datumet är ofullständigt eller går inte att läsa", line)
    owner = desk.tree.get("insatsagare")
    if isinstance(owner, Leaf):
        return [signed_by_owner(block, owner) for block in blocks]
    parties = [p for key in ("insatsagare", "samverkansparter") if isinstance(found := desk.tree.get(key), list) for p in found]
    return [with_organisation(block, parties) for block in blocks]


def _organisations(parties: Tree) -> list[str]:
    leaves = [p.get("organisation") for p in parties if isinstance(p, dict)] if isinstance(parties, list) else []
    return [str(leaf.value) for leaf in leaves if isinstance(leaf, Leaf) and leaf.value]


def _budget(desk: Desk, f: Field) -> Tree:
    draft, _ = read_budget(desk.budget_items)
    if draft.empty:
        draft = read_budget_lines(desk.budget_items)
    if draft.empty:
        return None
    stated = desk.value_of("sokt_belopp")
    tree, _ = budget_tree(draft, stated if isinstance(stated, int) else None)
    for at, text, line in draft.placeholders:
        desk.remark("placeholder", at, text, line)
    return tree


def _version(desk: Desk, _: Field) -> Tree:
    for page in desk.document.pages:
        for line in page.furniture:
            if found := _VERSION.search(line.text):
                return Leaf(found[0], (line,))
    return None


def _amount(desk: Desk, f: Field) -> Tree:
    if desk.form.dense:
        return read_number(desk.of(f.pointer), thousands=says_thousands(desk.items))
    return read_amount(desk.of(f.pointer))


def _table(desk: Desk, f: Field) -> Tree:
    """The rows of the declared table wherever it stands; its totals go to their own pointer."""
    if f.columns is None:
        return None
    if desk.paper is None:
        desk.paper = Paper(desk.items, [o.columns for o in desk.form.fields if o.columns is not None])
    found = desk.paper.rows(f.columns)
    if f.columns.totals_at:
        desk.put(f.columns.totals_at, found.totals)
    return list(found.rows)


def _quarter(desk: Desk, f: Field) -> Tree:
    if not f.several:
        first = [line for i in desk.items[:12] if (p := i.paragraph) for line in p.lines]
        return read_quarter(desk.of(f.pointer), [*first, *_margins(desk)])
    return stated_quarters(desk.items, [line for page in desk.document.pages for line in page.furniture])


def _number(desk: Desk, f: Field) -> Tree:
    if not f.said:
        return read_number(desk.of(f.pointer))
    return stated_number(desk.items, f.said)


def _sources(desk: Desk, f: Field) -> list[list[Paragraph]]:
    """The paragraphs in which the field's answer may stand, in order of trust: its own answer, then those of its sources with
    their labels.
    """
    given = [[p for a in desk.of(f.pointer) for p in a.paragraphs]]
    for source in f.sources:
        told = [p for a in desk.of(source) for p in ([Paragraph(a.label)] if a.label else []) + a.paragraphs]
        leaf = desk.tree.get(source.strip("/"))
        given.append(told or ([Paragraph(leaf.lines)] if isinstance(leaf, Leaf) and leaf.lines else []))
    if "" in f.sources:
        given.append([p for i in desk.items if (p := i.paragraph) and p.text] + [Paragraph((line,)) for line in _margins(desk)])
    return given


def _margins(desk: Desk) -> list[Line]:
    """The header and footer of the first page."""
    return [line for page in desk.document.pages[:1] for line in page.furniture]


def _title(desk: Desk, f: Field) -> Tree:
    return read_name(desk.of(f.pointer)) or read_title(desk.items, desk.form.titles)


def _letter_date(desk: Desk, f: Field) -> Tree:
    asked = [p for a in desk.of(f.pointer) for p in a.paragraphs]
    return read_letter_date(asked, desk.items, _margins(desk), f.patterns)


def _fees(desk: Desk, f: Field) -> Tree:
    change = "|".join(h for c in f.columns.columns if c.key == "forandring" for h in c.headings) if f.columns else ""
    found = read_fees(desk.items, change, f.omitted)
    for key in ("ar", "totalt"):
        desk.put(f"/{key}", found.get(key, {} if key == "totalt" else None))
    return found.get("rader", [])


def _elsewhere(desk: Desk, f: Field) -> list[Answer]:
    """The answers of the field's sources."""
    return [a for source in f.sources for a in desk.of(source)]


def _asked_with(desk: Desk, f: Field) -> list[Answer]:
    """What answers the field where another's label asks for both ("Målgrupp och antal deltagare"): paragraphs with a number."""
    found = []
    for answer in _elsewhere(desk, f):
        if answer.label and re.search(f.about, fold(" ".join(line.text for line in answer.label))):
            items = [i for i in answer.items if any(q.value.enhet == "antal" for q in quantities_in(i.text))]
            found.append(replace(answer, items=items))
    return found


def _parties(desk: Desk, f: Field) -> Tree:
    """The parties that the field asks for; where it names a source, owner and parties may be asked for together."""
    if not f.sources:
        return read_parties(desk.of(f.pointer))
    signers = signers_as_owner(desk.signature_items, desk.of("/underskrifter"))
    owners, parties = owners_and_parties(desk.of("/insatsagare"), desk.of("/samverkansparter"), signers)
    return owners if f.pointer == "/insatsagare" else parties


def _costs(desk: Desk, f: Field) -> Tree:
    year = desk.value_of("ar")
    return list(read_costs(desk.items, f, desk.form, year if isinstance(year, int) else None))


READERS: Mapping[Reading, Callable[[Desk, Field], Tree]] = {
    Reading.NAME: lambda d, f: _named(d, f),
    Reading.ANSWER: lambda d, f: read_answer(d.of(f.pointer)),
    Reading.CHOICE: lambda d, f: read_choice(d.of(f.pointer)),
    Reading.DATE: lambda d, f: read_date(d.of(f.pointer)),
    Reading.DATES: _dates,
    Reading.PERIOD: lambda d, f: read_period(d.of(f.pointer)),
    Reading.AGES: _ages,
    Reading.COUNT: lambda d, f: read_count(d.of(f.pointer) or _asked_with(d, f)),
    Reading.AMOUNT: _amount,
    Reading.PARTIES: _parties,
    Reading.GOALS: lambda d, f: read_goals(d.of(f.pointer), d.form),
    Reading.SIGNATURES: _signatures,
    Reading.STANDING: lambda d, f: read_standing(d.of(f.pointer)),
    Reading.BUDGET: _budget,
    Reading.VERSION: _version,
    Reading.TITLE: _title,
    Reading.PHRASE: lambda d, f: read_phrase(_sources(d, f), f.patterns),
    Reading.LETTER_DATE: _letter_date,
    Reading.CLAUSES: lambda d, f: read_clauses([p for a in d.of(f.pointer) for p in a.paragraphs]),
    Reading.STATED_PERIOD: lambda d, f: read_stated_period(_sources(d, f)),
    Reading.STATED_AMOUNT: lambda d, f: read_stated_amount(_sources(d, f)),
    Reading.MATTERS: lambda d, f: read_matters(d.items, f.columns) if f.columns else [],
    Reading.AMOUNT_HEADINGS: lambda d, _: read_amount_headings(d.items),
    Reading.AMOUNT_ROWS: lambda d, f: read_amount_rows(d.items, f.owner, f.omitted),
    Reading.AMOUNT_ROW: lambda d, f: read_amount_row(d.items, f.patterns),
    Reading.FEES: _fees,
    Reading.TABLE: _table,
    Reading.STATEMENT: lambda d, f: list(read_statement(d.items, f, d.form)),
    Reading.NOTES: lambda d, f: list(read_notes(d.items, d.form)),
    Reading.COSTS: _costs,
    Reading.DESCRIPTIONS: lambda d, f: list(read_descriptions(d.items, d.form)),
    Reading.REPORT_YEAR: lambda d, f: read_report_year(d.items, _margins(d)),
    Reading.REGISTRATION: lambda d, f: read_registration(d.items, _margins(d)),
    Reading.QUARTER: _quarter,
    Reading.NUMBER: _number,
    Reading.QUESTION: lambda d, f: read_question(d.of(f.pointer)),
    Reading.SHARE: lambda d, f: read_share(d.of(f.pointer)),
    Reading.PAIRS: lambda d, f: read_pairs([*d.of(f.pointer), *_elsewhere(d, f)], d.form),
    Reading.INTAKE_END: lambda d, f: read_intake_end(d.of(f.pointer), _elsewhere(d, f)),
    Reading.PARTICIPANTS: lambda d, f: read_participants(d.of(f.pointer), _elsewhere(d, f)),
    Reading.RETURNED: lambda d, f: read_returned(d.of(f.pointer), _elsewhere(d, f)),
}


def _named(desk: Desk, f: Field) -> Tree:
    leaf = read_name(desk.of(f.pointer))
    if leaf and is_placeholder(str(leaf.value)):
        desk.remark("placeholder", f.pointer, str(leaf.value), leaf.lines[0])
        return None
    return leaf


def _is_ignored(text: str, form: Form) -> bool:
    """Is the paragraph one of the form's own instructions?"""
    folded = fold(text)
    return any(fuzz.ratio(folded, fold(i)) >= 85 for i in form.ignored)


def _is_sentence(text: str) -> bool:
    """Is it running text, the end of the answer above a table rather than the table's heading?"""
    return text.rstrip().endswith(".") and len(text.split()) > 6


def _budget_items(items: list[Item]) -> list[Item]:
    """The items of budget tables, with the few lines above each that head it."""
    tables = [t for t in tables_of(items) if kind_of_table(t)]
    if not tables:
        return items[next((n for n, i in enumerate(items) if starts_budget(i.text)), len(items)) :]
    taken: list[int] = []
    for n, item in enumerate(items):
        if item.table is not None and any(item.table is t for t in tables):
            k = n - 1
            while k >= 0 and n - k <= 6 and items[k].table is None and k not in taken:
                taken.append(k)
                k -= 1
            taken.append(n)
    heads = re.compile(r"budget|loptid|projekttid|kostnad|^ar \d|finansiering|belopp|\bper ar\b")
    return [items[n] for n in sorted(set(taken)) if items[n].table is not None or (heads.search(fold(items[n].text)) and not _is_sentence(items[n].text))]


def _sorted_items(items: list[Item], form: Form, words: Vocabulary) -> tuple[list[Item], list[Item], list[Item]]:
    """The items that answer the form's questions, labels apart; the budget's; and the signature tables'."""
    if not any(f.labels or f.weak or f.about for f in form.fields):
        return items, [], []  # a paper of tables and prose asks nothing
    if form.dense:
        items = signers_apart(items)
        signatures = signature_items(items)
        return asked_apart([i for i in items if i.table is None or all(i is not s for s in signatures)], form), [], signatures
    items = budget_lines_apart(items)
    budget = _budget_items(items)
    kept = signers_apart([i for i in items if all(i is not b for b in budget)])
    signatures = signature_items(kept)
    kept = [i for i in kept if all(i is not s for s in signatures)]
    kept = [i for i in label_lines_apart(kept, words) if not (i.paragraph and _is_ignored(i.text, form))]
    return kept, budget, signatures


def _observe(desk: Desk, words: Vocabulary) -> None:
    """Footnotes, sections that stand twice, and bold questions that no known label asks."""
    for pointer, answers in desk.answers.items():
        for answer in answers:
            for p in footnotes(answer.paragraphs):
                desk.remark("footnote", pointer, p.text, p.lines[0])
            for p in answer.paragraphs:
                if is_prompt(p.text):
                    desk.remark("placeholder", pointer, p.text, p.lines[0])
                if is_question(p):
                    desk.remark("unknown_label", pointer, p.text, p.lines[0])
        told = [a for a in answers if len(a.text.strip()) > 3]
        if len(told) > 1 and answers[0].field.reading in (Reading.ANSWER, Reading.STANDING, Reading.COUNT, Reading.GOALS):
            if fuzz.ratio(told[0].text, told[1].text) >= 90:
                desk.remark("duplicate", pointer, f"{answers[0].field.question} står {len(told)} gånger", (told[1].label or told[1].lines)[0])


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


def read_form(document: Document, items: list[Item], form: Form) -> FormReading:
    """The document read after `form`. Nothing is guessed: what no label asks and no line says stays null."""
    words = vocabulary(form)
    questions, budget, signed = _sorted_items(items, form, words)
    marks = dense_marks(questions, form) if form.dense else find_marks(questions, form, words)
    all_answers = answers_between(questions, marks)
    desk = Desk(form, document, all_answers if form.dense else _once(all_answers), budget, signed, items)
    for f in (f for f in form.fields if f.reading is not Reading.UNREAD):
        desk.put(f.pointer, READERS[f.reading](desk, f))
    observed = replace_answers(desk, all_answers)
    _observe(observed, words)
    readers: dict[int, Reader] = {p.number: p.reader for p in document.pages}
    unfolded = unfold(desk.tree, readers)
    record = form.record.model_validate(unfolded.record).model_dump(mode="json")
    asked = [f for f in form.fields if f.asked]
    found = {Reading.BUDGET: bool(budget), Reading.SIGNATURES: bool(signed)}
    met = sum(f.pointer in all_answers or found.get(f.reading, False) for f in asked)
    texts = {pointer: "\n".join(a.text for a in answers) for pointer, answers in desk.answers.items()}
    return FormReading(record, unfolded.evidence, tuple(desk.observations), texts, met / max(1, len(asked)))


def replace_answers(desk: Desk, answers: dict[str, list[Answer]]) -> Desk:
    """The same desk looking at all answers, repetitions included (its observations are shared)."""
    return replace(desk, answers=answers)
