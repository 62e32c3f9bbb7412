"""Signature blocks: what one holds, and how it is read where it came as lines of text.

In raw text the ink of a signature is what a scan reader made of it: marks and letters that are no words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from underlag.extract.flow import Item
from underlag.extract.lexicon import swedish
from underlag.extract.signature_ink import ink_beside
from underlag.extract.signature_names import organisation_apart, signer_name
from underlag.extract.signature_roles import organisation_in_label, organisation_told, role_in
from underlag.extract.sublabels import Piece
from underlag.schemas.page import Line
from underlag.values.contact import emails_in, person_name
from underlag.values.dates import dates_in
from underlag.values.organisations import organisations_in

_PARTIAL_DATE = re.compile(r"[\s,]*(?:\b(?:den\s+)?(?:19|20)\d\d[-–./ ]*\d{0,2}[-–./ ]*$|\b\d{1,2}[/.]\d{0,2}[-–/ ]*(?:\d{2,4})?\s*$)")

_LONGEST_ROLE = 60


@dataclass(slots=True)
class Block:
    """One signature block while it is being read."""

    role: str | None = None
    organisation: tuple[str, Line] | None = None
    date: tuple[str, Line] | None = None
    name: tuple[str, Line] | None = None
    epost: tuple[str, Line] | None = None
    signed: bool | None = None
    signed_lines: tuple[Line, ...] = ()
    seen: set[str] = field(default_factory=set)
    partial_date: Line | None = None

    @property
    def told(self) -> int:
        """How many of its fields are filled in, whether it is signed among them."""
        return sum(x is not None for x in (self.organisation, self.date, self.name, self.epost, self.signed))

    @property
    def empty(self) -> bool:
        return not (self.organisation or self.date or self.name or self.epost or self.signed)


def _set_organisation_and_date(block: Block, text: str, line: Line) -> None:
    """Splits "Region X 2023-05-24" into the organisation and its date; an unfinished date is remembered as unreadable."""
    if (whose := re.search(r"\(([^()]*)\)", text)) and role_in(whose[1]):
        block.role, text = role_in(whose[1]), (text[: whose.start()] + text[whose.end() :]).strip()
    dates = dates_in(text)
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    if dates and block.date is None:
        block.date = (dates[-1].value.isoformat(), line)
    if not dates and (partial := _PARTIAL_DATE.search(rest)) and partial[0].strip(" ,"):
        block.partial_date = line
        rest = rest[: partial.start()]
    rest = re.sub(r"\s*\b(?:den|datum:?)\s*$", "", rest).strip(" ,;:.–-\t")
    if rest and block.organisation is None:
        block.organisation = (rest, line)


def put_field(block: Block, kind: str, text: str, line: Line) -> None:
    """Puts the text of one labelled field into the block."""
    text = text.strip()
    if not text:
        return
    if kind in ("organisation_datum", "organisation", "datum"):
        if kind == "datum":
            found = dates_in(text)
            if found:
                block.date = (found[0].value.isoformat(), line)
            elif re.search(r"\d", text):
                block.partial_date = line
        else:
            _set_organisation_and_date(block, text, line)
    elif kind == "namn":
        _put_name(block, text, line)
    elif kind == "epost":
        mails = emails_in(text)
        block.epost = (mails[0].value if mails else text, line)


def _put_name(block: Block, text: str, line: Line) -> None:
    """Takes the name, and an organisation or an address that stands beside it."""
    organisation, rest = organisation_apart(text)
    name, mails = signer_name(rest), emails_in(text)
    if organisation and block.organisation is None:
        block.organisation = (organisation, line)
    if mails and block.epost is None:
        block.epost = (mails[0].value, line)
    if block.name is None and name:
        block.name = (name, line)


def put_typed_organisation(block: Block, lines: Sequence[Line]) -> str:
    """Takes the organisation that is typed beside a signature into the block; returns what else is typed there."""
    rest = []
    for line in lines:
        organisation, other = organisation_apart(line.text.strip())
        if organisation and not (other and len(other.split()) > 4):
            block.organisation = block.organisation or (organisation, line)
        rest.append(other)
    return " ".join(rest).strip()


_SIGN = re.compile(r"[^\w\s]")
_CLEAN_WORD = re.compile(r"[^\W\d_]+(?:[-–&/.][^\W\d_]+)*-?[.,;:)]?|\([^\W\d_]+|[-–&]")
_BEHIND_LABEL = re.compile(r"^.*[^\W\d_]{4,}\s?[)}:]*")
_MIXED_CASE = re.compile(r"[a-zåäö][A-ZÅÄÖ]")


class _Reading:
    """Signature blocks while their lines are being read: a field seen already in this block begins the next."""

    def __init__(self, items: Sequence[Item], *, raw_text: bool) -> None:
        self.items, self.raw_text = items, raw_text
        self.blocks: list[Block] = []
        self.role: str | None = None
        self.whose: tuple[str, Line] | None = None
        self.lead = ""
        self.turned = False
        self.noise: list[str] = []

    def take(self, piece: Piece) -> None:
        """Files one piece."""
        kind = piece.kind
        whole = f"{piece.label} {piece.text}".strip(" ._…")
        if kind in (None, "organisation") and (named := organisation_in_label(whole)):
            self._labelled("underskrift", Piece("underskrift", "", piece.line, whole))
            self.blocks[-1].organisation = (named, piece.line)
        elif kind is None and len(piece.text) < _LONGEST_ROLE and (named := role_in(piece.text)):
            self.role = named
            told = organisation_told(piece.text, piece.line)
            self.whose = told if told and organisations_in(told[0]) else None
            self.turned = True
        elif kind is None:
            self._unlabelled(piece)
        elif kind != "annat":
            self._labelled(kind, piece)

    def _labelled(self, kind: str, piece: Piece) -> None:
        key = "organisation" if kind == "organisation_datum" else kind
        if not self.blocks or self._begins(key, self.blocks[-1].seen):
            self.blocks.append(Block(role=self.role, organisation=self.whose))
            self.noise, self.whose, self.turned = [], None, False
            self.lead = self.lead or key
        block = self.blocks[-1]
        block.seen.add(key)
        block.role = role_in(piece.label) or block.role
        if kind == "underskrift":
            block.signed_lines = (piece.line,)
            block.signed = None if self.raw_text else ink_beside(piece, self.items)
            self._mark(block, piece.text or _BEHIND_LABEL.sub("", piece.label))
        elif self.raw_text:
            self._put_read(block, kind, piece)
        else:
            put_field(block, kind, piece.text, piece.line)

    def _begins(self, key: str, seen: set[str]) -> bool:
        """Does a field begin a new block: one seen already in this, the one that all begin with, or the first behind a party's line?"""
        again = key in seen and key in ("organisation", "underskrift", "namn")
        return again or (bool(seen & {"underskrift", "namn"}) and (self.turned or (key == self.lead and key in seen)))

    def _put_read(self, block: Block, kind: str, piece: Piece) -> None:
        """A field of raw text, without the marks that handwriting and rules leave in it."""
        text = piece.text.strip(" |‘'`")
        if kind in ("organisation_datum", "organisation"):
            _set_organisation_and_date(block, text, piece.line)
            if block.organisation and block.organisation[1] is piece.line:
                named = without_noise(block.organisation[0])
                block.organisation = (named, piece.line) if named else None
        elif kind != "epost" or emails_in(text):
            put_field(block, kind, text, piece.line)

    def _unlabelled(self, piece: Piece) -> None:
        """Text that no label precedes: an address is the block's, and in raw text marks are the ink of its signature."""
        if not self.raw_text or not self.blocks:
            return
        block = self.blocks[-1]
        mails = emails_in(piece.text)
        if mails:
            block.epost = block.epost or (mails[0].value, piece.line)
        elif "namn" not in block.seen:
            self._mark(block, piece.text)

    def _mark(self, block: Block, text: str) -> None:
        if self.raw_text and text:
            self.noise.append(text)
        if self.raw_text and block.signed is None and is_trace(" ".join(self.noise)):
            block.signed = True


def without_noise(text: str) -> str:
    """A name up to the first word that can't be one ("Exempel kommun )7/ (4" is "Exempel kommun"); all of it where all can."""
    words = text.split()
    ends = next((n for n, word in enumerate(words) if not _CLEAN_WORD.fullmatch(word)), len(words))
    kept = " ".join(words[:ends]).strip(" ,;:.–-")
    known = organisations_in(kept)
    return kept if ends == len(words) or (known and known[0].start == 0) else ""


def is_trace(text: str) -> bool:
    """Does text read in a signature field look like what a scan reader makes of ink, not like typed words?"""
    bare = "".join(text.split())
    words = re.findall(r"[^\W\d_]{4,}", text)
    if len(bare) < 2 or emails_in(text) or dates_in(text):
        return False
    if not words:
        return bool(_SIGN.search(text)) or len(text.split()) > 1
    known = swedish()
    strange = all(word.lower() not in known.costs and word.lower() not in known.rare for word in words)
    return strange and bool(_SIGN.search(text) or _MIXED_CASE.search(text)) and person_name(text) is None


def line_blocks(found: Sequence[Piece], items: Sequence[Item], *, raw_text: bool) -> list[Block]:
    """The signature blocks that labelled pieces of text hold; in raw text also a name with its address below, all labels lost."""
    reading = _Reading(items, raw_text=raw_text)
    for piece in found:
        reading.take(piece)
    if raw_text and not reading.blocks:
        return _bare_blocks(found)
    return reading.blocks


def _bare_blocks(found: Sequence[Piece]) -> list[Block]:
    blocks = []
    for name, address in pairwise(found):
        mails, person = emails_in(address.text), person_name(name.text)
        if person and mails and not emails_in(name.text):
            blocks.append(Block(name=(person, name.line), epost=(mails[0].value, address.line)))
    return blocks
