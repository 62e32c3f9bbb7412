"""What was found about a matter, in order of weight: a traffic light with its reason, and the first few findings of each kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from underlag.report.findings import Group, Item, Kind, groups, place_line
from underlag.report.labels import GROUPS
from underlag.report.wording import counted, one_line

LONGEST_MESSAGE = 600  # characters
TITLES_IN_A_REASON = 2

RED, YELLOW, GREEN = "Röd", "Gul", "Grön"
COLOURS: Mapping[str, str] = {RED: "F4C7C3", YELLOW: "FCE8A6", GREEN: "C6E5C9"}
"""Grounds that black text is read well on, as six hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule asks, and how to put right what breaks it."""

    title: str
    guidance: str


Rules = Mapping[str, RuleWords]
"""The words of the rules, by id."""


@dataclass(frozen=True, slots=True)
class Ljus:
    """A traffic light: its colour as a word (`ord`) and as six hexadecimal digits (`farg`), and why (`skal`)."""

    ord: str
    skal: str

    @property
    def farg(self) -> str:
        return COLOURS[self.ord]


@dataclass(frozen=True, slots=True)
class Anmarkning:
    """A finding: its number in the matter (none where it stands for the rest of its kind), what is wrong, and where."""

    nr: int | None
    text: str
    plats: str = ""


@dataclass(frozen=True, slots=True)
class Grupp:
    """The findings of one weight (`nyckel`: fel, varning, upplysning, undecided) under their heading, `antal` in all."""

    nyckel: str
    rubrik: str
    antal: int
    anmarkningar: tuple[Anmarkning, ...]


def numbered(found: Sequence[Item]) -> tuple[tuple[int, Item], ...]:
    """The findings that are shown, gravest first, with their numbers from 1: the first few of each kind."""
    return tuple(enumerate((item for group in groups(tuple(found)) for kind in group.kinds for item in kind.first), start=1))


def grupper(found: Sequence[Item], rules: Rules, asked: Collection[Item] = ()) -> tuple[Grupp, ...]:
    """The findings by weight. What to do about those that are `asked` of the applicant is said in the questions."""
    numbers = iter(numbered(found))

    def grupp(group: Group) -> Grupp:
        remarks = (remark for kind in group.kinds for remark in _remarks(kind, rules, numbers, asked))
        return Grupp(group.key, GROUPS[group.key], group.count, tuple(remarks))

    return tuple(map(grupp, groups(tuple(found))))


def _remarks(kind: Kind, rules: Rules, numbers: Iterator[tuple[int, Item]], asked: Collection[Item]) -> Iterator[Anmarkning]:
    """The first findings of a kind, which the next of `numbers` are, then how many more there are."""
    for number, item in islice(numbers, len(kind.first)):
        yield Anmarkning(number, what_is_wrong(item, rules) if item in asked else message(item), where(item))
    if kind.rest:
        yield Anmarkning(None, f"… och {len(kind.rest)} till av samma slag: {title(kind.rule, rules)}")


def message(item: Item) -> str:
    """The finding's whole message on one line."""
    return one_line(item.finding.message, LONGEST_MESSAGE)


def what_is_wrong(item: Item, rules: Rules) -> str:
    """The finding's message without the rule's standing advice."""
    known = rules.get(item.finding.rule)
    return one_line(item.finding.message.removesuffix(known.guidance) if known else item.finding.message, LONGEST_MESSAGE)


def title(rule: str, rules: Rules) -> str:
    """What the rule asks; its id where this version does not know it."""
    return one_line(rules[rule].title if rule in rules else rule)


def where(item: Item) -> str:
    """The field in words, and where it stands."""
    return ", ".join(said for said in (item.fields[0] if item.fields else "", place_line(item, several=True)) if said)


def light(found: Sequence[Item], rules: Rules, *, obstacles: Sequence[str], held: int) -> Ljus:
    """Red where something is certainly wrong, yellow where a person must look, green where all that was checked held.

    `obstacles`: what else keeps the matter from green; `held`: how many checks held.
    """
    by_weight = {group.key: group for group in groups(tuple(found))}
    said = [*_counts(by_weight), *obstacles]
    if "fel" in by_weight:
        return Ljus(RED, _reason(said, by_weight["fel"], rules))
    if said:
        return Ljus(YELLOW, _reason(said, by_weight.get("varning"), rules))
    if not held:
        return Ljus(YELLOW, "Inga kontroller gällde handlingen.")
    remarks = by_weight["upplysning"].count if "upplysning" in by_weight else 0
    also = counted(remarks, "upplysning", "upplysningar") if remarks else "inget att anmärka"
    return Ljus(GREEN, f"{counted(held, 'kontroll', 'kontroller')} höll, {also}.")


def _counts(by_weight: Mapping[str, Group]) -> Iterator[str]:
    """How many findings of each weight that must be looked at."""
    for key, one, many in (
        ("fel", "fel", "fel"),
        ("varning", "varning", "varningar"),
        ("undecided", "punkt kunde inte avgöras", "punkter kunde inte avgöras"),
    ):
        if key in by_weight:
            yield counted(by_weight[key].count, one, many)


def _reason(said: Sequence[str], gravest: Group | None, rules: Rules) -> str:
    """The counts, then what the gravest findings are about."""
    head = ", ".join(said)
    head = f"{head[:1].upper()}{head[1:]}."
    if gravest is None:
        return head
    titles = [title(kind.rule, rules) for kind in gravest.kinds]
    more = f" och {len(titles) - TITLES_IN_A_REASON} till" if len(titles) > TITLES_IN_A_REASON else ""
    return f"{head} Håller inte: {'; '.join(titles[:TITLES_IN_A_REASON])}{more}."
