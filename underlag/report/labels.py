"""What a person calls the readers, severities, remarks and pages of a result, in Swedish."""

from __future__ import annotations

import re
from collections.abc import Mapping

from underlag.schemas.result import Place

READERS: Mapping[str, str] = {
    "pdf-text": "PDF med text",
    "pdf-ocr": "inskannad PDF, tolkad med OCR",
    "pdf-mixed": "PDF, delvis inskannad och tolkad med OCR",
    "docx": "Word-fil",
    "text": "textfil",
    "image": "bild, tolkad med OCR",
}

GROUPS: Mapping[str, str] = {
    "fel": "Fel",
    "varning": "Varningar",
    "upplysning": "Upplysningar",
    "undecided": "Kunde inte avgöras",
}

SEVERITIES: Mapping[str, str] = {"fel": "Fel", "varning": "Varning", "upplysning": "Upplysning", "undecided": "Kunde inte avgöras"}

OBSERVATIONS: Mapping[str, str] = {
    "placeholder": "Mallens platshållare står kvar",
    "illegible": "Oläsligt",
    "duplicate": "Står två gånger",
    "footnote": "Fotnot",
    "unknown_label": "Okänd rubrik",
    "tracked_change": "Spårad ändring",
    "handwriting": "Handskrift",
    "stamp": "Stämpel",
}

_PARAGRAPH = re.compile(r"p(\d+)")
_CELL = re.compile(r"t(\d+)r(\d+)c(\d+)")
_LINE = re.compile(r"line (\d+)")


def place_words(place: Place) -> str:
    """Where a place is, for a person: "sid 5", "stycke 41", "tabell 3, rad 4, kolumn 2" or "rad 112"."""
    where = place.where
    if where is None:
        return f"sid {place.page}"
    if m := _PARAGRAPH.fullmatch(where):
        return f"stycke {m[1]}"
    if m := _CELL.fullmatch(where):
        return f"tabell {m[1]}, rad {m[2]}, kolumn {m[3]}"
    if m := _LINE.fullmatch(where):
        return f"rad {m[1]}"
    return where


def pages_words(first: int, last: int) -> str:
    """A run of pages: "sid 5" or "sid 5–7"."""
    return f"sid {first}" if first == last else f"sid {first}–{last}"
