"""Stegvis framåt, the second quarter of 2025: a sound report."""

from __future__ import annotations

from samples.kvartalsrapport.report import QuarterlyReport
from underlag.schemas.kvartalsrapport import Deltagare, Kvartalsrapport, Period, QuarterBudget, Question
from underlag.schemas.records import Signature

REPORT = QuarterlyReport(
    name="stegvis-q2",
    association="Samordningsförbundet Vindelbygden",
    place="Lindvassa",
    title="insatsledare",
    by_sex={"totalt": (19, 15), "avslutade": (5, 4), "avslutade_perioden": (3, 2), "till_arbete_studier": (2, 1), "pagaende": (14, 11)},
    record=Kvartalsrapport(
        insatsens_namn="Stegvis framåt",
        insatsagare="Lindvassa kommun",
        period=Period(ar=2025, kvartal=2),
        inlamnad="2025-07-15",
        start_i_tid=Question(svar=True),
        i_fas_med_mal=Question(svar=True, kommentar="34 av de 40 platserna för året är redan tillsatta."),
        prognos_maluppfyllelse=Question(svar=True),
        vakanser_sof_medel=Question(svar=False),
        vakanser_egenfinansierade=Question(svar=False),
        styrgruppsmoten_enligt_avtal=Question(svar=True, kommentar="Möte den 3 juni, nästa möte den 9 september."),
        ordinarie_representanter_deltagit=Question(svar=True),
        uppfoljning_enligt_avtal=Question(svar=True, kommentar="Alla deltagare är registrerade i SUS."),
        kontroll_metod=Question(svar=True),
        kontroll_malgrupp=Question(svar=True),
        jamlikhet=Question(svar=True, kommentar="Styrgruppen har gått igenom hur lokalen fungerar för den som använder rullstol."),
        jamstalldhet=Question(svar=True),
        avvikelse_mal=Question(svar=False),
        avvikelse_malgrupp=Question(svar=False),
        avvikelse_budget=Question(svar=False),
        antal_styrgruppsmoten=1,
        budget=QuarterBudget(budget=522_500, utfall=498_300, prognos=522_500),
        deltagare=Deltagare(
            totalt=34,
            avslutade=9,
            avslutade_perioden=5,
            kvinnor_till_arbete_studier=2,
            man_till_arbete_studier=1,
            andel_handlingsplan=88.0,
            pagaende=25,
        ),
        underskrifter=(
            Signature(roll="insatsagare", organisation="Lindvassa kommun", datum="2025-07-15", namn="Tyra Almestrand", undertecknad=True),
        ),
    ),
)
