"""People, their addresses, and the organisations they work for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.values.contact import email_problem, emails_in, looks_like_email, person_name
from underlag.values.organisations import organisation_key, organisations_in, same_organisation


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("Anna.Berg@kommun.se", ["Anna.Berg@kommun.se"]),
        ("E-post: anna.berg@kommun.se.", ["anna.berg@kommun.se"]),
        ("anna. berg @region.se", ["anna.berg@region.se"]),
        ("anna.berg @ region.se", ["anna.berg@region.se"]),
        ("anna.berg@region. se", ["anna.berg@region.se"]),
        ("anna.berg@region .se", ["anna.berg@region.se"]),
        ("anna.berg-lund@region.se, bo@af.se; eva_ek@fk.se", ["anna.berg-lund@region.se", "bo@af.se", "eva_ek@fk.se"]),
        ("Skriv till chefen. bo@af.se svarar.", ["bo@af.se"]),
        ("<mailto:bo@af.se>", ["bo@af.se"]),
        ("åsa.öberg@kommun.se", ["åsa.öberg@kommun.se"]),
        ("anna.berg@kommun", []),
        ("@", []),
        ("@kommun.se", []),
        ("a@b@c", []),
    ],
)
def test_addresses_are_found_as_written(text: str, emails: list[str]) -> None:
    assert [found.value for found in emails_in(text)] == emails


@pytest.mark.parametrize(
    ("address", "code"),
    [("anna.berg@kommun.se", None), ("", "empty"), ("anna berg@kommun.se", "space"), ("anna.berg", "no_at"), ("a@b@c.se", "many_ats"),
     ("anna..berg@kommun.se", "bad_local"), ("@kommun.se", "bad_local"), ("anna@kommun", "bad_domain"), ("anna@.se", "bad_domain"),
     ("anna@kommun,se", "bad_domain")],
)  # fmt: skip
def test_what_is_wrong_with_an_address(address: str, code: str | None) -> None:
    assert email_problem(address) == code


def test_a_cell_that_is_an_address() -> None:
    assert looks_like_email("E-post: anna.berg@kommun.se")
    assert looks_like_email(" anna.berg @kommun.se.")
    assert not looks_like_email("Anna Berg, anna.berg@kommun.se")
    assert not looks_like_email("Anna Berg")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg", "Anna Berg"),
        ("Anna Berg (Socialchef)", "Anna Berg"),
        ("Anna Berg, socialchef. Sammankallande LUG.", "Anna Berg"),
        ("Enhetschef Anna Berg", "Anna Berg"),
        ("Kontaktperson: Anna Berg", "Anna Berg"),
        ("Tf. verksamhetschef Anna-Karin Berg Lund", "Anna-Karin Berg Lund"),
        ("Åsa Öberg-Lindén", "Åsa Öberg-Lindén"),
        ("Carl von Berg", "Carl von Berg"),
        ("Anna M. Berg", "Anna M. Berg"),
        ("Anna Berg anna.berg@kommun.se", "Anna Berg"),
        ("Anna Berg 018-123 45", "Anna Berg"),
        ("Anna Berg - enhetschef", "Anna Berg"),
        ("Anna Berg enhetschef", "Anna Berg"),
        ("Anna Berg/Bo Ek", "Anna Berg/Bo Ek"),
        ("Enhetschef, Anna Berg", "Anna Berg"),
        ("ANNA BERG", "ANNA BERG"),
        ("Arbetsförmedlingen, Anna Berg", "Anna Berg"),
        ("Anna\u00a0Berg", "Anna Berg"),
    ],
)
def test_a_person_without_titles(text: str, name: str) -> None:
    assert person_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "Anna", "NAMN", "Socialchef", "Uppsala kommun", "Region Uppsala", "anna.berg@kommun.se", "Arbetsförmedlingen Uppsala",
     "2021-05-17",     "ska utses", "Insatsen startar i januari", "Vakant tjänst", "Ej klart", "Kontaktperson:"],
)  # fmt: skip
def test_text_without_a_name_gives_none(text: str) -> None:
    assert person_name(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Region Uppsala", "region  uppsala"),
        ("AF", "Arbetsförmedlingen"),
        ("Arbetsformedlingen", "Arbetsförmedlingen Uppsala"),
        ("FK", "Försäkringskassan"),
        ("Landstinget i Uppsala län", "Region Uppsala"),
        ("Landstinget Uppsala", "Region Uppsala"),
        ("Enköpings kommun", "Enköping kommun"),
        ("Håbo kommun", "Håbo kommun, socialförvaltningen"),
        ("Socialförvaltningen, Håbo kommun", "Håbo Kommun"),
        ("Habo kommun", "Håbo kommun"),
    ],
)
def test_one_organisation_in_two_spellings(one: str, other: str) -> None:
    assert same_organisation(one, other) >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uppsala kommun", "Region Uppsala"),
        ("Uppsala kommun", "Enköpings kommun"),
        ("Arbetsförmedlingen", "Försäkringskassan"),
        ("Region Uppsala", "Region Gävleborg"),
        ("Håbo kommun", "Arbetsförmedlingen Håbo"),
        ("", "Uppsala kommun"),
    ],
)
def test_two_organisations_are_not_alike(one: str, other: str) -> None:
    assert same_organisation(one, other) <= 0.5


def test_organisations_of_running_text() -> None:
    text = "Samverkan sker mellan Östhammars kommun, Region Uppsala, Arbetsförmedlingen och FK."
    assert [text[found.start : found.end] for found in organisations_in(text)] == [
        "Östhammars kommun",
        "Region Uppsala",
        "Arbetsförmedlingen",
        "FK",
    ]


def test_a_comparison_key_is_folded() -> None:
    assert organisation_key("REGION UPPSALA") == "region uppsala"
    assert organisation_key("Stiftelsen Öppna Dörren") == "stiftelsen oppna dorren"
    assert organisation_key(" – ") == ""


LOCAL = st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?", fullmatch=True)


@given(LOCAL, st.from_regex(r"[a-z]{2,10}\.(se|com|nu)", fullmatch=True))
def test_an_address_is_found_in_a_sentence(local: str, domain: str) -> None:
    text = f"Kontakta oss på {local}@{domain}, gärna före juni."
    (found,) = emails_in(text)
    assert found.value == text[found.start : found.end] == f"{local}@{domain}"
    assert email_problem(found.value) is None


@given(st.text(alphabet="ab. @-,;seKommunRegionAF\n(/", max_size=60) | st.text(max_size=60), st.text(max_size=30))
def test_any_text_is_read_without_error(text: str, other: str) -> None:
    email_problem(text)
    looks_like_email(text)
    name = person_name(text)
    assert name is None or len(name.split()) >= 2
    for email in emails_in(text):
        assert "".join(text[email.start : email.end].split()) == email.value
    for organisation in organisations_in(text):
        assert text[organisation.start : organisation.end] == organisation.value
    assert 0 <= same_organisation(text, other) <= 1


@pytest.mark.parametrize("piece", ["@", "a@", "a.", "a@b.", "Anna ", "A-", "(", "kommun ", "Region ", "A B kommun", " @ "])
def test_long_hostile_text_is_read_fast(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    begin = time.process_time()
    (
        emails_in(text),
        email_problem(text),
        person_name(text),
        organisations_in(text),
        organisation_key(text),
        same_organisation(text, text[1:]),
    )
    assert time.process_time() - begin < 2
