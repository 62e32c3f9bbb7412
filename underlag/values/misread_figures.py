"""What a scan reader makes of figures: may one that was read stand where another does?

>>> misreading(126000, 128000), misreading(4120, 564120), misreading(41, -41), misreading(238, 23.0)
('digit', 'lost', 'sign', 'added')
>>> misreading(15, 1.5), misreading(126000, 131000)
('mark', None)
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

Misreading = Literal["sign", "digit", "lost", "added", "mark"]
"""A minus sign lost or invented; one digit taken for another; neighbouring digits lost, up to a group of three; a digit too many, or two
at the end, where a sign stands behind the figure; the decimal comma lost or invented.
"""

_ALIKE = frozenset(frozenset(pair) for pair in "06 08 09 14 17 27 35 38 39 49 56 58 59 68 69 89".split())
_MOST_LOST = 3
_MOST_ADDED_BEHIND = 2


def misreading(read: float, true: float) -> Misreading | None:
    """How a reader may have come to `read` where `true` stands; None where the two are the same, or no one slip explains it."""
    if read == true:
        return None
    if read == -true:
        return "sign"
    if (read < 0) != (true < 0):
        return None
    (seen, seen_decimals), (meant, decimals) = _digits(read), _digits(true)
    if seen == meant:
        return "mark"
    if seen_decimals and seen_decimals != decimals:
        return None
    if len(seen) == len(meant):
        unlike = [{a, b} for a, b in zip(seen, meant, strict=True) if a != b]
        return "digit" if len(unlike) == 1 and unlike[0] in _ALIKE else None
    if len(seen) < len(meant):
        return "lost" if _is_without_run(meant, seen, _MOST_LOST) else None
    behind = seen.startswith(meant) and len(seen) - len(meant) <= _MOST_ADDED_BEHIND
    return "added" if behind or _is_without_run(seen, meant, 1) else None


def _digits(number: float) -> tuple[str, int]:
    """The digits as they are written, without sign and comma, and how many of them are decimals; those of 0,5 are 05."""
    exact = Decimal(repr(number)).normalize()
    whole, _, rest = f"{abs(exact):f}".partition(".")
    return whole + rest, len(rest)


def _is_without_run(longer: str, shorter: str, most: int) -> bool:
    """Is `shorter` what is left of `longer` without one run of at most `most` digits?"""
    lost = len(longer) - len(shorter)
    return 0 < lost <= most and any(longer[:n] + longer[n + lost :] == shorter for n in range(len(shorter) + 1))
