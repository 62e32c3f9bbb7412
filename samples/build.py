"""Rebuilds the sample forms and their known answers from `content/`: `python samples/build.py [NAME …]`.

Needs LibreOffice Writer (`soffice`), Tesseract with `eng`, and the Liberation and Carlito fonts; nothing else of the project does.
Documents that `make demo` reads go to `inbox/`, the other copies of the same forms to `more/`, the answers to `answers/`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from docx.document import Document as DocxDocument

from samples import paper, printing
from samples.application import Application
from samples.content import aterstart, halsoporten, lots, motesplats, stegvis, ung
from samples.looks import boxed, columns, controlled, numbered, older, plain

HERE = Path(__file__).resolve().parent
INBOX, MORE, ANSWERS = HERE / "inbox", HERE / "more", HERE / "answers"


@dataclass(frozen=True, slots=True)
class Form:
    """An application in its look. `dpi`, `quality` and `wear` are those of its scan."""

    application: Application
    look: Callable[[Application], DocxDocument]
    dpi: int = 200
    quality: int = 30
    wear: float = 1.0


FORMS = (
    Form(stegvis.APPLICATION, boxed.render),
    Form(lots.APPLICATION, plain.render, wear=1.3),
    Form(halsoporten.APPLICATION, columns.render),
    Form(ung.APPLICATION, numbered.render),
    Form(motesplats.APPLICATION, older.render, wear=1.5),
    Form(aterstart.APPLICATION, controlled.render),
)

# What the demo reads: every form once or twice, as every kind of file.
IN_DEMO = frozenset(
    {"stegvis.docx", "lots.pdf", "lots.txt", "halsoporten.scan.pdf", "ung.pdf", "ung.png", "motesplats.scan.pdf", "aterstart.docx"}
)
TEXT_OF = "lots"
PICTURE_OF = "ung"


def answers(app: Application) -> str:
    """The known answers of an application as JSON text, in the form that the scorer reads."""
    gold = {
        "parts": [{"type": "ansokan", "record": app.record.model_dump(mode="json")}],
        "anomalies": [asdict(flaw) for flaw in app.anomalies],
        "tolerated": [asdict(flaw) for flaw in app.allowed],
    }
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def build(form: Form) -> None:
    """All files of one form."""
    name = form.application.name
    (ANSWERS / f"{name}.gold.json").write_text(answers(form.application), encoding="utf-8")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        paper.save(form.look(form.application), folder / f"{name}.docx")
        pdf = printing.to_pdf(folder / f"{name}.docx", folder)
        scanned = folder / f"{name}.scan.pdf"
        printing.scan(pdf, scanned, dpi=form.dpi, quality=form.quality, wear=form.wear)
        if name == TEXT_OF:
            (folder / f"{name}.txt").write_text(_read_badly(scanned), encoding="utf-8")
        if name == PICTURE_OF:
            printing.photo(printing.pages(pdf, 200)[0], folder / f"{name}.png")
        for path in sorted(folder.iterdir()):
            target = (INBOX if path.name in IN_DEMO else MORE) / path.name
            target.write_bytes(path.read_bytes())


def spoil() -> None:
    """The two files of the inbox that hold no document: one cut off, one empty."""
    whole = (INBOX / "stegvis.docx").read_bytes()
    (INBOX / "avbruten.docx").write_bytes(whole[: len(whole) // 3])
    (INBOX / "tom.pdf").write_bytes(b"")


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
    """Builds the forms named, or all."""
    for folder in (INBOX, MORE, ANSWERS):
        folder.mkdir(exist_ok=True)
    for form in FORMS:
        if not names or form.application.name in names:
            print(form.application.name)
            build(form)
    spoil()


if __name__ == "__main__":
    main(sys.argv[1:])
