"""One file's journey, from its bytes to a checked result: read, told apart, extracted, judged. The rooms meet only here."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import tee
from pathlib import Path

from pydantic import ValidationError

from underlag import __version__
from underlag.errors import UnderlagError, UnreadableError, UsageError, internal_error
from underlag.extract.document import draft_of
from underlag.extract.draft import Draft
from underlag.extract.parts import PartReading, read_parts
from underlag.extract.placed_words import PlacedWord, words_of
from underlag.extract.reader import Reader
from underlag.report.html import places_to_show, render_html
from underlag.schemas.case import CaseFile
from underlag.schemas.division import PageRange, PartStart
from underlag.schemas.page import Document
from underlag.schemas.published import RECORDS
from underlag.schemas.result import SCHEMA, Made, Part, Place, Problem, Result, Source
from underlag.settings import Settings
from underlag.validators.case.file import gathered
from underlag.validators.catalogue import catalogue_table
from underlag.validators.judging import judge, judge_insats, judge_parts
from underlag.values.filenames import name_as_text

MAX_BYTES = 256 << 20
SAVED = ".json"
"""How the name of a saved result ends."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result, the means to show where it was read, and how the file was divided into its parts (one start a part)."""

    result: Result
    data: bytes
    document: Document
    split: tuple[PartStart, ...] = ()

    def crop(self, place: Place) -> bytes | None:
        """The piece of the page around a place, as PNG; None where the file has no pages to show."""
        from underlag.extract.crops import Crops  # noqa: PLC0415  PDF and image libraries, for reports only

        return Crops(self.data).png(place)

    def searchable(self) -> bytes:
        """A scan's searchable PDF/A, from the words that were read."""
        from underlag.extract.archival import searchable  # noqa: PLC0415  pikepdf and fontTools, for this alone

        return searchable(self.data, self.document, title=self.result.source.file)


def report_page(outcome: Outcome) -> str:
    """The report on one document as an HTML page, with the pictures of the places that its findings speak of."""
    crops = {place: crop for place in places_to_show(outcome.result) if (crop := outcome.crop(place)) is not None}
    return render_html(outcome.result, crops, titles={rule.id: rule.title for rule in catalogue_table()}, split=outcome.split)


def reader_for(settings: Settings) -> Reader:
    """What reads the documents of one run: to be used in `with`, and passed to the functions below."""
    return Reader(settings.jobs, folder=settings.cache)


def extract_file(path: Path, *, on: date, settings: Settings, reader: Reader, split: Sequence[PageRange] = ()) -> Outcome:
    """Reads the file and judges it as of the day `on`; `split` divides its pages as a person says, else the file tells itself.

    Raises the errors of `underlag.errors`.
    """
    file = _File(path)
    with file.named():
        return _outcome(file, reader.document(file.begin), on, settings, split)


def extract_files(
    paths: Iterable[Path], *, on: date, settings: Settings, reader: Reader, split: Sequence[PageRange] = ()
) -> Iterator[Outcome | UnderlagError]:
    """The outcomes of the files in order, or the error that kept one from being read; pages of the next are read meanwhile.

    Whatever is wrong with one file, an error of our own included, the others go on.
    """
    files, ahead = tee(map(_File, paths))
    for file, reading in zip(files, reader.documents(file.begin for file in ahead), strict=True):
        try:
            with file.named():
                outcome: Outcome | UnderlagError = _outcome(file, reading.document(), on, settings, split)
        except UnderlagError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001  the boundary of one document
            outcome = internal_error(error, where=str(file.path))
        yield outcome


@dataclass(frozen=True, slots=True)
class Taken:
    """One file, and its result or the error that kept it from being read."""

    file: Path
    result: Result | UnderlagError


def results_of(files: Sequence[Path], *, on: date, settings: Settings, reader: Reader) -> Iterator[Taken]:
    """The results of the files in order: one that was saved as `.json` as it was, a document read as by `extract_files`.

    A document whose result is among the saved ones has been read, and is passed over.
    """
    saved = {file: _saved(file) for file in files if file.suffix.casefold() == SAVED}
    known = {result.source.sha256 for result in saved.values() if isinstance(result, Result)}
    taken = [file for file in files if file in saved or not _is_read(file, known)]
    outcomes = extract_files((file for file in taken if file not in saved), on=on, settings=settings, reader=reader)
    for file in taken:
        outcome = saved[file] if file in saved else next(outcomes)
        yield Taken(file, outcome.result if isinstance(outcome, Outcome) else outcome)


def _is_read(file: Path, known: Collection[str]) -> bool:
    """Are these the bytes of a document whose digest is known? What keeps the file from being read is told when it is read."""
    try:
        return bool(known) and hashlib.sha256(_bytes_of(file)).hexdigest() in known
    except UnderlagError:
        return False


def _saved(file: Path) -> Result | UnderlagError:
    """The result in the file, whose records have the forms of their kinds, or why there is none."""
    try:
        with _File(file).named():
            return _result_in(_bytes_of(file))
    except UnderlagError as error:
        return error


def _result_in(data: bytes) -> Result:
    try:
        result = Result.model_validate_json(data)
        for part in result.parts:
            if part.type in RECORDS:
                RECORDS[part.type].model_validate(part.record)
    except ValidationError as error:
        raise _no_result() from error
    if result.schema_ != SCHEMA:
        raise _no_result()
    return result


def _no_result() -> UnderlagError:
    remedy = "Läs dokumentet på nytt med underlag extract"
    return UnreadableError(f"är inget resultat av den form som läses här ({SCHEMA})", remedy=remedy)


def case_of(files: Sequence[Taken], *, on: date, settings: Settings) -> CaseFile:
    """The documents of all files by the insatser that they belong to, judged against each other as of the day `on`."""
    results = [taken.result for taken in files if isinstance(taken.result, Result)]
    found = gathered(results)
    judged = [(insats, judge_insats(followed, settings.policy, on)) for insats, followed in found.insatser()]
    unread = (problem for taken in files for problem in _unread(taken))
    problems = (*unread, *(problem for _, verdict in judged for problem in verdict.problems))
    return CaseFile(
        made=_made(on, settings),
        complete=not problems and all(result.complete for result in results),
        problems=problems,
        documents=found.documents,
        insatser=tuple(insats.model_copy(update={"findings": v.findings, "checks": v.checks}) for insats, v in judged),
        doubts=found.doubts(),
        unplaced=found.unplaced(),
    )


def _unread(taken: Taken) -> Iterator[Problem]:
    """What of a file could not be read, said of the file."""
    name = name_as_text(taken.file)
    if isinstance(taken.result, UnderlagError):
        yield Problem(page=None, what=taken.result.line())
    else:
        yield from (problem.model_copy(update={"what": f"{name}: {problem.what}"}) for problem in taken.result.problems)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a file, page by page in reading order, and what of the file could not be read."""

    pages: Iterator[tuple[PlacedWord, ...]]
    problems: tuple[Problem, ...]


def words_in(path: Path, *, reader: Reader) -> Words:
    """Reads the file, and nothing of what it means. Raises the errors of `underlag.errors`."""
    file = _File(path)
    with file.named():
        document = reader.document(file.begin)
    return Words((tuple(words_of(page)) for page in document.pages), _troubles(document))


@dataclass(frozen=True, slots=True)
class SearchableCopy:
    """A scan as a PDF/A with the words that were read, and what of the file could not be read."""

    pdf: bytes
    problems: tuple[Problem, ...]


def searchable_copy(path: Path, *, reader: Reader) -> SearchableCopy:
    """Reads the scan and makes its PDF/A; a page that the reader has read already is not read again.

    Raises the errors of `underlag.errors`.
    """
    from underlag.extract.archival import searchable  # noqa: PLC0415  pikepdf and fontTools, for this alone

    file = _File(path)
    with file.named():
        document = reader.document(file.begin)
        if not any(page.reader in {"pdf-ocr", "image"} for page in document.pages):
            raise UsageError("är ingen skannad handling", remedy="Dess text går att söka i som den är")
        return SearchableCopy(searchable(file.data, document, title=name_as_text(path)), _troubles(document))


@dataclass(slots=True)
class _File:
    """One file on its way: `data` is there once it has begun."""

    path: Path
    data: bytes = b""

    def begin(self) -> Draft:
        self.data = _bytes_of(self.path)
        return draft_of(self.data)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Errors that say no place are said of this file."""
        try:
            yield
        except UnderlagError as error:
            error.where = error.where or str(self.path)
            raise


def _outcome(file: _File, document: Document, on: date, settings: Settings, split: Sequence[PageRange]) -> Outcome:
    """The document divided, read after its forms and judged."""
    readings = read_parts(document, split)
    judged = [_judged(reading, on, settings) for reading in readings]
    parts = tuple(part for part, _ in judged)
    between = judge_parts(parts, settings.policy, on)
    problems = (*_troubles(document), *(p for _, found in judged for p in found), *between.problems)
    result = Result(
        made=_made(on, settings),
        source=_source(file, document),
        complete=not problems,
        problems=problems,
        parts=parts,
        findings=between.findings,
    )
    starts = tuple(PartStart(reading.part.type, reading.part.pages, reading.reasons) for reading in readings)
    return Outcome(result, file.data, document, starts)


def _made(on: date, settings: Settings) -> Made:
    return Made(tool=__version__, policy=settings.policy.fingerprint(), judged_at=on.isoformat())


def _bytes_of(path: Path) -> bytes:
    """The bytes of an ordinary file (a pipe or device may never end), within bounds."""
    if path.is_dir():
        raise UsageError("är en mapp", remedy="Ange en fil")
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableError("är ingen vanlig fil")
        if size > MAX_BYTES:
            raise UnreadableError(f"filen är större än {MAX_BYTES >> 20} MB", remedy="Dela upp den och lämna delarna var för sig.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError("filen finns inte", remedy="Kontrollera sökvägen.") from error
    except OSError as error:
        raise UnreadableError("filen går inte att öppna", remedy="Kontrollera behörigheten.") from error


def _judged(reading: PartReading, on: date, settings: Settings) -> tuple[Part, tuple[Problem, ...]]:
    """The part with its findings, and the rules that crashed on it."""
    verdict = judge(reading.part, settings.policy, on, texts=reading.texts, unanswered=reading.unanswered, labels=reading.labels)
    return reading.part.model_copy(update={"findings": verdict.findings, "checks": verdict.checks}), verdict.problems


def _troubles(document: Document) -> tuple[Problem, ...]:
    return tuple(Problem(page=t.page, what=t.what) for t in document.troubles)


def _source(file: _File, document: Document) -> Source:
    readers: Sequence[str] = sorted({page.reader for page in document.pages})
    reader = "pdf-mixed" if len(readers) > 1 else readers[0] if readers else "text"
    return Source.model_validate(
        {
            "file": name_as_text(file.path),
            "sha256": hashlib.sha256(file.data).hexdigest(),
            "media_type": document.media_type,
            "pages": max(1, len(document.pages)),
            "reader": reader,
        }
    )
