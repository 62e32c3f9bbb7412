"""Opening the database of a site: what is refused, and what a transaction may count on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from underlag.corpus.database import open_database, reading, sqlite_file
from underlag.corpus.mounts import filesystem_of
from underlag.errors import UsageError


def test_a_path_is_a_sqlite_file_beside_the_site_and_reading_waits_for_no_writer(tmp_path: Path) -> None:
    engine = open_database("liggare.db", beside=tmp_path)
    assert sqlite_file(engine) == tmp_path / "liggare.db"
    with engine.begin() as writer:
        writer.execute(text("CREATE TABLE t (x INTEGER)"))
    with engine.begin() as writer, reading(engine).begin() as reader:
        writer.execute(text("INSERT INTO t VALUES (1)"))
        assert reader.execute(text("SELECT count(*) FROM t")).scalar() == 0
        assert reader.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    engine.dispose()


@pytest.mark.parametrize("address", ["mysql://server/underlag", "postgresql://server", "://", "sqlite://"])
def test_an_address_of_another_kind_is_refused_in_a_line(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        open_database(address)
    assert "PostgreSQL" in refused.value.line() or "postgresql://" in refused.value.line()


def test_a_password_is_not_shown() -> None:
    with pytest.raises(UsageError) as refused:
        open_database("mysql://kansli:hemligt@server/underlag")
    assert "hemligt" not in refused.value.line()


MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:40 / /srv/delad\\040mapp rw,relatime shared:9 master:2 - cifs //server/kansli rw,vers=3.1.1
41 40 0:41 / /srv/delad\\040mapp/lokalt rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/liggare.db", "ext4"),
        ("/srv/delad mapp/liggare.db", "cifs"),
        ("/srv/delad mapp/lokalt/x", "tmpfs"),
        ("/srv/delad mapparna/x", "ext4"),
    ],
)
def test_a_file_lies_on_the_deepest_mount(path: str, kind: str) -> None:
    assert filesystem_of(Path(path), MOUNTS) == kind
