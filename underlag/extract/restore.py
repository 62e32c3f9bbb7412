"""Swedish words put right in text that has lost its å, ä and ö (old archives' OCR, an English scan reader, a broken font).

A word is changed only where one reading is clearly likelier than every other, the word as it stands included. Numbers, e-mail
addresses and words that are right already are left alone, so that restored text stays the same when it is restored again.

>>> restored("Insatsdgaren ska under tva ar f6lja malgruppen.")
'Insatsägaren ska under två år följa målgruppen.'
>>> restored("Tel 018-611 10 00, anna.ostrom@exempel.se")
'Tel 018-611 10 00, anna.ostrom@exempel.se'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from underlag.extract.damage import lost_dots
from underlag.extract.lexicon import Lexicon, swedish
from underlag.extract.misreadings import Reading, compound_readings, spelt_readings, whole_readings
from underlag.extract.speller import is_swedish
from underlag.extract.twins import counties_named, place_told_apart, told_apart

_CLEAR = 70
"""How much likelier a reading must be than the next, in centibels: 70 is five times. The word as it stands is none of Swedish."""
_SURE = 150
"""The same where the word as it stands is Swedish, or the reading is none that Hunspell knows."""
_UNKNOWN = 900
_WORST, _WORST_SHORT = 760, 460
_NEVER = 10**6
_HARDLY_LOST, _MOSTLY_LOST = 0.03, 0.5
_SHORTEST_NAME = 12
"""A word with a capital that is shorter is not guessed at where no list holds it: it may be anyone's name."""
_LONGEST = 45
_FULL_LINE = 40
_ROUNDS = 6

_SIGN = r"&@\[|60134€"
_L = r"(?:[^\W\d_]|\ufffd)"
_WORD = re.compile(rf"(?:[{_SIGN}]{{1,2}}(?=[a-zåäöé]))?{_L}+(?:[{_SIGN}?]+{_L}+)*(?:[&@](?!{_L}))?|1?[346](?={_L}{{2}}){_L}+")
_UNTOUCHED = re.compile(
    r"\S{0,80}[^\s@] ?@ ?\w[\w-]{0,80}\.\w\S*|(?:https?:|www\.)\S*|[\w-]+\.(?:se|nu|com|org|net|eu|example)\b|\S{0,80}\\\S*"
)
_MAY_SPARE = re.compile(r"[@\\]|www\.|://|\w\.[a-z]")
_LETTER = re.compile(r"[^\W\d_]")
_GONE = re.compile(r"[?\ufffd]")
_BAR = re.compile(
    r"(?:^|(?<=[.:?!] ))[|l!](?= [a-zåäöé&][\w&]* )"  # "| god tid"
    r"|(?:^|(?<=[.:?!] ))\|(?= [A-ZÅÄÖ]\w+ [a-zåäö]+ [a-zåäö]+)"  # "| Ekby kommun finns"
    r"|(?<!\w)\|(?=[a-z]{2})"  # "|dag"
)
_FRAME = re.compile(r"^\|\s+(?=[a-zåäö])")  # a frame's rule before a line that goes on a sentence
_FRAME = re.compile(r"^\|\s+(?=[a-zåäö])")  # a frame's rule before a line that goes on a sentence
_PLACE_BEFORE = re.compile(r"(\w+)\s$")
_INSIDE = re.compile(r"[^\W\d_][,;]?\s$")
_AFTER_FIGURE, _FIGURE = re.compile(r"\d{3}\s$"), re.compile(r"\s\d")  # what stands between figures is one
_SENTENCE_END = re.compile(r"[.:?!]\s$")
_SMALL = re.compile(r"[,;]? [a-zåäöé&6]")
_SMALL_WORDS = {
    "alla": "alla",
    "tva": "två",
    "två": "två",
    "med": "med",
    "och": "och",
    "att": "att",
    "som": "som",
    "ett": "ett",
    "en": "en",
}
_MOST_DIFFERENT = 15_000
"""Different words that are looked at, a millisecond each at worst; an annual report of 60 pages has 8 000."""
_NAME = re.compile(rf"[A-ZÅÄÖ]{_L}{{2,}}")
_BROKEN = re.compile(rf"({_L}+)[-\u00ad]$")
_CONTINUED = re.compile(r"[a-zåäöé&06]+")
_PLAIN = str.maketrans("åäöéáàó", "aaooaao")


@dataclass(frozen=True, slots=True)
class _Text:
    """The text that a word stands in. `counties`: those that it is about. `bare`: most of its å, ä, ö are lost, so that a word which is
    Swedish without dots may have had them.
    """

    counties: frozenset[str] = frozenset()
    bare: bool = True


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands beside a word: just before it on its line; the same, where that is little with the end of the line above; behind it."""

    near: str
    before: str
    after: str

    @property
    def inside(self) -> bool:
        """Does the word go on a sentence?"""
        return bool(_INSIDE.search(self.near))


_BARE_TEXT = _Text()


def restored_lines(lines: Sequence[str]) -> list[str]:
    """The lines, those in damaged stretches with their words put right; a word that is broken at a line's end is read as one."""
    counties = counties_named(word for line in lines for word in _NAME.findall(line))
    shown: list[str] = []
    met: set[str] = set()
    for line, lost in zip(lines, lost_dots(lines), strict=True):
        if lost < _HARDLY_LOST or len(met) > _MOST_DIFFERENT:
            shown.append(line)
            continue
        met.update(line.split())
        text = _Text(counties, lost >= _MOSTLY_LOST)
        if shown and (halves := _broken(shown[-1], line, text)):
            shown[-1], kept, line = halves
            shown.append(kept + restored(line, shown[-1], text))
        else:
            shown.append(restored(line, next((above for above in reversed(shown[-3:]) if above), ""), text))
    return shown


def _broken(above: str, line: str, text: _Text) -> tuple[str, str, str] | None:
    """The word that the end of the line above and the start of a line make, put right: `(line above, second half, what follows)`."""
    first, second = _BROKEN.search(above), _CONTINUED.match(line)
    if not first or not second:
        return None
    read = _mended(first[1] + second[0], _Around("", "", line[second.end() :]), text)
    if len(read) != len(first[1] + second[0]):
        return above, second[0], line[second.end() :]
    cut = len(first[1])
    return above[: first.start()] + read[:cut] + above[first.end(1) :], read[cut:], line[second.end() :]


def restored(line: str, before: str = "", text: _Text = _BARE_TEXT) -> str:
    """The line with each damaged word read as the one that it clearly was; `before` is what stands on the line above."""
    for _ in range(_ROUNDS):  # a word put right is a neighbour that tells more
        again = _once(line, before, text)
        if again == line:
            break
        line = again
    return line


def _once(line: str, before: str, text: _Text) -> str:
    goes_on = len(before) >= _FULL_LINE and (before[-1].islower() or before[-1] == ",")
    line = _FRAME.sub("", line) if goes_on else _BAR.sub("I", line)
    spared = [(m.start(), m.end()) for m in _UNTOUCHED.finditer(line)] if _MAY_SPARE.search(line) else []
    pieces: list[str] = []
    done = 0
    for match in _WORD.finditer(line):
        if any(a <= match.start() < b for a, b in spared) or not _stands_free(line, match):
            continue
        pieces.append(line[done : match.start()])
        near = "".join(pieces[-12:])[-40:]
        around = _Around(near, near if len(near) > 20 or not before else f"{before[-40:]} {near}", line[match.end() :])
        pieces.append(_mended(match[0], around, text))
        done = match.end()
    return "".join(pieces) + line[done:]


def _stands_free(text: str, match: re.Match[str]) -> bool:
    """Is the word no piece of a longer token: of digits ("10st", "v19"), or the first half of one that is broken at the line's end?"""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return not (before.isdigit() or after.isdigit() or text[match.end() :] in ("-", "\u00ad"))


def _mended(word: str, around: _Around, text: _Text) -> str:
    lower = word.lower()
    if not _may_change(word) or (len(word) <= 3 and _AFTER_FIGURE.search(around.near) and _FIGURE.match(around.after)):
        return word
    read = told_apart(lower, around.before, around.after) if text.bare else None
    read = read or place_told_apart(lower, text.counties)
    if read is None and lower in ("lan", "ian") and (place := _PLACE_BEFORE.search(around.before)):
        read = "län" if place[1].lower().removesuffix("s") in swedish().places else None
    shown = _cased(word, read) if read else _read(word, name=around.inside and _may_be_name(word), bare=text.bare)
    if shown == word and word.isalpha() and not is_swedish(word):
        shown = _unglued(word) or word
    if _grown(word, shown, around):
        return shown[:1].lower() + shown[1:]
    begins = word[0] == "\ufffd" and not around.inside and (not around.near or bool(_SENTENCE_END.search(around.near)))
    return shown[:1].upper() + shown[1:] if begins and shown != word else shown


def _grown(word: str, shown: str, around: _Around) -> bool:
    """Was a small å, ä or ö inside a sentence read as a capital ("en Okning av")?"""
    small = around.inside and shown[:1] in "ÅÄÖ" and word[:1] in "AO" and not shown.isupper()
    return small and bool(_SMALL.match(around.after)) and is_swedish(shown.lower())


def _unglued(word: str) -> str | None:
    """A word that Swedish lacks as the two that it clearly is: a common small one, and one that Swedish has ("enperson")."""
    for small, meant in _SMALL_WORDS.items():
        rest = word[len(small) :]
        if (
            word.lower().startswith(small)
            and len(rest) >= 5
            and rest.islower()
            and (rest := _read(rest, name=False, bare=False))
            and is_swedish(rest)
        ):
            return f"{_cased(word[: len(small)], meant)} {rest}"
    return None


def _may_change(word: str) -> bool:
    letters = len(_LETTER.findall(word))
    if len(word) > _LONGEST or letters < 1 or (word.isupper() and len(word) <= 4 and word not in ("AR", "FOR", "LAN", "MAL")):
        return False
    if word[0].isdigit() and len(word) < (3 if word[0] == "6" else 4):
        return False
    return len(word) > 1


def _cased(word: str, read: str) -> str:
    """The reading in the word's case."""
    if word.isupper() and len(word) > 1:
        return read.upper()
    first = word[:1]
    return read[:1].upper() + read[1:] if first.isupper() and not (first in "IJ" and read[:1] == "l") else read


@lru_cache(maxsize=50_000)
def _read(word: str, *, name: bool, bare: bool) -> str:
    """The word as it clearly was, else as it stands. `name`: it has a capital in the middle of a sentence. `bare`: see `_Text`."""
    lexicon = swedish()
    shown = word.lower()
    signs = shown if word.isupper() else "".join(c if c in "IJ" else c.lower() for c in word)
    stands = shown in lexicon.trade or shown in lexicon.places or (word.isalpha() and (is_swedish(word) or is_swedish(shown)))
    if stands and not bare:
        return word
    own = lexicon.costs.get(shown, lexicon.rare.get(shown, _UNKNOWN)) if stands else _UNKNOWN
    best = _clear(whole_readings(signs, lexicon), shown, own, stands=stands)
    if best is None and not stands and len(shown) >= (_SHORTEST_NAME if name else 4):
        best = _rare(signs, shown, lexicon)
    if best and (name or _may_be_name(word)) and not _fits_name(shown, best, lexicon):
        best = None
    return _cased(word, best) if best else word


def _may_be_name(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and word[0] not in "IJ"


def _fits_name(shown: str, read: str, lexicon: Lexicon) -> bool:
    """May a word with a capital be read so? A name of a person only where nothing but its dots are missing."""
    return _only_dots(shown, read) or read in lexicon.trade or read in lexicon.places or (is_swedish(read) and read in lexicon.costs)


def _rare(signs: str, shown: str, lexicon: Lexicon) -> str | None:
    """What a word that Swedish lacks may have been, where no common word is clear: a compound, one that Hunspell alone knows, or one
    of whose letters a sign is missing.
    """
    best = _clear(compound_readings(signs, lexicon), shown, _NEVER, stands=False) if len(shown) >= 6 else None
    if best is None and len(shown) >= 5:
        spelt = spelt_readings(signs)
        best = spelt[0] if len(spelt) == 1 else None
    if best is None:
        best = _clear(whole_readings(signs, lexicon, gaps=1), shown, _UNKNOWN, stands=False)
    return best


def _clear(readings: Sequence[Reading], shown: str, own: int, *, stands: bool) -> str | None:
    """The first reading, where it is another word and clearly likelier than all others and than the word as it stands."""
    if not readings or readings[0].text == shown:
        return None
    best = readings[0]
    lexicon = swedish()
    if stands and best.text in lexicon.places:  # "anges" is no place in the genitive
        return None
    rest = min([r.cost for r in readings[1:] if r.text not in (best.text, shown)], default=_NEVER)
    if len(shown) <= 9 and best.cost > (_WORST_SHORT if len(shown) <= 3 else _WORST):
        return None
    spelt = _is_word(best.text, lexicon)
    margin = _CLEAR if spelt and not _GONE.search(shown) else _SURE
    return best.text if rest - best.cost >= margin and own - best.cost >= (_SURE if stands else _CLEAR) else None


def _is_word(text: str, lexicon: Lexicon) -> bool:
    return text in lexicon.trade or text in lexicon.places or is_swedish(text) or is_swedish(text.capitalize())


def _only_dots(shown: str, read: str) -> bool:
    return shown.translate(_PLAIN) == read.translate(_PLAIN)
