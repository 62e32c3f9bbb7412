"""How the rules write figures, days and lists in their messages."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 80


def number(value: float) -> str:
    """ "1 246 000" or "12,5", with spaces that keep the number on one line."""
    digits = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return digits.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")


def kronor(amount: float) -> str:
    """ "1 246 000 kr"."""
    return number(amount) + "\u00a0kr"


def share(percent: float) -> str:
    """ "62,5 %"."""
    return f"{percent:g}".replace(".", ",") + "\u00a0%"


def listed(names: Iterable[str]) -> str:
    """ "a, b och c"."""
    every = list(names)
    return every[0] if len(every) == 1 else ", ".join(every[:-1]) + " och " + every[-1] if every else ""


def quoted(text: str, *, ending: bool = False) -> str:
    """Document text on one line between quotation marks, cut to a readable length: its beginning, or its `ending`."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        line = "… " + line[-LONGEST:].partition(" ")[2] if ending else (line[:LONGEST].rpartition(" ")[0] or line[:LONGEST]) + " …"
    return f"”{line}”"


def excerpt(text: str, start: int, end: int) -> str:
    """The words around `text[start:end]` between quotation marks; all of a short text."""
    if len(text) <= LONGEST:
        return quoted(text)
    room = max(0, (LONGEST - (end - start)) // 2)
    first, last = max(0, start - room), min(len(text), end + room)
    before = "… " + text[first:start].partition(" ")[2] if first else text[:start]
    after = text[end:last].rpartition(" ")[0] + " …" if last < len(text) else text[end:]
    return "”" + " ".join(f"{before}{text[start:end]}{after}".split()) + "”"
