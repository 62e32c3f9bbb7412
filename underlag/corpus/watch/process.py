"""Whether a process is still there that a ledger speaks of."""

from __future__ import annotations

import os
import uuid
from pathlib import Path


def realm() -> str:
    """The processes among which this one's number counts: those of one start of the machine, and one container. Unlike all others where
    that can't be told.
    """
    try:
        return f"{Path('/proc/sys/kernel/random/boot_id').read_text().strip()} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return uuid.uuid4().hex


def is_running(process: int) -> bool:
    """Is there a process of this number in this one's realm?"""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
