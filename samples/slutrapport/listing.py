"""The sample final reports, each in its look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docx.document import Document as DocxDocument

from samples.sample import Copy, Part, Sample
from samples.slutrapport.content import bryggan, kontakten, odlarna, verkstan
from samples.slutrapport.looks import boxed, columns, numbered, running
from samples.slutrapport.report import FinalReport


def _sample(report: FinalReport, look: Callable[[FinalReport], DocxDocument], *, shown: tuple[Copy, ...] = ()) -> Sample:
    """`shown`: the copies that lie in the inbox."""
    every: tuple[Copy, ...] = ("docx", "pdf")
    return Sample(
        report.name,
        partial(look, report),
        (Part("slutrapport", report.record),),
        report.anomalies,
        report.tolerated,
        {copy: "inbox" if copy in shown else "more" for copy in every},
    )


SAMPLES = (
    _sample(bryggan.REPORT, columns.render),
    _sample(odlarna.REPORT, numbered.render, shown=("pdf",)),
    _sample(verkstan.REPORT, running.render),
    _sample(kontakten.REPORT, boxed.render),
)
