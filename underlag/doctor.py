"""What is installed of all that underlag stands on, and what to do about the rest."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from underlag import __version__
from underlag.errors import MissingDependencyError
from underlag.extract.ocr import language_data, library_version
from underlag.report.pdf import pango

_MAKE_INSTALL = "Kör make install"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is needed: `found` is its version or place, null where it is missing, and then `remedy` says what to do."""

    name: str
    found: str | None
    remedy: str = ""


def examine() -> tuple[Item, ...]:
    """Everything needed, in the order in which it is built on."""
    return (
        Item("underlag", __version__),
        Item("Python", platform.python_version()),
        *_packages(),
        Item("Tesseract, biblioteket", library_version(), _MAKE_INSTALL),
        _language_data(),
        Item("Pango, för PDF", pango(), _MAKE_INSTALL),
    )


def _packages() -> Iterator[Item]:
    """The packages that underlag declares as its own needs."""
    for requirement in metadata.requires("underlag") or ():
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            found: str | None = metadata.version(name)
        except metadata.PackageNotFoundError:
            found = None
        yield Item(name, found, _MAKE_INSTALL)


def _language_data() -> Item:
    name = "Tesseract, svenska och engelska"
    try:
        return Item(name, str(language_data()))
    except MissingDependencyError as error:
        return Item(name, None, error.line())
