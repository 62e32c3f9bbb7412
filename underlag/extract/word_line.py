"""From the inside of a Word paragraph to the lines that stand on the page: spaces, bullets, boldness, chosen alternatives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from underlag.extract.radio_buttons import with_buttons
from underlag.extract.word_run import Break, Item, Piece
from underlag.extract.word_styles import BOLD, ITALIC, LIT, STRUCK, UNDERLINED
from underlag.schemas.page import EMPTY, MARKED

_GAP = re.compile(r"[ \t]{2,}|\t")
_WIDE = 3
"""Spaces in a row that stand for a tab: people space answers apart with them."""
_GLYPH = re.compile(r"(?:[•▪●○◦‣·■▸►➢➤❖]|[-–—*o](?=[ \t])|v(?=\t))[ \t]*(?=\S)")
_AMOUNT = re.compile(r"[\d\s.,%()]+(kr|tkr|mnkr)?$")
_CHOICE = re.compile(r"\b(ja|nej)\b([\s/|,;]*(?:eller\s+)?)\b(ja|nej)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Styled:
    """Text with the looks of each of its characters."""

    text: str
    looks: bytes

    def cut(self, start: int, end: int | None = None) -> Styled:
        return Styled(self.text[start:end], self.looks[start:end])

    @property
    def bold(self) -> int:
        """The number of leading characters that are set bold; spaces between bold words count, those after the last don't."""
        lead = 0
        for i, (char, look) in enumerate(zip(self.text, self.looks, strict=True)):
            if look & BOLD:
                lead = i + 1
            elif not char.isspace():
                break
        return len(self.text[:lead].rstrip())

    @property
    def italic(self) -> bool:
        """Is all of it set in italics?"""
        return bool(self.text.strip()) and all(look & ITALIC or char.isspace() for char, look in zip(self.text, self.looks, strict=True))


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a paragraph. `bullet`: a typed bullet glyph was taken off. `turns`: a page break follows it."""

    styled: Styled
    bullet: bool = False
    turns: bool = False


def text_lines(items: list[Item]) -> list[TextLine]:
    """The lines of a paragraph as its soft breaks and page breaks divide it; empty ones are kept only where a page turns."""
    lines: list[TextLine] = []
    texts: list[str] = []
    looks = bytearray()
    for item in (*items, Break("line")):
        if isinstance(item, Piece):
            texts.append(item.text)
            looks += bytes((item.looks,)) * len(item.text)
        elif isinstance(item, Break):
            line = _finished(Styled("".join(texts), bytes(looks)), turns=item.kind == "page")
            if line.styled.text or line.turns:
                lines.append(line)
            texts, looks = [], bytearray()
    return lines


def _finished(styled: Styled, *, turns: bool) -> TextLine:
    plain = _choose(_spaced(styled))
    plain = Styled(with_buttons(plain.text), plain.looks)
    glyph = _GLYPH.match(plain.text)
    if glyph and not (plain.text[0] in "-–—" and _AMOUNT.match(plain.text[glyph.end() :])):
        return TextLine(plain.cut(glyph.end()), bullet=True, turns=turns)
    return TextLine(plain, turns=turns)


def _spaced(styled: Styled) -> Styled:
    """Without space around, and with one space or one tab between words."""
    start = len(styled.text) - len(styled.text.lstrip())
    styled = styled.cut(start, max(start, len(styled.text.rstrip())))
    texts, looks, at = [], bytearray(), 0
    for gap in _GAP.finditer(styled.text):
        texts += [styled.text[at : gap.start()], "\t" if "\t" in gap[0] or len(gap[0]) >= _WIDE else " "]
        looks += styled.looks[at : gap.start() + 1]
        at = gap.end()
    if not at:
        return styled
    return Styled("".join(texts) + styled.text[at:], bytes(looks) + styled.looks[at:])


def _choose(styled: Styled) -> Styled:
    """ "Ja Nej" with one underlined, marked, bold or left when the other is struck: boxes before them say which was chosen."""
    found = _CHOICE.search(styled.text)
    if not found or found[1].lower() == found[3].lower() or MARKED in styled.text or EMPTY in styled.text:
        return styled
    first, second = _common(styled.looks[found.start(1) : found.end(1)]), _common(styled.looks[found.start(3) : found.end(3)])
    chosen = _chosen(first, second)
    if chosen is None:
        return styled
    boxes = (f"{MARKED} ", f"{EMPTY} ") if chosen == 0 else (f"{EMPTY} ", f"{MARKED} ")
    a, b = found.start(1), found.start(3)
    text = styled.text[:a] + boxes[0] + styled.text[a:b] + boxes[1] + styled.text[b:]
    looks = styled.looks[:a] + styled.looks[a : a + 1] * 2 + styled.looks[a:b] + styled.looks[b : b + 1] * 2 + styled.looks[b:]
    return Styled(text, looks)


def _common(looks: bytes) -> int:
    """The bits that all of these characters have."""
    bits = 0xFF
    for look in looks:
        bits &= look
    return bits


def _chosen(first: int, second: int) -> int | None:
    """0 or 1 for the alternative that its looks single out, None where they don't."""
    differ = first ^ second
    if differ & STRUCK:
        return 1 if first & STRUCK else 0
    for bit in (UNDERLINED, LIT, BOLD):
        if differ & bit:
            return 0 if first & bit else 1
    return None
