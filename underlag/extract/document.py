"""A file's bytes to its page model, whatever the kind; a PDF is decided page by page."""

from __future__ import annotations

from underlag.errors import UnreadableError
from underlag.extract.files import file_kind
from underlag.extract.pdf import read_pdf_text
from underlag.extract.plain_text import read_text
from underlag.extract.word import read_word
from underlag.schemas.page import Document


def read_document(data: bytes) -> Document:
    """The document in the bytes. Raises the errors of `underlag.errors`."""
    kind = file_kind(data)
    if kind == "pdf":
        return read_pdf_text(data)
    if kind == "word":
        return read_word(data)
    if kind == "text":
        return read_text(data)
    raise UnreadableError("kan inte läsas")
