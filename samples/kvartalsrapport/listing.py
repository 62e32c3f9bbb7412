"""The sample quarterly reports, each in its look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docx.document import Document as DocxDocument

from samples.kvartalsrapport.content import fornyelsen, mellanlandning, stegvis_q2, trampolin
from samples.kvartalsrapport.looks import matrix, printout, typed, underlined
from samples.kvartalsrapport.report import QuarterlyReport
from samples.sample import Copy, Part, Sample


def _sample(report: QuarterlyReport, look: Callable[[QuarterlyReport], DocxDocument], *, shown: tuple[Copy, ...] = ()) -> Sample:
    """`shown`: the copies that lie in the inbox."""
    every: tuple[Copy, ...] = ("docx", "pdf")
    return Sample(
        report.name,
        partial(look, report),
        (Part("kvartalsrapport", report.record),),
        report.anomalies,
        report.tolerated,
        {copy: "inbox" if copy in shown else "more" for copy in every},
    )


SAMPLES = (
    _sample(stegvis_q2.REPORT, matrix.render),
    _sample(fornyelsen.REPORT, typed.render, shown=("docx",)),
    _sample(trampolin.REPORT, underlined.render),
    _sample(mellanlandning.REPORT, printout.render),
)
