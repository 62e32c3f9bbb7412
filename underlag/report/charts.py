"""Charts of figures by year. Drawn by Matplotlib, which the command that draws loads with this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import matplotlib as mpl
from matplotlib.figure import Figure

from underlag.report.wording import number

_SIZE = (7.5, 3.4)  # inches
_ROOM = 0.8  # of a year's width that its bars take together
_COLOURS = ("#17566b", "#d98e2b", "#9fb8c3", "#7a4e7e")
_HATCHES = ("", "///", "...", "xxx")  # so that bars are told apart without colour too


def bars_by_year(title: str, years: Sequence[int], series: Mapping[str, Sequence[float | None]], *, unit: str) -> bytes:
    """A PNG with a group of bars a year, one for each series (a number a year; None draws nothing)."""
    with mpl.rc_context({"text.parse_math": False, "font.size": 9}):
        figure = Figure(figsize=_SIZE, layout="constrained")
        axes = figure.add_subplot(title=title)
        width = _ROOM / max(1, len(series))
        for n, (label, values) in enumerate(series.items()):
            known = [(place - _ROOM / 2 + (n + 0.5) * width, value) for place, value in enumerate(values) if value is not None]
            colour, hatch = _COLOURS[n % len(_COLOURS)], _HATCHES[n % len(_HATCHES)]
            axes.bar([x for x, _ in known], [y for _, y in known], width, label=label, color=colour, hatch=hatch, edgecolor="white")
        axes.set_xticks(range(len(years)), [str(year) for year in years])
        axes.set_xlim(-0.6, max(0, len(years) - 1) + 0.6)
        axes.set_ylabel(unit)
        axes.yaxis.set_major_formatter(lambda value, _: number(round(value, 2)))
        axes.spines[["top", "right"]].set_visible(False)
        if len(series) > 1:
            figure.legend(loc="outside lower center", ncols=len(series), frameon=False)
        out = BytesIO()
        figure.savefig(out, format="png", dpi=150)
    return out.getvalue()
