"""Rules about the form's own fields: answers, parties, signatures, dates, the local group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from underlag.schemas.ansokan import Ansokan, Lokus
from underlag.schemas.budget import Budget, CostBlock, CostRow, Detail, Period, YearRow
from underlag.schemas.records import Insatstid, Party, Signature
from underlag.schemas.result import Evidence, Method, Observation, Outcome, Place
from underlag.settings import shipped_policy
from underlag.validators.catalogue import ANSOKAN
from underlag.validators.rule import Case, find

ON = date(2024, 6, 1)
OWNER = Party(organisation="Almvik kommun", kontaktperson="Tove Lindgård", epost="tove.lindgard@almvik.example")
REGION = Party(organisation="Region Almland", kontaktperson="Per Åkerö", epost="per.akero@almland.example")


def read(method: Method, confidence: float, *pointers: str) -> dict[str, Evidence]:
    return {p: Evidence(method=method, confidence=confidence, note=None, places=()) for p in pointers}


def judged(
    name: str, record: Ansokan, evidence: Mapping[str, Evidence] | None = None, texts: Mapping[str, str] | None = None
) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment."""
    case = Case(record, ON, shipped_policy(), evidence=evidence or {}, texts=texts or {})
    return [(j.outcome, j.at[0]) for j in find(ANSOKAN.rules, name).judge(case) if j.at]


def block(organisation: str | None, day: str | None = "2024-03-04", *, ink: bool | None = True, name: str | None = None) -> Signature:
    return Signature(roll="samverkanspart", organisation=organisation, datum=day, namn=name, undertecknad=ink)


def test_an_unanswered_question_is_broken_and_an_answered_one_holds() -> None:
    outcomes = {at: outcome for outcome, at in judged("fragor.besvarade", Ansokan(syfte="Fler i arbete."))}
    assert outcomes["/syfte"] == "holds"
    assert outcomes["/metoder"] == "broken"


def test_a_question_without_answer_in_a_scan_is_undecided() -> None:
    outcomes = judged("fragor.besvarade", Ansokan(syfte="Fler i arbete."), read("ocr", 0.95, "/syfte"))
    assert ("undecided", "/metoder") in outcomes


def test_the_words_that_a_form_puts_in_an_empty_field_are_no_answer() -> None:
    assert ("broken", "/syfte") in judged("fragor.besvarade", Ansokan(syfte="Klicka eller tryck här för att ange text."))


def test_a_question_whose_label_was_found_without_answer_is_surely_wrong() -> None:
    judgments = {j.at[0]: j for j in find(ANSOKAN.rules, "fragor.besvarade").judge(Case(Ansokan(), ON, texts={"/syfte": ""}))}
    assert judgments["/syfte"].severity is None
    assert find(ANSOKAN.rules, "fragor.besvarade").severity == "fel"
    assert judgments["/metoder"].severity == "varning"
    assert judgments["/overenskommelse"].severity == "upplysning"


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        (
            "fragor.insatstid",
            Ansokan(insatstid=Insatstid(start="2024-01-01")),
            [("holds", "/insatstid/start"), ("broken", "/insatstid/slut")],
        ),
        ("parter.kontakt", Ansokan(insatsagare=(OWNER,)), [("holds", "/insatsagare/0")]),
        (
            "parter.kontakt",
            Ansokan(samverkansparter=(Party(organisation="Region Almland"),)),
            [("broken", "/samverkansparter/0/kontaktperson")],
        ),
        (
            "parter.kontakt",
            Ansokan(samverkansparter=(Party(organisation="Region Almland"), Party(organisation="Almvik kommun"))),
            [("not_applicable", "/samverkansparter/0"), ("not_applicable", "/samverkansparter/1")],
        ),
        ("parter.epost", Ansokan(insatsagare=(OWNER,)), [("holds", "/insatsagare/0/epost")]),
        ("parter.epost", Ansokan(insatsagare=(Party(epost="tove.lindgard@almvik"),)), [("broken", "/insatsagare/0/epost")]),
        ("parter.epost", Ansokan(insatsagare=(Party(epost="tove lindgard@almvik.example"),)), [("broken", "/insatsagare/0/epost")]),
        ("parter.epost", Ansokan(insatsagare=(Party(epost="tove..lindgard@almvik.example"),)), [("broken", "/insatsagare/0/epost")]),
        (
            "parter.doman",
            Ansokan(insatsagare=(OWNER, Party(epost="bo@almvik.example"), Party(epost="eva@almvikk.example"))),
            [("holds", "/insatsagare/0/epost"), ("holds", "/insatsagare/1/epost"), ("broken", "/insatsagare/2/epost")],
        ),
        (
            "parter.doman",
            Ansokan(insatsagare=(Party(epost="bo@af.example"), Party(epost="eva@fk.example"))),
            [("holds", "/insatsagare/0/epost"), ("holds", "/insatsagare/1/epost")],
        ),
        (
            "parter.en_adress",
            Ansokan(
                insatsagare=(OWNER,), underskrifter=(Signature(roll="insatsagare", namn="Tove Lindgård", epost="tove@almvik.example"),)
            ),
            [("broken", "/underskrifter/0/epost")],
        ),
        (
            "parter.person",
            Ansokan(insatsagare=(OWNER,), underskrifter=(block("Almvik kommun", name="Tove Lindegård"),)),
            [("broken", "/underskrifter/0/namn")],
        ),
        (
            "parter.namn",
            Ansokan(samverkansparter=(Party(organisation="Regionen"),), underskrifter=(block("Region Almland"),)),
            [("broken", "/samverkansparter/0/organisation")],
        ),
        (
            "parter.namn",
            Ansokan(samverkansparter=(REGION,), underskrifter=(block("Region Almland, Psykiatrin"),)),
            [("holds", "/samverkansparter/0/organisation")],
        ),
        (
            "parter.namn",
            Ansokan(samverkansparter=(REGION,), underskrifter=(block("Landstinget i Norr", name="Per Åkerö"),)),
            [("broken", "/samverkansparter/0/organisation")],
        ),
    ],
)
def test_answers_and_parties(name: str, record: Ansokan, expected: list[tuple[Outcome, str]]) -> None:
    assert judged(name, record) == expected


def test_a_lone_missing_at_sign_from_a_scan_is_undecided() -> None:
    record = Ansokan(insatsagare=(Party(organisation="Almvik kommun", epost="tove.lindgardalmvik.example"),))
    assert judged("parter.epost", record, read("ocr", 0.97, "/insatsagare/0/epost")) == [("undecided", "/insatsagare/0/epost")]


def test_a_name_that_says_nothing_is_judged_by_itself_and_not_by_the_signature() -> None:
    record = Ansokan(samverkansparter=(Party(organisation="Regionen"),), underskrifter=(block("Region Almland"),))
    at = "/samverkansparter/0/organisation"
    assert judged("parter.namn", record, read("ocr", 0.4, "/underskrifter/0/organisation")) == [("broken", at)]
    assert judged("parter.namn", record, read("ocr", 0.4, at)) == [("undecided", at)]


def test_every_party_signs() -> None:
    record = Ansokan(
        insatsagare=(OWNER,), samverkansparter=(REGION,), underskrifter=(block("Region Almland"), block("Almvik kommun, socialkontoret"))
    )
    assert [outcome for outcome, _ in judged("underskrift.saknas", record)] == ["holds", "holds"]


def test_a_party_without_signature_block_is_named() -> None:
    record = Ansokan(insatsagare=(OWNER,), samverkansparter=(REGION,), underskrifter=(block("Almvik kommun"),))
    missing = find(ANSOKAN.rules, "underskrift.saknas").judge(Case(record, ON, shipped_policy()))[0]
    assert (missing.outcome, missing.at) == ("broken", ("/underskrifter", "/samverkansparter/0"))
    assert "Region Almland" in missing.message


def test_a_signature_block_without_organisation_is_known_by_its_address() -> None:
    unnamed = Signature(roll="samverkanspart", namn="Stina Berg", epost="stina.berg@almland.example", datum="2024-03-04", undertecknad=True)
    record = Ansokan(insatsagare=(OWNER,), samverkansparter=(REGION,), underskrifter=(block("Almvik kommun"), unnamed))
    assert [outcome for outcome, _ in judged("underskrift.saknas", record)] == ["holds", "holds"]


@pytest.mark.parametrize(("ink", "outcome"), [(True, "holds"), (False, "broken"), (None, "undecided")])
def test_a_block_is_signed_only_with_ink(ink: bool | None, outcome: Outcome) -> None:
    record = Ansokan(insatsagare=(OWNER,), underskrifter=(block("Almvik kommun", ink=ink),))
    assert judged("underskrift.saknas", record) == [(outcome, "/underskrifter/0/undertecknad")]


def test_no_signatures_at_all_is_one_judgment_and_undecided_in_a_scan() -> None:
    record = Ansokan(insatsagare=(OWNER,), samverkansparter=(REGION,))
    assert judged("underskrift.saknas", record) == [("broken", "/underskrifter")]
    assert judged("underskrift.saknas", record, read("ocr", 0.9, "/insatsagare/0/organisation")) == [("undecided", "/underskrifter")]


@pytest.mark.parametrize(
    ("name", "signature", "expected"),
    [
        ("underskrift.datum", block("Almvik kommun"), "holds"),
        ("underskrift.datum", block("Almvik kommun", None), "broken"),
        ("underskrift.datum", block("Almvik kommun", None, ink=False), "not_applicable"),
        ("underskrift.datum", block("Almvik kommun", None, ink=None), "undecided"),
        ("underskrift.fore_lokus", block("Almvik kommun", "2024-02-20"), "holds"),
        ("underskrift.fore_lokus", block("Almvik kommun", "2024-02-19"), "broken"),
        ("underskrift.framtid", block("Almvik kommun", "2024-06-01"), "holds"),
        ("underskrift.framtid", block("Almvik kommun", "2024-06-02"), "broken"),
        ("underskrift.efter_start", block("Almvik kommun", "2024-05-01"), "holds"),
        ("underskrift.efter_start", block("Almvik kommun", "2024-05-02"), "broken"),
    ],
)
def test_signature_dates(name: str, signature: Signature, expected: Outcome) -> None:
    record = Ansokan(
        underskrifter=(signature,),
        lokus=Lokus(diskuterad=True, datum=("2024-01-15", "2024-02-20")),
        insatstid=Insatstid(start="2024-05-01"),
    )
    assert judged(name, record) == [(expected, "/underskrifter/0/datum")]


def test_a_date_that_a_scan_may_hold_by_hand_is_undecided() -> None:
    record = Ansokan(underskrifter=(block("Almvik kommun", None),))
    assert judged("underskrift.datum", record, read("ocr", 0.95, "/underskrifter/0/organisation")) == [
        ("undecided", "/underskrifter/0/datum")
    ]


@pytest.mark.parametrize(
    ("written", "outcome"),
    [("Almvik 12/3", "broken"), ("den 12 mars", "broken"), ("Almvik 12/3 2024", "undecided"), ("Almvik", "undecided")],
)
def test_a_date_without_a_year_is_one_finding_also_in_a_scan(written: str, outcome: Outcome) -> None:
    at = "/underskrifter/0/datum"
    record, evidence = Ansokan(underskrifter=(block("Almvik kommun", None),)), read("ocr", 0.95, "/underskrifter/0/organisation")
    place = Place(page=1, bbox=None, where=None, text=written)
    seen = (Observation(kind="illegible", at=at, text="datumet är ofullständigt", places=(place,)),)
    case = Case(record, ON, shipped_policy(), evidence, seen)
    (judgment,) = find(ANSOKAN.rules, "underskrift.datum").judge(case)
    assert (judgment.outcome, judgment.at) == (outcome, (at,))
    assert [j.outcome for j in find(ANSOKAN.rules, "form.olasligt").judge(case)] == ["not_applicable"]


def test_a_date_read_with_little_confidence_is_undecided() -> None:
    record = Ansokan(underskrifter=(block("Almvik kommun", "2024-01-02"),), lokus=Lokus(datum=("2024-02-20",)))
    assert judged("underskrift.fore_lokus", record, read("ocr", 0.5, "/underskrifter/0/datum")) == [("undecided", "/underskrifter/0/datum")]


@pytest.mark.parametrize(
    ("name", "time", "expected"),
    [
        ("tid.ordning", Insatstid(start="2024-01-01", slut="2025-12-31"), [("holds", "/insatstid/slut")]),
        ("tid.ordning", Insatstid(start="2024-01-01", slut="2023-12-31"), [("broken", "/insatstid/slut")]),
        ("tid.ordning", Insatstid(start="2024-01-01"), []),
        ("tid.intag", Insatstid(start="2024-01-01", slut="2025-12-31", intag_slut="2025-09-30"), [("holds", "/insatstid/intag_slut")]),
        ("tid.intag", Insatstid(start="2024-01-01", slut="2025-12-31", intag_slut="2026-01-31"), [("broken", "/insatstid/intag_slut")]),
        ("tid.intag", Insatstid(start="2024-01-01", slut="2025-12-31", intag_slut="2023-12-31"), [("broken", "/insatstid/intag_slut")]),
    ],
)
def test_the_time_of_the_insats(name: str, time: Insatstid, expected: list[tuple[Outcome, str]]) -> None:
    assert judged(name, Ansokan(insatstid=time)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planeringsfas 2024-01-01 – 2024-03-31\nGenomförandefas 2024-04-01 – 2025-06-30", ["holds"]),
        ("Planeringsfas 2024-01-01 – 2024-04-30\nGenomförandefas 2024-04-01 – 2025-06-30", ["broken"]),
        ("Uppstart: 1/1-2024 - 31/3-2024\nAvslutningsfas: 1/4-2025 - 30/6-2024", ["broken"]),
        ("Startdatum 2024-01-01, slutdatum 2025-06-30", []),
    ],
)
def test_phases_follow_on_each_other(text: str, expected: list[Outcome]) -> None:
    assert [outcome for outcome, _ in judged("tid.faser", Ansokan(), texts={"/insatstid": text})] == expected


def budgeted(**changes: str | None) -> Ansokan:
    """An insats of 2024-2025 with one row of cost and a table per year; `changes` to the row's or the budget's time."""
    row = CostRow(
        benamning="Coach", belopp={"Almvik kommun": 500_000}, summa=500_000, start=changes.get("row_start"), slut=changes.get("row_end")
    )
    budget = Budget(
        loptid=Period(start=changes.get("start", "2024-01-01"), slut=changes.get("end", "2025-12-31")),
        detalj=Detail(rekvireras=CostBlock(lonekostnader=(row,))),
        per_ar=tuple(YearRow(ar=int(year), totalt=250_000) for year in (changes.get("years") or "2024 2025").split()),
    )
    return Ansokan(insatstid=Insatstid(start="2024-01-01", slut="2025-12-31"), budget=budget)


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("tid.budget", {}, [("holds", "/budget/loptid/start"), ("holds", "/budget/loptid/slut")]),
        ("tid.budget", {"end": "2026-03-31"}, [("holds", "/budget/loptid/start"), ("broken", "/budget/loptid/slut")]),
        ("tid.budget", {"end": "2024-12-31"}, [("holds", "/budget/loptid/start"), ("broken", "/budget/loptid/slut")]),
        ("tid.budgetrader", {"row_start": "2024-01-01", "row_end": "2025-12-31"}, [("holds", "/budget/detalj/rekvireras/lonekostnader/0")]),
        (
            "tid.budgetrader",
            {"row_start": "2024-01-01", "row_end": "2026-12-31"},
            [("broken", "/budget/detalj/rekvireras/lonekostnader/0/slut")],
        ),
        (
            "tid.budgetrader",
            {"row_start": "2025-03-01", "row_end": "2024-03-01"},
            [("broken", "/budget/detalj/rekvireras/lonekostnader/0/slut")],
        ),
        ("tid.budgetrader", {}, []),
        ("tid.budgetar", {}, [("holds", "/budget/per_ar")]),
        ("tid.budgetar", {"years": "2024 2026"}, [("broken", "/budget/per_ar/1/ar"), ("broken", "/budget/per_ar")]),
    ],
)
def test_the_budget_keeps_the_time_of_the_insats(name: str, changes: dict[str, str], expected: list[tuple[Outcome, str]]) -> None:
    assert judged(name, budgeted(**changes)) == expected


@pytest.mark.parametrize(
    ("name", "lokus", "expected"),
    [
        ("lokus.diskuterad", Lokus(diskuterad=True), "holds"),
        ("lokus.diskuterad", Lokus(diskuterad=False), "broken"),
        ("lokus.diskuterad", Lokus(), "broken"),
        ("lokus.diskuterad", Lokus(text="Vid mötet i mars."), "not_applicable"),
        ("lokus.datum", Lokus(diskuterad=True, text="Den 20 februari 2024.", datum=("2024-02-20",)), "holds"),
        ("lokus.datum", Lokus(diskuterad=True, text="Vid flera möten."), "broken"),
        ("lokus.datum", Lokus(diskuterad=True, text="Den 20 augusti 2024.", datum=("2024-08-20",)), "broken"),
    ],
)
def test_the_local_group_has_discussed_it_on_a_day(name: str, lokus: Lokus, expected: Outcome) -> None:
    assert [outcome for outcome, _ in judged(name, Ansokan(lokus=lokus))] == [expected]


def test_an_unread_answer_about_the_local_group_is_undecided() -> None:
    assert judged("lokus.diskuterad", Ansokan(syfte="Arbete"), read("ocr", 0.9, "/syfte")) == [("undecided", "/lokus/diskuterad")]
