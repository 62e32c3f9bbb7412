"""People and their addresses: e-mail as scan readers leave it, names without titles.

>>> [found.value for found in emails_in("maja. lindqvist @region.se")]
['maja.lindqvist@region.se']
>>> person_name("Enhetschef Anna Berg, Socialtjänsten")
'Anna Berg'
"""

from __future__ import annotations

import re

from underlag.values.folding import fold
from underlag.values.spans import Found, evened

_LOCAL = re.compile(r"[\w.+%&'-]{1,64}\Z")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}")
_TOP = re.compile(r" ?\. ?((?:se|com|nu|org|net|eu|info|fi|no|dk)(?![\w.-]*\w))")
_REST_OF_DOMAIN = re.compile(r"\.? ([\w-]{2,63}\.(?:se|com|nu|org|net|eu))(?!\w)")
_BROKEN_BEFORE = re.compile(r"(?:^|[\n:;,(<|]\s?)([\w+-]{1,40}(?:\.[\w+-]{1,40}){0,4}(?:\.| ?_)) ?\Z")
_REACH = 120
_SOUND_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+%'-]*[A-Za-z0-9_+-])?")
_SOUND_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
_MAIL_LABEL = re.compile(r"\s*(?:e-?\s?post(?:adress)?|e-?mail|mejl|mail|mailto)?\s*:?\s*", re.IGNORECASE)


def emails_in(text: str) -> list[Found[str]]:
    """Every address with a domain, its case as written; spaces around the @ and in a dotted name are closed where clear."""
    plain = evened(text)
    given = text[: len(plain)]
    found: list[Found[str]] = []
    floor = 0
    at = plain.find("@")
    while at >= 0:
        email = _email_at(given, plain, at, floor)
        if email is not None:
            found.append(email)
            floor = email.end
        at = plain.find("@", at + 1)
    return found


def looks_like_email(text: str) -> bool:
    """Does the text hold one address and nothing else but its label?"""
    found = emails_in(text)
    if len(found) != 1:
        return False
    rest = text[: found[0].start].lstrip(" <(") + text[found[0].end :].strip(" .>),;")
    return _MAIL_LABEL.fullmatch(rest) is not None


def email_problem(text: str) -> str | None:
    """None where the address is sound, else `empty`, `space`, `no_at`, `many_ats`, `bad_local` or `bad_domain`."""
    address = text.strip()
    if not address:
        return "empty"
    if re.search(r"\s", address):
        return "space"
    local, mark, domain = address.partition("@")
    if not mark:
        return "no_at"
    if "@" in domain:
        return "many_ats"
    if len(local) > 64 or ".." in local or not _SOUND_LOCAL.fullmatch(local):
        return "bad_local"
    return None if len(domain) <= 253 and _SOUND_DOMAIN.fullmatch(domain) else "bad_domain"


def _email_at(given: str, plain: str, at: int, floor: int) -> Found[str] | None:
    before = plain[max(floor, at - _REACH) : at]
    spaced = before.endswith(" ")
    local = _LOCAL.search(before.rstrip(" ") if len(before) - len(before.rstrip(" ")) <= 2 else "")
    domain = _domain(plain, at + 1)
    if local is None or domain is None or not re.search(r"\w", local.group()):
        return None
    start = at - len(before) + local.start()
    broken = _BROKEN_BEFORE.search(before[: local.start()])
    # A name broken after its point: certain where it opens its line or field, or where the @ stands apart as well.
    if broken is not None and re.match(r"[\w]", local.group()) and (spaced or local.group()[0].islower()):
        start = at - len(before) + broken.start(1)
    else:
        start += len(local.group()) - len(local.group().lstrip(".'-%&+"))
    if plain[start:at].strip(" ") == "":
        return None
    return Found(re.sub(r"\s", "", given[start : domain[1]]), start, domain[1])


def _domain(plain: str, at: int) -> tuple[int, int] | None:
    """Where the domain begins and ends; it must have a top domain of letters."""
    start = at + (1 if plain[at : at + 1] == " " else 0)
    match = _DOMAIN.match(plain, start)
    if match is None:
        return None
    end = match.end()
    if "." not in match.group():
        top = _TOP.match(plain, end)
        rest = _REST_OF_DOMAIN.match(plain, end) if plain[end : end + 1] == "." else None
        end = top.end() if top else rest.end() if rest else end
    written = plain[start:end].rstrip("-.")
    top_domain = written.rpartition(".")[2].strip()
    return (start, start + len(written)) if "." in written and re.fullmatch(r"[^\W\d_]{2,24}", top_domain) else None


# What a person is called at work; words that end so are no part of a name.
_ROLE_ENDINGS = tuple(
    (
        "chef chefen ledare ledaren direktor direktoren samordnare samordnaren handlaggare handlaggaren koordinator koordinatorn"
        " sekreterare sekreteraren coach coachen ansvarig strateg strategen utvecklare lakare konsulent ordforande ekonom assistent"
        " terapeut skoterska administrator controller specialist radgivare foretradare kontaktperson projektagare agare stodjare vagledare"
        " pedagog psykolog socionom kurator rektor larare"
    ).split()
)
_ROLE_WORDS = frozenset(
    "tf tillforordnad bitr bitradande vik vikarierande stf stallforetradande vd vice fd enhets verksamhets omrades socialchef namn"
    " kontaktperson kontakt namnfortydligande underskrift namnteckning titel tel telefon mobil epost post mail fil dr prof leg legitimerad"
    " herr fru och for pa vid i av med".split()
)
_NO_NAMES = tuple(
    (
        "kommun region landsting arbetsformedlingen forsakringskassan forvaltning enhet forbund kontor avdelning namnd myndighet foretag"
        " verksamhet insats projekt lokus socialtjanst omrade organisation lan sverige datum sida bilaga ansokan avtal centrum mottagning"
        " vardcentral psykiatri styrgrupp"
    ).split()
)
_PARTICLES = frozenset({"von", "van", "der", "den", "de", "af", "al", "el", "bin", "ben", "da", "di", "la", "le", "del", "dos", "ter"})
_LABEL = re.compile(
    r"^\s*(?:kontaktperson(?:er)?|namn(?:f[öo]rtydligande)?|f[öo]retr[äa]dare|ansvarig|ordf[öo]rande|handl[äa]ggare)\s*:?\s+"
    r"|^\s*[\w ]{1,40}:\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[,;()\n\t|]| - |(?<=\w\w)\. (?=\S)|:")
_SEVERAL = re.compile(r"\s*/\s*")
_NAME_PART = re.compile(r"[^\W\d_a-zåäö](?:[^\W\d_]|['’])*(?:-[^\W\d_](?:[^\W\d_]|['’])+)*")
_INITIAL = re.compile(r"[^\W\d_a-zåäö]\.?")
_LONGEST_NAME = 5


def person_name(text: str) -> str | None:
    """The person without titles, roles, addresses and numbers, as written; None where no clear first and last name stands.

    Of several pieces the first that is a name counts; two people written with a slash stay together.
    """
    line = " ".join(_without_label(evened(text[:500])).split(" "))
    for piece in _PIECES.split(line):
        people = [_name(part) for part in _SEVERAL.split(piece)]
        if people and all(people):
            return "/".join(name for name in people if name)
    return None


def _without_label(line: str) -> str:
    return _LABEL.sub("", line, count=1)


def _name(piece: str) -> str | None:
    words = [word for word in piece.split() if word]
    for at, word in enumerate(words):
        if "@" in word or any(char.isdigit() for char in word):
            words = words[:at]
            break
    while words and _is_role(words[0]):
        words = words[1:]
    length = next((at for at, word in enumerate(words) if not _is_name_part(word)), len(words))
    rest, words = words[length:], words[:length]
    if rest and not _is_role(rest[0]):
        return None
    if not 2 <= len(words) <= _LONGEST_NAME or words[-1].casefold() in _PARTICLES or len(words[-1].rstrip(".")) < 2:
        return None
    return " ".join(words).rstrip(".")


def _is_role(word: str) -> bool:
    plain = fold(word)
    return plain in _ROLE_WORDS or plain.endswith(_ROLE_ENDINGS)


def _is_name_part(word: str) -> bool:
    if word in _PARTICLES:
        return True
    plain = fold(word)
    if _is_role(word) or any(plain.startswith(no) or plain.endswith(no) for no in _NO_NAMES if plain):
        return False
    return bool(_NAME_PART.fullmatch(word.rstrip(".")) or _INITIAL.fullmatch(word))
