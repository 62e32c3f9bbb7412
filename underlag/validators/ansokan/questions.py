"""Every question of the application has an answer."""

from __future__ import annotations

from underlag.schemas.ansokan import FORM
from underlag.validators.answers import answered

RULES = (answered(FORM, elsewhere=frozenset({"/underskrifter", "/budget", "/lokus/diskuterad", "/insatstid"})),)
