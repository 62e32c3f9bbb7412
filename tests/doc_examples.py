"""The worked examples of the documentation as modules."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).resolve().parent.parent / "docs"


@contextmanager
def example(page: str, name: str, folder: Path) -> Iterator[ModuleType]:
    """The first block of Python on a page of docs/ as the module `name`, which can be imported for as long; `folder` holds its file."""
    code = re.search(r"```python\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    assert code
    file = folder / f"{name}.py"
    file.write_text(code[1], encoding="utf-8")
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where pydantic looks its annotations up, and the page's other examples import it
    try:
        spec.loader.exec_module(module)
        yield module
    finally:
        del sys.modules[name]
