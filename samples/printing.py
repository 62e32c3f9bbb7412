"""Word file to PDF by LibreOffice, and PDF to a worn scan. Both give the same bytes for the same input."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import time
from pathlib import Path
from zlib import crc32

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

_AS_PDF = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'  # content controls as plain text
_EPOCH = time.gmtime(1709294400)  # 2024-03-01 12:00 UTC


def to_pdf(source: Path, folder: Path) -> Path:
    """Prints a Word file into `folder`; dates and ids that LibreOffice adds are set to fixed ones of the same length."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", _AS_PDF, "--outdir", str(folder)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)  # noqa: S603 -- our own file
    made = folder / f"{source.stem}.pdf"
    made.write_bytes(_unstamped(made.read_bytes()))
    return made


def pages(source: Path, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as grey pictures."""
    with pdfium.PdfDocument(source) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def scan(source: Path, made: Path, *, dpi: int, quality: int, wear: float) -> None:
    """An image-only PDF of `source` as an office scanner would give it. `wear`: 1 is an ordinary copy."""
    random = np.random.default_rng(crc32(made.name.encode()))
    worn = [_worn(page, random, wear) for page in pages(source, dpi)]
    worn[0].save(made, "PDF", save_all=True, append_images=worn[1:], resolution=dpi, quality=quality, creationDate=_EPOCH, modDate=_EPOCH)


def photo(page: Image.Image, made: Path) -> None:
    """One page as a PNG of few grey levels."""
    worn = _worn(page, np.random.default_rng(crc32(made.name.encode())), 0.3)
    held = io.BytesIO()
    worn.quantize(16).save(held, "PNG", optimize=True)
    made.write_bytes(held.getvalue())


def _worn(page: Image.Image, random: np.random.Generator, wear: float) -> Image.Image:
    """Slightly turned, softened, paler, with sensor noise."""
    turned = page.rotate(float(random.normal(0, 0.45 * wear)), Image.Resampling.BICUBIC, fillcolor=255)
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.55 * wear)), dtype=np.float32)
    grey = 18 * wear + soft * (238 - 18 * wear) / 255
    noisy = grey + random.normal(0, 3.5 * wear, grey.shape)
    paper = np.where(noisy > 226, 240, noisy)  # a scanner's background removal, which also keeps the files small
    return Image.fromarray(np.clip(paper, 0, 255).astype(np.uint8), "L")


def _unstamped(pdf: bytes) -> bytes:
    for pattern in (rb"CreationDate\(D:(\d{14})", rb"<([0-9A-F]{32})>", rb"DocChecksum /([0-9A-F]{32})"):
        pdf = re.sub(pattern, _fixed, pdf)
    return pdf


def _fixed(found: re.Match[bytes]) -> bytes:
    """The same bytes with the first group replaced by one of its length."""
    whole: bytes = found[0]
    return whole.replace(found[1], b"20240301120000" if len(found[1]) == 14 else b"0" * 32)
