"""Where in a TOML text each key and item is set: the standard library reads the values and forgets their lines."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""Keys and item numbers (from 0) from the top of the text to a value."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|\'[^\']*\'', re.DOTALL)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_DOT = re.compile(r"[ \t]*\.[ \t]*")


def toml_lines(text: str) -> Mapping[Path, int]:
    """The line, from 1, of every table, key and item in `text`, which must be TOML that `tomllib` reads."""
    return _Scan(text).lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of what lies at `path`, or nearest above it; 1 where nothing does."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scan:
    """One pass through the text. `at` is the place of the next character."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.breaks = [found.start() for found in re.finditer("\n", text)]
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}
        table: Path = ()
        while self._skip(_BLANK) and self.at < len(text):
            if text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found is not None

    def _mark(self, path: Path, at: int) -> None:
        self.lines.setdefault(path, bisect_left(self.breaks, at) + 1)

    def _header(self) -> Path:
        """`[a.b]` or `[[a.b]]`: the table that the lines below are in."""
        start, several = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if several else 1
        path: Path = ()
        keys = self._keys()
        for n, key in enumerate(keys):
            path = (*path, key)
            if several and n == len(keys) - 1:
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                self._mark(path, start)
                path = (*path, self.counts[path])
            self._mark(path, start)
        self.at = self.text.index("]", self.at) + (2 if several else 1)
        return path

    def _keys(self) -> list[str]:
        """A key and those after its dots."""
        keys = []
        while True:
            self._skip(_BLANK)
            start = self.at
            if self._skip(_BARE):
                keys.append(self.text[start : self.at])
            else:
                self._skip(_STRING)
                keys.append(tomllib.loads(f"k = {self.text[start : self.at]}")["k"])
            if not self._skip(_DOT):
                return keys

    def _pair(self, table: Path) -> None:
        start, path = self.at, table
        for key in self._keys():
            path = (*path, key)
            self._mark(path, start)
        self.at = self.text.index("=", self.at) + 1
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip(_BLANK)
        opened = self.text[self.at]
        if opened not in "[{":
            if not self._skip(_STRING):
                self._skip(_SCALAR)
            return
        closed, item = {"[": "]", "{": "}"}[opened], 0
        self.at += 1
        while self._skip(_BLANK) and self.text[self.at] != closed:
            if opened == "[":
                self._mark((*path, item), self.at)
                self._value((*path, item))
                item += 1
            else:
                self._pair(path)
            self._skip(_BLANK)
            self.at += self.text[self.at] == ","
        self.at += 1
