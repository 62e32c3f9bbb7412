"""Characters as a reader sees them: symbol fonts, checkboxes, and the many spaces and hyphens.

Code points of Wingdings, Wingdings 2 and Symbol: the fonts' own charts, as mapped to Unicode in Unicode 7.0 (L2/12-368).
"""

from __future__ import annotations

import re
import unicodedata

from underlag.schemas.page import EMPTY, MARKED

_WINGDINGS = {
    **dict.fromkeys((0x78, 0xFB, 0xFC, 0xFD, 0xFE), MARKED),
    **dict.fromkeys((0x6F, 0x71, 0x72, 0xA8), EMPTY),
    **dict.fromkeys((0x6C, 0x6E, 0x75, 0x76, 0x77, 0x9F, 0xA7, 0xD8, 0xB7), "•"),
    **dict.fromkeys((0xE0, 0xE8, 0xF0), "→"),
}
_WINGDINGS_2 = {**dict.fromkeys(range(0x4F, 0x55), MARKED), **dict.fromkeys((0x2A, 0xA3), EMPTY), 0x97: "•", 0x96: "•"}
_SYMBOL = {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0xB0: "°", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x2D: "-"}
_ANY = {**_WINGDINGS_2, **_SYMBOL, **_WINGDINGS, 0x2D: "-"}
"""For private-use characters whose font is not told: they come from one of the symbol fonts."""

_SEEN = str.maketrans(
    {
        **dict.fromkeys("☑☒✓✔✗✘⌧🗹🗵🗷✅❎⊠", MARKED),
        **dict.fromkeys("☐□❑❒❏❐◻⬜▢", EMPTY),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\n\r\v\f", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f", None),
        "\u2011": "-",
        "\u2010": "-",
    }
)
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def symbol(code: int, font: str) -> str:
    """The character that `font` draws for `code` (F0FE and FE alike); "" where it says nothing that text could."""
    chart = _chart(font)
    if chart is None:
        return readable(chr(code)) if 0x20 <= code < 0xD800 else _ANY.get(code & 0xFF, "")
    return chart.get(code & 0xFF, "")


def readable(text: str, font: str = "") -> str:
    """`text` with plain spaces and hyphens, boxes as `☒` and `☐`, and å, ä, ö as one character each (Macs write two); characters
    of a symbol font become what they look like.
    """
    chart = _chart(font)
    if chart is not None:
        text = "".join(c if c.isspace() else chart.get(ord(c) & 0xFF, "") for c in text if ord(c) < 0x100 or 0xF000 <= ord(c) < 0xF100)
    elif _PRIVATE.search(text):
        text = _PRIVATE.sub(lambda found: _ANY.get(ord(found[0]) & 0xFF, ""), text)
    return text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", text.translate(_SEEN))


def _chart(font: str) -> dict[int, str] | None:
    name = font.strip().lower()
    if name.startswith("wingdings"):
        return _WINGDINGS_2 if name == "wingdings 2" else _WINGDINGS
    return _SYMBOL if name == "symbol" else None
