"""Goals and outcomes in running text: goals that sentences and lists name, matched with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.extract.outcomes import is_reaching, measured, said
from underlag.extract.pair_parts import Part
from underlag.extract.pair_tables import PairDraft
from underlag.extract.sentences import Sentence
from underlag.schemas.page import Line
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in

_INTENDED = re.compile(r"\b(?:ska|skall|skulle|bor)\b")
_INFINITIVE = re.compile(r"^(?:att|oka|minska|starka|utveckla|skapa|erbjuda|ge|bidra|fa)\b")
_DEFINES = re.compile(
    r"\bmal(?:et|en|sattning(?:en|ar|arna)?)?\b(?: \w+){0,12}? (?:ar|var|har varit) (?:att|foljande)\b"
    r"|\bmal(?:et|sattningen) att\b|\b(?:haft|har|hade) som mal(?:sattning)? att\b|\bforvanta(?:de|t|s)\b"
)
_EXPLAINS = re.compile(r"(?:en |den |framsta |en annan )?(?:anledning|orsak|skal|forklaring)\w*\b|det(?:ta)? beror\b")
_REACHED_TAIL = re.compile(
    r"^(?P<goal>.*\bmålet? att .+?)\s+(?P<verdict>(?:har|är|kunde|blev)?\s*(?:(?:inte|ej|delvis|nästan)\s+)?"
    r"(?:uppnåddes|uppnåtts|uppnått|uppnås|nåddes|nåtts|uppfylldes|uppfyllts|uppfyllt)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TOLD = re.compile(r"(?:endast|bara|totalt|sammanlagt|hela)?\s*\d+ .{3,120}?(?=\s+(?:var|beror|berodde|är)\b|[,.;]|$)", re.IGNORECASE)
_INNER = re.compile(r"(?:Utfall|Resultat|Utfallet|Resultatet)\s*:\s*(?P<rest>\S.*)", re.DOTALL)
_LONG_OUTCOME = 140
_LONGEST_GOAL = 900
_SHARED_WORDS = 3
_COMMON = frozenset(
    "har som och att det den for med till ett inte ska skulle detta vara under var fran sitt sina satta malet malen uppnatt vid mal".split()
)


def drafts_from_prose(parts: Sequence[Part]) -> list[PairDraft]:
    """The goals that the parts name, in order, with the outcome that stands by each."""
    drafts: list[PairDraft] = []
    told = False  # are we past a heading of outcomes?
    at = 0
    while at < len(parts):
        part = parts[at]
        if part.kind == "mal":
            told = False
            at, found = _headed(parts, at)
            drafts += found
            continue
        if part.kind in ("utfall", "uppfyllt"):
            if _answers_last(drafts, parts, at):
                at = _take_own(drafts[-1], parts, at)
                continue
            told = True
            _zip_outcomes(drafts, parts, at)
        elif part.kind == "punkt" and not told and _is_goal_item(parts, at):
            drafts.append(PairDraft(goal=[part.entry]))
        elif part.kind == "text":
            drafts += _in_text(parts, at, listing=not told)
            told = told or any(is_reaching(s.text) and said(s.text) for s in part.sentences)
        at += 1
    return drafts


def _answers_last(drafts: Sequence[PairDraft], parts: Sequence[Part], at: int) -> bool:
    """Does an outcome stand under the goal that it is the outcome of, as those before it do?"""
    if not drafts or drafts[-1].outcome or at == 0 or any(not d.outcome for d in drafts[:-1]):
        return False
    return parts[at - 1].kind in ("punkt", "text") and parts[at - 1].entry in drafts[-1].goal


def _is_goal_item(parts: Sequence[Part], at: int) -> bool:
    """Is a list item a goal: it says what shall be, or stands under a heading of goals?"""
    folded = fold(parts[at].text)
    if _INTENDED.search(folded) or _INFINITIVE.match(folded):
        return len(parts[at].text) <= _LONGEST_GOAL
    above = next((p for p in reversed(parts[:at]) if p.kind != "punkt"), None)
    leads = above is not None and (
        above.kind == "rubrik"
        or (above.kind == "text" and bool(re.search(r"\bmal\w*\b.*$", fold(above.text))) and above.text.endswith(":"))
    )
    return leads and not re.match(r"\d+ ?(?:st)?\b", folded)


def _headed(parts: Sequence[Part], at: int) -> tuple[int, list[PairDraft]]:
    """The pairs that a head "Mål" opens: what stands behind it up to its outcome, and the outcome. Returns where to go on."""
    opening = parts[at]
    goals = [] if opening.head else [opening]
    k = at + 1
    while k < len(parts) and parts[k].kind in (("text", "punkt") if opening.head else ("punkt",)):
        goals.append(parts[k])
        k += 1
    if not any(p.kind in ("utfall", "uppfyllt") for p in parts[k : k + 1]):
        if not opening.head:
            return k, _split(goals, None)
        inner = drafts_from_prose([Part("rubrik", label=opening.label), *goals])
        single = [PairDraft(goal=[p.entry for p in goals])] if len(goals) == 1 else []
        return k, inner or single
    draft = PairDraft()
    while k < len(parts) and parts[k].kind in ("utfall", "uppfyllt"):
        k = _take_outcome(draft, parts, k)
    return k, _split(goals, draft)


def _take_outcome(draft: PairDraft, parts: Sequence[Part], at: int) -> int:
    """Puts the outcome or verdict at `at` into the draft: its own paragraph, or what follows a head that stands alone."""
    part = parts[at]
    k = at + 1
    taken = [] if part.head else [part]
    while k < len(parts) and parts[k].kind in (("text", "punkt") if part.head else ("punkt",)) and not _is_answered(parts, k):
        taken.append(parts[k])
        k += 1
    for p in taken:
        draft.put(part.kind, *_essence(p))
    return k


def _is_answered(parts: Sequence[Part], at: int) -> bool:
    """Is a list item a goal of its own, with its outcome right under it?"""
    return parts[at].kind == "punkt" and any(p.kind in ("utfall", "uppfyllt") and not p.head for p in parts[at + 1 : at + 2])


def _take_own(draft: PairDraft, parts: Sequence[Part], at: int) -> int:
    """Puts the outcome that stands under its goal into the draft: its paragraph, or that behind a head that stands alone."""
    part = parts[at]
    if part.head and at + 1 < len(parts) and parts[at + 1].kind == "text":
        at += 1
    if parts[at].text and not parts[at].head:
        draft.put(part.kind, *_essence(parts[at]))
    return at + 1


def _essence(part: Part) -> tuple[str, tuple[Line, ...]]:
    """An outcome as told; of a long one that opens with its verdict, the sentence that says it."""
    text, lines = part.entry
    first = part.sentences[0]
    return (first.text, first.lines) if len(text) > _LONG_OUTCOME and said(first.text) else (text, lines)


def _split(goals: Sequence[Part], outcome: PairDraft | None) -> list[PairDraft]:
    """The goals behind one head, each with its outcome: several list items or intended sentences are several goals."""
    given = outcome or PairDraft()
    units = [p.entry for p in goals if p.text]
    items = [p.entry for p in goals if p.kind == "punkt"]
    if len(items) >= 2:
        units = items
    elif len(units) == 1 and len(goals[-1].sentences) >= 2:
        intended = [s for s in goals[-1].sentences if _INTENDED.search(fold(s.text))]
        units = [(s.text, s.lines) for s in intended] if len(intended) == len(goals[-1].sentences) else units
    elif units:
        return [PairDraft(list(units), given.outcome, given.verdict)]
    if len(given.outcome) == len(units) >= 2:
        return [PairDraft([u], [o], given.verdict) for u, o in zip(units, given.outcome, strict=True)]
    return [PairDraft([u], list(given.outcome), given.verdict) for u in units]


def _zip_outcomes(drafts: Sequence[PairDraft], parts: Sequence[Part], at: int) -> None:
    """A list of outcomes as long as the list of goals before it answers them one by one."""
    items = []
    for part in parts[at + 1 :]:
        if part.kind == "punkt":
            items.append(part)
        elif part.kind != "rubrik":
            break
    if len(drafts) >= 2 and len(items) == len(drafts) and not any(d.outcome for d in drafts):
        for draft, item in zip(drafts, items, strict=True):
            draft.put("utfall", *item.entry)


def _in_text(parts: Sequence[Part], at: int, *, listing: bool) -> list[PairDraft]:
    """Goals that the sentences of one paragraph define, each with what is told of it right behind."""
    part = parts[at]
    found: list[PairDraft] = []
    sentences = part.sentences
    if listing and len(sentences) == 1 and re.match(r"att\b", fold(part.text)) and len(part.text) <= _LONGEST_GOAL:
        return [PairDraft(goal=[part.entry])]
    if listing and at and parts[at - 1].kind == "rubrik" and all(_INTENDED.search(fold(s.text)) for s in sentences):
        return [PairDraft(goal=[(s.text, s.lines)]) for s in sentences]
    for k, sentence in enumerate(sentences):
        if draft := _of_sentence(sentence, sentences[k + 1 : k + 3]):
            found.append(draft)
    follows = parts[at + 1].kind if at + 1 < len(parts) else ""
    if not found and follows in ("utfall", "uppfyllt") and not parts[at + 1].head and len(part.text) <= _LONGEST_GOAL:
        return [PairDraft(goal=[part.entry])]
    if len(sentences) == 1 and len(found) == 1 and not found[0].outcome:
        found[0].outcome += _told_next(parts, at + 1)
    return found


def _of_sentence(sentence: Sentence, following: Sequence[Sentence]) -> PairDraft | None:
    """The goal that a sentence names, by what it says or by "Utfall:" behind it."""
    inner = _INNER.match(following[0].text) if following else None
    if inner:
        return PairDraft([(sentence.text, sentence.lines)], [(inner["rest"], following[0].lines)])
    folded = fold(sentence.text)
    defines = _DEFINES.search(folded) and not _EXPLAINS.match(folded) and len(sentence.text) <= _LONGEST_GOAL
    return _defined(sentence, following) if defines else None


def _defined(sentence: Sentence, following: Sequence[Sentence]) -> PairDraft:
    """A goal that its sentence defines ("Målet var att ..."), perhaps with the verdict in the same sentence."""
    tail = _REACHED_TAIL.match(sentence.text)
    if not tail:
        outcome = [(s.text, s.lines) for s in following[:1] if _tells(sentence.text, s.text)]
        return PairDraft([(sentence.text, sentence.lines)], outcome)
    draft = PairDraft(goal=[(tail["goal"].strip(), sentence.lines)], verdict=(f"målet {tail['verdict']}", sentence.lines))
    nouns = {fold(q.value.avser)[:5] for q in quantities_in(tail["goal"]) if q.value.avser}
    for other in following:
        told = _TOLD.search(other.text)
        if told and nouns & {word[:5] for word in fold(told[0]).split()}:
            draft.outcome.append((told[0].strip(), other.lines))
            return draft
    draft.outcome.append((tail["verdict"].strip(), sentence.lines))
    return draft


def _tells(goal: str, sentence: str) -> bool:
    """Does the sentence behind a goal say whether it was reached, or count what it counts?"""
    if _DEFINES.search(fold(sentence)):
        return False
    return (is_reaching(sentence) and said(sentence) is not None) or measured(goal, sentence) is not None


def _told_next(parts: Sequence[Part], at: int) -> list[tuple[str, tuple[Line, ...]]]:
    """The paragraph behind a goal that counts what came of it, with its list."""
    if at >= len(parts) or parts[at].kind != "text" or _DEFINES.search(fold(parts[at].text)):
        return []
    first = parts[at]
    if (
        not quantities_in(first.text)
        or not re.search(r"\b(?:har|hade|blev|fick)\b", fold(first.text))
        or len(first.text) > 2 * _LONG_OUTCOME
    ):
        return []
    told = [first.entry]
    for part in parts[at + 1 :]:
        if part.kind != "punkt":
            break
        told.append(part.entry)
    return told


def _words(text: str) -> set[str]:
    return {w[:7] for w in fold(text).split() if len(w) > 2 and w not in _COMMON}


def with_verdicts_elsewhere(drafts: Sequence[PairDraft], parts: Sequence[Part]) -> None:
    """Sentences that say a goal is reached or not, given to the goal without outcome whose words they share most."""
    taken = {text for d in drafts for text, _ in d.outcome}
    verdicts = [
        s for p in parts if p.kind in ("text", "punkt") for s in p.sentences if is_reaching(s.text) and said(s.text) and s.text not in taken
    ]
    spoken = [(_words(d.goal[0][0]), d) for d in drafts if d.goal and not d.outcome]
    for sentence in verdicts:
        words = _words(sentence.text)
        scored = [(len(words & of_goal), -n) for n, (of_goal, d) in enumerate(spoken) if not d.outcome and d.goal[0][0] != sentence.text]
        best, at = max(scored, default=(0, 0))
        if best >= _SHARED_WORDS:
            spoken[-at][1].outcome.append((sentence.text, sentence.lines))
