#!/usr/bin/env bash
# Ask the public list of weaknesses about every pinned package. Without a network this says so and ends with 0, since that is no
# fault of the packages; a known weakness ends with 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

mkdir -p build
status=0
for pins in requirements/run.txt installer/bundle/requirements.txt installer/tools/requirements.txt; do
    rm -f build/audit.json
    if bash installer/tools/run.sh pip-audit --progress-spinner off --disable-pip --require-hashes --format json --output build/audit.json \
        -r "$pins" >build/audit.log 2>&1; then
        echo "audit: no known weakness in the packages of $pins"
    elif [ -s build/audit.json ]; then
        python3 - build/audit.json <<'PY'
import json, sys
for package in json.load(open(sys.argv[1], encoding="utf-8"))["dependencies"]:
    for weakness in package.get("vulns", ()):
        mended = ", ".join(weakness["fix_versions"]) or "no version yet"
        print(f"audit: {package['name']} {package['version']}: {weakness['id']}, mended in {mended}")
PY
        status=1
    else
        echo "audit: not done for $pins: the list of weaknesses could not be reached ($(tail -n 1 build/audit.log | cut -c1-120))"
    fi
done
exit "$status"
