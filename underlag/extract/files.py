"""Which reader a file's bytes ask for; its name decides nothing that the bytes contradict."""

from __future__ import annotations

from typing import Literal

from underlag.errors import UnreadableError

FileKind = Literal["pdf", "word", "image", "text"]

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (b"\x7fELF", b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"GIF8", b"RIFF", b"%!PS", b"ID3", b"\x00\x00\x00\x18ftyp", b"{\\rtf")


def file_kind(data: bytes) -> FileKind:
    """The kind of the file. Raises UnreadableError for an empty file and for kinds that are no document that we read."""
    if not data.strip():
        raise UnreadableError("filen är tom", remedy="Be avsändaren skicka den igen.")
    if b"%PDF-" in data[:2048]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06") or data[:8] == _OLE:
        return "word"
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith(_FOREIGN) or (b"\x00" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(
            "filen är inget dokument som kan läsas", remedy="Lämna den som Word (.docx), PDF, bild (PNG, JPEG, TIFF) eller text."
        )
    return "text"
