"""What figure stands in a table's cell: several readings of its line, and its shape, each trusted for what it tells best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from underlag.extract.scan_glyphs import Shape

_WORDLIKE = re.compile(r"[a-zåäöéA-ZÅÄÖ]{3,}")
_SIGNLIKE = re.compile(r"[OoSX0KEMVv]+")
_DASHES = str.maketrans("–—‑−", "----")
_LOOKALIKES = str.maketrans("OoIl|", "00111")
_BEFORE, _AFTER = re.compile(r"^[^\w/]+(?=\d)"), re.compile(r"[^\w/]+$")
_ONE_SLASH = re.compile(r"^1?V/?(?=\d{1,2}-\d)")
_FIGURE = re.compile(r"\d+(?:[./,:-]\d+)*")
_DATE = re.compile(r"(?:[0-3]?\d/[01]?\d-)?(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d")
_COMPOSED = re.compile(r"[/-]|^\d{1,2}:\d\d$")
_DECIMALS = re.compile(r"\d+([.,])(\d{1,2})")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_AS_SECTION = re.compile(r"\d\s*[8S&B]$")  # no figure 8 of any type reaches below the line
_WEIGHTS = 2, 1, 2  # of the three readings: the first two err alike
_TRUSTED = 0.9  # confidence of a reading that needs no second one, where the shape has as many figures
_AGREED, _MISFIT, _ALONE, _DISPUTED = 0.97, 0.9, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Readings:
    """What one line was read as: by the English model, by the English model told to see nothing but figures, and by the
    Swedish one; empty where it was not asked. `trust` is the English model's confidence in its own.
    """

    english: str = ""
    figures: str = ""
    swedish: str = ""
    trust: float = 0.0

    def __iter__(self) -> Iterator[str]:
        return iter((self.english, self.figures, self.swedish))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands, how sure it is (0.0-1.0), and whether that is settled, so that no other reading is needed."""

    text: str
    confidence: float
    settled: bool


def may_be_figure(read: str, shape: Shape | None) -> bool:
    """Does a reading of a line, or its shape, leave room for its being a figure?"""
    text = read.replace(" ", "")
    if shape and shape.even and any(c.isdigit() for c in text):
        return True
    if len(text) <= 3:
        return not text.isalpha() or bool(_SIGNLIKE.fullmatch(text))
    digits = sum(c.isdigit() for c in text)
    return digits >= 0.5 * len(text) and not _WORDLIKE.search(re.sub(_SIGNLIKE, "0", text))


def figure(readings: Readings, shape: Shape | None) -> Figure | None:
    """The figure that most of the readings speak for; None where nothing but the model that sees only figures finds one."""
    sign = _sign(readings, shape)
    number = shape.number(sign) if shape else None
    count = number.figures if number else 0
    english, figures = _bare(readings.english, sign), _bare(readings.figures, sign)
    swedish = _bare(readings.swedish, sign, len(_digits(english)) if english else count)
    bare = [english, figures, swedish]
    votes: Counter[str] = Counter()
    for text, own in zip(bare, _WEIGHTS, strict=True):
        if text:
            votes[_digits(text)] += own + 2 * bool(_DATE.fullmatch(text)) + 2 * (len(_digits(text)) == count)
    if not votes or not (english or swedish):
        return None
    (digits, most), *others = votes.most_common(2)
    agreed = [(raw, text) for raw, text in zip(readings, bare, strict=True) if text and _digits(text) == digits]
    fitting = number if len(digits) == count else None
    if any(_COMPOSED.search(text) for _, text in agreed):
        written = _composed(agreed, fitting.spaces() if fitting else set())
    else:
        written = _number(digits, agreed, fitting, number)
    minus = "-" if _negative(readings, shape) else ""
    disputed = bool(others) and others[0][1] >= most - 1
    twice = len(agreed) > 1 and (fitting is not None or (swedish is not None and _digits(swedish) == digits))  # the first two err alike
    borne_out = twice or (readings.trust >= _TRUSTED and fitting is not None and english is not None and _digits(english) == digits)
    confidence = _DISPUTED if disputed else _ALONE if not borne_out else _AGREED if fitting else _MISFIT
    return Figure(minus + written + _ending(sign, readings, shape, number), confidence, borne_out and not disputed)


def _sign(readings: Readings, shape: Shape | None) -> str:
    """What follows the figure: `%`, `§` or `:-`. The Swedish model has neither of the first two, and takes `§` for `$` or `8`."""
    for sign, read in (("%", r"[\dOo]\s*%\W*$"), ("§", r"\d\s*[§$]$"), (":-", r"\d\s?:\s?[-–—]$")):
        if any(re.search(read, text) for text in readings):
            return sign
    deep = shape is not None and len(shape.marks) > 1 and shape.marks[-1].deep
    return "§" if deep and any(_AS_SECTION.search(text) for text in readings) else ""


def _bare(text: str, sign: str, count: int = 0) -> str | None:
    """`text` without spaces, sign, minus and scraps; what a reading made of the sign is cut off after `count` figures."""
    text = text.translate(_DASHES).replace(" ", "")
    if not re.search(r"\d", text):
        text = text.translate(_LOOKALIKES)
    text = _ONE_SLASH.sub("1/", text.replace("$", "§"))
    if sign and sign in text:
        text = text[: text.rindex(sign)]
    elif sign and count and len(_digits(text)) >= count:
        text = text[: [n for n, c in enumerate(text) if c.isdigit()][count - 1] + 1]
    text = _AFTER.sub("", _BEFORE.sub("", text))
    return text if _FIGURE.fullmatch(text) else None


def _digits(text: str) -> str:
    return re.sub(r"[^\d/]", "", text)


def _number(digits: str, agreed: Sequence[tuple[str, str]], fitting: Shape | None, shape: Shape | None) -> str:
    """The digits with comma and thousands. `fitting` is the shape where its figures can be counted."""
    texts = [text for _, text in agreed]
    if sum(bool(_DOTTED.fullmatch(text)) for text in texts) > 1:
        return next(text for text in texts if _DOTTED.fullmatch(text))
    comma, mark = _comma(digits, texts, fitting)
    whole, rest = digits[: len(digits) - comma], digits[len(digits) - comma :]
    thousands = [len(whole) - n for n in range(3, len(whole), 3)]
    if thousands and _parted(thousands, [raw for raw, _ in agreed], fitting, shape):
        whole = f"{int(whole):,}".replace(",", " ") if whole[0] != "0" else whole
    return whole + (mark + rest if comma else "")


def _comma(digits: str, texts: Sequence[str], shape: Shape | None) -> tuple[int, str]:
    """How many decimals there are, and whether a comma or a full stop stands before them."""
    read = [(len(m[2]), m[1]) for m in map(_DECIMALS.fullmatch, texts) if m]
    marks = Counter(mark for _, mark in read)
    if shape:
        seen = [(len(digits) - n, low) for n, low in shape.lows().items() if 0 < len(digits) - n <= 2 and n]
        if len(seen) == 1:
            return seen[0][0], "," if marks[","] or seen[0][1].comma else "."
    if read and (marks[","] or len(read) > 1):
        return read[0][0], "," if marks[","] else "."
    return 0, ""


def _parted(thousands: Sequence[int], raws: Sequence[str], fitting: Shape | None, shape: Shape | None) -> bool:
    """Do spaces part the thousands? Any that are seen at their places tell it: they are often lost, and hardly ever invented."""
    read = [_spaces(raw) for raw in raws]
    if any(spaces and spaces <= set(thousands) for spaces in read):
        return True
    if fitting:
        seen = fitting.spaces()
        return seen <= set(thousands) and 2 * len(seen) >= len(thousands)
    return shape is not None and len(shape.spaces()) >= len(thousands)


def _spaces(read: str) -> set[int]:
    """After how many figures a space stands between two."""
    return {len(_digits(read[: space.start()])) for space in re.finditer(r"(?<=\d) (?=\d)", read)}


def _composed(agreed: Sequence[tuple[str, str]], spaces: set[int]) -> str:
    """A date, a period or a telephone number as it was read with most of its spaces, and with those that its shape shows."""
    raw = max((raw for raw, _ in agreed), key=lambda raw: raw.count(" "))
    raw = _ONE_SLASH.sub("1/", re.sub(r"\s+", " ", raw.translate(_DASHES)))
    text, count, dated = "", 0, _DATE.fullmatch(raw.replace(" ", ""))
    for sign in _AFTER.sub("", _BEFORE.sub("", raw)):
        if sign.isdigit() and count in spaces and text[-1:].isdigit() and not dated:
            text += " "
        count += sign.isdigit() or sign == "/"
        text += sign
    return text


def _negative(readings: Readings, shape: Shape | None) -> bool:
    """A minus sign that is seen, or was read twice, or once where something blurred stands before the figures."""
    read = sum(bool(re.search(r"(?:^|\D)-\d", text[:4])) for text in readings)
    blurred = shape is not None and len(shape.marks) > 1 and shape.marks[0].kind in ("other", "low")
    return bool(shape and shape.minus) or read > 1 or (read > 0 and blurred)


def _ending(sign: str, readings: Readings, shape: Shape | None, number: Shape | None) -> str:
    if sign in ("", ":-"):
        return sign
    first = len(number.marks) + shape.minus if shape and number else 0
    spaced = shape.gap_before(first) > 0.27 if shape and first else any(f" {sign}" in text for text in readings)
    return f" {sign}" if spaced else sign
