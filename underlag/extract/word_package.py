"""Opens a Word file: a zip archive whose parts refer to each other by relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from underlag.errors import EncryptedError, UnreadableError
from underlag.extract.word_xml import Node, parse

MAX_PART = 100_000_000
MAX_TOTAL = 200_000_000
"""Most bytes, unpacked, that one part and all parts read together may hold: a guard against zip bombs."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Öppna filen i Word, spara om den som .docx och försök igen"
_SEND_AGAIN = "Be avsändaren skicka filen igen"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, OverflowError)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` is the last word of the type ("header"), `target` a part's name."""

    kind: str
    target: str


class Package:
    """The parts of an open Word file. Part names are looked up whatever their letter case and slashes."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = {_tidy(info.filename): info for info in archive.infolist()}
        self._left = MAX_TOTAL

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._infos)

    def has(self, name: str) -> bool:
        return _tidy(name) in self._infos

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None where it is missing or damaged."""
        info = self._infos.get(_tidy(name))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise EncryptedError("filen är låst med lösenord", remedy="Ta bort lösenordet och försök igen")
        if info.file_size > min(MAX_PART, self._left):
            raise UnreadableError("filen packar upp till orimligt mycket innehåll", remedy=_SEND_AGAIN)
        try:
            data = self._archive.read(info)
        except _DAMAGED:
            return None
        self._left -= len(data)
        return data

    def tree(self, name: str) -> Node | None:
        """The root of an XML part; None where it is missing, damaged or no XML."""
        data = self.read(name)
        return None if data is None else parse(data)

    def relations(self, part: str) -> dict[str, Relation]:
        """What `part` refers to, by relationship id; external targets are left out."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        found = {}
        for node in root.iterchildren(_RELATIONSHIP):
            target = node.get("Target") or ""
            if node.get("TargetMode") != "External":
                kind = (node.get("Type") or "").rsplit("/", 1)[-1]
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[node.get("Id") or ""] = Relation(kind, posixpath.normpath(path))
        return found


def open_package(data: bytes) -> tuple[Package, str]:
    """The parts of a Word file and the name of its main part; refuses everything else with what it is and the way out."""
    if not data:
        raise UnreadableError("filen är tom", remedy=_SEND_AGAIN)
    if data.startswith(_OLE2):
        raise _old_office(data)
    if not data.startswith(b"PK"):
        raise UnreadableError("filen är inget Word-dokument (.docx)", remedy=_SAVE_AS)
    try:
        package = Package(zipfile.ZipFile(io.BytesIO(data)))
    except _DAMAGED as error:
        raise UnreadableError("filen är skadad eller avbruten", remedy=_SEND_AGAIN) from error
    return package, _main_part(package)


def _main_part(package: Package) -> str:
    targets = [r.target for r in package.relations("").values() if r.kind == "officeDocument"]
    for name in (*targets, "word/document.xml", *(n for n in package.names if n.endswith("word/document.xml"))):
        if name.startswith(("xl/", "ppt/")):
            break
        if package.has(name):
            return name
    known = {"mimetype", "[content_types].xml"} & set(package.names)
    raise UnreadableError("filen är ett annat slags dokument än Word" if known else "arkivet saknar Word-dokument", remedy=_SAVE_AS)


def _old_office(data: bytes) -> UnreadableError | EncryptedError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedError("filen är låst med lösenord", remedy="Ta bort lösenordet i Word och försök igen")
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadableError("filen är i Words gamla format (.doc)", remedy=_SAVE_AS)
    return UnreadableError("filen är i ett gammalt Office-format", remedy=_SAVE_AS)


def _tidy(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
