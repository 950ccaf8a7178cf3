#!/usr/bin/env bash
# Run a tool of installer/tools/requirements.txt (towncrier, pip-audit) in an environment of its own, made when first needed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tool="$1"
shift
pins=installer/tools/requirements.txt
venv=build/tools
stamp="$venv/$(sha256sum "$pins" | cut -c1-16)"
if [ ! -e "$stamp" ]; then
    rm -rf "$venv"
    "${PYTHON:-python3}" -m venv "$venv"
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input install -q --require-hashes --no-deps -r "$pins" || {
        echo "tools: pip could not install $tool and what it needs; the lines above say why." >&2
        exit 1
    }
    touch "$stamp"
fi
exec "$venv/bin/$tool" "$@"
