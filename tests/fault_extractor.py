"""An extractor that does what a file's first word says, at once: the real one's place in tests of the service.

läslig NAMN    is read, and is about NAMN       trasig    can't be read         häng      never ends
hungrig        wants all memory there is        krasch    ends the process      först N   is hindered the first N times
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import time

from underlag.corpus.watch.moves import write_whole
from underlag.corpus.watch.outcome import Order, Summary
from underlag.errors import UnreadableError


def extract(order: Order) -> Summary:
    """Obeys the file, and writes what of it can be told again: its content's digest."""
    data = order.original.read_bytes()
    word, _, rest = data.decode().partition(" ")
    attempt = int(order.out.name.removeprefix("ut-"))
    match word:
        case "trasig":
            raise UnreadableError("filen är skadad", remedy="Be avsändaren skicka den igen.")
        case "häng":
            time.sleep(3600)
        case "hungrig":
            bytearray(1 << 44)
        case "krasch":
            os.abort()
        case "först" if attempt <= int(rest.split()[0]):
            raise OSError(errno.EACCES, "låst")
    write_whole(json.dumps({"sha256": hashlib.sha256(data).hexdigest()}).encode(), order.result)
    write_whole(b"<!DOCTYPE html>", order.report)
    return Summary(year=2024, insats=rest.split("\n")[0] if word == "läslig" else "", kinds="Ansökan", fel=int("fel" in rest))
