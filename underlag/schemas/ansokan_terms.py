"""The questions that end an application: money, anchoring, the standing terms, the signatures."""

from __future__ import annotations

from underlag.schemas.form import Field, Reading, told

# Wordings read best side by side.
# fmt: off
ENDING: tuple[Field, ...] = (
    Field(
        "/sokt_belopp",
        Reading.AMOUNT,
        (
            "Ange budget/finansiering (separat budget ska bifogas enligt mall)", "Ange budget/finansiering", "Budget/finansiering",
            "Budget och finansiering", "Total summa som ansöks om", "Sökt belopp", "Ansökt belopp", "Ansökt summa", "Belopp som söks",
            "Sökta medel", "Sökt belopp från samordningsförbundet", "Totalt sökt belopp",
        ),
        weak=("Finansiering", "Budget", "Kostnader och finansiering"),
        about=r"\b(sokt|soks|ansokt|sokta|ekonomi|finansier\w*|budget|kostnader)\b"
        r"|\bhur mycket (pengar |medel )?(sok|ansok)|\bvad (det |insatsen |projektet )?kostar",
        question="Budget/finansiering",
    ),
    Field(
        "/lokus/diskuterad",
        Reading.CHOICE,
        (
            "Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?",
            "Har ansökan diskuterats i lokal utvecklingsgrupp?", "Har ansökan diskuterats i lokus?",
            "Har ansökan behandlats i lokal utvecklingsgrupp?", "Har ansökan diskuterats i lokal samverkansgrupp?",
            "Är ansökan diskuterad i lokus?", "Är ansökan förankrad i lokal utvecklingsgrupp?",
            "Har ansökan behandlats i beredningsgruppen?", "Har ansökan diskuterats i beredningsgruppen?",
            "Är ansökan förankrad i lokal samverkansgrupp?", "Har ansökan tagits upp i den lokala samverkansgruppen?",
        ),
        about=r"^(har|ar) (insats|projekt)?ansokan\b.*\b(diskuter|behandla|forankra|tagits upp|beretts)",
        question="Har ansökan diskuterats i lokal utvecklingsgrupp?",
        asked=True,
    ),
    Field(
        "/lokus/text",
        Reading.ANSWER,
        (
            "Hur och när har ansökan diskuterats?", "Beskriv på vilket sätt ansökan är förankrad", "På vilket sätt är ansökan förankrad",
            "När och hur har ansökan diskuterats", "Beskriv hur ansökan är förankrad", "Hur är ansökan förankrad", "Hur och när?",
            "När och hur?", "Om ja, när och hur?",
        ),
        weak=("Förankring",),
        sources=("/lokus/diskuterad",),
        about=told(r"\bforankr|\b(hur och nar|nar och hur)\b|^datum for (behandling|diskussion)", never=r"^(har|ar)\b"),
        question="Hur och när har ansökan diskuterats?",
        asked=True,
    ),
    Field("/lokus/datum", Reading.DATES, sources=("/lokus/text", "/lokus/diskuterad")),
    Field(
        "/ovrigt",
        Reading.UNREAD,
        (
            "Organisation och bemanning", "Bemanning och organisation", "Insatsens organisation", "Projektets organisation",
            "Organisation och styrning", "Styrgruppens sammansättning", "Jämställdhet, mångfald och icke-diskriminering",
            "Jämställdhet och mångfald", "Jämställdhetsperspektiv", "Övriga upplysningar", "Övrig information",
        ),
        weak=(
            "Bemanning", "Projektorganisation", "Styrgrupp", "Jämställdhet", "Barnperspektiv", "Barnperspektivet", "Icke-diskriminering",
            "Riskanalys", "Övrigt", "Bilagor",
        ),
    ),
    Field(
        "/overenskommelse",
        Reading.STANDING,
        ("Överenskommelse",),
        weak=("Villkor", "Allmänna villkor"),
        question="Överenskommelse",
        asked=True,
    ),
    Field(
        "/underskrifter",
        Reading.SIGNATURES,
        (
            "Underskrift", "Underskrifter", "Undertecknande", "Undertecknas av", "Underskrift av behöriga företrädare",
            "Underskrift av behörig beslutsfattare",
        ),
        weak=(
            "Underskrift insatsägare", "Underskrift samverkanspart",
            "Insatsägarens underskrift", "Samverkansparternas underskrifter", "Namnunderskrifter", "Namnteckningar", "Godkännande",
        ),
        about=r"^parternas underskrift",
        question="Underskrifter",
        asked=True,
    ),
    Field("/mall_version", Reading.VERSION, question="Mallens version"),
    Field("/budget", Reading.BUDGET, question="Budget", asked=True),
)
# fmt: on
