"""How much of its å, ä and ö a Swedish text has lost, told stretch by stretch from words that can't be written without them.

A reader writes a lost letter bare, as a sign of its own or not at all; a broken conversion as "?" or as the replacement character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.schemas.trade import TRADE

_STRETCH = 20  # lines
_LONG = 7  # letters of a word that tells though its å, ä, ö left no sign at all
_FEWEST = 4  # telling words that a stretch needs for a judgment of its own
_COMMON = frozenset("är på från när även också måste några där många något någon nästa både såväl".split())
_DOTTED_WORDS = _COMMON | frozenset(
    "för så än åt år två få får över vår våra öka län stöd mål väg rätt själv göra går står håll åtta".split()
)
_NO_WORDS = frozenset({"dar"})
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\ufffd?](?=[^\W\d_]))*(?:(?<=f)\ufffd|(?<=p)\ufffd)?|[\ufffd](?=[^\W\d_])[^\W_]+")
_DOTTED = re.compile(r"[åäöÅÄÖ]")
_LOSSES = (
    str.maketrans("åäö", "aao"),
    str.maketrans("åäö", "aaé"),
    str.maketrans("åäö", "aa6"),
    str.maketrans("åäö", "ééé"),
    *(str.maketrans("åäö", 3 * gone) for gone in "?\ufffd"),
)


def _bare() -> frozenset[str]:
    dotted = [word for word in TRADE | _COMMON if _DOTTED.search(word)]
    words = {word.translate(loss) for word in dotted for loss in _LOSSES}
    gone = {left for word in dotted if len(left := _DOTTED.sub("", word)) >= _LONG}
    return frozenset(words | gone | {"fér", "f6r"}) - TRADE - _NO_WORDS


_BARE = _bare()
_TELLING = frozenset(word for word in TRADE | _DOTTED_WORDS if _DOTTED.search(word))
_LETTERS = re.compile(r"[^\W\d_]+")


def dotted_words(text: str) -> int:
    """How many words of the text are common Swedish ones with å, ä or ö."""
    return sum(word.lower() in _TELLING for word in _LETTERS.findall(text) if _DOTTED.search(word))


def lost_dots(lines: Sequence[str]) -> list[float]:
    """For each line the share (0-1) of the telling words around it that stand without their dots; 0 in text that is not Swedish."""
    counts = [_telling(lines[at : at + _STRETCH]) for at in range(0, len(lines), _STRETCH)]
    whole = _share(sum(bare for bare, _ in counts), sum(dotted for _, dotted in counts), fewest=2)
    shares = [_share(bare, dotted, fewest=1) if bare + dotted >= _FEWEST else whole for bare, dotted in counts]
    return [shares[n // _STRETCH] for n in range(len(lines))]


def _telling(lines: Sequence[str]) -> tuple[int, int]:
    """How many words stand without the dots that they must have, and how many with dots."""
    words = [word for line in lines for word in _WORD.findall(line)]
    return sum(word.lower() in _BARE for word in words), sum(_DOTTED.search(word) is not None for word in words)


def _share(bare: int, dotted: int, fewest: int) -> float:
    return bare / (bare + dotted) if bare >= fewest else 0.0
