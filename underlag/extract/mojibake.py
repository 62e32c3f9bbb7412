"""Swedish text that was decoded as the wrong character set ("fÃ¶r", "f√∂r", "f”r", "fšr"), put right again.

Every pair of set written and set read turns å, ä and ö into signs of its own; the pair is told by the Swedish words that come back.

>>> replaced("fÃ¶r att fÃ¥ stÃ¶d pÃ¥ vÃ¤g", signs_meant("fÃ¶r att fÃ¥ stÃ¶d pÃ¥ vÃ¤g"))
'för att få stöd på väg'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from underlag.extract.damage import dotted_words

_LETTERS = "åäöÅÄÖéÉüÜèáàæøØ§°½–—“”‘’•…«»"
_WRITTEN = ("utf-8", "cp1252", "mac_roman", "cp850")
_READ = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
_FEWEST = 2  # words that must come back
_LEAST_SHARE = 0.15  # of the signs must make a common word: where they are but noise, hardly any does
_SAMPLE = 200_000
_SOUND = re.compile("[åäöÅÄÖ]")
_SOUND_SHARE = 0.02  # of all signs: half of what Swedish has


def signs_meant(text: str) -> dict[str, str]:
    """What signs of the text stand for, where it was decoded wrongly; empty where it was not, or can't be told."""
    sample = text[:_SAMPLE]
    if sample.isascii() or len(_SOUND.findall(sample)) > _SOUND_SHARE * len(sample):
        return {}
    before = dotted_words(sample)
    best: tuple[int, dict[str, str]] = (0, {})
    for meant in _mixups():
        signs = _pattern(tuple(meant)).findall(sample)
        if signs:
            gained = dotted_words(replaced(sample, meant)) - before
            if gained >= max(_FEWEST, _LEAST_SHARE * len(signs)):
                best = max(best, (gained, meant), key=lambda found: found[0])
    return best[1]


def replaced(text: str, meant: Mapping[str, str]) -> str:
    """The text with the signs replaced by what they stand for."""
    return _pattern(tuple(meant)).sub(lambda sign: meant[sign[0]], text) if meant else text


@cache
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(signs, key=len, reverse=True))))


@cache
def _mixups() -> tuple[dict[str, str], ...]:
    """For each pair of sets: sign or signs read -> letter written. Then those of text that was decoded wrongly
    twice, and accents that stand as signs of their own."""
    pairs = [(written, read) for written in _WRITTEN for read in _READ if written != read]
    mixups = [{_misread(letter, *pair): letter for letter in _LETTERS if _misread(letter, *pair) not in ("", letter)} for pair in pairs]
    twice = [
        {"".join(_misread(sign, *pair) for sign in signs): letter for signs, letter in once.items()}
        for pair, once in zip(pairs, mixups, strict=True)
        if pair[0] == "utf-8"
    ]
    return (*mixups, *twice, _accents("¨a ¨o ¨A ¨O ˚a ˚A °a °A"), _accents("a¨ o¨ A¨ O¨ a˚ A˚ a° A°"))


def _misread(letter: str, written: str, read: str) -> str:
    return "".join(_decoded(byte, read) for byte in letter.encode(written, "ignore"))


def _decoded(byte: int, charset: str) -> str:
    """One byte in a set; where the set has no sign for it, the control character that most programs show."""
    return bytes([byte]).decode(charset, "ignore") or chr(byte)


def _accents(pairs: str) -> dict[str, str]:
    rings = {"a": "å", "A": "Å"}
    dots = {"a": "ä", "o": "ö", "A": "Ä", "O": "Ö"}
    return {pair: (dots if "¨" in pair else rings)[pair.strip("¨˚°")] for pair in pairs.split()}
