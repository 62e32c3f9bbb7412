"""What an office has decided and the rules hold documents to: its settings, with where each comes from."""

from __future__ import annotations

import hashlib
import json

from pydantic import Field

from underlag.schemas.result import Model
from underlag.schemas.standing import STANDING_TERMS


class Policy(Model):
    """The settings in force. The defaults are those of the association whose forms the tool knows best."""

    handlingsplan_andel: float | None = Field(
        default=80.0,
        ge=0.0,
        le=100.0,
        description="least share of participants, in percent, that a goal about a plan of action must promise; null: no such policy",
    )
    handlingsplan_kalla: str = Field(default="Förbundets gemensamma mål för individinriktade insatser", description="source of the share")
    standard_terms: str | None = Field(
        default=STANDING_TERMS,
        description="the office's own wording of the standing terms, paragraphs on lines of their own; null: not compared",
    )

    def fingerprint(self) -> str:
        """`sha256:` and the digest of the settings as canonical JSON; equal settings have equal fingerprints."""
        canonical = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
