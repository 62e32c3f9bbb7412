"""The picture of a page: the scanned images themselves where they fill it, else a rendering."""

from __future__ import annotations

from itertools import combinations

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops, ImageStat

from underlag.extract.pdf_space import PageSpace, page_space
from underlag.schemas.page import Box

MAX_PIXELS = 40_000_000
_MOST_STRIPS = 200
_UPRIGHT = {
    (1, 0, 0, 1): None,
    (0, 1, -1, 0): Image.Transpose.ROTATE_90,
    (-1, 0, 0, -1): Image.Transpose.ROTATE_180,
    (0, -1, 1, 0): Image.Transpose.ROTATE_270,
    (-1, 0, 0, 1): Image.Transpose.FLIP_LEFT_RIGHT,
    (1, 0, 0, -1): Image.Transpose.FLIP_TOP_BOTTOM,
    (0, 1, 1, 0): Image.Transpose.TRANSVERSE,
    (0, -1, -1, 0): Image.Transpose.TRANSPOSE,
}
"""How to turn an image that is placed by a matrix with these signs."""


def page_image(page: pdfium.PdfPage, dpi: float, *, only_scan: bool) -> Image.Image:
    """The page as a picture in greys as displayed, at most `MAX_PIXELS` large.

    With `only_scan` (nothing but images on the page) the images themselves are taken, at their own resolution: this is
    sharper and cheaper than rendering. `dpi` is the resolution of a rendering.
    """
    scan = _scan(page) if only_scan else None
    return scan if scan is not None else rendered(page, dpi).convert("L")


def rendered(page: pdfium.PdfPage, dpi: float, crop: tuple[float, float, float, float] = (0, 0, 0, 0)) -> Image.Image:
    """The page (cut by `crop`: left, bottom, right, top in points) as pdfium draws it."""
    width, height = page.get_size()
    scale = min(dpi / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    image: Image.Image = page.render(scale=scale, crop=crop).to_pil()
    return image


def _scan(page: pdfium.PdfPage) -> Image.Image | None:
    """The images that fill the page, joined; None where they don't, overlap, are transparent or stand slanted."""
    space = page_space(page.raw)
    pieces: list[tuple[pdfium.PdfObject, Box]] = []
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if len(pieces) >= _MOST_STRIPS or item.level > 0 or pdfium_c.FPDFPageObj_HasTransparency(item.raw):
            return None
        box = _box(item, space)
        if box.width > 3 and box.height > 3:
            pieces.append((item, box))
    if not pieces or not _tiles([box for _, box in pieces], space):
        return None
    images = [(_upright(item, space), box) for item, box in pieces]
    found = [(image, box) for image, box in images if image is not None]
    if len(found) < len(images):
        return None
    whole = _joined(found, space)
    return whole if whole is not None and _looks_like(whole, rendered(page, 24)) else None


def _box(item: pdfium.PdfObject, space: PageSpace) -> Box:
    left, bottom, right, top = item.get_bounds()
    return space.box(left, bottom, right, top)


def _tiles(boxes: list[Box], space: PageSpace) -> bool:
    """Do the images cover the page without lying over each other?"""
    area = space.width * space.height
    page = Box(0, 0, space.width, space.height)
    covered = sum(b.overlap(page) for b in boxes)
    return covered > 0.85 * area and all(a.overlap(b) < 0.02 * area for a, b in combinations(boxes, 2))


def _upright(item: pdfium.PdfObject, space: PageSpace) -> Image.Image | None:
    """The image's own pixels, turned as they are displayed; None where it stands slanted or can't be decoded."""
    a, b, c, d, _, _ = item.get_matrix().get()
    largest = max(abs(a), abs(b), abs(c), abs(d))
    signs = tuple(0 if abs(v) < 0.01 * largest else (1 if v > 0 else -1) for v in (a, b, c, d))
    for _ in range(space.rotation // 90):
        signs = (signs[1], -signs[0], signs[3], -signs[2])
    if signs not in _UPRIGHT or not isinstance(item, pdfium.PdfImage):
        return None
    width, height = item.get_px_size()
    if not 0 < width * height <= 4 * MAX_PIXELS:
        return None
    try:
        image: Image.Image = item.get_bitmap().to_pil()
    except pdfium.PdfiumError:
        return None
    turn = _UPRIGHT[signs]
    return image if turn is None else image.transpose(turn)


def _joined(pieces: list[tuple[Image.Image, Box]], space: PageSpace) -> Image.Image | None:
    """The images in greys on one sheet of the page's size, at the resolution of the finest (bounded)."""
    scale = max(image.width / box.width for image, box in pieces)
    scale = min(scale, (MAX_PIXELS / (space.width * space.height)) ** 0.5)
    if scale < 1:
        return None
    size = round(space.width * scale), round(space.height * scale)
    if len(pieces) == 1 and all(abs(x - y) <= 0.004 * y for x, y in zip(pieces[0][0].size, size, strict=True)):
        return pieces[0][0].convert("L")
    sheet = Image.new("L", size, "white")
    for image, box in pieces:
        x0, y0 = round(box.x0 * scale), round(box.top * scale)
        place = max(1, round(box.x1 * scale) - x0), max(1, round(box.bottom * scale) - y0)
        piece = image.convert("L")
        sheet.paste(piece if piece.size == place else piece.resize(place, Image.Resampling.BICUBIC), (x0, y0))
    return sheet


def _looks_like(scan: Image.Image, picture: Image.Image) -> bool:
    """Is the joined scan what a viewer shows (not inverted by a mask, nor covered)?"""
    small = scan.resize(picture.size, Image.Resampling.BOX)
    return ImageStat.Stat(ImageChops.difference(small, picture.convert("L"))).mean[0] < 16
