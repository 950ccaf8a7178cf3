#!/usr/bin/env bash
# Make ready what `make run` (argument: run) or `make test` (argument: test) needs, and do again only what changed.
#
# Each finished step leaves a stamp under .venv/stamps/ that is named by the hash of what went into it, so a second call
# costs a fraction of a second. A .venv whose making was cut short is recognised by its `unfinished` mark and made anew.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

purpose="${1:-}"
python="${PYTHON:-python3}"
root="$PWD"
stamps=.venv/stamps
unfinished=.venv/unfinished

say() { printf 'setup: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# Linux has sha256sum, macOS has shasum.
sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }

hash_of() { cat -- "$@" | sha256 | cut -c1-16; }

# One set-up at a time in one folder; the lock goes when this process and its pip end, however they end.
wait_for_turn() {
    mkdir -p build
    command -v flock >/dev/null || return 0
    exec 9>build/setup.lock
    flock -n 9 && return 0
    say "another set-up is at work in this folder; waiting for it."
    flock 9
}

# Print the wanted Debian packages of which no alternative is installed, one a line.
missing_packages() {
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' | awk -v purpose="$purpose" '
        FILENAME !~ /debian-packages/ { if ($1 ~ /^.i/) installed[$2] = 1; next }
        { sub(/#.*/, "") }
        $1 == "run" || ($1 == "test" && purpose == "test") {
            count = split($2, names, "|")
            found = 0
            for (i = 1; i <= count; i++) if (names[i] in installed) found = 1
            if (!found) print names[1]
        }' - installer/setup/debian-packages.txt
}

install_system_packages() {
    [ "${SYSTEM:-}" = skip ] && return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        [ -e "$stamps" ] || say "this is not Debian, so its system libraries are left to you: installer/setup/debian-packages.txt names them."
        return 0
    fi
    local missing
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "some Debian packages are missing; install them with the next line and run make again (SYSTEM=skip goes on without)."
        printf 'sudo apt-get install -y --no-install-recommends %s\n' "${missing[*]}" >&2
        exit 1
    fi
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    if ! install_with_apt "${missing[@]}" >build/apt.log 2>&1 9>&-; then
        tail -n 3 build/apt.log >&2
        stop "apt-get could not install them (its last lines are above, all of them in build/apt.log); check the network and run make again."
    fi
}

install_with_apt() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q && apt-get install -q -y --no-install-recommends "$@"
}

# A .venv works for us when it was finished, was made in this folder and its Python still starts.
venv_works() {
    [ -x .venv/bin/python ] && [ ! -e "$unfinished" ] || return 1
    if [ -e "$stamps/folder" ]; then
        [ "$(cat "$stamps/folder")" = "$root" ] && .venv/bin/python -c 'import pip' 2>/dev/null
    else
        .venv/bin/python -m pip --version >/dev/null 2>&1
    fi
}

make_venv() {
    if ! venv_works; then
        command -v "$python" >/dev/null || stop "Python 3.11 or newer is needed and '$python' was not found; name it with PYTHON=..."
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
            stop "Python 3.11 or newer is needed and '$python' is $("$python" --version 2>&1); name another with PYTHON=..."
        say "making .venv with $("$python" --version)"
        rm -rf .venv
        mkdir .venv
        touch "$unfinished"
        "$python" -m venv .venv || stop "'$python' could not make .venv; on Debian the package python3-venv is needed for it."
    fi
    mkdir -p "$stamps"
    printf '%s\n' "$root" >"$stamps/folder"
}

# Run pip between setting and removing the mark, so that being cut short is seen the next time.
pip_install() {
    touch "$unfinished"
    .venv/bin/python -m pip --disable-pip-version-check --no-input install -q "$@" ||
        stop "pip could not install this; the lines above say why. If it was the network, run make again."
}

install_pins() {
    local pins="requirements/$1.txt"
    local stamp
    stamp="$stamps/$1-$(hash_of "$pins")"
    [ -e "$stamp" ] && return 0
    # dev.txt holds all of run.txt.
    [ "$1" = run ] && [ -e "$stamps/dev-$(hash_of requirements/dev.txt)" ] && return 0
    say "installing the $(grep -c '==' "$pins") packages of $pins"
    pip_install --require-hashes --no-deps -r "$pins"
    rm -f "$stamps/$1"-*
    touch "$stamp"
    rm -f "$unfinished"
}

install_project() {
    local stamp
    stamp="$stamps/project-$(hash_of pyproject.toml)"
    [ -e "$stamp" ] && [ -x .venv/bin/soundpost ] && return 0
    say "installing Soundpost itself"
    pip_install --no-deps --no-build-isolation -e .
    rm -f "$stamps"/project-*
    touch "$stamp"
    rm -f "$unfinished"
}

# Without LanguageTool the program still runs, so `run` goes on and does not try again each time; `test` stops.
build_languagetool() {
    local key
    key="$(find installer/languagetool -type f -print0 | LC_ALL=C sort -z | xargs -0 cat | sha256 | cut -c1-16)"
    [ -e "$stamps/languagetool-$key" ] && [ -d build/languagetool ] && return 0
    if [ "$purpose" = run ] && [ -e "$stamps/nolanguagetool-$key" ]; then
        say "LanguageTool could not be built earlier, so language suggestions are off; 'make setup' tries again."
        return 0
    fi
    say "building LanguageTool"
    rm -f "$stamps"/languagetool-* "$stamps"/nolanguagetool-*
    if bash installer/languagetool/build.sh 9>&-; then
        touch "$stamps/languagetool-$key"
        return 0
    fi
    [ "$purpose" = run ] || stop "LanguageTool could not be built, and the tests need it; the lines above say why."
    touch "$stamps/nolanguagetool-$key"
    say "LanguageTool could not be built; Soundpost starts without language suggestions."
}

# Rules work without this too, only later: each pattern is then looked over and compiled when the program runs.
prepare_patterns() {
    local key
    key="$({
        .venv/bin/python --version
        find resources/packs checks/detectors checks/packs installer/patterns \( -name '*.toml' -o -name '*.py' \) -print0 |
            LC_ALL=C sort -z | xargs -0 cat
    } | sha256 | cut -c1-16)"
    [ -e "$stamps/patterns-$key" ] && [ -e resources/packs/patterns.prepared ] && return 0
    say "making the patterns of the rules ready"
    rm -f "$stamps"/patterns-*
    if .venv/bin/python -m installer.patterns.prepare >/dev/null 2>build/patterns.log; then
        touch "$stamps/patterns-$key"
    else
        rm -f resources/packs/patterns.prepared
        say "that did not work, so each start takes some seconds longer; build/patterns.log says why."
    fi
}

case "$purpose" in
run) pins=run ;;
test) pins=dev ;;
*) stop "the argument is run or test." ;;
esac

wait_for_turn
install_system_packages
make_venv
install_pins "$pins"
install_project
prepare_patterns
build_languagetool
