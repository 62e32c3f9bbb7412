"""A new site: its folders, and a settings file that says what may be set."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.corpus.watch.moves import write_whole
from underlag.corpus.watch.site import SETTINGS, Site
from underlag.schemas.watching import Watching

_HEAD = """\
# Inställningar för underlag. En rad som börjar med # gäller inte; ta bort tecknet för att ändra värdet.
# Läggs filen på en nätverksdisk som andra kan skriva till kan de också ändra här.

[watch]
"""


def make_site(site: Site) -> bool:
    """Makes the folders that aren't there, and the settings file; False where that was there, which is left as it is."""
    site.make()
    file = site.root / SETTINGS
    if file.exists():
        return False
    write_whole(commented_settings().encode(), file)
    return True


def commented_settings() -> str:
    """A settings file that sets nothing and names everything that may be set of a site, with what holds where it isn't."""
    return _HEAD + "\n".join(_lines())


def _lines() -> Iterator[str]:
    for name, field in Watching.model_fields.items():
        yield f"# {field.description}"
        yield f"# {name} = {_toml(field.default)}\n"


def _toml(value: object) -> str:
    """A default as it would be written; one that is chosen when the service runs is shown as `false`."""
    if value is None or isinstance(value, bool):
        return str(bool(value)).lower()
    return f'"{value}"' if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)
