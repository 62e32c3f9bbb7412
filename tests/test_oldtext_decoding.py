"""Text files of any age: the character set is told by the Swedish that comes out, and text decoded wrongly is put right."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.errors import UnreadableError
from underlag.extract.decoding import decode

SWEDISH = (
    "Insatsägaren ska följa upp målen två gånger per år. Även styrgruppen får stöd på vägen.\n"
    "Åtgärder för unga är också viktiga: förbättra hälsan, öka närvaron. ÖVRIGA KOSTNADER 90 %\n"
)


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "mac_roman", "cp850", "cp437"]
)
def test_text_is_read_in_the_set_it_was_written_in(charset: str) -> None:
    assert decode(SWEDISH.encode(charset)) == SWEDISH


def test_brackets_that_stood_for_letters_are_letters_again() -> None:
    assert decode(SWEDISH.translate(str.maketrans("åäöÅÄÖ", "}{|][\\")).encode("ascii")) == SWEDISH


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "cp1252"),
        ("utf-8", "mac_roman"),
        ("utf-8", "cp850"),
        ("cp1252", "mac_roman"),
        ("cp850", "cp1252"),
        ("mac_roman", "cp1252"),
    ],
)
def test_text_once_decoded_wrongly_is_put_right(written: str, read: str) -> None:
    spoilt = "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in SWEDISH.encode(written))
    assert decode(spoilt.encode()) == SWEDISH


def test_text_twice_decoded_wrongly_is_put_right() -> None:
    once = SWEDISH.encode().decode("latin-1")
    assert decode(once.encode().decode("latin-1").encode()) == SWEDISH


@pytest.mark.parametrize(
    "written", ["f¨or att f˚a st¨od p˚a v¨agen", "fo¨r att fa˚ sto¨d pa˚ va¨gen", unicodedata.normalize("NFD", "för att få stöd på vägen")]
)
def test_accents_beside_their_letters_join_them(written: str) -> None:
    assert decode(written.encode()) == "för att få stöd på vägen"


def test_a_file_put_together_from_two_is_read_line_by_line() -> None:
    assert decode(SWEDISH.encode() + SWEDISH.encode("cp1252")) == 2 * SWEDISH


def test_ligatures_are_letters_and_odd_spaces_are_spaces() -> None:
    assert decode("ﬁnansiering\u00a0och oﬃciell".encode()) == "finansiering och officiell"


def test_signs_of_a_scan_reader_are_no_other_character_set() -> None:
    noise = "Samverkanspart (namnfértydligande) | Carina Ek\nSocialtjénst – Ekonomiskt bistdnd, “mal” • 10 € …\n"
    assert decode(noise.encode()) == noise


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableError):
        decode(bytes(range(32)) * 40)
    with pytest.raises(UnreadableError):
        decode(b" \n ")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF, categories=("Lu", "Ll", "Nd", "Zs")), min_size=1, max_size=80))
def test_sound_text_stays_as_it_is(text: str) -> None:
    whole = f"x {text}".replace("\u00a0", " ")
    assert decode(whole.encode()) == unicodedata.normalize("NFC", whole)
