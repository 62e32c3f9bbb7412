"""The running answers are whole, and tell the same ages throughout."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.validators.ansokan.sentences import told
from underlag.validators.answers import unbroken
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import excerpt
from underlag.values.ages import ages_in

_NEAR = 2


def check_ages(case: Case[Ansokan]) -> Iterator[Judgment]:
    """Ages of the target group elsewhere that are nearly, and not quite, those of the target group's own answer."""
    young, old = case.record.aldrar.fran, case.record.aldrar.till
    if young is None and old is None:
        return
    if young is not None and old is not None and young > old:
        message = f"Målgruppens åldrar {young}–{old} står i fel ordning."
        yield case.broken(("/aldrar/fran", "/aldrar/till"), message, None, young)
        return
    seen = False
    for where, text in _told_and_goals(case):
        for found in ages_in(text):
            seen = True
            wrong = _near_miss((young, old), found.value)
            if wrong:
                at = (*(f"/aldrar/{key}" for key in wrong), where)
                span = "–".join(str(age) for age in found.value if age is not None)
                message = f"Målgruppens åldrar anges till {young}–{old} men i {excerpt(text, found.start, found.end)} till {span}."
                expected, actual = (young, found.value[0]) if wrong[0] == "fran" else (old, found.value[1])
                yield case.broken(at, message, expected, actual)
                return
    if seen:
        yield holds("/aldrar")


def _told_and_goals(case: Case[Ansokan]) -> Iterator[tuple[str, str]]:
    for sentence in told(case.data):
        yield sentence.at, sentence.text
    for n, goal in enumerate(case.record.mal):
        yield f"/mal/{n}/text", goal.text


def _near_miss(mine: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> tuple[str, ...]:
    """The bounds that differ, where both spans are closed and as good as the same."""
    if None in mine or None in other:
        return ()
    gaps = {key: abs((a or 0) - (b or 0)) for key, a, b in zip(("fran", "till"), mine, other, strict=True)}
    return tuple(key for key, gap in gaps.items() if gap) if max(gaps.values()) <= _NEAR else ()


RULES: tuple[Rule[Ansokan], ...] = (
    unbroken(
        "/syfte",
        "/bakgrund",
        "/malgrupp",
        "/metoder",
        "/uppfoljning",
        "/tillvaratagande",
        "/forvantat_antal_deltagare/text",
        "/lokus/text",
        "/mal/*/text",
    ),
    Rule(
        id="text.aldrar",
        title="Målgruppens åldrar är desamma i hela ansökan",
        severity="varning",
        source="Ansökningsformuläret, ”Beskriv målgrupp för insatsen”",
        guidance="Kontrollera vilka åldrar som gäller och skriv dem lika överallt.",
        check=check_ages,
        needs=("/aldrar",),
    ),
)
