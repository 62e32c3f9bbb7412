"""Documents of insatser as they come out of a reader, built by hand."""

from __future__ import annotations

from typing import Any

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.kvartalsrapport import Kvartalsrapport, Period
from underlag.schemas.records import Insatstid, Party
from underlag.schemas.result import Evidence, Made, Model, Part, PartType, Place, Result, Source
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.values.pointers import places


class Minutes(Model):
    """A document of unknown kind, as it is kept."""

    rubrik: str
    text: str


KINDS: dict[type[Model], PartType] = {
    Ansokan: "ansokan",
    Kvartalsrapport: "kvartalsrapport",
    Slutrapport: "slutrapport",
    Tjansteskrivelse: "tjansteskrivelse",
    Minutes: "okand",
    Uppfoljning: "uppfoljning",
}

_TIME = {"start": "2023-01-01", "slut": "2023-12-31"}
_OWNER = [{"organisation": "Lindvassa kommun"}]
_PARTNERS = [{"organisation": "Arbetsförmedlingen"}, {"organisation": "Försäkringskassan"}]


def _goal(text: str, value: int, unit: str = "procent") -> dict[str, Any]:
    return {"text": text, "kvantiteter": [{"varde": value, "enhet": unit, "jamforelse": "minst"}]}


_GOALS: list[dict[str, Any]] = [
    _goal("Minst 60 procent av deltagarna ska ha gått vidare till arbete eller studier.", 60),
    _goal("Minst 80 procent ska ha en handlingsplan.", 80),
    {"text": "Parterna har gemensamma rutiner för överlämning."},
]
APPLICATION = Ansokan.model_validate(
    {
        "insatsens_namn": "Stegvis",
        "insatsagare": _OWNER,
        "samverkansparter": _PARTNERS,
        "insatstid": _TIME,
        "mal": _GOALS,
        "forvantat_antal_deltagare": {"totalt": 40},
        "sokt_belopp": 1_200_000,
        "underskrifter": [{"roll": "insatsagare", "organisation": "Lindvassa kommun", "datum": "2022-10-01"}],
        "budget": {"per_ar": [{"ar": 2023, "totalt": 1_200_000}]},
    }
)
NOTE = Tjansteskrivelse.model_validate({"insats": "Stegvis", "datum": "2022-11-10", "period": _TIME, "maxbelopp": 1_200_000})
QUARTERS = [
    Kvartalsrapport.model_validate(
        {
            "insatsens_namn": "Stegvis",
            "insatsagare": "Lindvassa kommun",
            "period": {"ar": 2023, "kvartal": n},
            "antal_styrgruppsmoten": 1,
            "budget": {"budget": 300_000, "utfall": 280_000},
            "deltagare": {"totalt": 10 * n + 2, "avslutade": 5 * n, "avslutade_perioden": 5},
        }
    )
    for n in (1, 2, 3, 4)
]
FINAL = Slutrapport.model_validate(
    {
        "insatsens_namn": "Stegvis",
        "insatsagare": _OWNER,
        "samverkansparter": _PARTNERS,
        "insatstid": _TIME,
        "mal_och_utfall": "Se nedan.",
        "mal": [goal | {"utfall": "62 procent har gått vidare.", "uppfyllt": "ja"} for goal in _GOALS[:1]]
        + [goal | {"utfall": "Ja.", "uppfyllt": "ja"} for goal in _GOALS[1:]],
        "antal_deltagare": 42,
        "budgetutfall": "Insatsen beviljades 1 200 000 kr och har förbrukat 1 120 000 kr.",
        "aterforda_medel": 80_000,
    }
)
CLEAN: tuple[Model, ...] = (APPLICATION, NOTE, *QUARTERS, FINAL)
"""One insats through all its documents, which agree."""


def result(record: Model, *, file: str = "", scanned: bool = False) -> Result:
    """The result of a file with one document; `scanned`: every value was read by OCR with little confidence."""
    kind = KINDS[type(record)]
    data = record.model_dump(mode="json")
    name = file or f"{kind}.docx"
    leaves = [at for depth in range(1, 5) for at, _ in places(data, "/*" * depth)]
    method, confidence = ("ocr", 0.5) if scanned else ("docx", 1.0)
    place = Place(page=1, bbox=None, where="p1", text="")
    evidence = {at: Evidence.model_validate({"method": method, "confidence": confidence, "note": None, "places": [place]}) for at in leaves}
    return Result(
        made=Made(tool="0", policy="sha256:", judged_at="2024-03-01"),
        source=Source(file=name, sha256=f"{name} {record!r}", media_type="text/plain", pages=1, reader="docx"),
        complete=True,
        parts=(Part(type=kind, pages=(1, 1), confidence=1.0, record=data, evidence=evidence),),
    )


def application(name: str = "Stegvis", owner: str = "Lindvassa kommun", start: str = "2023-01-01", slut: str = "2023-12-31") -> Ansokan:
    """An application with no more than what tells insatser apart."""
    return Ansokan(insatsens_namn=name, insatsagare=(Party(organisation=owner),), insatstid=Insatstid(start=start, slut=slut))


def quarterly(name: str = "Stegvis", year: int = 2023, quarter: int = 1, owner: str | None = "Lindvassa kommun") -> Kvartalsrapport:
    """A quarterly report with no more than what tells insatser apart."""
    return Kvartalsrapport(insatsens_namn=name, insatsagare=owner, period=Period(ar=year, kvartal=quarter))
