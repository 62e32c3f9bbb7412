"""Who of the parties owns the insats, where one question asks for owner and parties together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.labels import Answer
from underlag.extract.parties import read_parties, read_roles
from underlag.extract.tree import Leaf, Tree
from underlag.values.folding import fold
from underlag.values.organisations import same_organisation

_NUMBERED = re.compile(r"^\s*1\s*[.):]?\s+\S")
_AS_OWNER = re.compile(r"\s*[(,–-]\s*(?:insats|projekt)?ägare\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs as owner: the organisation and the name, as far as the block tells."""

    organisation: str | None
    name: str | None


def asks_for_all(answer: Answer) -> bool:
    """Does the label ask for the owner and the parties at once, or a table tell the role of each?"""
    label = fold(" ".join(line.text for line in answer.label))
    if re.search(r"agare", label) and re.search(r"\bpart|parter\b", label):
        return True
    return {role for _, role in read_roles([answer])} >= {"insatsagare", "samverkanspart"}


def text_at(party: Tree, key: str) -> str:
    """A text of a party, or nothing."""
    leaf = party.get(key) if isinstance(party, dict) else None
    return str(leaf.value) if isinstance(leaf, Leaf) and leaf.value else ""


def same_person(one: str, other: str) -> bool:
    """Are two written names the same person's? One side may name several ("Anna Ek/Bo Al")."""
    first, second = ({fold(n) for n in re.split(r"\s*(?:/|,|&|\boch\b)\s*", text) if n.strip()} for text in (one, other))
    return bool(first & second)


def _is_signer(party: Tree, signers: Sequence[Signer]) -> bool:
    organisation, person = text_at(party, "organisation"), text_at(party, "kontaktperson")
    for signer in signers:
        if signer.organisation and organisation and same_organisation(signer.organisation, organisation) >= 0.9:
            return True
        if signer.name and person and same_person(signer.name, person):
            return True
    return False


def _unmarked(party: Tree) -> tuple[Tree, bool]:
    """The party without "(insatsägare)" behind its name, and whether that stood there."""
    leaf = party.get("organisation") if isinstance(party, dict) else None
    if not isinstance(party, dict) or not isinstance(leaf, Leaf) or not _AS_OWNER.search(str(leaf.value)):
        return party, False
    return {**party, "organisation": Leaf(_AS_OWNER.sub("", str(leaf.value)), leaf.lines, leaf.confidence)}, True


def divided(together: list[Answer], signers: Sequence[Signer]) -> tuple[list[Tree], list[Tree]]:
    """Owners and other parties of a common list: those marked, else the first of a numbered list, else who signs as owner."""
    roles = read_roles(together)
    read = [_unmarked(party) for party, _ in roles]
    parties = [party for party, _ in read]
    chosen = [n for n, (_, marked) in enumerate(read) if marked or roles[n][1] == "insatsagare"]
    numbered = any(_NUMBERED.match(p.text) for a in together for p in a.paragraphs)
    if not chosen and not numbered:
        chosen = [n for n, party in enumerate(parties) if _is_signer(party, signers)][:1]
    if not chosen and parties and (numbered or any(asks_for_all(a) for a in together)):
        chosen = [0]
    return [parties[n] for n in chosen], [p for n, p in enumerate(parties) if n not in chosen]


def owners_and_parties(owner: list[Answer], partners: list[Answer], signers: Sequence[Signer]) -> tuple[list[Tree], list[Tree]]:
    """The owner and the other parties, asked for together or each by itself."""
    together = [a for a in owner if asks_for_all(a) and a.text.strip()]
    own = [a for a in owner if not any(a is t for t in together) and a.text.strip()]
    if own:
        return read_parties(own), read_parties([*together, *partners])
    if together or partners:
        return divided([*together, *partners], signers)
    return [], []


def with_organisation(block: Tree, parties: Sequence[Tree]) -> Tree:
    """The signature block, an organisation that it does not name taken from the party whose person to ask signs it; an owner's
    block of which no one is that person is the only owner's.
    """
    if not isinstance(block, dict) or block.get("organisation") is not None:
        return block
    name, role = text_at(block, "namn"), text_at(block, "roll")
    same = [p for p in parties if name and same_person(name, text_at(p, "kontaktperson"))]
    if not same and role == "insatsagare":
        same = list(parties[:1])
    leaf = same[0].get("organisation") if len(same) == 1 and isinstance(same[0], dict) else None
    if not isinstance(leaf, Leaf):
        return block
    return {**block, "organisation": Leaf(leaf.value, leaf.lines, 0.85, "organisationen bland parterna med samma kontaktperson")}
