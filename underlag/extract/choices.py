"""Ja and Nej at the head of an answer, however they are marked, and what is written behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.extract.answers import choice_in
from underlag.extract.labels import Answer
from underlag.extract.tree import Leaf
from underlag.schemas.page import EMPTY, MARKED

_SIGN = (
    rf"(?:[{MARKED}{EMPTY}]|[\[(][\s_]{{0,9}}[xX×✓]?[\s_]{{0,9}}[\])]|_{{0,40}}[ ]?[xX×✓](?!\w)"
    r"|[._…]{2,60}\s?[xX×✓](?!\w)[._…]{0,60}|_{1,40}\s?[xX×✓]\s?_{1,40}|[._…]{2,60}|_)"
)
_LONGEST = 150
"""Characters; no Ja and Nej with their signs take more, and hostile text could make the search long."""
_WORD = r"\b(?:ja|nej)\b"
_HEAD = re.compile(r"\s*(?:svar\s*:\s*)?(?:ja\s*/\s*nej\s*(?:[:?]\s*(?=\S)|(?=\b(?:ja|nej)\b)))?", re.IGNORECASE)
_PAIR = re.compile(
    rf"\s*(?:{_SIGN}\s*)?{_WORD}\s*[:.]?\s*(?:{_SIGN})?[\s/|,;]*(?:eller\s+)?(?:{_SIGN}\s*)?{_WORD}\s*[:.]?\s*(?:{_SIGN})?", re.IGNORECASE
)
_SINGLE = re.compile(rf"\s*(?:(?P<before>{_SIGN})\s*)?{_WORD}(?:\s*:?\s*(?P<after>{_SIGN}))?", re.IGNORECASE)
_TICK = re.compile(r"[xX×✓]")
_GLUED = re.compile(r"(?<!\w)(?:(?P<word>ja|nej)(?=[xX×](?!\w))|(?P<sign>[xX×])(?=(?:ja|nej)(?!\w)))", re.IGNORECASE)
_BOXES = re.compile(rf"\s*([{MARKED}{EMPTY}])\s*(?:ja\b)?[\s/]*([{MARKED}{EMPTY}])\s*(?:nej\b)?", re.IGNORECASE)


_NOISE = r"(?:(?!\b(?:ja|nej)\b)[^\W\d_]{0,2}[\W_]{0,6}){0,3}"
_CROSSED = re.compile(rf"\s*ja(?P<yes>[\W_]{_NOISE})nej(?P<no>(?:[\W_]{_NOISE})?)", re.IGNORECASE)
"""Ja and Nej on a drawn line each, with what a scan reader makes of the line and of the cross on it."""


def _written(signs: str) -> str:
    """The signs of a choice as `☒` and `☐`."""
    return re.sub(_SIGN, lambda m: MARKED if MARKED in m[0] or _TICK.search(m[0]) else EMPTY, signs)


def opening_choice(text: str) -> tuple[bool | None, str] | None:
    """What the text's opening Ja/Nej says (None where neither or both are marked) and the rest; None where it opens with none.

    >>> opening_choice("( ) Ja (X) Nej En tjänst är vakant."), opening_choice("Ja. Styrgruppen sade nej."), opening_choice("Ja / Nej")
    ((False, 'En tjänst är vakant.'), (True, 'Styrgruppen sade nej.'), (None, ''))
    """
    if crossed := _CROSSED.fullmatch(text):
        marked = [bool(_TICK.search(crossed[side])) for side in ("yes", "no")]
        if marked[0] != marked[1]:
            return marked[0], ""
    text = _GLUED.sub(lambda m: f"{m[0]} ", text[:40]) + text[40:]  # scan readers lose the space between word and cross
    opening = text[:_LONGEST]
    boxes = _BOXES.match(opening)
    if boxes and boxes[1] != boxes[2]:
        return boxes[1] == MARKED, _rest(text[boxes.end() :])  # two boxes are Ja and Nej, though a word be lost
    head = _HEAD.match(opening)
    start = head.end() if head else 0
    pair = _PAIR.match(opening, start)
    if pair and len({w.lower() for w in re.findall(_WORD, pair[0], re.IGNORECASE)}) == 2:
        signed = re.search(_SIGN, pair[0]) is not None
        spoken = not signed and re.match(r"\s*(ja|nej)\s*[,.]", pair[0], re.IGNORECASE)
        if not spoken:
            return choice_in(_written(pair[0])), _rest(text[pair.end() :])
    single = _SINGLE.match(opening, start)
    if single is None:
        return None
    sign = single["before"] or single["after"]
    value = choice_in(_written(single[0])) if sign else "ja" in single[0].lower()
    return value, _rest(text[single.end() :])


def behind_choice(answers: Sequence[Answer]) -> Leaf | None:
    """What is written behind the Ja or Nej that opens an answer."""
    for answer in answers:
        opening = opening_choice(answer.text)
        if opening is not None and opening[1].strip():
            return Leaf(opening[1].strip(), answer.lines, answer.likeness)
    return None


def _rest(text: str) -> str:
    return text.lstrip(" \t.,;:–-|/")
