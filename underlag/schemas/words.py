"""What a person calls the kinds of document, the keys of their records and the places in them, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from underlag.schemas.result import PartType
from underlag.values.pointers import step, tokens

TYPES: Mapping[PartType, str] = {
    "ansokan": "Ansökan",
    "budget": "Budget",
    "slutrapport": "Slutrapport",
    "kvartalsrapport": "Kvartalsrapport",
    "uppfoljning": "Uppföljning",
    "arsredovisning": "Årsredovisning",
    "kallelse": "Kallelse",
    "tjansteskrivelse": "Tjänsteskrivelse",
    "ekonomisk_information": "Ekonomisk information",
    "medlemsavgifter": "Medlemsavgifter",
    "okand": "Okänd handling",
}

KEYS: Mapping[str, str] = {
    "aldrar": "Åldrar",
    "andel_arbete_studier": "Andel till arbete eller studier",
    "andel_efter": "Andel efter",
    "andel_fore": "Andel före",
    "andel_handlingsplan": "Andel med handlingsplan",
    "angiven_enhet": "Angiven enhet",
    "anledning": "Anledning",
    "antal_deltagare": "Antal deltagare",
    "antal_insatser": "Antal insatser",
    "antal_styrgruppsmoten": "Antal styrgruppsmöten",
    "ar": "År",
    "arenden": "Ärenden",
    "aterforda_medel": "Återförda medel",
    "avser": "Avser",
    "avslutade": "Avslutade",
    "avslutade_perioden": "Avslutade under perioden",
    "avslutsanledningar": "Avslutsanledningar",
    "avvikelse_budget": "Avvikelse mot budget",
    "avvikelse_mal": "Avvikelse mot mål",
    "avvikelse_malgrupp": "Avvikelse mot målgrupp",
    "avvikelser_budget": "Avvikelser mot budget",
    "bakgrund": "Bakgrund",
    "balansrakning": "Balansräkning",
    "bedomning": "Bedömning",
    "behov_forandrat": "Har behovet förändrats",
    "belopp": "Belopp",
    "benamning": "Benämning",
    "beslutsutrymme_efter": "Beslutsutrymme efter",
    "beslutsutrymme_fore": "Beslutsutrymme före",
    "budget": "Budget",
    "budgetutfall": "Budgetutfall",
    "datum": "Datum",
    "deltagare": "Deltagare",
    "deltagare_totalt": "Deltagare totalt",
    "detalj": "Detaljerad budget",
    "diskuterad": "Diskuterad",
    "dnr": "Diarienummer",
    "efter": "Efter",
    "egenfinansiering": "Egenfinansiering",
    "enhet": "Enhet",
    "epost": "E-post",
    "forandring": "Förändring",
    "forandring_procent": "Förändring i procent",
    "forbrukningskvot": "Förbrukningskvot",
    "fore": "Före",
    "foredragande": "Föredragande",
    "foregaende_ar": "Föregående år",
    "forslag_till_beslut": "Förslag till beslut",
    "forslagsstallare": "Förslagsställare",
    "forsorjning": "Försörjning",
    "forutsattningar": "Förutsättningar",
    "forvantade_deltagare": "Förväntade deltagare",
    "forvantade_deltagare_totalt": "Förväntade deltagare totalt",
    "forvantat": "Förväntat",
    "forvantat_antal_deltagare": "Förväntat antal deltagare",
    "fran": "Från",
    "handling": "Handling",
    "i_fas": "I fas",
    "i_fas_med_mal": "I fas med målen",
    "implementering": "Implementering",
    "implementering_diskussion": "Diskussion om implementering",
    "inlamnad": "Inlämnad",
    "inom_dagar": "Inom dagar",
    "insats": "Insats",
    "insatsagare": "Insatsägare",
    "insatsens_namn": "Insatsens namn",
    "insatser": "Insatser",
    "insatsperiod": "Insatsperiod",
    "insatstid": "Insatstid",
    "intag_slut": "Sista dag för intag",
    "jamforelse": "Jämförelse",
    "jamlikhet": "Jämlikhet",
    "jamstalldhet": "Jämställdhet",
    "kassaflode": "Kassaflöde",
    "kolumner": "Kolumner",
    "kommentar": "Kommentar",
    "konsekvens_aterforda_medel": "Konsekvens av återförda medel",
    "kontaktperson": "Kontaktperson",
    "kontroll_malgrupp": "Kontroll av målgrupp",
    "kontroll_metod": "Kontroll av metod",
    "kvalitet": "Kvalitet",
    "kvantiteter": "Mätetal",
    "kvartal": "Kvartal",
    "kvinnor": "Kvinnor",
    "kvinnor_till_arbete_studier": "Kvinnor till arbete eller studier",
    "lardomar": "Lärdomar",
    "lardomar_per_part": "Lärdomar per part",
    "lokalkostnader": "Lokalkostnader",
    "lokus": "Diskussion i lokus",
    "lonekostnader": "Lönekostnader",
    "lopande": "Löpande",
    "loptid": "Löptid",
    "mal": "Mål",
    "mal_och_utfall": "Mål och utfall",
    "malgrupp": "Målgrupp",
    "mall_version": "Mallens version",
    "man": "Män",
    "man_till_arbete_studier": "Män till arbete eller studier",
    "maxbelopp": "Högsta belopp",
    "medlem": "Medlem",
    "metoder": "Metoder",
    "namn": "Namn",
    "niva": "Nivå",
    "not": "Not",
    "noter": "Noter",
    "nr": "Nr",
    "nummer": "Nummer",
    "ordinarie_representanter_deltagit": "Ordinarie representanter har deltagit",
    "organ": "Organ",
    "organisation": "Organisation",
    "organisationsnummer": "Organisationsnummer",
    "overenskommelse": "Överenskommelse",
    "ovriga_kostnader": "Övriga kostnader",
    "ovriga_lokalkostnader": "Övriga lokalkostnader",
    "pagaende": "Pågående",
    "per": "Per",
    "per_ar": "Per år",
    "per_datum": "Per datum",
    "period": "Period",
    "plats": "Plats",
    "post": "Post",
    "prognos": "Prognos",
    "prognos_maluppfyllelse": "Prognos för måluppfyllelse",
    "rader": "Rader",
    "rekvireras": "Rekvireras",
    "resultatrakning": "Resultaträkning",
    "roll": "Roll",
    "rubrik": "Rubrik",
    "sammanstallning": "Sammanställning",
    "sammanstallning_summa": "Sammanställningens summa",
    "samverkansinsatser": "Samverkansinsatser",
    "samverkansparter": "Samverkansparter",
    "slut": "Slut",
    "sokt_belopp": "Sökt belopp",
    "start": "Start",
    "start_i_tid": "Start i tid",
    "styrgruppsmoten_enligt_avtal": "Styrgruppsmöten enligt avtal",
    "summa": "Summa",
    "summa_lokalkostnader": "Summa lokalkostnader",
    "summa_lonekostnader": "Summa lönekostnader",
    "summa_ovriga_kostnader": "Summa övriga kostnader",
    "summor_per_organisation": "Summor per organisation",
    "svar": "Svar",
    "syfte": "Syfte",
    "text": "Text",
    "tid": "Tid",
    "till": "Till",
    "tillvaratagande": "Tillvaratagande",
    "tjanst_procent": "Tjänst i procent",
    "total_kostnad": "Total kostnad",
    "totalt": "Totalt",
    "underskrifter": "Underskrifter",
    "undertecknad": "Undertecknad",
    "uppfoljning": "Uppföljning",
    "uppfoljning_enligt_avtal": "Uppföljning enligt avtal",
    "uppfyllt": "Uppfyllt",
    "utfall": "Utfall",
    "vakanser_egen": "Vakanser, egenfinansierade",
    "vakanser_egenfinansierade": "Vakanser, egenfinansierade",
    "vakanser_sof": "Vakanser, förbundets medel",
    "vakanser_sof_medel": "Vakanser, förbundets medel",
    "varde": "Värde",
}

ITEMS: Mapping[str, str] = {
    "insatsagare": "insatsägare",
    "samverkansparter": "part",
    "mal": "mål",
    "underskrifter": "underskrift",
    "kvantiteter": "mätetal",
    "datum": "datum",
    "arenden": "ärende",
    "forslag_till_beslut": "att-sats",
    "noter": "not",
    "insatser": "insats",
}

VALUES: Mapping[tuple[str, str], str] = {
    ("niva", "overgripande"): "Övergripande mål",
    ("niva", "effektmal"): "Effektmål",
    ("niva", "insatsmal"): "Insatsmål",
    ("niva", "struktur"): "Mål på strukturnivå",
    ("niva", "individ"): "Mål på individnivå",
    ("roll", "insatsagare"): "Insatsägare",
    ("roll", "samverkanspart"): "Samverkanspart",
    ("uppfyllt", "ja"): "Ja",
    ("uppfyllt", "delvis"): "Delvis",
    ("uppfyllt", "nej"): "Nej",
    ("per", "ar"): "år",
    ("per", "manad"): "månad",
    ("jamforelse", "hogst"): "högst",
}

SILENT = frozenset({"detalj"})  # levels of the record that no reader of the form would name
NAMES_ITSELF = ("benamning", "organisation", "insats", "namn", "post", "rubrik", "medlem", "ar")
SEPARATOR = " › "


def key_label(key: str) -> str:
    """The Swedish label of a record's key; an unknown key becomes its own words ("ny_nyckel" -> "Ny nyckel")."""
    known = KEYS.get(key)
    if known is not None:
        return known
    words = " ".join(key.replace("_", " ").split())
    return words[:1].upper() + words[1:] if words else "(utan namn)"


def pointer_words(pointer: str, record: Mapping[str, object] | None = None) -> str:
    """`/budget/detalj/rekvireras/lonekostnader/3/summa` -> "Budget › Rekvireras › Lönekostnader › rad 4 › summa".

    Numbers count from 1. Given the record, a row is also called by its name. The empty pointer is the running text.
    """
    path = tokens(pointer)
    if not path:
        return "Den löpande texten"
    words: list[str] = []
    here: object = record
    for depth, token in enumerate(path):
        parent = path[depth - 1] if depth else ""
        here = step(here, token)
        if token in SILENT and depth < len(path) - 1:
            continue
        words.append(_token_words(token, parent, here))
    if len(words) > 1 and path[-1] in KEYS:
        words[-1] = words[-1][:1].lower() + words[-1][1:]
    return SEPARATOR.join(words)


def _token_words(token: str, parent: str, here: object) -> str:
    if token.isdecimal() and parent != "belopp":
        name = _own_name(here)
        return f"{ITEMS.get(parent, 'rad')} {int(token) + 1}" + (f" ({name})" if name else "")
    if parent in {"belopp", "summor_per_organisation"}:
        return " ".join(token.split())
    return key_label(token)


def _own_name(item: object, longest: int = 40) -> str:
    """What a row calls itself, one line of at most `longest` characters."""
    if not isinstance(item, Mapping):
        return ""
    for key in NAMES_ITSELF:
        name = item.get(key)
        if isinstance(name, (str, int)) and str(name).strip():
            line = " ".join(str(name).split())
            return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
    return ""


def figure_words(pointer: str, record: Mapping[str, object]) -> str:
    """A figure in a sentence: `/deltagare/2/totalt` -> "”Totalt” för ”Vägen in” (Deltagare, rad 3)"."""
    path = tokens(pointer)
    rows = [depth for depth, token in enumerate(path[:-1]) if token.isdecimal()]
    here: object = record
    for token in path[: rows[-1] + 1 if rows else 0]:
        here = step(here, token)
    name = _own_name(here) if rows else ""
    last = f"{key_label(path[-2])}, nr {int(path[-1]) + 1}" if path[-1].isdecimal() and len(path) > 1 else _token_words(path[-1], "", None)
    where = [key_label(path[0])] if len(path) > 1 and not (len(path) == 2 and path[-1].isdecimal()) else []
    where += [f"rad {int(path[rows[-1]]) + 1}"] if rows else []
    return f"”{last}”" + (f" för ”{name}”" if name else "") + (f" ({', '.join(where)})" if where else "")
