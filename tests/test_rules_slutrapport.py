"""Rules about final reports: questions, goals and outcomes, participants, money, signatures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from tests.page_building import para
from tests.page_building import table as table_of
from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.schemas.page import Block, Document, Page
from underlag.schemas.policy import Bands, Decision, Policy
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Evidence, Outcome
from underlag.schemas.slutrapport import FORM, Pair, Slutrapport
from underlag.settings import shipped_policy
from underlag.validators.catalogue import SLUTRAPPORT
from underlag.validators.rule import Case, Judgment, find

ON = date(2024, 6, 1)
OWNER = Party(organisation="Almvik kommun", kontaktperson="Tove Lindgård", epost="tove.lindgard@almvik.example")
REGION = Party(organisation="Region Almland", kontaktperson="Per Åkerö/Siv Ekman", epost="per.akero@almland.example")


def block(organisation: str, day: str | None = "2024-02-01", name: str | None = None) -> Signature:
    return Signature(roll="samverkanspart", organisation=organisation, datum=day, namn=name, undertecknad=True)


def a_report(**changes: object) -> Slutrapport:
    """A final report in which nothing is wrong, with `changes`."""
    record = Slutrapport(
        insatsens_namn="Spåret",
        insatsagare=(OWNER,),
        samverkansparter=(REGION,),
        syfte="Fler i arbete.",
        mal_och_utfall="Minst 40 deltagare ska delta.\n48 deltagare har deltagit.",
        mal=(Pair(text="Minst 40 deltagare ska delta.", utfall="48 deltagare har deltagit.", uppfyllt="ja"),),
        jamstalldhet="Av deltagarna var 26 kvinnor och 22 män.",
        bakgrund="Många stod utan stöd.",
        behov_forandrat="Nej, behovet är detsamma.",
        insatstid=Insatstid(start="2022-01-01", slut="2023-12-31", intag_slut="2023-09-30"),
        malgrupp="Vuxna utan arbete.",
        antal_deltagare=48,
        metoder="Samtal och praktik.",
        uppfoljning="Enkäter och SUS.",
        implementering="Arbetet går in i kommunens verksamhet.",
        budgetutfall="Beviljat belopp var 1 900 000 kr. Kostnaderna uppgick till 1 800 000 kr.",
        aterforda_medel=100_000,
        konsekvens_aterforda_medel="Två kurser ställdes in.",
        lardomar="Tidiga möten hjälper.",
        underskrifter=(block("Almvik kommun", name="Tove Lindgård"), block("Region Almland", name="Siv Ekman")),
    )
    return record.model_copy(update=changes)


def goal(text: str, outcome: str | None, reached: str | None = None, *quantities: float) -> Slutrapport:
    counted = tuple(Quantity(varde=q, enhet="antal", jamforelse="exakt") for q in quantities)
    pair = Pair.model_validate({"text": text, "utfall": outcome, "uppfyllt": reached, "kvantiteter": counted})
    return a_report(mal=(pair,), mal_och_utfall=None)


def money(text: str | None, returned: int | None, consequence: str | None = None) -> Slutrapport:
    return a_report(budgetutfall=text, aterforda_medel=returned, konsekvens_aterforda_medel=consequence)


def said(text: str, count: int | None = None) -> Slutrapport:
    """A report whose goals and outcomes are told in running text."""
    return a_report(mal=(), mal_och_utfall=text, jamstalldhet=None, antal_deltagare=count)


def read(confidence: float, *pointers: str) -> Mapping[str, Evidence]:
    return {p: Evidence(method="ocr", confidence=confidence, note=None, places=()) for p in pointers}


def judgments(
    name: str, record: Slutrapport, evidence: Mapping[str, Evidence] | None = None, texts: Mapping[str, str] | None = None
) -> tuple[Judgment, ...]:
    case = Case(record, ON, shipped_policy(), evidence=evidence or {}, texts=texts or {})
    return find(SLUTRAPPORT.rules, name).judge(case)


def judged(
    name: str, record: Slutrapport, evidence: Mapping[str, Evidence] | None = None, texts: Mapping[str, str] | None = None
) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment but those that hold."""
    return [(j.outcome, j.at[0]) for j in judgments(name, record, evidence, texts) if j.at and j.outcome != "holds"]


@pytest.mark.parametrize("name", [rule.id for rule in SLUTRAPPORT.rules])
def test_a_report_without_faults_breaks_no_rule(name: str) -> None:
    assert judged(name, a_report(), texts={"/antal_deltagare": "48, varav 26 kvinnor och 22 män"}) == []


MONEY, RETURNED, CONSEQUENCE = "/budgetutfall", "/aterforda_medel", "/konsekvens_aterforda_medel"
GRANTED = "Beviljat belopp var 1 900 000 kr. Kostnaderna uppgick till 1 800 000 kr."
LONG = "Arbetet har bedrivits i tre steg, med kartläggning, prövning på en arbetsplats och stöd efter anställning."


def table(label: str, granted: int, used: int) -> str:
    """Two years of 1 600 and 1 800 tkr granted, of which 1 585 and 1 700 were used, and a row that sums them."""
    rows = ("2022", "1 600", "1 585", "2023", "1 800", "1 700", label, str(granted), str(used))
    return "\n".join(("Pengarna räckte.", "År", "Beviljat, tkr", "Förbrukat, tkr", *rows))


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        ("mal.utfall", a_report(mal=(*a_report().mal, Pair(text="Alla ska ha en plan."))), [("broken", "/mal/1/utfall")]),
        ("mal.utfall", goal("Alla ska ha en plan.", None), [("undecided", "/mal")]),
        ("mal.uppfyllt", goal("Alla ska ha en plan.", "Målet nåddes inte.", "nej"), [("broken", "/mal/0")]),
        ("mal.uppfyllt", goal("Alla ska ha en plan.", "Till viss del.", "delvis"), [("broken", "/mal/0")]),
        ("mal.siffror", goal("80 % ska ha arbete.", "65 % har arbete.", "ja"), [("broken", "/mal/0/uppfyllt")]),
        ("mal.siffror", goal("80 % ska ha arbete.", "79,5 % har arbete.", "ja"), []),
        ("mal.siffror", goal("30 deltagare ska ha arbete.", "34 deltagare har arbete.", "nej", 30), [("broken", "/mal/0/uppfyllt")]),
        ("mal.siffror", goal("30 deltagare ska delta, 10 få arbete.", "34 deltagare har deltagit.", "nej", 30, 10), []),
        ("mal.siffror", goal("25 deltagare per år.", "12 deltagare totalt.", "ja"), []),
        ("mal.matt", goal("Hälften ska må bättre.", "Det har inte gått att mäta."), [("broken", "/mal/0/utfall")]),
        ("mal.tid", goal("Den 1 juni 2024 finns en rutin.", "Rutinen är klar.", "ja"), [("broken", "/mal/0")]),
        ("text.andelar", goal("Fler i arbete.", "30 av 40 deltagare, 80 %, har arbete."), [("broken", "/mal/0/utfall")]),
        ("text.andelar", goal("Fler i arbete.", "30 av 40 deltagare, 75 %, har arbete."), []),
        ("text.andelar", goal("Fler i arbete.", "44 av 40 deltagare (91 %)."), [("broken", "/mal/0/utfall")]),
        ("text.andelar", said("Av de andra har 7 av 20 (45 %) gått till studier."), [("broken", "/mal_och_utfall")]),
        ("deltagare.kon", said("Femton deltagare skrevs in. Könsfördelning: 6 män, 4 kvinnor."), [("broken", "/mal_och_utfall")]),
        ("deltagare.kon", said("15 personer, varav 9 kvinnor och 6 män, har deltagit."), []),
        ("deltagare.kon", said("15 personer, varav 9 kvinnor och 7 män, har deltagit."), [("broken", "/mal_och_utfall")]),
        ("deltagare.kon", said("15 personer har slutat, varav 3 kvinnor och 4 män till arbete."), []),
        ("deltagare.kon", said("15 personer, varav 9 kvinnor, 5 män och en person med annat kön."), []),
        ("deltagare.kon", a_report(jamstalldhet="Av deltagarna var 30 kvinnor och 22 män."), [("broken", "/jamstalldhet")]),
        ("underskrift.fore_slut", a_report(underskrifter=(block("Almvik kommun", "2023-12-08"),)), [("broken", "/underskrifter/0/datum")]),
        ("tid.slut", a_report(underskrifter=(), insatstid=Insatstid(slut="2024-12-31")), [("broken", "/insatstid/slut")]),
        ("underskrift.part", a_report(underskrifter=(block("Norrdals sparbank"),)), [("broken", "/underskrifter/0/organisation")]),
        ("parter.dubbla", a_report(samverkansparter=(REGION, REGION)), [("broken", "/samverkansparter/1")]),
        ("parter.person", a_report(underskrifter=(block("Region Almland", name="Siv Eckman"),)), [("broken", "/underskrifter/0/namn")]),
        ("text.upprepad", a_report(metoder=LONG, uppfoljning=LONG), [("broken", "/uppfoljning")]),
        ("text.avbruten", a_report(lardomar="Det viktigaste har varit att"), [("broken", "/lardomar")]),
        ("text.insatstid", a_report(metoder="Insatsen har pågått under tre år."), [("broken", "/insatstid")]),
        ("text.insatstid", a_report(metoder="Insatsen pågick i två år."), []),
        ("text.insatstid", a_report(bakgrund="Projektet före detta pågick i tre år."), []),
        ("medel.skillnad", money(GRANTED, 90_000), [("broken", RETURNED)]),
        ("medel.skillnad", money(GRANTED, 0), [("broken", RETURNED)]),
        ("medel.skillnad", money(GRANTED, None), [("broken", MONEY)]),
        ("medel.skillnad", money(f"{GRANTED} Resten av medlen återförs.", None), []),
        ("medel.skillnad", money("Av beviljade 1 900 tkr har 1 800 tkr förbrukats.", 100_400), []),
        ("medel.tak", money("Budgeten var 1 800 000 kr och utfallet blev 1 900 000 kr.", None), [("broken", MONEY)]),
        ("medel.tak", money("Budgeten var 1 800 tkr och utfallet blev 1 801 tkr.", None), []),
        ("medel.skillnad", money("Beviljat 1 900 000 kr. Lönekostnaderna blev 1 500 000 kr.", 100_000), []),
        ("medel.skillnad", money("Beviljat 1 900 000 kr. Kostnaden per deltagare blev 40 000 kr.", 100_000), []),
        ("medel.skillnad", money(table("Summa", 3_400, 3_285), 125_000), [("broken", RETURNED)]),
        ("medel.skillnad", money(table("Summa", 3_400, 3_285), 115_000), []),
        ("medel.skillnad", money(table("2023", 1_800, 1_700), 100_000), []),
        ("medel.tabell", money(table("Summa", 3_400, 3_285), 115_000), []),
        ("medel.tabell", money(table("Summa", 3_400, 3_385), 15_000), [("broken", MONEY)]),
        ("medel.tabell", money(f"{table('Summa', 3_400, 3_285)}\nFöljer i bilaga\n90 000", 115_000), []),
        ("medel.tabell", money("Post\nBudget\nUtfall\nKvar\nLokal\n90 000\n80 000\n20 000", None), [("broken", MONEY)]),
        ("medel.belopp", money("Cirka 8 procent av medlen har inte använts och betalas tillbaka.", None), [("broken", MONEY)]),
        ("medel.belopp", money("Medel för en tjänst återförs, 90 000 kr för 2022 och 40 000 kr för 2023.", None), []),
        ("medel.belopp", money("Inga medel återförs till förbundet.", None), []),
        ("medel.belopp", money("Erfarenheter har återförts till styrgruppen.", None), []),
        ("medel.konsekvens", money("Allt gick åt.", 0, "Fyra kurser ställdes in."), [("broken", CONSEQUENCE)]),
        ("medel.konsekvens", money("Allt gick åt.", 0, "Inga medel har återförts."), []),
        ("medel.konsekvens", money("Allt gick åt.", 0), []),
        ("medel.forbrukade", money("Budgeten har använts i sin helhet.", 50_000), [("broken", RETURNED)]),
        ("medel.forbrukade", money("Budgeten har inte använts i sin helhet.", 50_000), []),
    ],
)
def test_what_is_wrong_with_a_report(name: str, record: Slutrapport, expected: list[tuple[Outcome, str]]) -> None:
    assert judged(name, record) == expected


@pytest.mark.parametrize(
    ("name", "record", "place"),
    [
        ("mal.utfall", a_report(mal=(*a_report().mal, Pair(text="Alla ska ha en plan."))), "/mal/1/text"),
        ("mal.uppfyllt", goal("Alla ska ha en plan.", "Nåddes ej.", "nej"), "/mal/0/uppfyllt"),
        ("mal.uppfyllt", a_report(mal=(Pair(text="En rutin.", uppfyllt="nej"),)), "/mal_och_utfall"),
        ("mal.siffror", goal("80 % ska ha arbete.", "65 % har arbete.", "ja"), "/mal/0/utfall"),
        ("mal.matt", goal("Hälften ska må bättre.", "Det har inte gått att mäta."), "/mal/0/utfall"),
        ("text.andelar", goal("Fler i arbete.", "30 av 40 deltagare, 80 %, har arbete."), "/mal/0/utfall"),
        ("deltagare.kon", said("Femton deltagare skrevs in. Könsfördelning: 6 män, 4 kvinnor."), "/mal_och_utfall"),
        ("underskrift.fore_slut", a_report(underskrifter=(block("Almvik kommun", "2023-12-08"),)), "/underskrifter/0/datum"),
        ("tid.slut", a_report(underskrifter=(), insatstid=Insatstid(slut="2024-12-31")), "/insatstid/slut"),
        ("underskrift.part", a_report(underskrifter=(block("Norrdals sparbank"),)), "/underskrifter/0/organisation"),
        ("parter.dubbla", a_report(samverkansparter=(REGION, REGION)), "/samverkansparter/1"),
        ("medel.skillnad", money(GRANTED, 90_000), RETURNED),
        ("medel.tak", money("Budgeten var 1 800 000 kr och utfallet blev 1 900 000 kr.", None), MONEY),
        ("medel.belopp", money("En del av medlen återförs.", None), MONEY),
        ("medel.konsekvens", money("Allt gick åt.", 0, "Fyra kurser ställdes in."), CONSEQUENCE),
        ("medel.forbrukade", money("Budgeten har använts i sin helhet.", 50_000), RETURNED),
    ],
)
def test_what_a_scan_shows_badly_is_undecided(name: str, record: Slutrapport, place: str) -> None:
    assert [outcome for outcome, _ in judged(name, record, read(0.5, place))] == ["undecided"]


OWN_FIELD = "/antal_deltagare"


@pytest.mark.parametrize(
    ("name", "count", "field", "text", "expected"),
    [
        ("deltagare.kon", 47, "47 personer (27 kvinnor och 22 män)", None, [("broken", OWN_FIELD)]),
        ("deltagare.kon", 48, "48, varav 2022: 10 kvinnor och 9 män, 2023: 17 kvinnor och 12 män", None, []),
        ("deltagare.text", 48, "48", "Totalt har 52 personer deltagit i insatsen.", [("broken", OWN_FIELD)]),
        ("deltagare.text", 48, "48", "Totalt har 48 personer deltagit i insatsen.", []),
        ("deltagare.text", 48, "48", "Totalt deltog 12 personer i styrgruppens möten.", []),
        ("deltagare.text", 48, "", "Totalt har 52 personer deltagit i insatsen.", []),
        ("deltagare.antal_angivet", None, "", None, [("broken", OWN_FIELD)]),
        ("deltagare.antal_angivet", None, "Se målen ovan.", None, []),
    ],
)
def test_the_number_of_participants(
    name: str, count: int | None, field: str, text: str | None, expected: list[tuple[Outcome, str]]
) -> None:
    record = a_report(antal_deltagare=count, mal=(), mal_och_utfall=text, jamstalldhet=None)
    assert judged(name, record, texts={OWN_FIELD: field}) == expected
    unsure = [("undecided", at) for _, at in expected]
    assert judged(name, record, read(0.5, OWN_FIELD), {OWN_FIELD: field}) == unsure


def test_no_outcome_counts_more_participants_than_there_were() -> None:
    record = goal("Fler i praktik.", "52 deltagare har haft praktik.")
    assert judged("deltagare.utfall", record) == [("broken", "/mal/0/utfall")]
    assert judged("deltagare.utfall", record, read(0.5, OWN_FIELD)) == [("undecided", "/mal/0/utfall")]


def test_consequences_are_asked_for_only_where_the_form_does() -> None:
    record = money(GRANTED, 100_000)
    assert judged("medel.konsekvens", record) == []
    assert judged("medel.konsekvens", record, texts={CONSEQUENCE: ""}) == [("broken", CONSEQUENCE)]
    assert judged("medel.konsekvens", record, read(0.9, RETURNED), {CONSEQUENCE: ""}) == [("undecided", CONSEQUENCE)]


def test_a_question_that_the_copy_does_not_ask_is_a_remark() -> None:
    told = {j.at[0]: j for j in judgments("fragor.besvarade", a_report(jamstalldhet=None, lardomar=None), texts={"/lardomar": ""})}
    assert (told["/jamstalldhet"].severity, told["/lardomar"].severity) == ("upplysning", None)


def test_an_outcome_that_the_running_text_repeats_is_judged_once() -> None:
    outcome = "30 av 40 deltagare, 80 %, har arbete."
    record = a_report(mal=(Pair(text="Fler i arbete.", utfall=outcome),), mal_och_utfall=f"Fler i arbete.\n{outcome}")
    assert judged("text.andelar", record) == [("broken", "/mal/0/utfall")]


def questions_left_open(*blocks: Block) -> list[str]:
    """The messages about follow-up questions in a final report of these blocks."""
    document = Document("application/test", (Page(1, "docx", blocks, ()),))
    reading = read_form(document, stream(document), FORM)
    case = Case(Slutrapport.model_validate(reading.record), ON, evidence=reading.evidence, unanswered=reading.unanswered)
    return [j.message for j in find(SLUTRAPPORT.rules, "fragor.foljdfragor").judge(case) if j.outcome == "broken"]


def test_a_follow_up_question_without_an_answer_is_named() -> None:
    (message,) = questions_left_open(
        para("Beskriv uppföljning och utvärdering av målen:", bold=True),
        para("Styrgruppen har följt arbetet."),
        para("Hur och till vilka har uppföljningen kommunicerats?", bold=True),
        para("Beskriv målgrupp för insatsen:", bold=True),
        para("Unga vuxna."),
    )
    assert "till vilka har uppföljningen kommunicerats" in message


def test_what_only_asks_where_something_is_so_may_be_left_empty() -> None:
    assert not questions_left_open(
        para("Redogör för utfall av budget/finansiering:", bold=True),
        para("Budgeten höll."),
        para("Ifall medel har återförts till förbundet, vad har detta för orsaker?", bold=True),
        para("Beskriv målgrupp för insatsen:", bold=True),
        para("Unga vuxna."),
    )


def test_a_heading_above_its_question_is_not_left_open() -> None:
    assert not questions_left_open(
        para("Metoder", bold=True),
        para("Vilka metoder och aktiviteter har använts?", bold=True),
        para("Samtal och praktik."),
        table_of([["Har metoderna fungerat som planerat?", "Ja, i allt."]]),
    )


def test_a_follow_up_question_in_a_scan_is_undecided() -> None:
    case = Case(a_report(), ON, evidence=read(0.9, "/metoder"), unanswered={"/metoder": ("Hur har metoderna fungerat?",)})
    assert [j.outcome for j in find(SLUTRAPPORT.rules, "fragor.foljdfragor").judge(case)] == ["undecided"]


@pytest.mark.parametrize(
    ("name", "record", "place", "outcome"),
    [
        ("medel.forbrukning", a_report(), MONEY, "holds"),
        ("medel.forbrukning", money("Beviljat belopp var 1 900 000 kr. Kostnaderna uppgick till 800 000 kr.", 1_100_000), MONEY, "broken"),
        ("mal.snitt", goal("Minst 40 % ska gå till arbete.", "38 % gick till arbete."), "/mal/0/utfall", "holds"),
        ("mal.snitt", goal("Minst 40 % ska gå till arbete.", "28 % gick till arbete."), "/mal/0/utfall", "broken"),
        ("mal.snitt", goal("Minst 80 % ska vara nöjda.", "28 % var nöjda."), "/mal/0/utfall", "not_applicable"),
    ],
)
def test_what_the_policy_decides_of_bands_and_averages(name: str, record: Slutrapport, place: str, outcome: Outcome) -> None:
    decided = Policy(
        budget_forbrukning=(Decision(varde=Bands(gront_fran=90, gront_till=105, gult_fran=75, gult_till=115), kalla="Plan"),),
        arbete_studier_andel=(Decision(varde=31.0, kalla="Plan"),),
    )
    rule = find(SLUTRAPPORT.rules, name)
    assert {j.outcome for j in rule.judge(Case(record, ON, decided))} == {outcome}
    assert {j.outcome for j in rule.judge(Case(record, ON, Policy()))} == {"not_applicable"}
    unread = {j.outcome for j in rule.judge(Case(record, ON, decided, evidence=read(0.5, place)))}
    assert unread == {"undecided" if outcome == "broken" else outcome}
