"""Dense forms: many short questions, in tables, in columns or as lines, each found by its words and the look of its answer.

Stages: `asked_apart` (every question, choice and comment opens an item of its own, however the layout joined them), then
`dense_marks` (which item asks what, and which end the answer before them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from underlag.extract.choice_columns import ONLY_CHOICE, with_choices, with_whole_choices
from underlag.extract.choices import opening_choice
from underlag.extract.flow import Item
from underlag.extract.labels import Mark, Marks, cut
from underlag.extract.named_cells import with_named_cells
from underlag.extract.signature_openings import heads_signatures, opens_signatures
from underlag.extract.stacked_pairs import with_stacked_pairs
from underlag.extract.subjects import Looks, Subjects, looks
from underlag.extract.tight_lines import tight
from underlag.extract.turned_rows import with_rows_joined
from underlag.extract.vocabulary import BRACKETS, NUMBERING
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.page import Paragraph
from underlag.values.folding import fold

COMMENT = re.compile(
    r"\s*(?:(?:ev|eventuell[at]?|ytterligare|övriga?)\.?\s+)?(?:kommentar(?:er)?|motivering|förklaring|beskrivning|anmärkning(?:ar)?|kommentera)\b"
    r"(?:\s*/\s*\w+)?(?:\s*\([^()]*\))?(?:[^:.?!]{0,50}[:?]|\s*[–-](?=\s)|\s*$)"
    r"|\s*om (?:ja|nej|så|svaret är|avvikelse)\b[^:?.!]{0,70}(?:[:?]|\.{3}|\s*$)",
    re.IGNORECASE,
)
"""The small label of a comment at the head of a text."""

_HEADS = frozenset(
    "fraga|fragor|svar|kommentar|kommentarer|ev kommentar|eventuell kommentar|ja|nej|ja nej|svar ja nej|antal|nr|omrade|uppgift|varde"
    "|period|kr|belopp".split("|")
)
"""What heads a column and is no question."""
_LONGEST = 400
"""Characters; a question with its short answer takes no more."""
_SECTION = re.compile(r"\s*(?:[A-ZÅÄÖ]|\d{1,2}|[IVX]{1,4})[.):]?\s+(?=[A-ZÅÄÖ])")
_NEXT_NUMBER = re.compile(
    r"(?<=[\d%])(?:\s*(?:kr|kronor|tkr|kkr|procent|st|personer|deltagare)\b\.?)?[\s,;.|=]+(?=[^\W\d][^:\d]{2,70}:\s*[\d<>–-])"
)
_NEXT_LISTED = re.compile(r"\d\s*(?:kr|kronor|tkr|kkr|%|procent|st|personer)?\s*[,;]\s+(?=[^\W\d][^\d,;]{2,40}\s\d)")
_NEXT_LABEL = re.compile(r"[\t|]\s*(?=[A-ZÅÄÖ][^:\t]{1,50}:)")
_BEFORE_CHOICE = re.compile(r"[\s:.…_]+(?=(?:[☒☐]|\[[ xX]?\]|\([ xX]?\)|_+\s*[xX]?)?\s*\b(?:Ja|Nej|JA|NEJ)\b(?:\s|[:/_☒☐\[(]|$))")
_TRAILING = re.compile(
    r"(?<![\s.…_:])[\s.…_:]+(?=(?:ca\.?\s|[<>])?\s*-?\d[\d .,]*\s*(?:%|kr|kronor|tkr|procent|st|personer|deltagare)?\.?\s*$)", re.IGNORECASE
)


def asked_apart(items: list[Item], form: Form) -> list[Item]:
    """The stream with every question, choice and comment as an item of its own; headings of columns are left out."""
    subjects = Subjects(form)
    answered = with_whole_choices(with_choices([i for i in with_rows_joined(items) if not _is_column_heading(i)]))
    named = with_named_cells(with_stacked_pairs(answered, subjects))
    return [piece for item in named for piece in _pieces(item, subjects)]


def _is_column_heading(item: Item) -> bool:
    """Does the item head a column ("Fråga", "Svar", "Kommentar") in a row of nothing else? (Ja and Nej are needed still.)"""
    if item.cell is None or item.table is None or item.cell.row > 2 or fold(item.text) not in _HEADS - {"ja", "nej"}:
        return False
    row = item.table.row(item.cell.row)
    return len(row) > 1 and all(fold(c.text) in _HEADS or not c.text.strip() for c in row)


def _pieces(item: Item, subjects: Subjects) -> list[Item]:
    p = item.paragraph
    if p is None or not p.text.strip() or ONLY_CHOICE.fullmatch(p.text):
        return [item]
    lines = p.lines
    cuts = [0]
    for k in range(1, len(lines)):
        if _opens(p, k, cuts[-1], subjects):
            cuts.append(k)
    bounds = [*cuts, len(lines)]
    parts = [replace(p, lines=lines[a:b]) for a, b in pairwise(bounds)]
    return [replace(item, block=piece) for part in parts for piece in _within_line(part, subjects)]


def _opens(p: Paragraph, k: int, since: int, subjects: Subjects) -> bool:
    """Does line `k` open something of its own: a choice, a comment, or a question after what an answer ended?"""
    text, before = p.lines[k].text, p.lines[k - 1].text.rstrip()
    if subjects.opens_fact.match(text):
        return True
    if COMMENT.match(text) or (
        opening_choice(text) is not None and (before.endswith(("?", ":")) or re.search(r"[☒☐_\[(xX]|ja.{0,6}nej", text, re.IGNORECASE))
    ):
        return True
    opened = p.lines[since].text
    done = (
        before.endswith((".", "?", ":"))
        or opening_choice(opened) is not None
        or bool(COMMENT.match(opened))
        or bool(re.search(r"\d\s*%?$", before))
    )
    if not done or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    ahead = " ".join(line.text for line in p.lines[k : k + 3])
    head = ahead[: ahead.find("?") + 1] if "?" in ahead else text.split(":")[0] if ":" in text else _TRAILING.split(text[:_LONGEST])[0]
    asks = "?" in ahead or ":" in text or head != text
    return asks and any(subjects.of(head, look) is not None for look in (Looks.CHOICE, Looks.NUMBER))


def _within_line(p: Paragraph, subjects: Subjects) -> list[Paragraph]:
    """A line that asks several short things ("Budget: 140 000 Utfall: 88 620") parted before each; a comment behind a choice too."""
    if len(p.lines) != 1 or len(p.text) > 4 * _LONGEST or COMMENT.match(p.text):
        return [p]
    line = p.lines[0]
    cuts = sorted({m.end() for pattern in (_NEXT_NUMBER, _NEXT_LABEL, subjects.next_fact) for m in pattern.finditer(line.text)})
    cuts = cuts or _listed_numbers(line.text, subjects)
    bounds = [0, *(c for c in cuts if 0 < c < len(line.text) and re.search(r"[^\W\d]{2}", line.text[:c])), len(line.text)]
    texts = [line.text[a:b].strip(" \t,;|") for a, b in pairwise(bounds)]
    return [replace(p, lines=(replace(line, text=t, bold=min(line.bold, len(t))),)) for t in texts if t] if len(texts) > 1 else [p]


def _listed_numbers(text: str, subjects: Subjects) -> list[int]:
    """Where the further numbers of a list begin ("Budget 325 tkr, utfall 310 tkr"), all of them asked for."""
    cuts = [m.end() for m in _NEXT_LISTED.finditer(text)]
    heads = [_TRAILING.split(text[a:b].strip(" ,;"))[0] for a, b in pairwise([0, *cuts, len(text)])]
    return cuts if cuts and all(subjects.of(head, Looks.NUMBER) for head in heads) else []


@dataclass(slots=True)
class _Reading:
    """Where the search stands: what headed the last group of questions, and the last number's label ("varav kvinnor" needs it)."""

    heading: str = ""
    counted: str = ""
    signing: bool = False


def dense_marks(items: list[Item], form: Form) -> Marks:
    """Every question of the form in the stream, and the items that end an answer though they ask nothing known."""
    subjects = Subjects(form)
    marks: list[Mark] = []
    closing: set[int] = set()
    at = _Reading()
    signatures = next((f for f in form.fields if f.reading is Reading.SIGNATURES), None)
    for n, item in enumerate(items):
        p = item.paragraph
        if p is None or not p.text.strip() or at.signing:
            continue
        if signatures is not None and opens_signatures(items, n):
            marks.append(Mark(signatures, n, 1.0, None if heads_signatures(items, n) else p))
            at.signing = True
            continue
        mark = _mark(items, n, subjects, at)
        if not _is_part(p.text) and (_TRAILING.search(p.text[:_LONGEST]) or looks(_following(items, n)) is Looks.NUMBER):
            at.counted = p.text
        if mark is not None:
            marks.append(mark)
            at.signing = mark.field.reading is Reading.SIGNATURES
        elif subjects.states(p.text) and not _behind_choice(items, n):
            closing.add(n)
        elif _closes(items, n):
            closing.add(n)
            at.heading = p.text if looks(_following(items, n)) is not Looks.NUMBER else at.heading
    return Marks(marks, frozenset(closing))


def _is_part(text: str) -> bool:
    return fold(text).startswith(("varav ", "darav ", "kvinnor", "man"))


def _mark(items: list[Item], n: int, subjects: Subjects, at: _Reading) -> Mark | None:
    item = items[n]
    p = item.paragraph
    if p is None or len(p.text) > _LONGEST or looks(p.text) in (Looks.CHOICE, Looks.NUMBER) or _behind_choice(items, n):
        return None
    if COMMENT.match(p.text) or subjects.entitles(p.text):
        return None
    whole = [len(p.text)] if looks(_following(items, n)) in (Looks.NUMBER, Looks.CHOICE) else []
    for end in (*whole, *_ends(p.text)):
        rest = cut(p, end)
        answer = looks(rest.text if rest else _following(items, n))
        found = _asked(p.text[:end], answer, subjects, at)
        if found and (rest is not None or _stands_as_question(items, n, answer, found)):
            return Mark(found[0], n, found[1], tight(rest) if rest else None)
    return None


def _ends(text: str) -> list[int]:
    """Where a question at the head of the text may end, the surest first."""
    ends = [text.find("?") + 1]
    ends += [m.end() for m in list(_BEFORE_CHOICE.finditer(text))[:1]]
    ends += [text.find(":") + 1, text.find("\t") + 1]
    ends += [m.end() for m in list(_TRAILING.finditer(text))[:1]]
    inner = [e for e in dict.fromkeys(ends) if 0 < e < len(text) and text[e:].strip(" .") and not _in_brackets(text, e)]
    return [*inner, len(text)] if not text.rstrip().endswith("?") or not inner else [len(text), *inner]


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _asked(head: str, answer: Looks, subjects: Subjects, at: _Reading) -> tuple[Field, float] | None:
    """The field by its own words, else by those of its group's heading with them ("Avvikelser" over "Mål")."""
    found = subjects.of(head, answer)
    if found or answer not in (Looks.CHOICE, Looks.NUMBER):
        return found
    contexts = [at.counted, at.heading] if _is_part(head) else [at.heading]
    for context in (BRACKETS.sub("", c) for c in contexts):
        together = NUMBERING.sub("", context).rstrip(" :?") + " " + NUMBERING.sub("", head)
        found = subjects.of(together, answer) if context else None
        alone = subjects.of(context, answer) if found else None
        if found and (alone is None or alone[0] is not found[0]):
            return found[0], 0.85
    return None


def _following(items: list[Item], n: int) -> str:
    """What stands right behind an item: in its row, or in the next line of text."""
    here = items[n]
    for item in items[n + 1 : n + 2]:
        same_row = here.cell is not None and item.table is here.table and item.cell is not None and item.cell.row == here.cell.row
        if (
            here.table is not None
            and item.table is here.table
            and not same_row
            and opening_choice(item.text) is None
            and not COMMENT.match(item.text)
        ):
            return ""
        if item.table is not here.table and here.table is not None:
            return ""
        return item.text
    return ""


def _behind_choice(items: list[Item], n: int) -> bool:
    """Does the item stand in a cell to the right of a choice or of a long text, as comments do?"""
    cell, table = items[n].cell, items[n].table
    if cell is None or table is None or cell.col == 0:
        return False
    left = [
        i for i in items[max(0, n - 8) : n] if i.table is table and i.cell is not None and i.cell.row == cell.row and i.cell is not cell
    ]
    return any(opening_choice(i.text) is not None for i in left)


def _stands_as_question(items: list[Item], n: int, answer: Looks, found: tuple[Field, float]) -> bool:
    """Is a whole line or cell, whose words are a question's, set like one, and no sentence of an answer?"""
    item = items[n]
    p = item.paragraph
    if p is None:
        return False
    text = p.text.rstrip()
    if item.cell is not None and item.table is not None and item.table.cols > 1:
        heads = p.bold or bool(_SECTION.match(text))
        lone = len(item.table.row(item.cell.row)) == 1 and heads and answer is Looks.NOTHING  # heads the rows below
        return not lone and (item.cell.col == 0 or text.endswith((":", "?")) or found[1] >= 0.96 or answer is Looks.NUMBER)
    if text.endswith((":", "?")) or p.bold or p.heading:
        return True
    return answer in (Looks.CHOICE, Looks.NUMBER) or (found[1] >= 0.96 and not text.endswith("."))


def _heads_rows(items: list[Item], n: int) -> bool:
    """Is it a row of its own with a section's number, or a short text over a row that asks something?"""
    text, after = items[n].text.rstrip(), items[n + 1] if n + 1 < len(items) else None
    short = len(text.split()) <= 5 and text[:1].isupper() and not text.endswith((".", ":"))
    numbered = _SECTION.match(text) is not None and len(text) < 60 and not text.endswith(".")
    asked = after is not None and after.table is items[n].table and after.text.rstrip().endswith("?")
    return numbered or (short and asked)


def _closes(items: list[Item], n: int) -> bool:
    """Does the item end the answer before it: a heading, or a question that the form does not know?"""
    item = items[n]
    p = item.paragraph
    if p is None or COMMENT.match(p.text) or opening_choice(p.text) is not None or _behind_choice(items, n):
        return False
    text = p.text.strip()
    if len(text) > 160 or looks(text) is Looks.NUMBER:
        return False
    follows = looks(_following(items, n))
    if item.cell is not None and item.table is not None and item.table.cols > 1:
        opens = item.cell.paragraphs[0].lines[0].text == p.lines[0].text
        return item.cell.col == 0 and opens and (len(item.table.row(item.cell.row)) > 1 or p.bold or _heads_rows(items, n))
    if text.endswith(("?", ":")):
        return follows is Looks.CHOICE or text.endswith(":") or p.bold or p.heading
    return p.bold or p.heading or (bool(_SECTION.match(text)) and len(text) < 60 and not text.endswith((".", ",")))
