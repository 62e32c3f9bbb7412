"""How property tests are run: the same cases every time, and no deadline, since the machine may be busy with other things."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")
