"""Swedish number words up to a hundred, folded (without dots and rings).

>>> NUMERALS["tjugofem"], NUMERALS["atta"]
(25, 8)
"""

from __future__ import annotations

_ONES = ("ett", "tva", "tre", "fyra", "fem", "sex", "sju", "atta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "attio", "nittio")


def _numerals() -> dict[str, int]:
    words = {"noll": 0, "en": 1, "aderton": 18, "hundra": 100, "etthundra": 100}
    words |= {word: value for value, word in enumerate(_ONES, 1)}
    words |= {word: value for value, word in enumerate(_TEENS, 10)}
    for tens, word in enumerate(_TENS, 2):
        words |= {word: tens * 10, f"{word}en": tens * 10 + 1}
        words |= {word + one: tens * 10 + value for value, one in enumerate(_ONES, 1)}
    return words


NUMERALS: dict[str, int] = _numerals()
