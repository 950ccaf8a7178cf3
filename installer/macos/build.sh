#!/usr/bin/env bash
# Build Soundpost.app and an installer package on a Mac with Python 3.11, Java and Maven (see installer/languagetool).
#
# With SIGN_APPLICATION, SIGN_INSTALLER (names of Developer ID certificates) and NOTARY_PROFILE set, both are signed and
# notarised; without, they are for trying on this Mac.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

[ "$(uname)" = Darwin ] || {
    echo "macos: this builds on a Mac only; docs/developing/packaging.md says what can be checked elsewhere." >&2
    exit 1
}
folder=build/macos
app="$folder/frozen/Soundpost.app"
export PYTHONHASHSEED=0 PYTHONPATH=.
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"
export SOURCE_DATE_EPOCH
mkdir -p "$folder"

python3.11 -m venv "$folder/venv"
python="$folder/venv/bin/python"
"$python" -m pip install -q --require-hashes --no-deps --report "$folder/wheels.json" -r requirements/run.txt
"$python" -m pip install -q --require-hashes --no-deps -r installer/bundle/requirements.txt
"$python" -m pip install -q --no-deps --no-build-isolation .
"$python" -m installer.bundle.icon "$folder/soundpost.icns"
"$folder/venv/bin/pyinstaller" --noconfirm --clean --distpath "$folder/frozen" --workpath "$folder/work" installer/macos/soundpost.spec
"$python" -m installer.bundle.complete "$app/Contents/Frameworks" "$folder/wheels.json"
if [ -n "${SIGN_APPLICATION:-}" ]; then
    codesign --force --deep --options runtime --timestamp --entitlements installer/macos/entitlements.plist --sign "$SIGN_APPLICATION" "$app"
fi
pkgbuild --component "$app" --install-location /Applications ${SIGN_INSTALLER:+--sign "$SIGN_INSTALLER"} "$folder/soundpost.pkg"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$folder/soundpost.pkg" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$folder/soundpost.pkg"
fi
"$app/Contents/MacOS/soundpost" doctor
