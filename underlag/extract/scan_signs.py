"""The signs that the Swedish model lacks, `% § *`, put right by a second reading.

It prints "90 %" as "90 20", "9096" or "90 Yo", "7 §" as "7 8" and "(*)" as '(")'. Words that may hold such a sign are read once
more with the English model; of that reading the signs are taken and nothing else, since it has no å, ä, ö and reads single
figures worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from underlag.extract.ocr import OcrWord
from underlag.extract.scan_second import SecondReading, next_to, parted, stretches
from underlag.values.months import MONTH

_PLAIN = re.compile(r"[(\"”]?[^\W\d_]+(?:[-/][^\W\d_]+)*[.,;:!?)\"”]*")
_DIGITS = re.compile(r"\d+")
_AROUND = '()[].,;:!?"”<>~-–—'
_AS_FIGURE = re.compile(r"[(<>~\-]*\d[\d.,]*")
_AS_PERCENT = re.compile(r"(?:[2-9][0-9]0?|[0-9][0-9]?|[$£?&]|[A-ZÅÄÖ%&?/]{1,2}[A-ZÅÄÖo0]?|\d/[o0])")  # after its figure
_GLUED_PERCENT = re.compile(r"\d+?(?:9[0-9]?|2[0-9]|[45][0-9]|6[0-9])0?")
_AS_SECTION = re.compile(r"[$S589&3B]{1,2}")
_BEFORE_SECTION = re.compile(r"kap\.?|\d{1,3}[a-z]?|enligt|och|[a-z]", re.IGNORECASE)
_GLUED_SECTION = re.compile(r"(\d{1,2})[89$S&]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STARRED = re.compile(r"\([\"'”“*+«°]{1,3}\)")  # nothing but the star of a footnote stands alone in brackets
_SIGN = re.compile(r"\s?([%§*]+)")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_DASHES = re.compile(r"(?<![—–-])—-?(?![—–-])")
_UNSURE = 0.6
_SURE = 0.9  # a figure read with less is looked at again


def trimmed(words: list[OcrWord]) -> list[OcrWord]:
    """Words without the scraps (of rules, of dirt) that were read into their beginnings. A `<` stays where a `>` follows."""

    def scrap(word: OcrWord) -> str:
        closed = any(">" in other.text for other in words if other.line == word.line)
        return r"[=:;_—«»|~]+(?=\w)" if closed else r"[<=:;_—«»|~]+(?=\w)"

    return [replace(word, text=re.sub("^" + scrap(word), "", word.text)) if word.text[0] in "<=:;_—«»|~" else word for word in words]


def read_again(words: list[OcrWord], read: SecondReading) -> list[OcrWord]:
    """`words` with the signs that a second reading found; a word that held a space is parted there."""
    words = [replace(w, text=_DASHES.sub("–", "(*)" if _STARRED.fullmatch(w.text) else w.text)) for w in words]
    words = [replace(word, text="1") if _is_one(words, i) else word for i, word in enumerate(words)]
    return [part for i in range(len(words)) for part in _settled(words, i, read)]


def _is_one(words: list[OcrWord], i: int) -> bool:
    """Is a lone capital I the figure: after a chapter, in a date, or before two groups of thousands?"""
    if words[i].text != "I":
        return False
    before, after = _neighbour(words, i, -1).lower(), _neighbour(words, i, 1)
    dated = before == "den" and re.match(MONTH, after)
    thousands = re.fullmatch(r"\d{3}", after) and re.match(r"\d{3}\b", _neighbour(words, i + 1, 1))
    return bool(before in ("kap", "kap.") or dated or thousands)


def due(words: list[OcrWord], i: int) -> bool:
    """May the word hold a sign that the Swedish model took for something else?"""
    word, before, after = words[i], _neighbour(words, i, -1), _neighbour(words, i, 1)
    core = word.text.strip(_AROUND)
    if "@" in core:
        return False
    if not core:
        return bool(re.search(r"[\"”*+=«°]", word.text))
    if _AS_SECTION.fullmatch(core) and (_BEFORE_SECTION.fullmatch(before) or after[:1].isdigit()):
        return True
    figure = bool(_AS_FIGURE.fullmatch(before))
    thousands = re.fullmatch(r"\d{3}", core) and word.confidence >= _SURE and (figure or re.match(r"\d{3}\b", after))
    if figure and _AS_PERCENT.fullmatch(core) and not thousands:
        return True
    if re.fullmatch(r"[\d.,]+", core):
        glued = bool(_GLUED_PERCENT.fullmatch(core) or re.fullmatch(r"\d+[.,]\d{2,}", core))
        return word.confidence < _SURE or (len(core) > 2 and glued and not thousands and not _YEAR.fullmatch(core))
    if _PLAIN.fullmatch(word.text):
        return word.text[-1] in '"”' and word.text[0] not in '"”'
    return not re.fullmatch(r"[\d.,:/\-–]+", core) or word.confidence < _SURE


def _neighbour(words: list[OcrWord], i: int, step: int) -> str:
    """The text of the next word to that side, empty where none stands near."""
    if not 0 <= i + step < len(words):
        return ""
    left, right = sorted((words[i], words[i + step]), key=lambda word: word.x0)
    return words[i + step].text if next_to(left, right) else ""


def _settled(words: list[OcrWord], i: int, read: SecondReading) -> Iterator[OcrWord]:
    word, before = words[i], _neighbour(words, i, -1)
    if not due(words, i):
        yield word
        return
    second = read([word])
    text = with_signs(word.text, _text(second), before)
    core = word.text.strip(_AROUND)
    if text is None and _AS_FIGURE.fullmatch(before) and (_AS_PERCENT.fullmatch(core) or _AS_SECTION.fullmatch(core)):
        second = read([words[i - 1], word])  # a sign is told more surely beside its figure
        both = with_signs(f"{before} {word.text}", _text(second), "")
        text = both.removeprefix(before).strip() if both and both.startswith(before) else None
    glued = _GLUED_SECTION.fullmatch(core) if before.lower() in ("kap", "kap.") and word.confidence < _UNSURE else None
    if text is None and glued and "§" not in _neighbour(words, i, 1):
        text, second = f"{glued[1]} §", [word]  # after a chapter stands a section, with its sign
    if text is None and core.strip("$") == "" and (before or _neighbour(words, i, 1)):
        text, second = word.text.replace("$", "§"), [word]  # no Swedish authority reckons in dollars
    if text is None:
        yield word
        return
    yield from parted(replace(word, text=text, confidence=min(w.confidence for w in second)))


def _text(words: list[OcrWord]) -> str:
    return " ".join(word.text for word in words)


def with_signs(first: str, second: str, before: str) -> str | None:
    """The Swedish reading with the signs that the English one shows in it; None where it shows none that can be.

    `before` is the word to the left. Where the readings differ and no sign is the reason, the Swedish one stands.
    """
    text, signed = "", False
    for same, own, other in stretches(first, second):
        found = None if same else _SIGN.search(other)
        sign = found[1][0] * min(2, len(found[1])) if found else ""
        if found is None or not _can_be(sign, own, (text + other[: found.start()]).strip() or before):
            text += own
            continue
        figures = re.match(r"[\d.,]*", own[: found.start()]) if other[: found.start()].strip("().,0123456789") == "" else None
        text += (figures[0] if figures else "") + (" " if found[0][0] == " " else "") + sign
        signed = True
    if not signed:
        return None
    ending = re.search(r"[.,;:)]*$", first)
    text = text.rstrip(".,;:)") + (ending[0] if ending else "")
    return re.sub(r"(?<=\d)§", " §", text)


def _can_be(sign: str, own: str, before: str) -> bool:
    """Can `sign` stand after `before`, and the Swedish model have taken it for `own`?"""
    if _LETTERS.search(own):
        return False
    match sign[0]:
        case "%":
            return before[-1:].isdigit() or before.lower() in ("", "i", "(", "andel")
        case "§":
            return own.strip(_AROUND) != ""
        case _:
            return not re.search(r"\w", own)
