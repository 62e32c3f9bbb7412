"""What the Swedish model lacks, `% § @ * _`, comes from a second reading; all else stays as it was read first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from underlag.extract.ocr import OcrWord
from underlag.extract.scan_addresses import with_addresses
from underlag.extract.scan_second import SecondReading
from underlag.extract.scan_signs import read_again


def words(text: str, left: int = 0) -> list[OcrWord]:
    """The words of one line, 10 pixels a letter and for a space."""
    found, x = [], left
    for part in text.split(" "):
        if part:
            found.append(OcrWord(part, x, 0, x + 10 * len(part), 20, 0.85, 1))
        x += 10 * (len(part) + 1)
    return found


def second(answers: Mapping[str, str]) -> SecondReading:
    """A second reading that answers what is written down for the words asked, and otherwise reads the same."""

    def read(asked: Sequence[OcrWord]) -> list[OcrWord]:
        text = " ".join(word.text for word in asked)
        return words(answers.get(text, text), asked[0].x0)

    return read


def texts(found: Sequence[OcrWord]) -> str:
    return " ".join(word.text for word in found)


@pytest.mark.parametrize(
    ("first", "answers", "result"),
    [
        ("minst 90 20 av", {"20": "%"}, "minst 90 % av"),
        ("minst 90 Yo av", {"Yo": "%"}, "minst 90 % av"),
        ("minst 90 96 av", {"96": "w", "90 96": "90%"}, "minst 90 % av"),
        ("minst 9096 av", {"9096": "90%"}, "minst 90% av"),
        ("andel (300790) kvinnor", {"(300790)": "(30 %)"}, "andel (30 %) kvinnor"),
        ("vid 12 20. Därefter", {"20.": "%,"}, "vid 12 %. Därefter"),
        ("cirka 50960 av", {"50960": "30%"}, "cirka 50% av"),
        ("enligt 7 8 lagen", {"8": "§"}, "enligt 7 § lagen"),
        ("enligt 8 25 lagen", {"8": "§"}, "enligt § 25 lagen"),
        ("i 2 8, 6 $ och", {"8,": "§", "$": "N"}, "i 2 §, 6 § och"),
        ("enligt 12$ lagen", {"12$": "12§"}, "enligt 12 § lagen"),
        ("gäller 88 4—12 i", {"88": "§§"}, "gäller §§ 4–12 i"),
        ('uppgifter" saknas', {'uppgifter"': "uppgifter*"}, "uppgifter* saknas"),
        ('Insatsägare (")', {}, "Insatsägare (*)"),
        ("ramen på I 774 000 kr", {}, "ramen på 1 774 000 kr"),
        ("före den I december och", {}, "före den 1 december och"),
        ("enligt 10 kap. I § lagen", {}, "enligt 10 kap. 1 § lagen"),
        ("I december började I 200 fall", {}, "I december började I 200 fall"),
        ("öppnar kl. 9 8 dagar", {"8": "8"}, "öppnar kl. 9 8 dagar"),
    ],
)
def test_signs_come_from_the_second_reading(first: str, answers: Mapping[str, str], result: str) -> None:
    assert texts(read_again(words(first), second(answers))) == result


@pytest.mark.parametrize(
    "first", ["1 250 000 kr", "år 1996 och 2024", "350 000", "den 12 januari", "totalt 300 personer", "2022-01-01 – 2024-12-31"]
)
def test_amounts_and_years_are_not_looked_at_again(first: str) -> None:
    def never(asked: Sequence[OcrWord]) -> list[OcrWord]:
        raise AssertionError(texts(asked))

    found = [OcrWord(w.text, w.x0, w.top, w.x1, w.bottom, 0.96, 1) for w in words(first)]
    assert texts(read_again(found, never)) == first


@pytest.mark.parametrize(
    ("first", "answers", "result"),
    [
        ("till anna.bergQregion.se eller", {}, "till anna.berg@region.se eller"),
        ("E-post: anna.berg Qregion.se", {"anna.berg Qregion.se": "anna.berg @region.se"}, "E-post: anna.berg@region.se"),
        (
            "fråga åsa.öberg Q lindmark.example i",
            {"åsa.öberg Q lindmark.example": "4sa.oberg @ lindmark.exampl"},
            "fråga åsa.öberg@lindmark.example i",
        ),
        (
            "Berg, bo norrman(Qfalkbo.example",
            {"bo norrman(Qfalkbo.example": "bo_norrman@talkbo.example"},
            "Berg, bo_norrman@falkbo.example",
        ),
        ("till karin-roosåregion.se, som", {"till karin-roosåregion.se,": "till karin-roos@region.se,"}, "till karin-roos@region.se, som"),
        (
            "till infoCnorrviken. example.",
            {"till infoCnorrviken. example.": "till info@norrviken.example."},
            "till info@norrviken.example.",
        ),
        ("se www.region.se för", {}, "se www.region.se för"),
        ("Slut på dagen. Se bilaga", {}, "Slut på dagen. Se bilaga"),
    ],
)
def test_addresses_become_one_word(first: str, answers: Mapping[str, str], result: str) -> None:
    assert texts(with_addresses(words(first), second(answers))) == result
