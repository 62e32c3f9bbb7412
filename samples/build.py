"""Rebuilds the sample documents and their known answers: `python samples/build.py [NAME …]`.

Needs LibreOffice Writer (`soffice`), Tesseract with `eng`, and the Liberation and Carlito fonts; nothing else of the project does.
Documents that `make demo` reads go to `inbox/`, those of insatser that are followed to `insatser/`, other copies and other documents to
`more/`, the answers to `answers/`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from samples import paper, printing
from samples.ansokan import listing as ansokan
from samples.arsredovisning import listing as arsredovisning
from samples.followed import listing as followed
from samples.kvartalsrapport import listing as kvartalsrapport
from samples.paket import listing as paket
from samples.sample import Flaw, Part, Sample
from samples.slutrapport import listing as slutrapport
from samples.uppfoljning import listing as uppfoljning

HERE = Path(__file__).resolve().parent
INBOX, MORE, INSATSER, ANSWERS = HERE / "inbox", HERE / "more", HERE / "insatser", HERE / "answers"

SAMPLES: tuple[Sample, ...] = (
    *ansokan.SAMPLES,
    *slutrapport.SAMPLES,
    *kvartalsrapport.SAMPLES,
    *uppfoljning.SAMPLES,
    *arsredovisning.SAMPLES,
    *paket.SAMPLES,
    *followed.SAMPLES,
)


def answers(sample: Sample) -> str:
    """The known answers of a sample as JSON text, in the form that the scorer reads."""
    gold = {
        "parts": [_answer(part) for part in sample.parts],
        "anomalies": [_flaw(flaw) for flaw in sample.anomalies],
        "tolerated": [_flaw(flaw) for flaw in sample.tolerated],
    } | ({"facts": [asdict(fact) | {"ok": False} for fact in sample.facts]} if sample.facts else {})
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def build(sample: Sample) -> None:
    """All files of one sample."""
    (ANSWERS / f"{sample.name}.gold.json").write_text(answers(sample), encoding="utf-8")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _copies(sample, folder)
        for copy, place in sample.copies.items():
            name = f"{sample.name}.{copy}"
            (HERE / place / name).write_bytes((folder / name).read_bytes())


def spoil() -> None:
    """The two files of the inbox that hold no document: one cut off, one empty."""
    whole = (INBOX / "stegvis.docx").read_bytes()
    (INBOX / "avbruten.docx").write_bytes(whole[: len(whole) // 3])
    (INBOX / "tom.pdf").write_bytes(b"")


def _flaw(flaw: Flaw) -> dict[str, Any]:
    """A mistake as JSON (hence Any); the number of its part where the file holds several."""
    return {key: value for key, value in asdict(flaw).items() if key != "part" or value}


def _answer(part: Part) -> dict[str, Any]:
    """A part as JSON (hence Any)."""
    pages = {} if part.pages is None else {"pages": list(part.pages)}
    return {"type": part.type, **pages, "record": part.record.model_dump(mode="json")}


def _copies(sample: Sample, folder: Path) -> None:
    """Every copy that the sample keeps, and those that they are made from."""
    name, scan = sample.name, sample.scan
    paper.save(sample.draw(), folder / f"{name}.docx")
    if sample.copies.keys() == {"docx"}:
        return
    pdf = printing.to_pdf(folder / f"{name}.docx", folder)
    if not sample.copies.keys().isdisjoint({"scan.pdf", "txt"}):
        printing.scan(pdf, folder / f"{name}.scan.pdf", dpi=scan.dpi, quality=scan.quality, wear=scan.wear)
    if "txt" in sample.copies:
        (folder / f"{name}.txt").write_text(_read_badly(folder / f"{name}.scan.pdf"), encoding="utf-8")
    if "png" in sample.copies:
        printing.photo(printing.pages(pdf, 200)[0], folder / f"{name}.png")


def _read_badly(scanned: Path) -> str:
    """The scan as OCR without Swedish reads it: å, ä and ö partly lost."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for n, page in enumerate(printing.pages(scanned, 200)):
            picture = Path(folder) / f"{n}.png"
            page.save(picture)
            command = ["tesseract", str(picture), "-", "-l", "eng", "--psm", "4"]
            read = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)  # noqa: S603 -- our own file
            lines.append(read.stdout.rstrip())
    return "\n\n".join(lines) + "\n"


def main(names: list[str]) -> None:
    """Builds the samples named, or all."""
    for folder in (INBOX, MORE, INSATSER, ANSWERS):
        folder.mkdir(exist_ok=True)
    for sample in SAMPLES:
        if not names or sample.name in names:
            print(sample.name)
            build(sample)
    spoil()


if __name__ == "__main__":
    main(sys.argv[1:])
