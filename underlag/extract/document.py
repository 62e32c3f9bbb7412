"""A file's bytes to its page model, by the reader that its kind asks for."""

from __future__ import annotations

from underlag.extract.files import file_kind
from underlag.schemas.page import Document

# Each reader brings libraries that the others don't need, and starting is most of a small document's time: so each is
# imported only when a file asks for it.
# ruff: noqa: PLC0415


def read_document(data: bytes, jobs: int | None = None) -> Document:
    """The document in the bytes; `jobs` scanned pages are read at once (as many as there are cores with None).

    Raises the errors of `underlag.errors`.
    """
    kind = file_kind(data)
    if kind == "word":
        from underlag.extract.word import read_word

        return read_word(data)
    if kind == "text":
        from underlag.extract.plain_text import read_text

        return read_text(data)
    if kind == "pdf":
        from underlag.extract.pdf_document import read_pdf

        return read_pdf(data, jobs)
    from underlag.extract.image_document import read_image

    return read_image(data, jobs)
