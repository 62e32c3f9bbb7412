"""The sample board packets."""

from __future__ import annotations

from samples.paket import maj, november, oktober
from samples.sample import Sample

SAMPLES = (
    Sample("styrelsemote-oktober", oktober.draw, oktober.PARTS, copies={"docx": "more", "pdf": "inbox"}),
    Sample("styrelsemote-maj", maj.draw, maj.PARTS, maj.ANOMALIES, facts=maj.FACTS),
    Sample("styrelsemote-november", november.draw, november.PARTS, november.ANOMALIES, november.TOLERATED, facts=november.FACTS),
)
