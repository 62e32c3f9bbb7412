"""Quarterly reports set in tables, about insatser that do not exist, with what each of them says."""

from __future__ import annotations

import docx

from tests.quarterly_building import Paper, Said, answers, grid, word_bytes


def columns() -> Paper:
    """Ja and Nej in columns of their own, money by row and column, people by sex."""
    d = docx.Document()
    d.add_heading("Rapport för kvartal 2 2022", 1)
    grid(
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
    grid(d, [["Nr", "Fråga", "Ja", "Nej", "Kommentar"], *([str(n), *q] for n, q in enumerate(questions, 1))])
    grid(
        d,
        [
            ["Kostnadsslag", "Budget kvartal 2", "Utfall kvartal 2", "Prognos kvartal 2", "Ackumulerat utfall"],
            ["Personal", "200 000", "180 500", "190 000", "360 000"],
            ["Övrigt", "20 000", "4 500", "10 000", "9 000"],
            ["Summa", "220 000", "185 000", "200 000", "369 000"],
        ],
    )
    grid(
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
    grid(d, [["Ort och datum", "Solberg 2022-07-07"], ["Underskrift", ""], ["Namnförtydligande", "Karin Lindqvist"]])
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
    return Paper(word_bytes(d), says | answers(marked, comments))


def two_columns() -> Paper:
    """Labels left, answers right; a word for an answer, its comment in the same cell or in a row below."""
    d = docx.Document()
    d.add_paragraph("Kvartalsrapport till samordningsförbundet")
    grid(
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
    return Paper(word_bytes(d), says | answers(marked, comments))
