"""How a table is declared: its columns, the headings that copies of the table give them, and what their cells hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What the cells of a column hold."""

    NAME = "name"  # the row's own name: footnote marks, asterisks and trailing commas left out
    TEXT = "text"  # text as written, footnote numbers left out; "-" is text
    NUMBER = "number"  # a whole number, as written: "60 unga åt gången" is 50, "318 (+27)" is 201, words and "-" are null
    AMOUNT = "amount"  # whole kronor; thousands where the heading says so and the figures are as small
    SHARE = "share"  # percent
    DATE = "date"  # an ISO date
    LIST = "list"  # texts of several printed columns, in the order in which they are printed


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the record's rows.

    `headings`: regular expressions over the folded printed heading (a merged heading and the one below it are one text), the
    surest first. `never`: what a heading that the expressions meet must not say. `required`: without it the table is another.
    `paired`: may share its printed column with other such columns: "kvinnor/män" over cells such as "4/9", or
    "Insatsperiod" over "2019-03-01 - 2021-10-31" (dates: declared start first).
    """

    key: str
    holds: Holds
    headings: tuple[str, ...]
    never: str = ""
    required: bool = False
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """One table.

    `least`: how many columns, names left out, must be found for a table to be this one. `captions`: regular expressions over
    the folded line above the table; with a caption one column less is enough. `totals`: a regular expression over the
    folded name of the row that adds up the others; empty where there is none, or where it is a row like others.
    `totals_at`: pointer of that row's record.
    """

    columns: tuple[Column, ...]
    least: int = 1
    captions: tuple[str, ...] = ()
    totals: str = ""
    totals_at: str = ""

    @property
    def name(self) -> Column:
        """The column that names the rows."""
        return next(c for c in self.columns if c.holds is Holds.NAME)
