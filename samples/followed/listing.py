"""The documents of the insatser that are followed, each in its look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from docx.document import Document as DocxDocument

from samples.ansokan.application import Application
from samples.ansokan.looks import boxed as ruled
from samples.ansokan.looks import numbered
from samples.followed import hamnporten, vandpunkten
from samples.followed.course import Course, case_note
from samples.kvartalsrapport.looks import typed, underlined
from samples.kvartalsrapport.report import QuarterlyReport
from samples.sample import Part, Sample
from samples.slutrapport.looks import boxed, columns
from samples.slutrapport.report import FinalReport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse


def _application(app: Application, look: Callable[[Application], DocxDocument]) -> Sample:
    return Sample(app.name, partial(look, app), (Part("ansokan", app.record),), copies={"docx": "insatser"})


def _note(course: Course, note: Tjansteskrivelse) -> Sample:
    return Sample(f"{course.stem}-beslut", partial(case_note, course, note), (Part("tjansteskrivelse", note),), copies={"docx": "insatser"})


def _reports(reports: tuple[QuarterlyReport, ...], look: Callable[[QuarterlyReport], DocxDocument]) -> Iterator[Sample]:
    for report in reports:
        yield Sample(report.name, partial(look, report), (Part("kvartalsrapport", report.record),), copies={"docx": "insatser"})


def _final(report: FinalReport, look: Callable[[FinalReport], DocxDocument]) -> Sample:
    return Sample(report.name, partial(look, report), (Part("slutrapport", report.record),), copies={"docx": "insatser"})


SAMPLES = (
    _application(hamnporten.APPLICATION, numbered.render),
    _note(hamnporten.COURSE, hamnporten.NOTE),
    *_reports(hamnporten.QUARTERLY, underlined.render),
    _final(hamnporten.FINAL, columns.render),
    _application(vandpunkten.FIRST, ruled.render),
    _application(vandpunkten.SECOND, ruled.render),
    _note(vandpunkten.COURSE, vandpunkten.NOTE),
    *_reports(vandpunkten.QUARTERLY, typed.render),
    _final(vandpunkten.FINAL, boxed.render),
)
