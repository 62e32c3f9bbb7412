"""A file's bytes to its page model, by the reader that its kind asks for."""

from __future__ import annotations

from underlag.extract.draft import Draft, without_scans
from underlag.extract.files import file_kind
from underlag.extract.reader import Reader
from underlag.schemas.page import Document

# Each reader brings libraries that the others don't need, and starting is most of a small document's time: so each is
# imported only when a file asks for it.
# ruff: noqa: PLC0415


def draft_of(data: bytes) -> Draft:
    """The document in the bytes, opened. Raises the errors of `underlag.errors`."""
    kind = file_kind(data)
    if kind == "word":
        from underlag.extract.word import read_word

        return without_scans(read_word(data))
    if kind == "text":
        from underlag.extract.plain_text import read_text

        return without_scans(read_text(data))
    if kind == "pdf":
        from underlag.extract.pdf_document import draft_pdf

        return draft_pdf(data)
    from underlag.extract.image_document import draft_image

    return draft_image(data)


def read_document(data: bytes) -> Document:
    """The document in the bytes, read by a reader of its own. Raises the errors of `underlag.errors`."""
    with Reader() as reader:
        return reader.document(lambda: draft_of(data))
