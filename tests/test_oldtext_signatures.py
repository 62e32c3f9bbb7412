"""Signature blocks in raw text: labels and answers in any order, ink as the noise that a scan reader makes of it."""

from __future__ import annotations

import pytest

from underlag.extract.document import read_document
from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.extract.signature_lines import is_trace, without_noise
from underlag.extract.tree import Json
from underlag.schemas.ansokan import FORM

OWNER = "Insatsens namn\nStigen\n\nInsatsägare\nOrganisation: Ekby kommun\n\n"


def signatures(text: str) -> list[dict[str, Json]]:
    read = read_document((OWNER + text).encode())
    found = read_form(read, stream(read), FORM).record["underskrifter"]
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, dict)]


def test_labels_and_answers_on_one_line_with_noise_behind() -> None:
    text = """Underskrift (*)

Organisation och datum Ekby kommun )7\\ (4 Kel|/
Insatsägare (namn) F /\\ J
Insatsägare (namnförtydligande) | Alva Lindgren, socialchef
E-post: alva.lindgren@ekby.example
"""
    assert signatures(text) == [
        {
            "roll": "insatsagare",
            "organisation": "Ekby kommun",
            "datum": None,
            "namn": "Alva Lindgren",
            "epost": "alva.lindgren@ekby.example",
            "undertecknad": True,
        }
    ]


def test_answers_below_or_above_their_labels() -> None:
    text = """Underskrift (*)

Organisation och datum

Försäkringskassan 21 maj 2024

Samverkanspart (namn)

-
—

Samverkanspart (namnförtydligande)

Bo Ekdahl

bo.ekdahl@kassan.example

E-post:
"""
    (found,) = signatures(text)
    assert (found["roll"], found["organisation"], found["datum"]) == ("samverkanspart", "Försäkringskassan", "2024-05-21")
    assert (found["namn"], found["epost"], found["undertecknad"]) == ("Bo Ekdahl", "bo.ekdahl@kassan.example", True)


def test_an_empty_field_and_a_typed_name_tell_nothing_of_ink() -> None:
    text = "Underskrift (*)\n\nOrganisation och datum Ekby kommun 2024-05-21\nInsatsägare (namn)\n"
    text += "Insatsägare (namnförtydligande) Alva Lindgren\nE-post: ? x @\n"
    (found,) = signatures(text)
    assert (found["undertecknad"], found["namn"], found["epost"]) == (None, "Alva Lindgren", None)


def test_a_name_above_its_address_is_a_block_when_all_labels_are_lost() -> None:
    text = "Underskrifter\n\nOrganisation och datum Ekby kommun 2024-05-21\n\nUnderskrifter\nBo Ekdahl-Kvist\n\nbo.ekdahl@kassan.example\n"
    assert [(s["namn"], s["epost"], s["undertecknad"]) for s in signatures(text)] == [
        (None, None, None),
        ("Bo Ekdahl-Kvist", "bo.ekdahl@kassan.example", None),
    ]


@pytest.mark.parametrize(
    ("text", "ink"),
    [
        ("’\\ K/ o V J", True),
        ("BenTu Kalvi &N", True),
        ("— -", True),
        ("-", False),
        ("Alva Lindgren", False),
        ("2024-05-21", False),
        ("Sökande part", False),
    ],
)
def test_traces_of_ink(text: str, ink: bool) -> None:
    assert is_trace(text) is ink


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Region Ekland 20 --09 ’/43", "Region Ekland"),
        ("Ekby kommun, Barn- och familjekontoret", "Ekby kommun, Barn- och familjekontoret"),
        (")cc 4+ VZ l Xe o", ""),
    ],
)
def test_an_organisation_without_the_marks_behind_it(text: str, name: str) -> None:
    assert without_noise(text) == name
