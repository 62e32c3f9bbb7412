"""One document read in a process of its own, which may not take longer or more memory than it is given.

The process is forked from one that has the extractor loaded, so that it starts at once and leaves nothing behind. It ends with the
service that asked: by itself as soon as that is gone, and at the latest by an alarm that needs no working interpreter.
"""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess

from underlag.corpus.watch.desk import LOST_TRIES
from underlag.corpus.watch.outcome import Extractor, Failure, Order, Summary
from underlag.corpus.watch.trouble import OUTSIDE, trouble
from underlag.errors import MissingDependencyError, OutputError, UnderlagError, UsageError, internal_error

GRACE = 5.0
"""Seconds after the time limit at which a process ends itself that nobody ended."""
START = 120.0
"""Seconds that a process may take to start, which the machine's load decides and no document."""
KILLED_TRIES = 3
"""How often a document is read whose process the system killed, for want of memory of its own or because of others."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading one document may take: seconds by the wall clock, and megabytes of address space."""

    seconds: float
    megabytes: int


class Workshop:
    """Where documents are read, by the extractor named `module:function`."""

    def __init__(self, extractor: str, limits: Limits) -> None:
        self._extractor, self._limits = extractor, limits
        self._context = get_context("forkserver")
        # Each process imports the main module anew, which costs nothing where what that imports is there.
        ours = [name for name in sys.modules if name.partition(".")[0] == "underlag"]
        self._context.set_forkserver_preload([*ours, extractor.partition(":")[0]])

    def read(self, order: Order, *, every: float, still_there: Callable[[], None]) -> Summary | Failure:
        """Reads a document, and calls `still_there` `every` so many seconds meanwhile. What that raises ends the reading."""
        answers, channel = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_work, args=(self._extractor, order, self._limits, channel), daemon=True)
        process.start()
        channel.close()
        try:
            return self._answer(process, answers, every, still_there)
        finally:
            _end(process)
            answers.close()
            process.close()

    def _answer(self, process: ForkServerProcess, answers: Connection, every: float, still_there: Callable[[], None]) -> Summary | Failure:
        if not _heard(answers, START, every, still_there) or _received(process, answers) != _BEGUN:
            return Failure("ingen process kunde startas för läsningen", tries=None)
        if _heard(answers, self._limits.seconds, every, still_there):
            return _received(process, answers)
        return Failure(f"läsningen tog längre än {_time(self._limits.seconds)} och avbröts", _TOO_MUCH)


_TOO_MUCH = "Öppna filen och spara om den, eller dela upp den, och lägg in den på nytt. Är den bara stor kan gränsen höjas i underlag.toml."

_BEGUN = Failure("läsningen har börjat")
"""What a process says first."""


def _heard(answers: Connection, seconds: float, every: float, still_there: Callable[[], None]) -> bool:
    """Did the process say something, or end, within so many seconds?"""
    left = seconds
    while left > 0:
        if wait([answers], timeout=min(every, left)):
            return True
        left -= every
        still_there()
    return False


def _received(process: ForkServerProcess, answers: Connection) -> Summary | Failure:
    try:
        answer: Summary | Failure = answers.recv()
    except EOFError:
        process.join(GRACE)
        return _fallen(process.exitcode)
    return answer


def _fallen(code: int | None) -> Failure:
    """A process that ended without an answer."""
    if code == -signal.SIGKILL:
        return Failure("läsningen stoppades av systemet, troligen för att minnet tog slut", _TOO_MUCH, tries=KILLED_TRIES)
    return Failure(
        f"läsningen kraschade (kod {code})", "Öppna filen och spara om den, till exempel som PDF, och lägg in den på nytt.", tries=2
    )


def _end(process: ForkServerProcess) -> None:
    """Ends the process and all that it has started."""
    if process.pid is not None and process.is_alive():
        for kill in (os.killpg, os.kill):  # it may not have come to leading its group yet
            try:
                kill(process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
    process.join()


def _work(extractor: str, order: Order, limits: Limits, channel: Connection) -> None:
    """In the process: reads the document and sends the answer."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + GRACE)
    threading.Thread(target=_end_with_service, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (limits.megabytes << 20, limits.megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    channel.send(_BEGUN)
    channel.send(_attempt(extractor, order, limits))


def _end_with_service() -> None:
    service = parent_process()
    assert service is not None
    service.join()
    os.killpg(0, signal.SIGKILL)


def _attempt(extractor: str, order: Order, limits: Limits) -> Summary | Failure:
    try:
        return _named(extractor)(order)
    except MemoryError:
        return Failure(f"läsningen behövde mer minne än {limits.megabytes} MB och avbröts", _TOO_MUCH)
    except UnderlagError as error:
        return _failure(error)
    except OSError as error:
        return _outside(error) or _failure(internal_error(error))
    except Exception as error:  # noqa: BLE001  the boundary of one document
        return _failure(internal_error(error))


def _named(extractor: str) -> Extractor:
    module, _, function = extractor.partition(":")
    found: Extractor = getattr(importlib.import_module(module), function)
    return found


def _failure(error: UnderlagError) -> Failure:
    """Why a document was not read, by the error that said so: what is missing on this machine will be put right, and says nothing of it."""
    cause = error.__cause__
    if isinstance(cause, MemoryError):
        return Failure(error.what, _TOO_MUCH)
    if isinstance(cause, OSError) and (outside := _outside(cause)):
        return outside
    passes = isinstance(error, MissingDependencyError | OutputError | UsageError)
    return Failure(error.what.rstrip("."), error.remedy, tries=None if passes else 1)


def _outside(error: OSError) -> Failure | None:
    """A failure of the system's: it passes, or is none of the document's making."""
    if isinstance(error, FileNotFoundError):
        return Failure("filen är borta", "Någon annan kan ha flyttat den.", tries=LOST_TRIES)
    if error.errno in OUTSIDE:
        return Failure(trouble(error), tries=None)
    return None


def _time(seconds: float) -> str:
    return f"{seconds / 60:g} minuter" if seconds >= 120 else f"{seconds:g} sekunder"
