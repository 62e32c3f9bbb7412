"""How a form is declared: its fields, the labels by which copies of it ask for them, and the way each answer is read.

`extract/` implements each `Reading` once; a form is data. Adding a form is adding one file to `schemas/` and listing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from underlag.schemas.columns import Columns
from underlag.schemas.result import Model, PartType
from underlag.schemas.sums import Declared

RecordModel = type[Model]


class Reading(StrEnum):
    """The closed set of ways to read an answer."""

    ANSWER = "answer"  # running text up to the next label
    NAME = "name"  # one line of text
    CHOICE = "choice"  # Ja/Nej by box, cross or word
    DATE = "date"  # one date
    DATES = "dates"  # every date that the answer names
    PERIOD = "period"  # first and last day that the answer names
    AGES = "ages"  # the first span of ages that the answer names
    COUNT = "count"  # how many people: a year, in all, rolling
    AMOUNT = "amount"  # one sum of money
    PARTIES = "parties"  # organisations with contact person and e-mail
    GOALS = "goals"  # goals under level headings, with quantities
    SIGNATURES = "signatures"  # signature blocks
    STANDING = "standing"  # standing terms, to their end
    BUDGET = "budget"  # the budget tables
    VERSION = "version"  # the template's version, in page headers or footers
    QUESTION = "question"  # Ja/Nej with a comment: {svar, kommentar}
    NUMBER = "number"  # one whole number
    SHARE = "share"  # one share in percent
    QUARTER = "quarter"  # a year and its quarter or quarters
    PAIRS = "pairs"  # goals with their outcomes
    INTAKE_END = "intake_end"  # the last day on which people were taken in
    PARTICIPANTS = "participants"  # how many people took part
    RETURNED = "returned"  # money returned
    TABLE = "table"  # rows of declared columns
    STATEMENT = "statement"  # rows of an annual account: post, note, amounts by year
    NOTES = "notes"  # the numbered notes of an annual account, with such rows
    COSTS = "costs"  # what each insats cost by year, and the share of its budget
    DESCRIPTIONS = "descriptions"  # insatser described one after another under the same small labels
    REPORT_YEAR = "report_year"  # the year that an annual report is about
    REGISTRATION = "registration"  # the registration number of the association itself
    UNREAD = "unread"  # a heading whose text the record has no place for: it only ends the answer before it
    TITLE = "title"  # the paper's own heading
    PHRASE = "phrase"  # what a sentence states
    LETTER_DATE = "letter_date"  # the day that the paper bears
    CLAUSES = "clauses"  # a proposed decision, one text for each "att ..."
    STATED_PERIOD = "stated_period"  # the period that a sentence of the sources states
    STATED_AMOUNT = "stated_amount"  # the highest sum that a sentence of the sources grants
    MATTERS = "matters"  # what a meeting takes up, by number
    AMOUNT_HEADINGS = "amount_headings"  # what the columns of a table of amounts are called
    AMOUNT_ROWS = "amount_rows"  # its rows, with the amounts in column order
    AMOUNT_ROW = "amount_row"  # the amounts of one of its rows
    FEES = "fees"  # what each member pays in a year and the year before


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks for.

    `pointer`: where the answer goes in the record. `labels`: wordings met in forms, without marks, numbering and colon.
    `weak`: wordings so common in running text that they count only where set apart (bold, heading, a cell or line of their
    own). `parent`: pointer of the field whose answer this label stands in, where it is a sub-label. `sources`: pointers of
    the fields whose answers are searched, in this order, where the field has no label of its own or no answer there; "" among
    them stands for everything that the document says.
    `about`: a regular expression over folded text that tells what a heading of unknown wording asks for; it counts only where
    the heading is set like the form's known labels. `question`: what a person calls the field, in Swedish. `asked`: every
    copy of the form asks it. `columns`: the table's columns, where the reading is a table. `several`: the answer may name more
    than one (quarters), and is a list. `said`: regular expressions over folded running text that state the answer where no
    label asks for it, the surest first; group 1 is the value. `patterns`: regular expressions over running text as written,
    whose group `value` is the answer (PHRASE, LETTER_DATE; NAME, in the title); over folded row names, which row it is
    (AMOUNT_ROW). `owner`: a regular expression over the folded heading of the column that names each row's owner. `omitted`:
    one over the folded names of rows that are no rows of the list: totals, or what has a field of its own.
    """

    pointer: str
    reading: Reading
    labels: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    parent: str | None = None
    sources: tuple[str, ...] = ()
    about: str = ""
    question: str = ""
    asked: bool = False
    columns: Columns | None = None
    several: bool = False
    said: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    owner: str = ""
    omitted: str = ""


def told(*ways: str, never: str = "") -> str:
    """A pattern for `Field.about` that any of the `ways` of asking meets, in a text that says nothing of `never`."""
    return (f"^(?!.*({never})).*" if never else "") + f"({'|'.join(ways)})"


def named_behind(kind: str) -> str:
    """A pattern for `Field.patterns` of an insats that the title names behind the document's kind ("Slutrapport: Steget")."""
    return (
        rf"(?i:^\W*{kind}\s*(?:[:–—-]|för|av|från|avseende|gällande)\s*(?:(?:samverkans)?insatsen|projektet)?\s*[:–-]?\s*)[”\"»“']?"
        r"(?P<value>(?!(?i:samverkansinsats|insats|projekt|beviljad|samordningsf|förbund|kvartal|år\b|q\d))[A-ZÅÄÖ0-9].{1,100}?)"
        r"[”\"«']?(?:,?\s*\(?(?i:kvartal|kv|q|år|period)?\s*\d.*)?$"
    )


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of document: what it is called, how it is known, what it asks, and the model of its record.

    `titles`: headings that name the kind (regular expressions over folded text). `levels`: headings inside goals and the
    level they mean. `ignored`: the form's own instructions, which belong to no answer. `dense`: many short questions, each
    told from the others by its words (`about`) and by what its answer looks like, however it is set. `paper`: no form but a paper
    whose text stands under headings of its author's: each ends the text before it, and says what follows by its words. `dated`:
    patterns of the places that say which day the document bears, the best first (`schemas.dating`): the policy of that day is what
    it is judged by. `sums`: the sums that hold in its record (`schemas.sums`).
    """

    type: PartType
    name: str
    record: RecordModel
    fields: tuple[Field, ...]
    titles: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    dense: bool = False
    paper: bool = False
    dated: tuple[str, ...] = ()
    sums: tuple[Declared, ...] = ()

    def field(self, pointer: str) -> Field:
        """The field at `pointer`; KeyError where the form has none."""
        for f in self.fields:
            if f.pointer == pointer:
                return f
        raise KeyError(pointer)
