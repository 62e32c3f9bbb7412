"""The rules of notices of meetings."""

from __future__ import annotations

from underlag.schemas.kallelse import Kallelse
from underlag.validators.kallelse import meeting
from underlag.validators.rule import Rule

RULES: tuple[Rule[Kallelse], ...] = (*meeting.RULES,)
