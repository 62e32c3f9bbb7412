"""Scanned pages that were read before are not read again, and what is kept of them is kept well."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from underlag.errors import UsageError
from underlag.extract.draft import Draft
from underlag.extract.frame import Frame
from underlag.extract.ocr import GreyImage, Mode, OcrWord, RecognitionTimeoutError
from underlag.extract.raw import RawPage
from underlag.extract.reader import Reader
from underlag.extract.scan_cache import ScanCache, ScanFolder, image_key
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Box, Document, Picture, Trouble, Word


@dataclass
class Counting:
    """An engine that reads one word and counts the pages it was asked for; `slow` pages are given up."""

    pages: int = 0
    slow: bool = False
    found: list[ScannedPage] = field(default_factory=list)

    def words(self, image: GreyImage, mode: Mode, resolution: int) -> list[OcrWord]:
        self.pages += mode == "page"
        if self.slow:
            raise RecognitionTimeoutError
        return [OcrWord("Syfte", 90, 90, 110, 110, 0.9)] if mode == "page" else []

    def read(self, *jobs: ScanJob, folder: Path | None = None) -> list[ScannedPage]:
        """The pages as one run reads them."""

        def finish(read: Sequence[ScannedPage]) -> Document:
            self.found = list(read)
            return Document("", ())

        with Reader(1, lambda: self, folder) as reader:
            reader.document(lambda: Draft(iter(jobs), finish))
        return self.found


def job(number: int = 1, *, blot: int = 20) -> ScanJob:
    page = Image.new("L", (200, 280), 255)
    ImageDraw.Draw(page).rectangle((90, 90, 90 + blot, 110), fill=0)
    return ScanJob(page, number, 50, 70, "pdf-ocr")


def test_an_image_that_comes_again_is_read_once_and_has_its_own_page_number() -> None:
    engine = Counting()
    pages = engine.read(job(1), job(2), job(3, blot=30))
    assert engine.pages == 2
    assert [page.raw.number for page in pages] == [1, 2, 3]
    assert pages[0].raw.words == pages[1].raw.words != ()


def test_a_folder_keeps_pages_from_run_to_run(tmp_path: Path) -> None:
    engine, folder = Counting(), tmp_path / "sidor"
    assert engine.read(job(1), folder=folder) == engine.read(job(1), folder=folder)
    assert engine.pages == 1


def test_a_page_that_was_given_up_is_tried_again() -> None:
    engine = Counting(slow=True)
    engine.read(job(1), job(2))
    assert engine.pages == 2


def page(text: str = "Syfte") -> ScannedPage:
    words = (Word(text, Box(1, 2, 3, 4), 0.9),)
    pictures = (Picture(1, Box(5, 6, 7, 8), ink=True),)
    return ScannedPage(RawPage(1, 50, 70, "pdf-ocr", words, (Box(0, 1, 9, 1),), pictures), Frame(50, 70, 90, 0.4))


def test_a_kept_page_comes_back_whole(tmp_path: Path) -> None:
    ScanFolder(tmp_path / "sidor", "v1").keep("key", page())
    assert ScanFolder(tmp_path / "sidor", "v1").find("key") == page()


def test_another_version_does_not_know_it(tmp_path: Path) -> None:
    ScanFolder(tmp_path / "sidor", "v1").keep("key", page())
    assert ScanFolder(tmp_path / "sidor", "v2").find("key") is None


@pytest.mark.parametrize("damage", [b"", b"junk", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_page_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    folder = ScanFolder(tmp_path / "sidor", "v1")
    folder.keep("key", page())
    (file,) = (tmp_path / "sidor").iterdir()
    file.write_bytes(damage)
    assert folder.find("key") is None


def test_only_the_owner_may_look_into_the_folder(tmp_path: Path) -> None:
    ScanFolder(tmp_path / "sidor", "v1").keep("key", page())
    (file,) = (tmp_path / "sidor").iterdir()
    assert [stat.S_IMODE(place.stat().st_mode) for place in (tmp_path / "sidor", file)] == [0o700, 0o600]


def test_a_folder_that_is_open_to_others_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    with pytest.raises(UsageError, match="öppen för andra"):
        ScanFolder(tmp_path, "v1")


def test_the_folder_is_bounded_and_what_was_asked_for_longest_ago_is_dropped(tmp_path: Path) -> None:
    folder = ScanFolder(tmp_path / "sidor", "v1")
    for number, key in enumerate(("a", "b", "c")):
        folder.keep(key, page(key))
        newest = max((tmp_path / "sidor").iterdir(), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert folder.find("a") == page("a")
    size = sum(file.stat().st_size for file in (tmp_path / "sidor").iterdir())
    small = ScanFolder(tmp_path / "sidor", "v1", most_bytes=round(1.2 * size))
    small.keep("d", page("d"))
    assert [small.find(key) is not None for key in ("a", "b", "c", "d")] == [True, False, True, True]


def test_a_folder_that_fills_the_disk_or_goes_away_stops_nothing(tmp_path: Path) -> None:
    folder = ScanFolder(tmp_path / "sidor", "v1")
    (tmp_path / "sidor").rmdir()
    folder.keep("key", page())
    assert folder.find("key") is None


def test_images_of_other_pixels_or_sizes_have_other_keys() -> None:
    plain = job()
    others = [job(blot=21), ScanJob(plain.image, 1, 51, 70, "pdf-ocr"), ScanJob(plain.image, 1, 50, 70, "image")]
    assert len({image_key(each) for each in (plain, *others)}) == 4
    assert image_key(plain) == image_key(job(number=7))


def test_no_more_than_a_few_pages_are_held_in_memory() -> None:
    cache = ScanCache()
    for number in range(1000):
        cache.keep(str(number), page())
    known = [number for number in range(1000) if cache.find(str(number), 1)]
    assert 900 < known[0] <= known[-1] == 999


def test_trouble_is_not_kept() -> None:
    cache = ScanCache()
    cache.keep("key", ScannedPage(page().raw, page().frame, Trouble(1, "Sidan 1 kunde inte läsas")))
    assert cache.find("key", 1) is None
