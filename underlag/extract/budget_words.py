"""What the words of a budget's rows mean: a kind of cost, a sum, the parties' own share, a template's placeholder."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from underlag.extract.budget_rows import is_like
from underlag.values.folding import fold

SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "lonekostnader": (
        "Lönekostnader",
        "Lönekostnader inkl po-pålägg",
        "Lönekostnader inkl po-pål",
        "inkl PO-pålägg",
        "Personalkostnader",
        "Löner",
    ),
    "lokalkostnader": ("Lokalkostnader", "Lokaler"),
    "ovriga_kostnader": ("Övriga kostnader", "Övriga omkostnader", "Övrigt"),
}
OWN_WORDS = ("Egenfinansiering", "Egen finansiering", "Medfinansiering")
_PLACEHOLDER = re.compile(r"^(?:namn|kostnadsbeteckning|<[^<>]{2,40}>|\[[^\[\]]{2,40}\]|organisation(?:\s*\d)?|x{2,})$", re.IGNORECASE)


def is_placeholder(text: str) -> bool:
    """Is the text what a template leaves where an answer should stand?"""
    return bool(_PLACEHOLDER.match(text.strip()))


def is_named(column: str) -> bool:
    """Is the column headed by more than a template's placeholder?"""
    return not is_placeholder(re.sub(r" \(\d\)$", "", column))


_COST_WORDS = (
    ("lokalkostnader", re.compile(r"(lokal(er|en|hyra|kostnader)?|hyra|hyreskostnader)\b")),
    (
        "ovriga_kostnader",
        re.compile(
            r"(ovrig(t|a)|om|drift|resekostnader|resor|material|utbildning(ar|skostnader)?|kompetensutveckling|utvardering|telefon|tolk\w*"
            r"|handledning|konferens(er)?|litteratur|aktiviteter|informationsmaterial|trycksaker|administration|forbrukningsmaterial|datorer|it)\b"
        ),
    ),
)
"""How rows begin whose kind no heading tells."""


def cost_kind(label: str) -> str | None:
    """The kind of cost that a row's own words tell."""
    folded = fold(label)
    own = next((kind for kind, words in SECTION_WORDS.items() if is_like(label, *words, cutoff=92)), None)
    return own or next((kind for kind, pattern in _COST_WORDS if pattern.match(folded)), None)


_PAYROLL = re.compile(r"\bpo\b|sociala|avgift|palagg|paslag|tillagg|moms|semester|okning|upprakning")
_SHARE_BEHIND = re.compile(r"[\s,(]+(?:à\s*)?(\d{1,3})\s*%(?:\s*(?:av heltid|av en heltid|tjänst))?\)?\s*$")


def share_behind(label: str) -> tuple[str, float] | None:
    """A post's name and the share of full time behind it ("Coach 50 %"); None where a percentage is something else, or none stands."""
    found = _SHARE_BEHIND.search(label)
    if found is None or not label[: found.start()].strip() or _PAYROLL.search(fold(label)) or int(found[1]) > 100:
        return None
    return label[: found.start()].strip(" ,"), float(found[1])


_PARTLESS = re.compile(
    r"(belopp|kostnad|summa|budget|sokt|soks|ansokt|medfinans|egenfinans|egen finans|egen insats|kr\b|tkr\b|rekvir|(ar )?(19|20)\d\d"
    r"|(samordnings)?forbundet|samordningsf|finsam)"
)


def names_party(column: str) -> bool:
    """Does the heading of a column of amounts name one of the parties, not what the amounts are?"""
    return _PARTLESS.match(fold(column)) is None


_STEMS = (("lonekostnader", "lone"), ("lonekostnader", "personal"), ("lokalkostnader", "lokal"), ("ovriga_kostnader", "ovrig"))


def section_of(label: str) -> str | None:
    """The kind of cost that a heading row opens."""
    return next((kind for kind, words in SECTION_WORDS.items() if is_like(label, *words)), None)


def sum_of(label: str) -> str | None:
    """What a row adds up: a kind of cost, "drawn", "own" or "whole"; None for a row that is no sum."""
    folded = fold(label)
    if is_total(label):
        return None
    if "total" in folded and is_like(
        label, "Total kostnad för insatsen", "Total kostnad", "Totala kostnader", "Summa totala kostnader", "Totalkostnad för insatsen"
    ):
        return "whole"
    if re.match(r"(summa|totalt?|totala?)\b", folded):
        if "egenfinans" in folded or "egen finans" in folded or "medfinans" in folded:
            return "own"
        kinds = {kind: fuzz.ratio(folded, fold(f"Summa {words[0]}")) for kind, words in SECTION_WORDS.items()}
        stems = [kind for kind, stem in _STEMS if re.search(rf"\b{stem}", folded)]
        likeliest = stems[0] if stems else max(kinds, key=lambda kind: kinds[kind])
        if stems or kinds[likeliest] >= 84:
            return likeliest
        if re.search(r"samordningsf|rekvirer|sokta?\b", folded):
            return "drawn"
    if re.match(r"(sokt|soks)\b.* (samordningsf|forbundet)", folded):
        return "drawn"
    if re.match(r"summa\b|totalt\b", folded) and is_like(label, "Totalt från Samordningsförbundet", cutoff=75):
        return "drawn"
    return None


_TOTAL = re.compile(r"(summa|totalt?|totalsumma)( kostnader| totalt| belopp)?( i?( )?(kr|kronor|tkr))?")


def is_total(label: str) -> bool:
    """Does the row add up all above it, without a word of what that is ("Summa", "Summa kostnader")?"""
    return _TOTAL.fullmatch(fold(label).strip(" :")) is not None


def year_row(label: str) -> str | None:
    """The key of a row in the table per year; wages with the employer's fees override those without."""
    if is_like(
        label,
        "Lönekostnader",
        "inkl P.O tillägg",
        "inkl PO tillägg",
        "Lönekostnader inkl PO-tillägg",
        "Lönekostnader inkl PO-pålägg",
        "Personalkostnader",
    ):
        return "lonekostnader"
    if is_like(label, "Övriga lokalkostnader", cutoff=90):
        return "ovriga_lokalkostnader"
    if is_like(label, "Lokalkostnader", "Lokalhyra"):
        return "lokalkostnader"
    if is_like(label, "Övriga kostnader"):
        return "ovriga_kostnader"
    return "totalt" if re.match(r"(totalt?|summa)\b", fold(label)) else None
