"""Parts of a whole with their share, as running text writes them.

>>> found = ratios_in("52 av de 86 deltagarna, 65 %, är tillbaka i arbete.")
>>> [(ratio.value.part, ratio.value.whole, ratio.value.percent, ratio.value.exact) for ratio in found]
[(52, 86, 65.0, 60.46511627906977)]
>>> ratios_in("30 % (12 av 40)")[0].value.fits, ratios_in("52 av 86 deltagare, 65 % kvinnor")
(True, [])
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from underlag.values.folding import fold
from underlag.values.numerals import NUMERALS
from underlag.values.spans import Found, evened

_ROUNDING = 1.0
"""Percentage points; shares are cut off as often as they are rounded."""

_COUNT = r"(?<![\w.,/:-])(?P<{name}>\d{{1,4}}|[a-zåäö]{{2,12}})"
_PART, _WHOLE = _COUNT.format(name="part"), _COUNT.format(name="whole")
_OF = rf"{_PART} av (?:de |dem |totalt |sammanlagt |samtliga |alla |våra |dessa ){{0,2}}{_WHOLE}(?![\w/:]|[.,]\d)"
_NOUNS = r"(?: (?!som|har|är|med|av)[a-zåäö-]{2,24}){0,3}"
_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|procent\b)"
# What may follow a share that is said of the part itself, and not of something else ("65 % kvinnor").
_ENDS = r"(?=\s*(?:[).,;:-]|$)|\s+(?:har|hade|är|var|fick|gick|nådde|svarade|uppger|anser|deltog|av)\b)"
_THAT_IS = r"(?:,| ?\(| -|,? eller|,? dvs\.?|,? det vill säga) ?(?:ca |cirka |drygt |knappt )?"
_BEHIND = re.compile(rf"{_OF}{_NOUNS}{_THAT_IS}{_PERCENT}{_ENDS}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w.,-]){_PERCENT} ?[(,] ?{_OF}{_NOUNS}(?=\s*[).,;:]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`, which the text says is `percent` of it."""

    part: int
    whole: int
    percent: float

    @property
    def exact(self) -> float:
        """What the share is, in percent."""
        return 100 * self.part / self.whole

    @property
    def fits(self) -> bool:
        """Is the share that is written right, but for rounding?"""
        return abs(self.exact - self.percent) <= _ROUNDING


def ratios_in(text: str) -> list[Found[Ratio]]:
    """Every part of a whole that the text gives together with its share."""
    plain = evened(text)
    found = [ratio for pattern in (_BEHIND, _BEFORE) for match in pattern.finditer(plain) if (ratio := _ratio(match)) is not None]
    return sorted(found, key=lambda ratio: ratio.start)


def _ratio(match: re.Match[str]) -> Found[Ratio] | None:
    part, whole = (_number(match[name]) for name in ("part", "whole"))
    if part is None or not whole:
        return None
    return Found(Ratio(part, whole, float(match["percent"].replace(",", "."))), match.start(), match.end())


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else NUMERALS.get(fold(written))
