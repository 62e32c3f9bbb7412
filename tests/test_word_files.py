"""Files that the Word reader refuses, and files that it reads although something is wrong with them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underlag.errors import EncryptedError, UnderlagError, UnreadableError
from underlag.extract.word import read_word
from underlag.schemas.page import Document, Picture, paragraphs

MAIN, RELATED = "word/document.xml", "word/_rels/document.xml.rels"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def saved(*texts: str) -> bytes:
    """A file with these paragraphs, as python-docx saves it."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FILE = saved("Insatsens namn", "Vägen vidare")


def changed(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The archive `data` with some parts replaced, added, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
        for name, content in (parts | changes).items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(FILE)) as archive:
        return archive.read(name)


def texts(document: Document) -> list[str]:
    return [paragraph.text for page in document.pages for paragraph in paragraphs(page.blocks)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "tom"),
        (b"%PDF-1.7", "inget Word-dokument"),
        (FILE[: len(FILE) // 2], "avbruten"),
        (OLE2 + "WordDocument".encode("utf-16-le"), ".doc"),
        (changed(FILE, {MAIN: None}), "annat slags"),
        (changed(FILE, {MAIN: b"inget"}), "skadad"),
        (changed(FILE, {MAIN: b"<html/>"}), "huvuddel"),
        (changed(FILE, {MAIN: b"<a>" + b"<b/>" * 1_000_001 + b"</a>"}), "orimligt stor"),
    ],
)
def test_what_is_no_readable_word_file_is_refused_with_a_way_out(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_word(data)
    assert says in refusal.value.what
    assert refusal.value.remedy


def test_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(MAIN, "w", force_zip64=True) as part:
        for _ in range(101):
            part.write(b" " * 1_000_000)
    with pytest.raises(UnreadableError):
        read_word(out.getvalue())


def test_locked_file_is_told_from_a_damaged_one() -> None:
    with pytest.raises(EncryptedError):
        read_word(OLE2 + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    "changes",
    [
        {"word/styles.xml": None, "word/numbering.xml": None, "word/settings.xml": None},
        {"word/styles.xml": b"<broken"},
        {RELATED: None},
        {RELATED: part(RELATED).replace(b"styles.xml", b"borta.xml")},
        {"_rels/.rels": b"<Relationships/>", "[Content_Types].xml": b"<Types/>"},
    ],
)
def test_missing_and_broken_parts_beside_the_text_do_not_stop_the_reading(changes: dict[str, bytes | None]) -> None:
    assert texts(read_word(changed(FILE, changes))) == ["Insatsens namn", "Vägen vidare"]


@pytest.mark.parametrize(("signed", "ink"), [(b"{AB-1}", True), (b"{CD-2}", False)])
def test_signature_line_is_ink_once_it_is_signed(signed: bytes, ink: bool) -> None:
    names = b'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    line = b"<w:p><w:r><w:pict " + names + b'><v:shape><v:imagedata/><o:signatureline id="{ab-1}"/></v:shape></w:pict></w:r></w:p>'
    signature = b"<Signature><SetupID>" + signed + b"</SetupID></Signature>"
    main = part(MAIN).replace(b"<w:sectPr", line + b"<w:sectPr", 1)
    document = read_word(changed(FILE, {MAIN: main, "_xmlsignatures/sig1.xml": signature}))
    assert [block.ink for page in document.pages for block in page.blocks if isinstance(block, Picture)] == [ink]


def test_strict_files_are_read_like_others() -> None:
    strict = part(MAIN).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert texts(read_word(changed(FILE, {MAIN: strict}))) == ["Insatsens namn", "Vägen vidare"]


def test_text_cut_off_in_the_middle_is_read_as_far_as_it_goes_and_said_so() -> None:
    whole = part(MAIN)
    document = read_word(changed(FILE, {MAIN: whole[: whole.index(b"vidare")]}))
    assert texts(document)[0] == "Insatsens namn"
    assert document.troubles


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY e "ooooo">]>' + part(MAIN).split(b"?>", 1)[1].replace(b"namn", b"&e;&e;")
    assert texts(read_word(changed(FILE, {MAIN: bomb})))[0] == "Insatsens"


def test_tables_nested_too_deep_are_named_as_unread() -> None:
    deep = b"<w:tbl><w:tr><w:tc>" * 30 + b"</w:tc></w:tr></w:tbl>" * 30
    document = read_word(changed(FILE, {MAIN: part(MAIN).replace(b"<w:sectPr", deep + b"<w:sectPr", 1)}))
    assert texts(document) == ["Insatsens namn", "Vägen vidare"]
    assert "djupt" in document.troubles[0].what


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(part(MAIN)) - 1),
    st.integers(0, 60),
    st.sampled_from([b"", b"<w:tbl>", b"</w:p>", b"<w:tc/>", b'"', b"\x00", b"&x;"]),
)
def test_any_damage_to_the_text_gives_a_document_or_our_error(at: int, length: int, put: bytes) -> None:
    whole = part(MAIN)
    try:
        document = read_word(changed(FILE, {MAIN: whole[:at] + put + whole[at + length :]}))
    except UnderlagError:
        return
    assert document.pages


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(FILE) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_to_the_archive_gives_a_document_or_our_error(at: int, put: bytes) -> None:
    try:
        document = read_word(FILE[:at] + put + FILE[at + len(put) :])
    except UnderlagError:
        return
    assert document.pages
