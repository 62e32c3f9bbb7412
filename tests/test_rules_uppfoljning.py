"""Rules about half-year memos: their tables, their insatser from table to table, and what the text says of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memo_building import FORM, TEXT, a_case, a_memo, changed, data, judgments
from underlag.schemas.relations import figures
from underlag.schemas.result import Outcome
from underlag.schemas.sums import relations
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.catalogue import UPPFOLJNING
from underlag.values.namesakes import namesakes

MEMO_RULES = tuple(rule.id for rule in UPPFOLJNING.rules if rule.id.startswith("memo."))


def judged(name: str, memo: Uppfoljning, **how: Any) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment but those that hold."""
    return [(j.outcome, j.at[0]) for j in judgments(name, memo, **how) if j.at and j.outcome != "holds"]


@pytest.mark.parametrize("name", MEMO_RULES)
def test_a_memo_without_faults_breaks_no_rule(name: str) -> None:
    assert judged(name, a_memo()) == []


@pytest.mark.parametrize("name", sorted({*MEMO_RULES} - {"memo.avslutad", "memo.sus"}))
def test_every_rule_has_something_to_say_of_it(name: str) -> None:
    assert "holds" in {j.outcome for j in judgments(name, a_memo())}


@pytest.mark.parametrize(
    ("name", "pointer", "value", "first"),
    [
        ("memo.kolumn", "/forvantade_deltagare_totalt/forvantat", 130, None),
        ("memo.kolumn", "/deltagare_totalt/man", 9, None),
        ("memo.pagaende", "/deltagare/0/totalt", 52, None),
        ("memo.andel", "/deltagare/1/andel_arbete_studier", 60.0, None),
        ("memo.avslut", "/avslutsanledningar/2/man", 9, "/avslutsanledningar/2/totalt"),
        ("memo.forandring", "/forsorjning/0/forandring", -4, None),
        ("memo.forandring", "/forsorjning/1/forandring_procent", -60.0, None),
        ("memo.forsorjning", "/forsorjning/1/andel_efter", 33.0, None),
        ("memo.kvot", "/budget/1/forbrukningskvot", 81.0, None),
        ("memo.tid", "/insatser/0/slut", "2022-12-31", None),
        ("memo.period", "/insatser/0/slut", "2023-12-31", None),
        ("memo.period", "/insatser/3/start", "2024-08-01", None),
        ("memo.antal", "/antal_insatser", 5, None),
        ("memo.delar", "/deltagare/1/avslutade_perioden", 11, None),
        ("memo.andelar", "/deltagare/1/andel_handlingsplan", 850.0, None),
        ("memo.forvantat", "/forvantade_deltagare/2/totalt", 39, None),
        ("memo.forvantat", "/forvantade_deltagare/0/totalt", 61, None),
        ("memo.avslutad", "/insatser/1/slut", "2024-05-31", "/deltagare/1/pagaende"),
        ("memo.handlingsplan", "/deltagare/1/andel_handlingsplan", 79.0, None),
        ("memo.snitt", "/deltagare_totalt/andel_arbete_studier", 30.0, None),
        ("memo.utfall", "/budget/3/utfall", 102_000, None),
        ("memo.forbrukning", "/budget/0/forbrukningskvot", 60.0, None),
        ("memo.start_i_tid", "/forutsattningar/1/start_i_tid", "Ja", None),
        ("memo.start_i_tid", "/forutsattningar/0/start_i_tid", "Nej", None),
        ("memo.kvartal", "/mal/2/i_fas", "Avslutad kvartal 1", None),
        ("memo.alla_i_fas", "/mal/1/i_fas", "Nej", None),
        ("memo.i_fas", "/mal/1/i_fas", "Delvis", None),
        ("memo.text_deltagare", "/deltagare_totalt/avslutade_perioden", 31, None),
        ("memo.text_deltagare", "/deltagare_totalt/kvinnor", 9, None),
        ("memo.text_deltagare", "/deltagare_totalt/pagaende", 61, None),
        ("memo.text_andel", "/deltagare_totalt/andel_arbete_studier", 52.0, None),
        ("memo.text_insatser", "/insatser/2/slut", "2024-03-31", "/insatser"),
        ("memo.avsnitt_tid", "/insatser/2/start", "2022-02-01", None),
        ("memo.avsnitt_tid", "/insatser/2/slut", "2024-05-31", None),
        ("memo.avsnitt_antal", "/deltagare/2/totalt", 42, None),
    ],
)
def test_one_value_that_does_not_fit_is_told_where_it_stands(name: str, pointer: str, value: object, first: str | None) -> None:
    """And is undecided where a scan may have misread it."""
    at = first or pointer
    assert ("broken", at) in judged(name, changed(pointer, value))
    assert set(judged(name, changed(pointer, value), unsure=(at,), scanned=True)) & {("undecided", at)}


@pytest.mark.parametrize(
    ("name", "pointer", "value"),
    [
        ("memo.utfall", "/budget/3/utfall", 100_900),
        ("memo.forvantat", "/forvantade_deltagare/1/totalt", 20),
        ("memo.text_andel", "/deltagare_totalt/andel_arbete_studier", 51.0),
        ("memo.kvartal", "/mal/2/i_fas", "Avslutad"),
        ("memo.avslutad", "/insatser/1/slut", "2024-06-30"),
    ],
)
def test_rounding_and_what_is_still_to_come_are_no_faults(name: str, pointer: str, value: object) -> None:
    assert judged(name, changed(pointer, value)) == []


def test_quotas_of_another_time_than_the_columns_are_undecided_once() -> None:
    memo = data()
    for row, whole_year in zip(memo["budget"], (88.0, 97.0, 74.0, 97.0), strict=True):
        row["forbrukningskvot"] = whole_year
    assert judged("memo.kvot", Uppfoljning.model_validate(memo)) == [("undecided", "/budget")]


def test_a_total_that_counts_others_too_is_undecided_once() -> None:
    memo = data()
    for row in (*memo["deltagare"], memo["deltagare_totalt"]):
        row["pagaende"] += 3
    assert judged("memo.pagaende", Uppfoljning.model_validate(memo)) == [("undecided", "/deltagare")]


def test_a_column_with_a_cell_lost_in_a_scan_decides_nothing() -> None:
    lost = a_memo(deltagare__1__avslutade_perioden=None)
    at = "/deltagare_totalt/avslutade_perioden"
    assert judged("memo.kolumn", lost) == [("broken", at)]
    assert judged("memo.kolumn", lost, scanned=True) == [("undecided", at)]


def test_the_same_count_in_two_tables_is_one_count() -> None:
    two = a_memo(forvantade_deltagare__1__totalt=44, forvantade_deltagare_totalt__totalt=134)
    assert judged("memo.tabeller", two)[0] == ("broken", "/forvantade_deltagare/1/totalt")
    assert judged("memo.tabeller", two, unsure=("/deltagare/1/totalt",))[0] == ("undecided", "/forvantade_deltagare/1/totalt")


def test_participants_under_several_reasons_for_ending_are_not_added_up() -> None:
    memo = data()
    for row in memo["avslutsanledningar"]:
        row |= {"kvinnor": row["kvinnor"] + 4, "totalt": row["totalt"] + 4}
    assert judged("memo.tabeller", Uppfoljning.model_validate(memo)) == []


def test_shares_of_all_who_gave_an_answer_are_shares_too() -> None:
    memo = data()
    for row, before, after in zip(memo["forsorjning"], (12, 30, 18), (6, 18, 36), strict=True):
        row |= {"fore": before, "efter": after, "forandring": after - before}
    assert judged("memo.forsorjning", Uppfoljning.model_validate(memo)) == []
    memo["forsorjning"][1]["andel_fore"] = 55.0
    assert judged("memo.forsorjning", Uppfoljning.model_validate(memo)) == [("broken", "/forsorjning/1/andel_fore")]


def test_an_insats_that_a_table_lacks_is_told() -> None:
    without = a_memo(budget__3=None)
    assert judged("memo.saknas", without) == [("broken", "/budget")]
    assert judged("memo.saknas", without, scanned=True) == [("undecided", "/budget")]
    assert judged("memo.saknas", a_memo(insatser__3=None)) == [("broken", "/insatser")] * 4
    assert judged("memo.saknas", a_memo(budget__3__insats="Ett annat namn")) == []  # it may be the same


def test_an_insats_that_a_table_has_twice_is_told() -> None:
    twice = a_memo(mal__3__insats="Ekhamra, Ung igen")
    assert judged("memo.dubbel", twice) == [("broken", "/mal/3/insats")]
    assert judged("memo.dubbel", twice, unsure=("/mal/3/insats",)) == [("undecided", "/mal/3/insats")]


def test_what_is_not_registered_has_no_figures() -> None:
    said = TEXT.replace("Samordnat stöd har", "Spåret har")
    memo = a_memo()
    assert judged("memo.sus", memo, text=said) == [("broken", "/deltagare/0/avslutade_perioden")]
    unread = ("/deltagare/0/avslutade_perioden",)
    assert judged("memo.sus", memo, text=said, unsure=unread) == [("undecided", "/deltagare/0/avslutade_perioden")]


@pytest.mark.parametrize(
    "said",
    [
        "Under andra halvåret 2023 skrevs 80 deltagare ut från insatserna.",
        "Målet är att 40 deltagare har skrivits ut under perioden.",
        "Av dem har 12 deltagare skrivits ut på egen begäran.",
        "För 2017 var det nationella snittet 31 % till arbete eller studier.",
        "42 % av alla avslutade kvinnor har gått till arbete eller studier.",
        "Tre insatser har avslutats under kvartal 4.",
        "Två insatser ska startas under kvartal 2.",
    ],
)
def test_what_is_said_of_another_time_or_of_some_is_not_compared(said: str) -> None:
    for name in ("memo.text_deltagare", "memo.text_andel", "memo.text_insatser"):
        assert judged(name, a_memo(), text=f"{TEXT}\n{said}") == []


def test_tables_that_fail_on_many_places_blame_no_figure() -> None:
    memo = data()
    for row in (*memo["avslutsanledningar"], *memo["deltagare"][:2], memo["deltagare_totalt"]):
        row["kvinnor"] += 30
        row["man"] += 7
    unread = Uppfoljning.model_validate(memo)
    assert judged("memo.last", unread, scanned=True) == [("undecided", "")]
    assert judged("memo.avslut", unread, scanned=True) == []


# The shares of plans follow from nothing that is printed, and what was expected of each insats stands in one table only.
_TIED = sorted({p for relation in relations(FORM.sums, data()) for p in relation.pointers})


def test_the_figures_that_no_relation_covers_are_known() -> None:
    untied = {p for p in figures(data()) if p not in _TIED}
    assert {p.rpartition("/")[2] for p in untied} == {"ar", "0", "1", "antal_insatser", "andel_handlingsplan"}


@given(st.sampled_from(_TIED), st.integers(3, 2000), st.booleans())
def test_whichever_figure_is_misprinted_some_rule_tells_of_it(pointer: str, by: int, less: bool) -> None:
    """By so much that no rounding of a percentage hides it."""
    right = figures(data())[pointer]
    wrong = right + max(by, abs(right) // 20) * (-1 if less else 1)
    share = "andel" in pointer or "kvot" in pointer or "procent" in pointer
    case = a_case(changed(pointer, float(wrong) if share else int(wrong)))
    assert any(judgment.outcome == "broken" for rule in UPPFOLJNING.rules for judgment in rule.judge(case))


NAME = st.text("abcåäö ,-/", max_size=20)


@given(st.lists(NAME, max_size=5), st.lists(NAME, max_size=5))
def test_names_go_together_one_to_one(names: list[str], others: list[str]) -> None:
    pairs = namesakes(names, others)
    assert len({*pairs.values()}) == len(pairs)
    assert all(i < len(names) and j < len(others) for i, j in pairs.items())
