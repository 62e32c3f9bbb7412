"""A watched folder: where each file ends, and what becomes of those that can't be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.watching import Watched
from underlag.errors import UsageError


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "delad mapp")


def test_a_file_that_was_read_lies_with_its_result_and_report(watched: Watched) -> None:
    watched.drop("ansökan.pdf", "läslig Stegvis: framåt?")
    watched.run()
    folder = "klart/2024/Stegvis_ framåt_"
    assert watched.files() == {f"{folder}/ansökan.pdf", f"{folder}/ansökan.pdf.json", f"{folder}/ansökan.pdf.html"}
    assert (watched.site.root / folder / "ansökan.pdf").read_text() == "läslig Stegvis: framåt?"


def test_a_file_that_can_not_be_read_lies_with_the_reason(watched: Watched) -> None:
    watched.drop("rapport.docx", "trasig")
    watched.run()
    assert watched.files() == {"karantan/rapport.docx", "karantan/rapport.docx.txt"}
    why = (watched.site.quarantine / "rapport.docx.txt").read_bytes().decode("utf-8-sig")
    assert "filen är skadad." in why
    assert "Be avsändaren skicka den igen." in why
    assert 'underlag retry "karantan/rapport.docx"' in why


@pytest.mark.parametrize(
    ("text", "reason"),
    [("häng", "tog längre än 1 sekunder"), ("hungrig", "mer minne än 2048 MB"), ("krasch", "kraschade")],
)
def test_a_file_that_exceeds_its_bounds_stops_no_other(watched: Watched, text: str, reason: str) -> None:
    watched.drop("a.pdf", text)
    watched.drop("b.pdf", "läslig Bryggan")
    watched.run()
    assert "klart/2024/Bryggan/b.pdf" in watched.files()
    assert reason in (watched.site.quarantine / "a.pdf.txt").read_text(encoding="utf-8-sig")


def test_the_same_content_is_read_once_and_lies_near_the_first(watched: Watched) -> None:
    watched.drop("a.pdf", "läslig Bryggan")
    watched.run()
    watched.drop("kopia.pdf", "läslig Bryggan")
    watched.drop("trasig.pdf", "trasig")
    watched.drop("trasig igen.pdf", "trasig")
    watched.run()
    assert "klart/2024/Bryggan/dubbletter/kopia.pdf" in watched.files()
    assert {path for path in watched.files() if path.startswith("karantan/dubbletter")} in (
        {"karantan/dubbletter/trasig.pdf", "karantan/dubbletter/trasig.pdf.txt"},
        {"karantan/dubbletter/trasig igen.pdf", "karantan/dubbletter/trasig igen.pdf.txt"},
    )
    assert sorted(event["state"] for event in watched.events if event["event"] == "klar") == [
        "done",
        "duplicate",
        "duplicate",
        "quarantined",
    ]


def test_the_same_name_with_other_content_is_a_new_version(watched: Watched) -> None:
    for text in ("läslig Bryggan", "läslig Bryggan\nrättad", "läslig Bryggan\nrättad igen"):
        watched.drop("ansökan.docx", text)
        watched.run()
    originals = {path for path in watched.files() if path.endswith(".docx")}
    assert originals == {f"klart/2024/Bryggan/ansökan{which}.docx" for which in ("", " (version 2)", " (version 3)")}


def test_files_whose_names_meet_are_kept_apart(watched: Watched) -> None:
    for name in ("A/ansökan.pdf", "B/Ansökan.pdf", "C/ansökan.pdf.json"):
        watched.drop(name, f"läslig Bryggan\n{name}")
    watched.run()
    files = watched.files()
    assert len(files) == 9
    assert len({path.casefold() for path in files}) == 9
    results = {path for path in files if path.endswith(".json") and path.removesuffix(".json") in files}
    assert all("sha256" in json.loads((watched.site.root / path).read_text()) for path in results)


def test_what_hinders_for_a_while_is_tried_again_with_growing_waits(watched: Watched) -> None:
    watched.drop("ansökan.pdf", "först 3")
    watched.run(seconds=120)
    assert "klart/2024/Ansökan/ansökan.pdf" in watched.files()
    assert [event["seconds"] for event in watched.events if event["event"] == "väntar"] == [5, 10, 20]


def test_files_that_programs_keep_or_write_are_left_alone(watched: Watched) -> None:
    kept = ["~$rapport.docx", "rapport.docx", ".dold.pdf", "stor.pdf.part", "Thumbs.db", ".DS_Store/x.pdf", "hämtas.pdf.crdownload"]
    for name in kept:
        watched.drop(name, "läslig Bryggan")
    watched.run()
    assert watched.files() == {f"inkorg/{name}" for name in kept}
    (watched.site.inbox / "~$rapport.docx").unlink()
    watched.run()
    assert "klart/2024/Bryggan/rapport.docx" in watched.files()


def test_a_file_is_not_taken_while_it_grows(watched: Watched) -> None:
    file = watched.drop("stor.pdf", "läslig Bryggan")
    with watched.service() as service:
        for piece in range(10):
            service.tick()
            watched.time += 4
            file.write_text(f"läslig Bryggan\n{piece * '.'}")
    assert watched.files() == {"inkorg/stor.pdf"}


def test_a_second_service_says_who_holds_the_folder(watched: Watched) -> None:
    with watched.service(), pytest.raises(UsageError) as refused, watched.service():
        pass
    assert "sköts redan av en annan tjänst (dator" in refused.value.line()


def test_a_folder_that_goes_away_is_waited_for_and_never_made_anew(watched: Watched) -> None:
    away = watched.site.root.with_name("borta")
    watched.drop("ansökan.pdf", "läslig Bryggan")
    with watched.service() as service:
        watched.site.root.rename(away)
        watched.tick_for(service, 60)
        assert not watched.site.root.exists()
        away.rename(watched.site.root)
        watched.tick_for(service, 300)
        assert "klart/2024/Bryggan/ansökan.pdf" in watched.files()
        watched.site.root.rename(away)
        with pytest.raises(UsageError) as gone:
            watched.tick_for(service, 7200)
    assert "finns inte; tjänsten slutar" in gone.value.line()


def test_a_file_that_someone_takes_away_while_it_is_worked_on_is_told_as_missing(watched: Watched) -> None:
    watched.drop("ansökan.pdf", "först 1")
    with watched.service() as service:
        while not any(event["event"] == "väntar" for event in watched.events):
            watched.time += service.tick()
        next(watched.site.work.glob("*/ansökan.pdf")).unlink()
        watched.tick_for(service, 3600)
    assert watched.events[-1] | {"time": ""} == {"time": "", "event": "borta", "file": "ansökan.pdf", "state": "missing"}


def test_a_file_that_someone_goes_on_writing_is_registered_anew(watched: Watched) -> None:
    watched.drop("ansökan.pdf", "först 1")
    with watched.service() as service:
        while not any(event["event"] == "väntar" for event in watched.events):
            watched.time += service.tick()
        next(watched.site.work.glob("*/ansökan.pdf")).write_text("läslig Bryggan")
        watched.tick_for(service, 60)
    assert "klart/2024/Bryggan/ansökan.pdf" in watched.files()
    assert "ändrades under läsningen" in [event["event"] for event in watched.events]


def test_a_file_that_the_ledger_does_not_know_goes_back_to_the_inbox(watched: Watched) -> None:
    stray = watched.site.work / "17"
    stray.mkdir()
    (stray / "ansökan.pdf").write_text("läslig Bryggan")
    (stray / "ut-1").mkdir()
    watched.run()
    assert "klart/2024/Bryggan/ansökan.pdf" in watched.files()
    assert not stray.exists()


def test_a_place_that_is_taken_by_a_file_of_no_one_is_left_alone(watched: Watched) -> None:
    folder = watched.site.done / "2024" / "Bryggan"
    folder.mkdir(parents=True)
    (folder / "ansökan.pdf.json").write_text("någons anteckning")
    watched.drop("ansökan.pdf", "läslig Bryggan")
    watched.run()
    assert (folder / "ansökan.pdf.json").read_text() == "någons anteckning"
    assert (folder / "ansökan (2).pdf").exists()


def test_what_can_not_be_filed_waits_and_the_others_go_on(watched: Watched) -> None:
    (watched.site.done / "2024").write_text("en fil i vägen för mappen")
    watched.drop("ansökan.pdf", "läslig Bryggan")
    watched.drop("trasig.pdf", "trasig")
    watched.run()
    assert "karantan/trasig.pdf" in watched.files()
    assert ".arbete/1/ansökan.pdf" in watched.files() or ".arbete/2/ansökan.pdf" in watched.files()
    (watched.site.done / "2024").unlink()
    watched.run(seconds=900)
    assert "klart/2024/Bryggan/ansökan.pdf" in watched.files()
