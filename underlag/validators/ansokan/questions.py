"""Every question of the application has an answer."""

from __future__ import annotations

from underlag.schemas.ansokan import FORM
from underlag.validators.answers import answered

_ELSEWHERE = frozenset({"/underskrifter", "/budget", "/lokus/diskuterad", "/insatstid"})

RULES = (answered(FORM, elsewhere=_ELSEWHERE, optional=frozenset({"/overenskommelse", "/lokus/text"})),)
