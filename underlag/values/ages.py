"""Ages: the bounds of a target group, both included, `None` where a side is open.

>>> [found.value for found in ages_in("Vuxna 18 – 66 år, främst elever upp till 20 år.")]
[(18, 66), (None, 20)]
>>> ages_in("under tre år och 14 av 18 månader")
[]
"""

from __future__ import annotations

import re

from underlag.values.spans import Found, evened

Ages = tuple[int | None, int | None]

OLDEST = 99

_N = r"([0-9]{1,2})"
# The year word without its ring is what scan readers give; "ålder" covers "i åldern", "åldrarna", "åldersgruppen".
_YEARS = r"(?:[åa]r(?:s [åa]lder)?|[åa]ringar)(?!\w)"
_AGED = r"[åa]ld(?:er|rar|ersgrupp|ersspann|ersintervall)(?:n|en|na|et)?"
_RANGE = re.compile(
    rf"(?:(?P<aged>{_AGED})(?: :|:)? ?)?(?P<start>(?:mellan |fr[åa]n |fr\.? ?o\.? ?m\.? )?)(?<![0-9/.,:-]){_N}"
    rf"(?: [åa]r)? ?(?:-|till och med|t\.? ?o\.? ?m\.?|till|och|upp till) ?{_N}(?![0-9/.:%]|,[0-9]| ?(?:%|procent|m[åa]nad|veck|dag))"
    rf"(?P<years>[ -]?{_YEARS})?",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?<!\w)(?:(?P<over>[äa]ldre [äa]n|[öo]ver)|fr[åa]n(?: och med)?|fr\.? ?o\.? ?m\.?|minst|fyllda|fyllt|de som [äa]r) {_N} {_YEARS}"
    rf"(?! (?:fram|sedan|bak))",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"(?<!\w)(?:(?P<below>yngre [äa]n|under)|upp till|till och med|t\.? ?o\.? ?m\.?|h[öo]gst|max(?:imalt)?) {_N} {_YEARS}", re.IGNORECASE
)
_AND_UP = re.compile(
    rf"(?<![\w/.,:-]){_N} {_YEARS} (?:(?P<up>och (?:[äa]ldre|upp[åa]t|[öo]ver)|eller [äa]ldre)|(?:och|eller) yngre)", re.IGNORECASE
)
# Younger than this is a length of time ("minst 2 år"), not an age of those whom these insatser serve.
_YOUNGEST = 13


def ages_in(text: str) -> list[Found[Ages]]:
    """Every age or span of ages; lengths of time, dates and counts are left out."""
    plain = evened(text)
    found: list[Found[Ages]] = []
    for match in _RANGE.finditer(plain):
        span = _span(match)
        if span is not None:
            found.append(Found(span, match.end("aged") + _gap(plain, match.end("aged")) if match["aged"] else match.start(), match.end()))
    for pattern in (_AND_UP, _FROM, _UNTIL):
        for match in pattern.finditer(plain):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.extend(_open(match))
    return sorted(found, key=lambda each: each.start)


def _gap(plain: str, at: int) -> int:
    """How many spaces and colons follow."""
    return len(plain[at : at + 3]) - len(plain[at : at + 3].lstrip(" :"))


def _span(match: re.Match[str]) -> Ages | None:
    low, high = int(match[3]), int(match[4])
    said = match["aged"] or match["years"]
    joined = " och " in match.group() and not match["start"].casefold().startswith("mellan") and not match["aged"]
    return (low, high) if said and not joined and _YOUNGEST <= low < high <= OLDEST else None


def _open(match: re.Match[str]) -> list[Found[Ages]]:
    groups = match.groupdict()
    age = next(int(group) for group in match.groups() if group and group.isdigit())
    if not _YOUNGEST <= age <= OLDEST:
        return []
    span: Ages
    if match.re is _FROM:
        span = (age + 1 if groups["over"] and groups["over"].casefold()[0] in "äa" else age, None)
    elif match.re is _UNTIL:
        span = (None, age - 1 if groups["below"] else age)
    else:
        span = (age, None) if groups["up"] else (None, age)
    return [Found(span, match.start(), match.end())]
