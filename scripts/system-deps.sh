#!/bin/sh
# Installs by apt what is missing of Tesseract's Swedish, of what PDF is written with, and of the packages named. Never asks without a
# terminal. Exit 3, with the command to run by hand, where it may not. Usage: system-deps.sh [PACKAGE…]
set -eu

# The library itself comes with the Python package tesserocr; what it needs from the system is its language data.
# The program is what the benchmark compares with.
ocr="tesseract-ocr tesseract-ocr-swe tesseract-ocr-eng tesseract-ocr-osd"
# WeasyPrint sets its type by Pango, in letters that any machine may have.
pdf="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"
needed="$ocr $pdf $*"

missing=""
for package in $needed; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true) in
        *"ok installed") ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

command="apt-get install -y --no-install-recommends$missing"
refuse() {
    echo "underlag: det som behövs för skanningar och PDF saknas och kunde inte installeras ($1). Kör som root: $command" >&2
    exit 3
}

command -v apt-get >/dev/null 2>&1 || refuse "apt-get finns inte här"
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
elif [ -t 0 ] && command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    refuse "kräver root"
fi

echo "Installerar$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt_get() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q --no-install-recommends "$@" >"$log" 2>&1 </dev/null
}
# A fresh machine has no package lists yet, and an old one has lists of packages that are gone: both are cured by an update.
# shellcheck disable=SC2086
apt_get install $missing || { apt_get update && apt_get install $missing; } || {
    cat "$log" >&2
    refuse "apt-get misslyckades"
}
