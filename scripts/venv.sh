#!/bin/sh
# Makes .venv from requirements.lock with the tool in it. Usage: venv.sh PYTHON
#
# The environment is made without pip of its own and filled by the pip of PYTHON: Debian's python3 has no ensurepip unless
# python3-venv is installed, and this way that package is not needed.
set -eu
cd "$(dirname "$0")/.."
python=$1

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "underlag kräver Python 3.11 eller senare; $("$python" --version 2>&1) hittades. Ange en annan: make install PYTHON=python3.12" >&2
    exit 3
}
pip="$python -m pip --disable-pip-version-check --no-input --python .venv/bin/python"

echo "Gör .venv (någon minut första gången)" >&2
rm -f .venv/installed
[ -x .venv/bin/python ] || "$python" -m venv --without-pip .venv
$pip install --quiet --quiet --no-deps --requirement requirements.lock
$pip install --quiet --quiet --no-deps --no-build-isolation --editable .
.venv/bin/python -m compileall -q underlag # where the environment forbids Python to keep what it compiles, each start would do it again
touch .venv/installed
