"""How a file was divided into the documents it holds."""

from __future__ import annotations

from dataclasses import dataclass

from underlag.schemas.result import PartType

PageRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PartStart:
    """Where one document of the file begins, and what told so.

    `pages`: first and last page, from 1. `reasons`: in Swedish, for the reader; the first document has none of its own.
    """

    type: PartType
    pages: PageRange
    reasons: tuple[str, ...]
