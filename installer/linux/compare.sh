#!/usr/bin/env bash
# Tell whether the packages in two folders are the same, byte by byte; where they are not, which files of them differ.
set -euo pipefail

one="$(find "$1" -maxdepth 1 -name '*.deb')"
two="$(find "$2" -maxdepth 1 -name '*.deb')"
sha256sum "$one" "$two"
if cmp -s "$one" "$two"; then
    echo "deb-reproducible: both builds gave the same package"
    exit 0
fi
diff <(cd "$1/tree" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) \
    <(cd "$2/tree" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | head -n 20 || true
echo "deb-reproducible: FAILED: the two builds differ; the files above do, or else their order and rights" >&2
exit 1
