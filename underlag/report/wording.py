"""Values as a reviewer reads them: amounts, shares, quantities, yes and no; and document text made safe to show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from underlag.schemas.words import VALUES, key_label
from underlag.values.pointers import pointer_of, tokens

SPACE = " "  # between the groups of a number; the page keeps such cells on one line
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")

AMOUNTS = frozenset(
    {
        "aterforda_medel", "belopp", "budget", "egenfinansiering", "foregaende_ar", "lokalkostnader", "lonekostnader", "maxbelopp",
        "ovriga_kostnader", "ovriga_lokalkostnader", "rekvireras", "sokt_belopp", "summa", "summa_lokalkostnader", "summa_lonekostnader",
        "summa_ovriga_kostnader", "total_kostnad",
    }
)  # fmt: skip
SHARES = ("andel_", "tjanst_procent", "forbrukningskvot", "forandring_procent")
COUNTS_IN_BUDGET = frozenset({"ar", "tjanst_procent"})
AS_WRITTEN = frozenset({"rader", "beslutsutrymme_fore", "beslutsutrymme_efter"})  # tables whose unit the record does not know


def printable(text: str) -> str:
    """Document text without what could steer a screen: control characters, terminal escapes and characters that turn the
    direction of writing become a visible sign. Line breaks of every kind become a newline.
    """
    return _UNSHOWABLE.sub("\ufffd", _BREAKS.sub("\n", text))


def one_line(text: str, longest: int | None = None) -> str:
    """Printable text on one line, cut with an ellipsis after `longest` characters."""
    line = " ".join(printable(text).split())
    return line if longest is None or len(line) <= longest else line[: longest - 1].rstrip() + "…"


def number(value: float) -> str:
    """Swedish digits: "1 250 000", "12,5", "−300". Four digits stay together, so that a year looks like one."""
    if not float(value).is_integer():
        whole, _, part = f"{abs(value):.2f}".rstrip("0").partition(".")
        digits = _grouped(whole) + ("," + part if part else "")
    else:
        digits = _grouped(str(abs(int(value))))
    return ("−" if value < 0 else "") + digits


def _grouped(digits: str) -> str:
    return digits if len(digits) <= 4 else f"{int(digits):,}".replace(",", SPACE)


def amount(value: float) -> str:
    """Kronor: "1 250 000 kr", also "5 250 kr"."""
    sign, size = ("−" if value < 0 else ""), abs(value)
    digits = f"{int(size):,}".replace(",", SPACE) if float(size).is_integer() else number(size)
    return f"{sign}{digits}{SPACE}kr"


def is_amount(pointer: str) -> bool:
    """Does `pointer` lead to kronor?"""
    path = tokens(pointer)
    if not path:
        return False
    last = path[-1]
    if last in COUNTS_IN_BUDGET or path[0] in AS_WRITTEN:
        return False
    return last in AMOUNTS or "belopp" in path or path[0] in {"budget", "detalj", "per_ar", "sammanstallning", "sammanstallning_summa"}


def in_words(value: object, pointer: str = "") -> str | None:
    """A value of a record or finding as text; None stays None. Lists are joined by commas."""
    if value is None:
        return None
    path = tokens(pointer)
    key = path[-1] if path else ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, (int, float)):
        return _number_in_words(value, key, pointer)
    if isinstance(value, str):
        return VALUES.get((key, value), printable(value))
    if isinstance(value, Mapping):
        return _mapping_in_words(value, pointer)
    if isinstance(value, Sequence):
        return ", ".join(in_words(v, pointer) or "–" for v in value) or None
    return printable(str(value))


def _number_in_words(value: float, key: str, pointer: str) -> str:
    if key.startswith(SHARES):
        return f"{number(value)}{SPACE}%"
    return amount(value) if is_amount(pointer) else number(value)


def _mapping_in_words(value: Mapping[str, object], pointer: str) -> str | None:
    if "varde" in value and "enhet" in value:
        return quantity(value)
    shown = ((str(k), in_words(v, pointer + pointer_of((str(k),)))) for k, v in value.items())
    return "; ".join(f"{one_line(key_label(k))}: {text}" for k, text in shown if text is not None) or None


def quantity(value: Mapping[str, object]) -> str:
    """A goal's number in words: "minst 60 % av deltagare per år, inom 180 dagar"."""
    size = value.get("varde")
    digits = number(size) if isinstance(size, (int, float)) else "–"
    share = value.get("enhet") == "procent"
    words = [{"minst": "minst", "hogst": "högst"}.get(str(value.get("jamforelse")), ""), digits + (f"{SPACE}%" if share else "")]
    counted = value.get("avser")
    if isinstance(counted, str):
        words.append(("av " if share else "") + one_line(counted))
    per = value.get("per")
    if isinstance(per, str):
        words.append(f"per {VALUES.get(('per', per), per)}")
    days = value.get("inom_dagar")
    return " ".join(w for w in words if w) + (f", inom {number(days)} dagar" if isinstance(days, int) else "")


def counted(number_of: int, one: str, many: str) -> str:
    """ "1 varning", "3 varningar"."""
    return f"{number_of} {one if number_of == 1 else many}"


def listed(names: Sequence[str]) -> str:
    """ "a", "a och b", "a, b och c"."""
    return " och ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
