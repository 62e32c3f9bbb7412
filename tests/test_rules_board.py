"""Rules of the papers that a board packet holds beside applications: account, fees, case note and notice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.schemas.ekonomisk_information import FORM as ACCOUNT
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.schemas.kallelse import Kallelse, Matter
from underlag.schemas.medlemsavgifter import Fee, Medlemsavgifter, MemberFee
from underlag.schemas.relations import figures
from underlag.schemas.result import Evidence, Model, Outcome, PartType, Place
from underlag.schemas.sums import relations
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.catalogue import CHAPTERS
from underlag.validators.rule import Case, Judgment, find

ON = date(2024, 6, 1)


def judged(
    type_: PartType, rule: str, record: Model, *, unsure: tuple[str, ...] = (), lines: dict[str, str] | None = None
) -> tuple[Judgment, ...]:
    evidence = dict.fromkeys(unsure, Evidence(method="ocr", confidence=0.4, note=None, places=()))
    for pointer, line in (lines or {}).items():
        place = Place(page=1, bbox=None, where="p1", text=line)
        evidence[pointer] = Evidence(method="docx", confidence=1.0, note=None, places=(place,))
    return find(CHAPTERS[type_].rules, rule).judge(Case(record, ON, evidence=evidence))


def broken(found: tuple[Judgment, ...]) -> list[tuple[Outcome, str]]:
    return [(judgment.outcome, judgment.at[0]) for judgment in found if judgment.outcome not in {"holds", "not_applicable"}]


ROWS = {
    "Bidrag från medlemmarna": (5000, 5200, 5400),
    "Överskott från tidigare år": (900, 700, 300),
    "Summa att besluta om": (5900, 5900, 5700),
    "Kansli": (1500, 1600, 1700),
    "Vägen in": (2000, 2100, None),
    "Språket": (1300, 1300, 1250),
    "S:a beslutade insatser": (3300, 3400, 1250),
    "Ny start": (400, 500, 600),
    "S:a nya ansökningar": (400, 500, 600),
}


def an_account(*, after: tuple[int, int, int] = (700, 400, 2150), **changed: tuple[int | None, ...]) -> EkonomiskInformation:
    rows = {name: changed.get(name.replace(" ", "_").replace(":", ""), amounts) for name, amounts in ROWS.items()}
    return EkonomiskInformation(
        kolumner=("Budget 2024", "Plan 2025", "Plan 2026"),
        rader=tuple(AmountRow(rubrik=name, belopp=tuple(amounts)) for name, amounts in rows.items()),
        beslutsutrymme_fore=(1100, 900, 2750),
        beslutsutrymme_efter=after,
    )


@pytest.mark.parametrize("rule", ["ekonomi.last", "ekonomi.summa", "ekonomi.beslutsutrymme_fore", "ekonomi.beslutsutrymme_efter"])
def test_an_account_that_adds_up_is_found_to(rule: str) -> None:
    assert {judgment.outcome for judgment in judged("ekonomisk_information", rule, an_account())} == {"holds"}


def test_a_sum_row_that_its_rows_do_not_make_is_told_by_its_column() -> None:
    record = an_account(Sa_beslutade_insatser=(3300, 3500, 1250), after=(700, 400, 2150))
    found = judged("ekonomisk_information", "ekonomi.summa", record)
    assert broken(found) == [("broken", "/rader/6/belopp/1")]
    assert "”S:a beslutade insatser”, Plan 2025, är 3\u00a0500\u00a0tkr, men delarna summerar till 3\u00a0400\u00a0tkr" in found[-1].message


def test_what_is_left_is_what_there_was_less_what_is_proposed() -> None:
    record = an_account(after=(700, 410, 2150))
    assert broken(judged("ekonomisk_information", "ekonomi.beslutsutrymme_efter", record)) == [("broken", "/beslutsutrymme_efter/1")]
    read_badly = judged("ekonomisk_information", "ekonomi.beslutsutrymme_efter", record, unsure=("/beslutsutrymme_efter/1",))
    assert broken(read_badly) == [("undecided", "/beslutsutrymme_efter/1")]


def test_what_there_was_to_decide_follows_from_the_rows_above() -> None:
    found = judged("ekonomisk_information", "ekonomi.beslutsutrymme_fore", an_account(Kansli=(1500, 1650, 1700)))
    assert broken(found) == [("broken", "/rader/3/belopp/1")]  # what is left after the proposals fits what was there before
    assert (
        "”Kansli”, Plan 2025, är 1\u00a0650\u00a0tkr, men för att stämma med beslutsutrymmet före förslagen, Plan 2025,"
        in found[-1].message
    )


def test_rounding_to_thousands_is_no_error() -> None:
    assert broken(judged("ekonomisk_information", "ekonomi.beslutsutrymme_efter", an_account(after=(701, 400, 2149)))) == []


def test_proposals_that_take_more_than_there_is_are_told() -> None:
    assert broken(judged("ekonomisk_information", "ekonomi.underskott", an_account(after=(700, -20, 2150)))) == [
        ("broken", "/beslutsutrymme_efter/1")
    ]
    assert {j.outcome for j in judged("ekonomisk_information", "ekonomi.underskott", an_account())} == {"holds"}
    unread = judged("ekonomisk_information", "ekonomi.underskott", an_account(after=(700, -20, 2150)), unsure=("/beslutsutrymme_efter/1",))
    assert broken(unread) == [("undecided", "/beslutsutrymme_efter/1")]


AMOUNT = st.one_of(st.none(), st.integers(-5000, 5000))


@given(st.lists(st.tuples(st.sampled_from(["Summa", "Kansli", "S:a nya insatser", ""]), st.lists(AMOUNT, max_size=4)), max_size=9))
def test_any_table_of_amounts_gives_sums_about_figures_it_has(rows: list[tuple[str, list[int | None]]]) -> None:
    record = EkonomiskInformation(rader=tuple(AmountRow(rubrik=name or None, belopp=tuple(amounts)) for name, amounts in rows)).model_dump()
    given_figures = figures(record)
    assert all(relation.total in given_figures for relation in relations(ACCOUNT.sums, record))


def the_fees(*, total: int = 2_000_000, change: int = 50_000) -> Medlemsavgifter:
    rows = (
        MemberFee(medlem="Försäkringskassan", ar=1_000_000, foregaende_ar=980_000, forandring=20_000),
        MemberFee(medlem="Region Ekdal", ar=1_000_000, foregaende_ar=970_000, forandring=30_000),
    )
    return Medlemsavgifter(ar=2025, rader=rows, totalt=Fee(ar=total, foregaende_ar=1_950_000, forandring=change))


def test_members_fees_add_up() -> None:
    for rule in ("avgifter.last", "avgifter.summa", "avgifter.forandring"):
        assert {j.outcome for j in judged("medlemsavgifter", rule, the_fees())} == {"holds"}
    assert broken(judged("medlemsavgifter", "avgifter.summa", the_fees(change=60_000))) == [("broken", "/totalt/forandring")]
    assert broken(judged("medlemsavgifter", "avgifter.summa", the_fees(change=60_000), unsure=("/totalt/forandring",))) == [
        ("undecided", "/totalt/forandring")
    ]


def test_amounts_that_changed_places_in_a_row_are_found_though_half_the_columns_deny_the_sum() -> None:
    swapped = an_account(Vägen_in=(2100, 2000, None))
    assert broken(judged("ekonomisk_information", "ekonomi.summa", swapped))


def test_a_row_of_results_is_what_comes_in_less_what_goes_out() -> None:
    def a_result(*amounts: int) -> EkonomiskInformation:
        rows = (("Avgifter", (5000, 5200, 5400)), ("Kansli", (1500, 1600, 1700)), ("Vägen in", (3300, 3400, 1250)), ("Resultat", amounts))
        return EkonomiskInformation(rader=tuple(AmountRow(rubrik=name, belopp=belopp) for name, belopp in rows))

    assert not broken(judged("ekonomisk_information", "ekonomi.summa", a_result(200, 200, 2450)))
    assert broken(judged("ekonomisk_information", "ekonomi.summa", a_result(200, 300, 2450))) == [("broken", "/rader/3/belopp/1")]


def test_of_two_columns_one_is_enough_to_tell_what_a_sum_is_made_of() -> None:
    def a_sum(*amounts: int | None) -> EkonomiskInformation:
        rows = (("Ny start", (None, 400, 600)), ("Nya steg", (None, 300, 250)), ("S:a nya ansökningar", amounts))
        return EkonomiskInformation(rader=tuple(AmountRow(rubrik=name, belopp=belopp) for name, belopp in rows))

    assert not broken(judged("ekonomisk_information", "ekonomi.summa", a_sum(0, 700, 850)))
    assert broken(judged("ekonomisk_information", "ekonomi.summa", a_sum(0, 700, 950))) == [("broken", "/rader/2/belopp/2")]


def test_in_a_scan_the_finding_says_what_the_figures_may_be_if_they_were_misread() -> None:
    rows = (MemberFee(medlem="Region Ekdal", ar=455_000, foregaende_ar=410_000, forandring=48_000),)
    record = Medlemsavgifter(ar=2025, rader=rows)
    (scanned,) = judged("medlemsavgifter", "avgifter.forandring", record, unsure=("/rader/0/medlem", "/rader/0/ar"))
    said = scanned.message.replace("\u00a0", " ")
    assert "Om skanningen är fel läst kan " in said
    assert " vara 45 000 kr eller " in said
    assert " vara 458 000 kr." in said
    (typed,) = judged("medlemsavgifter", "avgifter.forandring", record)
    assert "skanningen" not in typed.message


def test_a_change_is_the_year_s_fee_less_the_year_before_s() -> None:
    rows = (MemberFee(medlem="Region Ekdal", ar=1_000_000, foregaende_ar=970_000, forandring=20_000),)
    assert broken(judged("medlemsavgifter", "avgifter.forandring", Medlemsavgifter(ar=2025, rader=rows))) == [
        ("broken", "/rader/0/forandring")
    ]
    unread = judged("medlemsavgifter", "avgifter.forandring", Medlemsavgifter(ar=2025, rader=rows), unsure=("/rader/0/forandring",))
    assert broken(unread) == [("undecided", "/rader/0/forandring")]


GRANT = ("att bevilja Ekhamra kommun medel till insatsen Vägen in under 2025 med högst 900 000 kronor",)


def a_note(**given: object) -> Tjansteskrivelse:
    told = {"forslag_till_beslut": GRANT, "maxbelopp": 900_000, "period": {"start": "2025-01-01", "slut": "2025-12-31"}}
    return Tjansteskrivelse.model_validate(told | given)


@pytest.mark.parametrize("rule", ["forslag.finns", "forslag.belopp", "forslag.tid"])
def test_a_proposal_that_says_what_how_much_and_when_is_whole(rule: str) -> None:
    assert {j.outcome for j in judged("tjansteskrivelse", rule, a_note())} == {"holds"}


@pytest.mark.parametrize(
    ("rule", "missing", "at"),
    [
        ("forslag.finns", {"forslag_till_beslut": ()}, "/forslag_till_beslut"),
        ("forslag.belopp", {"maxbelopp": None}, "/maxbelopp"),
        ("forslag.tid", {"period": {"start": "2025-01-01", "slut": None}}, "/period/slut"),
        ("forslag.tid", {"period": {"start": "2025-12-31", "slut": "2025-01-01"}}, "/period/start"),
    ],
)
def test_what_a_proposal_lacks_is_told(rule: str, missing: dict[str, object], at: str) -> None:
    assert broken(judged("tjansteskrivelse", rule, a_note(**missing))) == [("broken", at)]
    read_badly = ("/rubrik", "/forslag_till_beslut/0", "/period/start", "/period/slut", "/maxbelopp")
    assert broken(judged("tjansteskrivelse", rule, a_note(**missing), unsure=read_badly)) == [("undecided", at)]


def test_a_proposal_that_refuses_or_only_sets_conditions_grants_nothing() -> None:
    refused = a_note(forslag_till_beslut=("att avslå ansökan om att bevilja medel",), maxbelopp=None)
    condition = a_note(forslag_till_beslut=("att finansieringen gäller under förutsättning att insatsen följer ansökan",), maxbelopp=None)
    for note in (refused, condition):
        assert [j.outcome for j in judged("tjansteskrivelse", "forslag.belopp", note)] == ["not_applicable"]


def test_the_assessment_proposes_the_same_amount() -> None:
    same, other = "Kansliet föreslår att högst 900 000 kronor beviljas.", "Kansliet föreslår att högst 950 000 kronor beviljas."
    assert [j.outcome for j in judged("tjansteskrivelse", "forslag.bedomning", a_note(bedomning=same))] == ["holds"]
    assert broken(judged("tjansteskrivelse", "forslag.bedomning", a_note(bedomning=other))) == [("broken", "/maxbelopp")]
    assert broken(judged("tjansteskrivelse", "forslag.bedomning", a_note(bedomning=other), unsure=("/bedomning",))) == [
        ("undecided", "/maxbelopp")
    ]
    assert [
        j.outcome for j in judged("tjansteskrivelse", "forslag.bedomning", a_note(bedomning="Kostnaden per plats är 45 000 kronor."))
    ] == ["not_applicable"]


def test_a_notice_says_when_the_meeting_is() -> None:
    assert [j.outcome for j in judged("kallelse", "kallelse.datum", Kallelse(datum="2024-03-14"))] == ["holds"]
    assert broken(judged("kallelse", "kallelse.datum", Kallelse())) == [("broken", "/datum")]
    assert broken(judged("kallelse", "kallelse.datum", Kallelse(plats="Stadshuset"), unsure=("/plats",))) == [("undecided", "/datum")]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Torsdagen den 14 mars 2024 kl. 13.00", "holds"),
        ("Onsdag 14 mars 2024", "broken"),
        ("14 mars 2024", "not_applicable"),
        ("måndag eller torsdag", "not_applicable"),
    ],
)
def test_the_weekday_is_that_of_the_date(line: str, outcome: Outcome) -> None:
    found = judged("kallelse", "kallelse.veckodag", Kallelse(datum="2024-03-14"), lines={"/datum": line})
    assert [judgment.outcome for judgment in found] == [outcome]


def test_a_date_that_was_read_badly_is_no_wrong_weekday() -> None:
    place = Place(page=1, bbox=None, where=None, text="Onsdag 14 mars 2024")
    evidence = {"/datum": Evidence(method="ocr", confidence=0.4, note=None, places=(place,))}
    rule = find(CHAPTERS["kallelse"].rules, "kallelse.veckodag")
    assert [j.outcome for j in rule.judge(Case(Kallelse(datum="2024-03-14"), ON, evidence=evidence))] == ["undecided"]


def test_matters_are_numbered_one_after_another() -> None:
    matters = tuple(Matter(nr=n, rubrik="Ärende") for n in (41, 42, 44))
    found = judged("kallelse", "kallelse.nummer", Kallelse(arenden=matters))
    assert [(j.outcome, j.at) for j in found] == [("holds", ("/arenden/1/nr",)), ("broken", ("/arenden/2/nr",))]
    assert broken(judged("kallelse", "kallelse.nummer", Kallelse(arenden=matters), unsure=("/arenden/2/nr",))) == [
        ("undecided", "/arenden/2/nr")
    ]
