"""Figures in tables with declared sums, in scans of the samples: those right as read and after repair, and the repairs that are wrong.

The truth is what the tool reads in the born-digital file that was worn into the scan.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pypdfium2

from bench.known import known_page, printed_files
from bench.wear import QUALITIES, Quality, save, worn
from underlag.extract.document import draft_of
from underlag.extract.flow import stream
from underlag.extract.parts import KINDS, read_as
from underlag.extract.reader import Reader
from underlag.extract.split import divide
from underlag.schemas.form import Form
from underlag.schemas.forms import FORMS
from underlag.schemas.page import Document
from underlag.schemas.relations import figures
from underlag.schemas.result import Part, PartType
from underlag.schemas.sums import relations

_UNREPAIRED = {kind: replace(form, sums=()) for kind, form in FORMS.items()}
_WORN = ("office", "poor200", "poor150")


@dataclass(frozen=True, slots=True)
class Repairs:
    """Of `figures` in tables with sums, how many are `right` as read and after repair; of `corrected` ones, how many are `wrong`."""

    figures: int = 0
    right: int = 0
    right_after: int = 0
    corrected: int = 0
    wrong: int = 0

    def __add__(self, other: Repairs) -> Repairs:
        return Repairs(
            self.figures + other.figures,
            self.right + other.right,
            self.right_after + other.right_after,
            self.corrected + other.corrected,
            self.wrong + other.wrong,
        )


def measure_repair(names: Sequence[str], pages: int | None) -> None:
    """Prints each quality of `names` (three without any); files of more than `pages` pages are left out."""
    for quality in (q for q in QUALITIES if q.name in (names or _WORN)):
        total = Repairs()
        for file in printed_files():
            with pypdfium2.PdfDocument(file) as pdf:
                length = len(pdf)
            if length <= (pages or length):
                total += _measured(file, length, quality)
        print(f"\n{quality.name}: {total.figures} figures in tables with sums")
        print(f"  right as read, %      {_percent(total.right, total.figures)}")
        print(f"  right after repair, % {_percent(total.right_after, total.figures)}")
        print(f"  corrected {total.corrected}, of these wrong {total.wrong}", flush=True)


def _measured(file: Path, pages: int, quality: Quality) -> Repairs:
    with tempfile.TemporaryDirectory() as made, Reader() as reader:
        scan = Path(made) / file.name
        save([worn(known_page(file, number), quality) for number in range(pages)], quality, scan)
        true, scanned = (reader.document(partial(draft_of, data)) for data in (file.read_bytes(), scan.read_bytes()))
    return compared(true, scanned)


def compared(true: Document, scanned: Document) -> Repairs:
    """The figures of a document and of a scan of it, part by part."""
    truth, before, after = _parts(true, FORMS), _parts(scanned, _UNREPAIRED), _parts(scanned, FORMS)
    found = Repairs()
    for part, raw, mended in zip(truth, before, after, strict=False):
        form = FORMS.get(part.type)
        if form is not None and raw.type == part.type:
            found += _repairs(form, part, raw, mended)
    return found


def _repairs(form: Form, true: Part, raw: Part, mended: Part) -> Repairs:
    summed = {p for relation in relations(form.sums, true.record) for p in relation.pointers}
    wanted = {p: value for p, value in figures(true.record).items() if p in summed}
    read, kept = figures(raw.record), figures(mended.record)
    corrected = [p for p in kept if p in mended.evidence and mended.evidence[p].method == "corrected"]
    return Repairs(
        len(wanted),
        sum(read.get(p) == value for p, value in wanted.items()),
        sum(kept.get(p) == value for p, value in wanted.items()),
        len(corrected),
        sum(kept.get(p) != wanted.get(p) for p in corrected),
    )


def _parts(document: Document, forms: Mapping[PartType, Form]) -> list[Part]:
    return [read_as(s.kind, stream(s.document), s.document, forms).part for s in divide(document, KINDS)]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):6.2f}"
