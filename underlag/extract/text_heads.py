"""Heads and feet of pages in raw text: an association's name, its form's version, repeated on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from underlag.values.folding import fold

_LETTERHEAD = re.compile(r"^(?:samordningsforbundet(?: i)?(?: \w+){0,3} lan(?: v \d\d.*)?|v \d\d \d\d \d\d)$")
_ASSOCIATION, _COUNTY = re.compile(r"^samordningsforbundet$"), re.compile(r"^(?:i )?\w+ lan(?: v \d\d.*)?$")
_OFTEN_ON_TOP = re.compile(r"^(?:(?:samordningsforbundet|\w+ samordningsforbund)\b|(?:mall\b.*|blankett\b.*)?version\b)")
_VERSION = re.compile(r"(?:^|\s)(?:(?:mall|blankett)\b(?: \w+){0,3} )?version( \d+){1,3}$")
_GROUP = re.compile(r"(\d{1,2})[.)]? [A-ZÅÄÖ][^.?!:]+$")
_LABELLED = re.compile(r"[^\W\d_]{3,}\s?:")
_LONGEST = 80


def page_heads(lines: Sequence[str]) -> set[int]:
    """Positions of the lines that are the head or foot of a page: an association's own name and county, alone, and lines that open with
    its name and stand there more than once, whatever version of the form is told behind it, and a version alone.
    """
    folded = [fold(line) if len(line) <= _LONGEST and not _LABELLED.search(line) else "" for line in lines]
    found = {n for n, text in enumerate(folded) if _LETTERHEAD.match(text)}
    for n in range(len(lines) - 1):
        if _ASSOCIATION.match(folded[n]) and _COUNTY.match(folded[n + 1]):
            found |= {n, n + 1}
    tops = [_VERSION.sub("", text) if _OFTEN_ON_TOP.match(text) else None for text in folded]
    times = Counter(tops)
    return found | {n for n, top in enumerate(tops) if top is not None and (times[top] > 1 or not top)}


def group_heads(lines: Sequence[str]) -> set[int]:
    """Positions of the lines that head a group of numbered questions ("2. Parter" over "2.1 Insatsägare") and ask nothing themselves."""
    numbers = [_GROUP.match(line) if len(line) <= _LONGEST else None for line in lines]
    return {n for n, found in enumerate(numbers[:-1]) if found and lines[n + 1].startswith(f"{found[1]}.1 ")}
