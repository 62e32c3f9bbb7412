"""Kallelse: the notice of a board meeting with its list of matters.

Labels are those of the association's notices and of sister associations', municipalities' and regions' notices.
"""

from __future__ import annotations

from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model


class Matter(Model):
    """One matter of the list; `handling` is what the last column says of its papers."""

    nr: int | None = None
    rubrik: str | None = None
    foredragande: str | None = None
    handling: str | None = None


class Kallelse(Model):
    """The record of a notice; `datum` is ISO, `tid` as written ("13.30-15.30")."""

    organ: str | None = None
    datum: str | None = None
    tid: str | None = None
    plats: str | None = None
    arenden: tuple[Matter, ...] = ()


FORM = Form(
    type="kallelse",
    name="Kallelse",
    record=Kallelse,
    dated=("/datum",),
    titles=(
        r"^kallelse\b",
        r"\bkallas till (?:sammantrade|mote|styrelsemote)",
        r"^foredragningslista\b",
        r"^dagordning\b",
        r"^arendelista\b",
        r"^inbjudan till (?:styrelse)?(?:mote|sammantrade)",
    ),
    fields=(
        Field(
            "/organ",
            Reading.PHRASE,
            weak=("Organ", "Nämnd", "Styrelse", "Instans", "Forum"),
            sources=("",),
            patterns=(
                r"^(?P<value>[A-ZÅÄÖ].{2,90}?)\s+(?:kallas|inbjuds|välkomnas)\s+(?:härmed\s+)?till\b",
                r"(?i:^kallelse)\s*(?:till|för|:|–|-)\s+(?P<value>.{2,90}?)(?:s\s+(?:sammanträde|möte)|\s+(?:sammanträde|möte)|\s+den\s+\d|\s+\d{4}|$)",
                r"^(?P<value>(?:[A-ZÅÄÖ][\wåäö]+\s+)?(?:[Ff]örbundsstyrelsen|[Ss]tyrelsen|[Aa]rbetsutskottet|[Bb]eredningsgruppen)(?:\s+(?:för|i)\s+[A-ZÅÄÖ].{2,60})?)$",
            ),
            question="Organ",
        ),
        Field(
            "/datum",
            Reading.LETTER_DATE,
            ("Dag och tid", "Datum och tid", "Tid och datum", "Sammanträdesdatum", "Mötesdatum", "Sammanträdesdag", "Dag", "Datum"),
            weak=("När", "Tidpunkt", "Mötesdag"),
            patterns=(
                r"(?i)\b(?:kallelse|kallas|sammanträde|möte)\b(?P<value>.*)",
                r"(?i)^\W*(?P<value>(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b.{4,60})",
            ),
            question="Datum",
            asked=True,
        ),
        Field(
            "/tid",
            Reading.PHRASE,
            ("Klockslag", "Mötestid", "Sammanträdestid", "Tid"),
            weak=("Kl", "Klockan"),
            sources=("/datum", "/plats", ""),
            patterns=(
                r"(?i)(?P<value>\d{1,2}[.:]\d{2}\s*(?:[-–]|till)\s*(?:ca\.?\s*)?\d{1,2}[.:]\d{2})",
                r"(?i)\bkl(?:ockan|\.)?\s*(?P<value>\d{1,2}(?:[.:]\d{2})?(?:\s*(?:[-–]|till)\s*(?:ca\.?\s*)?\d{1,2}(?:[.:]\d{2})?)?)",
                r"^\s*(?P<value>\d{1,2}[.:]\d{2})(?!\d)",
            ),
            question="Tid",
            asked=True,
        ),
        Field(
            "/plats",
            Reading.PHRASE,
            ("Sammanträdesplats", "Sammanträdeslokal", "Mötesplats", "Plats för mötet", "Plats", "Lokal"),
            weak=("Var", "Mötesform"),
            patterns=(r"^(?P<value>.+)$",),
            question="Plats",
            asked=True,
        ),
        Field(
            "/ovrigt",
            Reading.UNREAD,
            ("Förhinder meddelas till", "Förhinder anmäls till", "Anmäl förhinder till"),
            weak=("Ledamöter", "Ersättare", "Kallade", "Närvarande", "Förhinder", "Sekreterare", "Ordförande", "Justerare", "Adjungerade"),
        ),
        Field(
            "/arenden",
            Reading.MATTERS,
            ("Föredragningslista", "Dagordning", "Ärendelista", "Ärenden på sammanträdet", "Förslag till dagordning"),
            weak=("Ärenden", "Agenda"),
            columns=Columns(
                (
                    Column("nr", Holds.NUMBER, (r"^(?:nr|n r|no|punkt|p|arendenummer|arende nr|nummer)$",)),
                    Column("foredragande", Holds.TEXT, (r"foredrag", r"ansvarig", r"^vem\b", r"handlaggare", r"^namn$")),
                    Column(
                        "handling",
                        Holds.TEXT,
                        (r"ovriga? uppgift", r"handling", r"bilag", r"underlag", r"anteckning", r"kommentar", r"^typ av", r"^information$"),
                    ),
                    Column("rubrik", Holds.NAME, (r"arende", r"rubrik", r"^punkt", r"^fraga", r"^amne"), required=True),
                ),
            ),
            question="Ärenden",
            asked=True,
        ),
    ),
)
