"""Digitising: each file once, whatever stops the run; counts that add up; nothing read twice."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from underlag.cli import run
from underlag.corpus.digitising import FEWEST, Run, Source, sources
from underlag.corpus.manifest import NAME, Entry, Manifest
from underlag.errors import UnderlagError, UnreadableError
from underlag.pipeline import Outcome, extract_files, reader_for
from underlag.schemas.result import Result
from underlag.settings import Settings

TEXT = "Slutrapport\n\nInsatsens namn: {}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four documents in folders (two of one content), one that is broken, and a file of another kind."""
    home = tmp_path / "in"
    for name, text in (("2019/a.txt", "A"), ("2019/b.txt", "B"), ("2020/a.txt", "A"), ("2020/c.txt", "C")):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(TEXT.format(text), encoding="utf-8")
    (home / "2020/trasig.pdf").write_bytes(b"%PDF-1.4 trasig")
    (home / "lista.xlsx").write_bytes(b"PK")
    (home / ".dold.txt").write_text("x", encoding="utf-8")
    return home


class Reading:
    """Reads as the tool does, and remembers what it was given."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, files: Iterable[Path]) -> Iterator[tuple[int, Outcome | UnderlagError]]:
        def noted() -> Iterator[Path]:
            for file in files:
                self.read.append(file.name)
                yield file

        with reader_for(Settings(jobs=1)) as reader:
            yield from enumerate(extract_files(noted(), on=date(2026, 1, 1), settings=Settings(), reader=reader))


def new_run(folder: Path) -> Run:
    out = folder.parent / "ut"
    out.mkdir(exist_ok=True)
    return Run(tuple(sources((folder,), but=out)), out, Manifest(out), lambda _: None)


def test_results_lie_in_the_same_folders_and_counts_add_up(folder: Path) -> None:
    first = new_run(folder)
    entries = {entry.place: entry for entry in first.entries(Reading())}
    assert {place: entry.state for place, entry in entries.items()} == {
        **dict.fromkeys(("2019/a.txt", "2019/b.txt", "2020/c.txt"), "klar"),
        "2020/trasig.pdf": "fel",
    }
    assert "går inte att läsa" in (entries["2020/trasig.pdf"].error or "")
    assert first.manifest.entries["2020/a.txt"].first == "2019/a.txt"
    counts = first.counts
    assert (counts.found, counts.read, counts.duplicates, counts.failed, counts.others, counts.left) == (6, 3, 1, 1, 1, 0)
    result = Result.model_validate_json((first.out / "2019/b.txt.json").read_bytes())
    assert result.source.file == "b.txt"


def test_what_was_read_is_not_read_again_but_what_failed_or_changed_is(folder: Path) -> None:
    list(new_run(folder).entries(Reading()))
    changed = folder / "2019/b.txt"
    changed.write_text(TEXT.format("Ny"), encoding="utf-8")
    (folder.parent / "ut/2020/c.txt.json").unlink()
    again, reading = new_run(folder), Reading()
    list(again.entries(reading))
    assert reading.read == ["b.txt", "c.txt", "trasig.pdf"]
    counts = again.counts
    assert (counts.read, counts.before, counts.failed, counts.others, counts.left) == (2, 2, 1, 1, 0)


@pytest.mark.parametrize("after", range(5))
def test_a_run_that_is_killed_goes_on_where_it_was(folder: Path, after: int) -> None:
    stopped, reading = new_run(folder), Reading()
    finished = list(islice(stopped.entries(reading), after))
    with (folder.parent / "ut" / NAME).open("ab") as file:
        file.write(b'{"place": "2019/b.t')  # the line that it was writing
    again, more = new_run(folder), Reading()
    entries = [*finished, *again.entries(more)]
    done = [entry.place for entry in entries if entry.state == "klar"]
    assert sorted(done) == ["2019/a.txt", "2019/b.txt", "2020/c.txt"]
    assert again.counts.left == 0
    assert {entry.state for entry in Manifest(again.out).entries.values()} == {"klar", "fel", "dubblett"}


def test_the_last_entry_on_a_file_holds_and_a_cut_line_says_nothing(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    entry = Entry(place="å.txt", size=1, changed=2, sha256="00", state="fel", error="fel")
    manifest.add(entry)
    manifest.add(entry.model_copy(update={"state": "klar", "error": None}))
    (tmp_path / NAME).write_bytes((tmp_path / NAME).read_bytes() + b'{"place"')
    again = Manifest(tmp_path)
    again.add(entry.model_copy(update={"place": "b"}))
    assert {place: kept.state for place, kept in Manifest(tmp_path).entries.items()} == {"å.txt": "klar", "b": "fel"}


def failing(files: Iterable[Path]) -> Iterator[tuple[int, UnderlagError]]:
    for number, _ in enumerate(files):
        yield number, UnreadableError("trasig")


def test_failures_are_a_rate_when_there_are_enough(tmp_path: Path) -> None:
    files = []
    for n in range(FEWEST):
        (tmp_path / f"{n}.txt").write_text(str(n), encoding="utf-8")
        files.append(Source(tmp_path / f"{n}.txt", f"{n}.txt"))
    many = Run(files, tmp_path, Manifest(tmp_path), lambda _: None)
    rates = [many.counts.failing for _ in many.entries(failing)]
    assert rates == [0.0] * (FEWEST - 1) + [100.0]


def test_of_several_folders_each_keeps_its_name_and_the_output_is_left_out(folder: Path) -> None:
    assert [s.place for s in sources((folder / "2019", folder / "2020"), but=folder / "2020")] == ["2019/a.txt", "2019/b.txt"]


def digitise(*arguments: str | Path) -> tuple[int, str]:
    stderr = io.BytesIO()
    return run(["digitise", *map(str, arguments)], stderr=stderr, debug=False), stderr.getvalue().decode()


def test_the_command_tells_what_became_of_the_files(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    archive = folder.parent / "arkiv.db"
    code, line = digitise(folder, "--out", folder.parent / "ut", "--archive", archive, "--jobs", "1")
    assert code == 4
    assert "1 av 6 filer kunde inte läsas" in line
    rows = dict(row.rsplit(None, 1) for row in capsysbinary.readouterr().out.decode().splitlines()[-8:])
    assert sum(int(count) for label, count in rows.items() if label not in {"Filer", "Sidor lästa nu"}) == int(rows["Filer"]) == 6
    assert run(["search", "slutrapport", "--archive", str(archive)], stderr=io.BytesIO(), debug=False) == 0
    assert "3 träffar" in capsysbinary.readouterr().out.decode()


def test_too_many_failures_stop_the_run(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    home = tmp_path / "in"
    home.mkdir()
    for n in range(FEWEST + 9):
        (home / f"{n:02}.pdf").write_bytes(b"%PDF-1.4 " + bytes([n]))
    code, line = digitise(home, "--out", tmp_path / "ut")
    assert code == 4
    assert "körningen stannade" in line
    rows = dict(row.rsplit(None, 1) for row in capsysbinary.readouterr().out.decode().splitlines()[-8:])
    assert (rows["Gick inte att läsa"], rows["Inte hunna"]) == (str(FEWEST), "9")
    lines = (tmp_path / "ut" / NAME).read_text(encoding="utf-8").splitlines()
    assert [json.loads(entry)["state"] for entry in lines] == ["fel"] * FEWEST


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert digitise(tmp_path / "borta", "--out", tmp_path / "ut")[0] == 2
