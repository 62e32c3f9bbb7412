"""Lines that are labels, parted from what the layout glued them to, so that each opens an item of its own."""

from __future__ import annotations

import itertools
from dataclasses import replace

from underlag.extract.flow import Item
from underlag.extract.vocabulary import BRACKETS, Vocabulary
from underlag.schemas.page import Line, Paragraph


def _part(paragraph: Paragraph, lines: tuple[Line, ...]) -> Paragraph:
    return replace(paragraph, lines=lines)


def label_lines_apart(items: list[Item], words: Vocabulary) -> list[Item]:
    """Splits paragraphs in which a line (or two together) is a label, so that each label opens an item of its own."""
    apart: list[Item] = []
    for item in (piece for i in items for piece in _at_inner_labels(i, words)):
        if not isinstance(item.block, Paragraph) or len(item.block.lines) < 2:
            apart.append(item)
            continue
        apart += [replace(item, block=piece) for piece in _pieces(item.block, words)]
    return apart


def _at_inner_labels(item: Item, words: Vocabulary) -> list[Item]:
    """A line that asks several short things ("Startdatum: … Slutdatum: …") parted before each."""
    p = item.paragraph
    if p is None or len(p.lines) != 1:
        return [item]
    line = p.lines[0]
    cuts = [0, *(m.start() for m in words.within.finditer(line.text) if m.start()), len(line.text)]
    if len(cuts) == 2:
        return [item]
    parts = [line.text[a:b].strip() for a, b in itertools.pairwise(cuts)]
    return [replace(item, block=replace(p, lines=(replace(line, text=part, bold=min(line.bold, len(part))),))) for part in parts if part]


def _pieces(paragraph: Paragraph, words: Vocabulary) -> list[Paragraph]:
    lines, cuts = paragraph.lines, {0}
    if words.best(paragraph.text, apart=False, open_parent=None):
        return [paragraph]
    for k in range(len(lines)):
        if not _may_open(lines[k].text):
            continue
        for span in (3, 2, 1):
            if k + span > len(lines):
                continue
            text = paragraph.text if span == len(lines) else _part(paragraph, lines[k : k + span]).text
            bare = BRACKETS.sub("", text)
            aside = span > 1 and bare == lines[k].text.strip()  # an instruction in brackets on a line of its own
            alone = span == 1 and k == 0 and _heads_text(lines)
            whole = words.best(text, apart=alone, open_parent=None) or (not aside and words.best(bare, apart=False, open_parent=None))
            if whole:
                cuts |= {k, k + span}
                break
            if span == 1 and ":" in text and words.best(text.split(":")[0], apart=False, open_parent=None):
                cuts.add(k)
    bounds = [*sorted(c for c in cuts if c < len(lines)), len(lines)]
    parts = [_part(paragraph, lines[a:b]) for a, b in itertools.pairwise(bounds) if b > a]
    return [parts[0], *(replace(part, bullet=False) for part in parts[1:])]


def _heads_text(lines: tuple[Line, ...]) -> bool:
    """Is the first of a raw text's printed lines short enough, and the next long enough, for it to be a heading?"""
    raw = lines[0].box is None and (lines[0].where or "").startswith("line")
    return raw and len(lines) > 1 and len(lines[0].text) <= 30 and lines[1].text[:1].isupper()


def _may_open(text: str) -> bool:
    """May a line inside a paragraph be a label? Labels begin with a capital or a number, sentences that wrap seldom do."""
    bare = text.lstrip(" (*|-–•")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit()) and not text.rstrip().endswith((".", ","))
