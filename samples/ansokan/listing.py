"""The sample applications, each in its look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docx.document import Document as DocxDocument

from samples.ansokan.application import Application
from samples.ansokan.content import aterstart, halsoporten, lots, motesplats, stegvis, ung
from samples.ansokan.looks import boxed, columns, controlled, numbered, older, plain
from samples.sample import Copy, Part, Sample, Scan

APPLICATIONS = (
    stegvis.APPLICATION,
    lots.APPLICATION,
    halsoporten.APPLICATION,
    ung.APPLICATION,
    motesplats.APPLICATION,
    aterstart.APPLICATION,
)


def _sample(app: Application, look: Callable[[Application], DocxDocument], *, shown: tuple[Copy, ...], wear: float = 1.0) -> Sample:
    """`shown`: the copies that lie in the inbox, besides those that every application has."""
    every: tuple[Copy, ...] = ("docx", "pdf", "scan.pdf")
    return Sample(
        app.name,
        partial(look, app),
        (Part("ansokan", app.record),),
        app.anomalies,
        app.allowed,
        {copy: "inbox" if copy in shown else "more" for copy in dict.fromkeys((*every, *shown))},
        Scan(wear=wear),
    )


SAMPLES = (
    _sample(stegvis.APPLICATION, boxed.render, shown=("docx",)),
    _sample(lots.APPLICATION, plain.render, shown=("pdf", "txt"), wear=1.3),
    _sample(halsoporten.APPLICATION, columns.render, shown=("scan.pdf",)),
    _sample(ung.APPLICATION, numbered.render, shown=("pdf", "png")),
    _sample(motesplats.APPLICATION, older.render, shown=("scan.pdf",), wear=1.5),
    _sample(aterstart.APPLICATION, controlled.render, shown=("docx",)),
)
