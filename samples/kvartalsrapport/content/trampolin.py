"""Trampolin, the first quarter of 2024: more spent than planned, a steering group that has not met, a deviation without comment."""

from __future__ import annotations

from samples.kvartalsrapport.report import QuarterlyReport
from samples.sample import Flaw
from underlag.schemas.kvartalsrapport import Deltagare, Kvartalsrapport, Period, QuarterBudget, Question
from underlag.schemas.records import Signature

REPORT = QuarterlyReport(
    name="trampolin",
    association="Finsam Sjöriket",
    place="Sjöstad",
    title="verksamhetschef",
    record=Kvartalsrapport(
        insatsens_namn="Trampolin – steget till första jobbet",
        insatsagare="Region Södra Sjöriket",
        period=Period(ar=2024, kvartal=1),
        inlamnad="2024-04-22",
        start_i_tid=Question(svar=True),
        i_fas_med_mal=Question(svar=True, kommentar="18 nya deltagare sedan årsskiftet."),
        prognos_maluppfyllelse=Question(svar=None, kommentar="Frågan har inte behandlats, eftersom styrgruppen inte har träffats."),
        vakanser_sof_medel=Question(svar=False),
        vakanser_egenfinansierade=Question(svar=True, kommentar="Arbetsförmedlarens tjänst, 20 %, är vakant sedan februari."),
        styrgruppsmoten_enligt_avtal=Question(svar=False, kommentar="Mötet i mars ställdes in."),
        ordinarie_representanter_deltagit=Question(svar=None),
        uppfoljning_enligt_avtal=Question(svar=True),
        kontroll_metod=Question(svar=True),
        kontroll_malgrupp=Question(svar=True, kommentar="Två deltagare har avslutats då de inte tillhörde målgruppen."),
        jamlikhet=Question(svar=True),
        jamstalldhet=Question(svar=True),
        avvikelse_mal=Question(svar=False),
        avvikelse_malgrupp=Question(svar=True),
        avvikelse_budget=Question(svar=True, kommentar="Dubbla hyror under flytten i februari."),
        antal_styrgruppsmoten=0,
        budget=QuarterBudget(budget=610_000, utfall=702_400, prognos=690_000),
        deltagare=Deltagare(
            totalt=71,
            avslutade=38,
            avslutade_perioden=9,
            kvinnor_till_arbete_studier=3,
            man_till_arbete_studier=4,
            andel_handlingsplan=94.0,
            pagaende=33,
        ),
        underskrifter=(
            Signature(
                roll="insatsagare",
                organisation="Region Södra Sjöriket",
                datum="2024-04-22",
                namn="Mårten Ekelöv",
                epost="marten.ekelov@sodrasjoriket.example",
                undertecknad=True,
            ),
        ),
    ),
    anomalies=(
        Flaw("/avvikelse_malgrupp/kommentar", "missing_comment", "Avvikelsen i fråga om målgruppen är inte kommenterad."),
        Flaw("/budget/utfall", "budget_band", "Utfallet är 115 % av budgeten.", 610_000, 702_400),
        Flaw("/antal_styrgruppsmoten", "too_few_meetings", "Styrgruppen har inte träffats under kvartalet.", 1, 0),
    ),
    tolerated=(
        Flaw("/styrgruppsmoten_enligt_avtal/svar", "too_few_meetings", "Mötet i mars ställdes in.", True, False),
        Flaw("/prognos_maluppfyllelse/svar", "missing_answer", "Frågan är obesvarad."),
        Flaw("/ordinarie_representanter_deltagit/svar", "missing_answer", "Frågan är obesvarad."),
        Flaw("/budget/prognos", "budget_band", "Prognosen är lägre än utfallet.", 702_400, 690_000),
    ),
)
