"""What a newer version of an application changes: field by field, goals and parties matched by what they say, texts word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Change, Followed, Piece, Version
from underlag.schemas.packet import Member
from underlag.validators.case.goals import known_again
from underlag.validators.case.relating import same_time, time_of
from underlag.validators.rule import is_empty
from underlag.values.folding import fold
from underlag.values.organisations import same_organisation
from underlag.values.pointers import escaped, value_at

_FOLLOWS = frozenset(
    {
        "kvantiteter", "sammanstallning_summa", "summa_lokalkostnader", "summa_lonekostnader", "summa_ovriga_kostnader",
        "summor_per_organisation", "total_kostnad",
    }
)  # fmt: skip
"""Keys whose values follow from others that are compared: the numbers of a goal's text, the sums of rows."""
_SHORT = 60  # characters; longer texts are compared word by word
_MOST_WORDS = 4_000  # of each text, which bounds the time
_MOST_PIECES = 24
_AROUND = 5  # words around a difference
_SAME_PARTY = 0.85

Items = Sequence[object]
_Step = tuple[str, int, int, int, int]
Match = Callable[[Items, Items], Mapping[int, int]]


def versions(followed: Followed) -> tuple[Version, ...]:
    """Each application with the one before it about the same time."""
    found = []
    for old, new in pairwise(followed.of(Ansokan)):
        spans = time_of(old), time_of(new)
        if spans[0] is None or spans[1] is None or same_time(spans[0], spans[1]):
            found.append(Version(old=_document(old), new=_document(new), changes=tuple(_between(old, new))))
    return tuple(found)


def _document(application: Member[Ansokan]) -> str:
    return application.at.removesuffix("/record")


def _between(old: Member[Ansokan], new: Member[Ansokan]) -> Iterator[Change]:
    yield from _changes(old.record.model_dump(mode="json"), new.record.model_dump(mode="json"), (old.at, new.at), "")


def _changes(old: object, new: object, at: tuple[str, str], key: str) -> Iterator[Change]:
    """`at`: where the two lie, the old first; `key`: what they are called in the record."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys((*new, *old)):
            if name not in _FOLLOWS:
                yield from _changes(old.get(name), new.get(name), _below(at, name, name), name)
    elif isinstance(old, list) and isinstance(new, list) and any(isinstance(item, Mapping) for item in (*old, *new)):
        yield from _items(old, new, at, key)
    else:
        yield from _leaf(old, new, at)


def _below(at: tuple[str, str], old: str, new: str) -> tuple[str, str]:
    return f"{at[0]}/{escaped(old)}", f"{at[1]}/{escaped(new)}"


def _items(old: Items, new: Items, at: tuple[str, str], key: str) -> Iterator[Change]:
    same = _MATCHES.get(key, _by_name)(old, new)
    for i, item in enumerate(old):
        if i in same:
            yield from _changes(item, new[same[i]], _below(at, str(i), str(same[i])), key)
        elif not is_empty(item):
            yield Change(kind="borttagen", at=(f"{at[0]}/{i}",), before=_called(item))
    for j, item in enumerate(new):
        if j not in same.values() and not is_empty(item):
            yield Change(kind="tillagd", at=(f"{at[1]}/{j}",), after=_called(item))


def _called(item: object) -> object:
    """A goal by its text, a party by its name, else the whole item."""
    return next((name for name in (value_at(item, "/text"), value_at(item, "/organisation")) if name is not None), item)


def _leaf(old: object, new: object, at: tuple[str, str]) -> Iterator[Change]:
    if is_empty(old) and is_empty(new):
        return
    if isinstance(old, str) and isinstance(new, str):
        if old.split() != new.split():
            long = max(len(old), len(new)) > _SHORT
            yield Change(kind="andrad", at=at[::-1], before=old, after=new, text=tuple(_differences(old, new)) if long else ())
    elif old is None or old == []:
        yield Change(kind="tillagd", at=at[::-1], after=new)
    elif new is None or new == []:
        yield Change(kind="borttagen", at=at[::-1], before=old)
    elif old != new:
        yield Change(kind="andrad", at=at[::-1], before=old, after=new)


def _differences(old: str, new: str) -> Iterator[Piece]:
    """The words that differ, with a few around them."""
    a, b = old.split()[:_MOST_WORDS], new.split()[:_MOST_WORDS]
    groups = SequenceMatcher(None, a, b).get_grouped_opcodes(_AROUND)
    pieces = (piece for n, group in enumerate(groups) for piece in _group(a, b, group, first=n == 0))
    yield from islice(pieces, _MOST_PIECES)


def _group(a: list[str], b: list[str], group: Sequence[_Step], *, first: bool) -> Iterator[Piece]:
    """Differences that stand close together, after an ellipsis where something of the text has been left out before them."""
    if not first or group[0][1]:
        yield Piece(kind="lika", text="…")
    for step in group:
        yield from _pieces(a, b, step)


def _pieces(a: list[str], b: list[str], step: _Step) -> Iterator[Piece]:
    what, a0, a1, b0, b1 = step
    if what == "equal":
        yield Piece(kind="lika", text=" ".join(a[a0:a1]))
        return
    if a1 > a0:
        yield Piece(kind="borttaget", text=" ".join(a[a0:a1]))
    if b1 > b0:
        yield Piece(kind="tillagt", text=" ".join(b[b0:b1]))


def _texts(items: Items, pointer: str) -> list[str]:
    return [str(value_at(item, pointer) or "") for item in items]


def _by_text(old: Items, new: Items) -> Mapping[int, int]:
    return known_again(_texts(old, "/text"), _texts(new, "/text"))


def _by_organisation(old: Items, new: Items) -> Mapping[int, int]:
    names = _texts(new, "/organisation")
    return _first_alike(_texts(old, "/organisation"), names, lambda one, other: same_organisation(one, other) >= _SAME_PARTY)


def _by_name(old: Items, new: Items) -> Mapping[int, int]:
    """By the year or the name that a row bears."""
    return _first_alike(_row_names(old), _row_names(new), lambda one, other: fold(one) == fold(other))


def _row_names(items: Items) -> list[str]:
    return [str(value_at(item, "/ar") or value_at(item, "/benamning") or "") for item in items]


def _first_alike(old: Sequence[str], new: Sequence[str], alike: Callable[[str, str], bool]) -> Mapping[int, int]:
    """Each old name with the first new one that is alike and not another's."""
    found: dict[int, int] = {}
    for i, name in enumerate(old):
        same = next((j for j, other in enumerate(new) if j not in found.values() and alike(name, other)), None)
        if same is not None:
            found[i] = same
    return found


_MATCHES: Mapping[str, Match] = {
    "mal": _by_text,
    "insatsagare": _by_organisation,
    "samverkansparter": _by_organisation,
    "underskrifter": _by_organisation,
    "sammanstallning": _by_organisation,
}
"""How items of a list are known again, by the list's key; rows of tables by their names."""
