"""Runs the bench, or a part of it; see `python -m bench --help`."""

from __future__ import annotations

import argparse

from bench.archive import PARTS, measure_archive
from bench.digital import measure_digital
from bench.figures import measure_changes
from bench.journeys import measure_journeys
from bench.oldtext import measure_oldtext
from bench.repair import measure_repair
from bench.scans import measure_scans
from bench.values import measure_values
from bench.watched import measure_watched
from bench.wear import QUALITIES

_PARTS = ["archive", "calibration", "commands", "digital", "figures", "oldtext", "repair", "scans", "watch"]


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
    parser.add_argument("--rounds", type=int, default=1, help="how often each is timed; medians are printed")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the first N lines, cells and words that were misread")
    given = parser.parse_args()
    parts = given.parts or (["scans"] if given.quality else _PARTS)
    if "archive" in parts:
        print("Archive:")
        measure_archive(given.stored)
    if "commands" in parts:
        measure_journeys(given.rounds)
    if "digital" in parts:
        measure_digital(given.rounds)
    if "oldtext" in parts:
        print("Old text:")
        measure_oldtext(given.show)
    if "figures" in parts:
        print("Changes of one figure in documents without mistakes:")
        measure_changes()
    if "repair" in parts:
        measure_repair(given.quality, given.pages)
    if "scans" in parts:
        measure_scans(given.quality, given.pages, given.rounds, given.show)
    if "calibration" in parts:
        measure_values(given.quality, given.pages)
    if "watch" in parts:
        measure_watched()


if __name__ == "__main__":
    main()
