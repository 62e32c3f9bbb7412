"""Results built by hand, and text of the kind that only harms. All content is made up."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import Any

import docx
import lxml.html
from docx.oxml.ns import qn
from lxml.html import HtmlElement

from underlag.report.html import render_html
from underlag.schemas.result import Checks, Evidence, Finding, Made, Method, Model, Part, PartType, Place, Problem, Result, Source

HOSTILE = "<script>alert('x')</script> ]]> --> \x1b[31mröd\x1b[0m \x9b2J [bold red]fet[/] \u202eomvänt " + "W" * 500 + "\x00\"'&amp;"
PNG = b"\x89PNG\r\n\x1a\n made up"


def at(page: int, top: float = 100.0, text: str = "rad", where: str | None = None) -> Place:
    box = None if where else (70.0, top, 400.0, top + 12)
    return Place(page=page, bbox=box, where=where, text=text)


def read(*places: Place, confidence: float = 0.97, method: Method = "text", note: str | None = None) -> Evidence:
    return Evidence(method=method, confidence=confidence, note=note, places=places)


def broken(rule: str = "tid.ordning", pointer: str = "/insatstid/start", **more: Any) -> Finding:
    given: dict[str, Any] = {"severity": "fel", "outcome": "broken", "message": "Datumen står i fel ordning.", "at": (pointer,)}
    return Finding.model_validate({"rule": rule, **given, **more})


def part(record: Model, *findings: Finding, evidence: dict[str, Evidence] | None = None, kind: PartType = "ansokan", **more: Any) -> Part:
    given: dict[str, Any] = {"pages": (1, 14), "confidence": 0.9, "checks": Checks(holds=31, broken=2, undecided=1, not_applicable=6)}
    judged = {"record": record.model_dump(mode="json"), "evidence": evidence or {}, "findings": findings}
    return Part.model_validate({"type": kind, **given, **judged, **more})


def result(
    *parts: Part,
    reader: str = "pdf-text",
    findings: tuple[Finding, ...] = (),
    problems: tuple[Problem, ...] = (),
    file: str = "ansokan.pdf",
) -> Result:
    named = {"file": file, "sha256": sha256(file.encode()).hexdigest()}
    source = Source.model_validate({**named, "media_type": "application/pdf", "pages": 14, "reader": reader})
    made = Made(tool="0.1.0", policy="sha256:" + "1" * 64, judged_at="2030-08-19")
    return Result(made=made, source=source, complete=not problems, problems=problems, parts=parts, findings=findings)


def word_text(data: bytes) -> str:
    """Every paragraph and cell of the Word file, in order."""
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join("".join(piece.text or "" for piece in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p")))


def page(of: Result, crops: dict[Place, bytes] | None = None, **more: Any) -> HtmlElement:
    return lxml.html.document_fromstring(render_html(of, crops or {}, **more))


def words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def one(tree: HtmlElement, path: str) -> HtmlElement:
    (found,) = tree.xpath(path)
    return found
