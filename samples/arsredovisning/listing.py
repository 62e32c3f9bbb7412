"""The sample annual reports."""

from __future__ import annotations

from samples.arsredovisning import budgeterat, kronor, tusental
from samples.arsredovisning.kronor_record import RECORD
from samples.sample import Part, Sample

SAMPLES = (
    Sample("arsredovisning-2022", kronor.draw, (Part("arsredovisning", RECORD),), copies={"docx": "more", "pdf": "inbox"}),
    Sample("arsredovisning-2019", tusental.draw, (Part("arsredovisning", tusental.RECORD),), tusental.ANOMALIES, tusental.TOLERATED),
    Sample(
        "arsredovisning-2016", budgeterat.draw, (Part("arsredovisning", budgeterat.RECORD),), budgeterat.ANOMALIES, budgeterat.TOLERATED
    ),
)
