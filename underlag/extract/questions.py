"""The reading forms of a dense form: Ja/Nej with a comment, whole numbers, shares, quarters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from underlag.extract.answers import is_prompt, text_leaf
from underlag.extract.choice_columns import ONLY_CHOICE
from underlag.extract.choices import opening_choice
from underlag.extract.flow import Item
from underlag.extract.labels import Answer, cut
from underlag.extract.questionnaire import COMMENT
from underlag.extract.tight_lines import chosen_part, tight
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import EMPTY, MARKED, Line, Paragraph
from underlag.values.amounts import amounts_in, parse_amount
from underlag.values.dates import dates_in
from underlag.values.folding import fold
from underlag.values.numerals import NUMERALS
from underlag.values.quarter_answers import answered_quarter
from underlag.values.shares import parse_percent, percent_in

_BLANK = re.compile(r"[\s–_.…:*-]*")
_WHOLE = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:[ .]\d{3})+|\d+)(?![\d/:]|[.,-]\d|\s?%)")
_THOUSANDS = re.compile(r"\b(?:tkr|kkr|tusental\w*)\b", re.IGNORECASE)
_SMALL = 100_000
"""Kronor; a figure in thousands is smaller than this."""


def read_question(answers: list[Answer]) -> dict[str, Tree]:
    """Ja or Nej from the first answer that marks one, and what is written behind or beneath it."""
    svar: Leaf | None = None
    said: list[Paragraph] = []
    sure = min((a.likeness for a in answers), default=1.0)
    for p in (p for a in answers for p in a.paragraphs):
        boxed = svar is None and (p.text[:1] in (MARKED, EMPTY) or ONLY_CHOICE.fullmatch(p.text) is not None)
        opening = opening_choice(p.text) if not said or boxed else None
        if opening is not None and boxed:
            said = [p for p in said if re.search(r"[^\W\d]{3}", p.text)]  # specks that a scan reader took for letters
        if opening is None:
            rest = _comment(p)
        else:
            value, behind = opening
            if svar is None and value is not None:
                svar = Leaf(value, tuple(chosen_part(line, value) for line in (p.lines[:1] if behind else p.lines)), sure)
            rest = _comment(_tail(p, behind)) if behind else None
        if rest is not None:
            said.append(rest)
    return {"svar": svar, "kommentar": text_leaf(said, sure)}


def _tail(p: Paragraph, text: str) -> Paragraph:
    """The paragraph's end that begins with `text`."""
    kept = cut(p, len(p.text) - len(text))
    return tight(kept) if kept is not None else p


def _comment(p: Paragraph) -> Paragraph | None:
    """The paragraph without the comment's label; None where it says nothing."""
    label = COMMENT.match(p.text)
    rest = cut(p, label.end()) if label else p
    if rest is None or _BLANK.fullmatch(rest.text) or is_prompt(rest.text):
        return None
    first = rest.lines[0]
    return tight(replace(rest, lines=(replace(first, text=first.text.lstrip(" \t–-:")), *rest.lines[1:])))


def whole_number(text: str, *, thousands: bool = False) -> int | None:
    """The whole number that an answer of few words gives; kronor where it is money (`thousands`: small figures mean thousands)."""
    text = text.strip(" \t:")
    cell = parse_amount(text)
    if cell is not None:
        small = thousands and cell < _SMALL and re.search(r"[^\W\d]|:-", text) is None
        return parse_amount(f"{text} tkr") if small else cell
    if amounts := amounts_in(text):
        return amounts[0].value.kronor
    if dates_in(text):
        return None
    if found := _WHOLE.search(text):
        return int(re.sub(r"\D", "", found[0]))
    first = fold(text).split()[:1]
    return NUMERALS.get(first[0]) if first else None


def _labels(answer: Answer) -> str:
    return " ".join(line.text for line in answer.label)


def _rank(answer: Answer) -> int:
    """How near the label comes to what is asked, where a table says it for several rows: their sum, the association's, others."""
    label = fold(_labels(answer))
    if re.match(r"(?:summa|totalt?|totalsumma)\b", label) and not re.search(r"deltagare|avslut", label):
        return 0
    return 1 if re.search(r"\b(?:samordningsforbund|sof|forbund)", label) else 2


def _told(answer: Answer) -> tuple[str, tuple[Line, ...]]:
    """The answer's first paragraph that says something."""
    p = next((p for p in answer.paragraphs if not _BLANK.fullmatch(p.text)), None)
    return (p.text, p.lines) if p else ("", ())


def says_thousands(items: Sequence[Item]) -> bool:
    """Does a heading or a label say that its amounts are thousands of kronor?"""
    return any(len(i.text) <= 80 and _THOUSANDS.search(i.text) and not re.search(r"\d\s*(?:tkr|kkr)", i.text, re.IGNORECASE) for i in items)


def read_number(answers: list[Answer], *, thousands: bool = False) -> Leaf | None:
    """One whole number; where several rows of a table give one, their sum's. None where they differ and none is the sum."""
    read: list[tuple[int, Leaf, Answer]] = []
    for answer in answers:
        text, lines = _told(answer)
        value = whole_number(text, thousands=thousands)
        if value is not None:
            read.append((_rank(answer), Leaf(value, lines, answer.likeness), answer))
    if not read:
        return None
    best = min(rank for rank, _, _ in read)
    nearest = [(leaf, answer) for rank, leaf, answer in read if rank == best]
    tables = {id(i.table) for _, a in nearest for i in a.items[:1] if i.table is not None}
    rows_of_one = len(nearest) > 1 and len(tables) == 1 and all(a.items[0].table is not None for _, a in nearest)
    if rows_of_one and len({leaf.value for leaf, _ in nearest}) > 1:
        return None
    return nearest[0][0]


def read_share(answers: list[Answer]) -> Leaf | None:
    """One share in percent, its sign perhaps only in the label."""
    for answer in answers:
        text, lines = _told(answer)
        shares = percent_in(text)
        bare = bool(re.search(r"%|procent|andel", _labels(answer), re.IGNORECASE))
        value = shares[0].value if shares else parse_percent(text, bare=bare)
        if value is not None:
            return Leaf(value, lines, answer.likeness)
    return None


def read_quarter(answers: list[Answer], elsewhere: Sequence[Line]) -> dict[str, Tree]:
    """The year and the quarter; from the answer, its label, or what the document's head says (`elsewhere`)."""
    year: Leaf | None = None
    quarter: Leaf | None = None
    told = [(_told(a)[0], _told(a)[1], a.likeness) for a in answers]
    asked = [(_labels(a) + " " + text, (*a.label, *lines), sure) for a, (text, lines, sure) in zip(answers, told, strict=True)]
    heads = [(line.text, (line,), 0.9) for line in elsewhere if answered_quarter(line.text)[1] is not None]
    for text, lines, sure in [*told, *asked, *heads]:
        found, number = answered_quarter(text)
        if quarter is None and number is not None:
            quarter = Leaf(number, lines, sure)
        if year is None and found is not None:
            year = Leaf(found, lines, sure)
    return {"ar": year, "kvartal": quarter}
