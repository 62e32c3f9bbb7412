"""How many women and men, where a text counts both side by side.

>>> [(found.value.women, found.value.men) for found in sexes_in("47 personer (27 kvinnor och 22 män)")]
[(27, 22)]
>>> [(found.value.women, found.value.men) for found in sexes_in("Könsfördelning: 6 män, 4 kvinnor. Kvinnor 51 %, män 49 %.")]
[(4, 6)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from underlag.values.folding import fold
from underlag.values.numerals import NUMERALS
from underlag.values.spans import Found, evened

_COUNT = r"(?<![\w.,/:-])(?:\d{1,4}(?!\d)(?! ?%|,\d| ?procent)|[a-zåäö]{2,12})"
_WOMEN = r"(?:kvinnor|flickor|tjejer|kvinnliga deltagare)"
_MEN = r"(?:män|pojkar|killar|manliga deltagare)"
_AND = r"(?: ?[,;/+] ?(?:och |samt )?(?:varav )?| (?:och|samt|respektive|resp\.?) )"
_PAIRS = (
    re.compile(rf"(?P<women>{_COUNT}) (?:var )?{_WOMEN}{_AND}(?P<men>{_COUNT}) (?:var )?{_MEN}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?P<men>{_COUNT}) (?:var )?{_MEN}{_AND}(?P<women>{_COUNT}) (?:var )?{_WOMEN}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_WOMEN} ?[:(-]? ?(?P<women>{_COUNT})\)?(?:{_AND}| ){_MEN} ?[:(-]? ?(?P<men>{_COUNT})(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_MEN} ?[:(-]? ?(?P<men>{_COUNT})\)?(?:{_AND}| ){_WOMEN} ?[:(-]? ?(?P<women>{_COUNT})(?!\w)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Sexes:
    """Women and men of one group of people."""

    women: int
    men: int

    @property
    def both(self) -> int:
        """All of them."""
        return self.women + self.men


def sexes_in(text: str) -> list[Found[Sexes]]:
    """Every pair of counts of women and men, in the order of the text; not shares."""
    plain = evened(text)
    found: list[Found[Sexes]] = []
    for pattern in _PAIRS:
        for match in pattern.finditer(plain):
            women, men = (_number(match[name]) for name in ("women", "men"))
            if women is not None and men is not None and all(match.start() >= f.end or match.end() <= f.start for f in found):
                found.append(Found(Sexes(women, men), match.start(), match.end()))
    return sorted(found, key=lambda pair: pair.start)


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else NUMERALS.get(fold(written))
