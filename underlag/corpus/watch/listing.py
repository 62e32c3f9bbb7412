"""The list in granska/ of what a person should look at, made anew from the ledger: a page with links to the reports, and a table."""

from __future__ import annotations

import csv
import io

from underlag.corpus.watch.moves import write_whole
from underlag.corpus.watch.outcome import REPORT
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.shelving import arrival
from underlag.corpus.watch.site import Site
from underlag.corpus.watch.views import Views
from underlag.report.index import IndexRow, render_index

PAGE, TABLE = "att granska.html", "att granska.csv"

_HEADS = ("Fil", "Handling", "Insats", "Inkom", "Fel", "Varningar", "Kunde inte avgöras", "Helt läst", "Plats")


def write_lists(site: Site, views: Views) -> None:
    """Writes both lists over those that lie there."""
    files = views.to_review()
    write_whole(render_index(_row(file) for file in files).encode(errors="replace"), site.review / PAGE)
    write_whole(_table(files).encode("utf-8-sig", errors="replace"), site.review / TABLE)


def _row(file: File) -> IndexRow:
    return IndexRow(
        file=file.name,
        type=file.kinds or "",
        insats=file.insats or "",
        fel=file.fel,
        varningar=file.varningar,
        undecided=file.undecided,
        link=f"../{file.place}{REPORT}",
        complete=file.complete,
    )


def _table(files: list[File]) -> str:
    """As spreadsheet programs with Swedish settings read it."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(_HEADS)
    for file in files:
        counts = (file.fel, file.varningar, file.undecided, "ja" if file.complete else "nej")
        words = (file.name, file.kinds or "", file.insats or "", f"{arrival(file):%Y-%m-%d %H:%M}")
        table.writerow([*map(_harmless, words), *counts, _harmless(file.place or "")])
    return text.getvalue()


def _harmless(text: str) -> str:
    """No spreadsheet program takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
