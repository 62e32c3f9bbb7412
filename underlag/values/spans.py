"""A value and where it stood: what every search in this room answers with.

>>> evened("1\u00a05OO\u2009OOO kr – 2O22")
'1 500 000 kr - 2022'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

LIMIT = 200_000
"""Characters of a text that are searched; no answer of a form is longer, and a hostile file must not cost more."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_EVEN = str.maketrans(_SPACES + _DASHES, " " * len(_SPACES) + "-" * len(_DASHES))

# A number token in which the scan reader took 0 for O, or 1 for l or I; three O after a digit group are thousands.
_SLIP = re.compile(r"(?<!\w)(?=[0-9OoIl]{2,12}(?!\w))[0-9OoIl]*[0-9][0-9OoIl]*")
_ZEROS = re.compile(r"(?<=[0-9O])([ .])[Oo]{3}(?!\w)")
_AS_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from `text[start:end]` of the text that was given."""

    value: T
    start: int
    end: int


def evened(text: str) -> str:
    """The text as long as it was (up to `LIMIT`), with plain spaces and hyphens, and letters undone that stand for digits.

    `O` and `o` count as zero in a token of digits; `l` and `I` as one only where at least two true digits stand beside them.
    """
    plain = text[:LIMIT].translate(_EVEN)
    return _ZEROS.sub(r"\g<1>000", _SLIP.sub(_digits, plain))


def _digits(token: re.Match[str]) -> str:
    written = token.group()
    true_digits = sum(char.isdigit() for char in written)
    doubtful = "l" in written or "I" in written
    return written if doubtful and true_digits < 2 else written.translate(_AS_DIGITS)
