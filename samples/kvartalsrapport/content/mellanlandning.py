"""Mellanlandning, the third quarter of 2020: sent by an e-service, so without ink; half of the people lack a plan, a figure contradicts."""

from __future__ import annotations

from samples.kvartalsrapport.report import QuarterlyReport
from samples.sample import Flaw
from underlag.schemas.kvartalsrapport import Deltagare, Kvartalsrapport, Period, QuarterBudget, Question

REPORT = QuarterlyReport(
    name="mellanlandning",
    association="Samordningsförbundet Kroksjö",
    record=Kvartalsrapport(
        insatsens_namn="Mellanlandning",
        insatsagare="Arbetsförmedlingen",
        period=Period(ar=2020, kvartal=3),
        inlamnad="2020-10-28",
        start_i_tid=Question(svar=True),
        i_fas_med_mal=Question(svar=False, kommentar="Under pandemin har gruppverksamheten legat nere och inflödet har nästan stannat."),
        prognos_maluppfyllelse=Question(svar=False, kommentar="Målet om 60 deltagare kommer inte att nås under insatstiden."),
        vakanser_sof_medel=Question(svar=False),
        vakanser_egenfinansierade=Question(svar=False),
        styrgruppsmoten_enligt_avtal=Question(svar=True, kommentar="Ett möte, på distans."),
        ordinarie_representanter_deltagit=Question(svar=True),
        uppfoljning_enligt_avtal=Question(svar=False, kommentar="Registreringen i SUS släpar efter på grund av sjukdom."),
        kontroll_metod=Question(svar=True),
        kontroll_malgrupp=Question(svar=True),
        jamlikhet=Question(svar=True),
        jamstalldhet=Question(svar=True, kommentar="Fler män än kvinnor har tackat nej till digitala träffar."),
        avvikelse_mal=Question(svar=True, kommentar="Se svaren ovan."),
        avvikelse_malgrupp=Question(svar=False),
        avvikelse_budget=Question(svar=False),
        antal_styrgruppsmoten=1,
        budget=QuarterBudget(budget=375_000, utfall=361_940, prognos=375_000),
        deltagare=Deltagare(
            totalt=38,
            avslutade=24,
            avslutade_perioden=3,
            kvinnor_till_arbete_studier=2,
            man_till_arbete_studier=2,
            andel_handlingsplan=50.0,
            pagaende=14,
        ),
    ),
    anomalies=(
        Flaw("/uppfoljning_enligt_avtal/svar", "not_registered", "Deltagarna är inte registrerade i SUS i tid.", True, False),
        Flaw("/deltagare/avslutade_perioden", "sum_mismatch", "2 kvinnor och 2 män till arbete är fler än de 3 avslutade.", 4, 3),
    ),
    tolerated=(
        Flaw("/deltagare/andel_handlingsplan", "low_share", "Bara hälften av deltagarna har en handlingsplan.", None, 50.0),
        Flaw("/i_fas_med_mal/svar", "behind", "Insatsen är inte i fas med målen."),
        Flaw("/prognos_maluppfyllelse/svar", "behind", "Målen kommer inte att nås."),
        Flaw("/underskrifter", "missing_signature", "E-tjänsten har ingen underskrift."),
    ),
)
