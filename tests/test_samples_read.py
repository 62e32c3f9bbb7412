"""The sample reports, memos, annual reports and packets are read as their answers say, from Word and from born-digital PDF."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samples.arsredovisning import listing as arsredovisning
from samples.build import HERE
from samples.followed import listing as followed
from samples.kvartalsrapport import listing as kvartalsrapport
from samples.paket import listing as paket
from samples.sample import Copy, Sample
from samples.slutrapport import listing as slutrapport
from samples.uppfoljning import listing as uppfoljning
from underlag.extract.document import read_document
from underlag.extract.parts import read_parts

COPIES: tuple[Copy, ...] = ("docx", "pdf")
EVERY = [
    pytest.param(sample, copy, id=f"{sample.name}.{copy}")
    for kind in (slutrapport, kvartalsrapport, uppfoljning, arsredovisning, paket, followed)
    for sample in kind.SAMPLES
    for copy in COPIES
    if copy in sample.copies
]


def leaves(value: object, at: str = "") -> Iterator[tuple[str, object]]:
    """Every value of a record that is not empty, with its pointer; line ends and spaces are alike."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, f"{at}/{key}")
    elif isinstance(value, list):
        for n, held in enumerate(value):
            yield from leaves(held, f"{at}/{n}")
    elif value is not None:
        yield at, " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize(("sample", "copy"), EVERY)
def test_a_sample_is_read_as_its_answers_say(sample: Sample, copy: Copy) -> None:
    data = (HERE / sample.copies[copy] / f"{sample.name}.{copy}").read_bytes()
    parts = [reading.part for reading in read_parts(read_document(data))]
    assert [part.type for part in parts] == [part.type for part in sample.parts]
    if copy == "pdf":
        assert [part.pages for part in parts] == [part.pages or (1, parts[-1].pages[1]) for part in sample.parts]
    for told, part in zip(sample.parts, parts, strict=True):
        wanted = dict(leaves(told.record.model_dump(mode="json")))
        found = dict(leaves(part.record))
        assert {at: found.get(at) for at in wanted} == wanted
        assert part.type == "okand" or found.keys() <= wanted.keys()
