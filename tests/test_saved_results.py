"""Results that were saved as JSON are taken up again beside documents."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from underlag.commands.inbox import taken_in
from underlag.errors import UnderlagError, UnreadableError, UsageError
from underlag.extract.reader import Reader
from underlag.pipeline import Taken, extract_file, reader_for, results_of
from underlag.settings import Settings

MORE = Path(__file__).resolve().parent.parent / "samples" / "more"
ON, SETTINGS = date(2026, 1, 31), Settings()


@pytest.fixture
def reader() -> Iterator[Reader]:
    with reader_for(SETTINGS) as opened:
        yield opened


def saved(name: str, folder: Path, reader: Reader, change: tuple[str, str] = ("", "")) -> Taken:
    """What was read of a sample, and the file in which it has been saved, with one text changed into another."""
    result = extract_file(MORE / name, on=ON, settings=SETTINGS, reader=reader).result
    file = folder / f"{name}.JSON"
    file.write_text(result.model_dump_json(by_alias=True).replace(*change, 1), encoding="utf-8")
    return Taken(file, result)


def test_a_saved_result_comes_back_as_it_was_in_its_place_among_the_documents(reader: Reader, tmp_path: Path) -> None:
    document, result = MORE / "trampolin.docx", saved("stegvis-q2.docx", tmp_path, reader)
    read = Taken(document, extract_file(document, on=ON, settings=SETTINGS, reader=reader).result)
    assert list(results_of([document, result.file], on=ON, settings=SETTINGS, reader=reader)) == [read, result]


def test_a_folder_of_documents_with_their_results_and_reports_gives_each_document_once(reader: Reader, tmp_path: Path) -> None:
    result = saved("stegvis-q2.docx", tmp_path, reader)
    shutil.copy(MORE / "stegvis-q2.docx", tmp_path / "kopia.docx")
    for name in ("stegvis-q2.docx.html", "fall.json"):
        (tmp_path / name).write_text("<p>", encoding="utf-8")
    files = list(taken_in([tmp_path], but=[tmp_path / "." / "fall.json"]))
    assert list(results_of(files, on=ON, settings=SETTINGS, reader=reader)) == [result]


@pytest.mark.parametrize(
    "change",
    [('"schema":"underlag/1"', '"schema":"underlag/2"'), ('"insatsens_namn"', '"insatsnamn"'), ('"parts"', '"delar"'), ("{", "[")],
)
def test_what_is_no_result_of_this_version_is_said_to_be_none(reader: Reader, tmp_path: Path, change: tuple[str, str]) -> None:
    files = [saved("stegvis-q2.docx", tmp_path, reader, change).file, tmp_path / "borta.json"]
    errors = [taken.result for taken in results_of(files, on=ON, settings=SETTINGS, reader=reader)]
    assert [type(error) for error in errors] == [UnreadableError, UsageError]
    assert isinstance(errors[0], UnderlagError)
    assert errors[0].line().startswith(f"{files[0]}: är inget resultat")
