"""Form fields and notes of a PDF page: what was filled in or written on top of the page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from underlag.extract.pdf_space import PageSpace
from underlag.schemas.page import EMPTY, MARKED, Box, Word

_MOST_NOTES = 5000
_HIDDEN = 0x02 | 0x20
"""Annotation flags: hidden, no view."""

_Handle = Any  # a pdfium handle: an untyped ctypes pointer


@dataclass(frozen=True, slots=True)
class Field:
    """A form field as displayed. `marked` is set for checkboxes and radio buttons only, `value` for all others."""

    box: Box
    value: str
    marked: bool | None


def has_notes(page: _Handle) -> bool:
    """Does the page carry fields, typed-on text, stamps or drawings (anything but links)?"""
    return any(pdfium.FPDFAnnot_GetSubtype(note) not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP) for note in _notes(page))


def read_fields(page: _Handle, form: _Handle, space: PageSpace) -> list[Field]:
    """The page's form fields that are visible."""
    fields = []
    for note in _notes(page):
        if pdfium.FPDFAnnot_GetSubtype(note) != pdfium.FPDF_ANNOT_WIDGET or pdfium.FPDFAnnot_GetFlags(note) & _HIDDEN:
            continue
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDFAnnot_GetRect(note, rect):
            continue
        box = space.box(rect.left, rect.bottom, rect.right, rect.top)
        kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
        if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
            fields.append(Field(box, "", bool(pdfium.FPDFAnnot_IsChecked(form, note))))
        elif kind in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
            fields.append(Field(box, _value(form, note), None))
    return fields


def with_fields(words: Sequence[Word], fields: Sequence[Field], size: float) -> list[Word]:
    """The words with checkboxes as words of their own, and the values that their page does not show."""
    boxes = [f for f in fields if f.marked is not None]
    result = [w for w in words if not any(f.box.holds(w.box) and len(w.text) <= 2 for f in boxes)]
    result += [Word(MARKED if f.marked else EMPTY, f.box, size=size) for f in boxes]
    for field in fields:
        if field.marked is None and field.value.strip() and not any(field.box.holds(w.box) for w in words):
            result += _set_in(field, size)
    return result


def _set_in(field: Field, size: float) -> Iterator[Word]:
    """A value's words laid into its field, line by line: a guess at where a viewer would put them."""
    height = min(size * 1.2, field.box.height)
    top = field.box.top if "\n" in field.value or field.box.height > 2.5 * size else field.box.middle[1] - height / 2
    x = field.box.x0 + 2
    for line in field.value.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        for text in line.split():
            width = 0.5 * size * len(text)
            if x + width > field.box.x1 and x > field.box.x0 + 2:
                x, top = field.box.x0 + 2, top + height
            yield Word(text, Box(x, top, x + width, top + height), size=size)
            x += width + 0.28 * size
        x, top = field.box.x0 + 2, top + height


def _notes(page: _Handle) -> Iterator[_Handle]:
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, i)
        if not note:
            continue
        try:
            yield note
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _value(form: _Handle, note: _Handle) -> str:
    length = pdfium.FPDFAnnot_GetFormFieldValue(form, note, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetFormFieldValue(form, note, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
