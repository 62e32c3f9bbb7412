"""Where the text says that a party pays for itself, the budget has it as own financing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import KINDS, Budget
from underlag.validators.ansokan.sentences import told
from underlag.validators.budget.places import rows, worth
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence
from underlag.validators.wording import excerpt, quoted

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


def check_told(case: Case[Ansokan]) -> Iterator[Judgment]:
    """Where the text says that a party pays, own financing of that kind has an amount."""
    budget = case.record.budget
    if budget is None:
        return
    said: dict[str, list[Sentence]] = {}
    for sentence in told(case.data):
        if _SAYS.search(sentence.text) and not _DENIES.search(sentence.text):
            said.setdefault(_kind(sentence.text), []).append(sentence)
    for kind, found in said.items():
        yield _judged(case, budget, kind, found)


def _kind(text: str) -> str:
    return "lokalkostnader" if _PREMISES.search(text) and not re.search(r"\d ?%", text) else "lonekostnader" if _POST.search(text) else ""


def _judged(case: Case[Ansokan], budget: Budget, kind: str, found: list[Sentence]) -> Judgment:
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


RULES = (
    Rule(
        id="egenfinansiering.text",
        title="Egenfinansiering som texten nämner finns i budgeten",
        severity="varning",
        source="Budgetmallen, ”Egenfinansiering”, och ansökans text",
        guidance="Ta upp kostnaden under egenfinansiering i budgeten, eller ändra texten.",
        check=check_told,
        needs=("/budget",),
    ),
)
