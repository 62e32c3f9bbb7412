"""`underlag digitise`: years of documents read in one run, which may be stopped and started again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from underlag.commands.arguments import Whole, judged_at, settings
from underlag.commands.output import make_folder, writing_to
from underlag.commands.wording import Command
from underlag.corpus.cluster import Address, ClusterReading, cluster
from underlag.corpus.digitising import Counts, Reading, Run, sources
from underlag.corpus.manifest import NAME, Manifest
from underlag.corpus.store.keeping import keep
from underlag.corpus.store.opening import made_store
from underlag.errors import UnreadableError, UsageError
from underlag.pipeline import extract_files, reader_for
from underlag.report.wording import number
from underlag.schemas.result import Result
from underlag.settings import MAX_JOBS, Settings


@click.command("digitise", cls=Command)
@click.argument("paths", metavar="MAPP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="MAPP", type=click.Path(path_type=Path), required=True, help="Dit skrivs resultaten, i samma mappar.")
@click.option("--jobs", metavar="ANTAL", type=Whole(1, MAX_JOBS), help="Sidor som läses samtidigt (en per processor).")
@click.option("--searchable", is_flag=True, help="Gör också en sökbar PDF/A av varje skannad handling.")
@click.option("--archive", metavar="ADRESS", help="Lägger också in resultaten i arkivet.")
@click.option(
    "--most-failures",
    metavar="PROCENT",
    type=Whole(0, 100),
    default=20,
    show_default=True,
    help="Stannar när fler än så inte går att läsa.",
)
@click.option("--scheduler", metavar="ADRESS", help="Läser på ett Dask-kluster (tcp://värd:8786, tls://värd:8786).")
@click.option("--tls-ca", metavar="FIL", type=click.Path(path_type=Path), help="För tls://: den som klustret litar på.")
@click.option("--tls-cert", metavar="FIL", type=click.Path(path_type=Path), help="För tls://: körningens certifikat.")
@click.option("--tls-key", metavar="FIL", type=click.Path(path_type=Path), help="För tls://: certifikatets nyckel.")
@judged_at
@settings
def command(  # noqa: PLR0913  one parameter an option
    paths: tuple[Path, ...], *, out: Path, jobs: int | None, searchable: bool, archive: str | None, most_failures: int,
    scheduler: str | None, tls_ca: Path | None, tls_cert: Path | None, tls_key: Path | None, judged_at: date, settings: Settings,
) -> None:  # fmt: skip
    """Läser alla dokument i varje MAPP. En avbruten körning fortsätter där den slutade när den startas igen.

    Vad som blev av varje fil står i manifest.jsonl. Samma innehåll läses en gång; det som inte gick att läsa prövas igen nästa gång.
    """
    if missing := next((path for path in paths if not path.exists()), None):
        raise UsageError("finns inte", where=str(missing), remedy="Kontrollera sökvägen.")
    address = _address(scheduler, tls_ca, tls_cert, tls_key)
    make_folder(out)
    chosen = replace(settings, jobs=jobs or settings.jobs)
    run = Run(tuple(sources(paths, but=out)), out, Manifest(out), _keeper(archive), searchable)
    console = Console(highlight=False, markup=False)
    try:
        with _reading(address, judged_at, chosen, searchable=searchable) as reading, _progress(console) as progress, writing_to(out):
            task = progress.add_task("Läser", total=len(run.files), rate="")
            for entry in run.entries(reading):
                if entry.error:
                    progress.console.print(entry.error, soft_wrap=True)
                progress.update(task, completed=run.counts.found - run.counts.left, rate=_rate(run.counts, progress.tasks[0].elapsed))
                if run.counts.failing > most_failures:
                    break
    finally:
        _close(run.counts, console)
    _raise(run.counts, most_failures, out)


def _address(scheduler: str | None, ca: Path | None, cert: Path | None, key: Path | None) -> Address | None:
    """The cluster that reads, or none where it is this machine."""
    if scheduler is not None:
        return Address(scheduler, ca, cert, key)
    if ca or cert or key:
        raise UsageError("--tls-ca, --tls-cert och --tls-key hör till --scheduler tls://", remedy="Ange --scheduler också")
    return None


@contextmanager
def _reading(address: Address | None, on: date, settings: Settings, *, searchable: bool) -> Iterator[Reading]:
    """What reads the files: this machine, or a cluster, whose workers each read a page at a time where nothing else is said."""
    if address is None:
        with reader_for(settings) as reader:
            yield lambda files: enumerate(extract_files(files, on=on, settings=settings, reader=reader))
    else:
        with cluster(address) as client:
            yield ClusterReading(client, on, replace(settings, jobs=settings.jobs or 1), searchable)


def _keeper(archive: str | None) -> Callable[[Result], None]:
    """What puts a result into the archive, or nothing at all."""
    if archive is None:
        return lambda _: None
    engine = made_store(archive)

    def keeper(result: Result) -> None:
        for _ in keep(engine, (result,)):
            pass

    return keeper


def _progress(console: Console) -> Progress:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("filer {task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _rate(counts: Counts, elapsed: float | None) -> str:
    return f"{number(round(60 * counts.pages / elapsed))} sidor/min" if elapsed else ""


def _close(counts: Counts, console: Console) -> None:
    """The closing table: what became of the files adds up to those that were found."""
    for label, count in (
        ("Lästa nu", counts.read),
        ("Lästa förut", counts.before),
        ("Dubbletter", counts.duplicates),
        ("Gick inte att läsa", counts.failed),
        ("Andra slags filer", counts.others),
        ("Inte hunna", counts.left),
        ("Filer", counts.found),
    ):
        console.print(f"{label:<20}{number(count):>10}")
    console.print(f"{'Sidor lästa nu':<20}{number(counts.pages):>10}")


def _raise(counts: Counts, most_failures: int, out: Path) -> None:
    """Ends the command where files could not be read."""
    if counts.left:
        what = f"mer än {most_failures} % av filerna går inte att läsa; körningen stannade"
        raise UnreadableError(what, where=str(out), remedy=f"{NAME} säger varför. Rätta det och starta igen, eller höj --most-failures")
    if counts.failed:
        raise UnreadableError(f"{counts.failed} av {counts.found} filer kunde inte läsas", where=str(out), remedy=f"{NAME} säger varför")
