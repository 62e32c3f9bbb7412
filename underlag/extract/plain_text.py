"""Reader for raw text: lines of an old archive's OCR, often without å, ä, ö and with stray HTML or Markdown marks."""

from __future__ import annotations

import html
import re

from underlag.errors import UnreadableError
from underlag.schemas.page import Document, Line, Page, Paragraph

_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|h[1-6]|div|span|table|thead|tbody|tr|td|th|ul|ol|li|hr|sup|sub|img|a|font)\b[^<>]{0,300}/?>", re.IGNORECASE)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r"^\s*(?:[-_*=~]\s*){4,}$")
_BULLET = re.compile(r"^\s*(?:[•·▪●○◦➢✓¢°«»*]|[-–—](?=\s)|[eov](?=\s+[A-ZÅÄÖ0-9]))\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+\S")
_PAGE_NUMBER = re.compile(r"^\s*(?:sida\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|/\s*\d{1,3})?\s*$", re.IGNORECASE)
_MOST_LINES = 200_000


def decode(data: bytes) -> str:
    """The bytes as text: UTF-8 (or UTF-16 with its mark), else Windows-1252. Raises UnreadableError where it is no text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    sample = text[:20_000]
    odd = sum(1 for c in sample if (ord(c) < 32 and c not in "\n\r\t\f\v") or c == "�")
    if not text.strip() or odd > 0.02 * len(sample):
        raise UnreadableError("filen innehåller ingen läsbar text", remedy="Kontrollera att rätt fil har lämnats in.")
    return text


def _clean(line: str) -> tuple[str, bool, bool]:
    """The line without markup: `(text, was it marked as heading or bold, does a bullet open it)`."""
    text = html.unescape(_TAG.sub(" ", line))
    heading = bool(_HEADING.match(text))
    text = _HEADING.sub("", text)
    stripped = text.strip()
    bold = bool(re.fullmatch(r"(\*\*|__).+\1:?", stripped))
    text = _EMPHASIS.sub(r"\2", text)
    bullet = bool(_BULLET.match(text))
    return " ".join(_BULLET.sub("", text).split()), heading or bold, bullet


def read_text(data: bytes) -> Document:
    """The text as pages (form feeds part them) of paragraphs; empty lines, bullets and headings part paragraphs."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    pages: list[Page] = []
    number = 0
    for page_number, page_text in enumerate(text.split("\f"), start=1):
        blocks: list[Paragraph] = []
        lines: list[Line] = []
        opened: tuple[bool, bool] = (False, False)

        def close() -> None:
            if lines:
                blocks.append(Paragraph(tuple(lines), bullet=opened[1], heading=opened[0]))
                lines.clear()

        for raw in page_text.split("\n")[:_MOST_LINES]:
            number += 1
            cleaned, heading, bullet = _clean(raw)
            if not cleaned or _RULE.match(raw) or _PAGE_NUMBER.match(raw):
                close()
                continue
            if heading or bullet or opened[0] or _NUMBERED.match(cleaned):
                close()
            opened = (heading, bullet) if not lines else opened
            lines.append(Line(cleaned, 1, where=f"line {number}", bold=len(cleaned) if heading else 0, confidence=_legibility(cleaned)))
        close()
        pages.append(Page(page_number, "text", tuple(blocks)))
    merged = Page(1, "text", tuple(b for p in pages for b in p.blocks))
    return Document("text/plain", (merged,))


def _legibility(line: str) -> float:
    """How much of the line looks like text: the share of its letters and digits among its signs, at most 0.95."""
    signs = [c for c in line if not c.isspace()]
    good = sum(c.isalnum() or c in ".,:;()-–/%@" for c in signs)
    return round(0.95 * good / len(signs), 3) if signs else 0.0
