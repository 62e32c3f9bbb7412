"""Matters of a meeting written as numbered lines: the heading, and behind it or below it who presents the matter and its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Line, Paragraph
from underlag.values.folding import fold

NUMBERED = re.compile(
    r"^\s*(?:§\s*|punkt\s+)?(?P<nr>\d{1,3})(?!\d)\s*[.):|§\]]?\s*(?:[|\]]\s*)?(?P<rest>\S.*)?$", re.IGNORECASE | re.DOTALL
)
_FEWEST = 3
_LONGEST_DETAIL = 100
_PAPERS = r"(?:handling(?:ar)?|bilag(?:a|or)|underlag|muntlig(?:t|en)?|utsänd(?:s|a)|utskickas|skickas ut|bifogas|delas ut|dukas)\b"
_PAPER = re.compile(rf"[\s,;(–-]*(?P<value>{_PAPERS}.*?)\)?$", re.IGNORECASE)
_CALLED = re.compile(r"[\s,;(–-]*(?:föredragande|föredras av|föredragare|ansvarig)\s*:?\s*(?P<value>[^,;()]+)\)?", re.IGNORECASE)
_TRAILING = re.compile(r"^(?P<head>.*\S)(?:\s*\((?P<aside>[^()]+)\)|\s+[–—-]\s+(?P<behind>[^–—()]+)|[,;\t]\s*(?P<after>[^,;\t()]+))$")
_PERSON = re.compile(r"^[A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ][\w’-]+){1,3}$")
_ROLE = re.compile(
    r"^(?:ordforande|forbundschef|ekonom|sekreterare|processled|verksamhetsutvecklare|samordnare|revisor|kansli|presidi)\w*$"
)


@dataclass(slots=True)
class _Draft:
    """A matter as it is read: its number, its text, and the paragraphs below it."""

    number: int
    text: str
    lines: tuple[Line, ...]
    below: list[Paragraph] = field(default_factory=list)


def looks_like_speaker(text: str) -> bool:
    """Is the text a person's name or a role that presents matters?"""
    bare = text.strip()
    return bool(_PERSON.match(bare) or _ROLE.match(fold(bare)))


def numbered_lines(items: Sequence[Item]) -> list[Tree]:
    """Matters written as a list that counts up by one."""
    return _trees(_drafts(items))


def listed_matters(paragraphs: Sequence[Paragraph]) -> list[Tree]:
    """Matters written as a list that Word numbers: the reader sees its items without their numbers."""
    drafts: list[_Draft] = []
    for paragraph in paragraphs:
        if paragraph.bullet:
            drafts.append(_Draft(len(drafts) + 1, paragraph.text, paragraph.lines))
        elif drafts and len(paragraph.text) <= _LONGEST_DETAIL:
            drafts[-1].below.append(paragraph)
    return _trees(drafts)


def _trees(drafts: Sequence[_Draft]) -> list[Tree]:
    """The matters; a name behind a heading presents it where more than one heading has such."""
    if len(drafts) < _FEWEST:
        return []
    named = sum(_speaker_behind(_without_papers(draft.text)) is not None for draft in drafts) > 1
    return [_tree(draft, named=named) for draft in drafts]


def _drafts(items: Sequence[Item]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for paragraph in (piece for i in items if (p := i.paragraph) for piece in _at_numbers(p)):
        numbered = NUMBERED.match(paragraph.text)
        number = int(numbered["nr"]) if numbered and numbered["rest"] else None
        first = number == 1 or paragraph.text.lstrip().startswith("§")
        if numbered and number is not None and (number == drafts[-1].number + 1 if drafts else first):
            drafts.append(_Draft(number, numbered["rest"], paragraph.lines))
        elif drafts and len(paragraph.text) <= _LONGEST_DETAIL:
            drafts[-1].below.append(paragraph)
    return drafts


def _at_numbers(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph parted at lines that begin with the next number (lines of a page run together)."""
    start, number = 0, NUMBERED.match(paragraph.lines[0].text)
    for n, line in enumerate(paragraph.lines[1:], 1):
        begun = NUMBERED.match(line.text)
        if number and begun and begun["rest"] and int(begun["nr"]) == int(number["nr"]) + 1:
            yield replace(paragraph, lines=paragraph.lines[start:n])
            start, number = n, begun
    yield replace(paragraph, lines=paragraph.lines[start:])


def _tree(draft: _Draft, *, named: bool) -> dict[str, Tree]:
    """Of "Ekonomisk information (bilaga 3) – A B" the heading and what stands behind it; what is missing may stand below."""
    text, speaker, paper = draft.text, None, None
    if called := _CALLED.search(text):
        speaker, text = called["value"].strip(), (text[: called.start()] + text[called.end() :]).strip()
    elif named and (behind := _speaker_behind(text)):
        text, speaker = behind
    if (papers := _PAPER.search(text)) and papers.start():
        paper, text = papers["value"].strip(), text[: papers.start()]
    if speaker is None and named and (behind := _speaker_behind(text)):
        text, speaker = behind
    return {
        "nr": Leaf(draft.number, draft.lines),
        "rubrik": Leaf(text.strip(" ,;\t"), draft.lines),
        "foredragande": Leaf(speaker, draft.lines) if speaker else _below(draft, _CALLED),
        "handling": Leaf(paper, draft.lines) if paper else _below(draft, _PAPER),
    }


def _below(draft: _Draft, pattern: re.Pattern[str]) -> Leaf | None:
    """What a line below the heading says, where it begins as such lines do."""
    for paragraph in draft.below:
        if found := pattern.match(paragraph.text):
            return Leaf(found["value"].strip(), paragraph.lines)
    return None


def _without_papers(text: str) -> str:
    papers = _PAPER.search(text)
    behind = _TRAILING.match(text)
    return text[: papers.start()] if papers and papers.start() and not (behind and _named(behind)) else text


def _speaker_behind(text: str) -> tuple[str, str] | None:
    """The text without the name that ends it, and the name."""
    found = _TRAILING.match(text.strip())
    name = _named(found) if found else None
    return (found["head"], name) if found and name else None


def _named(found: re.Match[str]) -> str | None:
    told = (found["aside"] or found["behind"] or found["after"] or "").strip()
    return told if looks_like_speaker(told) else None
