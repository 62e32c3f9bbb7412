"""`arsredovisning`: the annual report of an association, with its accounts, notes and descriptions of insatser.

Source of the wordings: annual reports of samordningsförbund, and the headings that kommunal redovisning prescribes.
"""

from __future__ import annotations

from pydantic import ConfigDict
from pydantic import Field as ModelField

from underlag.schemas.account_links import SUMS
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model


class AccountRow(Model):
    """One row of an account. `belopp`: whole kronor by year-end date or year, null where the cell is empty; signs as written."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    post: str | None = None
    note: int | None = ModelField(default=None, alias="not")
    belopp: dict[str, int | None] = ModelField(default_factory=dict)
    summa: bool = False


class Note(Model):
    """A numbered note and the rows of its table; a note of words alone has none."""

    nummer: int
    rubrik: str | None = None
    rader: list[AccountRow] = ModelField(default_factory=list)


class Description(Model):
    """What the report says of one insats; goals and outcomes a line each, row by row where a table pairs them."""

    namn: str | None = None
    samverkansparter: str | None = None
    malgrupp: str | None = None
    mal: str | None = None
    utfall: str | None = None
    insatsperiod: str | None = None


class Cost(Model):
    """One insats in the table of costs: whole kronor by year, and the share of its budget that was used, in percent."""

    insats: str | None = None
    belopp: dict[str, int | None] = ModelField(default_factory=dict)
    forbrukningskvot: float | None = None


class Arsredovisning(Model):
    """The record of an annual report."""

    ar: int | None = None
    organisationsnummer: str | None = None
    resultatrakning: list[AccountRow] = ModelField(default_factory=list)
    balansrakning: list[AccountRow] = ModelField(default_factory=list)
    kassaflode: list[AccountRow] = ModelField(default_factory=list)
    noter: list[Note] = ModelField(default_factory=list)
    insatser: list[Description] = ModelField(default_factory=list)
    samverkansinsatser: list[Cost] = ModelField(default_factory=list)


FIELDS: tuple[Field, ...] = (
    Field("/ar", Reading.REPORT_YEAR, question="Vilket år avser årsredovisningen?"),
    Field("/organisationsnummer", Reading.REGISTRATION, question="Vilket är förbundets organisationsnummer?"),
    Field(
        "/resultatrakning",
        Reading.STATEMENT,
        weak=("Resultaträkning", "Resultaträkningar", "Resultatrapport"),
        question="Vad säger resultaträkningen?",
        asked=True,
    ),
    Field(
        "/balansrakning",
        Reading.STATEMENT,
        weak=("Balansräkning", "Balansräkningar", "Balansrapport"),
        question="Vad säger balansräkningen?",
        asked=True,
    ),
    Field(
        "/kassaflode",
        Reading.STATEMENT,
        weak=("Kassaflödesanalys", "Kassaflöde", "Kassaflödesrapport", "Finansieringsanalys"),
        question="Vad säger kassaflödesanalysen?",
    ),
    Field(
        "/noter",
        Reading.NOTES,
        weak=("Noter", "Notförteckning", "Notapparat", "Noter till resultaträkning", "Noter till balansräkning", "Tilläggsupplysningar"),
        question="Vad säger noterna?",
        asked=True,
    ),
    Field("/insatser", Reading.DESCRIPTIONS, weak=("Insatsredovisning",), question="Hur beskrivs insatserna?"),
    Field(
        "/samverkansinsatser",
        Reading.COSTS,
        weak=(
            "Samverkansinsatser",
            "Kostnader för samverkansinsatser",
            "Kostnader samverkansinsatser",
            "Kostnader för insatser",
            "Kostnader per insats",
            "Utfall per insats",
            "Utfall samverkansinsatser",
            "Budget och utfall per insats",
        ),
        question="Vad har samverkansinsatserna kostat?",
    ),
)

FORM = Form(
    type="arsredovisning",
    name="årsredovisning",
    record=Arsredovisning,
    dated=("/ar",),
    sums=SUMS,
    fields=FIELDS,
    titles=(r"\barsredovisning",),
)

DESCRIPTION: dict[str, tuple[str, ...]] = {
    "namn": ("Insatsens namn", "Insatsnamn", "Projektets namn", "Projektnamn", "Namn på insatsen", "Insats"),
    "samverkansparter": (
        "Samverkansparter",
        "Samverkanspart",
        "Samverkande parter",
        "Samverkande myndigheter",
        "Medverkande parter",
        "Medverkande aktörer",
        "Deltagande parter",
        "Parter",
        "Parter i insatsen",
        "Parter i samverkan",
        "Aktörer",
        "Huvudman och samverkansparter",
        "Vilka samverkar",
        "Samverkande",
        "Medverkande",
        "Medverkande organisationer",
    ),
    "malgrupp": ("Målgrupp", "Målgruppen", "Insatsens målgrupp", "Målgrupp för insatsen", "Målgrupp/deltagare"),
    "mal": (
        "Mål",
        "Mål individ",
        "Mål individnivå",
        "Mål på individnivå",
        "Individmål",
        "Övergripande mål",
        "Mål projekt",
        "Mål projektet",
        "Mål struktur",
        "Mål strukturnivå",
        "Mål på strukturell nivå",
        "Mål insats",
        "Mål för insatsen",
        "Insatsens mål",
        "Insatsmål",
        "Effektmål",
        "Projektmål",
        "Målsättning",
    ),
    "utfall": (
        "Utfall",
        "Utfall individ",
        "Utfall individnivå",
        "Utfall på individnivå",
        "Utfall projekt",
        "Utfall projektet",
        "Utfall struktur",
        "Utfall strukturnivå",
        "Utfall insats",
        "Utfall av mål",
        "Måluppfyllelse",
        "Resultat individ",
        "Resultat i förhållande till mål",
    ),
    "insatsperiod": (
        "Insatsperiod",
        "Insatsperioder",
        "Projektperiod",
        "Projekttid",
        "Insatstid",
        "Tidsperiod",
        "Period",
        "Genomförandetid",
    ),
    "annat": (
        "Övrigt utfall",
        "Övriga utfall",
        "Övriga resultat",
        "Uppfyllt",
        "Uppnått",
        "Mål uppfyllt",
        "Mål uppnått",
        "Status",
        "Kommentar till målen",
        "Kommentar till mål",
        "Kommentar till utfall",
        "Kommentar",
        "Kommentarer",
        "Resultat samverkan mm",
        "Resultat samverkan",
        "Resultat av samverkan",
        "Samverkan",
        "Framgångsfaktorer",
        "Systemfel",
        "Hinder",
        "Lärdomar",
        "Syfte",
        "Bakgrund",
        "Metod",
        "Metoder",
        "Arbetssätt",
        "Innehåll",
        "Beskrivning",
        "Om insatsen",
        "Deltagare",
        "Antal deltagare",
        "Deltagarstatistik",
        "Statistik",
        "Bortfall",
        "Utrikesfödda",
        "Finansiering",
        "Budget",
        "Kostnad",
        "Kostnader",
        "Ekonomi",
        "Jämställdhet",
        "Implementering",
        "Uppföljning",
        "Utvärdering",
        "Resultat",
        "Kontaktperson",
        "Insatsägare",
        "Projektägare",
    ),
}
"""Labels inside the description of an insats; `annat` has no place in the record. `mal` and `utfall` may be asked more than
once ("Övergripande mål", "Mål individ"), and are then one.
"""
