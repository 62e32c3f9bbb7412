"""Runs the bench, or a part of it; see `python -m bench --help`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bench.archive import PARTS, measure_archive
from bench.digital import measure_digital
from bench.digitise import FILES, measure_digitise
from bench.figures import measure_changes
from bench.journeys import measure_journeys
from bench.oldtext import measure_oldtext
from bench.repair import measure_repair
from bench.scans import measure_scans
from bench.values import measure_values
from bench.watched import measure_watched
from bench.wear import QUALITIES

_PARTS: dict[str, tuple[str, Callable[[argparse.Namespace], None]]] = {
    "archive": ("Archive:", lambda given: measure_archive(given.stored)),
    "calibration": ("", lambda given: measure_values(given.quality, given.pages)),
    "commands": ("", lambda given: measure_journeys(given.rounds)),
    "digital": ("", lambda given: measure_digital(given.rounds)),
    "digitise": ("Many files:", lambda given: measure_digitise(given.files)),
    "figures": ("Changes of one figure in documents without mistakes:", lambda _: measure_changes()),
    "oldtext": ("Old text:", lambda given: measure_oldtext(given.show)),
    "repair": ("", lambda given: measure_repair(given.quality, given.pages)),
    "scans": ("", lambda given: measure_scans(given.quality, given.pages, given.rounds, given.show)),
    "watch": ("", lambda _: measure_watched()),
}
"""Each part: what stands over its figures, and how it is measured."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures underlag beside the physical work alone.")
    parser.add_argument(
        "parts",
        nargs="*",
        choices=[[], *_PARTS],
        help="all without any",
    )
    parser.add_argument("--quality", action="append", choices=[q.name for q in QUALITIES], default=[], help="of the scans; may be repeated")
    parser.add_argument("--pages", type=int, help="most pages of a quality, or of a file that is repaired")
    parser.add_argument("--stored", type=int, default=PARTS, metavar="N", help="parts that the archive holds")
    parser.add_argument("--files", type=int, default=FILES, metavar="N", help="files of a run over many")
    parser.add_argument("--rounds", type=int, default=1, help="how often each is timed; medians are printed")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the first N lines, cells and words that were misread")
    given = parser.parse_args()
    for part in given.parts or (["scans"] if given.quality else _PARTS):
        heading, measure = _PARTS[part]
        if heading:
            print(heading)
        measure(given)


if __name__ == "__main__":
    main()
