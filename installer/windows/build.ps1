# Build the Windows package, on Windows with Python 3.11, Java and Maven (for LanguageTool, see installer/languagetool) and WiX 3.
# The result is build\windows\soundpost.msi. Sign it with your organisation's certificate: signtool sign /fd sha256 /a soundpost.msi
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$env:PYTHONHASHSEED = '0'
$env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct)
$env:PYTHONPATH = '.'
New-Item -ItemType Directory -Force build\windows | Out-Null

py -3.11 -m venv build\windows\venv
$python = 'build\windows\venv\Scripts\python.exe'
& $python -m pip install -q --require-hashes --no-deps --report build\windows\wheels.json -r requirements\run.txt
& $python -m pip install -q --require-hashes --no-deps -r installer\bundle\requirements.txt
& $python -m pip install -q --no-deps --no-build-isolation .
& $python -m installer.bundle.icon build\windows\soundpost.ico
& build\windows\venv\Scripts\pyinstaller.exe --noconfirm --clean --distpath build\windows\frozen --workpath build\windows\work installer\windows\soundpost.spec
if ($LASTEXITCODE) { throw 'the program could not be frozen' }
& $python -m installer.bundle.complete build\windows\frozen\soundpost\_internal build\windows\wheels.json
& $python -m installer.windows.msi build\windows\frozen\soundpost build\windows\soundpost.wxs
candle -nologo -arch x64 -out build\windows\ build\windows\soundpost.wxs
light -nologo -out build\windows\soundpost.msi build\windows\soundpost.wixobj
build\windows\frozen\soundpost\soundpost.exe doctor
