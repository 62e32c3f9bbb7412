#!/bin/sh
# Resolves pyproject.toml (the tool and what its developers use) in a fresh environment and writes requirements.lock. Usage: lock.sh PYTHON
set -eu
cd "$(dirname "$0")/.."
python=$1
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

pip="$python -m pip --disable-pip-version-check --no-input --python $fresh/bin/python"
"$python" -m venv --without-pip "$fresh"
$pip install --quiet --editable ".[dev]"
{
    echo "# Every version that underlag and its developers use. Made by 'make lock'; do not edit."
    $pip freeze --exclude-editable
} >"$fresh/requirements.lock"
mv "$fresh/requirements.lock" requirements.lock
