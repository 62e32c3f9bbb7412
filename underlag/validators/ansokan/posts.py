"""The posts that the text names are the posts that the budget pays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget
from underlag.validators.ansokan.sentences import told
from underlag.validators.budget.places import blocks
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import excerpt, listed, share
from underlag.values.folding import fold
from underlag.values.shares import percent_in

_ROLE = re.compile(
    r"(?<![a-zåäöé-])[a-zåäöé-]*(?:ledare|ansvarig|sekreterare|koordinator|coach|handl[äa]ggare|samordnare|terapeut|konsulent|strateg|f[öo]rmedlare|psykolog"
    r"|v[äa]gledare|sjuksk[öo]tersk|kurator|pedagog|lots|assistent|administrat[öo]r|utvecklare|r[åa]dgivare|specialist|l[äa]kare|mentor|koordinerare)"
    r"(?:[a-zåäö]{0,4})(?![a-zåäö])",
    re.IGNORECASE,
)
_COUNTS = {"två": 2, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "2": 2, "3": 3, "4": 4, "5": 5}
_WORK = re.compile(r"arbeta|jobba|tj[äa]nst|anst[äa]ll|heltid|deltid|bemanna", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[(,]?\s*(?:p[åa]|om|med|i|motsvarande)?\s*(?:ca|cirka)?\s*", re.IGNORECASE)
# "40 % av koordinatorn", "75 % av eleverna" speak of a part of something else than a post.
_PART_OF = re.compile(r"\s*(?:av|fler|f[äa]rre|mer|mindre|fr[åa]n|till)\b", re.IGNORECASE)
_ENDINGS = re.compile(r"(?:arnas|arna|erna|ernas|ens|ans|en|an|ns|na|er|ar|or|s|n|e|a)$")
_BEFORE, _AFTER = 45, 24
_SAME_ROLE = 88.0


@dataclass(frozen=True, slots=True)
class _Named:
    """A share of post that the text gives to someone, who may go by two roles ("insatsansvarig som coach"); `count` people each."""

    roles: tuple[str, ...]
    percent: float
    count: int
    at: str
    words: str


@dataclass(frozen=True, slots=True)
class _Paid:
    """A wage row of the budget, with the roles in its name."""

    roles: tuple[str, ...]
    percent: float
    at: str


def _stem(word: str) -> str:
    return _ENDINGS.sub("", fold(word).replace(" ", ""))


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Is a role of the one also a role of the other?"""
    return any(ratio(a, b) >= _SAME_ROLE for a in some for b in others)


def _mentions(case: Case[Ansokan]) -> Iterator[_Named]:
    for sentence in told(case.data):
        if sentence.at not in {"/metoder", "/malgrupp", "/syfte"}:
            continue
        roles = list(_ROLE.finditer(sentence.text))
        for found in percent_in(sentence.text) if roles else ():
            after = sentence.text[found.end :]
            spans = _roles_at(roles, found.start, found.end, sentence.text)
            if spans and not _PART_OF.match(after) and _is_post(sentence.text, found.start, spans):
                stems = tuple(_stem(role.group()) for role in spans)
                words = excerpt(sentence.text, min(found.start, spans[0].start()), max(found.end, spans[-1].end()))
                yield _Named(stems, found.value, _count(sentence.text, spans[0].start()), sentence.at, words)


def _is_post(text: str, start: int, spans: list[re.Match[str]]) -> bool:
    """Is the percentage a share of post: in a sentence about work, a heading, or right beside the role?"""
    beside = start <= 1 or len(text) <= _BEFORE or _BESIDE.fullmatch(text[spans[-1].end() : start]) is not None
    return beside or _WORK.search(text) is not None


def _roles_at(roles: list[re.Match[str]], start: int, end: int, text: str) -> list[re.Match[str]]:
    """The roles right after the percentage, else the nearest before it; those joined to it by "som" or a slash with it."""
    after = [r for r in roles if r.start() >= end]
    if after and not re.search(rf"[.,;:(%]|\boch\b|.{{{_AFTER}}}", text[end : after[0].start()]):
        return _joined(after, text)
    before = [r for r in roles if r.end() <= start]
    if before and start - before[-1].end() <= _BEFORE and "%" not in text[before[-1].end() : start]:
        return _joined(before[::-1], text)[::-1]
    return []


def _joined(roles: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The first of `roles` and those that follow it without a break, in either direction."""
    found = roles[:1]
    for role in roles[1:]:
        low, high = sorted((found[-1].span(), role.span()))
        if not re.fullmatch(r"\s*(?:/|som|och tillika|tillika)\s*", text[low[1] : high[0]]):
            break
        found.append(role)
    return found


def _count(text: str, start: int) -> int:
    words = text[:start].split()
    return _COUNTS.get(words[-1].casefold(), 1) if words else 1


def _rows(budget: Budget) -> list[_Paid]:
    return [
        _Paid(_roles_of(row.benamning), row.tjanst_procent, f"{at}/lonekostnader/{n}/tjanst_procent")
        for at, block in blocks(budget)
        for n, row in enumerate(block.lonekostnader)
        if row.benamning and row.tjanst_procent
    ]


def _roles_of(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_stem(word) for word in re.split(r"[/\s,()]+|\boch\b", name) if len(word) > 3))


def check_posts(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget = case.record.budget
    named = list(_mentions(case))
    if budget is None or not named:
        return
    paid = _rows(budget)
    if not paid:
        return
    seen: list[str] = []
    for role in dict.fromkeys(r for n in named for r in n.roles):
        rows = [p for p in paid if _meet(p.roles, (role,))]
        if rows and not _meet(tuple(seen), (role,)):
            seen.append(role)
            mine = [n for n in named if _meet(n.roles, (role,))]
            kin = [n for n in named if any(_meet(n.roles, row.roles) for row in rows)]
            yield _compared(case, mine, rows, agreed=_agree(mine, rows) or _agree(kin, rows))
    free = [p for p in paid if not any(_meet(p.roles, n.roles) for n in named)]
    yield from _unpaid(case, [n for n in named if not any(_meet(p.roles, n.roles) for p in paid)], free)


def _agree(named: list[_Named], rows: list[_Paid]) -> bool:
    """Do the shares agree in all, or one by one? A text that also says it in other ways is given the benefit of the doubt."""
    each, whole = {r.percent for r in rows}, sum(r.percent for r in rows)
    one_each = all(n.percent in each and (n.count == 1 or n.count * n.percent == whole) for n in named)
    return sum(n.percent * n.count for n in named) == whole or one_each or (len(named) > 1 and any(n.percent in each for n in named))


def _compared(case: Case[Ansokan], named: list[_Named], rows: list[_Paid], *, agreed: bool) -> Judgment:
    at = (*(r.at for r in rows), *dict.fromkeys(n.at for n in named))
    if agreed:
        return holds(*at)
    each, whole = {r.percent for r in rows}, sum(r.percent for r in rows)
    said = sum(n.percent * n.count for n in named)
    odd = next((n for n in named if n.percent not in each), named[0])
    message = f"Texten säger {odd.words}, men budgeten har {listed(share(r.percent) for r in rows)} för den tjänsten."
    return case.broken(at, message, said, whole)


def _unpaid(case: Case[Ansokan], named: list[_Named], free: list[_Paid]) -> Iterator[Judgment]:
    """Posts under names that the budget lacks: paired off with rows under other names but of the same size."""
    left = [r.percent for r in free]
    for one in named:
        for _ in range(one.count):
            if one.percent in left:
                left.remove(one.percent)
                continue
            message = f"Texten säger {one.words}, men budgeten har ingen sådan tjänst."
            yield case.broken((one.at, "/budget/detalj/rekvireras/lonekostnader"), message, one.percent, None)
            break


RULES = (
    Rule(
        id="tjanster.budget",
        title="Tjänsterna i texten finns i budgeten med samma omfattning",
        severity="varning",
        source="Ansökningsformuläret, ”Beskriv metod/metoder”, och budgetmallen, ”tjänst i %”",
        guidance="Kontrollera tjänstens omfattning och skriv samma procent i texten och budgeten.",
        check=check_posts,
        needs=("/budget/detalj/*/lonekostnader",),
    ),
)
