"""The archive at its size: synthetic parts stored, searched and exported.

The words are Swedish ones by how often they are used, so that some searches meet half of the archive and some a single part.
"""

from __future__ import annotations

import hashlib
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from sqlalchemy import Engine
from wordfreq import top_n_list, word_frequency

from underlag.corpus.export.exporting import export
from underlag.corpus.export.sheets import document_rows, part_rows
from underlag.corpus.store.keeping import keep_together, kept_documents, kept_parts
from underlag.corpus.store.opening import made_store
from underlag.corpus.store.searching import Sought, search
from underlag.schemas.result import Evidence, Made, Part, PartType, Place, Result, Source

PARTS = 100_000
_PARTS_EACH = 2
_AT_ONCE = 2_000
_TYPES: tuple[PartType, ...] = ("ansokan", "slutrapport", "kvartalsrapport", "tjansteskrivelse")
_PLACES = ("Almsjö", "Brunnsta", "Ekfors", "Lindvassa", "Tallhamra", "Ögelby", "Årnäs", "Sörvik")
_ANSWERS = {"ansokan": ("syfte", "bakgrund", "malgrupp", "metoder"), "slutrapport": ("syfte", "bakgrund", "metoder", "lardomar")}
_QUERIES = (
    Sought("handlingsplan 2019"), Sought("rehabilitering Ekfors"), Sought("arbete studier", type="slutrapport"),
    Sought("kommunen", year=2017),
    Sought("och"), Sought('"unga vuxna"'), Sought("försörjningsstöd", organisation="Sörvik"), Sought("psykisk ohälsa Årnäs"),
    Sought("vården", insats="3"), Sought("personer utan arbete", type="ansokan", year=2020), Sought("lokaler"), Sought("Tallhamra 2021"),
)  # fmt: skip


def measure_archive(parts: int) -> None:
    """Prints what it costs to store that many parts, to search them, and to export them as Parquet."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "arkiv.db"
        engine = made_store(str(file))
        made = synthetic_results(parts // _PARTS_EACH)
        began = time.perf_counter()
        while batch := list(islice(made, _AT_ONCE // _PARTS_EACH)):
            keep_together(engine, batch)
        print(f"  stored {parts} parts in {time.perf_counter() - began:.0f} s, {file.stat().st_size >> 20} MB", flush=True)
        _search(engine)
        _export(engine, Path(folder))


def _search(engine: Engine) -> None:
    times = []
    for sought in _QUERIES:
        began = time.perf_counter()
        hits = search(engine, sought, most=20)
        times.append(1000 * (time.perf_counter() - began))
        print(f"  {times[-1]:7.1f} ms  {hits.total:6} hits  {sought}", flush=True)
    print(f"  search: median {statistics.median(times):.1f} ms (at most 100 wanted), slowest {max(times):.1f} ms", flush=True)


def _export(engine: Engine, folder: Path) -> None:
    began = time.perf_counter()
    rows = chain(document_rows(kept_documents(engine)), part_rows(kept_parts(engine)))
    resources = export(rows, folder, ("parquet",), made="2026-01-01")
    print(
        f"  export: {sum(r.rows for r in resources)} rows as Parquet in {time.perf_counter() - began:.0f} s (at most 60 wanted)", flush=True
    )


def synthetic_results(documents: int) -> Iterator[Result]:
    """Results of invented documents, each of a few parts."""
    chance = Random(7)  # noqa: S311  the same documents each time, not a secret
    words = top_n_list("sv", 30_000)
    weights = [word_frequency(word, "sv") for word in words]
    for number in range(documents):
        texts = iter(chance.choices(words, weights, k=1400))
        parts = tuple(_part(chance, texts) for _ in range(_PARTS_EACH))
        yield Result(
            made=Made(tool="0", policy="sha256:0", judged_at="2026-01-01"),
            source=Source(
                file=f"{number}.pdf",
                sha256=hashlib.sha256(str(number).encode()).hexdigest(),
                media_type="application/pdf",
                pages=2 * _PARTS_EACH,
                reader="pdf-text",
            ),
            complete=True,
            parts=parts,
        )


def _part(chance: Random, texts: Iterator[str]) -> Part:
    kind = chance.choice(_TYPES)
    year, place = chance.randint(2010, 2026), chance.choice(_PLACES)
    about = _About(f"{place} {chance.randint(1, 400)}", f"{place} kommun", year)
    record = _record(kind, chance, texts, about)
    leaves = dict(_leaves(record, ""))
    return Part(type=kind, pages=(1, 2), confidence=0.9, record=record, evidence={at: _read(chance, value) for at, value in leaves.items()})


class _About(NamedTuple):
    """An insats, its owner, and its first year."""

    name: str
    owner: str
    year: int


def _record(kind: PartType, chance: Random, texts: Iterator[str], about: _About) -> dict[str, object]:
    name, owner, year = about
    time_of = {"start": f"{year}-01-01", "slut": f"{year + 1}-12-31", "intag_slut": None}
    if kind == "tjansteskrivelse":
        period = {"start": f"{year}-01-01", "slut": f"{year + 1}-12-31"}
        return {"insats": name, "period": period, "maxbelopp": chance.randint(3, 60) * 100_000, "bedomning": _text(texts, 150)}
    if kind == "kvartalsrapport":
        budget = {"budget": chance.randint(1, 20) * 50_000, "utfall": chance.randint(1, 20) * 50_000, "prognos": None}
        comment = {"svar": True, "kommentar": _text(texts, 100)}
        return {
            "insatsens_namn": name,
            "insatsagare": owner,
            "period": {"ar": year, "kvartal": 2},
            "budget": budget,
            "i_fas_med_mal": comment,
        }
    goals = [{"text": _text(texts, 15), "kvantiteter": [{"varde": 60.0, "enhet": "procent", "jamforelse": "minst"}]} for _ in range(4)]
    owners = [{"organisation": owner, "kontaktperson": "Alma Ek", "epost": "alma@almsjo.example"}]
    answers = {key: _text(texts, 100) for key in _ANSWERS[kind]}
    return {"insatsens_namn": name, "insatsagare": owners, "mal": goals, "insatstid": time_of, **answers}


def _text(texts: Iterator[str], words: int) -> str:
    return " ".join(islice(texts, words))


def _leaves(value: object, at: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _leaves(held, f"{at}/{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for n, held in enumerate(value):
            yield from _leaves(held, f"{at}/{n}")
    elif value is not None:
        yield at, value


def _read(chance: Random, value: object) -> Evidence:
    place = Place(page=chance.randint(1, 2), bbox=(70.0, 300.0, 500.0, 312.0), where=None, text=str(value))
    return Evidence(method="text", confidence=0.97, note=None, places=(place,))
