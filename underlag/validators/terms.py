"""The standing terms stand untouched, and once."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz.fuzz import partial_ratio, ratio

from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.folding import fold

_AT = "/overenskommelse"
_SAME_FORM = 75.0  # below this the copy is another form's terms, and there is nothing to compare
_SAME_PARAGRAPH = 60.0
_SAME_WORDS = 70.0  # what a scan reader makes of a word is this like it
_MOST_PARAGRAPHS = 200
_EVEN = str.maketrans({"\u00a0": " ", "–": "-", "—": "-", "”": '"', "“": '"', "’": "'", "\u00ad": ""})


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.translate(_EVEN).split()) for line in text.splitlines())
    return [line for line in lines if line][:_MOST_PARAGRAPHS]


def check_untouched(case: Case) -> Iterator[Judgment]:
    """Paragraph by paragraph; a copy that is broken into other paragraphs is searched as a whole."""
    template, copy = case.policy.standard_terms, case.record.overenskommelse
    if template is None or copy is None or ratio(fold(template), fold(copy)) < _SAME_FORM:
        return
    mine, whole = _paragraphs(copy), " ".join(_paragraphs(copy))
    for wanted in _paragraphs(template):
        if wanted in mine or wanted in whole:
            yield holds(_AT)
            continue
        best = max(mine, key=lambda line: ratio(wanted, line))
        if ratio(wanted, best) >= _SAME_PARAGRAPH:
            yield _compared(case, wanted, best)
        elif partial_ratio(fold(wanted), fold(whole)) < _SAME_FORM:
            yield case.broken_unless_scanned((_AT,), f"Stycket {quoted(wanted)} saknas i överenskommelsen.", wanted, None)


def _compared(case: Case, wanted: str, mine: str) -> Judgment:
    old, new = wanted.split(), mine.split()
    changes = [op for op in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    pairs = [(" ".join(old[op[1] : op[2]]), " ".join(new[op[3] : op[4]])) for op in changes]
    if case.scanned(_AT) and all(ratio(fold(a).replace(" ", ""), fold(b).replace(" ", "")) >= _SAME_WORDS for a, b in pairs):
        return holds(_AT)
    first, last = changes[0], changes[-1]
    was, now = " ".join(old[max(0, first[1] - 1) : last[2] + 1]), " ".join(new[max(0, first[3] - 1) : last[4] + 1])
    message = f"Överenskommelsens text är ändrad: här står {quoted(now)} där mallen har {quoted(was)}."
    return case.broken_unless_scanned((_AT,), message, was, now)


def check_once(case: Case) -> Iterator[Judgment]:
    if case.record.overenskommelse is None:
        return
    twice = [o for o in case.observed("duplicate") if o.at == _AT or o.at.startswith(_AT + "/")]
    if twice:
        yield Judgment("broken", (_AT,), "Avsnittet ”Överenskommelse” står två gånger i ansökan.", 1, 1 + len(twice))
    else:
        yield holds(_AT)


RULES = (
    Rule(
        id="villkor.ororda",
        title="Överenskommelsens text är orörd",
        severity="varning",
        source="Ansökningsformuläret: ”Texten under hela detta avsnitt skall stå kvar orörd”; jämförs med policyns standard_terms",
        guidance="Återställ texten så som den står i mallen.",
        check=check_untouched,
    ),
    Rule(
        id="villkor.en_gang",
        title="Överenskommelsen står en gång",
        severity="varning",
        source="Ansökningsformuläret, ”Överenskommelse”",
        guidance="Ta bort den ena och kontrollera att inget annat avsnitt har fallit bort.",
        check=check_once,
    ),
)
