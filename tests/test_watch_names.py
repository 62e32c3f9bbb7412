"""Names that hold on Windows shares, files that settle, and moves that may be repeated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.corpus.watch.moves import make_below, move, write_whole
from underlag.corpus.watch.names import LONGEST, LONGEST_BYTES, safe_name
from underlag.corpus.watch.settling import Settling, Sight

WHOLE = Path("inkorg/a.pdf")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Ansökan 2024.pdf", "Ansökan 2024.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j.pdf', "a_b_c_d_e_f_g_h_i_j.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("rapport. . ", "rapport"),
        ("A\u030aterstart.docx", "Återstart.docx"),
        ("rapport\u202efdp.exe", "rapport_fdp.exe"),
        ("...", "namnlös"),
        ("", "namnlös"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_every_name_is_made_safe_for_good(name: str) -> None:
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert 0 < len(safe) <= LONGEST + 1
    assert len(safe.encode()) <= LONGEST_BYTES + 1
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', safe)


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("ö" * 300 + ".docx") == "ö" * 95 + ".docx"


def test_a_file_settles_when_size_and_time_stand_still() -> None:
    settling = Settling(still=5)
    assert settling.look([Sight(WHOLE, 10, 1)], at=0) == []
    assert settling.look([Sight(WHOLE, 20, 2)], at=4) == []
    assert settling.look([Sight(WHOLE, 20, 3)], at=8) == []
    assert settling.next_due(at=9) == 4
    assert settling.look([Sight(WHOLE, 20, 3)], at=12) == []
    assert settling.look([Sight(WHOLE, 20, 3)], at=13) == [WHOLE]


def test_a_file_that_can_not_be_had_stands_still_longer_each_time_until_it_changes() -> None:
    settling = Settling(still=5)
    settling.look([Sight(WHOLE, 10, 1)], at=0)
    assert settling.look([Sight(WHOLE, 10, 1)], at=5) == [WHOLE]
    assert settling.refuse(WHOLE, at=5)
    assert settling.next_due(at=5) == 10
    assert settling.look([Sight(WHOLE, 10, 1)], at=15) == [WHOLE]
    assert not settling.refuse(WHOLE, at=15)
    assert settling.next_due(at=15) == 20
    settling.look([Sight(WHOLE, 11, 2)], at=20)
    assert settling.next_due(at=20) == 5


def test_a_file_that_goes_and_comes_settles_anew() -> None:
    settling = Settling(still=5)
    settling.look([Sight(WHOLE, 10, 1)], at=0)
    settling.look([], at=3)
    assert settling.next_due(at=3) is None
    assert settling.look([Sight(WHOLE, 10, 1)], at=6) == []


def test_a_move_may_be_repeated_and_covers_no_other_file(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_text("innehåll")
    move(source, target)
    move(source, target)
    assert target.read_text() == "innehåll"
    source.write_text("annat")
    with pytest.raises(FileExistsError):
        move(source, target)
    assert (source.read_text(), target.read_text()) == ("annat", "innehåll")
    source.write_text("innehåll")  # as a copy across file systems leaves it that was cut off at its end
    move(source, target)
    assert not source.exists()
    target.unlink()
    with pytest.raises(FileNotFoundError):
        move(source, target)


def test_a_move_across_file_systems_keeps_bytes_and_time(tmp_path: Path) -> None:
    source, target = tmp_path / "a", Path("/dev/shm") / f"underlag-{tmp_path.name}"  # noqa: S108  another file system
    if source.parent.stat().st_dev == target.parent.stat().st_dev:
        pytest.skip("a second file system is needed")
    source.write_text("innehåll")
    changed = source.stat().st_mtime_ns
    move(source, target)
    try:
        assert not source.exists()
        assert (target.read_text(), target.stat().st_mtime_ns) == ("innehåll", changed)
    finally:
        target.unlink()


def test_a_folder_is_not_made_where_its_root_is_away(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        make_below(tmp_path / "borta", tmp_path / "borta" / "2024" / "Bryggan")
    make_below(tmp_path, tmp_path / "2024" / "Bryggan")
    write_whole(b"1", tmp_path / "2024" / "Bryggan" / "a")
    write_whole(b"2", tmp_path / "2024" / "Bryggan" / "a")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "2024" / "Bryggan").iterdir()] == [("a", b"2")]
