"""Which file system a path lies on, and whether that is another machine's."""

from __future__ import annotations

import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset("9p afs ceph cifs davfs drvfs glusterfs lustre ncpfs nfs nfs4 smb2 smb3 smbfs vboxsf virtiofs".split())
_NETWORK_FUSE = frozenset(f"fuse.{kind}" for kind in "davfs2 glusterfs rclone s3fs sshfs smbnetfs vmhgfs-fuse".split())


def network_of(path: Path) -> str | None:
    """The kind of network share (nfs4, cifs …) that `path` lies on or would lie on; None on a local disk, and where it can't be told."""
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = filesystem_of(path.absolute().resolve(), table)
    return kind if kind in _NETWORK | _NETWORK_FUSE else None


def filesystem_of(path: Path, table: str) -> str | None:
    """The kind of file system that the absolute `path` lies on, by a mountinfo's text (proc(5)): the deepest mount, the latest of two."""
    deepest, found = -1, None
    for line in table.splitlines():
        fields, _, source = line.partition(" - ")
        point = Path(_unescaped(fields.split(" ")[4]))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, found = len(point.parts), source.split(" ")[0]
    return found


def _unescaped(field: str) -> str:
    """Blanks in names of mount points are written `\\040`."""
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), field)
