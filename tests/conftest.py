"""How property tests are run (the same cases every time, and no deadline, since the machine may be busy), and what scans are read with."""

from __future__ import annotations

import pytest
from hypothesis import settings

from underlag.errors import MissingDependencyError
from underlag.extract.ocr import Tesseract

settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def engine() -> Tesseract:
    try:
        return Tesseract()
    except MissingDependencyError as error:
        pytest.skip(error.line())
