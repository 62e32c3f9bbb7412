"""What the memo's text says in numbers of all its insatser is what its tables say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.allocation import divided_as_decided
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence, sentences
from underlag.validators.shares import shares_fit
from underlag.validators.uppfoljning.sections import sections
from underlag.validators.wording import number, quoted, share
from underlag.values.folding import fold
from underlag.values.numerals import NUMERALS
from underlag.values.quarters import quarters_in
from underlag.values.spans import evened

_TOTALS = "/deltagare_totalt"
_PEOPLE = r"(?:deltagare|deltagarna|personer|individer)"
_N = r"(?<![\w.,/])(?P<n>\d{1,5})"
_GAP = r"(?: (?!av\b|och\b|men\b|varav\b)\w+){0,6}?"
_ENDED = re.compile(rf"{_N} {_PEOPLE}{_GAP} (?:skrivits ut|skrevs ut|avslutats|avslutades)\b")
_TO_WORK = re.compile(rf"{_N} {_PEOPLE}{_GAP} (?:i|till) arbete (?:och |eller )*studier\b")
_GOING_ON = re.compile(rf"{_N} (?:pagaende|aktuella|inskrivna) {_PEOPLE}\b")
_SHARE = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:,\d)?) ?(?:%|procent)(?P<gap>[^.;%]{0,80}?)\b(?:till|i) arbete(?: och/eller | eller | och |/)studier",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:forbundets|insatserna|samtliga|alla insatser|totalt|sammanlagt|perioden|halvaret|kvartal\w*|tertial\w*|de \d+)\b"
)
_OTHER_TIME = re.compile(r"\b(?:hela insatstiden|sedan start\w*|tidigare|foregaende|forra|jamfort|rikssnitt\w*|riks\w*|nationell\w*)\b")
_WISHED = re.compile(r"\b(?:mal|malet|malen|ska|skall|skulle|minst|forvant\w*|planera\w*|budget\w*)\b")
_BY_SEX = re.compile(r"kvinn|\bm[äa]n\b", re.IGNORECASE)
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(NUMERALS, key=len, reverse=True))})"
_INSATSER = (
    re.compile(rf"\b{_NUMBER} (?:nya |ny )?(?:samverkans)?insats(?:er)?(?: som)?(?: har)? (?P<verb>avslut|start|paborja)\w*"),
    re.compile(rf"\bhar {_NUMBER} (?:nya |ny )?(?:samverkans)?insats(?:er)? (?P<verb>avslut|start|paborja)\w*"),
)
_CLAUSE = re.compile(r"(?:,|\s+(?:och|samt|medan))\s+(?=\w+ (?:nya? )?(?:samverkans)?insats)")


def _sentences(case: Case[Uppfoljning]) -> Iterator[str]:
    """The sentences about all insatser: not those under the heading of one, nor about another time."""
    own = {sentence for section in sections(case) for sentence in section.sentences}
    period = case.record.period
    for sentence in sentences(case.texts.get("", "")):
        told = {q for found in quarters_in(sentence) for q in found.value.quarters}
        elsewhen = bool(told) and period is not None and told != {*period.kvartal}
        if sentence not in own and not elsewhen and not _OTHER_TIME.search(fold(sentence)):
            yield sentence


def check_people(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    whole = case.record.deltagare_totalt
    if whole is None:
        return
    working = whole.kvinnor + whole.man if whole.kvinnor is not None and whole.man is not None else None
    facts = (
        (_ENDED, whole.avslutade_perioden, (f"{_TOTALS}/avslutade_perioden",), "avslutade under perioden", True),
        (_TO_WORK, working, (f"{_TOTALS}/kvinnor", f"{_TOTALS}/man"), "till arbete eller studier", False),
        (_GOING_ON, whole.pagaende, (f"{_TOTALS}/pagaende",), "pågående", True),
    )
    for sentence in _sentences(case):
        folded = fold(sentence)
        for pattern, counted, at, what, of_all in facts:
            match = pattern.search(folded)
            if match is None or counted is None or _WISHED.search(folded) or (of_all and not _WHOLE.search(folded)):
                continue
            if int(match["n"]) == counted:
                yield holds(*at, "")
            else:
                message = f"Texten säger {quoted(sentence)}, men tabellen har {number(counted)} deltagare {what}."
                yield case.broken((*at, ""), message, int(match["n"]), counted, rests_on=at)


def check_share(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    at = f"{_TOTALS}/andel_arbete_studier"
    printed = case.record.deltagare_totalt.andel_arbete_studier if case.record.deltagare_totalt is not None else None
    for sentence in _sentences(case) if printed is not None else ():
        for match in _SHARE.finditer(evened(sentence)):
            told = float(match["n"].replace(",", "."))
            if _BY_SEX.search(match["gap"]) or _WISHED.search(fold(sentence)) or printed is None:
                continue
            if abs(told - printed) <= 1:
                yield holds(at, "")
            else:
                message = f"Texten säger {quoted(sentence)}, men tabellen har {share(printed)} till arbete eller studier."
                yield case.broken((at, ""), message, told, printed, rests_on=(at,))


def check_insatser(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """As many insatser began or ended in the time that a sentence is about as the dates of the list say."""
    period = case.record.period
    if (
        period is None
        or period.ar is None
        or not period.kvartal
        or any(row.start is None or row.slut is None for row in case.record.insatser)
    ):
        return
    for sentence in sentences(case.texts.get("", "")):
        for clause in _CLAUSE.split(sentence):
            match = next((found for pattern in _INSATSER if (found := pattern.search(fold(clause)))), None)
            quarters = _quarters(clause, sentence, period.kvartal)
            if match is None or _WISHED.search(fold(clause)) or not {*quarters} <= {*period.kvartal}:
                continue
            said = int(match["n"]) if match["n"].isdecimal() else NUMERALS[match["n"]]
            ended = match["verb"] == "avslut"
            days = [date.fromisoformat(str(row.slut if ended else row.start)) for row in case.record.insatser]
            there = sum(day.year == period.ar and (day.month + 2) // 3 in quarters for day in days)
            if said == there:
                yield holds("/insatser", "")
            else:
                what = "slutade" if ended else "startade"
                message = f"Texten säger {quoted(clause)}, men enligt listan {what} {there} insatser då."
                yield case.broken_unless_scanned(("/insatser", ""), message, there, said)


def _quarters(clause: str, sentence: str, period: tuple[int, ...]) -> tuple[int, ...]:
    """The quarters that a clause is about: its own, those of its sentence where it names them once, else those of the memo."""
    own, around = quarters_in(clause), quarters_in(sentence)
    return own[0].value.quarters if own else around[0].value.quarters if len(around) == 1 else period


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.text_deltagare",
        title="Texten säger samma antal deltagare som tabellen",
        severity="varning",
        source="Uppföljningens text och raden för alla insatser i tabellen över deltagare",
        guidance="Kontrollera vilket tal som gäller och skriv detsamma på båda ställena.",
        check=check_people,
        needs=(_TOTALS,),
    ),
    Rule(
        id="memo.text_andel",
        title="Texten säger samma andel till arbete eller studier som tabellen",
        severity="varning",
        source="Uppföljningens text och raden för alla insatser i tabellen över deltagare",
        guidance="Kontrollera vilken andel som gäller och skriv densamma på båda ställena.",
        check=check_share,
        needs=(f"{_TOTALS}/andel_arbete_studier",),
    ),
    Rule(
        id="memo.text_insatser",
        title="Så många insatser har startat och avslutats som texten säger",
        severity="varning",
        source="Uppföljningens text och dess lista över insatser",
        guidance="Kontrollera datumen i listan, eller rätta texten.",
        check=check_insatser,
        needs=("/insatser/*/start", "/insatser/*/slut", "/period/kvartal"),
    ),
    divided_as_decided(lambda _: iter(())),
    shares_fit(lambda case: (Sentence("", text) for text in sentences(case.texts.get("", "")))),
)
