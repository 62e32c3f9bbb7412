"""What the service tells of its work: a line for each thing that happens, for a person or as JSON. No document text."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO


class Journal:
    """Writes the lines to `out`."""

    def __init__(self, out: TextIO, *, as_json: bool, now: Callable[[], float]) -> None:
        self._out, self._as_json, self._now = out, as_json, now

    def tell(self, event: str, **facts: str | float | None) -> None:
        """Tells of an event; a fact that is null is left out."""
        at = datetime.fromtimestamp(self._now(), UTC).astimezone().isoformat(timespec="seconds")
        known = {name: fact for name, fact in facts.items() if fact is not None}
        if self._as_json:
            line = json.dumps({"time": at, "event": event, **known}, ensure_ascii=False)
        else:
            line = " ".join([at, event, *(f"{name}={fact}" for name, fact in known.items())])
        with suppress(OSError):  # a log that can't be written, on a full disk say, keeps nobody from working
            print(line.replace("\n", " "), file=self._out, flush=True)
