"""What the parties pay themselves stands in the budget with amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.budget import KINDS, Budget
from underlag.validators.budget_places import row_name, rows, worth
from underlag.validators.organisations import plain
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence, told
from underlag.validators.wording import excerpt, kronor, quoted, share

_OWN = "/budget/detalj/egenfinansiering"
_PAYER = (
    r"(?:kommunen|kommunerna|regionen|landstinget|parten|parterna|arbetsf[öo]rmedlingen|f[öo]rs[äa]kringskassan|region \w+|\w+ kommun"
    r"|insats[äa]garen|huvudm[äa]nnen|respektive part)"
)
_SELF = r"(?:sj[äa]lv|sj[äa]lva|egna medel|egen budget|egen regi|ordinarie budget|ordinarie medel)"
_PAYS = r"(?:finansier\w*|bekosta\w*|betala\w*)"
_PAID_OUT = r"(?! (?:ut|sjuk|ers[äa]ttning|f[öo]rs[öo]rj|aktivitet))"
_SAYS = re.compile(
    rf"\begen(?:\w+|[ -])?finansier\w*|\b{_PAYS}(?:\W+\w+){{0,4}}?\W+{_SELF}\b|\b{_SELF}(?:\W+\w+){{0,3}}?\W+{_PAYS}"
    rf"|\b{_PAYER}\s+(?:\w+\s+){{0,3}}?(?:finansierar|bekostar|betalar{_PAID_OUT}|st[åa]r f[öo]r (?:kostnad|l[öo]n|lokal|finansiering)\w*)"
    rf"|\b(?:finansieras|bekostas|betalas)\s+(?:\w+\s+){{0,2}}?av\s+(?:den\s+)?{_PAYER}",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:ingen|utan|saknar|inte)\b(?:\W+\w+){0,3}?\W+egen\W?\w*finansier|samordningsf[öo]rbundet (?:finansierar|bekostar|betalar)"
    r"|deltagar\w+\W+(?:\w+\W+){0,2}?(?:betalar|bekostar|finansierar)",
    re.IGNORECASE,
)
_PREMISES = re.compile(r"lokal(?!t|a\b)|hyra", re.IGNORECASE)
_POST = re.compile(
    r"\d ?%|tj[äa]nst|l[öo]n|anst[äa]ll|personal|\w{3,}(?:ledare|sekreterare|coach|koordinator|samordnare|handl[äa]ggare|konsulent|strateg"
    r"|v[äa]gledare|terapeut|f[öo]rmedlare)\w{0,4}\b",
    re.IGNORECASE,
)
_SAYS_SELF = re.compile(r"egen\w*\s*\w*finansier|sj[äa]lvfinansier|finansier\w* sj[äa]lv", re.IGNORECASE)
_STAFF_OF = {"arbetsformedlingen": "arbetsformedl", "forsakringskassan": "forsakringskass"}


def check_rows(case: Case) -> Iterator[Judgment]:
    budget = case.record.budget
    for at, row in rows(budget) if budget is not None else ():
        if not at.startswith(_OWN) or not row.tjanst_procent:
            continue
        if worth(row):
            yield holds(f"{at}/summa")
        else:
            name = row_name(row, at)
            message = f"{name[0].upper()}{name[1:]} anges på {share(row.tjanst_procent)} men utan belopp."
            judged = case.broken_unless_scanned if row.summa is None else case.broken
            yield judged((f"{at}/summa", f"{at}/tjanst_procent"), message, None, row.summa)


def check_told(case: Case) -> Iterator[Judgment]:
    """Where the text says that a party pays, own financing of that kind has an amount."""
    budget = case.record.budget
    if budget is None:
        return
    said: dict[str, list[Sentence]] = {}
    for sentence in told(case.record):
        if _SAYS.search(sentence.text) and not _DENIES.search(sentence.text):
            said.setdefault(_kind(sentence.text), []).append(sentence)
    for kind, found in said.items():
        yield _judged(case, budget, kind, found)


def _kind(text: str) -> str:
    return "lokalkostnader" if _PREMISES.search(text) and not re.search(r"\d ?%", text) else "lonekostnader" if _POST.search(text) else ""


def _judged(case: Case, budget: Budget, kind: str, found: list[Sentence]) -> Judgment:
    own = budget.detalj.egenfinansiering
    kinds = dict(zip(KINDS, (own.summa_lonekostnader, own.summa_lokalkostnader, own.summa_ovriga_kostnader), strict=True))
    paid = [worth(row) or 0 for at, row in rows(budget) if at.startswith(f"{_OWN}/{kind}")]
    posts = [row for row in own.lonekostnader if row.tjanst_procent]
    sums = kinds.get(kind, own.totalt) if kind else own.totalt
    texts = tuple(dict.fromkeys(sentence.at for sentence in found))
    places = (f"{_OWN}/summa_{kind}",) if kind else ()
    whole = () if own.totalt else (f"{_OWN}/totalt",)
    at = (*places, *whole, *texts)
    if sums or any(paid) or (kind == "lonekostnader" and posts):
        return holds(*at)
    words = {"lonekostnader": " för löner", "lokalkostnader": " för lokaler"}.get(kind, "")
    said = _SAYS.search(found[0].text)
    quote = excerpt(found[0].text, *said.span()) if said else quoted(found[0].text)
    message = f"Texten säger {quote}, men budgeten har ingen egenfinansiering{words}."
    if sums is None and own.totalt is None:
        return case.broken_unless_scanned(at, message)
    # A scan may misread the words, but it does not make them up: what counts is that the sum is surely nothing.
    return case.broken(at, message, None, 0, rests_on=(*places, *whole))


def check_summary(case: Case) -> Iterator[Judgment]:
    """A party said in the summary to pay for itself does so, and draws no post of its own."""
    budget = case.record.budget
    for n, row in enumerate(budget.sammanstallning if budget is not None else ()):
        at = f"/budget/sammanstallning/{n}"
        if budget is None or row.organisation is None or not _SAYS_SELF.search(row.organisation):
            continue
        drawn = _drawn_posts(budget, row.organisation)
        if drawn:
            where, amount = drawn[0]
            drawn_post = f"{where[1]} på {kronor(amount)} ska rekvireras från förbundet"
            message = f"Sammanställningen säger {quoted(row.organisation)}, men {drawn_post}."
            yield case.broken((f"{at}/organisation", where[0]), message, 0, amount)
        elif row.egenfinansiering:
            yield holds(at)
        else:
            message = f"Sammanställningen säger {quoted(row.organisation)}, men ingen egenfinansiering är angiven på raden."
            yield case.broken((f"{at}/organisation", f"{at}/egenfinansiering"), message, None, row.egenfinansiering)


def _drawn_posts(budget: Budget, organisation: str) -> list[tuple[tuple[str, str], int]]:
    stem = _STAFF_OF.get(plain(organisation), "")
    found = []
    for at, row in rows(budget):
        if stem and "/rekvireras/" in at and stem in plain(row.benamning).replace(" ", ""):
            found.append(((at, row_name(row, at)), worth(row) or 0))
    return [(where, amount) for where, amount in found if amount]


def check_any(case: Case) -> Iterator[Judgment]:
    budget = case.record.budget
    if budget is None:
        return
    own = budget.detalj.egenfinansiering
    printed = (own.totalt, budget.sammanstallning_summa.egenfinansiering)
    amounts = (*printed, *(worth(row) for at, row in rows(budget) if at.startswith(_OWN)))
    if any(amounts):
        yield holds(f"{_OWN}/totalt")
    elif all(amount is None for amount in amounts):
        yield Judgment("undecided", (f"{_OWN}/totalt",), "Uppgift om egenfinansiering hittades inte i budgeten; kontrollera i originalet.")
    else:
        yield Judgment("broken", (f"{_OWN}/totalt",), "Ingen part bidrar med egenfinansiering enligt budgeten.", None, 0)


RULES = (
    Rule(
        id="egenfinansiering.rad",
        title="En egenfinansierad tjänst har ett belopp",
        severity="varning",
        source="Budgetmallen, ”Egenfinansiering”",
        guidance="Ange vad tjänsten kostar, eller stryk raden.",
        check=check_rows,
        types=("ansokan", "budget"),
    ),
    Rule(
        id="egenfinansiering.text",
        title="Egenfinansiering som texten nämner finns i budgeten",
        severity="varning",
        source="Budgetmallen, ”Egenfinansiering”, och ansökans text",
        guidance="Ta upp kostnaden under egenfinansiering i budgeten, eller ändra texten.",
        check=check_told,
    ),
    Rule(
        id="egenfinansiering.part",
        title="En part som sägs finansiera sig själv gör det",
        severity="varning",
        source="Budgetmallen, ”Budgetsammanställning”",
        guidance="Kontrollera vem som betalar och rätta sammanställningen eller den detaljerade budgeten.",
        check=check_summary,
        types=("ansokan", "budget"),
    ),
    Rule(
        id="egenfinansiering.finns",
        title="Egenfinansiering är angiven",
        severity="upplysning",
        source="Budgetmallen, ”Egenfinansiering”",
        guidance="Kontrollera att det stämmer; ange annars vad parterna betalar själva.",
        check=check_any,
        types=("ansokan", "budget"),
    ),
)
