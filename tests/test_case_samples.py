"""The sample insatser are followed from application to final report, from their Word files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from underlag.commands.inbox import taken_in
from underlag.pipeline import case_of, reader_for, results_of
from underlag.schemas.case import CaseFile, Insats
from underlag.settings import Settings
from underlag.values.pointers import tokens

FOLDER = Path(__file__).resolve().parent.parent / "samples" / "insatser"
ON, SETTINGS = date(2024, 2, 1), Settings()


@pytest.fixture(scope="module")
def case() -> CaseFile:
    with reader_for(SETTINGS) as reader:
        files = list(results_of(list(taken_in([FOLDER])), on=ON, settings=SETTINGS, reader=reader))
    return case_of(files, on=ON, settings=SETTINGS)


def of(case: CaseFile, name: str) -> Insats:
    return next(insats for insats in case.insatser if insats.namn == name)


def places(case: CaseFile, insats: Insats) -> Iterator[tuple[str, str]]:
    """The rule of each finding, and the file in which its first place lies."""
    for finding in insats.findings:
        yield finding.rule, case.documents[int(tokens(finding.at[0])[1])].file


def test_every_document_is_put_with_its_insats(case: CaseFile) -> None:
    files = {i.namn: [case.documents[int(tokens(b.document)[1])].file for b in i.documents] for i in case.insatser}
    stages = ("ansokan", "beslut", "q1", "q2", "q3", "slutrapport")
    assert files["Hamnporten"] == [f"hamnporten-{stage}.docx" for stage in stages]
    assert sorted(files["Vändpunkten"]) == sorted(f"vandpunkten-{stage}.docx" for stage in (*stages, "ansokan-2"))
    assert (case.complete, case.doubts, case.unplaced) == (True, (), ())


def test_an_insats_whose_documents_agree_has_no_finding(case: CaseFile) -> None:
    insats = of(case, "Hamnporten")
    assert insats.findings == ()
    assert insats.checks.holds > 30
    assert all(goal.told for goal in insats.goals)


def test_every_planted_contradiction_is_found_where_it_is(case: CaseFile) -> None:
    final, last = "vandpunkten-slutrapport.docx", "vandpunkten-q3.docx"
    assert set(places(case, of(case, "Vändpunkten"))) == {
        ("insats.undertecknad_forst", "vandpunkten-beslut.docx"),
        ("insats.beviljat", "vandpunkten-beslut.docx"),
        ("insats.tak", last),
        ("insats.deltagare_sjunker", last),
        ("insats.forbrukat", final),
        ("insats.tid_slutrapport", final),
        ("insats.mal_redovisade", final),
        ("insats.mal_andrade", final),
        ("insats.mal_natt", final),
        ("insats.deltagare_lovade", final),
        ("insats.deltagare_slut", final),
        ("insats.parter", final),
    }
    assert [f.rule for f in of(case, "Vändpunkten").findings if f.severity == "fel"] == ["insats.deltagare_sjunker"]


def test_what_the_second_version_changes_is_told(case: CaseFile) -> None:
    (version,) = of(case, "Vändpunkten").versions
    changed = {change.at[0].split("/record/")[1]: change for change in version.changes}
    assert changed["sokt_belopp"].after == 570_000
    assert changed["mal/2"].kind == "tillagd"
    assert [piece.text for piece in changed["metoder"].text if piece.kind != "lika"] == ["var fjärde", "varannan"]
