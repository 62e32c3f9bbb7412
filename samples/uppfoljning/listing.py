"""The sample memos."""

from __future__ import annotations

from samples.sample import Part, Sample
from samples.uppfoljning import halvar, kvartal, tertial
from samples.uppfoljning.halvar_record import RECORD

SAMPLES = (
    Sample("halvarsmemo", halvar.draw, (Part("uppfoljning", RECORD),), copies={"docx": "inbox", "pdf": "more"}),
    Sample("tertialmemo", tertial.draw, (Part("uppfoljning", tertial.RECORD),), tertial.ANOMALIES, tertial.TOLERATED),
    Sample("kvartalsmemo", kvartal.draw, (Part("uppfoljning", kvartal.RECORD),), kvartal.ANOMALIES, kvartal.TOLERATED),
)
