"""An annual report in which everything agrees, and the same with single values changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from underlag.schemas.arsredovisning import Arsredovisning
from underlag.schemas.policy import Bands, Decision
from underlag.schemas.result import Evidence, Place
from underlag.settings import shipped_policy
from underlag.validators.catalogue import ARSREDOVISNING
from underlag.validators.rule import Case, Judgment, find
from underlag.values.pointers import tokens

ON = date(2024, 5, 1)
POLICY = shipped_policy().model_copy(
    update={
        "budget_forbrukning": (Decision(varde=Bands(gront_fran=85, gront_till=105, gult_fran=75, gult_till=115), kalla="Plan"),),
        "arbete_studier_andel": (Decision(varde=31.0, kalla="Plan"),),
    }
)
YEARS = ("2023-12-31", "2022-12-31")
TEXT = """\
Förvaltningsberättelse
Året i korthet. Årets resultat är ett överskott på 413 tkr. Totalt 30 av 40 deltagare (75 %) var nöjda.
Av medlen gick 60 % till individinriktade, 30 % till strukturinriktade och 10 % till kompetenshöjande insatser."""

Row = dict[str, Any]


def row(post: str, *amounts: int | None, note: int | None = None, total: bool = False) -> Row:
    """A row of two years, as plain data."""
    return {"post": post, "not": note, "belopp": dict(zip(YEARS, amounts, strict=True)), "summa": total}


def _insats(name: str, goals: str, outcomes: str, times: str) -> dict[str, str]:
    return {"namn": name, "mal": goals, "utfall": outcomes, "insatsperiod": times}


def data() -> dict[str, Any]:
    """The report as plain data (Any: to be changed anywhere)."""
    return {
        "ar": 2023,
        "resultatrakning": [
            row("Medlemsavgifter", 6_000_400, 5_800_200, note=1),
            row("Övriga intäkter", 12_300, 8_150),
            row("Summa intäkter", 6_012_700, 5_808_350, total=True),
            row("Insatser", -4_100_250, -3_900_125, note=2),
            row("Personal", -1_500_600, -1_450_300),
            row("Summa kostnader", -5_600_850, -5_350_425, total=True),
            row("Verksamhetens resultat", 411_850, 457_925, total=True),
            row("Ränteintäkter", 1_150, 975),
            row("Årets resultat", 413_000, 458_900, total=True),
        ],
        "balansrakning": [
            row("Fordringar", 210_300, 198_700),
            row("Kassa och bank", 3_101_600, 2_654_200),
            row("Summa tillgångar", 3_311_900, 2_852_900, total=True),
            row("Ingående eget kapital", 2_058_900, 1_600_000),
            row("Årets resultat", 413_000, 458_900),
            row("Summa eget kapital", 2_471_900, 2_058_900, total=True),
            row("Leverantörsskulder", 640_000, 594_400),
            row("Upplupna kostnader", 200_000, 199_600),
            row("Summa skulder", 840_000, 794_000, total=True),
            row("Summa eget kapital och skulder", 3_311_900, 2_852_900, total=True),
        ],
        "kassaflode": [
            row("Årets resultat", 413_000, 458_900),
            row("Förändring av fordringar", -11_600, 20_100),
            row("Förändring av skulder", 46_000, -31_300),
            row("Årets kassaflöde", 447_400, 447_700, total=True),
            row("Likvida medel vid årets början", 2_654_200, 2_206_500),
            row("Likvida medel vid årets slut", 3_101_600, 2_654_200, total=True),
        ],
        "noter": [
            {
                "nummer": 1,
                "rader": [
                    row("Staten", 3_000_200, 2_900_100),
                    row("Region Norr", 3_000_200, 2_900_100),
                    row("Summa", 6_000_400, 5_800_200, total=True),
                ],
            },
            {
                "nummer": 2,
                "rader": [
                    row("Bryggan", -2_600_150, -2_500_100),
                    row("Språkspåret", -1_500_100, -1_000_020),
                    row("Kaptenen", None, -400_005),
                    row("Summa", -4_100_250, -3_900_125, total=True),
                ],
            },
        ],
        "samverkansinsatser": [
            {"insats": "Bryggan", "belopp": {"2023": 2_600_150, "2022": 2_500_100}, "forbrukningskvot": 98.0},
            {"insats": "Språkspåret", "belopp": {"2023": 1_500_100, "2022": 1_000_020}, "forbrukningskvot": 88.0},
        ],
        "insatser": [
            _insats(
                "Bryggan",
                "40 deltagare per år\nMinst 30 % ska gå till arbete\nAlla ska ha en plan",
                "42 personer\n35 % gick till arbete\nSamtliga har en plan",
                "2022-01-01 – 2022-12-31\n2023-01-01 – 2024-12-31, förlängning",
            ),
            _insats(
                "Språkspåret",
                "20 personer ska delta\nMinst 50 % ska gå till studier\nHögst 10 % ska avbryta",
                "24 deltagare\n14 st studerar\nDet gick bättre än väntat.\n8 %",
                "2021-09-01 – 2023-12-31",
            ),
        ],
    }


def changed(pointer: str, value: object) -> Arsredovisning:
    """The report with one other value, at a pointer; None for a whole row or key leaves it out."""
    report = data()
    at: Any = report
    *path, last = tokens(pointer)
    for key in path:
        at = at[int(key)] if isinstance(at, list) else at[key]
    if isinstance(at, list) and value is None:
        at.pop(int(last))
    else:
        at[int(last) if isinstance(at, list) else last] = value
    return Arsredovisning.model_validate(report)


def a_case(report: Arsredovisning, *, text: str = TEXT, unsure: tuple[str, ...] = (), scanned: bool = False) -> Case[Arsredovisning]:
    """The report to be judged; `unsure` are pointers read by OCR with little confidence, `scanned` a report that is a scan all through."""
    place = Place(page=1, bbox=None, where="p1", text="")
    read = Evidence(method="ocr" if scanned else "docx", confidence=0.95 if scanned else 1.0, note=None, places=(place,))
    evidence = {f"/{key}": read for key in data()}
    evidence |= dict.fromkeys(unsure, Evidence(method="ocr", confidence=0.4, note=None, places=()))
    return Case(report, ON, POLICY, evidence=evidence, texts={"": text}, dated=date(2023, 12, 31))


def judgments(
    name: str, report: Arsredovisning, *, text: str = TEXT, unsure: tuple[str, ...] = (), scanned: bool = False
) -> tuple[Judgment, ...]:
    """What the rule says of it."""
    return find(ARSREDOVISNING.rules, name).judge(a_case(report, text=text, unsure=unsure, scanned=scanned))
