"""A scan as a searchable PDF/A-2b: its pages as they are, and over each the words that were read, invisible and in their places.

A page that holds nothing but pictures is taken over as it is, to the byte of its images. Any other page (one with text of its own, marks
or colours that PDF/A does not take) becomes a picture of itself. The original file is not touched.

Source: ISO 19005-2 (PDF/A-2), level B.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms, ImageSequence

from underlag.extract.archival_text import FONT, font_in, text_layer
from underlag.extract.files import file_kind
from underlag.extract.images import size_in_points
from underlag.extract.pdf import PdfFile, open_pdf
from underlag.extract.placed_words import PlacedWord, words_of
from underlag.schemas.page import Box, Document

_DPI = 200  # of a page that becomes a picture
_QUALITY = 85
_OPERATORS = frozenset({"q", "Q", "cm", "Do", "re", "W", "W*", "n"})
_FILTERS = frozenset({"/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/FlateDecode", "/RunLengthDecode"})
_COLOURS = frozenset({"/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB"})


def searchable(data: bytes, document: Document, *, title: str) -> bytes:
    """The PDF/A of the scanned PDF or image in `data`, which was read as `document`; a page that could not be read is there without
    words. The same input gives the same bytes.
    """
    words = {page.number: tuple(words_of(page)) for page in document.pages}
    with pikepdf.new() as pdf:
        if file_kind(data) == "pdf":
            _take_pages(pdf, data)
        else:
            _take_frames(pdf, data)
        font = font_in(pdf)
        for number, page in enumerate(pdf.pages, 1):
            _set_text(page, words.get(number, ()), font)
        _declare(pdf, title)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _take_pages(pdf: pikepdf.Pdf, data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as source, open_pdf(data) as shown:
        for number, page in enumerate(source.pages, 1):
            page.flatten_rotation()  # text that stands upright in the page's own coordinates is found by every viewer
            if _is_plain(page):
                pdf.pages.append(page)
                _strip(pdf.pages[-1])
            else:
                _, _, *size = _visible(page)
                _add_picture(pdf, _rendered(shown, number, *size), *size)


def _visible(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of what is shown of a page that is not turned: the crop box as far as it lies in the media box."""
    whole, cut = ([float(side) for side in box] for box in (page.mediabox, page.cropbox))
    left, right = max(min(cut[::2]), min(whole[::2])), min(max(cut[::2]), max(whole[::2]))
    bottom, top = max(min(cut[1::2]), min(whole[1::2])), min(max(cut[1::2]), max(whole[1::2]))
    return left, bottom, right - left, top - bottom


def _is_plain(page: pikepdf.Page) -> bool:
    """Does the page hold nothing but pictures that PDF/A takes?"""
    if len(page.obj.get("/Annots", [])) or "/UserUnit" in page.obj:
        return False
    try:
        used = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
    except pikepdf.PdfError:
        return False
    held = page.resources.get("/XObject", Dictionary())
    return used <= _OPERATORS and bool(len(held)) and all(map(_is_plain_image, held.values()))


def _is_plain_image(image: pikepdf.Object) -> bool:
    if image.get("/Subtype") != Name.Image or any(key in image for key in ("/SMask", "/Mask", "/Alternates", "/OPI", "/Metadata")):
        return False
    filters = image.get("/Filter", Array())
    names = {str(filters)} if isinstance(filters, Name) else {str(one) for one in filters}
    return names <= _FILTERS and (bool(image.get("/ImageMask", False)) or _is_plain_colour(image.get("/ColorSpace")))


def _is_plain_colour(colour: pikepdf.Object | None) -> bool:
    if colour is None:
        return False
    if isinstance(colour, Name):
        return str(colour) in _COLOURS
    kind = str(colour[0])
    if kind == "/Indexed":
        return _is_plain_colour(colour[1])
    return kind in _COLOURS or (kind == "/ICCBased" and colour[1].get("/N") in {1, 3})


def _strip(page: pikepdf.Page) -> None:
    """Leaves nothing of a page but what it shows."""
    page.obj["/Resources"] = Dictionary(XObject=page.resources["/XObject"])
    for key in list(page.obj.keys()):
        if key not in {"/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox"}:
            del page.obj[key]
    for image in page.resources["/XObject"].values():
        if "/Interpolate" in image:
            del image["/Interpolate"]


def _rendered(shown: PdfFile, number: int, width: float, height: float) -> Image.Image:
    return Image.open(io.BytesIO(shown.crop_png(number, Box(0.0, 0.0, width, height), _DPI))).convert("RGB")


def _take_frames(pdf: pikepdf.Pdf, data: bytes) -> None:
    """The pages of an image file; a photograph in one keeps its own bytes."""
    whole = Image.open(io.BytesIO(data))
    for frame in ImageSequence.Iterator(whole):
        own = data if whole.format == "JPEG" and frame.mode in {"L", "RGB"} else None
        _add_picture(pdf, frame, *size_in_points(frame), own=own)


def _add_picture(pdf: pikepdf.Pdf, picture: Image.Image, width: float, height: float, *, own: bytes | None = None) -> None:
    """A page of that size (points) and one picture: as JPEG where it is one already (`own`) or has colours, else without loss."""
    if picture.mode not in {"1", "L", "RGB"}:
        picture = picture.convert("RGB")
    look = {"ColorSpace": Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray, "BitsPerComponent": 1 if picture.mode == "1" else 8}
    if own is not None:
        image = pdf.make_stream(own, Filter=Name.DCTDecode)
    elif picture.mode == "RGB":
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=_QUALITY)
        image = pdf.make_stream(out.getvalue(), Filter=Name.DCTDecode)
    else:
        image = pdf.make_stream(picture.tobytes())
    for key, value in {"Type": Name.XObject, "Subtype": Name.Image, "Width": picture.width, "Height": picture.height, **look}.items():
        image[f"/{key}"] = value
    page = pdf.add_blank_page(page_size=(width, height))
    page.obj["/Resources"] = Dictionary(XObject=Dictionary(Im0=image))
    page.obj["/Contents"] = pdf.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Im0 Do Q".encode())


def _set_text(page: pikepdf.Page, words: Iterable[PlacedWord], font: pikepdf.Object) -> None:
    left, bottom, _, height = _visible(page)
    page.obj["/Resources"]["/Font"] = Dictionary({FONT: font})
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q q 1 0 0 1 {left:.3f} {bottom:.3f} cm\n".encode() + text_layer(words, height) + b"\nQ")


def _declare(pdf: pikepdf.Pdf, title: str) -> None:
    """What makes it a PDF/A: the claim, the meaning of its colours, and no other metadata than these."""
    profile = pdf.make_stream(_srgb(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=pikepdf.String("sRGB"), DestOutputProfile=profile,
        Info=pikepdf.String("sRGB IEC61966-2.1"),
    )  # fmt: skip
    pdf.Root["/OutputIntents"] = Array([pdf.make_indirect(intent)])
    pdf.Root["/Lang"] = pikepdf.String("sv-SE")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        about["dc:title"] = "".join(char for char in title if char.isprintable())
        about["pdfaid:part"] = "2"
        about["pdfaid:conformance"] = "B"


def _srgb() -> bytes:
    """The profile as Little CMS makes it, of the version that PDF 1.7 knows and of no day."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[8:12] = b"\x04\x20\x00\x00"
    made[24:36] = b"\x07\xd0\x00\x01\x00\x01" + bytes(6)
    made[84:100] = bytes(16)  # the checksum, which may be left out
    return bytes(made)
