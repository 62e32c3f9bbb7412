"""Lines of which only a part is an answer: the box of that part, told by its words."""

from __future__ import annotations

import re
from dataclasses import replace

from underlag.schemas.page import Line, Paragraph, Word, union

_CHOSEN = {True: re.compile(r"\bja\b", re.IGNORECASE), False: re.compile(r"\bnej\b", re.IGNORECASE)}
_SIGN = re.compile(r"[☒xX×✓]|\W*[xX×✓]\W*")


def tight(paragraph: Paragraph) -> Paragraph:
    """The paragraph, each line's box around no more words than its text has."""
    return replace(paragraph, lines=tuple(_tight(line) for line in paragraph.lines))


def _tight(line: Line) -> Line:
    """The line with the last run of its words that spell its text; as it was where none does."""
    wanted = "".join(line.text.split())
    for end in range(len(line.words), 0, -1):
        spelled = ""
        for start in range(end - 1, -1, -1):
            spelled = "".join(line.words[start].text.split()) + spelled
            if spelled == wanted:
                return _of(line, line.words[start:end], line.text)
            if len(spelled) > len(wanted):
                break
    return line


def chosen_part(line: Line, value: bool) -> Line:
    """Of a line that offers Ja and Nej the chosen word with its sign; the whole line where it has no words of its own."""
    words = line.words
    at = next((n for n, word in enumerate(words) if _CHOSEN[value].search(word.text)), None)
    if at is None:
        return line
    before = at > 0 and _SIGN.fullmatch(words[at - 1].text) is not None
    behind = at + 1 < len(words) and _SIGN.fullmatch(words[at + 1].text) is not None
    first, last = (at - 1, at) if before and (not behind or at == 1) else (at, at + 1 if behind else at)
    part = words[first : last + 1]
    return _of(line, part, " ".join(word.text for word in part))


def _of(line: Line, words: tuple[Word, ...], text: str) -> Line:
    return replace(line, text=text, words=words, box=union([word.box for word in words]), bold=min(line.bold, len(text)))
