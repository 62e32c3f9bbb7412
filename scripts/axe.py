"""Runs axe-core over HTML pages in Chromium and tells of everything that would hinder a reader.

    python scripts/axe.py AXE.MIN.JS PAGE.html…

Each page is looked at as on a desk and as on a phone, with all that is folded opened. Exit 1 where anything is found.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom")
SIZES = ("1280,900", "390,844")

RUN = """
document.querySelectorAll('details').forEach(d => d.open = true);
axe.run().then(found => {
  const told = document.createElement('pre');
  told.id = 'axe';
  told.textContent = JSON.stringify({passes: found.passes.length, violations: found.violations.map(
    v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.target.join(' ') + ': ' + n.failureSummary)}))});
  document.body.append(told);
});
"""


def main(axe: Path, pages: list[Path]) -> int:
    """The exit code."""
    script = axe.read_text(encoding="utf-8")
    found = 0
    for page in pages:
        for size in SIZES:
            lines = list(violations(page, script, size))
            found += len(lines)
            print(f"{page.name} ({size}): {len(lines)} violations", *lines, sep="\n  ")
    return int(found > 0)


def violations(page: Path, script: str, size: str) -> Iterator[str]:
    """What axe finds on the page in a window of that size, each with the first few places."""
    # The page's own policy forbids scripts, so the check works on a copy without it.
    text = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.html"
        copy.write_text(text.replace("</body>", f"<script>{script}</script><script>{RUN}</script></body>"), encoding="utf-8")
        browser = [*BROWSER, f"--window-size={size}", f"--user-data-dir={folder}/profile", copy.as_uri()]
        dom = subprocess.run(browser, capture_output=True, text=True, check=True, timeout=300).stdout
    told = re.search(r'<pre id="axe">(.*?)</pre>', dom, re.DOTALL)
    if told is None:
        sys.exit(f"{page}: axe did not finish")
    result = json.loads(html.unescape(told[1]))
    assert result["passes"], "axe found nothing to check"
    for violation in result["violations"]:
        yield f"{violation['id']}: {violation['help']} ({len(violation['nodes'])} times)"
        yield from (f"  {node}" for node in violation["nodes"][:3])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
