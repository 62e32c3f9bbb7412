"""An overview page over the reports of many files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from underlag.report.findings import counts, items, part_name, part_title
from underlag.report.page import template
from underlag.schemas.result import Result


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One file of an inbox. `link`: the report's path from the overview, with `/` between folders. A file that could not be
    read has an `error` (one line for a person) in place of everything else.
    """

    file: str
    type: str = ""
    insats: str = ""
    fel: int = 0
    varningar: int = 0
    undecided: int = 0
    link: str | None = None
    error: str | None = None
    complete: bool = True

    @property
    def href(self) -> str | None:
        """The link as a relative address, which no file name can turn into another host or scheme."""
        if self.link is None:
            return None
        parts = [quote(part, safe="", errors="surrogateescape") for part in PurePosixPath(self.link).parts if part != "/"]
        return "./" + "/".join(parts)


def index_row(result: Result, link: str | None) -> IndexRow:
    """The row of a file that could be read: kinds and names of its documents, and what was found in them."""
    by_group = counts(items(result))
    return IndexRow(
        file=result.source.file,
        type=", ".join(dict.fromkeys(part_title(part) for part in result.parts)),
        insats=", ".join(dict.fromkeys(name for part in result.parts if (name := part_name(part)))),
        fel=by_group["fel"],
        varningar=by_group["varning"],
        undecided=by_group["undecided"],
        link=link,
        complete=result.complete,
    )


def render_index(rows: Iterable[IndexRow]) -> str:
    """The overview as one HTML page, in the order given."""
    listed = tuple(rows)
    return template("index.html.j2").render(rows=listed, failed=sum(row.error is not None for row in listed))
