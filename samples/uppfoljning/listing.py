"""The sample memos."""

from __future__ import annotations

from samples.sample import Part, Sample
from samples.uppfoljning import halvar, kvartal, tertial

SAMPLES = (
    Sample("halvarsmemo", halvar.draw, (Part("uppfoljning", halvar.RECORD),), copies={"docx": "inbox", "pdf": "more"}),
    Sample("tertialmemo", tertial.draw, (Part("uppfoljning", tertial.RECORD),), tertial.ANOMALIES, tertial.TOLERATED),
    Sample("kvartalsmemo", kvartal.draw, (Part("uppfoljning", kvartal.RECORD),), kvartal.ANOMALIES, kvartal.TOLERATED),
)
