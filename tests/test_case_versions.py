"""What a new version of an application changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.case_building import result
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Change
from underlag.validators.case.file import gathered
from underlag.values.pointers import value_at

FIRST = Ansokan.model_validate(
    {
        "insatsens_namn": "Stegvis",
        "insatsagare": [{"organisation": "Lindvassa kommun"}],
        "samverkansparter": [{"organisation": "Arbetsförmedlingen", "kontaktperson": "Alma Ek"}, {"organisation": "Region Vinderland"}],
        "syfte": "Deltagarna ska få ett sammanhållet stöd av parterna och slippa bära information mellan kontoren varje vecka.",
        "mal": [{"text": "Minst 60 procent av deltagarna ska gå till arbete."}, {"text": "Parterna har gemensamma rutiner."}],
        "insatstid": {"start": "2023-01-01", "slut": "2023-12-31"},
        "sokt_belopp": 1_200_000,
        "underskrifter": [{"roll": "insatsagare", "organisation": "Lindvassa kommun", "datum": "2022-10-01"}],
        "budget": {"per_ar": [{"ar": 2023, "totalt": 1_200_000}]},
    }
)
SECOND = Ansokan.model_validate(
    FIRST.model_dump()
    | {
        "samverkansparter": [{"organisation": "AF", "kontaktperson": "Alma Ek"}, {"organisation": "Försäkringskassan"}],
        "syfte": "Deltagarna ska få ett samlat stöd av parterna och slippa bära information mellan kontoren varje vecka.",
        "mal": [{"text": "Alla deltagare får en plan."}, {"text": "Minst 50 procent av deltagarna ska gå till arbete."}],
        "insatstid": {"start": "2023-02-01", "slut": "2023-12-31"},
        "sokt_belopp": None,
        "forvantat_antal_deltagare": {"totalt": 40},
        "underskrifter": [{"roll": "insatsagare", "organisation": "Lindvassa kommun", "datum": "2022-11-01"}],
        "budget": {"per_ar": [{"ar": 2023, "totalt": 1_100_000}, {"ar": 2024, "totalt": 90_000}]},
    }
)


def changes(*versions: Ansokan) -> list[Change]:
    """What the last version changes."""
    found = gathered(result(version, file=f"{n}.docx") for n, version in enumerate(versions))
    ((insats, _),) = found.insatser()
    return [change for version in insats.versions[-1:] for change in version.changes]


def told(found: list[Change]) -> set[tuple[str, str, object, object]]:
    return {(change.kind, change.at[0].split("/", 3)[3], change.before, change.after) for change in found}


def test_every_change_is_told_and_what_stays_is_not() -> None:
    found = [change for change in changes(FIRST, SECOND) if not change.text]
    year = {"ar": 2024, "lonekostnader": None, "lokalkostnader": None, "ovriga_lokalkostnader": None, "ovriga_kostnader": None}
    assert [change.after for change in found if change.at[0].endswith("/per_ar/1")] == [year | {"totalt": 90_000}]
    assert told([change for change in found if not isinstance(change.after, dict)]) == {
        ("andrad", "record/samverkansparter/0/organisation", "Arbetsförmedlingen", "AF"),
        ("borttagen", "record/samverkansparter/1", "Region Vinderland", None),
        ("tillagd", "record/samverkansparter/1", None, "Försäkringskassan"),
        (
            "andrad",
            "record/mal/1/text",
            "Minst 60 procent av deltagarna ska gå till arbete.",
            "Minst 50 procent av deltagarna ska gå till arbete.",
        ),
        ("borttagen", "record/mal/1", "Parterna har gemensamma rutiner.", None),
        ("tillagd", "record/mal/0", None, "Alla deltagare får en plan."),
        ("andrad", "record/insatstid/start", "2023-01-01", "2023-02-01"),
        ("tillagd", "record/forvantat_antal_deltagare/totalt", None, 40),
        ("borttagen", "record/sokt_belopp", 1_200_000, None),
        ("andrad", "record/underskrifter/0/datum", "2022-10-01", "2022-11-01"),
        ("andrad", "record/budget/per_ar/0/totalt", 1_200_000, 1_100_000),
    }


def test_of_a_long_text_the_words_that_differ_are_told() -> None:
    (change,) = (change for change in changes(FIRST, SECOND) if change.at[0].endswith("/syfte"))
    assert [(piece.kind, piece.text) for piece in change.text][1:3] == [("borttaget", "sammanhållet"), ("tillagt", "samlat")]


def test_an_application_for_another_time_is_no_new_version() -> None:
    later = FIRST.model_copy(update={"insatstid": FIRST.insatstid.model_copy(update={"start": "2024-01-01", "slut": "2024-12-31"})})
    assert changes(FIRST, later) == []


@given(st.lists(st.text(max_size=20), max_size=5), st.lists(st.text(max_size=20), max_size=5), st.text(max_size=80), st.text(max_size=80))
def test_two_equal_versions_have_no_change_and_every_place_is_in_the_case(one: list[str], two: list[str], old: str, new: str) -> None:
    versions = [
        Ansokan.model_validate(FIRST.model_dump() | {"syfte": text, "mal": [{"text": goal} for goal in goals]})
        for text, goals in ((old, one), (new, two))
    ]
    assert changes(versions[0], versions[0].model_copy(update={"aldrar": FIRST.aldrar})) == []
    records = {"documents": [{"record": version.model_dump()} for version in versions]}
    assert all(value_at(records, at.rpartition("/")[0]) is not None for change in changes(*versions) for at in change.at)
