"""Tesseract's language data is found, or its absence said with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from underlag.errors import MissingDependencyError
from underlag.extract.ocr import language_data


def folder(root: Path, *languages: str) -> Path:
    root.mkdir(parents=True)
    for language in languages:
        (root / f"{language}.traineddata").touch()
    return root


def test_the_environments_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = folder(tmp_path / "tessdata", "swe", "eng")
    monkeypatch.setenv("TESSDATA_PREFIX", str(data))
    assert language_data() == data
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert language_data() == data


def test_missing_swedish_names_the_package(tmp_path: Path) -> None:
    folder(tmp_path / "5" / "tessdata", "eng")
    with pytest.raises(MissingDependencyError, match=r"svenska språkdata \(swe\) saknas.*tesseract-ocr-swe"):
        language_data([tmp_path])


def test_no_data_at_all_names_the_packages(tmp_path: Path) -> None:
    with pytest.raises(MissingDependencyError, match=r"hittades inte.*apt install tesseract-ocr tesseract-ocr-swe"):
        language_data([tmp_path])


def test_the_newest_version_is_taken(tmp_path: Path) -> None:
    folder(tmp_path / "4.00" / "tessdata", "swe", "eng")
    newest = folder(tmp_path / "5" / "tessdata", "swe", "eng")
    assert language_data([tmp_path]) == newest
