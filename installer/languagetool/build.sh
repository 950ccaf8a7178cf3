#!/usr/bin/env bash
# Make build/languagetool/LanguageTool-6.8/: LanguageTool for English with the guard that ends it when Soundpost ends.
#
# Does nothing when the folder was made from these very inputs. The folder is made elsewhere and moved into place whole, with
# its stamp in it, so a build that was cut short is never taken for a finished one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

version=6.8
languages=(en-GB en-NZ en-AU en-CA) # those of VARIANTS in desktop/languagetool/proofreader.py
inputs=(pom.xml Guard.java WordLists.java server.properties jars.sha256 build.sh)
build="$PWD/../../build"
home="$build/languagetool/LanguageTool-$version"

say() { printf 'languagetool: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

sha256() {
    if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

stamp="$(cat -- "${inputs[@]}" | sha256 | cut -c1-64)"
[ "$(cat "$home/.built-from" 2>/dev/null || true)" = "$stamp" ] && exit 0

command -v mvn >/dev/null || stop "Maven is needed and 'mvn' was not found; on Debian: apt-get install maven"
command -v javac >/dev/null || stop "a Java compiler is needed and 'javac' was not found; on Debian: apt-get install default-jdk-headless"

mkdir -p "$build"
find "$build" -maxdepth 1 -name '.languagetool-*' -mmin +60 -exec rm -rf {} +
work="$(mktemp -d "$build/.languagetool-XXXXXX")"
trap 'rm -rf "$work"' EXIT
cp pom.xml Guard.java WordLists.java "$work"
(cd "$work" && MAVEN_OPTS="${MAVEN_OPTS:-} -Dorg.slf4j.simpleLogger.defaultLogLevel=error" \
    mvn -B -q --strict-checksums compiler:compile jar:jar dependency:copy-dependencies </dev/null >maven.log 2>&1) || {
    head -n 3 "$work/maven.log" >&2
    stop "Maven could not build it (its first lines are above); check the network, or Maven's own settings behind a proxy, and try again."
}

ready="$work/LanguageTool-$version"
mkdir "$ready"
mv "$work/libs" "$work/target/lt-guard.jar" "$ready"
cp server.properties "$ready"
if [ "${1:-}" = --write-hashes ]; then
    (cd "$ready/libs" && sha256 ./*.jar) | sed 's|\./||' | LC_ALL=C sort -k 2 >jars.sha256
    say "jars.sha256 is written; build again to use it."
    exit 0
fi
(cd "$ready/libs" && sha256 ./*.jar) | sed 's|\./||' | LC_ALL=C sort -k 2 | cmp -s - jars.sha256 ||
    stop "what Maven fetched is not what jars.sha256 lists; see 'A new version' in installer/languagetool/README.md."
(cd "$ready" && java -cp lt-guard.jar soundpost.WordLists word-lists.ready "${languages[@]}" 2>"$work/words.log") || {
    head -n 3 "$work/words.log" >&2
    stop "LanguageTool could not make its lists of words ready (its first lines are above)."
}
printf '%s\n' "$stamp" >"$ready/.built-from"
chmod -R u+rwX,go+rX "$ready"
mkdir -p "$build/languagetool"
rm -rf "$home"
mv "$ready" "$home"
say "built $(du -sh "$home" | cut -f1)B in build/languagetool/LanguageTool-$version"
