"""What a letter of application says in the sentence that it opens with: who applies with whom, for how much, for what and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from underlag.extract.flow import Item
from underlag.extract.party_drafts import Draft
from underlag.extract.sentences import Sentence, sentences_of
from underlag.extract.tree import Leaf, Tree
from underlag.values.amounts import amounts_in
from underlag.values.contact import emails_in, person_name
from underlag.values.dates import dates_in
from underlag.values.organisations import organisations_in

_OPENING = 12  # items, letterhead included
_LONGEST_OWNER = 60
_APPLIES = re.compile(r"\b(?:an)?söker\b")
_NAMED = re.compile(r"\b(?:insatsen|projektet)\s+[”\"»“']?(?P<name>[A-ZÅÄÖ][\wåäöé-]*(?:\s+[A-ZÅÄÖ][\wåäöé-]*)*)")
_CONTACT = re.compile(r"\bkontaktperson\w*(?:\s+är|\s*:)?\s+", re.IGNORECASE)
_SURE = 0.85


def read_opening(items: Sequence[Item]) -> dict[str, Tree]:
    """By pointer of an application's fields what its opening sentence says; nothing where it has none."""
    opening = next((s for s in _sentences(items[:_OPENING]) if _owner_ends(s.text)), None)
    if opening is None:
        return {}
    text, lines = opening.text, opening.lines
    verb = _owner_ends(text)
    sums = [f for f in amounts_in(text) if f.value.unit]
    end = sums[0].start if sums else len(text)
    owner = Draft(organisation=[(text[:verb].strip(" ,"), lines[0])])
    _take_contact(owner, items)
    partners = [Draft(organisation=[(f.value, lines[0])]) for f in organisations_in(text[:end]) if f.start >= verb]
    told: dict[str, Tree] = {
        "/insatsagare": [owner.tree(_SURE)],
        "/samverkansparter": [p.tree(_SURE) for p in partners],
    }
    if name := _NAMED.search(text):
        told["/insatsens_namn"] = Leaf(name["name"], lines, _SURE)
    if len(sums) == 1:
        told["/sokt_belopp"] = Leaf(sums[0].value.kronor, lines, _SURE)
    if len(days := dates_in(text)) == 2:
        told["/insatstid"] = {key: Leaf(day.value.isoformat(), lines, _SURE) for key, day in zip(("start", "slut"), days, strict=True)}
    return told


def _sentences(items: Sequence[Item]) -> Iterator[Sentence]:
    return (s for i in items if i.table is None and (p := i.paragraph) for s in sentences_of(p))


def _owner_ends(text: str) -> int:
    """Where the verb of a sentence begins that says which organisation applies; 0 where it is no such sentence."""
    verb, found = _APPLIES.search(text), organisations_in(text)
    opens = verb is not None and bool(found) and found[0].start == 0 and found[0].end <= verb.start() <= _LONGEST_OWNER
    return verb.start() if verb and opens else 0


def _take_contact(owner: Draft, items: Sequence[Item]) -> None:
    """The person to ask, where one sentence of the letter names one with an address."""
    found = [(s, m) for s in _sentences(items) if (m := _CONTACT.search(s.text)) and emails_in(s.text)]
    if len(found) != 1:
        return
    sentence, label = found[0]
    rest = sentence.text[label.end() :]
    if name := person_name(rest.split(",")[0]):
        owner.person.append((name, sentence.lines[0]))
        owner.epost += [(mail.value, sentence.lines[0]) for mail in emails_in(rest)[:1]]
