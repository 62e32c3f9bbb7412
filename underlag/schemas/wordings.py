"""Wordings of the small labels inside answers: parties, signature blocks, boxes for Ja and Nej, and the budget's headings.

Source: the association's forms in their known editions, and sister associations' forms.
"""

from __future__ import annotations

PARTY = {
    "organisation": (
        "Organisation",
        "Organisationens namn",
        "Organisation/myndighet",
        "Myndighet",
        "Part",
        "Namn på organisation",
        "Organisation och enhet",
        "Samverkanspart",
    ),
    "kontaktperson": (
        "Kontaktperson",
        "Kontaktpersonens namn",
        "Namn på kontaktperson",
        "Kontakt",
        "Kontaktuppgifter",
        "Kontaktuppgifter till ansvarig",
        "Ansvarig person",
        "Ansvarig",
        "Kontaktperson hos sökande part",
        "Kontaktperson hos insatsägaren",
        "Kontaktperson för insatsen",
        "Namn",
    ),
    "epost": ("E-post", "E-postadress", "Epost", "E-mail", "Mejl", "Mail", "Mejladress"),
    "annat": (
        "Telefon",
        "Telefonnummer",
        "Tfn",
        "Mobil",
        "Adress",
        "Postadress",
        "Titel",
        "Befattning",
        "Organisationsnummer",
        "Org.nr",
        "Roll",
    ),
}
"""Sub-labels of a party; `annat` has no place in the record."""

SIGNATURE = {
    "organisation_datum": ("Organisation och datum", "Organisation, datum", "Organisation/datum", "Datum och organisation"),
    "organisation": (
        "Organisation",
        "Part",
        "Myndighet",
        "För organisation",
        "För",
        "Insatsägare",
        "Samverkanspart",
        "Huvudinsatsägare",
        "Projektägare",
        "Sökande",
        "Sökande organisation",
        "Ansökande organisation",
        "Ansvarig organisation",
        "Samarbetspart",
        "Medverkande part",
        "Samverkande part",
        "Medverkande organisation",
    ),
    "datum": (
        "Datum",
        "Datum för underskrift",
        "Undertecknat datum",
        "Ort och datum",
        "Ort, datum",
        "Ort/datum",
        "Plats och datum",
        "Datum och ort",
    ),
    "underskrift": (
        "Insatsägare (namn)",
        "Samverkanspart (namn)",
        "Insatsägare(namn)",
        "Samverkanspart(namn)",
        "Underskrift",
        "Namnteckning",
        "Signatur",
        "Insatsägarens underskrift",
        "Samverkanspartens underskrift",
        "Underskrift insatsägare",
        "Underskrift samverkanspart",
        "Namnunderskrift",
    ),
    "namn": (
        "Insatsägare (namnförtydligande)",
        "Samverkanspart (namnförtydligande)",
        "Namnförtydligande",
        "Namn",
        "Namn och titel",
        "Namnförtydligande och titel",
        "Namnförtydligande, befattning",
    ),
    "epost": ("E-post", "E-postadress", "Epost", "Mejl"),
    "annat": ("Telefon", "Befattning", "Titel", "Roll", "Ort", "Funktion"),
}
"""Sub-labels of a signature block."""

ROLE_WORDS = {
    "insatsagare": ("insatsägare", "projektägare", "sökande", "ansökande", "huvudman", "huvudinsatsägare", "ansvarig organisation"),
    "samverkanspart": (
        "samverkanspart",
        "samarbetspart",
        "medsökande",
        "medverkande part",
        "medverkande organisation",
        "samverkande part",
        "part",
    ),
}
"""Words in a signature block's labels that tell whose it is."""

PLACEHOLDERS = (
    "NAMN",
    "<Insatsens namn>",
    "Insatsens namn",
    "Kostnadsbeteckning",
    "Organisation",
    "Klicka här för att ange text",
    "Klicka eller tryck här för att ange text",
    "[namn]",
    "xxx",
    "Ange namn",
)
"""What templates leave where an answer should stand."""

PAIR = {
    "mal": (
        "Mål",
        "Målet",
        "Målen",
        "Delmål",
        "Målsättning",
        "Insatsmål",
        "Effektmål",
        "Individmål",
        "Strukturmål",
        "Projektmål",
        "Kvantitativa mål",
        "Kvalitativa mål",
        "Mål enligt ansökan",
        "Insatsens mål",
        "Uppsatt mål",
        "Beslutat mål",
    ),
    "utfall": (
        "Utfall",
        "Resultat",
        "Resultatet",
        "Utfall/resultat",
        "Resultat/utfall",
        "Utfall och resultat",
        "Resultat och utfall",
        "Uppnått resultat",
        "Faktiskt utfall",
        "Faktiskt resultat",
        "Utfall vid insatsens slut",
        "Effekt",
        "Kommentar till utfall",
    ),
    "uppfyllt": (
        "Uppfyllt",
        "Uppnått",
        "Måluppfyllelse",
        "Målet uppfyllt",
        "Målet uppnått",
        "Uppfyllt (ja/delvis/nej)",
        "Uppfyllt ja/nej",
        "Uppnått ja/nej",
        "Uppnått (ja/nej)",
        "Är målet uppfyllt",
        "Är målet uppnått",
        "Har målet uppnåtts",
        "Grad av måluppfyllelse",
        "Status",
    ),
}
"""Headings of goals, outcomes and verdicts in final reports, in columns or before each text."""
