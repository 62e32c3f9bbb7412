"""Lines of a budget in raw text taken apart: label, share of post, days, and the numbers at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from underlag.extract.budget_rows import NUMBERING
from underlag.schemas.page import Line
from underlag.values.amounts import split_amounts
from underlag.values.dates import parse_date
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

_PERCENT = re.compile(r"^\d{1,3}%$")
_NUMBER = re.compile(r"^[-−]?\d{1,9}[.,|!/;\]]*$")
_NOISE = re.compile(r"[|_\[\]{}]+|(?<!\w)[~—-]+(?!\w)")
_TWICE = re.compile(r"(\d{1,3}(?: \d{3})*) (\1)")
_GROUPED = r"\d{1,3}(?: ?\d{3})+(?: \d{1,3}(?: \d{3})*)*"
_BROKEN_FIGURES = re.compile(rf"(?<!\w)(?P<before>{_GROUPED}) (?!\d)\S{{1,3}} (?P<after>{_GROUPED})\W*$")
_ZERO = re.compile(r"^[(\[{]?[oO0QCciltT]{0,2}[)\]}][;|]?$|^[oO0]{1,2}[lI|;.]?$|^[()\[\]]{2}$")
_TYPED_ZERO = re.compile(r"^[|lI]?[oO0][|lI;.]?$")
_THOUSAND_POINT = re.compile(r"(?<![\d.,])(\d{1,3})[.,](?=\d{3}(?:[ .]\d{3})*(?![\d.,%]))")
_CURRENCY = re.compile(r"(?<=\d)\s?(?::-|,-|kr\b)")
_SPELT_DAY = re.compile(
    r"(?<!\d)(\d{1,2}) (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) ((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_DAYS_TOGETHER = re.compile(r"(?<!\d)(\d{6}|\d{4}-\d\d-\d\d)\s?[-–—]\s?(?=(?:\d{6}|\d{4}-\d\d-\d\d)(?!\d))")
_ZERO_SIGNS, _RULE_SIGNS = frozenset("oO0cC"), frozenset("lIjt| ")
_LONG_HEAD = re.compile(r"(?<!\d)([1-9])(\d{3}) (?=\d{3}(?!\d))")
_BLANK_ROW = re.compile(r"^(?:\d{1,2}\s*[.,)]?|[&§])$")
_HEADING = re.compile(
    r"\b(alla insats|att rekvirera|rekvirera$|tidsperiod|a{1,2}mmdd|huvudinsats|delinsats|huvudprojekt|delprojekt)"
    r"|\b(fyll i |kostnader i |instruktioner)"
    r"|^(fran|fr.n|till|from|tom|start|slut|tj?.{0,2}nst ?i?|namn|inkl p.*|kostnader att .*|insatsens .*|budget .*)$"
    r"|^(projektets .*|belopp|organisation|summa kr)$"
)


@dataclass(slots=True)
class Cut:
    """One line taken apart: its label, share of post, days, and the numbers at its end as written, a text a line."""

    lines: tuple[Line, ...]
    label: str
    percent: float | None = None
    days: list[date] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    blank: bool = False

    def numbers(self, columns: int | None = None) -> list[int]:
        """The amounts from the left; `[]` where they can't be parted into `columns`."""
        wanted = columns if len(self.tail) == 1 else None
        found = [n for tail in self.tail for n in _split(tail, wanted)]
        return found if columns is None or len(found) == columns else []

    def joined(self, other: Cut) -> Cut:
        """This line with the numbers of another behind its own."""
        return Cut(self.lines + other.lines, self.label, self.percent or other.percent, self.days, [*self.tail, *other.tail])


def _split(tail: str, columns: int | None) -> list[int]:
    """The numbers of one line; the space after the first digit of a million is put back where it takes that to part them."""
    found = [n for n in split_amounts(tail, columns) if n is not None]
    if len(found) == 1 and (twice := _TWICE.fullmatch(tail)):
        return [n for half in twice.groups() for n in split_amounts(half) if n is not None]
    spaced = _LONG_HEAD.sub(r"\1 \2 ", tail)
    if spaced != tail and (columns is None or len(found) != columns):
        again = [n for n in split_amounts(spaced, columns) if n is not None]
        return again if columns is None or len(again) == columns else found
    return found


def day_of(token: str) -> date | None:
    """The day that a word of a budget line writes; a cell's left rule may stand before it, read as a 1."""
    bare = token.strip(".,;|!")
    if re.fullmatch(r"1\d{6}", bare):
        bare = bare[1:]
    return parse_date(bare) if re.fullmatch(r"\d{6}|\d{1,2}/\d{1,2}-?\d{2,4}|\d{4}-\d\d-\d\d", bare) else None


def _is_zeros(text: str) -> bool:
    """Is the line a row of zeros read as letters, the cells' rules among them ("oclo co")?"""
    zeros = sum(c in _ZERO_SIGNS for c in text)
    signs = len(text.replace(" ", ""))
    return zeros >= 3 and zeros * 2 > signs and not text.isdigit() and all(c in _ZERO_SIGNS or c in _RULE_SIGNS for c in text)


def _evened_days(text: str) -> str:
    """Days spelt out ("1 januari 2024") or set together ("220401-240331") as words of their own."""
    return _DAYS_TOGETHER.sub(r"\1 ", _SPELT_DAY.sub(lambda m: f"{parse_date(m[0]) or m[0]}", text))


def _zeros_written(text: str) -> str:
    """Zeros that were read as letters in brackets or rules ("(0)", "ti)", "ol"), among the numbers at the end of a line."""
    words = text.split(" ")
    last = next((n for n in range(len(words) - 1, -1, -1) if len(words[n]) > 3 and not re.search(r"\d", words[n])), -1)
    numbers = any(re.search(r"\d{3}", word) for word in words[last + 1 :])
    meant = _ZERO if numbers or fold(text).startswith(("summa", "totalt")) else _TYPED_ZERO
    return " ".join(words[: last + 1] + ["0" if meant.match(word) else word for word in words[last + 1 :]])


def _with_unread_zeros(text: str) -> str:
    """A sum's figures with one that can't be read between them, as 0 where the others add up without it."""
    broken = _BROKEN_FIGURES.search(text)
    if broken is None:
        return text
    before, after = ([n for n in split_amounts(part) if n is not None] for part in (broken["before"], broken["after"]))
    numbers = [*before, *after]
    adds_up = len(numbers) > 1 and sum(numbers[:-1]) == numbers[-1]
    return f"{text[: broken.end('before')]} 0 {text[broken.start('after') :]}" if adds_up else text


def cut_line(line: Line) -> Cut:
    """Takes a line apart from its right end."""
    bare = line.text.strip()
    if _is_zeros(bare):
        return Cut((line,), "", tail=["0"])
    text = _CURRENCY.sub("", _evened_days(line.text))
    text = _NOISE.sub(" ", _zeros_written(text)).replace("°", "")
    text = _with_unread_zeros(_THOUSAND_POINT.sub(r"\1 ", " ".join(text.split())))
    text = re.sub(r"(?<=\d)\s+%", "%", text)
    text = re.sub(r"(\d{1,2}/\d{1,2})\s*-\s*(\d{4})", r"\1-\2", text)
    tokens = text.split()
    k = len(tokens)
    while k > 0 and (_NUMBER.match(tokens[k - 1]) and not day_of(tokens[k - 1])):
        k -= 1
    tail = " ".join(re.sub(r"[.,|!/;\]]+$", "", t) for t in tokens[k:])
    cut = Cut((line,), "", tail=[tail] if tail else [], blank=bool(_BLANK_ROW.match(bare)) and not bare.isdigit())
    label: list[str] = []
    for token in tokens[:k]:
        day = day_of(token)
        if day:
            cut.days.append(day)
        elif _PERCENT.match(token):
            cut.percent = float(token[:-1])
        else:
            label.append(token)
    if label and re.fullmatch(r"[1-9]", tail) and cut.percent is None and not cut.days:
        label.append(tail)  # "Handläggare 2" is a name; no cost is so small
        cut.tail = []
    while label and not re.search(r"\w|[)\]]", label[-1]):
        label.pop()
    named = NUMBERING.sub("", " ".join(label)).strip(" .:-")
    cut.label = named if re.search(r"[^\W\d_]{2}", named) else ""
    if cut.blank:
        cut.tail = []
    return cut


def is_heading(cut: Cut) -> bool:
    """Does the line head columns rather than name a cost?"""
    folded = fold(cut.label)
    if cut.tail or not folded:
        return False
    named = sum(f.end - f.start for f in organisations_in(cut.label))
    return bool(_HEADING.search(folded)) or named >= 0.6 * len(cut.label)


def joined_labels(cuts: Sequence[Cut]) -> list[Cut]:
    """The lines; a long label without numbers that goes on in the next line is put together with it."""
    joined: list[Cut] = []
    for cut in cuts:
        last = joined[-1] if joined else None
        if last and cut.label and not last.tail and not last.days and last.percent is None and _wraps(last.label, cut.label):
            lines = (*last.lines, *cut.lines)
            joined[-1] = Cut(lines, f"{last.label} {cut.label}", cut.percent, cut.days, cut.tail)
        else:
            joined.append(cut)
    return joined


def _wraps(first: str, second: str) -> bool:
    open_bracket = first.count("(") > first.count(")") and ")" in second
    return open_bracket or (len(first) > 20 and second[:1].islower())
