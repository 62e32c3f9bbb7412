"""Förnyelsen, the last quarter of 2021: late, an unexplained deviation, participants that do not add up, unsigned."""

from __future__ import annotations

from samples.kvartalsrapport.report import QuarterlyReport
from samples.sample import Flaw
from underlag.schemas.kvartalsrapport import Deltagare, Kvartalsrapport, Period, QuarterBudget, Question
from underlag.schemas.records import Signature

REPORT = QuarterlyReport(
    name="fornyelsen",
    association="Samordningsförbundet Ölandsbron",
    place="Östervik",
    record=Kvartalsrapport(
        insatsens_namn="Förnyelsen",
        insatsagare="Östervik stad",
        period=Period(ar=2021, kvartal=4),
        inlamnad="2022-02-24",
        start_i_tid=Question(svar=False, kommentar="Insatsen startade fem veckor senare än planerat eftersom lokalen inte var klar."),
        i_fas_med_mal=Question(svar=False, kommentar="Färre deltagare än beräknat har skrivits in under hösten."),
        prognos_maluppfyllelse=Question(svar=True, kommentar="Styrgruppen räknar med att ta igen förseningen före sommaren."),
        vakanser_sof_medel=Question(svar=True, kommentar="Coach 50 % från den 1 november."),
        vakanser_egenfinansierade=Question(svar=False),
        styrgruppsmoten_enligt_avtal=Question(svar=True),
        ordinarie_representanter_deltagit=Question(svar=False, kommentar="Försäkringskassan har haft ersättare vid ett möte."),
        uppfoljning_enligt_avtal=Question(svar=True),
        kontroll_metod=Question(svar=True),
        kontroll_malgrupp=Question(svar=True),
        jamlikhet=Question(svar=False),
        jamstalldhet=Question(svar=True),
        avvikelse_mal=Question(svar=True, kommentar="Inflödet är cirka 20 procent lägre än planerat."),
        avvikelse_malgrupp=Question(svar=False),
        avvikelse_budget=Question(svar=True),
        antal_styrgruppsmoten=2,
        budget=QuarterBudget(budget=410_000, utfall=289_750, prognos=395_000),
        deltagare=Deltagare(
            totalt=26,
            avslutade=7,
            avslutade_perioden=4,
            kvinnor_till_arbete_studier=1,
            man_till_arbete_studier=2,
            andel_handlingsplan=73.1,
            pagaende=21,
        ),
        underskrifter=(
            Signature(roll="insatsagare", organisation="Östervik stad", datum="2022-02-24", namn="Gun-Britt Falkesand", undertecknad=False),
        ),
    ),
    anomalies=(
        Flaw("/inlamnad", "late", "Rapporten för kvartal 4 skulle lämnas senast 2022-01-31.", "2022-01-31", "2022-02-24"),
        Flaw("/avvikelse_budget/kommentar", "missing_comment", "Avvikelsen från budgeten är inte kommenterad."),
        Flaw("/deltagare/pagaende", "sum_mismatch", "7 avslutade och 21 pågående är 28, inte 26.", 19, 21),
        Flaw("/underskrifter/0/undertecknad", "missing_signature", "Rapporten är inte underskriven.", True, False),
    ),
    tolerated=(
        Flaw("/budget/utfall", "budget_band", "Utfallet är 71 % av budgeten.", 410_000, 289_750),
        Flaw("/budget/prognos", "budget_band", "Prognosen är högre än utfallet för ett kvartal som är slut.", 289_750, 395_000),
        Flaw("/jamlikhet/svar", "not_discussed", "Jämlikhet har inte tagits upp."),
        Flaw("/jamlikhet/kommentar", "missing_comment", "Att jämlikhet inte har tagits upp är inte kommenterat."),
        Flaw("/deltagare/andel_handlingsplan", "low_share", "Andelen med handlingsplan är låg.", None, 73.1),
    ),
)
