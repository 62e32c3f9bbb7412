"""A new site: its folders, and a settings file that says what may be set."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.corpus.watch.moves import write_whole
from underlag.corpus.watch.site import SETTINGS, Site
from underlag.schemas.result import Model
from underlag.schemas.watching import Notice, Watching

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
    notice = Watching.model_fields["notice"]
    return _HEAD + "\n".join([*_lines(Watching), f"[watch.notice] # {notice.description}", *_lines(Notice)])


def _lines(table: type[Model]) -> Iterator[str]:
    for name, field in table.model_fields.items():
        if not isinstance(field.default, Model):
            yield f"# {field.description}"
            yield f"# {name} = {_toml(field.default)}\n"


def _toml(value: object) -> str:
    """A default as it would be written; where there is none, `""`."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[]"
    if value is None:
        return '""'
    return f'"{value}"' if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)
