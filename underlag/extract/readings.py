"""How each reading form is read, once for all forms: the table `READERS`, and the hands that fetch what each reading needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from underlag.extract.amount_rows import read_amount_headings, read_amount_row, read_amount_rows, read_fees
from underlag.extract.answers import (
    context_year,
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
from underlag.extract.budget import read_budget
from underlag.extract.budget_record import budget_tree
from underlag.extract.budget_text import read_budget_lines
from underlag.extract.budget_words import is_placeholder
from underlag.extract.choices import behind_choice
from underlag.extract.clauses import read_clauses
from underlag.extract.columns import Paper
from underlag.extract.costs import read_costs
from underlag.extract.descriptions import read_descriptions
from underlag.extract.desk import Desk
from underlag.extract.goals import read_goals
from underlag.extract.labels import Answer
from underlag.extract.matters import read_matters
from underlag.extract.owner_signs import signed_by_owner
from underlag.extract.owners import owners_and_parties, with_organisation
from underlag.extract.pairs import read_pairs
from underlag.extract.parties import read_parties, read_roles
from underlag.extract.phrases import named_in_title, read_letter_date, read_phrase, read_stated_amount, read_stated_period, read_title
from underlag.extract.questions import read_number, read_quarter, read_question, read_share, says_thousands
from underlag.extract.registration import read_registration, read_report_year
from underlag.extract.report_facts import read_intake_end, read_participants, read_returned
from underlag.extract.signatures import read_signatures, signers_as_owner
from underlag.extract.standing import read_standing
from underlag.extract.stated import stated_number, stated_quarters
from underlag.extract.statements import read_notes, read_statement
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.form import Field, Reading
from underlag.schemas.page import Line, Paragraph
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in

_VERSION = re.compile(r"\b(?:(?:mall|blankett)(?:version)?|v(?:er(?:sion)?)?)\b\.?\s*:?\s*\d{1,4}(?:[-.:]\d{1,2}){1,3}\b", re.IGNORECASE)


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


def _budget(desk: Desk, _: Field) -> Tree:
    draft, _tables = read_budget(desk.budget_items)
    if draft.empty:
        draft = read_budget_lines(desk.budget_items)
    if draft.empty:
        return None
    stated = desk.value_of("sokt_belopp")
    tree, _in_thousands = budget_tree(draft, stated if isinstance(stated, int) else None)
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
    return read_number(desk.of(f.pointer)) or stated_number(desk.items, f.said)


def _sources(desk: Desk, f: Field) -> list[list[Paragraph]]:
    """The paragraphs in which the field's answer may stand, in order of trust: its own answer, then those of its sources with
    their labels.
    """
    own = desk.of(f.pointer)
    asked = [Paragraph((*a.label, *a.lines[:1])) for a in own if a.label and a.lines]
    given = [[p for a in own for p in a.paragraphs] + asked]
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
    labels = {line for answers in desk.answers.values() for a in answers for line in a.label}
    return read_name(desk.of(f.pointer)) or read_title(desk.items, desk.form.titles, labels)


def _clauses(desk: Desk, f: Field) -> Tree:
    lines = [line for i in desk.items if i.table is None and (p := i.paragraph) for line in p.lines]
    right = max((line.box.x1 for line in lines if line.box), default=0.0)
    return read_clauses([p for a in desk.of(f.pointer) for p in a.paragraphs], right)


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
    """The parties that the field asks for. Owner and parties may be asked for together, where it names a source or a column tells roles."""
    if not f.sources:
        told = read_roles([*desk.of("/insatsagare"), *desk.of("/samverkansparter")])
        by_role = {role for _, role in told} >= {"insatsagare", "samverkanspart"}
        owner = f.pointer == "/insatsagare"
        return [p for p, role in told if (role == "insatsagare") == owner] if by_role else read_parties(desk.of(f.pointer))
    signers = signers_as_owner(desk.signature_items, desk.of("/underskrifter"))
    owners, parties = owners_and_parties(desk.of("/insatsagare"), desk.of("/samverkansparter"), signers)
    return owners if f.pointer == "/insatsagare" else parties


def _costs(desk: Desk, f: Field) -> Tree:
    year = desk.value_of("ar")
    return list(read_costs(desk.items, f, desk.form, year if isinstance(year, int) else None))


def _named(desk: Desk, f: Field) -> Tree:
    leaf = read_name(desk.of(f.pointer)) or named_in_title(desk.items, f.patterns)
    if leaf and is_placeholder(str(leaf.value)):
        desk.remark("placeholder", f.pointer, str(leaf.value), leaf.lines[0])
        return None
    return leaf


READERS: Mapping[Reading, Callable[[Desk, Field], Tree]] = {
    Reading.NAME: _named,
    Reading.ANSWER: lambda d, f: read_answer(d.of(f.pointer)) or behind_choice(_elsewhere(d, f)),
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
    Reading.CLAUSES: _clauses,
    Reading.STATED_PERIOD: lambda d, f: read_stated_period(_sources(d, f)),
    Reading.STATED_AMOUNT: lambda d, f: read_stated_amount(_sources(d, f)),
    Reading.MATTERS: lambda d, f: read_matters(d.items, f.columns, [p for a in d.of(f.pointer) for p in a.paragraphs]) if f.columns else [],
    Reading.AMOUNT_HEADINGS: lambda d, _: read_amount_headings(d.items),
    Reading.AMOUNT_ROWS: lambda d, f: read_amount_rows(d.items, f.owner, f.omitted),
    Reading.AMOUNT_ROW: lambda d, f: read_amount_row(d.items, f.patterns),
    Reading.FEES: _fees,
    Reading.TABLE: _table,
    Reading.STATEMENT: lambda d, f: list(read_statement(d.items, f, d.form)),
    Reading.NOTES: lambda d, _: list(read_notes(d.items, d.form)),
    Reading.COSTS: _costs,
    Reading.DESCRIPTIONS: lambda d, _: list(read_descriptions(d.items, d.form)),
    Reading.REPORT_YEAR: lambda d, _: read_report_year(d.items, _margins(d)),
    Reading.REGISTRATION: lambda d, _: read_registration(d.items, _margins(d)),
    Reading.QUARTER: _quarter,
    Reading.NUMBER: _number,
    Reading.QUESTION: lambda d, f: read_question(d.of(f.pointer)),
    Reading.SHARE: lambda d, f: read_share(d.of(f.pointer)),
    Reading.PAIRS: lambda d, f: read_pairs([*d.of(f.pointer), *_elsewhere(d, f)], d.form),
    Reading.INTAKE_END: lambda d, f: read_intake_end(d.of(f.pointer), _elsewhere(d, f)),
    Reading.PARTICIPANTS: lambda d, f: read_participants(d.of(f.pointer), _elsewhere(d, f)),
    Reading.RETURNED: lambda d, f: read_returned(d.of(f.pointer), _elsewhere(d, f)),
}
