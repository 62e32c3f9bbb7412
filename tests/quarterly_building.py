"""What quarterly reports for tests are made of, and how what they say is written down."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument

Said = dict[str, Any]  # a record's leaves by pointer


@dataclass(frozen=True)
class Paper:
    """One report as Word bytes, and what it says; what `says` does not name is null."""

    data: bytes
    says: Said


def word_bytes(document: WordDocument) -> bytes:
    """The file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def grid(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    """Adds a ruled table."""
    table = document.add_table(len(rows), max(len(r) for r in rows))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    document.add_paragraph("")


def answers(marked: dict[str, bool], comments: dict[str, str]) -> Said:
    """What the questions are answered, by pointer."""
    return {f"/{key}/svar": value for key, value in marked.items()} | {f"/{key}/kommentar": text for key, text in comments.items()}
