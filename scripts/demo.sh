#!/bin/sh
# Checks the sample inbox and names the report to open. Mistakes (exit 1) and files that can't be read (4, 5) are what the demo shows.
set -eu
cd "$(dirname "$0")/.."

mkdir -p build/demo
status=0
.venv/bin/underlag check samples/inbox --out-dir build/demo --judged-at 2026-11-22 || status=$?
case $status in
    0 | 1 | 4 | 5) ;;
    *) exit "$status" ;;
esac
echo
echo "Öppna rapporten: $(pwd)/build/demo/index.html"
