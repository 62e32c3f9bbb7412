"""Charts and diagrams drawn with lines and shapes: where they are, so that their labels are not taken for text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from underlag.extract.layout_lines import type_size, words_to_rows
from underlag.schemas.page import Box, Word, union

_MOST_SHAPES = 800
_MOST_BOXES = 60


@dataclass(slots=True)
class _Cluster:
    """Shapes that lie close together."""

    box: Box
    strokes: int = 0
    fills: int = 0
    outlines: int = 0


def chart_areas(
    strokes: Sequence[Box], shades: Sequence[Box], outlines: Sequence[Box], rules: Sequence[Box], words: Sequence[Word]
) -> list[Box]:
    """The areas of charts: clusters of curves, bars and connected boxes, with the labels around them.

    `shades` are filled areas that are no cells of a table. Where lines of running text stand inside, it is no chart.
    """
    size = type_size(words)
    joined = _linked(outlines, rules, size)
    shapes = [(b, "strokes") for b in strokes] + [(b, "fills") for b in shades] + [(b, "outlines") for b in joined]
    if not 2 <= len(shapes) <= _MOST_SHAPES:
        return []
    found = [_with_axes(c.box, rules, size) for c in _clusters(shapes, 2.5 * size) if _is_chart(c, words, size)]
    return [area for area in found if not _holds_running_text(area, words)]


def _linked(outlines: Sequence[Box], rules: Sequence[Box], size: float) -> list[Box]:
    """Boxes that a line connects with another box, as in a flow chart; and those lines."""
    if not 2 <= len(outlines) <= _MOST_BOXES or len(rules) > _MOST_SHAPES:
        return []
    found: dict[Box, None] = {}
    for rule in rules:
        if max(rule.width, rule.height) < 0.8 * size:
            continue
        start, end = Box(rule.x0, rule.top, rule.x0, rule.top), Box(rule.x1, rule.bottom, rule.x1, rule.bottom)
        first = next((o for o in outlines if _meets_outside(rule, o) and o.holds(start, margin=2.0)), None)
        last = next((o for o in outlines if o != first and _meets_outside(rule, o) and o.holds(end, margin=2.0)), None)
        if first and last:
            found |= dict.fromkeys((first, last, rule))
    return list(found)


def _meets_outside(rule: Box, outline: Box) -> bool:
    """Does the rule run outside the box, and not along one of its sides?"""
    if outline.holds(rule, margin=2.5):
        return False
    x, y = rule.middle
    if rule.width > rule.height:
        return outline.top + 2.5 < y < outline.bottom - 2.5
    return outline.x0 + 2.5 < x < outline.x1 - 2.5


def _clusters(shapes: Sequence[tuple[Box, str]], reach: float) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for box, kind in sorted(shapes, key=lambda s: (s[0].top, s[0].x0)):
        home = _Cluster(box, **{kind: 1})
        apart = []
        for other in clusters:
            if _near(other.box, home.box, reach):
                home = _Cluster(
                    union([home.box, other.box]),
                    home.strokes + other.strokes,
                    home.fills + other.fills,
                    home.outlines + other.outlines,
                )
            else:
                apart.append(other)
        clusters = [*apart, home]
    return clusters


def _near(a: Box, b: Box, reach: float) -> bool:
    return a.x0 - reach <= b.x1 and a.x1 + reach >= b.x0 and a.top - reach <= b.bottom and a.bottom + reach >= b.top


def _is_chart(cluster: _Cluster, words: Sequence[Word], size: float) -> bool:
    """Large enough to hold labels, and drawn of more than a stroke of the pen."""
    if cluster.box.width < 6 * size or cluster.box.height < 4 * size:
        return False
    labelled = sum(cluster.box.holds(w.box) for w in words)
    drawn = cluster.strokes + cluster.fills + cluster.outlines
    return labelled >= 2 and (drawn >= 4 or cluster.outlines >= 3 or (cluster.strokes >= 2 and labelled >= drawn))


def _with_axes(box: Box, rules: Sequence[Box], size: float) -> Box:
    """The area with the axes and grid lines that cross it, and the labels beside them."""
    axes = [r for r in rules if _near(box, r, 2.0) and r.width < 1.6 * box.width and r.height < 1.6 * box.height]
    area = union([box, *axes])
    reach = 1.3 * size
    return Box(max(0.0, area.x0 - 2 * reach), max(0.0, area.top - reach), area.x1 + reach, area.bottom + reach)


def _holds_running_text(area: Box, words: Sequence[Word]) -> bool:
    """Are there lines of more words than a label has?"""
    rows = words_to_rows([w for w in words if area.holds(w.box)])
    long = sum(len(row) >= 9 and max(b.box.x0 - a.box.x1 for a, b in pairwise(row)) < 12 for row in rows)
    return long >= 2 and 3 * long > len(rows)
