"""Scans of known text in several qualities: the tool beside Tesseract alone, and both beside what is asked."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.compare import Score, Trust, score
from bench.drawn import draw
from bench.known import known_pages
from bench.readers import Cost, by_floor, by_tool, read_apart
from bench.wear import QUALITIES, Quality, WornPage, save, worn

_WORSE = 0.2  # points of character error rate by which a page may be worse than the floor's
_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
_SURE, _SURE_RIGHT, _SURE_SHARE = 0.95, 98.0, 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a quality must reach, in percent."""

    characters: float
    words: float | None
    dotted: float
    signs: float
    cells: float


_GOOD, _POOR = Asked(0.6, 2.0, 99.8, 98.0, 90.0), Asked(1.0, None, 99.5, 95.0, 80.0)
_CPU, _WALL, _MEMORY = 1.35, 1.30, 350.0


@dataclass(frozen=True, slots=True)
class Side:
    """One reader's pages and costs."""

    scores: list[Score]
    cost: Cost

    @property
    def total(self) -> Score:
        return sum(self.scores, Score())


def measure_scans(names: Sequence[str], pages: int | None, rounds: int, show: int) -> None:
    """Prints each quality of `names` (all without any), then how far confidence can be trusted in all of them."""
    trusts: list[Trust] = []
    with tempfile.TemporaryDirectory() as made:
        draw(Path(made) / "drawn.pdf")
        for quality in QUALITIES:
            if not names or quality.name in names:
                trusts += _measure(quality, Path(made), pages or quality.pages, rounds, show)
    _print_trust("words", trusts)
    _print_trust("words with figures", [trust for trust in trusts if trust.figure])


def _measure(quality: Quality, folder: Path, pages: int, rounds: int, show: int) -> list[Trust]:
    scans = [worn(page, quality) for page in known_pages(folder / "drawn.pdf", pages)]
    file = folder / f"{quality.name}.pdf"
    save(scans, quality, file)
    tool, floor = _by_turns(scans, file, rounds)
    print(f"\n{quality.name}: {len(scans)} pages, {quality.dpi} dpi")
    _print_accuracy(tool.total, floor.total, _GOOD if quality.good else _POOR)
    _print_cost(tool.cost, floor.cost, len(scans))
    _print_worse(scans, tool, floor)
    for slip in tool.total.slips[:show]:
        print(f"    {slip.page}: {slip.true}\n    {'':{len(slip.page)}}  {slip.read}")
    sys.stdout.flush()
    return tool.total.trusts


def _by_turns(scans: Sequence[WornPage], file: Path, rounds: int) -> tuple[Side, Side]:
    """Both readers, as often as `rounds`, each cost the median; what they read is the same each time."""
    turns = tuple(scan.turns for scan in scans)
    readings = [(read_apart(by_floor, file, turns), read_apart(by_tool, file, turns)) for _ in range(rounds)]
    (floor_pages, _), (tool_pages, _) = readings[0]
    tool = [score(scan, reading, scan.to_truth) for scan, reading in zip(scans, tool_pages, strict=True)]
    floor = [score(scan, reading, scan.upright_to_truth) for scan, reading in zip(scans, floor_pages, strict=True)]
    return Side(tool, _median([own for _, (_, own) in readings])), Side(floor, _median([other for (_, other), _ in readings]))


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*((c.cpu, c.wall, c.memory) for c in costs), strict=True)))


def _print_accuracy(tool: Score, floor: Score, asked: Asked) -> None:
    print(f"  {'':28}{'tool':>8}{'floor':>9}   asked")
    _print_most("character errors, %", tool.characters.percent, floor.characters.percent, asked.characters)
    _print_most("word errors, %", tool.words.percent, floor.words.percent, asked.words)
    _print_least(f"å ä ö right, % of {tool.dotted.whole}", tool.dotted.percent, floor.dotted.percent, asked.dotted)
    _print_least(f"% § @ kept, % of {tool.signs.whole}", tool.signs.percent, floor.signs.percent, asked.signs)
    _print_least(f"cells verbatim, % of {tool.cells.whole}", tool.cells.percent, floor.cells.percent, asked.cells)


def _print_cost(tool: Cost, floor: Cost, pages: int) -> None:
    _print_most("CPU, s a page", tool.cpu / pages, floor.cpu / pages, None)
    _print_most("CPU, times the floor", tool.cpu / floor.cpu, 1.0, _CPU)
    _print_most("time, times the floor", tool.wall / floor.wall, 1.0, _WALL)
    _print_most("memory, MB a core", tool.memory, floor.memory, _MEMORY)


def _print_most(what: str, tool: float, floor: float, most: float | None) -> None:
    asked = "" if most is None else f"≤ {most:g}  {'ok' if tool <= most else 'NOT'}"
    print(f"  {what:28}{tool:8.2f}{floor:9.2f}   {asked}".rstrip())


def _print_least(what: str, tool: float, floor: float, least: float) -> None:
    print(f"  {what:28}{tool:8.2f}{floor:9.2f}   ≥ {least:g}  {'ok' if tool >= least else 'NOT'}")


def _print_worse(scans: Sequence[WornPage], tool: Side, floor: Side) -> None:
    errors = [(own.characters.percent, other.characters.percent) for own, other in zip(tool.scores, floor.scores, strict=True)]
    worse = [
        f"{scan.page.name} {own:.2f} (floor {other:.2f})" for scan, (own, other) in zip(scans, errors, strict=True) if own > other + _WORSE
    ]
    print(f"  pages worse than the floor by more than {_WORSE}: {'; '.join(worse) + '  NOT' if worse else 'none  ok'}")


def _print_trust(what: str, trusts: Sequence[Trust]) -> None:
    right = sum(t.right for t in trusts)
    print(f"\nconfidence of {what}     number   right, %   share of the right ones, %")
    for low, high in zip(_EDGES, (*_EDGES[1:], 1.01), strict=True):
        within = [t.right for t in trusts if low <= t.confidence < high]
        share, part = 100 * sum(within) / max(1, len(within)), 100 * sum(within) / max(1, right)
        asked = f"   {_verdict(share, _SURE_RIGHT)}, {_verdict(part, _SURE_SHARE)}" if low == _SURE else ""
        print(f"  {low:4.2f} to {min(high, 1.0):4.2f}  {len(within):18}{share:11.2f}{part:11.1f}{asked}")


def _verdict(share: float, least: float) -> str:
    return f"≥ {least:g} {'ok' if share >= least else 'NOT'}"
