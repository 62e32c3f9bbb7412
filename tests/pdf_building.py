"""Small PDFs written as text, so that a test shows what stands on its pages. Places are points from the top left."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0


def text(x: float, baseline: float, words: str, *, size: float = 10.0, font: str = "F1") -> str:
    """A line of text; `font` F1 Helvetica, F2 bold, F3 ZapfDingbats."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - baseline} Tm ({escaped}) Tj ET"


def upright_text(x: float, baseline: float, words: str, *, size: float = 10.0) -> str:
    """Text that is written from the bottom to the top."""
    return f"BT /F1 {size} Tf 0 1 -1 0 {x} {HEIGHT - baseline} Tm ({words}) Tj ET"


def rule(x0: float, top: float, x1: float, bottom: float) -> str:
    """A straight line."""
    return f"0.5 w {x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S"


def frame(x0: float, top: float, x1: float, bottom: float) -> str:
    """The outline of a rectangle."""
    return f"0.5 w {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re S"


def shade(x0: float, top: float, x1: float, bottom: float) -> str:
    """A rectangle filled with grey."""
    return f"0.8 g {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f 0 g"


def curve(x0: float, top: float, x1: float, bottom: float) -> str:
    """A swung stroke."""
    return f"1 w {x0} {HEIGHT - bottom} m {x0} {HEIGHT - top} {x1} {HEIGHT - bottom} {x1} {HEIGHT - top} c S"


@dataclass
class PdfText:
    """A PDF in the making: pages of drawing operators, and the objects that come with them."""

    pages: list[str] = field(default_factory=list)
    page_extra: str = ""
    """Entries for every page's dictionary, such as /Rotate 90."""
    catalog_extra: str = ""
    objects: dict[int, str] = field(default_factory=dict)
    """Further objects by number, from 100."""
    trailer_extra: str = ""

    def page(self, *marks: str) -> PdfText:
        """Add a page."""
        self.pages.append("\n".join(marks))
        return self

    def data(self) -> bytes:
        """The file."""
        kids = " ".join(f"{10 + 2 * k} 0 R" for k in range(len(self.pages)))
        fonts = "/F1 3 0 R /F2 4 0 R /F3 5 0 R"
        encoding = "/Encoding /WinAnsiEncoding"
        objects = {
            1: f"<< /Type /Catalog /Pages 2 0 R {self.catalog_extra} >>",
            2: f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>",
            3: f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >>",
            4: f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold {encoding} >>",
            5: "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>",
        }
        for k, marks in enumerate(self.pages):
            size = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]" if "/MediaBox" not in self.page_extra else ""
            objects[10 + 2 * k] = (
                f"<< /Type /Page /Parent 2 0 R {size} /Resources << /Font << {fonts} >> >> /Contents {11 + 2 * k} 0 R {self.page_extra} >>"
            )
            objects[11 + 2 * k] = f"<< /Length {len(marks.encode('cp1252'))} >>\nstream\n{marks}\nendstream"
        return _written(objects | self.objects, self.trailer_extra)


def _written(objects: dict[int, str], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{number} 1\n{at:010d} 00000 n \n" for number, at in places.items())
    last = f"trailer\n<< /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    end = f"xref\n0 1\n0000000000 65535 f \n{table}{last}"
    return out + end.encode("ascii")
