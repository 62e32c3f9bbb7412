"""Errors of the system that say nothing about a document: they pass, or an administrator makes them pass."""

from __future__ import annotations

import errno

TROUBLES = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "det utrymme som tjänsten får använda är slut",
    errno.EACCES: "behörighet saknas, eller ett annat program håller filen",
    errno.EPERM: "behörighet saknas",
    errno.EBUSY: "ett annat program håller filen",
    errno.ETXTBSY: "ett annat program håller filen",
    errno.EROFS: "disken är skrivskyddad",
    errno.EIO: "disken svarar med fel",
    errno.ESTALE: "nätverksdisken är borta",
    errno.ENOTCONN: "nätverksdisken är borta",
    errno.EHOSTDOWN: "nätverksdisken är borta",
    errno.ENODEV: "disken är borta",
    errno.ENXIO: "disken är borta",
    errno.ETIMEDOUT: "nätverksdisken svarar inte",
    errno.EMFILE: "för många filer är öppna",
    errno.ENFILE: "för många filer är öppna",
    errno.EAGAIN: "systemet har inga processer eller minne över",
    errno.ENOMEM: "systemets minne är slut",
    errno.ENOLCK: "filen kan inte låsas",
}
OUTSIDE = frozenset(TROUBLES)

LONGEST_WAIT = 900.0
"""Seconds."""


def trouble(error: OSError) -> str:
    """What the system says is wrong, as a Swedish phrase."""
    if isinstance(error, FileNotFoundError):
        return "filen eller mappen är borta"
    number = error.errno or 0
    return TROUBLES.get(number, f"systemet svarar {errno.errorcode.get(number, type(error).__name__)}")


def growing_wait(first: float, setbacks: int) -> float:
    """Seconds to wait after the setback of this number (from 0): `first`, then twice as long each time, up to a quarter of an hour."""
    doubled: float = first * 2.0 ** min(setbacks, 30)
    return min(LONGEST_WAIT, doubled)
