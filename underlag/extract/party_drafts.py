"""A party while it is being read: organisation, person to ask, e-mail address, each with the line that it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Line
from underlag.values.contact import emails_in, person_name
from underlag.values.organisations import organisations_in

NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s*")
_EMPTY_BRACKETS = re.compile(r"\s*[(<\[]\s*[)>\]]")


@dataclass(slots=True)
class Draft:
    """The texts of one party. `role`: as a column of its own says ("Insatsägare"), where there is one."""

    organisation: list[tuple[str, Line]] = field(default_factory=list)
    person: list[tuple[str, Line]] = field(default_factory=list)
    epost: list[tuple[str, Line]] = field(default_factory=list)
    half: tuple[str, Line] | None = None  # a name that the end of its line divides
    role: str | None = None

    @property
    def empty(self) -> bool:
        return not (self.organisation or self.person or self.epost)

    def tree(self, confidence: float) -> dict[str, Tree]:
        """The party as the record has it."""

        def leaf(parts: list[tuple[str, Line]], join: str) -> Leaf | None:
            texts = [t for t, _ in parts if t]
            return Leaf(join.join(texts), tuple(line for _, line in parts), confidence) if texts else None

        return {
            "organisation": leaf(self.organisation, "\n"),
            "kontaktperson": leaf(self.person[:1], " "),
            "epost": leaf(self.epost[:1], " "),
        }

    def take(self, kind: str | None, text: str, line: Line) -> None:
        """Puts a labelled text where it belongs; an e-mail address is one wherever it stands."""
        if kind == "epost" and "@" in text:
            text = "".join(text.split())  # a long address that a narrow cell divides
        mails = emails_in(text)
        self.epost += [(mail.value, line) for mail in mails]
        rest = tidy(without_addresses(text))
        if not rest:
            return
        if kind == "organisation":
            self._take_organisation(rest, line)
        elif kind == "kontaktperson":
            name = person_name(f"{self.half[0]} {rest}" if self.half else rest)
            if name:
                self.person.append((name, self.half[1] if self.half else line))
            self.half = None if name else (rest, line)
        elif kind == "epost" and not mails:
            self.epost.append((rest, line))

    def _take_organisation(self, text: str, line: Line) -> None:
        """Takes an organisation, and the person behind its comma ("Exempel kommun, Siv Ek")."""
        head, *others = text.split(",")
        person = person_name(others[0]) if others and organisations_in(head) and not self.person else None
        if person and person == others[0].strip() and all("@" in o for o in others[1:]):
            self.person.append((person, line))
            text = head.strip()
        self.organisation.append((text, line))


def tidy(text: str) -> str:
    """The text without a list's number, marks around it, and brackets that open or close nothing."""
    plain = NUMBER.sub("", text).strip(" .,;:–-")
    if plain.count("(") != plain.count(")"):
        plain = plain.strip("() ").strip(" .,;:–-")
    return plain


def without_addresses(text: str) -> str:
    """The text without its e-mail addresses and the brackets that held them."""
    rest = text
    for mail in reversed(emails_in(text)):
        rest = rest[: mail.start] + rest[mail.end :]
    return _EMPTY_BRACKETS.sub("", rest)


def is_organisation(text: str) -> bool:
    """Is the text, but for a few letters, the name of an organisation that is known by its name?"""
    found = organisations_in(text)
    return bool(found) and found[0].start <= 2 and (found[0].end - found[0].start) >= 0.6 * len(text)
