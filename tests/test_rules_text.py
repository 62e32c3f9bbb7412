"""Rules about what the answers say: goals, people, posts, ages, whole sentences, standing terms, and what the reader noticed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from underlag.schemas.ansokan import Ages, Ansokan, Expected, Goal, Lokus
from underlag.schemas.budget import Budget, CostBlock, CostRow, Detail
from underlag.schemas.policy import Decision, Policy
from underlag.schemas.records import Insatstid, Quantity
from underlag.schemas.result import Evidence, Observation, Outcome
from underlag.schemas.standing import STANDING_TERMS
from underlag.settings import shipped_policy
from underlag.validators.catalogue import ANSOKAN
from underlag.validators.rule import Case, find

ON = date(2024, 6, 1)
TWO_YEARS = Insatstid(start="2024-01-01", slut="2025-12-31")


def judged(name: str, record: Ansokan, unsure: str = "", policy: Policy | None = None) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment; the value at `unsure` was read by OCR with little confidence."""
    evidence: Mapping[str, Evidence] = {unsure: Evidence(method="ocr", confidence=0.5, note=None, places=())} if unsure else {}
    case = Case(record, ON, policy or shipped_policy(), evidence=evidence)
    return [(j.outcome, j.at[0]) for j in find(ANSOKAN.rules, name).judge(case) if j.at]


def share(percent: float) -> Quantity:
    return Quantity(varde=percent, enhet="procent", jamforelse="exakt", avser="deltagarna")


def people(count: float) -> Quantity:
    return Quantity(varde=count, enhet="antal", jamforelse="minst", avser="deltagare")


@pytest.mark.parametrize(
    ("name", "goal", "expected"),
    [
        ("mal.matbara", Goal(niva="effektmal", text="Minst 60 % går vidare", kvantiteter=(share(60),)), [("holds", "/mal/0/kvantiteter")]),
        ("mal.matbara", Goal(niva="effektmal", text="Samtliga deltagare får en kontakt"), [("holds", "/mal/0/kvantiteter")]),
        ("mal.matbara", Goal(niva="effektmal", text="Ett gott samarbete"), [("broken", "/mal/0/kvantiteter")]),
        ("mal.matbara", Goal(niva="overgripande", text="Ett gott samarbete"), []),
        ("mal.handlingsplan", Goal(text="80 % har en handlingsplan", kvantiteter=(share(80),)), [("holds", "/mal/0")]),
        ("mal.handlingsplan", Goal(text="70 % har en handlingsplan", kvantiteter=(share(70),)), [("broken", "/mal/0")]),
        ("mal.handlingsplan", Goal(text="70 % har arbete", kvantiteter=(share(70),)), []),
        ("mal.handlingsplan_finns", Goal(text="Alla får en handlingsplan"), [("holds", "/mal")]),
        ("mal.handlingsplan_finns", Goal(text="Alla får arbete"), [("broken", "/mal")]),
        ("mal.tid", Goal(text="Klart den 1 juni 2025"), [("holds", "/mal/0")]),
        ("mal.tid", Goal(text="Klart den 1 juni 2026"), [("broken", "/mal/0")]),
        ("deltagare.mal", Goal(text="Minst 40 deltagare", kvantiteter=(people(40),)), [("holds", "/mal/0")]),
        ("deltagare.mal", Goal(text="Minst 90 deltagare", kvantiteter=(people(90),)), [("broken", "/mal/0")]),
    ],
)
def test_goals(name: str, goal: Goal, expected: list[tuple[Outcome, str]]) -> None:
    record = Ansokan(mal=(goal,), insatstid=TWO_YEARS, forvantat_antal_deltagare=Expected(totalt=80))
    assert judged(name, record) == expected


def test_a_goal_read_with_little_confidence_is_undecided() -> None:
    low = Goal(niva="effektmal", text="70 har en handlingsplan", kvantiteter=(share(70),))
    assert judged("mal.handlingsplan", Ansokan(mal=(low,)), "/mal/0/text") == [("undecided", "/mal/0")]
    bare = Ansokan(mal=(Goal(niva="effektmal", text="Av deltagarna går vidare"),))
    assert judged("mal.matbara", bare, "/mal/0/text") == [("undecided", "/mal/0/kvantiteter")]


def test_the_share_of_plans_is_the_offices_own() -> None:
    record = Ansokan(mal=(Goal(text="70 % har en handlingsplan", kvantiteter=(share(70),)),))
    assert judged("mal.handlingsplan", record, policy=Policy(handlingsplan_andel=(Decision(varde=70.0, kalla="Plan"),))) == [
        ("holds", "/mal/0")
    ]
    assert judged("mal.handlingsplan", record, policy=Policy()) == []


@pytest.mark.parametrize(
    ("expected", "outcomes"),
    [
        (Expected(per_ar=40, totalt=80), ["holds"]),
        (Expected(per_ar=40, totalt=120), ["broken"]),
        (Expected(per_ar=40, totalt=120, lopande=True), []),
        (Expected(totalt=80), []),
    ],
)
def test_people_a_year_times_years_is_the_whole(expected: Expected, outcomes: list[Outcome]) -> None:
    record = Ansokan(insatstid=TWO_YEARS, forvantat_antal_deltagare=expected)
    assert [outcome for outcome, _ in judged("deltagare.antal", record)] == outcomes


def test_uncertain_people_are_undecided() -> None:
    record = Ansokan(insatstid=TWO_YEARS, forvantat_antal_deltagare=Expected(per_ar=40, totalt=120))
    at = "/forvantat_antal_deltagare/totalt"
    assert judged("deltagare.antal", record, at) == [("undecided", at)]


def staffed(text: str, *posts: tuple[str, float]) -> Ansokan:
    rows = tuple(CostRow(benamning=name, tjanst_procent=percent, summa=1) for name, percent in posts)
    return Ansokan(metoder=text, budget=Budget(detalj=Detail(rekvireras=CostBlock(lonekostnader=rows))))


@pytest.mark.parametrize(
    ("text", "posts", "outcomes"),
    [
        ("Projektledare arbetar 50 %.", [("Projektledare", 50.0)], ["holds"]),
        ("Projektledare arbetar 50 %.", [("Projektledare", 75.0)], ["broken"]),
        ("100% arbetskonsulent: leder gruppen.", [("Arbetskonsulent", 100.0)], ["holds"]),
        ("100% arbetskonsulent: leder gruppen.", [("Arbetskonsulent", 50.0)], ["broken"]),
        ("Två handläggare har heltid, 100 % var.", [("Handläggare 1", 100.0), ("Handläggare 2", 100.0)], ["holds"]),
        ("Två handläggare har heltid, 100 % var.", [("Handläggare", 100.0)], ["broken"]),
        ("300% handläggare", [("Handläggare", 100.0), ("Handläggare", 200.0)], ["holds"]),
        ("Arbetsförmedlaren tjänstgör 35% i teamet.", [("Arbetsförmedlare", 35.0)], ["holds"]),
        ("Samordnaren arbetar 45 %. Dessutom arbetar samordnaren som coach 55 %.", [("Samordnare/coach", 100.0)], ["holds", "holds"]),
        ("Teamet har en kurator på 50 % och en psykolog på 20 %.", [("Kurator", 50.0), ("Psykolog", 40.0)], ["holds", "broken"]),
        ("En kurator arbetar 40 %.", [("Handläggare", 100.0)], ["broken"]),
        ("Insatsansvarig arbetar 15 %.", [("Gruppledare", 15.0)], []),
        ("40 % av koordinatorn hör till skolan.", [("Koordinator", 100.0)], []),
        ("Arbetet leds av en samordnare.", [("Samordnare", 100.0)], []),
    ],
)
def test_posts_in_the_text_are_in_the_budget(text: str, posts: list[tuple[str, float]], outcomes: list[Outcome]) -> None:
    assert [outcome for outcome, _ in judged("tjanster.budget", staffed(text, *posts))] == outcomes


def test_an_uncertain_share_of_post_is_undecided() -> None:
    at = "/budget/detalj/rekvireras/lonekostnader/0/tjanst_procent"
    assert judged("tjanster.budget", staffed("Projektledare arbetar 50 %.", ("Projektledare", 75.0)), at) == [("undecided", at)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ansökan diskuterades i mars och alla var eniga.", "holds"),
        ("Ansökan diskuterades i mars. Därefter tog parterna fram en", "broken"),
        ("Ansökan diskuterades av parterna,", "broken"),
        ("Ansökan diskuterades i den lokala utveck-", "broken"),
        ("Möten i mars\nBeslut i maj", "holds"),
    ],
)
def test_no_answer_breaks_off(text: str, outcome: Outcome) -> None:
    assert judged("text.avbruten", Ansokan(lokus=Lokus(text=text))) == [(outcome, "/lokus/text")]


def test_an_uncertain_end_is_undecided() -> None:
    goal = Ansokan(mal=(Goal(text="Fler deltagare ska ha arbete eller"),))
    surely = {"/mal/0/text": Evidence(method="ocr", confidence=0.95, note=None, places=())}
    assert [j.outcome for j in find(ANSOKAN.rules, "text.avbruten").judge(Case(goal, ON, evidence=surely))] == ["undecided"]
    assert judged("text.avbruten", Ansokan(syfte="Insatsen ska ge stöd till"), "/syfte") == [("undecided", "/syfte")]


@pytest.mark.parametrize(
    ("ages", "text", "expected"),
    [
        (Ages(fran=18, till=64), "Vi möter personer 18-64 år.", [("holds", "/aldrar")]),
        (Ages(fran=18, till=64), "Vi möter personer 18-65 år.", [("broken", "/aldrar/till")]),
        (Ages(fran=18, till=64), "Vi möter personer 16-64 år.", [("broken", "/aldrar/fran")]),
        (Ages(fran=18, till=64), "De yngsta, 18-29 år, går först.", [("holds", "/aldrar")]),
        (Ages(fran=64, till=18), "Vi möter många.", [("broken", "/aldrar/fran")]),
        (Ages(), "Vi möter personer 18-65 år.", []),
    ],
)
def test_ages_are_the_same_everywhere(ages: Ages, text: str, expected: list[tuple[Outcome, str]]) -> None:
    assert judged("text.aldrar", Ansokan(aldrar=ages, metoder=text)) == expected


@pytest.mark.parametrize(
    ("name", "text", "outcomes"),
    [
        ("text.insatstid", "Insatsen pågår under två år.", ["holds"]),
        ("text.insatstid", "Insatsen kommer att pågå i tre år.", ["broken"]),
        ("text.insatstid", "Detta är ett treårigt projekt.", ["broken"]),
        ("text.insatstid", "Efter två år gör parterna en utvärdering.", []),
        ("text.deltagare", "Totalt 80 deltagare väntas.", ["holds"]),
        ("text.deltagare", "Totalt 100 deltagare väntas.", ["broken"]),
        ("text.deltagare", "Totalt 40 deltagare per år väntas.", ["holds"]),
        ("text.belopp", "Vi söker 1,4 mkr.", ["holds"]),
        ("text.belopp", "Vi söker 1 350 000 kr.", ["broken"]),
        ("text.belopp", "Kommunen ger bistånd om 1 350 000 kr.", []),
    ],
)
def test_the_text_agrees_with_the_fields(name: str, text: str, outcomes: list[Outcome]) -> None:
    budget = Budget(detalj=Detail(rekvireras=CostBlock(totalt=1_400_000)))
    expected = Expected(totalt=80, per_ar=40)
    record = Ansokan(metoder=text, insatstid=TWO_YEARS, forvantat_antal_deltagare=expected, budget=budget)
    assert [outcome for outcome, _ in judged(name, record)] == outcomes


TERMS = """\
Parterna följer lagar och avtal.
Personalen är anställd hos sin egen organisation under hela insatsen.
Beviljade medel är ett maxbelopp."""


@pytest.mark.parametrize(
    ("copy", "outcomes"),
    [
        (TERMS, ["holds"]),
        (TERMS.replace("\n", " "), ["holds"]),
        (TERMS.replace("maxbelopp", "riktbelopp"), ["broken"]),
        ("\n".join(TERMS.split("\n")[:2]), ["broken"]),
        ("Helt andra villkor, som någon annan har skrivit åt sig själv.", []),
    ],
)
def test_standing_terms_are_untouched(copy: str, outcomes: list[Outcome]) -> None:
    policy = Policy(standard_terms=TERMS)
    assert [outcome for outcome, _ in judged("villkor.ororda", Ansokan(overenskommelse=copy), policy=policy)] == outcomes


def test_terms_are_not_compared_without_a_template() -> None:
    assert judged("villkor.ororda", Ansokan(overenskommelse=STANDING_TERMS), policy=Policy(standard_terms=None)) == []


def test_a_misread_word_of_the_terms_holds_and_another_word_is_undecided_in_a_scan() -> None:
    policy, at = Policy(standard_terms=TERMS), "/overenskommelse"
    misread = Ansokan(overenskommelse=TERMS.replace("anställd", "anstalld").replace("Parterna", "Partema"))
    assert [outcome for outcome, _ in judged("villkor.ororda", misread, at, policy)] == ["holds"]
    other = Ansokan(overenskommelse=TERMS.replace("maxbelopp", "riktvärde"))
    assert [outcome for outcome, _ in judged("villkor.ororda", other, at, policy)] == ["undecided"]


def noticed(name: str, *observations: Observation) -> list[tuple[Outcome, tuple[str, ...]]]:
    case = Case(Ansokan(overenskommelse="Villkor."), ON, observations=observations)
    return [(j.outcome, j.at) for j in find(ANSOKAN.rules, name).judge(case) if j.at]


def test_a_placeholder_is_one_judgment_wherever_it_stands() -> None:
    names = (
        Observation(kind="placeholder", at="/budget/sammanstallning", text="NAMN"),
        Observation(kind="placeholder", at="/budget/detalj", text="Namn"),
    )
    title = Observation(kind="placeholder", at="/budget/insatsens_namn", text="<Insatsens namn>")
    assert noticed("form.platshallare", *names, title) == [
        ("broken", ("/budget/sammanstallning", "/budget/detalj")),
        ("broken", ("/budget/insatsens_namn",)),
    ]
    assert noticed("form.platshallare") == []


@pytest.mark.parametrize(
    ("name", "kind", "outcome"),
    [
        ("form.olasligt", "illegible", "undecided"),
        ("form.okand_rubrik", "unknown_label", "broken"),
        ("form.sparade_andringar", "tracked_change", "broken"),
        ("villkor.en_gang", "duplicate", "broken"),
    ],
)
def test_what_the_reader_noticed(name: str, kind: str, outcome: Outcome) -> None:
    observation = Observation.model_validate({"kind": kind, "at": "/overenskommelse", "text": "x"})
    assert [found for found, _ in noticed(name, observation)] == [outcome]
    assert [found for found, _ in noticed(name)] in ([], ["holds"])
