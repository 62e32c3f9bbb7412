"""Words that are Swedish with dots and without ("man" and "män", "ar" read for "är" or "år"): told apart by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from underlag.schemas.places import COUNTIES
from underlag.schemas.trade import SURE_TWINS

_BARE = str.maketrans("åäö", "aao")
_PREPOSITION = r"(?<!\w)(?:i|av|för|på|med|inom|från|hos|under|enligt|utifrån|genom|mellan|utanför|bland)\s$"
_AUXILIARY = r"(?<!\w)(?:ska|skall|kan|vill|bör|måste|kommer att|behöver|kunna|få)\s(?:inte\s|även\s|också\s)?$"
_AFTER_NOUN = "av|för|for|till|från|fran|i|och|på|pa|som|att|samt|vid|under|kring|hos|den|ska|kan|är|ar|genom|utifrån|eller|med|inom"
_YEARS_BEFORE = (
    r"(?<!\w)(?:\d{1,3}|\d+\s?[-–]\s?\d+|per|varje|två|tva|tre|fyra|fem|sex|sju|åtta|atta|nio|tio|elva|tolv|flera|många|manga|några|nagra"
    r"|samma|nästa|nasta|förra|forra|föregående|foregaende|senaste|tidigare|kommande|par|halvt|varannat|vart|vartannat|helt|ett"
    r"|innevarande|under|femte|tredje|fjärde|nuvarande|varav|antal)\s$"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """`reading` is meant where the text before ends, and the text behind begins, as the patterns say ("" is anything)."""

    reading: str
    before: str = ""
    after: str = ""

    def holds(self, before: str, after: str) -> bool:
        """Does the cue fit the words around?"""
        return (not self.before or re.search(self.before, before, re.IGNORECASE) is not None) and (
            not self.after or re.match(self.after, after, re.IGNORECASE) is not None
        )


_YEAR = (_Cue("år", before=_YEARS_BEFORE), _Cue("år", after=r"\s?(?:(?:19|20)\d\d|[1-9])(?!\w)"), _Cue("är"))
_CUES: dict[str, tuple[_Cue, ...]] = {
    **dict.fromkeys(("ar", "dr", "&r", "ér", "ir", "4r", "\ufffdr"), _YEAR),
    "man": (
        _Cue("män", before=r"\bkvinnor(?:na)?\s+(?:och|eller|samt|respektive|än|an|/)?\s*$|\d\s?%\s+$|(?<!\w)(?:unga|fler|färre)\s$"),
        _Cue("män", after=r"\s+(?:och|eller|samt|respektive|/)?\s*kvinnor"),
        _Cue("män", before=r"(?<!\w)\d+\s$"),
    ),
    "var": (_Cue("vår", before=_PREPOSITION, after=r"\s(?!och|en|sin|ett|som|det|den|de|för|for)[a-zåäö]{3}"),),
    "vara": (_Cue("våra", before=_PREPOSITION, after=r"\s[a-zåäö]{3}"),),
    "vart": (_Cue("vårt", before=_PREPOSITION, after=r"\s(?!fall|annat|och|\w+(?:te|de|nde)\s)[a-zåäö]{3}"),),
    "beror": (_Cue("berör", after=r"\s(?!på|pa\b|av\b|helt|delvis|främst|framst|mest|ofta|till|ibland)[a-zåäö]{2}"),),
    "ingar": (_Cue("ingår"),),
    "inga": (_Cue("ingå", before=_AUXILIARY, after=r"\s(?:i|som|en|ett|minst|bland)\b|\s*[.,]"),),
    "fortsatta": (_Cue("fortsätta", before=_AUXILIARY), _Cue("fortsätta", before=r"\batt\s$", after=r"\s(?:\w+a|att|i|med|som|på)\b")),
    "satt": (_Cue("satt", before=r"(?<!\w)(?:blivit|har|hade|ha|är|var|som|de)\s$"), _Cue("sätt")),
    "satta": (_Cue("sätta", before=_AUXILIARY + r"|\batt\s$"),),
    "starka": (_Cue("stärka", before=_AUXILIARY + r"|\batt\s$"),),
    "prova": (_Cue("pröva", before=_AUXILIARY + r"|\batt\s$"),),
    "andra": (_Cue("ändra", before=_AUXILIARY),),
    "bara": (_Cue("bära", before=r"\batt\s$"),),
    "rad": (_Cue("råd", before=r"(?<!\w)(?:ger|få|får|ge|gett|har|ha)\s$", after=r"\s(?:och|om|kring)\b"),),
    "val": (_Cue("väl", before=r"(?<!\w)(?:\w*fungera[rt]?|\w*fungerande|ligger|stämmer|passar|fallit|faller|tas|tagit|ta)\s$"),),
    "nar": (_Cue("når", after=r"\s(?:sina?|sitt|målen|malen|målet|malet|ut|fram|upp|inte)\b"), _Cue("när")),
    "bor": (
        _Cue(
            "bör",
            after=r"\s(?:(?:inte|även|också|ocksa|därför|alla)\s)?(?!hemma|ensamma|tillsamm)(?:\w+[ai]|ske|bli|ha|få|fa|stå|sta|gå|ga|ges)\b",
        ),
    ),
    "stod": (
        _Cue("stod", before=r"(?<!\w)(?:arbetsförmedlingen|försäkringskassan|kommunen|regionen|parterna|vi|hon|han)\s$"),
        _Cue("stöd", after=rf"\W*$|[.,;:)/]|\s(?:{_AFTER_NOUN})\b"),
        _Cue("stöd", before=r"(?<!\w)(?:få|får|fått|ge|ger|gett|ett|med|behov av|behöver|samordnat|individuellt|rätt|mer|utökat|annat)\s$"),
    ),
    "fr": (_Cue("för", after=r"\s(?!o\b|om\b)[a-zåäö]{2}"),),
    **{word.translate(_BARE): (_Cue(word),) for word in SURE_TWINS if word not in ("stöd", "är", "år")},
}


def told_apart(word: str, before: str, after: str) -> str | None:
    """The word (lower case) that a bare one stands for between its neighbours, itself where they do not tell; None for a word without
    a twin.
    """
    cues = _CUES.get(word)
    return next((cue.reading for cue in cues if cue.holds(before, after)), word) if cues else None


_COUNTY = {name.lower().translate(_BARE): county for county, names in COUNTIES.items() for name in names}
_TWIN_PLACES = {
    bare: {county: name.lower() for county, names in COUNTIES.items() for name in names if name.lower().translate(_BARE) == bare}
    for bare in _COUNTY
    if sum(name.lower().translate(_BARE) == bare for names in COUNTIES.values() for name in names) > 1
}


def counties_named(words: Iterable[str]) -> frozenset[str]:
    """The counties whose municipalities are named among the words, those left out whose names two counties share ("Habo")."""
    bare = {word.lower().translate(_BARE).removesuffix("s") for word in words if word[:1].isupper()}
    return frozenset(_COUNTY[word] for word in bare & _COUNTY.keys() if word not in _TWIN_PLACES)


def place_told_apart(word: str, counties: frozenset[str]) -> str | None:
    """The municipality (lower case) that a bare name stands for in a text about these counties; None where it may be more than one."""
    bare, end = (word[:-1], "s") if word.endswith("s") else (word, "")
    found = {name for county, name in _TWIN_PLACES.get(bare, {}).items() if county in counties}
    return found.pop() + end if len(found) == 1 else None
