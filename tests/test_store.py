"""The store: what goes in comes out, is found by its words and its sort, in SQLite and in PostgreSQL alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from tests.postgres_server import postgres
from tests.result_building import part, result
from underlag.corpus.store.keeping import count_kept, keep, keep_together, kept_documents, kept_findings, kept_parts, kept_result
from underlag.corpus.store.opening import found_store, made_store
from underlag.corpus.store.searching import Hit, Sought, search
from underlag.errors import UnderlagError, UnreadableError, UsageError
from underlag.schemas.result import Finding, Result

PLAN = "Varje deltagare har en handlingsplan inom fyra veckor."
LOST = "Deltagarna far stod av en handledare sa att de kan na egen forsorjning genom arbete eller studier i kommunen."

APPLICATION = part(
    "ansokan",
    {
        "insatsens_namn": "Ny väg",
        "insatsagare": [{"organisation": "Almsjö kommun"}],
        "mal": [{"text": PLAN}],
        "insatstid": {"start": "2019-01-01", "slut": "2020-12-31"},
    },
    findings=(Finding(rule="tid.intag", severity="fel", outcome="broken", message="Fel.", at=("/insatstid/slut",)),),
)
REPORT = part("slutrapport", {"insatsens_namn": "Kontakten", "syfte": LOST}, page=3)
NOTE = part("tjansteskrivelse", {"insats": "Ny väg", "bedomning": "Färre handlingsplaner än hår.", "datum": "2018-11-02"}, page=2)
EVERY = (result(APPLICATION, NOTE, file="möte.pdf"), result(REPORT, file="slutrapport.pdf"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if request.param == "sqlite":
        yield _filled(str(tmp_path_factory.mktemp("store") / "arkiv.db"))
        return
    with postgres() as url:
        if url is None:
            pytest.skip("PostgreSQL is not installed")
        engine = _filled(url)
        yield engine
        engine.dispose()


def _filled(address: str) -> Engine:
    engine = made_store(address)
    assert list(keep(engine, EVERY)) == [1, 2]
    return engine


def found(store: Engine, sought: Sought) -> list[tuple[int, int]]:
    return [(hit.document, hit.number) for hit in search(store, sought, most=10).best]


@pytest.mark.parametrize(
    ("sought", "wanted"),
    [
        (Sought("handlingsplanen"), [(1, 1), (1, 2)]),
        (Sought("handlingsplan veckor"), [(1, 1)]),
        (Sought('"fyra veckor"'), [(1, 1)]),
        (Sought('"veckor fyra"'), []),
        (Sought("hår"), [(1, 2)]),
        (Sought("stöd handledare"), [(2, 1)]),
        (Sought("egen försörjning"), [(2, 1)]),
        (Sought("almsjö"), [(1, 1)]),
        (Sought("almsjo"), []),
        (Sought("2019"), [(1, 1)]),
        (Sought("'; DROP TABLE part; -- \" ) OR ("), []),
        (Sought("vag", insats="vag"), []),
        (Sought(insats="NY VÄG"), [(1, 2), (1, 1)]),
        (Sought(organisation="almsjö"), [(1, 1)]),
        (Sought(type="slutrapport"), [(2, 1)]),
        (Sought(year=2020), [(1, 1)]),
        (Sought("handlingsplan", year=2018), [(1, 2)]),
    ],
    ids=str,
)
def test_parts_are_found_by_words_and_sort(store: Engine, sought: Sought, wanted: list[tuple[int, int]]) -> None:
    assert sorted(found(store, sought)) == sorted(wanted)


def test_a_hit_says_where_it_stands(store: Engine) -> None:
    hit = search(store, Sought("veckor"), most=10).best[0]
    assert (hit.file, hit.title, hit.pages, hit.years) == ("möte.pdf", "Ny väg", (1, 1), (2019, 2020))
    assert hit.snippet
    assert hit.snippet.page == 1


def test_all_hits_are_counted_though_few_are_shown(store: Engine) -> None:
    hits = search(store, Sought("handlingsplan"), most=1)
    assert (len(hits.best), hits.total) == (1, 2)


def test_a_result_comes_out_as_it_went_in(store: Engine) -> None:
    assert [kept_result(store, 1), kept_result(store, 2), kept_result(store, 3)] == [*EVERY, None]
    assert [(kept.document, kept.number, kept.record) for kept in kept_parts(store)] == [
        (1, 1, APPLICATION.record),
        (1, 2, NOTE.record),
        (2, 1, REPORT.record),
    ]
    assert [(document, number, found.rule) for document, number, found in kept_findings(store)] == [(1, 1, "tid.intag")]
    assert [document["file"] for document in kept_documents(store)] == ["möte.pdf", "slutrapport.pdf"]


def test_the_same_document_again_keeps_its_number_and_gets_its_new_result(tmp_path: Path) -> None:
    store = _filled(str(tmp_path / "arkiv.db"))
    changed = EVERY[0].model_copy(update={"parts": (NOTE,)})
    assert list(keep(store, (changed, changed))) == [1, 1]
    assert kept_result(store, 1) == changed
    assert count_kept(store) == (2, 2)
    assert found(store, Sought("veckor")) == []
    assert found(store, Sought("handlingsplan")) == [(1, 1)]


def test_many_are_stored_together_or_not_at_all(tmp_path: Path) -> None:
    store = made_store(str(tmp_path / "arkiv.db"))

    def breaking() -> Iterator[Result]:
        yield EVERY[0]
        raise UnderlagError("slut")

    with pytest.raises(UnderlagError):
        keep_together(store, breaking())
    assert count_kept(store) == (0, 0)
    assert keep_together(store, EVERY) == 2


def test_an_archive_that_is_not_there_is_not_made_by_a_search(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="arkivet finns inte"):
        found_store(str(tmp_path / "arkiv.db"))
    assert not (tmp_path / "arkiv.db").exists()


def test_another_database_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "brev.db").write_bytes(b"Inte en databas. " * 100)
    with pytest.raises(UnreadableError, match="databasen"):
        found_store(str(tmp_path / "brev.db"))


def test_an_archive_opened_again_is_the_same(tmp_path: Path) -> None:
    address = str(tmp_path / "arkiv.db")
    _filled(address).dispose()
    assert count_kept(found_store(address)) == (2, 3)
    with sqlite3.connect(address) as plain:
        assert plain.execute("SELECT version_num FROM store_version").fetchall() == [("s0001",)]


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_stored_and_any_search_ends(store: Engine, text: str) -> None:
    hits: tuple[Hit, ...] = search(store, Sought(text), most=3).best
    assert len(hits) <= 3
