"""Parties that no small labels tell apart: one a line, between commas, or each a few lines under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from underlag.extract.party_drafts import NUMBER, Draft, is_organisation, tidy, without_addresses
from underlag.extract.signature_roles import role_in
from underlag.schemas.page import Line, Paragraph
from underlag.values.contact import emails_in, person_name

_BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b|&)\s*")
_OUTSIDE_BRACKETS = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b)\s*(?![^()]*\))")
_CONTRIBUTES = re.compile(r"\s(?:bidrar|medverkar|deltar|ansvarar|ställer|står|erbjuder|avsätter)\s")
_PARTS = re.compile(r"[,;:]\s+|\s+[–—-]\s+|\s*[\t|()]\s*|\s+/\s+")
_CONTACT = re.compile(r"(?:kontakt(?:person|uppgifter)?|e-?post|mejl|tel(?:efon)?|tfn|mobil|vx)\b\.?:?", re.IGNORECASE)
_LONGEST_ROLE = 30
_SIGNS = re.compile(r"[\d\s+()-]*")


def listed_parties(paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """The parties of a text without small labels; none where it can't be told how they follow each other."""
    return _entries(paragraphs) or _stacked(paragraphs) or _single(paragraphs)


def _entries(paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """Several parties, each in a paragraph of its own or between commas."""
    entries: list[tuple[str, Line]] = []
    for p in (piece for whole in paragraphs for piece in _one_a_line(whole)):
        names = [n for n in _BETWEEN.split(tidy(p.text)) if n.strip()]
        bracketed = [n for n in _OUTSIDE_BRACKETS.split(p.text.strip(" .")) if n.strip()]
        if len(parted := p.text.split(";")) > 1 and all(_is_entry(part.strip()) for part in parted):
            entries += [(part.strip(), p.lines[0]) for part in parted]
        elif len(bracketed) > 1 and "(" in p.text and all(is_organisation(n.partition("(")[0].strip()) for n in bracketed):
            entries += [(n.strip(" )").replace("(", ", ", 1), p.lines[0]) for n in bracketed]
        elif len(names) > 1 and all(is_organisation(n) for n in names):
            entries += [(tidy(n), p.lines[0]) for n in names]
        elif p.bullet or NUMBER.match(p.text) or _is_entry(p.text):
            entries.append((p.text, p.lines[0]))
        else:
            return []
    return [entry(text, line) for text, line in entries] if len(entries) > 1 else []


def _is_entry(text: str) -> bool:
    """Does a line open with an organisation that is known by its name, or name one with its person and address?"""
    if is_organisation(tidy(_PARTS.split(_CONTRIBUTES.split(text)[0])[0])):
        return True
    found = entry(text, Line(text, 1))
    return bool(found.organisation and found.person and found.epost)


def _one_a_line(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph whose every line is a known organisation's name, or an entry, as one paragraph a line."""
    if len(paragraph.lines) < 2 or not all(_is_entry(line.text) for line in paragraph.lines):
        return [paragraph]
    return [replace(paragraph, lines=(line,)) for line in paragraph.lines]


def entry(text: str, line: Line) -> Draft:
    """One line of a list: the organisation first, then perhaps a person and an address."""
    draft = Draft()
    draft.epost = [(mail.value, line) for mail in emails_in(text)]
    plain = NUMBER.sub("", without_addresses(text))
    if (told := _CONTRIBUTES.search(plain)) and is_organisation(plain[: told.start()].strip()):
        plain = plain[: told.start()].strip()
    parts = [part for p in _PARTS.split(plain) if (part := tidy(_CONTACT.sub("", p))) and not _SIGNS.fullmatch(part)]
    person = next((n for n, part in enumerate(parts) if n and person_name(part)), None)
    if parts and person is None and len(parts) > 1 and person_name(parts[0]) and is_organisation(parts[1]):
        parts, person = [parts[1], parts[0]], 1  # "Siv Ek, Exempel kommun"
    draft.role = next((role for part in parts[1:] if len(part) < _LONGEST_ROLE and (role := role_in(part))), None)
    if parts:
        draft.take("organisation", parts[0], line)
    if person is not None:
        draft.take("kontaktperson", parts[person], line)
    return draft


def _stacked(paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """Parties of a few lines each: an organisation known by its name, then a person, then an address."""
    drafts: list[Draft] = []
    for line in (line for p in paragraphs for line in p.lines):
        rest = tidy(without_addresses(line.text))
        if is_organisation(_PARTS.split(rest)[0]) and not (drafts and drafts[-1].empty):
            drafts.append(entry(line.text, line))
        elif not drafts:
            return []
        else:
            drafts[-1].take("kontaktperson" if person_name(rest) and not drafts[-1].person else None, line.text, line)
    told = [d for d in drafts if d.person or d.epost]
    return drafts if len(drafts) > 1 and told else []


def _single(paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """All of the text as one party."""
    if len(paragraphs) == 1 and _is_entry(paragraphs[0].text):
        return [entry(paragraphs[0].text, paragraphs[0].lines[0])]
    draft = Draft()
    for p in paragraphs:
        mails = emails_in(p.text)
        name = person_name(re.split(r"[,(]", p.text)[0]) if mails else None
        kind = "kontaktperson" if draft.organisation and (mails and name) else "organisation"
        draft.take(kind, p.text, p.lines[0])
    return [] if draft.empty else [draft]
