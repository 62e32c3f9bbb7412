"""Reader for raw text: lines of an old archive's OCR, often without å, ä, ö and with stray HTML or Markdown marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from underlag.extract.budget_text import starts_budget
from underlag.extract.decoding import decode
from underlag.extract.restore import restored_lines
from underlag.extract.sublabels import opens_with_label
from underlag.extract.text_charts import chart_lines
from underlag.extract.text_heads import group_heads, page_heads
from underlag.extract.text_marks import addresses_written, boxes_written, percents_written
from underlag.extract.text_markup import divided, stands_alone
from underlag.extract.text_rows import unrolled
from underlag.extract.text_tables import TextTable, tables_of_text
from underlag.schemas.ansokan import FORM
from underlag.schemas.page import Block, Document, Line, Page, Paragraph
from underlag.schemas.wordings import SIGNATURE
from underlag.values.folding import fold

_TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|h[1-6]|div|span|table|thead|tbody|tr|td|th|ul|ol|li|hr|sup|sub|img|a|font)\b[^<>]{0,300}/?>", re.IGNORECASE
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r"^\s*(?:[-_*=~]\s*){4,}$")
_BULLET = re.compile(r"^\s*(?:[•·▪●○◦➢✓¢°«»*+]|[-–—](?=\s)|[eosv](?=\s+[A-ZÅÄÖ0-9]))\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]\s+\S|\d{1,2}(?:\.\d{1,2})+[.)]?\s+[A-ZÅÄÖ])")
_PAGE_NUMBER = re.compile(r"^\s*(?:sida\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|(?:/|av)\s*\d{1,3})?\s*$", re.IGNORECASE)
_UNFINISHED = re.compile(r"[\w,;)–-]$")
_LEVELS = tuple(fold(name) for name, _ in FORM.levels)
_SIGNATURE_OPENINGS = frozenset(fold(wording)[:2] for wordings in SIGNATURE.values() for wording in wordings)
_DIRT = re.compile(r"^\s*[_~‘`]{1,3}\s?(?=[A-ZÅÄÖ])")  # a rule or a speck before a line
_LABELLED = re.compile(r"[A-ZÅÄÖ][^:.?!]{2,50}:\s")
_LABEL_LINE = 160
_MOST_LINES = 200_000
_FULL_LINE = 45


@dataclass(frozen=True, slots=True)
class _Raw:
    """One line that says something. `opens`: an empty line, a page's end, a heading or a bullet stands before it."""

    text: str
    number: int
    heading: bool
    bullet: bool
    opens: bool
    confidence: float


def _clean(line: str) -> tuple[str, bool, bool]:
    """The line without markup, its tab stops kept: `(text, was it marked as heading or bold, does a bullet open it)`."""
    text = _DIRT.sub("", html.unescape(_TAG.sub(" ", line)))
    heading = bool(_HEADING.match(text))
    text = _HEADING.sub("", text)
    stripped = text.strip()
    bold = bool(re.fullmatch(r"(\*\*|__).+\1:?", stripped))
    text = _EMPHASIS.sub(r"\2", text)
    bullet = bool(_BULLET.match(text))
    columns = [" ".join(part.split()) for part in _BULLET.sub("", text).split("\t")]
    return "\t".join(columns).strip(), heading or bold, bullet


def _pieces(lines: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """The written lines with their numbers, those that markup divides in their pieces, and whether it sets each apart."""
    apart = False
    for number, line in enumerate(lines, start=1):
        marked = stands_alone(line)
        for n, piece in enumerate(divided(line)):
            yield number, piece, n > 0 or marked or apart
        apart = marked


def _raw_lines(lines: Sequence[str]) -> Iterator[_Raw]:
    """The lines that say something; page numbers and drawn rules are none, but inside a budget a lone number is a figure."""
    pieces = [(number, line, apart, *_clean(addresses_written(boxes_written(line)))) for number, line, apart in _pieces(lines)]
    opens, in_budget = True, False
    for (number, line, apart, cleaned, heading, bullet), shown in zip(pieces, restored_lines([p[3] for p in pieces]), strict=True):
        opens = opens or apart
        if not cleaned or _RULE.match(line) or (_PAGE_NUMBER.match(line) and not in_budget):
            opens = True
            continue
        in_budget = in_budget or starts_budget(shown)
        opens = opens or heading or bullet or line.startswith((" ", "\t")) or bool(_NUMBERED.match(shown))
        yield _Raw(shown, number, heading, bullet, opens, _confidence(cleaned, shown))
        opens = heading


def _confidence(read: str, shown: str) -> float:
    """The line's legibility, less for each word of it that had to be restored."""
    words = read.split()
    changed = sum(a != b for a, b in zip(words, shown.split(), strict=False))
    return round(_legibility(read) * (1 - 0.15 * changed / max(1, len(words))), 3)


def _goes_on(before: _Raw, after: _Raw) -> bool:
    """Does a line after an empty one (or on the next page) go on with the sentence before it?"""
    return not after.bullet and len(before.text) >= _FULL_LINE and bool(_UNFINISHED.search(before.text)) and after.text[:1].islower()


def _names_level(text: str) -> bool:
    """Is the line the heading of a level of goals ("Effektmål:", "Insatsmål samordnaren"), which scanned pages glue to the goal above?"""
    folded = fold(text)
    short = len(folded.split()) <= 4 and text[:1].isupper() and not text.endswith((".", ",", ";"))
    return short and any(fuzz.ratio(folded[: len(name)], name) >= 92 and folded[len(name) :][:1] in ("", " ") for name in _LEVELS)


def _is_signature_label(text: str) -> bool:
    """Does a small label of a signature block open the line? (Most lines begin otherwise, which is quickly told.)"""
    return len(text) <= _LABEL_LINE and fold(text[:2]) in _SIGNATURE_OPENINGS and opens_with_label(text, SIGNATURE)


def _labelled_lists(lines: Sequence[_Raw]) -> set[int]:
    """Positions of the lines in lists of at least three like "Rapporten avser: kvartal 4", and of what follows: they open paragraphs."""
    like = [bool(_LABELLED.match(line.text)) for line in lines]
    listed = {m for n in range(len(lines) - 2) if all(like[n : n + 3]) for m in range(n, n + 3)}
    return listed | {n + 1 for n in listed if n + 1 < len(lines) and lines[n + 1].text[:1].isupper()}


def _paragraphs(lines: Sequence[_Raw]) -> list[Paragraph]:
    groups: list[list[_Raw]] = []
    listed = _labelled_lists(lines)
    for n, line in enumerate(lines):
        last = groups[-1][-1] if groups else None
        apart = line.opens and not (last is not None and _goes_on(last, line))
        heads = last is not None and (_names_level(line.text) or _names_level(last.text))
        if last is None or apart or heads or n in listed or _is_signature_label(line.text):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Paragraph(tuple(map(_line, group)), bullet=group[0].bullet, heading=group[0].heading) for group in groups]


def _blocks(lines: Sequence[_Raw], tables: Sequence[TextTable]) -> list[Block]:
    """The paragraphs, with a form's own tables where their lines stand."""
    blocks: list[Block] = []
    at = 0
    for table in tables:
        before = [line for line in lines if at < line.number < table.first]
        blocks += [*_paragraphs(before), table.table]
        at = table.last
    return [*blocks, *_paragraphs([line for line in lines if line.number > at])]


def _line(raw: _Raw) -> Line:
    return Line(raw.text, 1, where=f"line {raw.number}", bold=len(raw.text) if raw.heading else 0, confidence=raw.confidence)


def read_text(data: bytes) -> Document:
    """The text as one page of paragraphs; empty lines, page ends, bullets and headings part paragraphs. Where the text has lost
    its å, ä and ö the lines have them again. Page heads and what stands in charts are set aside as furniture.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n ")
    written = percents_written(text.split("\n")[:_MOST_LINES])
    lines = list(_raw_lines(written))
    drawn = chart_lines(written)
    texts = [line.text for line in lines]
    aside = page_heads(texts) | group_heads(texts) | {n for n, line in enumerate(lines) if line.number in drawn}
    kept = [replace(line, opens=line.opens or n - 1 in aside) for n, line in enumerate(lines) if n not in aside]
    blocks = _blocks(_unrolled(kept), tables_of_text(written))
    page = Page(1, "text", tuple(blocks), tuple(_line(lines[n]) for n in sorted(aside)))
    return Document("text/plain", (page,))


def _unrolled(lines: Sequence[_Raw]) -> list[_Raw]:
    """The lines, columns of small labels and their answers one after another."""
    rows = unrolled([line.text for line in lines])
    return [lines[n] if lines[n].text == text else replace(lines[n], text=text, opens=True) for n, text in rows]


def _legibility(line: str) -> float:
    """How much of the line looks like text: the share of its letters and digits among its signs, at most 0.95."""
    signs = [c for c in line if not c.isspace()]
    good = sum(c.isalnum() or c in ".,:;()-–/%@" for c in signs)
    return round(0.95 * good / len(signs), 3) if signs else 0.0
