"""Tjänsteskrivelse: the case note in which the office lays a matter before the board and proposes a decision.

Labels are the headings of the association's case notes and of sister associations', municipalities' and regions' case notes.
"""

from __future__ import annotations

from underlag.schemas.budget import Period
from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.result import Model


class Tjansteskrivelse(Model):
    """The record of a case note. `forslag_till_beslut` has one text for each "att …"; `maxbelopp` is in whole kronor."""

    rubrik: str | None = None
    dnr: str | None = None
    datum: str | None = None
    forslag_till_beslut: tuple[str, ...] = ()
    insats: str | None = None
    period: Period = Period()
    maxbelopp: int | None = None
    forslagsstallare: str | None = None
    bedomning: str | None = None


_NAME = r"[”\"»]?(?P<value>[A-ZÅÄÖ0-9][^,;:”\"»]{0,120}?)[”\"«]?"
_ASKED_FOR = (
    r"(?:\s+(?:finansiering|medel|förlängning|finansiellt stöd|ekonomiskt stöd|bidrag|projektmedel|insatsmedel|fortsatt finansiering))?"
)
_NUMBER = r"(?P<value>(?:[a-zåäö]{1,6}[ -]?)?\d{2,6}(?:\s?[-/:.]\s?\d{1,6}){0,3})"
_MATTER = r"(?:Ansökan|Förlängning|Förlängd finansiering|Finansiering|Beslut|Avslut)(?:\s+om)?"
_OF = r"(?:\s+(?:av|för|till|från|gällande|avseende|om))?\s+(?:(?:den\s+)?(?:samverkans)?insats(?:en)?|projekt(?:et)?)?\s*:?\s*"
_YEARS = r"(?:,.{0,200}|\s+\d{4}(?:\s?[-–]\s?\d{4})?)?"
_GOES_ON = r"(?=\s+(?:för|under|från|med|t\.?o\.?m|enligt|i enlighet|beviljas|tilldelas|finansieras|maximalt|om)\b|[,.;”\"])"

FORM = Form(
    type="tjansteskrivelse",
    name="Tjänsteskrivelse",
    paper=True,
    record=Tjansteskrivelse,
    dated=("/datum", "/period/start"),
    titles=(r"^tjansteskrivelse\b", r"^tjansteutlatande\b", r"^styrelsearende\b", r"^beslutsunderlag\b"),
    fields=(
        Field("/rubrik", Reading.TITLE, ("Ärenderubrik", "Ärendemening"), weak=("Ärende", "Rubrik", "Gäller"), question="Rubrik"),
        Field(
            "/dnr",
            Reading.PHRASE,
            ("Diarienummer", "Diarienr", "Ärendenummer"),
            weak=("Dnr",),
            sources=("",),
            patterns=(rf"(?i)\b(?:dnr|diarie(?:nummer|nr)|ärendenummer|arendenummer)\b\.?\s*:?\s*{_NUMBER}",),
            question="Diarienummer",
        ),
        Field("/datum", Reading.LETTER_DATE, weak=("Datum",), question="Datum"),
        Field(
            "/forslag_till_beslut",
            Reading.CLAUSES,
            (
                "Förslag till beslut",
                "Förslag på beslut",
                "Förslag till styrelsen",
                "Förslag till styrelsebeslut",
                "Beslutsförslag",
                "Kansliets förslag till beslut",
                "Arbetsutskottets förslag till beslut",
                "Förbundschefens förslag till beslut",
                "Styrelsen föreslås besluta",
                "Förbundsstyrelsen föreslås besluta",
            ),
            weak=("Förslag", "Beslut", "Yrkande"),
            about=r"\bforslag\b.*\b(?:beslut|styrelse)|\bbeslutsforslag",
            question="Förslag till beslut",
            asked=True,
        ),
        Field(
            "/arendet",
            Reading.UNREAD,
            (
                "Ärendebeskrivning",
                "Beskrivning av ärendet",
                "Sammanfattning av ärendet",
                "Sammanfattning av ansökan",
                "Bakgrund till ärendet",
                "Beslutsunderlag",
                "Beslutsgång",
                "Ekonomiska konsekvenser",
                "Ekonomiska förutsättningar",
                "Beslutet skickas till",
                "Beslutet delges",
                "Barnkonsekvensanalys",
                "Konsekvenser för jämställdhet",
            ),
            weak=(
                "Ärendet",
                "Ansökan",
                "Bakgrund",
                "Sammanfattning",
                "Ekonomi",
                "Underskrift",
                "Underskrifter",
                "Bilagor",
                "Bilaga",
                "Sändlista",
                "Insatsen",
                "Beredning",
            ),
            about=r"\b(arende|bakgrund|sammanfattning|ekonomi|bilag|underlag|konsekvens)",
            asked=True,
        ),
        Field(
            "/bedomning",
            Reading.ANSWER,
            (
                "Bedömning",
                "Kansliets bedömning",
                "Förbundets bedömning",
                "Förbundschefens bedömning",
                "Arbetsutskottets bedömning",
                "Samordningsförbundets bedömning",
                "Sammanfattande bedömning",
                "Bedömning och motivering",
                "Bedömning och förslag",
                "Motivering till förslag",
                "Skäl för beslutet",
            ),
            weak=("Motivering", "Överväganden", "Analys", "Skäl"),
            about=r"\b(bedomning|motivering|overvagande)",
            question="Bedömning",
            asked=True,
        ),
        Field(
            "/insats",
            Reading.PHRASE,
            sources=("/rubrik", "/forslag_till_beslut", "/bedomning"),
            patterns=(
                rf"^{_MATTER}{_ASKED_FOR}{_OF}{_NAME}{_YEARS}$",
                rf"^{_NAME}\s*[,–-]\s*(?:förslag till beslut|ansökan|förlängning)\b.{{0,200}}$",
                rf"\b(?:insatsen|projektet)\s+{_NAME}{_GOES_ON}",
            ),
            question="Insats",
        ),
        Field("/period", Reading.STATED_PERIOD, sources=("/forslag_till_beslut", "/bedomning"), question="Period"),
        Field("/maxbelopp", Reading.STATED_AMOUNT, sources=("/forslag_till_beslut", "/bedomning"), question="Högsta belopp"),
        Field(
            "/forslagsstallare",
            Reading.PHRASE,
            sources=("/forslag_till_beslut", "/bedomning"),
            patterns=(
                r"(?m)(?:^|[.!?]\s+)(?P<value>(?!(?:Han|Hon|Hen|De|Den|Det|Vi|Man|Som|Därför|Parterna)\b)[A-ZÅÄÖ][\wåäö]+(?:\s+[a-zåäö]+){0,2}?)\s+föreslår\b",
                r"\b(?:föreslås|förslag)\s+av\s+(?P<value>[\wåäöÅÄÖ]+)",
                r"(?P<value>(?!Styrelsens|Förbundsstyrelsens)[A-ZÅÄÖ][a-zåäö]+)s förslag till (?:beslut|styrelsen)",
            ),
            question="Förslagsställare",
        ),
    ),
)
