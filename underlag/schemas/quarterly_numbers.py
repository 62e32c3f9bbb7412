"""What a quarterly report asks: how many, how much, and which share.

Patterns of `about` are read against folded text (å and ä are a, ö is o) and exclude each other: a text that more than one of
them fits is nobody's.
"""

from __future__ import annotations

from underlag.schemas.form import Field, Reading, told
from underlag.schemas.quarterly_questions import GOAL, STEERING

_QUARTER = r"(\b(kvartal\w*|kv|rapportperiod\w*|aktuell period)\b|(?<!hela )\bperioden\b)"
_WHOLE_YEAR = (
    r"\b(ackumul\w*|helar\w*|hela (aret|insats\w*|perioden|projekt\w*)|ars(budget|utfall|prognos)|totalt for|sedan start|per ar)\b"
)
_TO_WORK = r"\b(arbete\w*|jobb|studier|studerar|utbildning|sysselsattning|egen forsorjning|anstallning)\b"
_BY_SEX_OR_CAUSE = r"\b(kvinn\w*|man|arbete\w*|studier|jobb|orsak\w*|anledning\w*)\b"
_ENDED = r"\b(avslut\w*|lamnat insatsen|utskriv\w*)\b"
_PEOPLE = r"\b(deltagare|personer|individer|inskrivna)\b"

_TO_JOB = r"\btill (?:arbete|jobb|studier)"
_TIMES = r"(?:mote\w*|gang\w*|tillfall\w*)"
_COUNT = r"(\d{1,3}|en|ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio)"

NUMBERS = (
    Field(
        "/antal_styrgruppsmoten",
        Reading.NUMBER,
        (
            "Antal styrgruppsmöten under kvartalet",
            "Antal styrgruppsmöten",
            "Hur många styrgruppsmöten har hållits?",
            "Antal möten i styrgruppen",
            "Antal genomförda styrgruppsmöten",
        ),
        weak=("Styrgruppsmöten, antal", "Styrgruppsmöten"),
        about=told(rf"\b(antal\w*|hur manga|hur ofta)\b.*{STEERING}", rf"{STEERING}.*\b(antal|hur manga|ganger)\b"),
        question="Antal styrgruppsmöten",
        asked=True,
        said=(
            rf"\bstyrgruppen har (?:haft|hallit|genomfort|traffats|motts|sammantratt)(?: vid)? {_COUNT} (?:\w+ )?{_TIMES}",
            rf"\b{_COUNT} (?:\w+ )?styrgruppsmoten? har (?:hallits|genomforts)",
        ),
    ),
    Field(
        "/budget/budget",
        Reading.AMOUNT,
        (
            "Budget kvartalet",
            "Budget för kvartalet",
            "Kvartalets budget",
            "Budgeterat belopp",
            "Budgeterat för kvartalet",
            "Budgeterade medel",
        ),
        weak=("Budget", "Budgeterat"),
        about=told(r"\b(budget\w*|beviljade medel|tilldelade medel)\b", never=rf"utfall|prognos|avvik|forbruk|{_WHOLE_YEAR}"),
        question="Budget för kvartalet",
        asked=True,
    ),
    Field(
        "/budget/utfall",
        Reading.AMOUNT,
        (
            "Utfall kvartalet",
            "Utfall för kvartalet",
            "Kvartalets utfall",
            "Utfall under kvartalet",
            "Faktiska kostnader",
            "Förbrukade medel",
            "Använda medel",
        ),
        weak=("Utfall", "Förbrukat", "Upparbetat"),
        about=told(
            r"\b(\w*utfall\w*|forbruk\w*|upparbeta\w*|(faktisk|verklig)\w* kostnad\w*|anvanda medel|kostnader(na)? under)\b",
            never=rf"prognos|avvik|kvot|andel|beraknat|forvantat|mal och|{_WHOLE_YEAR}",
        ),
        question="Utfall för kvartalet",
        asked=True,
    ),
    Field(
        "/budget/prognos",
        Reading.AMOUNT,
        (
            "Prognos kvartalet",
            "Prognos för kvartalet",
            "Kvartalets prognos",
            "Prognostiserat utfall",
            "Prognostiserad kostnad",
            "Ekonomisk prognos",
        ),
        weak=("Prognos", "Prognostiserat"),
        about=told(
            r"\b(\w*prognos\w*|beraknat utfall|forvantat utfall|beraknad kostnad)\b", never=rf"{GOAL}|styrgrupp|avvik|{_WHOLE_YEAR}"
        ),
        question="Prognos för kvartalet",
        asked=True,
    ),
    Field(
        "/deltagare/totalt",
        Reading.NUMBER,
        (
            "Totalt antal deltagare under hela insatstiden",
            "Totalt antal deltagare",
            "Antal deltagare totalt",
            "Antal deltagare hittills",
            "Antal deltagare sedan start",
            "Antal personer som deltagit i insatsen",
            "Totalt antal inskrivna",
        ),
        weak=("Deltagare totalt", "Antal deltagare", "Deltagare, totalt"),
        about=told(
            rf"\b(total\w*|sammanlagt|hittills|sedan (\w+ )?start\w*|hela|samtliga|alla|deltagit)\b.*({_PEOPLE}|\bdeltagit\b)",
            rf"({_PEOPLE}|\bdeltagit\b).*\b(total\w*|sammanlagt|hittills|sedan (\w+ )?start\w*|hela|insatstiden|insatsen)\b",
            rf"\backumulera\w*.*{_PEOPLE}|{_PEOPLE}.*\backumulera\w*",
            r"^antal (deltagare|personer|individer)( antal)?$",
            never=r"\b(avslut\w*|pagaende|kvinn\w*|man|andel|nya|kvar|arbete\w*|forvant\w*|planera\w*|kvartal\w*|just nu|i ?dag"
            r"|for narvarande|plan|handlingsplan\w*)\b",
        ),
        question="Totalt antal deltagare",
        asked=True,
    ),
    Field(
        "/deltagare/avslutade",
        Reading.NUMBER,
        (
            "Antal avslutade deltagare under hela insatstiden",
            "Avslutade, hela insatstiden",
            "Totalt antal avslutade deltagare",
            "Antal avslutade deltagare totalt",
            "Avslutade deltagare sedan start",
            "Antal avslut totalt",
        ),
        weak=("Avslutade totalt", "Avslutade", "Varav avslutade", "Antal avslutade", "Avslutade deltagare"),
        about=told(_ENDED, never=rf"\bandel\b|{_BY_SEX_OR_CAUSE}|{_QUARTER}"),
        question="Antal avslutade deltagare",
        asked=True,
    ),
    Field(
        "/deltagare/avslutade_perioden",
        Reading.NUMBER,
        (
            "Antal avslutade under kvartalet",
            "Avslutade, detta kvartal",
            "Antal avslutade deltagare under kvartalet",
            "Antal avslut under kvartalet",
            "Avslutade under perioden",
            "Varav avslutade under kvartalet",
        ),
        weak=("Avslutade kvartalet", "Avslutade perioden", "Avslut under perioden"),
        about=told(rf"{_ENDED}.*{_QUARTER}", rf"{_QUARTER}.*{_ENDED}", never=rf"\bandel\b|{_BY_SEX_OR_CAUSE}"),
        question="Antal avslutade under kvartalet",
        asked=True,
    ),
    Field(
        "/deltagare/kvinnor_till_arbete_studier",
        Reading.NUMBER,
        (
            "Kvinnor till arbete/studier",
            "varav kvinnor till arbete och/eller studier",
            "Antal kvinnor till arbete eller studier",
            "Kvinnor som gått till arbete eller studier",
        ),
        weak=("Kvinnor arbete/studier",),
        about=told(rf"\bkvinn\w*.*{_TO_WORK}", rf"{_TO_WORK}.*\bkvinn", never=r"\b(man|andel)\b"),
        question="Kvinnor till arbete eller studier",
        asked=True,
        said=(rf"{_TO_JOB}[^.]{{0,50}}?\b{_COUNT} kvinn", rf"\b{_COUNT} kvinn\w*[^.]{{0,60}}{_TO_JOB}"),
    ),
    Field(
        "/deltagare/man_till_arbete_studier",
        Reading.NUMBER,
        (
            "Män till arbete/studier",
            "varav män till arbete och/eller studier",
            "Antal män till arbete eller studier",
            "Män som gått till arbete eller studier",
        ),
        weak=("Män arbete/studier",),
        about=told(rf"\bman\b.*{_TO_WORK}", rf"{_TO_WORK}.*\bman\b", never=r"\b(kvinn\w*|andel)\b"),
        question="Män till arbete eller studier",
        asked=True,
        said=(rf"{_TO_JOB}[^.]{{0,50}}?\b{_COUNT} man\b", rf"\b{_COUNT} man\b[^.]{{0,60}}{_TO_JOB}"),
    ),
    Field(
        "/deltagare/andel_handlingsplan",
        Reading.SHARE,
        (
            "Andel deltagare med handlingsplan mot arbete/studier",
            "Andel med handlingsplan",
            "Andel deltagare som har en handlingsplan",
            "Andel (%) med handlingsplan",
            "Deltagare med handlingsplan, procent",
        ),
        weak=("Handlingsplan", "Med handlingsplan"),
        about=told(r"\b(handlingsplan\w*|(individuell|gemensam) plan\w*|planering mot)\b"),
        question="Andel med handlingsplan",
        asked=True,
    ),
    Field(
        "/deltagare/pagaende",
        Reading.NUMBER,
        (
            "Antal pågående deltagare",
            "Pågående deltagare",
            "Antal deltagare vid kvartalets slut",
            "Antal deltagare just nu",
            "Deltagare kvar i insatsen",
            "Antal pågående ärenden",
        ),
        weak=("Pågående", "Varav pågående", "Antal pågående"),
        about=told(
            r"\bpagaende\b|\bkvar i insats|\b(aktuella|aktiva) (deltagare|personer)\b",
            rf"{_PEOPLE}.*\bkvar\b",
            rf"{_PEOPLE}.*\b(just nu|i ?dag|i dagslaget|for narvarande|vid (kvartalets|periodens) (slut|utgang))\b",
            never=r"\b(avslut\w*|kvinn\w*|man|andel)\b",
        ),
        question="Antal pågående deltagare",
        asked=True,
    ),
)
