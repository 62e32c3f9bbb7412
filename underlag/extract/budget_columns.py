"""Budget tables that came down column by column: a block of labels, then blocks of shares, days and amounts.

Blocks are put beside each other by their lengths and, where a printed sum says what they must add up to, proved by it. What
fits in more than one way is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from underlag.extract.budget_cuts import Cut, is_heading, joined_labels
from underlag.extract.budget_rows import Money, Row, is_like

_FORM_ROWS: dict[str, tuple[str, ...]] = {
    "lokalkostnader": ("Lokalhyra", "", "Övriga lokalkostnader"),
    "ovriga_kostnader": (
        "Utvärdering",
        "Spridningsseminarier",
        "Utbildning insatsmedarbetare",
        "Inköpta utredningar, utbildningar och tjänster avsedda för deltagare",
        "Övriga aktiviteter för deltagare",
        "Telefon-, IT-kostnader",
        "Resor",
        "Tolk",
        "Informationsmaterial",
        "",
        "Övrigt",
        "",
    ),
}
"""The rows that the association's budget form prints, empty ones included: a column of figures is as long as this."""


@dataclass(slots=True)
class _Run:
    """Lines without labels that follow each other and look alike: one block of a column, or of a few side by side."""

    cuts: list[Cut] = field(default_factory=list)

    @property
    def like(self) -> tuple[bool, int]:
        return self.cuts[0].percent is not None, len(self.cuts[0].days)


def is_columnwise(cuts: Sequence[Cut]) -> bool:
    """Do labels and figures stand in blocks of their own?"""
    labels = sum(1 for c in cuts if c.label and not c.tail and not c.days and c.percent is None and not is_heading(c))
    rows = sum(1 for c in cuts if c.label and (c.tail or c.days or c.percent is not None))
    bare = sum(1 for c in cuts if not c.label and not c.blank and (c.tail or c.days or c.percent is not None))
    return labels >= 2 and bare >= 1 and rows <= labels // 3


def column_rows(cuts: Sequence[Cut], total: Row | None, kind: str) -> list[Row]:
    """The rows of one section; amounts that were read apart from the total stand under the key "" until columns are settled."""
    labels = [c for c in joined_labels(cuts) if c.blank or (c.label and not is_heading(c))]
    rows = [Row(c.label, c.lines) for c in labels]
    runs = _runs(cuts)
    printed = total.total.kronor if total and total.total else None
    totals = _place_totals(rows, runs, printed, kind)
    used = sum(1 for r in rows if r.total and r.total.kronor)
    for run in (r for r in runs if r is not totals):
        for part in _halves(run, len(rows), used):
            _place(rows, part)
    return [r for r in rows if r.label]


def _runs(cuts: Sequence[Cut]) -> list[_Run]:
    runs: list[_Run] = []
    fresh = True
    for cut in cuts:
        if cut.label or cut.blank or not (cut.tail or cut.days or cut.percent is not None):
            fresh = True
            continue
        new = _Run([cut])
        if fresh or not runs or runs[-1].like != new.like:
            runs.append(new)
        else:
            runs[-1].cuts.append(cut)
        fresh = False
    return runs


def _halves(run: _Run, rows: int, used: int) -> list[_Run]:
    """A run of days twice as long as it should be holds the first days, then the last ones."""
    half = len(run.cuts) // 2
    if len(run.cuts) % 2 or run.like != (False, 1):
        return [run]
    first, last = run.cuts[:half], run.cuts[half:]
    if not all(a.days[0] < b.days[0] for a, b in zip(first, last, strict=True)):
        return [run]
    if len(run.cuts) != rows:
        return [_Run(first), _Run(last)]
    return [] if half == used else [run]  # in the first case both readings fit


def _positions(rows: Sequence[Row], length: int, kind: str) -> list[int] | None:
    """For each place in a column of that length the row it belongs to, -1 for a row without a label; None where it can't be told."""
    if length == len(rows):
        return list(range(length))
    printed = _FORM_ROWS.get(kind, ())
    if length != len(printed):
        return None
    found: list[int] = []
    at = 0
    for wording in printed:
        if wording and at < len(rows) and is_like(rows[at].label, wording):
            found.append(at)
            at += 1
        elif wording:
            return None
        else:
            found.append(-1)
    return found if at == len(rows) else None


def _place_totals(rows: Sequence[Row], runs: Sequence[_Run], printed: int | None, kind: str) -> _Run | None:
    """Places the column over all organisations, the last one whose figures add up to the printed sum, and gives it back."""
    for run in reversed(runs):
        if run.like != (False, 0):
            continue
        numbers = [c.numbers() for c in run.cuts]
        positions = _positions(rows, len(numbers), kind)
        if positions is None or not all(numbers) or (printed is not None and sum(n[-1] for n in numbers) != printed):
            continue
        for at, cut, found in zip(positions, run.cuts, numbers, strict=True):
            if at < 0:
                continue
            rows[at].total = Money(found[-1], cut.lines)
            if len(found) == 2:
                rows[at].amounts[""] = Money(found[0], cut.lines)
        return run
    return None


def _place(rows: Sequence[Row], run: _Run) -> None:
    """Shares, days and amounts: row by row where there are as many, else in the rows that have a total, where it agrees."""
    used = [r for r in rows if r.total and r.total.kronor]
    chosen = rows if len(run.cuts) == len(rows) else used if len(run.cuts) == len(used) else []
    pairs = list(zip(chosen, run.cuts, strict=True)) if chosen else []
    amounts = [c.numbers() for c in run.cuts]
    if any(n and (len(n) != 1 or r.total is None or n[0] > r.total.kronor) for (r, _), n in zip(pairs, amounts, strict=False)):
        return
    for (row, cut), numbers in zip(pairs, amounts, strict=False):
        if cut.percent is not None:
            row.percent = (cut.percent, cut.lines)
        for day in cut.days:
            if row.start is None:
                row.start = (day, cut.lines)
            else:
                row.end = (day, cut.lines)
        if numbers:
            row.amounts[""] = Money(numbers[0], cut.lines)
