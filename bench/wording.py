"""What stands on the pages that the bench draws: invented text, dense with the signs that text recognition loses."""

PROSE = (
    "Enligt 7 § lagen (2003:1210) får förbundet besluta om insatser som högst täcker 85 % av kostnaden för året.",
    "Återrapporteringen ska ske två gånger per år, senast den 15 augusti och den 20 januari, till info@norrviken.example.",
    "Andelen deltagare i arbete eller studier ökade från 34 % till 41 %, vilket är 3,5 procentenheter över målet.",
    "För småföretagare gäller 4 kap. 12 § och 5 kap. 3 § samma förordning; undantag prövas enligt 9 §.",
    "Öppenvården i Ödåkra och Ängsö tog emot 128 personer, varav 62 % kvinnor och 38 % män i åldern 18–29 år.",
    "Frågor besvaras av åsa.öberg@lindmark.example eller på telefon 070-555 01 23, vardagar kl. 8.30–16.00.",
    "Förbrukade medel uppgår till 1 284 500 kr, det vill säga 72,4 % av den beviljade ramen på 1 774 000 kr.",
    "Av de 46 avslutade gick 17 till arbete (37 %), 9 till studier (19,6 %) och 20 till fortsatt rehabilitering.",
    "Styrgruppen mötte arbetsgivare vid sju tillfällen och har föreslagit ändringar i 2 §, 6 § och 11 § stadgarna.",
    "Bidrag enligt 14 § utbetalas kvartalsvis i förskott med 25 % per gång; ej använda medel återbetalas före 2025-03-31.",
    "Samtycke hanteras enligt 10 kap. 1 § offentlighets- och sekretesslagen (2009:400) och sparas i högst 24 månader.",
    "Synpunkter lämnas till dataskydd@vasterangen.example, gärna före den 1 december då ärendet (dnr 2024/0317) stängs.",
    "Självskattad hälsa förbättrades för 57 % av de svarande; svarsfrekvensen var 88 % och bortfallet 12 %.",
    "Måluppfyllelsen bedöms som god: åtta av tio delmål är nådda, två är försenade på grund av hög frånvaro.",
)

BUDGET = (
    ("Kostnadsslag", "År 2024", "År 2025", "Andel", "Ändring"),
    ("Lön samordnare, 80 %", "512 400", "531 900", "41,3 %", "3,8 %"),
    ("Lön coach, 100 %", "498 000", "517 000", "40,1 %", "3,8 %"),
    ("Sociala avgifter", "317 460", "329 550", "25,6 %", "3,8 %"),
    ("Lokaler och städning", "96 000", "99 500", "7,7 %", "3,6 %"),
    ("Resor, mat och möten", "24 750", "18 000", "1,4 %", "-27,3 %"),
    ("Språkstöd, tolk", "40 000", "35 000", "2,7 %", "-12,5 %"),
    ("IT och telefoni", "31 200", "32 400", "2,5 %", "3,8 %"),
    ("Extern utvärdering", "0", "75 000", "5,8 %", "–"),
    ("OH-kostnader, 6 %", "91 189", "98 301", "7,6 %", "7,8 %"),
    ("Avgår: egen insats", "-280 000", "-449 651", "-34,9 %", "60,6 %"),
    ("Summa sökt bidrag", "1 330 999", "1 287 000", "100 %", "-3,3 %"),
)

CONTACTS = (
    ("Part", "Kontakt", "E-post", "Telefon", "Ombud t.o.m."),
    ("Ängelsbro kommun", "Åke Öst", "ake.ost@angelsbro.example", "0411-55 01 02", "2025-06-30"),
    ("Region Västsjö", "Märta Ek", "marta.ek@vastsjo.example", "0411-55 88 10", "2025-12-31"),
    ("Försäkringskassan", "Örjan Blå", "orjan.bla@kassan.example", "010-555 44 00", "2026-01-31"),
    ("Arbetsförmedlingen", "Siv Hägg", "siv.hagg@formedla.example", "010-555 07 65", "2024-11-15"),
    ("Sjöhöjdens kommun", "Pär Löv", "p.lov@sjohojden.example", "0426-55 31 90", "2026-08-31"),
)

RESULTS = (
    ("Mått", "Q1", "Q2", "Q3", "Q4", "Mål"),
    ("Nya deltagare", "12", "9", "7", "14", "40"),
    ("Till arbete", "3", "4", "2", "6", "12"),
    ("Till studier", "1", "2", "0", "5", "10"),
    ("Andel avslut", "33 %", "67 %", "29 %", "79 %", "55 %"),
    ("Närvaro", "81 %", "84 %", "76 %", "88 %", "85 %"),
    ("Nöjdhet (1–10)", "7,9", "8,1", "8,0", "8,6", "8,0"),
    ("Kostnad, tkr", "312,5", "298,0", "344,7", "329,3", "1 300"),
    ("Avvikelse, tkr", "-12,5", "27,0", "-19,7", "-4,3", "0"),
)

STATUTES = (
    ("Lagrum", "Vad det gäller", "Beslut", "Dnr"),
    ("7 §", "Insatsens ändamål", "2024-02-14", "2024/0011"),
    ("8 § 2 st.", "Års- och delrapport", "2024-02-14", "2024/0012"),
    ("12 §", "Återkrav, högst 30 %", "2024-05-29", "2024/0047"),
    ("3 kap. 4 §", "Sekretess mellan parter", "2024-09-03", "2024/0081"),
    ("3 kap. 9 §", "Gallring efter 10 år", "2024-09-03", "2024/0082"),
    ("15 §", "Överklagande", "2024-10-22", "2024/0095"),
)
