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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from underlag.extract.lexicon import Lexicon, swedish

MARGIN = 70
"""How much likelier a reading must be than the next, in centibels: 70 is five times."""
_UNKNOWN = 900
_WORST = 760
_JOINT = 150
_LONGEST = 45
_SHORTEST_PART = 3
_COMMON_PART = 520
_RARE_PART = 6
_KEPT = 3
_ROUNDS = 6
_PART_WORST = 150
_ENDING = 150

# What a scan reader without å, ä and ö makes of them, and what it mistakes l and i for: sign read -> (letter, cost in centibels).
_SIGNS: dict[str, tuple[tuple[str, int], ...]] = {
    "a": (("å", 0), ("ä", 0), ("ö", 260)),
    "b": (("ö", 260),),
    "o": (("ö", 0),),
    "é": (("ö", 0), ("ä", 0), ("å", 20)),
    "á": (("å", 0), ("ä", 0)),
    "à": (("å", 0), ("ä", 0)),
    "ó": (("ö", 0),),
    "d": (("å", 120), ("ä", 120), ("ö", 150)),
    "6": (("ö", 0),),
    "0": (("ö", 60), ("o", 60)),
    "&": (("å", 20), ("ä", 20), ("ö", 60)),
    "@": (("ä", 20), ("å", 20)),
    "3": (("å", 40),),
    "g": (("ä", 260), ("ö", 260)),
    "t": (("ö", 300),),
    "i": (("ä", 130), ("å", 200), ("l", 220)),
    "e": (("ö", 260),),
    "I": (("l", 60),),
    "[": (("l", 60),),
    "|": (("l", 80), ("i", 80)),
    "1": (("l", 60),),
}
_PAIRS: dict[str, tuple[tuple[str, int], ...]] = {
    "di": (("ä", 200),),
    "id": (("ä", 200),),
    "éo": (("ö", 40),),
    "ad": (("å", 200), ("ä", 200)),
    "éa": (("å", 60), ("ä", 60)),
    "éi": (("ä", 60),),
    "éd": (("ä", 60),),
    "aé": (("ä", 60), ("å", 60)),
    "oé": (("ö", 40),),
    "oo": (("ö", 120),),
    "li": (("ll", 220),),
}
_ENDINGS = frozenset(
    """
    s n en et ns ens ets na nas t a r er ar e de or orna ena erna arna ers ande ade nde ndes nden ning ningar ing ingar ingarna ningen
    ningarna het heten lig liga ligt iga igt are aren arens bar bara
    """.split()
)
_SIGN = r"&@\[|6013"
_L = r"[^\W\d_]"
_WORD = re.compile(rf"(?:[{_SIGN}]{{1,2}}(?=[a-zåäöé]))?{_L}+(?:[{_SIGN}]+{_L}+)*(?:[&@](?!{_L}))?|1?[36](?={_L}{{2}}){_L}+")
_UNTOUCHED = re.compile(r"\S{0,80}[^\s@] ?@ ?\w[\w-]{0,80}\.\w\S*|(?:https?:|www\.)\S*|\S{0,80}\\\S*")
_MAY_SPARE = re.compile(r"[@\\]|www\.|://")
_LETTER = re.compile(r"[^\W\d_]")
_DOTTED = re.compile(r"[åäöÅÄÖ]")
_BAR = re.compile(
    r"(?:^|(?<=[.:?!] ))[|l!](?= [a-zåäöé&][\w&]* )"  # "| god tid"
    r"|(?:^|(?<=[.:?!] ))\|(?= [A-ZÅÄÖ]\w+ \w+ \w+)"  # "| Ekby kommun finns"
    r"|(?<!\w)\|(?=[a-z]{2})"  # "|dag"
)
_YEARS_BEFORE = re.compile(
    r"(?<!\w)(?:\d{1,3}|\d+\s?[-–]\s?\d+|per|varje|två|tva|tre|fyra|fem|sex|sju|åtta|atta|nio|tio|flera|många|manga|några|nagra|samma|nästa|nasta|förra"
    r"|forra|föregående|foregaende|senaste|tidigare|kommande|par|halvt|dessa|varannat|helt|innevarande|under)\s$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"\s?(?:(?:19|20)\d\d|[1-9])(?!\d)")
_IS_OR_YEAR = frozenset(("ar", "dr", "&r", "ér", "ir"))
_MEN_NEAR = re.compile(r"\bkvinnor(?:na)?\s+(?:och|eller|samt|/)?\s*$|\d\s?%\s+$", re.IGNORECASE)
_WOMEN_AFTER = re.compile(r"\s+(?:och|eller|samt|/)?\s*kvinnor", re.IGNORECASE)
_COUNTY_BEFORE = re.compile(r"(\w+)\s$")
_SWEDISH = frozenset("och att det som en av med till den ett om ska kommer vid kan eller inte".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the letters meant, and how unlikely that is in centibels."""

    text: str
    cost: int


def looks_damaged(lines: Sequence[str]) -> bool:
    """Is this Swedish text with far fewer å, ä and ö (normal: 5 letters in 100) than Swedish has?"""
    words = [word for line in lines for word in re.findall(r"[^\W\d_]+", line.lower())]
    letters = sum(map(len, words))
    if letters < 60 or sum(word in _SWEDISH for word in words) < 0.04 * len(words):
        return False
    dotted = sum(len(_DOTTED.findall(word)) for word in words)
    return dotted < 0.025 * letters


def restored(text: str, before: str = "") -> str:
    """The text with each damaged word read as the one that it clearly was; `before` is what stands on the line above."""
    for _ in range(_ROUNDS):  # a word put right is a neighbour that tells more
        again = _once(text, before)
        if again == text:
            break
        text = again
    return text


def _once(text: str, before: str) -> str:
    text = _BAR.sub("I", text)
    spared = [(m.start(), m.end()) for m in _UNTOUCHED.finditer(text)] if _MAY_SPARE.search(text) else []
    pieces: list[str] = []
    done = 0
    for match in _WORD.finditer(text):
        if any(a <= match.start() < b for a, b in spared) or not _stands_free(text, match):
            continue
        pieces += [text[done : match.start()], _mended(match[0], _context(before, pieces, text[done : match.start()]), text[match.end() :])]
        done = match.end()
    return "".join(pieces) + text[done:]


def _context(before: str, pieces: Sequence[str], gap: str) -> str:
    """The last words before a word, the line above included."""
    near = ("".join(pieces) + gap)[-40:]
    return near if len(near) > 20 or not before else f"{before[-40:]} {near}"


def _stands_free(text: str, match: re.Match[str]) -> bool:
    """Is the word no piece of a longer token of digits ("10st", "v19")?"""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return not (before.isdigit() or after.isdigit())


def _mended(word: str, before: str, after: str) -> str:
    lower = word.lower()
    if lower in _IS_OR_YEAR:
        year = bool(_YEARS_BEFORE.search(before)) or bool(_YEAR_AFTER.match(after))
        return _cased(word, "år" if year else "är")
    if lower == "man" and (_MEN_NEAR.search(before) or _WOMEN_AFTER.match(after)):
        return _cased(word, "män")
    if lower in ("lan", "ian") and (place := _COUNTY_BEFORE.search(before)) and place[1].lower().removesuffix("s") in swedish().places:
        return "län"
    if not _may_change(word):
        return word
    inside = bool(re.search(r"[^\W\d_][,;]?\s$", before))
    return _read(word, inside and word[:1].isupper() and word[0] != "I")


def _may_change(word: str) -> bool:
    if len(word) > _LONGEST or len(_LETTER.findall(word)) < 1 or (word.isupper() and len(word) <= 4):
        return False
    if word[0].isdigit() and len(word) < (3 if word[0] == "6" else 4):
        return False
    return len(word) > 1


def _cased(word: str, read: str) -> str:
    """The reading in the word's case."""
    if word.isupper() and len(word) > 1:
        return read.upper()
    first = word[:1]
    return read[:1].upper() + read[1:] if first.isupper() and not (first == "I" and read[:1] == "l") else read


@lru_cache(maxsize=50_000)
def _read(word: str, name: bool) -> str:
    """The word as it clearly was, else as it stands. `name`: it has a capital in the middle of a sentence."""
    lexicon = swedish()
    shown = word.lower()
    signs = shown if word.isupper() else "".join(c if c == "I" else c.lower() for c in word)
    own = lexicon.costs.get(shown, lexicon.rare.get(shown, _UNKNOWN))
    readings = sorted(_whole(signs, lexicon), key=lambda r: r.cost)
    if own == _UNKNOWN and not (readings and readings[0].cost <= _WORST) and len(shown) >= 6:
        readings = _compounds(signs, lexicon, name=name)
        own = min((r.cost for r in readings if r.text == shown), default=_UNKNOWN * 4)
    return _cased(word, readings[0].text) if _is_clear(readings, shown, own, name=name) else word


def _is_clear(readings: Sequence[Reading], shown: str, own: int, *, name: bool) -> bool:
    """Is the first reading another word, and clearly likelier than all others and than the word as it stands?"""
    if not readings or readings[0].text == shown:
        return False
    best = readings[0]
    rest = min([r.cost for r in readings[1:] if r.text not in (best.text, shown)], default=_UNKNOWN * 4)
    short = len(shown) <= 3
    worst = 460 if short else _WORST if len(best.text) < 9 else _UNKNOWN * 4
    if name and not (_only_dots(shown, best.text) or best.cost <= 460 + 150):
        return False
    return best.cost <= worst and min(rest, own) - best.cost >= MARGIN


def _only_dots(shown: str, read: str) -> bool:
    plain = str.maketrans("åäöéáàó", "aaooaao")
    return shown.translate(plain) == read.translate(plain)


def _steps(signs: str, at: int) -> Iterator[tuple[str, int, int]]:
    """What the signs at a place may have been: `(letters, signs used, cost)`."""
    sign = signs[at]
    if sign.isalpha():
        yield sign.lower(), 1, 0 if sign != "é" else 60
    for letters, cost in _SIGNS.get(sign, ()):
        yield letters, 1, cost
    for letters, cost in _PAIRS.get(signs[at : at + 2].lower(), ()):
        yield letters, 2, cost


def _words_from(signs: str, start: int, lexicon: Lexicon, most: int = 420) -> Iterator[tuple[int, Reading]]:
    """Every word of the lexicon that the signs from `start` may have been: `(where it ends, the word)`."""
    open_ends = [(start, "", 0)]
    while open_ends:
        at, letters, cost = open_ends.pop()
        if letters in lexicon.costs:
            yield at, Reading(letters, lexicon.costs[letters] + cost)
        if at >= len(signs):
            continue
        for new, used, extra in _steps(signs, at):
            if cost + extra <= most and letters + new in lexicon.openings:
                open_ends.append((at + used, letters + new, cost + extra))


def _whole(signs: str, lexicon: Lexicon) -> list[Reading]:
    """The word as a single one of the lexicon."""
    best: dict[str, int] = {}
    for end, reading in _words_from(signs, 0, lexicon):
        if end == len(signs):
            best[reading.text] = min(reading.cost, best.get(reading.text, reading.cost))
    return [Reading(text, cost) for text, cost in best.items()]


def _compounds(signs: str, lexicon: Lexicon, *, name: bool) -> list[Reading]:
    """The likeliest ways to read the word as several put together, best first; none for a name."""
    if name:
        return []
    reached: list[dict[str, int]] = [{} for _ in range(len(signs) + 1)]
    reached[0][""] = 0
    for at in range(len(signs)):
        if not reached[at]:
            continue
        here = sorted(reached[at].items(), key=lambda r: r[1])[:_KEPT]
        for end, part in _parts(signs, at, lexicon):
            for text, cost in here:
                whole, total = text + part.text, cost + part.cost + (_JOINT if at else 0)
                if total < reached[end].get(whole, 10**6):
                    reached[end][whole] = total
    return sorted((Reading(text, cost) for text, cost in reached[-1].items()), key=lambda r: r.cost)


def _parts(signs: str, at: int, lexicon: Lexicon) -> Iterator[tuple[int, Reading]]:
    """What may stand at a place inside a compound: a word, a word with the s that joins, an ending."""
    for end, word in _words_from(signs, at, lexicon, _PART_WORST):
        if len(word.text) < _SHORTEST_PART or (len(word.text) < 5 and lexicon.costs[word.text] > _COMMON_PART):
            continue
        yield end, word
        if signs[end : end + 1].lower() == "s" and end + 1 < len(signs):
            yield end + 1, Reading(word.text + "s", word.cost + 40)
    for end in range(at + _RARE_PART, len(signs) + 1):
        rare = lexicon.rare.get(signs[at:end].lower())
        if rare is not None:
            yield end, Reading(signs[at:end].lower(), rare)
    if at and signs[at:].lower() in _ENDINGS:
        yield len(signs), Reading(signs[at:].lower(), _ENDING)
