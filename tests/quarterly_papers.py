"""Quarterly reports of four looks, about an insats that does not exist, with what each of them says."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document as WordDocument

Said = dict[str, Any]  # a record's leaves by pointer


@dataclass(frozen=True)
class Paper:
    """One report as Word bytes, and what it says; what `says` does not name is null."""

    data: bytes
    says: Said


def _bytes(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _grid(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), max(len(r) for r in rows))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    document.add_paragraph("")


def _answers(marked: dict[str, bool], comments: dict[str, str]) -> Said:
    return {f"/{key}/svar": value for key, value in marked.items()} | {f"/{key}/kommentar": text for key, text in comments.items()}


def columns() -> Paper:
    """Ja and Nej in columns of their own, money by row and column, people by sex."""
    d = docx.Document()
    d.add_heading("Rapport för kvartal 2 2022", 1)
    _grid(
        d,
        [
            ["Namn på insats", "Vägvisaren"],
            ["Ansvarig organisation", "Solbergs kommun"],
            ["Skickad till förbundet (inlämningsdatum)", "2022-07-08"],
        ],
    )
    questions = [
        ("Kom insatsen igång enligt tidplanen?", "X", "", ""),
        ("Utvecklas insatsen i linje med målen?", "", "X", "Två samarbetspartner kom in sent."),
        ("Räknar styrgruppen med att målen uppnås?", "x", "", ""),
        ("Har det funnits obesatta tjänster som betalas av förbundet?", "", "x", ""),
        ("Har det funnits obesatta tjänster bland parternas egna resurser?", "X", "", "En halv tjänst, tillsätts i augusti."),
        ("Har styrgruppen sammanträtt så som avtalats?", "X", "", ""),
        ("Har parternas ordinarie ledamöter närvarat?", "", "", "Närvaron är inte antecknad."),
        ("Har deltagarna registrerats i SUS?", "X", "", ""),
        ("Är arbetssättet det som angavs i ansökan?", "X", "", ""),
        ("Har det kontrollerats att deltagarna tillhör målgruppen?", "X", "", ""),
        ("Har styrgruppen tagit upp jämställdhet?", "X", "", "Fler män än kvinnor anvisas."),
        ("Har styrgruppen tagit upp jämlikhet?", "", "X", ""),
        ("Avviker verksamheten från målen?", "X", "", "Inflödet är lägre än tänkt."),
        ("Avviker deltagarna från den målgrupp som angetts?", "", "X", ""),
        ("Avviker kostnaderna från budgeten?", "", "X", ""),
    ]
    _grid(d, [["Nr", "Fråga", "Ja", "Nej", "Kommentar"], *([str(n), *q] for n, q in enumerate(questions, 1))])
    _grid(
        d,
        [
            ["Kostnadsslag", "Budget kvartal 2", "Utfall kvartal 2", "Prognos kvartal 2", "Ackumulerat utfall"],
            ["Personal", "200 000", "180 500", "190 000", "360 000"],
            ["Övrigt", "20 000", "4 500", "10 000", "9 000"],
            ["Summa", "220 000", "185 000", "200 000", "369 000"],
        ],
    )
    _grid(
        d,
        [
            ["Deltagare", "Kvinnor", "Män", "Totalt"],
            ["Antal deltagare sedan start", "20", "24", "44"],
            ["Avslutade sedan start", "8", "9", "17"],
            ["Avslutade under kvartalet", "3", "2", "5"],
            ["Till arbete eller studier", "2", "1", "3"],
            ["Kvar i insatsen", "12", "15", "27"],
        ],
    )
    d.add_paragraph("Andel deltagare med handlingsplan: 85 %")
    d.add_paragraph("Hur många gånger har styrgruppen träffats? Tre")
    _grid(d, [["Ort och datum", "Solberg 2022-07-07"], ["Underskrift", ""], ["Namnförtydligande", "Karin Lindqvist"]])
    marked = {
        "start_i_tid": True,
        "i_fas_med_mal": False,
        "prognos_maluppfyllelse": True,
        "vakanser_sof_medel": False,
        "vakanser_egenfinansierade": True,
        "styrgruppsmoten_enligt_avtal": True,
        "uppfoljning_enligt_avtal": True,
        "kontroll_metod": True,
        "kontroll_malgrupp": True,
        "jamstalldhet": True,
        "jamlikhet": False,
        "avvikelse_mal": True,
        "avvikelse_malgrupp": False,
        "avvikelse_budget": False,
    }
    comments = {
        "i_fas_med_mal": "Två samarbetspartner kom in sent.",
        "vakanser_egenfinansierade": "En halv tjänst, tillsätts i augusti.",
        "ordinarie_representanter_deltagit": "Närvaron är inte antecknad.",
        "jamstalldhet": "Fler män än kvinnor anvisas.",
        "avvikelse_mal": "Inflödet är lägre än tänkt.",
    }
    says: Said = {
        "/insatsens_namn": "Vägvisaren",
        "/insatsagare": "Solbergs kommun",
        "/inlamnad": "2022-07-08",
        "/period/ar": 2022,
        "/period/kvartal": 2,
        "/antal_styrgruppsmoten": 3,
        "/budget/budget": 220000,
        "/budget/utfall": 185000,
        "/budget/prognos": 200000,
        "/deltagare/totalt": 44,
        "/deltagare/avslutade": 17,
        "/deltagare/avslutade_perioden": 5,
        "/deltagare/kvinnor_till_arbete_studier": 2,
        "/deltagare/man_till_arbete_studier": 1,
        "/deltagare/andel_handlingsplan": 85.0,
        "/deltagare/pagaende": 27,
        "/underskrifter/0/roll": "insatsagare",
        "/underskrifter/0/organisation": "Solbergs kommun",
        "/underskrifter/0/datum": "2022-07-07",
        "/underskrifter/0/namn": "Karin Lindqvist",
        "/underskrifter/0/undertecknad": False,
    }
    return Paper(_bytes(d), says | _answers(marked, comments))


def numbered() -> Paper:
    """Numbered questions, "Ja/Nej:" and the comment on lines of their own, amounts in thousands, no signature table."""
    d = docx.Document()
    for line in (
        "Kvartalsuppföljning av samverkansinsats",
        "Insats: Hamnen",
        "Insatsägare: Arbetsförmedlingen",
        "Avser kvartal: Q3",
        "År: 2023",
        "Rapporten skickades in: 12 oktober 2023",
        "1. Påbörjades insatsen vid utsatt tid?",
        "Ja/Nej: Nej",
        "Kommentar: Lokalen blev klar en månad för sent.",
        "2. Går arbetet enligt uppsatta mål?",
        "Ja/Nej: Ja",
        "Kommentar:",
        "3. Bedömning av om målen kommer att uppnås (styrgruppen)",
        "Ja/Nej: Ja",
        "4. Vakanta tjänster, rekvirerade medel?",
        "Ja/Nej:",
        "Kommentar: -",
        "5. Vakanta tjänster, parternas medfinansiering?",
        "Ja/Nej: Nej",
        "6. Har möten i styrgruppen genomförts som planerat?",
        "Ja/Nej: Ja",
        "Om nej, varför?",
        "7. Antal styrgruppsmöten i perioden: 1",
        "8. Deltog ordinarie ledamöter?",
        "Ja/Nej: Nej",
        "Om nej, varför? Regionen skickade ersättare.",
        "9. Sker registrering i SUS?",
        "Ja/Nej: Ja",
        "10. Följs metoden?",
        "Ja/Nej: Ja",
        "11. Nås rätt målgrupp?",
        "Ja/Nej: Ja",
        "12. Har jämlikhet diskuterats?",
        "Ja/Nej: Nej",
        "13. Har jämställdhet diskuterats?",
        "Ja/Nej: Nej",
        "14. Finns det avvikelser mot mål?",
        "Ja/Nej: Nej",
        "15. Finns det avvikelser mot målgrupp?",
        "Ja/Nej: Nej",
        "16. Finns det avvikelser mot budget?",
        "Ja/Nej: Ja",
        "Kommentar: Hyran blev högre.",
        "Den justeras från nästa kvartal.",
        "17. Har insatsen behövt nya lokaler?",
        "Ja/Nej: Ja",
        "Kommentar: Flytt i september.",
        "Ekonomi (tkr)",
        "Budgeterat för kvartalet: 310",
        "Utfall under kvartalet: 342,5",
        "Prognos: 310",
        "Deltagarantal",
        "Antal personer som deltagit sedan start: 31 personer",
        "varav avslutade: 12",
        "Avslutade i denna rapportperiod: 4",
        "Avslutade till arbete eller studier: 7",
        "varav kvinnor: 4",
        "varav män: 3",
        "Antal pågående: 19",
        "Ort och datum: Norrhamn 2023-10-12",
        "Underskrift insatsägare: ______________________",
        "Namnförtydligande: Per Ekholm",
    ):
        d.add_paragraph(line)
    marked = {
        "start_i_tid": False,
        "i_fas_med_mal": True,
        "prognos_maluppfyllelse": True,
        "vakanser_egenfinansierade": False,
        "styrgruppsmoten_enligt_avtal": True,
        "ordinarie_representanter_deltagit": False,
        "uppfoljning_enligt_avtal": True,
        "kontroll_metod": True,
        "kontroll_malgrupp": True,
        "jamlikhet": False,
        "jamstalldhet": False,
        "avvikelse_mal": False,
        "avvikelse_malgrupp": False,
        "avvikelse_budget": True,
    }
    comments = {
        "start_i_tid": "Lokalen blev klar en månad för sent.",
        "ordinarie_representanter_deltagit": "Regionen skickade ersättare.",
        "avvikelse_budget": "Hyran blev högre.\nDen justeras från nästa kvartal.",
    }
    says: Said = {
        "/insatsens_namn": "Hamnen",
        "/insatsagare": "Arbetsförmedlingen",
        "/inlamnad": "2023-10-12",
        "/period/ar": 2023,
        "/period/kvartal": 3,
        "/antal_styrgruppsmoten": 1,
        "/budget/budget": 310000,
        "/budget/utfall": 342500,
        "/budget/prognos": 310000,
        "/deltagare/totalt": 31,
        "/deltagare/avslutade": 12,
        "/deltagare/avslutade_perioden": 4,
        "/deltagare/kvinnor_till_arbete_studier": 4,
        "/deltagare/man_till_arbete_studier": 3,
        "/deltagare/pagaende": 19,
        "/underskrifter/0/roll": "insatsagare",
        "/underskrifter/0/organisation": "Arbetsförmedlingen",
        "/underskrifter/0/datum": "2023-10-12",
        "/underskrifter/0/namn": "Per Ekholm",
    }
    return Paper(_bytes(d), says | _answers(marked, comments))


def running() -> Paper:
    """Question and boxes on one line, questions grouped under headings that they need to be understood."""
    d = docx.Document()
    d.add_heading("Kvartalsrapport – oktober–december 2021", 1)
    d.add_paragraph("Insatsens namn: Lyktan\tInsatsägare: Region Norrland")
    d.add_paragraph("Datum för rapport: 2022-01-20")
    for heading, lines in (
        (
            "Läget",
            [
                "Insatsen startade i tid  [x] Ja  [ ] Nej",
                "Insatsen ligger i fas  [x] Ja  [ ] Nej",
                "Målen beräknas nås  [ ] Ja  [x] Nej",
                "Kommentar: Sannolikt nås två av tre mål.",
            ],
        ),
        ("Vakanser", ["SOF-medel  [ ] Ja  [x] Nej", "Egenfinansiering  [ ] Ja  [x] Nej"]),
        (
            "Styrgrupp",
            [
                "Styrgruppen har träffats enligt överenskommelse  [x] Ja  [ ] Nej",
                "Antal möten i styrgruppen  2",
                "Ordinarie representanter har deltagit  [x] Ja  [ ] Nej",
            ],
        ),
        (
            "Kontroll",
            [
                "Uppföljning har gjorts enligt avtal  [x] Ja  [ ] Nej",
                "Angiven metod används  [x] Ja  [ ] Nej",
                "Angiven målgrupp nås  [ ] Ja  [x] Nej",
                "Kommentar",
                "Flera deltagare är äldre än 29 år.",
            ],
        ),
        ("Jämlikhet och jämställdhet", ["Jämlikhet har diskuterats  [x] Ja  [ ] Nej", "Jämställdhet har diskuterats  [ ] Ja  [ ] Nej"]),
        ("Avvikelser", ["Mål  [x] Ja  [ ] Nej", "Målgrupp  [x] Ja  [ ] Nej  Se ovan.", "Budget  [ ] Ja  [x] Nej"]),
        ("Ekonomi", ["Budget 95 000 kr, utfall: 88 250 kr, prognos: 95 000 kr"]),
    ):
        d.add_heading(heading, 2)
        for line in lines:
            d.add_paragraph(line)
    marked = {
        "start_i_tid": True,
        "i_fas_med_mal": True,
        "prognos_maluppfyllelse": False,
        "vakanser_sof_medel": False,
        "vakanser_egenfinansierade": False,
        "styrgruppsmoten_enligt_avtal": True,
        "ordinarie_representanter_deltagit": True,
        "uppfoljning_enligt_avtal": True,
        "kontroll_metod": True,
        "kontroll_malgrupp": False,
        "jamlikhet": True,
        "avvikelse_mal": True,
        "avvikelse_malgrupp": True,
        "avvikelse_budget": False,
    }
    comments = {
        "prognos_maluppfyllelse": "Sannolikt nås två av tre mål.",
        "kontroll_malgrupp": "Flera deltagare är äldre än 29 år.",
        "avvikelse_malgrupp": "Se ovan.",
    }
    says: Said = {
        "/insatsens_namn": "Lyktan",
        "/insatsagare": "Region Norrland",
        "/inlamnad": "2022-01-20",
        "/period/ar": 2021,
        "/period/kvartal": 4,
        "/antal_styrgruppsmoten": 2,
        "/budget/budget": 95000,
        "/budget/utfall": 88250,
        "/budget/prognos": 95000,
    }
    return Paper(_bytes(d), says | _answers(marked, comments))


def two_columns() -> Paper:
    """Labels left, answers right; a word for an answer, its comment in the same cell or in a row below."""
    d = docx.Document()
    d.add_paragraph("Kvartalsrapport till samordningsförbundet")
    _grid(
        d,
        [
            ["Insats", "Språnget"],
            ["Insatsägande part", "Försäkringskassan"],
            ["Period", "2024-01-01 – 2024-03-31"],
            ["Rapportdatum", "2024-04-15"],
            ["Har insatsen startat enligt plan?", "Ja"],
            ["Är insatsen i fas med målsättningen?", "Nej, rekryteringen drog ut på tiden."],
            ["Styrgruppens bedömning: kommer insatsen nå sina mål?", "Ja"],
            ["Eventuell kommentar", "Under förutsättning att intaget ökar."],
            ["Förekommer vakanser på tjänster som samordningsförbundet bekostar?", "Ja. Coachtjänsten är vakant sedan februari."],
            ["Förekommer vakanser på tjänster som parterna själva bekostar?", "Nej"],
            ["Antal styrgruppsmöten", "2 st"],
            ["Styrgruppsmöten enligt avtal", "Ja"],
            ["Samtliga ordinarie representanter närvarande", "Nej"],
            ["Uppföljning enligt avtal", ""],
            ["Kontroll av att metoden följs", "Ja"],
            ["Kontroll av att rätt målgrupp nås", "Ja"],
            ["Jämlikhetsperspektivet behandlat", "Ja"],
            ["Jämställdhetsperspektivet behandlat", "Ja"],
            ["Avvikelser – mål", "Nej"],
            ["Avvikelser – målgrupp", "Nej"],
            ["Avvikelser – budget", "Ja, lägre lönekostnader."],
            ["Kvartalets budget", "275 000 kr"],
            ["Kvartalets utfall", "198 340 kr"],
            ["Kvartalets prognos", "–"],
            ["Totalt antal inskrivna", "12"],
            ["Antal avslut totalt", "0"],
            ["Antal avslut under perioden", "0"],
            ["Kvinnor som gått till arbete/studier", "0"],
            ["Män som gått till arbete/studier", "0"],
            ["Deltagare med individuell plan (%)", "50"],
            ["Antal deltagare vid periodens slut", "12"],
        ],
    )
    marked = {
        "start_i_tid": True,
        "i_fas_med_mal": False,
        "prognos_maluppfyllelse": True,
        "vakanser_sof_medel": True,
        "vakanser_egenfinansierade": False,
        "styrgruppsmoten_enligt_avtal": True,
        "ordinarie_representanter_deltagit": False,
        "kontroll_metod": True,
        "kontroll_malgrupp": True,
        "jamlikhet": True,
        "jamstalldhet": True,
        "avvikelse_mal": False,
        "avvikelse_malgrupp": False,
        "avvikelse_budget": True,
    }
    comments = {
        "i_fas_med_mal": "rekryteringen drog ut på tiden.",
        "prognos_maluppfyllelse": "Under förutsättning att intaget ökar.",
        "vakanser_sof_medel": "Coachtjänsten är vakant sedan februari.",
        "avvikelse_budget": "lägre lönekostnader.",
    }
    says: Said = {
        "/insatsens_namn": "Språnget",
        "/insatsagare": "Försäkringskassan",
        "/inlamnad": "2024-04-15",
        "/period/ar": 2024,
        "/period/kvartal": 1,
        "/antal_styrgruppsmoten": 2,
        "/budget/budget": 275000,
        "/budget/utfall": 198340,
        "/deltagare/totalt": 12,
        "/deltagare/avslutade": 0,
        "/deltagare/avslutade_perioden": 0,
        "/deltagare/kvinnor_till_arbete_studier": 0,
        "/deltagare/man_till_arbete_studier": 0,
        "/deltagare/andel_handlingsplan": 50.0,
        "/deltagare/pagaende": 12,
    }
    return Paper(_bytes(d), says | _answers(marked, comments))


PAPERS: dict[str, Callable[[], Paper]] = {"columns": columns, "numbered": numbered, "running": running, "two_columns": two_columns}
