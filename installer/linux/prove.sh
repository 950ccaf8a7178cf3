#!/usr/bin/env bash
# Prove the Debian package on a bare Debian: install it with apt, use every part of it, remove it, and look at what is left.
#
# The bare system is made once (build/deb/bare.tar) and unpacked anew for each proof. Where that cannot be done, for want of
# root, of debootstrap or of a mount, this says so and ends with 0: "not proved" is neither a pass nor a fault of the package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder="$(cd "${DEB_FOLDER:-build/deb}" 2>/dev/null && pwd || true)"
release=bookworm
mirror="${DEBIAN_MIRROR:-$(awk '/^URIs:/ { print $2; exit } /^deb / { print $2; exit }' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)}"

say() { printf 'deb-test: %s\n' "$*" >&2; }

not_proved() {
    say "not proved: $*"
    exit 0
}

failed() {
    say "FAILED: $*"
    exit 1
}

# All of the proof runs in a mount namespace of its own, so that nothing stays mounted however it ends.
if [ "${1:-}" != inside ]; then
    [ "$(id -u)" -eq 0 ] || not_proved "this needs root, to make a bare Debian and change its root."
    command -v debootstrap >/dev/null && command -v Xvfb >/dev/null ||
        not_proved "this needs debootstrap and Xvfb; install them with: apt-get install -y --no-install-recommends debootstrap xvfb"
    unshare --mount --pid --fork true 2>/dev/null || not_proved "this system lets nobody mount anything."
    exec unshare --mount --pid --fork --mount-proc --propagation private bash installer/linux/prove.sh inside
fi

package="$(find "${folder:-/nonexistent}" -maxdepth 1 -name 'soundpost_*.deb' 2>/dev/null | LC_ALL=C sort | tail -n 1)"
[ -n "$package" ] || failed "there is no package; run 'make deb' first."
bare="$folder/bare.tar"
if [ ! -e "$bare" ]; then
    say "making a bare Debian ($release, minbase)"
    new="$(mktemp -d "$folder/bare-XXXXXX")"
    debootstrap --variant=minbase "$release" "$new" ${mirror:+"$mirror"} >"$folder/debootstrap.log" 2>&1 || {
        rm -rf "$new"
        not_proved "debootstrap could not make a bare Debian; $folder/debootstrap.log says why."
    }
    tar --one-file-system -C "$new" -cf "$bare.part" .
    mv "$bare.part" "$bare"
    rm -rf "$new"
fi

root="$(mktemp -d "$folder/proof-XXXXXX")"
screen="$(mktemp -d)"
xvfb=
finish() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    umount -R "$root"/{proc,dev,tmp/.X11-unix} 2>/dev/null || true
    rm -rf --one-file-system "$root" "$screen"
}
trap finish EXIT
tar -C "$root" -xf "$bare"
chmod 755 "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
for file in /etc/resolv.conf /etc/hosts; do cp -L "$file" "$root$file"; done
# What this machine needs to reach its packages, and nothing else of it.
for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf; do [ ! -f "$file" ] || cp "$file" "$root/etc/apt/apt.conf.d/"; done
cp "$package" "$root/tmp/"

within() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# With `exec` first, in a process of its own that becomes what is run.
person() {
    local run=()
    [ "$1" != exec ] || { run=(exec); shift; }
    "${run[@]}" chroot --userspec=person "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/person LC_ALL=C.UTF-8 "$@"
}
# Every path but the caches and logs of the package manager itself, and what a person keeps.
paths() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/cache -o -path ./var/log \
        -o -path ./var/lib/apt -o -path ./var/lib/dpkg \) -prune -o -print | LC_ALL=C sort)
}

within useradd --create-home person
within apt-get update -qq >"$folder/apt.log" 2>&1 || not_proved "the bare Debian could not reach its packages; $folder/apt.log says why."
before="$(within dpkg-query -W -f '${Package}\n')"
say "installing $(basename "$package") with apt"
within apt-get install -y --no-install-recommends "/tmp/$(basename "$package")" >>"$folder/apt.log" 2>&1 ||
    failed "apt could not install it; $folder/apt.log says why."
[ -z "$(within dpkg --verify soundpost)" ] || failed "the installed files are not those of the package."

say "looking at a draft in the terminal"
draft="Vote Labour on Thursday! He don't agree."
for layers in instant,wording all; do
    person sh -c "printf '%s' \"$draft\" | soundpost check --json --layers $layers" >"$folder/check.json" || failed "soundpost check --layers $layers"
    python3 - "$folder/check.json" <<'PY' || failed "soundpost check --layers $layers did not notice what it should"
import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
states = set(result["layers"].values()) - {"not asked"}
sys.exit(not (states == {"ok"} and any(found["words"].startswith("Vote Labour") for found in result["findings"])))
PY
done
person soundpost --version | grep -q 'soundpost [0-9]' || failed "soundpost does not say its version"
person sh -ec 'mkdir /home/person/list && cd /home/person/list
    printf "term,reason,owner,review date\nProject Heron,not announced,Press office,2099-01-01\n" >terms.csv
    soundpost terms lint terms.csv && soundpost terms new repository && soundpost terms import terms.csv --into repository
    soundpost terms build repository && soundpost terms publish repository && soundpost terms inspect repository' >"$folder/terms.log" 2>&1 ||
    failed "a list of terms could not be made and published; $folder/terms.log says why."

say "asking the doctor"
person soundpost doctor --json >"$folder/doctor.json" || failed "soundpost doctor"
python3 - "$folder/doctor.json" <<'PY' || failed "the doctor found something amiss; $folder/doctor.json says what."
import json, sys
parts = {part["name"]: part for part in json.load(open(sys.argv[1], encoding="utf-8"))["parts"]}
amiss = [part for name, part in parts.items() if name in ("rules", "java", "languagetool", "wording model") and part["state"] != "ok"]
for part in amiss or [parts[name] for name in ("java", "languagetool", "wording model")]:
    print(f"  {part['name']}: {part['state']}; {part['note']}")
sys.exit(bool(amiss))
PY

say "opening the window on a bare X server"
Xvfb -displayfd 3 -fbdir "$screen" -screen 0 1280x800x24 -nolisten tcp 3>"$screen/number" >/dev/null 2>&1 &
xvfb=$!
for _ in $(seq 200); do [ -s "$screen/number" ] && break || sleep 0.1; done
number="$(cat "$screen/number")"
[ -n "$number" ] || failed "Xvfb did not start"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
(person exec DISPLAY=":$number" soundpost) >"$folder/window.log" 2>&1 &
window=$!
PYTHONPATH=. python3 -m installer.linux.screen "$screen/Xvfb_screen0" "$folder/window.png" 120 || {
    head -n 5 "$folder/window.log" >&2
    failed "the window did not open"
}
kill -0 "$window" 2>/dev/null || failed "the window closed by itself"
[ ! -s "$folder/window.log" ] || { cat "$folder/window.log" >&2; failed "the window had something to complain about"; }
kill -TERM "$window"
wait "$window" 2>/dev/null || true
umount "$root/tmp/.X11-unix"

say "removing it"
within apt-get purge -y soundpost >>"$folder/apt.log" 2>&1 || failed "apt could not remove it"
left="$(paths | grep -i soundpost || true)"
[ -z "$left" ] || failed "this is left behind: $left"
added="$(comm -13 <(sort <<<"$before") <(within dpkg-query -W -f '${Package}\n' | sort) | wc -l)"
say "proved: $(basename "$package") installs on a bare Debian with $added packages beside it, works, and leaves nothing but what a person wrote"
