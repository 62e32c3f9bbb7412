"""Quarterly reports written line by line, about insatser that do not exist, with what each of them says."""

from __future__ import annotations

import docx

from tests.quarterly_building import Paper, Said, answers, word_bytes


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
        "/underskrifter/0/undertecknad": False,
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
    return Paper(word_bytes(d), says | answers(marked, comments))


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
    return Paper(word_bytes(d), says | answers(marked, comments))
