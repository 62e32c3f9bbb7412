"""File names as text."""

from __future__ import annotations

import os
from pathlib import Path


def name_as_text(path: Path) -> str:
    """The file's name without folders, whatever the locale. Names are bytes; those that are no UTF-8 become `�`."""
    return os.fsencode(path.name).decode(errors="replace")
