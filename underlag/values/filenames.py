"""File names as text, and text as file names.

>>> as_file_name("Vägen in: steg 1/2.")
'Vägen in steg 1 2'
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_LONGEST = 60
_UNFIT = re.compile(r"[^\w\s,()+-]|_")


def name_as_text(path: Path) -> str:
    """The file's name without folders, whatever the locale. Names are bytes; those that are no UTF-8 become `�`."""
    return os.fsencode(path.name).decode(errors="replace")


def as_file_name(text: str) -> str:
    """The text's letters, digits and plain marks, as a name without ending that any system takes; empty where it has none."""
    return " ".join(_UNFIT.sub(" ", text).split())[:_LONGEST].strip()
