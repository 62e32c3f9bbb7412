"""A memo over four insatser in which everything agrees, and the same with single values changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from underlag.schemas.policy import Bands, Decision
from underlag.schemas.result import Evidence, Place
from underlag.schemas.uppfoljning import FORM, Uppfoljning
from underlag.settings import shipped_policy
from underlag.validators.catalogue import UPPFOLJNING
from underlag.validators.rule import Case, Judgment, find
from underlag.values.pointers import tokens

ON = date(2024, 9, 1)
POLICY = shipped_policy().model_copy(
    update={
        "budget_forbrukning": (Decision(varde=Bands(gront_fran=90, gront_till=105, gult_fran=75, gult_till=115), kalla="Plan"),),
        "arbete_studier_andel": (Decision(varde=31.0, kalla="Plan"),),
    }
)
NAMES = ("Almvik, Spåret till arbete", "Almvik, Hälsorum", "Ekhamra, Ung igen", "Region Norr, Samordnat stöd vid smärta")
WITH_PEOPLE = ("Spåret till arbete, Almvik", "Hälsorum, Almvik", "Ekhamra, Ung igen")
TEXT = """\
Uppföljning av insatser kvartal 1 och 2, 2024
Fyra insatser har varit i gång. En insats har avslutats under kvartal 2 och en ny insats har startat under kvartal 1.
Samtliga insatser ligger i fas med sina mål.
Av de 30 deltagare som skrivits ut från insatserna under perioden har 50 % gått till arbete eller studier.
Totalt är det 15 deltagare i arbete eller studier. Förbundets mål är 40 % till arbete eller studier.
Nu finns 60 pågående deltagare i insatserna.
Insatser märkta med * har startat senare än planerat.
Samordnat stöd har inte registrerat i SUS.
Ung igen, Ekhamra
Insatsen startade 2022-01-01 och avslutades efter förlängning 2024-06-30. Totalt har 40 personer deltagit, 40 st i stället för 40 st.
Slutord
Arbetet fortsätter."""


def _people(*numbers: float) -> dict[str, float]:
    keys = ("totalt", "avslutade", "avslutade_perioden", "kvinnor", "man", "andel_arbete_studier", "andel_handlingsplan", "pagaende")
    return dict(zip(keys, numbers, strict=True))


def data() -> dict[str, Any]:
    """The memo as plain data (Any: to be changed anywhere)."""
    spans = (("2023-01-01", "2025-12-31"), ("2023-02-01", "2025-01-31"), ("2022-01-01", "2024-06-30"), ("2024-02-01", "2026-01-31"))
    money = ((400_000, 380_000, 95.0), (300_000, 273_000, 91.0), (200_000, 200_000, 100.0), (100_000, 97_000, 97.0))
    support = (
        ("Sjukpenning", 6, 20.0, 3, 10.0, -3, -50.0),
        ("Försörjningsstöd", 15, 50.0, 9, 30.0, -6, -40.0),
        ("Egen försörjning", 9, 30.0, 18, 60.0, 9, 100.0),
    )
    endings = (("Arbete", 6, 4, 10), ("Studier", 2, 3, 5), ("Arbetssökande", 7, 8, 15))
    supported = ("forsorjning", "fore", "andel_fore", "efter", "andel_efter", "forandring", "forandring_procent")
    conditions = {"vakanser_sof": "Nej", "vakanser_egen": "Nej", "avvikelser_budget": "Nej"}
    rows = [_people(50, 20, 10, 3, 2, 50.0, 90.0, 30), _people(40, 10, 8, 2, 2, 50.0, 85.0, 30), _people(40, 40, 12, 3, 3, 50.0, 95.0, 0)]
    return {
        "period": {"ar": 2024, "kvartal": [1, 2]},
        "antal_insatser": 4,
        "insatser": [{"insats": n, "start": a, "slut": b} for n, (a, b) in zip(NAMES, spans, strict=True)],
        "mal": [{"insats": n, "i_fas": "Ja" if k != 2 else "Avslutad kvartal 2", "prognos": "Ja"} for k, n in enumerate(NAMES)],
        "forutsattningar": [{"insats": n, "start_i_tid": "Nej" if n == NAMES[1] else "Ja", **conditions} for n in NAMES],
        "budget": [
            {"insats": n, "budget": b, "utfall": u, "forbrukningskvot": q, "prognos": "OK"}
            for n, (b, u, q) in zip(NAMES, money, strict=True)
        ],
        "kvalitet": [{"insats": n, "svar": ["Ja", "Ja", "Nej"]} for n in NAMES],
        "deltagare": [{"insats": n, **row} for n, row in zip(WITH_PEOPLE, rows, strict=True)],
        "deltagare_totalt": _people(130, 70, 30, 8, 7, 50.0, 90.0, 60),
        "avslutsanledningar": [dict(zip(("anledning", "kvinnor", "man", "totalt"), row, strict=True)) for row in endings],
        "forsorjning": [dict(zip(supported, row, strict=True)) for row in support],
        "forvantade_deltagare": [{"insats": n, "totalt": row["totalt"], "forvantat": 40} for n, row in zip(WITH_PEOPLE, rows, strict=True)],
        "forvantade_deltagare_totalt": {"totalt": 130, "forvantat": 120},
    }


def a_memo(**changes: object) -> Uppfoljning:
    """The memo with other values at the pointers that are the changes' keys, "/" written "__"; None for a whole row leaves it out."""
    memo = data()
    for pointer, value in changes.items():
        *path, last = pointer.split("__")
        at: Any = memo
        for key in path:
            at = at[int(key)] if isinstance(at, list) else at[key]
        if isinstance(at, list) and value is None:
            at.pop(int(last))
        else:
            at[int(last) if isinstance(at, list) else last] = value
    return Uppfoljning.model_validate(memo)


def changed(pointer: str, value: object) -> Uppfoljning:
    """The memo with one other value, at a pointer."""
    return a_memo(**{"__".join(tokens(pointer)): value})


def a_case(memo: Uppfoljning, *, text: str = TEXT, unsure: tuple[str, ...] = (), scanned: bool = False) -> Case[Uppfoljning]:
    """The memo to be judged; `unsure` are pointers read by OCR with little confidence, `scanned` a memo that is a scan all through."""
    marked = Place(page=1, bbox=None, where="t1r3c2", text="2023-02-01*")
    evidence = {"/insatser/1/start": Evidence(method="docx", confidence=1.0, note=None, places=(marked,))}
    if scanned:
        read = Evidence(method="ocr", confidence=0.95, note=None, places=(marked,))
        evidence = {f"/{key}": read for key in data()} | {"/insatser/1/start": read}
    evidence |= dict.fromkeys(unsure, Evidence(method="ocr", confidence=0.4, note=None, places=()))
    return Case(memo, ON, POLICY, evidence=evidence, texts={"": text}, dated=date(2024, 6, 30))


def judgments(
    name: str, memo: Uppfoljning, *, text: str = TEXT, unsure: tuple[str, ...] = (), scanned: bool = False
) -> tuple[Judgment, ...]:
    """What the rule says of it."""
    return find(UPPFOLJNING.rules, name).judge(a_case(memo, text=text, unsure=unsure, scanned=scanned))


__all__ = ["FORM", "a_case", "a_memo", "changed", "data", "judgments"]
