"""The small facts of a final report: the last day of intake, how many took part, and the money that went back."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from underlag.extract.labels import Answer
from underlag.extract.sentences import Sentence, sentences_of
from underlag.extract.tree import Leaf
from underlag.values.amounts import amounts_in
from underlag.values.dates import dates_in, parse_period
from underlag.values.folding import fold
from underlag.values.quantities import quantities_in

_INTAKE = re.compile(
    r"\bsista (?:deltagar\w*|person\w*|individ\w*|ungdom\w*|elev\w*|klient\w*|grupp\w*|dag|datum|intag\w*|antagning\w*)|\bsist inskriv"
    r"|\b(?:inget|inga|ej|inte|stoppades|avslutades|upphorde|stangdes)\b.{0,30}\b(?:intag|nya deltagare)"
    r"|\bintag\w*\b.{0,30}\b(?:till|tom|t o m|avslutades|upphorde|stangdes|stoppades|slut\w*)\b"
)
_NO_MORE_AFTER = re.compile(r"\b(?:inget|inga|ingen|ej|inte)\b.*\befter\b")
_NO_MORE_FROM = re.compile(r"\b(?:inget|inga|ingen|ej|inte)\b.*\b(?:fran|fr o m|from)\b")
_RETURNING = re.compile(r"\b(?:ater(?:for|betal|lamn|gar|gick|sand)\w*|lamna(?:s|ts|t|r)? tillbaka|betala(?:s|ts|t|r)? tillbaka)")
_NONE = re.compile(
    r"\b(?:inga|inget|ej nagra|inte nagra)\b(?: \w+){0,3} (?:medel|pengar|belopp|overskott|kronor)\b"
    r"|\b(?:medel|pengar)\b.{0,30}\b(?:inte|ej)\b|^(?:0|noll)\b|^inga$|^nej\b"
)
_PEOPLE = re.compile(r"(?:deltagar|person|individ|ungdom|vuxn|ung[ae]|kvinn|klient|man|bruk|elev|foralder|foraldr|medborgar|invanar)\w*")
_TOOK_PART = re.compile(
    r"\b(?:delta(?:git|gare|r)|medverka\w*|coacha\w*|handle(?:tt|tts|ddes)|vagle(?:tt|tts|ddes)|stott\w*|tagit del|tagit emot|omfatta\w*"
    r"|inskriv\w*|skrivits in|skrevs in|fatt stod|haft|traffat|natt|ingatt)\b"
)
_WHOLE = re.compile(
    r"\b(?:totalt|sammanlagt|sammantaget|under (?:projekt|insats)\w*|hela (?:projekt|insats)\w*|projektets gang|insatsens gang)\b"
)


def _sentences(answers: list[Answer]) -> Iterator[Sentence]:
    for answer in answers:
        for paragraph in answer.paragraphs:
            yield from sentences_of(paragraph)


def _last_day(text: str) -> date | None:
    """The day that a sentence gives; a month stands for its last day, and "inget från juni" for the day before it."""
    days = [d.value for d in dates_in(text)]
    before = bool(_NO_MORE_FROM.search(fold(text)))
    if days:
        return days[-1] - timedelta(days=1) if before else days[-1]
    start, end = parse_period(text)
    if start is None or end is None or (start.year, start.month) != (end.year, end.month):
        return None
    return start - timedelta(days=1) if before else date(end.year, end.month, monthrange(end.year, end.month)[1])


def read_intake_end(own: list[Answer], elsewhere: list[Answer]) -> Leaf | None:
    """The last day of intake: in its own field, else where another answer says when people were last taken in."""
    for sentence in _sentences(own):
        if day := _last_day(sentence.text):
            return Leaf(day.isoformat(), sentence.lines)
    for sentence in _sentences(elsewhere):
        whole = () if "\t" in sentence.text else (sentence.text,)  # fields side by side are no sentence
        for clause in (*re.split(r"[,;(]\s*|\t", sentence.text), *whole):
            folded = fold(clause)
            if (_INTAKE.search(folded) or _NO_MORE_AFTER.search(folded)) and (day := _last_day(clause)):
                return Leaf(day.isoformat(), sentence.lines, 0.85)
    return None


def read_participants(own: list[Answer], goals: list[Answer]) -> Leaf | None:
    """How many took part: in its own field; where that is asked but empty, as the goals' text counts them."""
    for sentence in _sentences(own):
        counts = [q.value.varde for q in quantities_in(sentence.text) if q.value.enhet == "antal" and q.value.per is None]
        bare = re.search(r"(?<![\d-])(\d{1,4})(?![\d-])", sentence.text)
        if counts or bare:
            return Leaf(int(counts[0]) if counts else int(bare[1]) if bare else None, sentence.lines)
    if not own or any(a.text.strip() for a in own):
        return None
    told = [(score, count, s) for s in _sentences(goals) if (count := _people(s.text)) and (score := _is_total(s.text))]
    if not told:
        return None
    _, count, sentence = max(told, key=lambda t: t[0])
    return Leaf(count, sentence.lines, 0.8, "fältet är tomt; antalet står i texten om mål och utfall")


def _people(text: str) -> int | None:
    """The first number of people in the sentence."""
    counted = (q.value for q in quantities_in(text))
    return next((int(q.varde) for q in counted if q.enhet == "antal" and q.avser and _PEOPLE.fullmatch(fold(q.avser))), None)


def _is_total(text: str) -> int:
    """How surely the sentence counts all who took part: 0 for not at all."""
    folded = fold(text)
    if not _TOOK_PART.search(folded) or re.search(r"\b(?:ska|skulle|lista|planera)\b", folded):
        return 0
    return 1 + bool(_WHOLE.search(folded))


def read_returned(own: list[Answer], elsewhere: list[Answer]) -> Leaf | None:
    """Kronor that went back to the association: 0 where nothing did, None where no one amount is told."""
    for sentence in _sentences(own):
        if amounts := amounts_in(sentence.text):
            return Leaf(amounts[0].value.kronor, sentence.lines)
        bare = re.fullmatch(r"\s*(\d{1,3}(?:[ .]\d{3})+|\d{3,9})\s*", sentence.text)
        if bare:
            return Leaf(int(re.sub(r"\D", "", bare[1])), sentence.lines)
        if _NONE.search(fold(sentence.text)):
            return Leaf(0, sentence.lines)
    amounts_told: dict[int, Sentence] = {}
    for sentence in _sentences(elsewhere):
        folded = fold(sentence.text)
        returning = list(_RETURNING.finditer(folded))
        if not returning:
            continue
        if _NONE.search(folded):
            return Leaf(0, sentence.lines, 0.9)
        found = _nearest_amount(sentence.text)
        if found is not None:
            amounts_told.setdefault(found, sentence)
    if len(amounts_told) != 1:
        return None
    amount, sentence = next(iter(amounts_told.items()))
    return Leaf(amount, sentence.lines, 0.85)


def _nearest_amount(text: str) -> int | None:
    """The amount that stands nearest the word for returning."""
    verbs = [m.start() for m in re.finditer(r"åter(?:för|betal|lämn|går|gick|sänd)|tillbaka", text, re.IGNORECASE)]
    found = amounts_in(text)
    if not found or not verbs:
        return None
    return min(found, key=lambda f: min(abs(v - (f.start + f.end) // 2) for v in verbs)).value.kronor
