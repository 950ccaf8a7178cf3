#!/usr/bin/env bash
# Build the Debian package, and with the argument `tarball` an archive for other systems too, in build/deb/ (or the folder in
# DEB_FOLDER). From nothing it takes minutes; the environment that the program is frozen in is kept between builds.
#
# The same commit gives the same bytes: every time is that of the commit, every order is sorted, every package is pinned.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder="${DEB_FOLDER:-build/deb}"
python=/usr/bin/python3
venv=build/deb/venv
tools=(python3-venv dpkg-dev binutils xz-utils)

say() { printf 'deb: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# Debian's own Python is frozen, so that the package's libraries are those of Debian 12 or older than the system it goes to.
check_tools() {
    command -v dpkg-query >/dev/null || stop "a Debian package is built on Debian; on another system the program itself still runs with 'make run'."
    local missing=()
    for tool in "${tools[@]}"; do
        dpkg-query -W -f '${db:Status-Abbrev}' "$tool" 2>/dev/null | grep -q '^.i' || missing+=("$tool")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    [ "$(id -u)" -eq 0 ] || stop "some packages are missing; install them with: sudo apt-get install -y --no-install-recommends ${missing[*]}"
    say "installing ${missing[*]}"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$folder/apt.log" 2>&1 ||
        stop "apt-get could not install ${missing[*]}; $folder/apt.log says why."
}

# Make the environment anew when a pin, the system's Python or this script changed; pip's report says which files it installed.
make_venv() {
    local stamp
    stamp="$("$python" --version | cat - requirements/run.txt installer/bundle/requirements.txt installer/linux/build.sh | sha256sum | cut -c1-16)"
    [ -e "$venv/$stamp" ] && [ -e build/deb/wheels.json ] && return 0
    say "making $venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    local pip=("$venv/bin/python" -m pip --disable-pip-version-check --no-input install -q)
    "${pip[@]}" --require-hashes --no-deps --report build/deb/wheels.json -r requirements/run.txt
    "${pip[@]}" --require-hashes --no-deps -r installer/bundle/requirements.txt
    touch "$venv/$stamp"
}

freeze() {
    say "freezing the program"
    "$venv/bin/python" -m pip --disable-pip-version-check install -q --no-deps --no-build-isolation --force-reinstall .
    rm -rf "$folder/frozen" "$folder/work"
    PYTHONPATH=. "$venv/bin/pyinstaller" --noconfirm --clean --log-level WARN --distpath "$folder/frozen" --workpath "$folder/work" \
        installer/linux/soundpost.spec >"$folder/freeze.log" 2>&1 || {
        tail -n 5 "$folder/freeze.log" >&2
        stop "the program could not be frozen; all that was said is in $folder/freeze.log."
    }
    PYTHONPATH=. "$venv/bin/python" -m installer.patterns.prepare "$(find "$folder/frozen" -path '*/resources/packs' -type d)/patterns.prepared" >&2
}

SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}"
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8 TZ=UTC
umask 022
mkdir -p "$folder" build/deb
folder="$(cd "$folder" && pwd)"
[ -d build/languagetool ] || stop "LanguageTool is not built here: run 'make setup'."
check_tools
make_venv
freeze
say "putting the package together"
[ "$folder" -ef build/deb ] || cp build/deb/wheels.json "$folder/"
PYTHONPATH=. "$venv/bin/python" -m installer.linux.package "$folder" "$@"
