"""The bench's own yardstick: what counts as an error of reading, and what does not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from bench.compare import Score, Share, score
from bench.known import KnownPage, TableCell
from bench.readers import Reading
from bench.wear import WornPage
from underlag.schemas.page import Box, Word

LEVEL = np.eye(3)


def word(text: str, x: float, top: float) -> Word:
    return Word(text, Box(x, top, x + 5 * len(text), top + 10))


HEAD, SIGN, AMOUNT = word("Åtgärd", 50, 50), word("§", 85, 50), word("85%", 400, 50)
PAGE = KnownPage(Path("p.pdf"), 0, (HEAD, SIGN, AMOUNT), (TableCell("85%", Box(380, 45, 440, 65)),))


def scored(*words: Word, cells: tuple[TableCell, ...] | None = None) -> Score:
    worn = WornPage(PAGE, Image.new("L", (1, 1)), 0, LEVEL, LEVEL, ())
    return score(worn, Reading(words, cells), LEVEL)


def test_order_bullets_and_kinds_of_dash_are_no_errors() -> None:
    found = scored(AMOUNT, SIGN, word("•", 40, 50), HEAD)
    assert found.characters == Share(0, 11)
    assert (found.dotted, found.signs, found.cells) == (Share(2, 2), Share(2, 2), Share(1, 1))


def test_what_is_lost_altered_or_invented_is_counted() -> None:
    found = scored(word("Atgärd", 50, 50), word("8526", 400, 50), word("x", 10, 700))
    assert found.characters == Share(1 + 2 + 2 + 1, 11)  # Å; a space and §; 26 for %; x
    assert found.words == Share(4, 3)
    assert (found.dotted, found.signs, found.cells) == (Share(1, 2), Share(0, 2), Share(0, 1))
    assert [trust.right for trust in found.trusts] == [False, False, False]


def test_a_reader_of_tables_is_judged_by_its_own_cells() -> None:
    assert scored(HEAD, SIGN, AMOUNT, cells=()).cells == Share(0, 1)
    assert scored(HEAD, SIGN, AMOUNT, cells=(TableCell("85%", Box(378, 46, 442, 64)),)).cells == Share(1, 1)
