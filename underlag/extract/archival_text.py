"""The words of a page as an invisible layer of text, and the font without glyphs that it is set in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name

from underlag.extract.placed_words import PlacedWord

FONT = "/UnderlagText"
_UNITS = 1000  # of the font's em
_WIDTH, _ASCENT, _DESCENT = 500, 800, -200  # of every glyph, in those units: a word's box is as high as its type size
_CODES = 0x10000


def text_layer(words: Iterable[PlacedWord], height: float) -> bytes:
    """Content that sets each word in its box, drawn neither by fill nor stroke. `height`: of the page as displayed, in points; the
    layer's own coordinates start at its bottom left.
    """
    lines = [b"BT 3 Tr"]
    for word in words:
        if word.box is None or not word.text or word.box.width <= 0 or word.box.height <= 0:
            continue
        size, text = word.box.height, _codes(word.text)
        stretch = 100 * word.box.width / (len(text) // 2 * size * _WIDTH / _UNITS)
        base = height - word.box.bottom - size * _DESCENT / _UNITS
        lines.append(f"{FONT} {size:.2f} Tf {stretch:.2f} Tz 1 0 0 1 {word.box.x0:.2f} {base:.2f} Tm <{text.hex()}> Tj".encode())
    return b"\n".join([*lines, b"ET"])


def _codes(text: str) -> bytes:
    """Two bytes a character, of which the font knows each; what does not fit stands as `�`."""
    return "".join(char if ord(char) < 0xD800 or 0xE000 <= ord(char) < 0xFFFE else "\ufffd" for char in text).encode("utf-16-be")


def font_in(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The font as an object of `pdf`: every code stands for its own Unicode character and shows an empty glyph."""
    descriptor = {
        "/Type": Name.FontDescriptor,
        "/FontName": Name(FONT),
        "/Flags": 4,
        "/ItalicAngle": 0,
        "/StemV": 80,
        "/CapHeight": _ASCENT,
        "/Ascent": _ASCENT,
        "/Descent": _DESCENT,
        "/FontBBox": Array([0, _DESCENT, _WIDTH, _ASCENT]),
        "/FontFile2": pdf.make_stream(_empty_font()),
    }
    descendant = {
        "/Type": Name.Font,
        "/Subtype": Name.CIDFontType2,
        "/BaseFont": Name(FONT),
        "/DW": _WIDTH,
        "/FontDescriptor": pdf.make_indirect(Dictionary(descriptor)),
        "/CIDSystemInfo": Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        "/CIDToGIDMap": pdf.make_stream(b"\x00\x01" * _CODES),
    }
    font = {
        "/Type": Name.Font,
        "/Subtype": Name.Type0,
        "/BaseFont": Name(FONT),
        "/Encoding": Name("/Identity-H"),
        "/DescendantFonts": Array([pdf.make_indirect(Dictionary(descendant))]),
        "/ToUnicode": pdf.make_stream(_to_unicode()),
    }
    return pdf.make_indirect(Dictionary(font))


@cache
def _empty_font() -> bytes:
    """A TrueType program of two empty glyphs: the one that stands for what is missing, and the one that all codes show."""
    builder = FontBuilder(_UNITS, isTTF=True)
    builder.setupGlyphOrder([".notdef", "empty"])
    builder.setupGlyf({".notdef": Glyph(), "empty": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (_WIDTH, 0), "empty": (_WIDTH, 0)})
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=0, modified=0)
    out = BytesIO()
    builder.font.recalcTimestamp = False
    builder.font.save(out)
    return out.getvalue()


@cache
def _to_unicode() -> bytes:
    """Each code is its character; a range may not cross from one high byte to the next."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(0x100)]
    blocks = [ranges[n : n + 100] for n in range(0, len(ranges), 100)]
    body = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return f"{_CMAP_HEAD}\n{body}\n{_CMAP_END}\n".encode()


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
