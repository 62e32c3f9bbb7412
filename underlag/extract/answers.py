"""The simple reading forms: running text, a line, Ja/Nej, dates, ages, numbers of people, amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from underlag.extract.labels import Answer, is_question
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import EMPTY, MARKED, Line, Paragraph
from underlag.values.ages import ages_in
from underlag.values.amounts import amounts_in
from underlag.values.dates import dates_in, parse_period, years_in
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in
from underlag.values.spans import Found

_FOOTNOTE = re.compile(r"^\*+\s*\)")
_ROLLING = re.compile(r"\b(lopande|rullande)\b")


def _note_free(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Without the labels of sub-questions that have no key of their own (their answers belong to the parent), and without
    what Word shows where nothing is written.
    """
    return [p for p in paragraphs if not is_question(p) and not is_prompt(p.text)]


_PROMPT = re.compile(r"^klicka (?:eller tryck )?har for att (?:ange|skriva|valja)\b")


def is_prompt(text: str) -> bool:
    """Is the text the prompt that Word shows in an empty field?"""
    return bool(_PROMPT.match(fold(text)))


def text_leaf(paragraphs: Sequence[Paragraph], confidence: float) -> Leaf | None:
    """The paragraphs as one text, or None when they say nothing."""
    kept = [p for p in paragraphs if p.text.strip()]
    if not kept:
        return None
    return Leaf("\n".join(p.text.strip() for p in kept), tuple(line for p in kept for line in p.lines), confidence)


def read_answer(answers: list[Answer]) -> Leaf | None:
    """Running text; a question that is asked more than once is answered by all that stands there."""
    kept = [p for a in answers for p in _note_free(a.paragraphs)]
    return text_leaf(kept, min((a.likeness for a in answers), default=1.0))


def read_name(answers: list[Answer]) -> Leaf | None:
    """The first answer that says something: one line, or a few that make a long name."""
    for answer in answers:
        paragraphs = [p for p in answer.paragraphs if p.text.strip()]
        if not paragraphs:
            continue
        text = " ".join(p.text.strip() for p in paragraphs)
        if len(text) > 250:
            paragraphs, text = paragraphs[:1], paragraphs[0].text.strip()
        return Leaf(text, tuple(line for p in paragraphs for line in p.lines), answer.likeness)
    return None


_BOX = rf"[{MARKED}{EMPTY}]"
_CROSS = r"(?:[xX×]|\[\s*[xX]\s*\]|\(\s*[xX]\s*\))"
_SIGN = rf"(?:{_BOX}|{_CROSS}(?!\w)|\[\s*\]|_+)"
_WORD_THEN_SIGN = re.compile(rf"\b(?P<word>ja|nej)\b\s*[:.]?\s*(?P<sign>{_SIGN})?", re.IGNORECASE)
_SIGN_THEN_WORD = re.compile(rf"(?P<sign>{_SIGN})?\s*\b(?P<word>ja|nej)\b", re.IGNORECASE)


def _is_mark(sign: str | None) -> bool:
    return sign is not None and (MARKED in sign or "x" in sign.lower() or "×" in sign)


def choice_in(text: str) -> bool | None:
    """True for Ja, False for Nej, None where neither or both are marked. The signs stand all before or all after their words."""
    leading = re.match(rf"\s*{_SIGN}\s*(?:ja|nej)\b", text, re.IGNORECASE) is not None
    found = list((_SIGN_THEN_WORD if leading else _WORD_THEN_SIGN).finditer(text))
    marked = {m["word"].lower() for m in found if _is_mark(m["sign"])}
    if len(marked) == 1:
        return marked == {"ja"}
    words = {m["word"].lower() for m in found}
    if not any(m["sign"] for m in found) and len(words) == 1 and fold(text).split()[:1] == list(words):
        return words == {"ja"}
    return None


def read_choice(answers: list[Answer]) -> Leaf | None:
    """Ja or Nej, from the first answer that marks one."""
    for answer in answers:
        for source in (answer.text, "\n".join(line.text for line in answer.label)):
            value = choice_in(source) if (MARKED in source or source is answer.text) else None
            if value is not None:
                lines = tuple(line for line in (*answer.label, *answer.lines) if re.search(r"\b(ja|nej)\b", line.text, re.IGNORECASE))
                return Leaf(value, lines or answer.lines or answer.label, answer.likeness)
    return None


def _dated_lines(answers: list[Answer], year: int | None) -> list[tuple[date, Line]]:
    """Every date in the answers with the line that holds it (dates that a line break divides count for their first line)."""
    found: list[tuple[date, Line]] = []
    for paragraph in (p for a in answers for p in a.paragraphs):
        text, starts = "", []
        for line in paragraph.lines:
            starts.append((len(text), line))
            text += line.text + " "
        found += [(d.value, [line for at, line in starts if at <= d.start][-1]) for d in dates_in(text, year=year)]
    return found


def read_date(answers: list[Answer]) -> Leaf | None:
    """The first date that the answers give."""
    dated = _dated_lines(answers, None)
    likeness = answers[0].likeness if answers else 1.0
    return Leaf(dated[0][0].isoformat(), (dated[0][1],), likeness) if dated else None


def read_dates(answers: list[Answer], year: int | None) -> list[Tree]:
    """Every date that the answers name, once each; `year` completes dates written without one."""
    seen: dict[date, Line] = {}
    for day, line in _dated_lines(answers, year):
        seen.setdefault(day, line)
    return [Leaf(day.isoformat(), (line,)) for day, line in seen.items()]


def read_period(answers: list[Answer]) -> dict[str, Tree]:
    """The first and the last day that the answers' lines span (phases of a project give their whole)."""
    spans: list[tuple[date, Line]] = []
    for line in (line for a in answers for p in a.paragraphs for line in p.lines):
        start, end = parse_period(line.text)
        spans += [(d, line) for d in (start, end) if d is not None]
        if start is None and end is None:
            spans += [(d.value, line) for d in dates_in(line.text)]
    if len(spans) < 2:
        return {}
    first, last = min(spans, key=lambda s: s[0]), max(spans, key=lambda s: s[0])
    return {"start": Leaf(first[0].isoformat(), (first[1],), 0.9), "slut": Leaf(last[0].isoformat(), (last[1],), 0.9)}


def read_ages(sources: list[list[Answer]]) -> dict[str, Tree]:
    """The first whole span of ages; where there is none, the first open one."""
    found = [(f.value, line, p) for answers in sources for a in answers for p in a.paragraphs for line, f in _aged(p)]
    if not found:
        return {"fran": None, "till": None}
    (low, high), line, _ = next((x for x in found if None not in x[0]), found[0])
    return {"fran": Leaf(low, (line,)), "till": Leaf(high, (line,))}


def _aged(paragraph: Paragraph) -> list[tuple[Line, Found[tuple[int | None, int | None]]]]:
    text, starts = "", []
    for line in paragraph.lines:
        starts.append((len(text), line))
        text += line.text + " "
    return [([line for at, line in starts if at <= f.start][-1], f) for f in ages_in(text)]


_CLAUSES = re.compile(r"[,.;\n]|\b(?:och|eller)\b")
_IN_ALL = re.compile(r"\b(totalt|sammanlagt|sammantaget|hela (insats|projekt)\w*|under (insats|projekt)tiden)")


def read_count(answers: list[Answer]) -> dict[str, Tree]:
    """How many people: a year, in all, whether rolling, and the answer as written."""
    answer = next((a for a in answers if a.text.strip()), None)
    if answer is None:
        return {"per_ar": None, "totalt": None, "lopande": Leaf(False, (), 1.0, "inget löpande antal nämns"), "text": None}
    text = answer.text
    whole_of = re.split(r"\b(?:varav|därav)\b", text, maxsplit=1)[0]  # what follows are parts of the number before
    counts = [q.value for q in quantities_in(whole_of) if q.value.enhet == "antal" and q.value.per in (None, "ar")]
    yearly = next((int(q.varde) for q in counts if q.per == "ar"), None)
    in_all = [q.value for part in _CLAUSES.split(whole_of) if _IN_ALL.search(fold(part)) for q in quantities_in(part)]
    whole = next((int(q.varde) for q in (*in_all, *counts) if q.enhet == "antal" and q.per is None), None)
    if bare := re.fullmatch(r"\D{0,12}(\d{1,4})\D{0,20}", text.strip()):
        whole = int(bare[1]) if not counts else whole
        if yearly is None and re.search(r"\b(per ar|arligen|varje ar)\b", fold(" ".join(line.text for line in answer.label))):
            yearly, whole = whole, None
    rolling = bool(_ROLLING.search(fold(text)))
    leaf = text_leaf(answer.paragraphs, answer.likeness)
    lines = answer.lines
    return {
        "per_ar": Leaf(yearly, lines) if yearly is not None else None,
        "totalt": Leaf(whole, lines) if whole is not None else None,
        "lopande": Leaf(rolling, lines),
        "text": leaf,
    }


_SOUGHT = re.compile(r"\b(sokt|soks|soker|ansok)")


def read_amount(answers: list[Answer]) -> Leaf | None:
    """The sum that the answer's own text states: the one it says is sought, or whose question does, or that it calls a total, else the
    largest with a unit of its own.
    """
    best: tuple[int, int, Line] | None = None
    for label, line in ((a.label, line) for a in answers for p in a.paragraphs for line in p.lines):
        for found in amounts_in(line.text):
            before, asked = fold(line.text[: found.start]), fold(" ".join(part.text for part in label))
            total = re.search(r"\b(total|summa)", before) is not None
            called = 3 if _SOUGHT.search(before) else 2 if _SOUGHT.search(asked) and not total else int(total)
            candidate = (called, found.value.kronor, line)
            if best is None or candidate[:2] > best[:2]:
                best = candidate
    return Leaf(best[1], (best[2],), answers[0].likeness) if best else None


def context_year(texts: Sequence[str]) -> int | None:
    """The year that surrounding dates agree on: the first full date of the texts, in order."""
    for text in texts:
        years = [d.value.year for d in dates_in(text)] or years_in(text)
        if years:
            return years[0]
    return None


def footnotes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs that explain a "*" mark."""
    return [p for p in paragraphs if _FOOTNOTE.match(p.text)]
