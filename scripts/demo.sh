#!/bin/sh
# Checks the sample inbox and names the report to open. Findings are what the demo shows, so exit 1 of the tool (mistakes found) is well.
set -eu
cd "$(dirname "$0")/.."

mkdir -p build/demo
status=0
.venv/bin/underlag check samples/inbox --out-dir build/demo --judged-at 2026-11-22 || status=$?
[ "$status" -le 1 ] || exit "$status"
echo
echo "Öppna rapporten: $(pwd)/build/demo/index.html"
