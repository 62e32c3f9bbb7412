#!/bin/sh
# Checks the pages that underlag writes with axe-core in a real browser (`make axe`): reports, overview and the pack of a meeting,
# made of the samples. Exit 1 where something would hinder a reader. Needs Chromium and npm, which nothing else here uses.
set -eu

axe="axe-core@4.14.1"
pages=build/axe

for program in chromium npm; do
    command -v "$program" >/dev/null 2>&1 || { echo "axe: $program is missing; as root: apt-get install -y chromium npm" >&2; exit 3; }
done
mkdir -p "$pages"
npm install --silent --no-save --no-audit --no-fund --prefix "$pages" "$axe"

run() { # findings in the samples are no failure here
    .venv/bin/underlag "$@" >/dev/null 2>&1 || [ $? -eq 1 ]
}
run check samples/inbox/aterstart.docx samples/inbox/halsoporten.scan.pdf samples/inbox/fornyelsen.docx samples/inbox/odlarna.pdf \
    samples/inbox/halvarsmemo.docx samples/more/arsredovisning-2019.pdf samples/more/styrelsemote-november.pdf --out-dir "$pages/reports"
run au "$pages/reports" --meeting 2023-11-09 --out "$pages/au.html"

.venv/bin/python scripts/axe.py "$pages/node_modules/axe-core/axe.min.js" "$pages/au.html" "$pages"/reports/*.html
