"""A case as one HTML page: each insats from application to final report, with what does not agree and where that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from underlag.report.case import ShownInsats, document_words, first_place, shown
from underlag.report.findings import Item
from underlag.report.html import LONGEST_QUOTE, NO_TITLES
from underlag.report.labels import GROUPS
from underlag.report.page import template
from underlag.report.wording import in_words, one_line
from underlag.schemas.case import CaseFile, document_pointer
from underlag.schemas.words import pointer_words


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands in one of the documents that a finding compares: the document with the place, the field, and the text there."""

    number: int
    document: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with the values it compares and what the documents say."""

    item: Item
    expected: str | None
    actual: str | None
    quotes: tuple[Quote, ...]


def render_case(case: CaseFile, *, titles: Mapping[str, str] = NO_TITLES) -> str:
    """The page. `titles`: what the rules are called, by id."""
    insatser = tuple(shown(case))
    names = {f"/insatser/{n}": one_line(insats.namn) for n, insats in enumerate(case.insatser)}
    return template("case.html.j2").render(
        case=case,
        insatser=insatser,
        findings={insats.number: _findings(case, insats) for insats in insatser},
        doubts=[(document_words(case, doubt.document), [names[at] for at in doubt.insatser]) for doubt in case.doubts],
        unplaced=[document_words(case, pointer) for pointer in case.unplaced],
        group_names=GROUPS,
        titles=titles,
    )


def _findings(case: CaseFile, insats: ShownInsats) -> Mapping[str, tuple[tuple[str, tuple[ShownFinding, ...]], ...]]:
    """By group the rules and their findings."""
    return {g.key: tuple((kind.rule, tuple(_finding(case, item) for item in kind.items)) for kind in g.kinds) for g in insats.groups}


def _finding(case: CaseFile, item: Item) -> ShownFinding:
    pointer = item.spots[0].pointer if item.spots else ""
    return ShownFinding(
        item=item,
        expected=in_words(item.finding.expected, pointer),
        actual=in_words(item.finding.actual, pointer),
        quotes=tuple(_quotes(case, item)),
    )


def _quotes(case: CaseFile, item: Item) -> Iterator[Quote]:
    for spot in item.spots:
        place = first_place(item, spot)
        yield Quote(
            number=spot.index,
            document=document_words(case, document_pointer(spot.index), place),
            field=one_line(pointer_words(spot.pointer, spot.part.record)),
            text=one_line(place.text, LONGEST_QUOTE) if place else "",
        )
