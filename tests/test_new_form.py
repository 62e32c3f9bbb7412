"""The worked example of docs/new-form.md: a form in one file is known and read without a word elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest

from tests.doc_examples import example
from tests.page_building import para, table
from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.extract.kind import Kinds
from underlag.extract.split import divide
from underlag.schemas.form import Form
from underlag.schemas.forms import FORMS, TITLES
from underlag.schemas.page import Document, Page


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Form]:
    with example("new-form.md", "underlag.schemas.rekvisition", tmp_path_factory.mktemp("schemas")) as module:
        yield cast("Form", module.FORM)


REQUEST = Document(
    "application/test",
    (
        Page(
            1,
            "docx",
            (
                para("Rekvisition av medel", bold=True),
                para("Insatsens namn", bold=True),
                para("Bryggan till jobb"),
                para("Avser perioden", bold=True),
                para("2024-01-01 – 2024-03-31"),
                para("Belopp att utbetala", bold=True),
                para("125 000 kr"),
                table((("Kostnad", "Belopp"), ("Lön", "100 000"), ("Lokal", "25 000"), ("Summa", "125 000"))),
            ),
        ),
    ),
)


def test_the_form_of_the_page_reads_a_document(form: Form) -> None:
    assert read_form(REQUEST, stream(REQUEST), form).record == {
        "insatsens_namn": "Bryggan till jobb",
        "period": {"start": "2024-01-01", "slut": "2024-03-31"},
        "belopp": 125000,
        "poster": [{"post": "Lön", "belopp": 100000}, {"post": "Lokal", "belopp": 25000}],
    }


def test_the_form_is_known_by_its_own_words_among_all_others(form: Form) -> None:
    kinds = Kinds({**FORMS, form.type: form}, {**TITLES, form.type: form.titles})
    assert [s.kind.type for s in divide(REQUEST, kinds)] == ["rekvisition"]
    assert [s.kind.type for s in divide(REQUEST, Kinds(FORMS, TITLES))] == ["okand"]
