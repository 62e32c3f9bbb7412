"""The paragraphs of an answer about goals and outcomes, each told for what it is: a goal, an outcome, a heading, a list item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from underlag.extract.flow import Item
from underlag.extract.goals import level_heading
from underlag.extract.labels import Answer
from underlag.extract.pair_tables import pair_kind
from underlag.extract.sentences import Sentence, sentences_of
from underlag.schemas.form import Form
from underlag.schemas.page import MARKED, Line, Paragraph
from underlag.values.folding import fold

_HEAD = re.compile(
    r"^(?P<head>(?:\d{1,2}[.)]\s+)?[^\W\d_][^:.!?()]{1,38}?(?:\s\d{1,2})?)\s*(?:\([^()]{0,60}\))?\s*:\s*(?P<rest>\S.*)?$", re.DOTALL
)
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\)|[-–•*])\s+")
_GOALS = re.compile(r"\bmal(?:en|et|sattning\w*|bild\w*)?\b|\b(?:del|effekt|insats|individ|struktur|projekt|huvud)mal(?:en|et)?\b")
_OUTCOMES = re.compile(r"\b(?:resultat|utfall|effekt|maluppfyllelse)")
_SECTION = re.compile(r"^mal(?:en|et)? (?:for|enligt|pa|inom|under|i) ")


@dataclass(slots=True)
class Part:
    """One paragraph of the goals' answer. `kind`: `mal`, `utfall`, `uppfyllt` behind such a head, `rubrik` for a level or section
    heading, `punkt` for a list item, else `text`. `head` is true where the head fills the paragraph and names what follows.
    """

    kind: str
    sentences: list[Sentence] = field(default_factory=list)
    head: bool = False
    label: str = ""

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.sentences)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(dict.fromkeys(line for s in self.sentences for line in s.lines))

    @property
    def entry(self) -> tuple[str, tuple[Line, ...]]:
        return self.text, self.lines


def _sentences(paragraph: Paragraph, from_char: int = 0) -> list[Sentence]:
    """The paragraph's sentences, what stands before `from_char` (a head, a number) left out."""
    found = sentences_of(paragraph)
    if found and from_char:
        rest = found[0].text[from_char:].strip()
        found = [Sentence(rest, found[0].lines), *found[1:]] if rest else found[1:]
    return found


def _at_heads(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph cut before each line that a head of a pair opens ("Resultat: ..."), which a narrow layout runs together."""
    cuts = [k for k, line in enumerate(paragraph.lines) if k and (m := _HEAD.match(line.text.strip())) and pair_kind(m["head"])]
    bounds = [0, *cuts, len(paragraph.lines)]
    return [replace(paragraph, lines=paragraph.lines[a:b]) for a, b in pairwise(bounds)]


def _part(paragraph: Paragraph, form: Form) -> Part:
    """What one paragraph is."""
    text = paragraph.text.strip()
    set_apart = paragraph.bold or paragraph.heading
    kind = pair_kind(text) if len(text) <= 60 and MARKED not in text else None
    if kind:
        return Part(kind, _sentences(paragraph), head=True, label=text)
    found = _HEAD.match(text)
    kind = pair_kind(found["head"]) if found else None
    if found and kind:
        rest = found["rest"]
        return Part(kind, _sentences(paragraph, found.start("rest")) if rest else [], head=not rest, label=found["head"])
    level = level_heading(text, form, bold=set_apart)
    if (level and not level.rest) or (_SECTION.match(fold(text)) and len(text) <= 70 and not text.endswith(".")):
        return Part("rubrik", _sentences(paragraph), label=text)
    number = _NUMBER.match(text)
    if paragraph.bullet or number:
        return Part("punkt", _sentences(paragraph, number.end() if number else 0))
    return Part("text", _sentences(paragraph))


def _label(answer: Answer) -> str:
    return fold(" ".join(line.text for line in answer.label))


def speaks_of_goals(answer: Answer) -> bool:
    """Does the label ask for goals or their outcomes ("Syfte och mål" does, "Syfte" does not)?"""
    return bool(_GOALS.search(_label(answer)) or _OUTCOMES.search(_label(answer)) or "uppnatt" in _label(answer))


def asks_for_outcomes_only(answer: Answer) -> bool:
    """Does the label ask for outcomes and not for goals ("Resultat")?"""
    return bool(_OUTCOMES.search(_label(answer))) and not _GOALS.search(_label(answer))


def parts_of(answer: Answer, items: Sequence[Item], form: Form) -> list[Part]:
    """The paragraphs of one answer as parts; a label that asks for outcomes only opens with a head that says so."""
    parts = [_part(piece, form) for i in items if (p := i.paragraph) and p.text.strip() for piece in _at_heads(p)]
    return [Part("utfall", head=True, label=_label(answer)), *parts] if asks_for_outcomes_only(answer) else parts
