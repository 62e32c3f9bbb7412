"""A service as a process, with the tests' extractor: `python tests/fault_service.py SITE`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.watching import EXTRACTOR
from underlag.corpus.watch.serving import serve
from underlag.corpus.watch.site import Site
from underlag.settings import read_settings


def main() -> None:
    """Serves the site until it is killed."""
    site = Site(Path(sys.argv[1]))
    assert site.settings is not None
    serve(site, read_settings(site.settings).watch, out=sys.stdout, extractor=EXTRACTOR)


if __name__ == "__main__":
    main()
