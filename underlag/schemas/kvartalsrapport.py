"""The quarterly report of an insats as data: its record, and where and how each question is asked.

Source of the questions: the association's half-year memos, whose tables repeat them, and sister associations' reports.
The questions that Ja or Nej answers stand in `quarterly_questions`, the numbers in `quarterly_numbers`.
"""

from __future__ import annotations

from underlag.schemas.form import Field, Form, Reading, named_behind, told
from underlag.schemas.quarterly_numbers import NUMBERS
from underlag.schemas.quarterly_questions import QUESTIONS
from underlag.schemas.records import Signature
from underlag.schemas.result import Model
from underlag.schemas.sums import Total


class Period(Model):
    """The quarter that is reported."""

    ar: int | None = None
    kvartal: int | None = None


class Question(Model):
    """`svar` true for Ja, false for Nej, null where nothing is marked; `kommentar` as written."""

    svar: bool | None = None
    kommentar: str | None = None


class QuarterBudget(Model):
    """The quarter's money in kronor."""

    budget: int | None = None
    utfall: int | None = None
    prognos: int | None = None


class Deltagare(Model):
    """People in the insats: in all, ended (ever and in the quarter), and the share that has a plan of action (percent)."""

    totalt: int | None = None
    avslutade: int | None = None
    avslutade_perioden: int | None = None
    kvinnor_till_arbete_studier: int | None = None
    man_till_arbete_studier: int | None = None
    andel_handlingsplan: float | None = None
    pagaende: int | None = None


class Kvartalsrapport(Model):
    """The record of a quarterly report."""

    insatsens_namn: str | None = None
    insatsagare: str | None = None
    period: Period = Period()
    inlamnad: str | None = None
    start_i_tid: Question = Question()
    i_fas_med_mal: Question = Question()
    prognos_maluppfyllelse: Question = Question()
    vakanser_sof_medel: Question = Question()
    vakanser_egenfinansierade: Question = Question()
    styrgruppsmoten_enligt_avtal: Question = Question()
    ordinarie_representanter_deltagit: Question = Question()
    uppfoljning_enligt_avtal: Question = Question()
    kontroll_metod: Question = Question()
    kontroll_malgrupp: Question = Question()
    jamlikhet: Question = Question()
    jamstalldhet: Question = Question()
    avvikelse_mal: Question = Question()
    avvikelse_malgrupp: Question = Question()
    avvikelse_budget: Question = Question()
    antal_styrgruppsmoten: int | None = None
    budget: QuarterBudget = QuarterBudget()
    deltagare: Deltagare = Deltagare()
    underskrifter: tuple[Signature, ...] = ()


FORM = Form(
    type="kvartalsrapport",
    name="Kvartalsrapport",
    record=Kvartalsrapport,
    dated=("/period", "/inlamnad", "/underskrifter/*/datum"),
    sums=(Total("deltagare.summa", "/deltagare/totalt", of=("/deltagare/avslutade", "/deltagare/pagaende"), every=True),),
    dense=True,
    titles=(
        r"\bkvartalsrapport",
        r"\brapport (for )?kvartal",
        r"\bkvartals(uppfoljning|redovisning)\b(?!.*\binsatser)",
        r"\buppfoljning (av |per )?kvartal",
        r"\brapport\b.*\bkvartal",
    ),
    fields=(
        Field(
            "/insatsens_namn",
            Reading.NAME,
            (
                "Insatsens namn",
                "Namn på insatsen",
                "Insatsens benämning",
                "Rapporten gäller insatsen",
                "Samverkansinsats",
                "Namn på insats",
                "Projektets namn",
            ),
            weak=("Insats", "Insatsen", "Projekt", "Insatsnamn", "Benämning"),
            about=told(
                r"\b(insatsens|projektets|insats|projekt) (namn|benamning|titel)\b",
                r"\bnamn pa (\w*insats|projekt)",
                r"^(rapporten )?(avser|galler) insats\w*$",
            ),
            patterns=(named_behind(r"Kvartals(?:rapport|uppföljning|redovisning)(?:en)?"),),
            question="Insatsens namn",
            asked=True,
        ),
        Field(
            "/insatsagare",
            Reading.NAME,
            (
                "Insatsägare",
                "Ansvarig insatsägare",
                "Insatsägande organisation",
                "Ansvarig organisation",
                "Insatsägande part",
                "Projektägare",
                "Organisation som äger insatsen",
                "Uppgiftslämnare organisation",
            ),
            weak=("Ägare", "Huvudman", "Organisation", "Ansvarig part", "Ansvarig"),
            about=told(
                r"\b(insatsagare|insatsagande|projektagare|ansvarig (organisation|part|huvudman)|ager insatsen)\b",
                r"\b(rapporterande|rapportorens) organisation\b",
                never=r"namn\b|underskr|fortydlig|sign|samverkan",
            ),
            question="Insatsägare",
            asked=True,
        ),
        Field(
            "/period",
            Reading.QUARTER,
            (
                "Kvartal/år",
                "Kvartal och år",
                "År och kvartal",
                "År/kvartal",
                "Rapporten avser",
                "Rapporten avser kvartal",
                "Rapporten avser perioden",
                "Rapporteringsperiod",
                "Rapportperiod",
                "Avser kvartal",
                "Avser period",
                "Period som rapporten avser",
            ),
            weak=("Kvartal", "Period", "Avser", "Kv", "Redovisningsperiod", "Tidsperiod"),
            about=told(
                r"\b(rapport\w*|redovisning\w*|uppgifterna) (avser|galler|omfattar)\b",
                r"\b(avser|galler|vilket|redovisat) (kvartal|period)",
                r"\b(rapport\w*|redovisnings?|kvartals)period",
                never=r"avslut|antal|budget|utfall|prognos|insatsperiod|insatstid|deltagare",
            ),
            question="Kvartal och år",
            asked=True,
        ),
        Field("/period/ar", Reading.NUMBER, (), weak=("År", "Kalenderår", "Verksamhetsår"), question="År"),
        Field(
            "/inlamnad",
            Reading.DATE,
            (
                "Inlämnad till förbundet",
                "Datum då rapporten lämnats in",
                "Inlämnad",
                "Inlämningsdatum",
                "Datum för inlämning",
                "Rapporten inlämnad",
                "Inskickad",
                "Inskickad till samordningsförbundet",
                "Rapportdatum",
                "Datum för rapport",
                "Datum för rapporten",
                "Rapporten lämnad",
                "Insänd",
            ),
            weak=("Datum", "Lämnad"),
            about=told(
                r"\b(inlamn|inskick|insand|inkom)\w*\b",
                r"\b(skicka\w* (in|till)|lamnat?s? (in|till)|lamnad|rapporten upprattad)\b",
                r"\b(rapportdatum|rapporteringsdatum|datum for rapport\w*)\b|^nar (lamna|skicka|sand)\w*",
            ),
            question="Inlämnad",
            asked=True,
        ),
        *QUESTIONS,
        *NUMBERS,
        Field(
            "/underskrifter",
            Reading.SIGNATURES,
            (
                "Underskrift",
                "Underskrifter",
                "Undertecknande",
                "Undertecknas av",
                "Underskrift av behörig företrädare",
                "Underskrift insatsägare",
                "Rapporten undertecknas av",
            ),
            question="Underskrifter",
            asked=True,
        ),
    ),
)
