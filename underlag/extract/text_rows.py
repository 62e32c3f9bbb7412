"""Forms' small labels side by side in raw text, unrolled: what stood in columns, line by line as "label: text".

Layouts lose their columns when a page is read line by line: a row of labels with the answers below it, two blocks of labelled lines
beside each other, several small labels on one line.

>>> [text for _, text in unrolled(["Organisation Kontaktperson E-post", "Ekby kommun Siv Ek, chef siv.ek@ekby.se"])]
['Organisation: Ekby kommun', 'Kontaktperson: Siv Ek, chef', 'E-post: siv.ek@ekby.se']
>>> [text for _, text in unrolled(["Datum: 2024-01-02 Datum: 2024-01-03", "E-post: a@b.se E-post: c@d.se"])]
['Datum: 2024-01-02', 'E-post: a@b.se', 'Datum: 2024-01-03', 'E-post: c@d.se']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from underlag.extract.sublabels import kind_of, opens_with_label
from underlag.schemas.wordings import PARTY, SIGNATURE
from underlag.values.contact import emails_in, person_name
from underlag.values.dates import dates_in
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

Row = tuple[int, str]
"""A line's position among the lines given, and a text of it."""

_NOISE = re.compile(r"^[^\w]*$|^[\w|]$|^[^\w]*\d?[^\w]*$")
_LONGEST_HEAD = 90
_FEWEST_LINES = 2  # of two blocks beside each other
_MOST_BLOCKS = 3
_SIGNED = "Namnteckning"  # "Underskrift" would open the form's own question anew
_NUMBER = re.compile(r"\W*(?:\d{1,2}\s?[.)]\s*)?")
_FRAGMENT = re.compile(r"^[\s|]*(\.?[a-z][a-z.]{1,24})[\s|]*$")
_CAPITAL_NAME = re.compile(r"[A-ZÅÄÖ][\w.'’-]+ [A-ZÅÄÖ][\w'’-]+(?=[,;(]|\s*$)")


def unrolled(lines: Sequence[str]) -> list[Row]:
    """The lines with columns of small labels and their answers put one after another; all other lines as they are."""
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        made, taken = _under_heads(lines, at)
        if not taken:
            made, taken = _beside(lines, at)
        if not taken:
            made, taken = _one_after_another(lines[at], at)
        rows += made or [(at, lines[at])]
        at += taken or 1
    return rows


@cache
def _labels() -> dict[str, list[tuple[str, str]]]:
    """The small labels by their first folded word: `(folded, kind)`, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, wordings in (*SIGNATURE.items(), *PARTY.items()):
        for wording in wordings:
            found.setdefault(fold(wording).split()[0], []).append((fold(wording), kind))
    return {first: sorted(set(labels), key=lambda label: -len(label[0])) for first, labels in found.items()}


def _heads(line: str) -> list[tuple[str, str]]:
    """The `(kind, label as written)` of a line that is two small labels or more and nothing else but marks; empty for other lines."""
    words = [word for word in line.split() if not _NOISE.match(word)] if len(line) <= _LONGEST_HEAD else []
    heads: list[tuple[str, str]] = []
    while words:
        rest = " ".join(map(fold, words))
        label = next(((f, kind) for f, kind in _labels().get(rest.split()[0] if rest else "", ()) if f"{rest} ".startswith(f"{f} ")), None)
        if label is None:
            return []
        used = next((n for n in range(1, len(words) + 1) if fold(" ".join(words[:n])) == label[0]), 0)
        if not used:  # a label ends inside a word ("Ort/datumet")
            return []
        heads.append((label[1], " ".join(words[:used]).strip(" :|–—-_")))
        words = words[used:]
    return heads if len(heads) > 1 and len({kind for kind, _ in heads}) == len(heads) else []


def _under_heads(lines: Sequence[str], at: int) -> tuple[list[Row], int]:
    """A row of labels and the rows of answers below it, unrolled, and how many lines that takes; nothing where it is none."""
    heads = _heads(lines[at])
    if not heads:
        return [], 0
    made: list[Row] = []
    below = at + 1
    while below < len(lines) and not _is_label(lines[below]):
        text, taken = _whole(lines, below)
        answers = _answers(text, [kind for kind, _ in heads])
        if answers is None:
            break
        named = [(kind, _SIGNED if kind == "underskrift" else label) for kind, label in heads]
        made += [(below, f"{label}: {answers[kind]}") for kind, label in named if answers.get(kind)]
        below += taken
    return (made, below - at) if made else ([], 0)


def _is_label(line: str) -> bool:
    text = line.strip(" :|")
    return (
        bool(_heads(line)) or kind_of(text, PARTY) is not None or kind_of(text, SIGNATURE) is not None or opens_with_label(text, SIGNATURE)
    )


def _whole(lines: Sequence[str], at: int) -> tuple[str, int]:
    """A row, an address that its cell broke put together, and how many lines it takes."""
    text = " ".join(lines[at].replace("|", " ").split())
    broken = _FRAGMENT.match(lines[at + 1]) if at + 1 < len(lines) and re.search(r"@\S+$", text) else None
    return (text + broken[1], 2) if broken else (text, 1)


def _answers(text: str, kinds: Sequence[str]) -> dict[str, str] | None:
    """What the row answers under each kind of label; None where it is no row of answers."""
    found: dict[str, str] = {}
    address = re.search(r"\S+@\S+", text) if "epost" in kinds else None
    if address:
        mails = emails_in(text)
        found["epost"] = mails[0].value if mails else address[0]
        text = text[: mails[0].start if mails else address.start()].strip(" ,;")
    dates = dates_in(text) if {"organisation_datum", "datum"} & set(kinds) else []
    if dates:
        kind = "organisation_datum" if "organisation_datum" in kinds else "datum"
        found[kind] = text[: dates[-1].end] if kind == "organisation_datum" else text[dates[0].start : dates[0].end]
        found["underskrift"] = text[dates[-1].end :].strip()
        return found if "organisation_datum" in kinds else None
    organisation, person = _organisation_and_person(text) if "organisation" in kinds else ("", text)
    found |= {"organisation": organisation, "kontaktperson": person, "namn": person}
    sure = (
        address or (organisation and person) or (set(kinds) == {"namn", "epost"} and person_name(person) and not organisations_in(person))
    )
    return found if sure and (not person or person_name(person)) and (organisation or "organisation" not in kinds) else None


def _organisation_and_person(text: str) -> tuple[str, str]:
    """The two halves of "Ekby kommun Siv Ek, chef"; the person is the last name in it."""
    known = organisations_in(text)
    if known and known[0].start <= 2 and person_name(rest := text[known[0].end :].strip(" ,;")):
        return text[: known[0].end], rest
    name = _CAPITAL_NAME.search(text)
    if name and name.start():
        return text[: name.start()].strip(" ,;"), text[name.start() :]
    return text, ""


@cache
def _colon_labels() -> re.Pattern[str]:
    words = sorted({w for wordings in (*SIGNATURE.values(), *PARTY.values()) for w in wordings if len(w) > 4}, key=len, reverse=True)
    return re.compile(rf"(?<![^\s|–-])(?P<label>{'|'.join(map(re.escape, words))})\s*:", re.IGNORECASE)


def _columns(line: str) -> list[str]:
    """The pieces of a line that holds the same small label, or labels that say whose block it is, again and again."""
    found = list(_colon_labels().finditer(line))
    kinds = [kind_of(m["label"], SIGNATURE) or kind_of(m["label"], PARTY) for m in found]
    if not 2 <= len(found) <= _MOST_BLOCKS or found[0].start() > 2 or len(set(kinds)) != 1:
        return []
    cuts = [*(m.start() for m in found), len(line)]
    return [line[a:b].strip(" |") for a, b in pairwise(cuts)]


def _beside(lines: Sequence[str], at: int) -> tuple[list[Row], int]:
    """Blocks of labelled lines side by side, block after block, and how many lines they take; nothing where there are none."""
    rows = list(_run(lines, at))
    if len(rows) < _FEWEST_LINES:
        return [], 0
    blocks = range(len(rows[0][1]))
    return [(n, pieces[k]) for k in blocks for n, pieces in rows], rows[-1][0] - at + 1


def _one_after_another(line: str, at: int) -> tuple[list[Row], int]:
    """A line of several labels ("Organisation: … Kontaktperson: …") label by label, or of one label twice over two empty fields once."""
    found = [m for m in _colon_labels().finditer(line) if m["label"][0].isupper()]
    opens = bool(found) and _NUMBER.fullmatch(line[: found[0].start()]) is not None
    if len(found) > 1 and opens and len({m["label"].lower() for m in found}) == len(found):
        cuts = [0, *(m.start() for m in found[1:]), len(line)]
        return [(at, line[a:b].strip(" |,;–-")) for a, b in pairwise(cuts)], 1
    words = line.replace("|", " ").split()
    half = " ".join(words[: len(words) // 2])
    doubled = len(words) % 2 == 0 and fold(half) == fold(" ".join(words[len(words) // 2 :]))
    return ([(at, half)], 1) if doubled and kind_of(half.strip(" :"), SIGNATURE) else ([], 0)


def _run(lines: Sequence[str], at: int) -> Iterator[tuple[int, list[str]]]:
    """The lines from `at` that part into as many blocks as the first."""
    width = len(_columns(lines[at]))
    while width and at < len(lines) and len(pieces := _columns(lines[at])) == width:
        yield at, pieces
        at += 1
