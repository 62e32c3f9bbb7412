"""Documents of insatser as they come out of a reader, built by hand."""

from __future__ import annotations

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.kvartalsrapport import Kvartalsrapport, Period
from underlag.schemas.records import Insatstid, Party
from underlag.schemas.result import Evidence, Made, Model, Part, PartType, Place, Result, Source
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.values.pointers import places

KINDS: dict[type[Model], PartType] = {
    Ansokan: "ansokan",
    Kvartalsrapport: "kvartalsrapport",
    Slutrapport: "slutrapport",
    Tjansteskrivelse: "tjansteskrivelse",
}
OWNER = (Party(organisation="Lindvassa kommun"),)
TIME = Insatstid(start="2023-01-01", slut="2023-12-31")


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
