"""Every way in which a run can end other than well, drawn as one tree.

    UnderlagError                 70  our fault, when nothing below fits
    ├── UsageError                 2  wrong usage, or a path that is not there
    ├── MissingDependencyError     3  a program or language data that is not installed
    ├── UnreadableError            4  the input holds no document that can be read
    ├── EncryptedError             5  the input is locked with a password
    └── OutputError                6  the result could not be written

Each error says *what* happened, *where*, and the *remedy*: one line for a person, in Swedish. Facts are attributes, never
document text.
"""

from __future__ import annotations


class UnderlagError(Exception):
    """Base of all errors that a user may meet; `exit_code` is the process's answer."""

    exit_code = 70

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(self.line())

    def line(self) -> str:
        """The message as one line: `where: what. remedy` (line breaks in file names become spaces)."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        text = f"{head.rstrip('.')}. {self.remedy}" if self.remedy else head
        return " ".join(text.split())


class UsageError(UnderlagError):
    """The command was called wrongly, or names a path that does not exist."""

    exit_code = 2


class MissingDependencyError(UnderlagError):
    """A program or language data that the task needs is not installed."""

    exit_code = 3


class UnreadableError(UnderlagError):
    """The input is empty, damaged beyond reading, or no document of a known kind."""

    exit_code = 4


class EncryptedError(UnderlagError):
    """The input can't be opened without its password."""

    exit_code = 5


class OutputError(UnderlagError):
    """The result could not be written where it was asked for."""

    exit_code = 6


def internal_error(error: Exception, *, where: str = "") -> UnderlagError:
    """An error that has no place in the tree, as our fault. Its own words may hold document text and are not repeated."""
    known = UnderlagError(f"internt fel ({type(error).__name__})", where=where, remedy="Kör om med UNDERLAG_DEBUG=1 för att se var")
    known.__cause__ = error
    return known
