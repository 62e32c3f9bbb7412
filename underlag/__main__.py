"""`python -m underlag`."""

from __future__ import annotations

from underlag.cli import main

main()
