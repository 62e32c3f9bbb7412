"""JSON Pointers (RFC 6901) into records: their tokens, what lies at them, and patterns that stand for several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_VARIABLE = re.compile(r"\{(\w+)\}")

Bound = Mapping[str, str]
"""What each variable of a pattern stands for at one place: a key, or the number of an item, as a reference token."""


def escaped(key: str) -> str:
    """A key as a reference token."""
    return key.replace("~", "~0").replace("/", "~1")


def tokens(pointer: str) -> tuple[str, ...]:
    """The reference tokens of a pointer, unescaped; none for the whole document."""
    return tuple(t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:])


def pointer_of(path: Sequence[str]) -> str:
    """The pointer of reference tokens."""
    return "".join("/" + escaped(t) for t in path)


def step(here: object, token: str) -> object:
    """The value one reference token further down, None where there is none."""
    if isinstance(here, Mapping):
        return here.get(token)
    if isinstance(here, Sequence) and not isinstance(here, str) and token.isdecimal() and int(token) < len(here):
        return here[int(token)]
    return None


def value_at(data: object, pointer: str) -> object:
    """What lies at `pointer`, None where there is no such place."""
    for token in tokens(pointer):
        data = step(data, token)
    return data


def places(data: object, pattern: str, bound: Bound | None = None) -> Iterator[tuple[str, Bound]]:
    """The pointers in `data` that `pattern` stands for, in the order of the data, each with what its variables stand for.

    In a pattern `*` is any key or item; so is `{x}`, but by name, and where `x` is `bound` already it is that key or item only.
    """
    yield from _below(data, pattern.split("/")[1:], "", dict(bound or {}))


def _below(here: object, path: list[str], at: str, bound: dict[str, str]) -> Iterator[tuple[str, Bound]]:
    if not path:
        yield at, bound
        return
    variable = _VARIABLE.fullmatch(path[0])
    name = variable[1] if variable else None
    for key in _keys(here, bound.get(name, "*") if name else path[0]):
        yield from _below(step(here, key), path[1:], f"{at}/{escaped(key)}", bound if name is None else {**bound, name: key})


def _keys(here: object, wanted: str) -> Sequence[str]:
    """The keys or items of `here` that are `wanted`, all of them for `*`."""
    if isinstance(here, Mapping):
        return list(here) if wanted == "*" else [wanted] if wanted in here else []
    if isinstance(here, Sequence) and not isinstance(here, str):
        if wanted == "*":
            return [str(n) for n in range(len(here))]
        return [wanted] if wanted.isdecimal() and int(wanted) < len(here) else []
    return []
