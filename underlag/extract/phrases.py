"""Reading forms of papers that ask no questions: the paper's own heading, its date, and what its sentences state."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Line, Paragraph, join_lines
from underlag.values.amounts import amounts_in
from underlag.values.dates import dates_in, parse_date, parse_period
from underlag.values.folding import fold

_LETTERHEAD_ITEMS = 14
_LONGEST_HEADING = 160
_MOST_LINES = 200
_NUMBER_LINE = re.compile(r"\b(?:dnr|diarienr|diarienummer|sida|handlaggare|telefon|e post|org nr)\b|^till\b")
_DATED = re.compile(r"^(?:\W*(?:datum|den|[A-ZÅÄÖ][\wåäö-]+)\W+){0,3}$", re.IGNORECASE)
_CEILING = re.compile(r"(?:maximalt|maximal|max|högst|upp till|belopp(?:et)? om|om totalt|totalt)\b[^.\d]{0,40}$", re.IGNORECASE)
_PERIOD_WORD = re.compile(r"\b(?:period|tiden?|fran|under|aren?)\b")


@dataclass(frozen=True, slots=True)
class Located:
    """A paragraph's text as one line, and which printed line each of its characters stands on."""

    text: str
    starts: tuple[tuple[int, Line], ...]

    def lines(self, start: int, end: int) -> tuple[Line, ...]:
        """The printed lines that hold the characters from `start` to `end`."""
        bounds = [at for at, _ in self.starts[1:]] + [len(self.text) + 1]
        return tuple(line for (at, line), stop in zip(self.starts, bounds, strict=True) if at < end and stop > start)


def located(paragraph: Paragraph) -> Located:
    """The paragraph's text with its lines (the first 200 of them); a word divided at a line's end is whole again."""
    text, starts = "", []
    for line in paragraph.lines[:_MOST_LINES]:
        text = join_lines([text, line.text])
        starts.append((max(0, len(text) - len(line.text.strip())), line))
    return Located(text, tuple(starts))


def read_phrase(sources: Sequence[Sequence[Paragraph]], patterns: Sequence[str]) -> Leaf | None:
    """What the group `value` of the first pattern that is met says; sources in order of trust, patterns the surest first."""
    for paragraphs in sources:
        for pattern in patterns:
            for paragraph in paragraphs:
                place = located(paragraph)
                if found := re.search(pattern, place.text):
                    value = found["value"].strip(' ,;:–-"”»«')
                    if value:
                        return Leaf(value, place.lines(found.start("value"), found.end("value")), 0.9)
    return None


def read_title(items: Sequence[Item], kinds: Sequence[str], labels: Collection[Line] = ()) -> Leaf | None:
    """The paper's own heading: the first line set as one that is not just the name of its kind; `kinds` are such names
    (regular expressions over folded text), `labels` the lines that head its parts.
    """
    near = [p for i in items[: _LETTERHEAD_ITEMS * 2] if (p := i.paragraph) and p.text.strip() and i.table is None]
    first = [p for p in near if p.lines[0] not in labels]
    heads = [p for p in first if (p.heading or p.bold) and is_title(p.text, kinds)]
    plain = [p for p in first if is_title(p.text, kinds)]
    chosen = next(iter(heads or plain), None)
    return Leaf(chosen.text, chosen.lines, 0.95 if heads else 0.8) if chosen else None


def named_in_title(items: Sequence[Item], patterns: Sequence[str]) -> Leaf | None:
    """The name that the paper's own heading gives behind the name of its kind ("Slutrapport: Steget")."""
    heads = [p for i in items[:_LETTERHEAD_ITEMS] if (p := i.paragraph) and len(p.text) <= _LONGEST_HEADING]
    return read_phrase([heads], patterns)


def is_title(text: str, kinds: Sequence[str]) -> bool:
    """May the line be the paper's own heading: no date, letterhead or mere name of its kind?"""
    folded = fold(text)
    if not 3 <= len(text) <= _LONGEST_HEADING or parse_date(text) or _NUMBER_LINE.search(folded):
        return False
    return not any(re.sub(kind, "", folded).strip() == "" for kind in kinds) and not folded.startswith("samordningsforbund")


def read_letter_date(asked: Sequence[Paragraph], items: Sequence[Item], furniture: Sequence[Line], patterns: Sequence[str]) -> Leaf | None:
    """The day that the paper bears: asked for by a label, in a phrase, or alone on a line of its head."""
    everywhere = [p for i in items if (p := i.paragraph)]
    return _first_date(asked) or _date_in_phrase(everywhere, patterns) or (_date_alone(items, furniture) if not patterns else None)


def _first_date(paragraphs: Sequence[Paragraph]) -> Leaf | None:
    for paragraph in paragraphs:
        place = located(paragraph)
        for found in dates_in(place.text):
            return Leaf(found.value.isoformat(), place.lines(found.start, found.end))
    return None


def _date_in_phrase(paragraphs: Sequence[Paragraph], patterns: Sequence[str]) -> Leaf | None:
    for paragraph in paragraphs:
        place = located(paragraph)
        for match in (m for pattern in patterns if (m := re.search(pattern, place.text))):
            for found in dates_in(match["value"]):
                start = match.start("value") + found.start
                return Leaf(found.value.isoformat(), place.lines(start, start + found.end - found.start), 0.95)
    return None


def _date_alone(items: Sequence[Item], furniture: Sequence[Line]) -> Leaf | None:
    head = [line for i in items[:_LETTERHEAD_ITEMS] if (p := i.paragraph) and len(p.text) < 60 for line in p.lines]
    for line in (*head, *furniture):
        day = parse_date(line.text)
        first = next(iter(dates_in(line.text)), None) if day is None else None
        if first is not None and _DATED.match(line.text[: first.start]):
            day = first.value  # what follows on the line is a number of the letterhead's
        if day:
            return Leaf(day.isoformat(), (line,), 0.9)
    return None


def read_stated_period(sources: Sequence[Sequence[Paragraph]]) -> dict[str, Tree]:
    """The first period that a sentence of the sources states: two days or months, or a single year."""
    for paragraph in (p for paragraphs in sources for p in paragraphs):
        place = located(paragraph)
        days = dates_in(place.text)
        if len(days) >= 2:
            first, last = days[0], days[1]
            return {
                "start": Leaf(first.value.isoformat(), place.lines(first.start, first.end)),
                "slut": Leaf(last.value.isoformat(), place.lines(last.start, last.end)),
            }
        start, end = parse_period(place.text)
        if start and end and not days and _PERIOD_WORD.search(fold(place.text)):
            return {"start": Leaf(start.isoformat(), paragraph.lines, 0.8), "slut": Leaf(end.isoformat(), paragraph.lines, 0.8)}
    return {}


def read_stated_amount(sources: Sequence[Sequence[Paragraph]]) -> Leaf | None:
    """The highest sum that may be paid: the one called so ("maximalt"), else the only sum of the source."""
    for paragraphs in sources:
        found = [
            (place, f)
            for p in paragraphs
            for place in (located(p),)
            for f in amounts_in(place.text)
            if f.value.unit or f.value.kronor >= 1000
        ]
        called = [(place, f) for place, f in found if _CEILING.search(place.text[: f.start])]
        chosen = called[:1] or (found if len({f.value.kronor for _, f in found}) == 1 else [])
        for place, f in chosen:
            return Leaf(f.value.kronor, place.lines(f.start, f.end), 0.95 if called else 0.8)
    return None
