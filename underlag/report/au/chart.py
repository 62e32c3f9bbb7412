"""A small chart of the room for decisions before and after the proposals. Drawn by Matplotlib, loaded when one is wanted."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from underlag.report.au.room import Amounts, Utrymme
from underlag.report.wording import number, one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT = 6.5, 2.3  # inches
BAR = 0.38  # of the room of a column
LONGEST_LABEL = 18  # characters
MOST_COLUMNS = 8  # more would not be read

BEFORE, AFTER = "#9fb8c3", "#17566b"


def draw(room: Utrymme, form: Literal["png", "svg"]) -> bytes:
    """The chart as a picture: two bars a column, told apart by shade, hatching and legend, each with its amount."""
    import matplotlib as mpl  # noqa: PLC0415  half a second, and only meetings with an account need it
    from matplotlib.figure import Figure  # noqa: PLC0415

    # A name may hold dollar signs, which would be read as formulas; the salt keeps one chart the same from run to run.
    style = mpl.rc_context({"text.parse_math": False, "svg.hashsalt": "underlag", "font.size": 8})
    with style, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # letters that the font lacks are drawn as boxes
        figure = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
        _bars(figure.add_subplot(), room)
        out = BytesIO()
        figure.savefig(out, format=form, dpi=200, metadata={"Date": None} if form == "svg" else None)
    return out.getvalue()


def _bars(axes: Axes, room: Utrymme) -> None:
    columns = [one_line(column, LONGEST_LABEL) for column in room.kolumner[:MOST_COLUMNS]]
    _series(axes, room.fore[:MOST_COLUMNS], offset=-BAR / 2, label="Före", colour=BEFORE, hatch="///")
    _series(axes, room.efter[:MOST_COLUMNS], offset=BAR / 2, label="Efter", colour=AFTER, hatch="")
    axes.set_xticks(range(len(columns)), columns)
    axes.set_ylabel("tkr")
    axes.yaxis.set_major_formatter(lambda value, _: number(value))
    axes.axhline(0, color="#1d2528", linewidth=0.8)
    axes.margins(y=0.18)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, ncols=2, loc="lower right", bbox_to_anchor=(1, 1))


def _series(axes: Axes, amounts: Amounts, *, offset: float, label: str, colour: str, hatch: str) -> None:
    """The bars of what is known."""
    known = [(place + offset, amount) for place, amount in enumerate(amounts) if amount is not None]
    bars = axes.bar([x for x, _ in known], [y for _, y in known], BAR, label=label, color=colour, hatch=hatch, edgecolor="white")
    axes.bar_label(bars, [number(amount) for _, amount in known], padding=2, fontsize=7)
