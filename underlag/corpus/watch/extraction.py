"""The extractor that the service uses: one document read and judged, its result and report written.

Importing this module loads what most documents need, so that a worker forked from a process that has it starts warm.
"""

from __future__ import annotations

# ruff: noqa: F401  the readers are imported by `extract.document` when a file asks for one; here they are wanted beforehand
import underlag.extract.crops
import underlag.extract.pdf_document
import underlag.extract.plain_text
import underlag.extract.word
from underlag.corpus.watch.moves import write_whole
from underlag.corpus.watch.outcome import Order, Summary
from underlag.pipeline import Outcome, extract_file, reader_for, report_page
from underlag.report.index import index_row
from underlag.report.page import template
from underlag.schemas.dating import document_day
from underlag.schemas.forms import FORMS
from underlag.schemas.result import Result
from underlag.settings import Settings, read_settings, shipped_policy

shipped_policy()
template("report.html.j2")


def extract(order: Order) -> Summary:
    """Reads the document as of the day of the order. Raises the errors of `underlag.errors`."""
    settings = read_settings(order.settings) if order.settings else Settings()
    with reader_for(settings) as reader:
        outcome = extract_file(order.original, on=order.on, settings=settings, reader=reader)
    _write(outcome, order)
    return _summary(outcome.result)


def _write(outcome: Outcome, order: Order) -> None:
    write_whole(outcome.result.model_dump_json(by_alias=True, indent=2).encode() + b"\n", order.result)
    write_whole(report_page(outcome).encode(errors="replace"), order.report)


def _summary(result: Result) -> Summary:
    row = index_row(result, None)
    return Summary(
        year=_year(result),
        insats=row.insats.split(", ")[0] if row.insats else "",
        kinds=row.type,
        fel=row.fel,
        varningar=row.varningar,
        undecided=row.undecided,
        complete=row.complete,
    )


def _year(result: Result) -> int | None:
    """The year of the first part that bears a day."""
    dated = (document_day(FORMS[part.type].dated, part.record) for part in result.parts if part.type in FORMS)
    return next((day.year for day in dated if day is not None), None)
