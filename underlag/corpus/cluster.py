"""The files of a run read by the workers of a Dask cluster, each file whole by one of them; a worker that is lost loses nothing.

Workers find the files by the paths that the run has, and send back the result alone; all that is kept is written by the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from underlag.corpus.digitising import SCANS
from underlag.errors import MissingDependencyError, UnderlagError, UnreadableError, UsageError, internal_error
from underlag.extract.reader import Reader
from underlag.pipeline import extract_files, reader_for
from underlag.schemas.policy import Policy
from underlag.schemas.result import Result
from underlag.settings import Settings

if TYPE_CHECKING:
    from distributed import Client, Future, Security

_AHEAD = 2  # files with the cluster for each thread: so many that no worker idles while a result is written
_PATIENCE = 5.0  # seconds, for a scheduler that does not answer, and for the first worker
_ALONE = Lock()  # pdfium knows no threads, and a worker may have several


@dataclass(frozen=True, slots=True)
class Address:
    """Where the scheduler is: `tcp://host:port`, or `tls://host:port` with the files by which it and the run trust each other."""

    scheduler: str
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None

    def check(self) -> None:
        """Raises `UsageError` where the address and the files do not go together."""
        kind, _, _ = self.scheduler.partition("://")
        files = (self.ca, self.cert, self.key)
        if kind not in {"tcp", "tls"}:
            raise UsageError("är ingen adress till en schemaläggare", where=self.scheduler, remedy="Skriv som tcp://värd:8786")
        if any(files) if kind == "tcp" else not all(files):
            remedy = "Ange alla tre med tls:// och ingen med tcp://"
            raise UsageError("--tls-ca, --tls-cert och --tls-key hör till tls://", where=self.scheduler, remedy=remedy)
        if missing := next((file for file in files if file and not file.is_file()), None):
            raise UsageError("filen finns inte", where=str(missing), remedy="Kontrollera sökvägen.")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a worker made of a file: its result, and its searchable copy where one was asked for and it is a scan."""

    result: Result
    copy: bytes = b""

    def searchable(self) -> bytes:
        """The scan's searchable PDF/A."""
        return self.copy


@dataclass(frozen=True, slots=True)
class _Task:
    """How files are read, in a form that travels. `policy` is JSON."""

    on: date
    policy: str
    jobs: int | None
    cache: Path | None
    searchable: bool


@contextmanager
def cluster(address: Address) -> Iterator[Client]:
    """The cluster, with a worker at least. Raises `MissingDependencyError` without Dask, `UsageError` where nobody answers."""
    address.check()
    try:
        from distributed import Client  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        remedy = "Installera underlag[cluster]"
        raise MissingDependencyError(f"Python-paketet {error.name} är inte installerat", remedy=remedy) from error
    try:
        client = Client(address.scheduler, security=_security(address), timeout=_PATIENCE)
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError, and so is a time that ran out
        remedy = "Kontrollera adressen och certifikaten, och att dask scheduler är i gång"
        raise UsageError("schemaläggaren svarar inte", where=address.scheduler, remedy=remedy) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise UsageError("klustret har inga arbetare", where=address.scheduler, remedy="Starta dem med dask worker") from error
        yield client


def _security(address: Address) -> Security | None:
    if address.ca is None:
        return None
    from distributed import Security  # noqa: PLC0415  an extra

    cert, key = str(address.cert), str(address.key)
    return Security(tls_ca_file=str(address.ca), tls_client_cert=cert, tls_client_key=key, require_encryption=True)


@dataclass(slots=True)
class ClusterReading:
    """Reads files on a cluster, as `digitising.Reading` says; called once. The order is that in which they are done."""

    client: Client
    on: date
    settings: Settings
    searchable: bool = False
    _out: dict[Future[Sent | UnderlagError], tuple[int, Path]] = field(default_factory=dict)
    _again: set[int] = field(default_factory=set)

    def __call__(self, files: Iterable[Path]) -> Iterator[tuple[int, Sent | UnderlagError]]:
        """Each file's number, and its result or why there is none. Raises `UnreadableError` when the scheduler is lost."""
        from distributed import CancelledError, wait  # noqa: PLC0415  an extra

        coming = enumerate(files)
        more = True
        while more or self._out:
            while more and len(self._out) < self._room():
                given = next(coming, None)
                more = given is not None
                if given:
                    self._submit(*given)
            try:
                done = wait(list(self._out), return_when="FIRST_COMPLETED").done if self._out else ()
            except CancelledError as error:
                raise _lost() from error
            for future in done:
                yield from self._taken(future)

    def _room(self) -> int:
        """How many files the cluster may have at once, by the workers that it has now."""
        try:
            threads: int = sum(self.client.nthreads().values())
        except OSError as error:
            raise _lost() from error
        return _AHEAD * max(1, threads)

    def _submit(self, number: int, file: Path) -> None:
        chosen = self.settings
        task = _Task(self.on, chosen.policy.model_dump_json(), chosen.jobs, chosen.cache, self.searchable)
        self._out[self.client.submit(read_here, file.resolve(), task, pure=False)] = (number, file)

    def _taken(self, future: Future[Sent | UnderlagError]) -> Iterator[tuple[int, Sent | UnderlagError]]:
        """What came of a file. One that was with workers that died is tried once more: it may have been another's fault."""
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415  an extra

        number, file = self._out.pop(future)
        try:
            read = future.result()  # one that went with its worker is read again by another
        except KilledWorker:
            if number not in self._again:
                self._again.add(number)
                self._submit(number, file)
                return
            remedy = "Prova den på en dator för sig, eller ge arbetarna mer minne"
            read = UnreadableError("arbetarna dog när filen lästes", where=str(file), remedy=remedy)
        except (CancelledError, OSError) as error:
            raise _lost() from error
        except Exception as error:  # noqa: BLE001  the worker could not even begin: another Python, or no underlag
            what = f"arbetaren kan inte läsa filer ({type(error).__name__})"
            read = UnreadableError(what, where=str(file), remedy="Installera samma underlag på alla datorer")
        yield number, read


def _lost() -> UnderlagError:
    return UnreadableError("klustret försvann under körningen", remedy="Starta igen: körningen fortsätter där den slutade")


def read_here(file: Path, task: _Task) -> Sent | UnderlagError:
    """What a worker does with a file: the error is its answer where the file can't be read."""
    with _ALONE:
        settings, reader = _desk(task.policy, task.jobs, task.cache)
        (outcome,) = extract_files((file,), on=task.on, settings=settings, reader=reader)
        if isinstance(outcome, UnderlagError):
            return outcome
        try:
            wanted = task.searchable and outcome.result.source.reader in SCANS
            return Sent(outcome.result, outcome.searchable() if wanted else b"")
        except Exception as error:  # noqa: BLE001  the boundary of one document
            return error if isinstance(error, UnderlagError) else internal_error(error, where=str(file))


@lru_cache(maxsize=1)
def _desk(policy: str, jobs: int | None, cache: Path | None) -> tuple[Settings, Reader]:
    """The settings of the run that the worker works for, and a reader whose engines stay loaded from one file to the next."""
    settings = Settings(policy=Policy.model_validate_json(policy), jobs=jobs, cache=cache)
    return settings, reader_for(settings)
