"""What the memo of the first half of the year says: eight insatser, nothing wrong."""

from __future__ import annotations

from samples.uppfoljning.counts import expected, participants, support, total
from underlag.schemas.uppfoljning import (
    BudgetRow,
    ConditionRow,
    EndingRow,
    ExpectedRow,
    GoalRow,
    InsatsRow,
    Period,
    QualityRow,
    Uppfoljning,
)

NEXT, SQUARE, COORDINATOR = "Almsjö, Nästa steg", "Almsjö, Arbetsmarknadstorget", "Brunnsta, Koordinator för flerpartsmöten"
YOUNG, GREEN, SPEECH = "Ekfors, Ung kraft", "Ekfors, Grön väg tillbaka", "Lindvassa, Språk och arbete"
PAIN, EARLY = "Region Vinderland, Samordnad smärtrehabilitering", "Försäkringskassan, Tidig dialog"
PAIN_SHORT, COORDINATOR_SHORT = "Region Vinderland, Smärtrehab", "Brunnsta, Koordinator"
"""As narrow tables write them."""
ENDED = 57

PEOPLE = (
    participants(NEXT, 23, (61, 14, 3, 4, 92.0)),
    participants(SQUARE, 27, (31, 12, 4, 2, 88.0)),
    participants(YOUNG, 22, (25, 10, 3, 3, 95.0)),
    participants(GREEN, 16, (13, 8, 1, 1, 100.0)),
    participants(SPEECH, 18, (4, 4, 1, 2, 81.0)),
    participants(PAIN_SHORT, 19, (17, 9, 2, 1, None)),
)
WANTED = (
    ExpectedRow(insats=NEXT, totalt=84, forvantat=90),
    ExpectedRow(insats=SQUARE, totalt=58, forvantat=120),
    ExpectedRow(insats=YOUNG, totalt=47, forvantat=60),
    ExpectedRow(insats=GREEN, totalt=29, forvantat=40),
    ExpectedRow(insats=SPEECH, totalt=22, forvantat=20),
    ExpectedRow(insats=PAIN, totalt=36, forvantat=75),
)

RECORD = Uppfoljning(
    period=Period(ar=2024, kvartal=(1, 2)),
    antal_insatser=8,
    insatser=(
        InsatsRow(insats=NEXT, start="2022-01-01", slut="2024-12-31"),
        InsatsRow(insats=SQUARE, start="2023-03-01", slut="2026-02-28"),
        InsatsRow(insats=COORDINATOR, start="2023-01-01", slut="2025-12-31"),
        InsatsRow(insats=YOUNG, start="2022-09-01", slut="2025-08-31"),
        InsatsRow(insats=GREEN, start="2023-08-15", slut="2025-08-14"),
        InsatsRow(insats=SPEECH, start="2024-01-15", slut="2026-01-14"),
        InsatsRow(insats=PAIN, start="2023-10-01", slut="2025-09-30"),
        InsatsRow(insats=EARLY, start="2021-07-01", slut="2024-06-30"),
    ),
    mal=(
        GoalRow(insats=NEXT, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=SQUARE, i_fas="Delvis", prognos="Ja, med ökat inflöde"),
        GoalRow(insats=COORDINATOR, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=YOUNG, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=GREEN, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=SPEECH, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=PAIN, i_fas="Nej", prognos="Osäkert"),
        GoalRow(insats=EARLY, i_fas="Ja", prognos="Målen nådda"),
    ),
    forutsattningar=(
        ConditionRow(insats=NEXT, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=SQUARE, start_i_tid="Ja", vakanser_sof="Ja", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=COORDINATOR, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=YOUNG, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Ja", avvikelser_budget="Nej"),
        ConditionRow(insats=GREEN, start_i_tid="Nej", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=SPEECH, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=PAIN, start_i_tid="Ja", vakanser_sof="Ja", vakanser_egen="Ja", avvikelser_budget="Ja"),
        ConditionRow(insats=EARLY, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
    ),
    budget=(
        BudgetRow(insats=NEXT, budget=1_150_000, utfall=1_127_000, forbrukningskvot=98.0, prognos="Enligt budget"),
        BudgetRow(insats=SQUARE, budget=980_000, utfall=784_000, forbrukningskvot=80.0, prognos="Lägre än budget"),
        BudgetRow(insats=COORDINATOR, budget=410_000, utfall=405_900, forbrukningskvot=99.0, prognos="Enligt budget"),
        BudgetRow(insats=YOUNG, budget=640_000, utfall=608_000, forbrukningskvot=95.0, prognos="Enligt budget"),
        BudgetRow(insats=GREEN, budget=525_000, utfall=514_500, forbrukningskvot=98.0, prognos="Enligt budget"),
        BudgetRow(insats=SPEECH, budget=300_000, utfall=282_000, forbrukningskvot=94.0, prognos="Enligt budget"),
        BudgetRow(insats=PAIN, budget=875_000, utfall=612_500, forbrukningskvot=70.0, prognos="Lägre än budget"),
        BudgetRow(insats=EARLY, budget=260_000, utfall=260_000, forbrukningskvot=100.0, prognos="Enligt budget"),
    ),
    kvalitet=(
        QualityRow(insats=NEXT, svar=("Ja", "Ja", "Ja", "Ja", "Ja", "Ja", "Nej")),
        QualityRow(insats=SQUARE, svar=("Ja", "Ja", "Ja", "Ja", "Ja", "Ja", "Ja, målgrupp")),
        QualityRow(insats=COORDINATOR_SHORT, svar=("Ja", "-", "Ja", "-", "Ja", "Ja", "Nej")),
        QualityRow(insats=YOUNG, svar=("Ja", "Ja", "Ja", "Ja", "Nej", "Ja", "Nej")),
        QualityRow(insats=GREEN, svar=("Ja", "Ja", "Ja", "Ja", "Ja", "Ja", "Nej")),
        QualityRow(insats=SPEECH, svar=("Ja", "Ja", "Ja", "Ja", "Ja", "Ja", "Nej")),
        QualityRow(insats=PAIN_SHORT, svar=("Nej", "Ja", "Ja", "Nej", "Ja", "Ja", "Ja, mål")),
        QualityRow(insats=EARLY, svar=("Ja", "-", "Ja", "Ja", "Ja", "Ja", "Nej")),
    ),
    deltagare=PEOPLE,
    deltagare_totalt=total(PEOPLE, 91.0),
    avslutsanledningar=(
        EndingRow(anledning="Arbete utan stöd", kvinnor=4, man=5, totalt=9),
        EndingRow(anledning="Arbete med lönestöd", kvinnor=6, man=4, totalt=10),
        EndingRow(anledning="Egen verksamhet", kvinnor=0, man=1, totalt=1),
        EndingRow(anledning="Studier", kvinnor=4, man=3, totalt=7),
        EndingRow(anledning="Arbetssökande vid Arbetsförmedlingen", kvinnor=9, man=7, totalt=16),
        EndingRow(anledning="Fortsatt rehabilitering", kvinnor=6, man=3, totalt=9),
        EndingRow(anledning="Flytt eller okänt", kvinnor=2, man=3, totalt=5),
    ),
    forsorjning=(
        support("Sjukpenning", 9, 6, ENDED),
        support("Aktivitetsersättning", 6, 4, ENDED),
        support("A-kassa", 2, 3, ENDED),
        support("Aktivitetsstöd", 12, 10, ENDED),
        support("Ekonomiskt bistånd", 25, 13, ENDED),
        support("Studiemedel", 1, 7, ENDED),
        support("Egen försörjning", 4, 20, ENDED),
    ),
    forvantade_deltagare=WANTED,
    forvantade_deltagare_totalt=expected(WANTED),
)
