"""Signs that scan readers lack, in raw text: boxes for Ja and Nej ("JaX Nej _", "Ja ONej") as ☒ and ☐, the @ of an address, and %.

>>> boxes_written("JaX Nej _"), boxes_written("Ja ONej"), boxes_written("OJa ONej")
('☒ Ja ☐ Nej', '☒ Ja ☐ Nej', 'OJa ONej')
>>> addresses_written("E-post: siv.ekQekby.se")
'E-post: siv.ek@ekby.se'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.schemas.page import EMPTY, MARKED

_PAIR = re.compile(
    r"(?P<head>^|[?:]\s{1,3})(?P<first>[^\w\s]{0,3}[A-Za-z0-9]{0,2}[^\w\s]{0,3})(?P<gap>\s?)Ja(?P<second>[^a-zåäö\n]{0,9}?)Nej"
    r"(?P<third>\s?[\[({]\s?[xX×]?\s?[\])}]|[\s_]?[^\w\s]{0,3}(?:[A-Z0-9_]|[x×✓](?!\w))?[^\w\s]{0,3})(?=\s|$)"
)
_CROSS = re.compile(rf"[xX×✓✔{MARKED}]")
_EMPTY = re.compile(rf"[oO0DCQ□_{EMPTY}]|[\[({{]\s*[\])}}]")
_NO_BOX = re.compile(r"^[\s.,:;/|–-]*$")


def boxes_written(line: str) -> str:
    """The line with its boxes as signs, where one of the two is clearly marked; else as it is."""
    found = _PAIR.search(line)
    if found is None or MARKED in line or EMPTY in line:
        return line
    chosen = _chosen(found["first"], found["second"], found["third"])
    if chosen is None:
        return line
    ja, nej = (MARKED, EMPTY) if chosen == "ja" else (EMPTY, MARKED)
    return f"{line[: found.start()]}{found['head']}{ja} Ja {nej} Nej{line[found.end() :]}"


def _chosen(first: str, second: str, third: str) -> str | None:
    """Which word's box is marked: the boxes stand before their words or behind them, as the outer one and its glue tell."""
    before, behind = not _NO_BOX.match(first), not _NO_BOX.match(third)
    if before == behind and not _NO_BOX.match(second):
        before, behind = not second.endswith((" ", "|")), not second.startswith((" ", "|"))
    if before == behind:
        return None
    return _marked(first, second) if before else _marked(second, third)


def _marked(ja: str, nej: str) -> str | None:
    """A cross marks; where neither shows one, the box that is no longer seen to be empty beside one that is."""
    crossed, empty = (bool(_CROSS.search(ja)), bool(_CROSS.search(nej))), (bool(_EMPTY.search(ja)), bool(_EMPTY.search(nej)))
    if crossed[0] != crossed[1]:
        return "ja" if crossed[0] else "nej"
    if empty[0] != empty[1] and not any(crossed):
        return "nej" if empty[0] else "ja"
    return None


_LOST_AT = re.compile(
    r"(?<![\w@.])(?P<name>[a-zåäö][\w-]{0,40}(?:\.[\w-]{1,40}){1,4}?)(?:Q{1,2}|\(Q|[©®])(?P<domain>[a-z][\w-]{0,60}(?:\.[\w-]{1,60}){0,4}\.[a-z]{1,7})(?![\w@])"
)


def addresses_written(line: str) -> str:
    """The line with the @ of its addresses, which the Swedish model writes as a Q inside small letters."""
    return _LOST_AT.sub(r"\g<name>@\g<domain>", line) if "Q" in line or "©" in line or "®" in line else line


_PERCENT = re.compile(
    r"(?<![\d.,/-])(?<!\d )(?:(?P<spaced>100|[1-9]?\d) 96(?= [a-zåäö]|[.,;:)]|$)|(?!19)(?P<glued>100|[1-9]?\d)96(?![\d/-]| \d{3}(?!\d)))"
)
_PERCENT_OF = re.compile(r"(?<![\d.,/-])(?P<share>100|[1-9]?\d) \d\d (?=av\b)")
_FEWEST = 2


def percents_written(lines: Sequence[str]) -> list[str]:
    """The lines with their percent signs, where the reader knew none and wrote 96 instead ("90 96 av deltagarna"), twice at least.

    The Swedish model of Debian's Tesseract has no such sign. Where a text holds one, nothing is changed.
    """
    if any("%" in line for line in lines) or sum(len(_PERCENT.findall(line)) for line in lines) < _FEWEST:
        return list(lines)
    return [_PERCENT_OF.sub(r"\g<share> % ", _PERCENT.sub(lambda m: f"{m['spaced'] or m['glued']} %", line)) for line in lines]
