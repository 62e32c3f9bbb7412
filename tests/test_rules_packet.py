"""Rules that compare the parts of one file with each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget, CostBlock, Detail, Period, YearRow
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.schemas.kallelse import Kallelse, Matter
from underlag.schemas.packet import packet_of
from underlag.schemas.policy import Policy
from underlag.schemas.records import Insatstid
from underlag.schemas.result import Evidence, Model, Outcome, Part, PartType
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.catalogue import PACKET
from underlag.validators.judging import judge_parts
from underlag.validators.rule import Case, Judgment, find

ON = date(2024, 6, 1)


def part(type_: PartType, record: Model, evidence: Mapping[str, Evidence] | None = None) -> Part:
    return Part(type=type_, pages=(1, 1), confidence=1.0, record=record.model_dump(), evidence=dict(evidence or {}))


def judged(rule: str, *parts: Part) -> tuple[Judgment, ...]:
    evidence = {f"/parts/{n}/record{pointer}": e for n, each in enumerate(parts) for pointer, e in each.evidence.items()}
    return find(PACKET, rule).judge(Case(packet_of(parts), ON, evidence=evidence))


def outcomes(rule: str, *parts: Part) -> list[Outcome]:
    return [judgment.outcome for judgment in judged(rule, *parts)]


def an_application(name: str) -> Ansokan:
    years = (YearRow(ar=2024, totalt=400_000), YearRow(ar=2025, totalt=500_000))
    budget = Budget(detalj=Detail(rekvireras=CostBlock(totalt=900_000)), per_ar=years)
    return Ansokan(insatsens_namn=name, insatstid=Insatstid(start="2024-01-01", slut="2025-12-31"), budget=budget)


def a_note(name: str, amount: int | None, last_day: str) -> Tjansteskrivelse:
    return Tjansteskrivelse(insats=name, maxbelopp=amount, period=Period(start="2024-01-01", slut=last_day))


@pytest.mark.parametrize(
    ("note", "outcome"),
    [
        (a_note("Ljusglimten", 900_000, "2025-12-31"), "holds"),
        (a_note("Ljusglimten", 950_000, "2025-12-31"), "broken"),
        (a_note("Ljusglimten", 850_000, "2025-12-31"), "broken"),
        (a_note("Ljusglimten", 899_900, "2025-12-31"), "holds"),
        (a_note("insatsen ”Ljusglimten”", 400_000, "2024-12-31"), "holds"),
        (a_note("Ljusglimten", 450_000, "2024-12-31"), "broken"),
        (a_note("Arbetsvägen", 950_000, "2025-12-31"), None),
        (a_note("Ljusglimten", 950_000, "2026-12-31"), None),
        (a_note("Ljusglimten", None, "2025-12-31"), None),
    ],
)
def test_a_proposed_amount_is_within_what_its_application_draws(note: Tjansteskrivelse, outcome: Outcome | None) -> None:
    parts = (part("tjansteskrivelse", note), part("ansokan", an_application("Ljusglimten")), part("ansokan", an_application("Stegvis")))
    assert outcomes("paket.belopp", *parts) == [outcome or "not_applicable"]
    for finding in judge_parts(parts, Policy(), ON).findings:
        if finding.rule == "paket.belopp":
            assert finding.at[0] == "/parts/0/record/maxbelopp"
            assert finding.at[1].startswith("/parts/1/record/budget/")


def test_an_amount_that_a_scan_read_badly_decides_nothing() -> None:
    note = part("tjansteskrivelse", a_note("Ljusglimten", 950_000, "2025-12-31"))
    unsure = {"/budget/detalj/rekvireras/totalt": Evidence(method="ocr", confidence=0.4, note=None, places=())}
    verdict = judge_parts((note, part("ansokan", an_application("Ljusglimten"), unsure)), Policy(), ON)
    assert [(finding.rule, finding.outcome) for finding in verdict.findings if finding.rule == "paket.belopp"] == [
        ("paket.belopp", "undecided")
    ]


def test_which_of_two_applications_is_meant_is_not_guessed() -> None:
    note = part("tjansteskrivelse", a_note("Ljusglimten", 950_000, "2025-12-31"))
    twice = part("ansokan", an_application("Ljusglimten"))
    assert all(judgment.outcome == "not_applicable" for judgment in judged("paket.belopp", note, twice, twice))


def test_a_document_alone_is_compared_with_nothing() -> None:
    assert judge_parts((part("ansokan", an_application("Ljusglimten")),), Policy(), ON).checks.model_dump() == {
        "holds": 0,
        "broken": 0,
        "undecided": 0,
        "not_applicable": 0,
    }


def unsure(*pointers: str) -> dict[str, Evidence]:
    return dict.fromkeys(pointers, Evidence(method="ocr", confidence=0.4, note=None, places=()))


def test_a_proposal_for_another_time_than_the_application_s_is_told_end_by_end() -> None:
    application = part("ansokan", an_application("Ljusglimten"))
    found = judged("paket.tid", part("tjansteskrivelse", a_note("Ljusglimten", 900_000, "2024-12-31")), application)
    assert [(j.outcome, j.at[0]) for j in found] == [("holds", "/parts/0/record/period/start"), ("broken", "/parts/0/record/period/slut")]
    read = part("tjansteskrivelse", a_note("Ljusglimten", 900_000, "2024-12-31"), unsure("/period/slut"))
    assert outcomes("paket.tid", read, application) == ["holds", "undecided"]


def an_account(*amounts: int | None, name: str = "Ljusglimten (Ekhamra kommun)") -> EkonomiskInformation:
    rows = (AmountRow(rubrik=name, belopp=amounts),)
    return EkonomiskInformation(kolumner=("Utfall 2024", "Budget 2024", "Plan 2025"), rader=rows)


@pytest.mark.parametrize(
    ("account", "note", "outcome"),
    [
        (an_account(None, 400, 500), a_note("Ljusglimten", 900_000, "2025-12-31"), "holds"),
        (an_account(None, -400, -500), a_note("Ljusglimten", 900_400, "2025-12-31"), "holds"),
        (an_account(900, 400, 520), a_note("Ljusglimten", 900_000, "2025-12-31"), "broken"),
        (an_account(None, 450, None), a_note("Ljusglimten", 400_000, "2024-12-31"), "broken"),
        (an_account(None, 400, None), a_note("Ljusglimten", 900_000, "2025-12-31"), "not_applicable"),
        (an_account(None, 1, 2, name="Arbetsvägen"), a_note("Ljusglimten", 900_000, "2025-12-31"), "not_applicable"),
    ],
)
def test_the_account_counts_with_what_is_proposed(account: EkonomiskInformation, note: Tjansteskrivelse, outcome: Outcome) -> None:
    assert outcomes("paket.ekonomi", part("ekonomisk_information", account), part("tjansteskrivelse", note)) == [outcome]


def test_an_amount_of_the_account_that_was_read_badly_decides_nothing() -> None:
    account = part("ekonomisk_information", an_account(None, 450, 500), unsure("/rader/0/belopp/1"))
    assert outcomes("paket.ekonomi", account, part("tjansteskrivelse", a_note("Ljusglimten", 900_000, "2025-12-31"))) == ["undecided"]


def test_without_a_proposal_the_account_counts_with_what_is_applied_for() -> None:
    application = part("ansokan", an_application("Ljusglimten"))
    assert outcomes("paket.ekonomi_ansokan", part("ekonomisk_information", an_account(None, 400, 510)), application) == ["holds", "broken"]
    unread = part("ekonomisk_information", an_account(None, 400, 510), unsure("/rader/0/belopp/2"))
    assert outcomes("paket.ekonomi_ansokan", unread, application) == ["holds", "undecided"]
    note = part("tjansteskrivelse", a_note("Ljusglimten", 900_000, "2025-12-31"))
    assert outcomes("paket.ekonomi_ansokan", part("ekonomisk_information", an_account(None, 400, 510)), application, note) == [
        "not_applicable"
    ]


def a_notice(*matters: tuple[str, str | None], day: str | None = "2024-03-14") -> Part:
    listed = tuple(Matter(nr=n, rubrik=heading, handling=paper) for n, (heading, paper) in enumerate(matters, start=1))
    return part("kallelse", Kallelse(datum=day, arenden=listed))


def test_a_matter_whose_paper_is_not_in_the_file_is_named() -> None:
    notice = a_notice(("Ljusglimten, förslag till beslut", "Bilaga 1"), ("Ekonomi", "muntlig information"), ("Arbetsvägen", "Bilaga 2"))
    application = part("ansokan", an_application("Ljusglimten – stöd på vägen"))
    found = judged("paket.handlingar", notice, application)
    assert [j.outcome for j in found] == ["broken"]
    assert "”Arbetsvägen”" in found[0].message
    assert "Ljusglimten" not in found[0].message
    assert outcomes("paket.handlingar", a_notice(("Ljusglimten", "Bilaga 1")), application) == ["holds"]


def test_a_paper_of_unknown_kind_may_be_the_missing_one() -> None:
    unknown = Part(type="okand", pages=(1, 1), confidence=0.5, record={"rubrik": "Minnesanteckningar", "text": "…"}, evidence={})
    assert outcomes("paket.handlingar", a_notice(("Arbetsvägen", "Bilaga 2")), unknown) == ["undecided"]
    assert outcomes("paket.handlingar", a_notice(("Minnesanteckningar från mars", "Bilaga 2")), unknown) == ["holds"]


def test_an_application_that_no_matter_is_about_is_named() -> None:
    application = part("ansokan", an_application("Ljusglimten"))
    assert outcomes("paket.arenden", a_notice(("Ansökan om Ljusglimten", None)), application) == ["holds"]
    assert outcomes("paket.arenden", a_notice(("Arbetsvägen", None)), application) == ["broken"]
    scanned = part("ansokan", an_application("Ljusglimten"), unsure("/insatsens_namn"))
    assert outcomes("paket.arenden", a_notice(("Arbetsvägen", None)), scanned) == ["undecided"]


@pytest.mark.parametrize(("day", "outcome"), [("2024-03-01", "holds"), ("2024-03-20", "broken"), (None, "not_applicable")])
def test_a_case_note_is_dated_before_the_meeting(day: str | None, outcome: Outcome) -> None:
    assert outcomes("paket.datum", a_notice(("Ljusglimten", None)), part("tjansteskrivelse", Tjansteskrivelse(datum=day))) == [outcome]


def test_a_date_that_was_read_badly_decides_nothing() -> None:
    note = part("tjansteskrivelse", Tjansteskrivelse(datum="2024-03-20"), unsure("/datum"))
    assert outcomes("paket.datum", a_notice(("Ljusglimten", None)), note) == ["undecided"]
