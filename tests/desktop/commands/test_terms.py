"""An admin keeps a list with `soundpost terms`, and a person's `soundpost check` finds what is on it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.commands import main

GOOD = date.today() + timedelta(days=200)  # noqa: DTZ011  # a day of this computer's calendar, as an admin writes it
HEAD = "term,reason,owner,review date,who to ask\n"
FALCON = f"Project Falcon,Announced in May.,Press office,{GOOD},press@example.org\n"

Out = pytest.CaptureFixture[str]


def run(capsys: Out, *arguments: str | Path) -> tuple[int, str, str]:
    status = main(["terms", *map(str, arguments)])
    told = capsys.readouterr()
    return status, told.out, told.err


@pytest.fixture
def repository(tmp_path: Path, capsys: Out) -> Path:
    (tmp_path / "t.csv").write_text(HEAD + FALCON)
    assert run(capsys, "new", tmp_path / "repo")[0] == 0
    assert run(capsys, "import", tmp_path / "t.csv", "--into", tmp_path / "repo")[0] == 0
    return tmp_path / "repo"


def test_new_says_what_to_do_with_the_keys(tmp_path: Path, capsys: Out) -> None:
    status, out, _ = run(capsys, "new", tmp_path / "repo", "--root-keys", "1", "--root-threshold", "1")
    assert status == 0
    assert "Move the files root-*.pem" in out
    assert sorted(path.name for path in (tmp_path / "repo" / "keys").iterdir()) == [
        "online-1.pem",
        "root-1.pem",
        "targets-1.pem",
        "targets-2.pem",
    ]


def test_lint_names_line_column_what_and_why_and_ordinary_words(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{HEAD}{FALCON}minister,Why,Me,{GOOD},\nHawk,,Me,{GOOD},\n")
    status, out, _ = run(capsys, "lint", path)
    assert status == 2
    assert f"{path}, line 4, reason: The reason is missing." in out
    assert f"{path}, line 3, term: “minister” is met in " in out
    assert "ordinary posts. People stop reading warnings" in out
    assert "2 terms can be used." in out


def test_lint_is_content_with_a_good_file(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "t.csv").write_text(HEAD + FALCON)
    assert run(capsys, "lint", tmp_path / "t.csv") == (0, "1 terms can be used.\n", "")


def test_a_file_with_faults_is_not_taken_in(tmp_path: Path, repository: Path, capsys: Out) -> None:
    (tmp_path / "bad.csv").write_text(f"{HEAD}Hawk,,Me,{GOOD},\n")
    status, _, err = run(capsys, "import", tmp_path / "bad.csv", "--into", repository)
    assert status == 2
    assert "was not taken in; mend the lines above and import it again." in err
    assert "Falcon" in (repository / "terms.csv").read_text()


def test_publish_builds_what_is_newer_and_inspect_tells_when_things_run_out(repository: Path, capsys: Out) -> None:
    status, out, err = run(capsys, "publish", repository)
    assert (status, err) == (0, "")
    assert "1 terms are sealed" in out
    assert "The list is published." in out
    assert "sealed" not in run(capsys, "publish", repository)[1]
    status, out, _ = run(capsys, "inspect", repository)
    assert status == 0
    assert "root       version 1" in out
    assert "2 of root-1, root-2, root-3" in out


def test_what_runs_out_soon_is_said_before_it_does(repository: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from desktop.lists.repository import Repository

    run(capsys, "publish", repository)
    Repository(repository, datetime.now(UTC) - timedelta(days=11)).resign()
    err = run(capsys, "inspect", repository)[2]
    assert "timestamp runs out in 2 days; run `soundpost terms resign`." in err
    Repository(repository, datetime.now(UTC) - timedelta(days=15)).resign()
    assert "timestamp runs out on " in run(capsys, "inspect", repository)[2]
    assert run(capsys, "resign", repository)[2] == ""
    Repository(repository, datetime.now(UTC) - timedelta(days=362)).renew_root()
    assert "run `soundpost terms resign --root`." in run(capsys, "inspect", repository)[2]
    assert "The root of trust has a new date." in run(capsys, "resign", repository, "--root")[1]


def test_a_second_key_signs_what_waits(repository: Path, capsys: Out) -> None:
    keys = repository / "keys"
    away = (keys / "targets-2.pem").read_bytes()
    (keys / "targets-2.pem").unlink()
    assert "1 more key must sign it" in run(capsys, "publish", repository)[1]
    (keys / "targets-2.pem").write_bytes(away)
    assert "The list is published." in run(capsys, "publish", repository, "--sign")[1]


def test_a_key_is_replaced(repository: Path, capsys: Out) -> None:
    run(capsys, "publish", repository)
    status, out, _ = run(capsys, "resign", repository, "--replace", "targets-1", "--by", "targets-9")
    assert status == 0
    assert "targets-1 is replaced by targets-9" in out
    assert "Give both --replace and --by" in run(capsys, "resign", repository, "--replace", "targets-1")[2]


def test_a_passphrase_file_seals_the_keys(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "pass").write_text("correct horse\n")
    assert run(capsys, "new", tmp_path / "repo", "--passphrase-file", tmp_path / "pass")[0] == 0
    assert run(capsys, "inspect", tmp_path / "repo", "--passphrase-file", tmp_path / "pass")[0] == 0
    assert "needs its --passphrase-file" in run(capsys, "inspect", tmp_path / "repo")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "{}/nowhere"), "terms.csv: cannot be read"),
        (("publish", "{}/nowhere"), "bin cannot be read or written"),
        (("lint", "{}/nowhere.csv"), "cannot be read (No such file"),
        (("enrol", "{}", "--root", "{}/root.json", "--key", "{}/key"), "root.json cannot be read or written"),
        (("fetch",), "No list of terms is set for this computer"),
        (("wrong",), "Argument COMMAND: invalid choice"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path, capsys: Out, arguments: tuple[str, ...], said: str) -> None:
    status, _, err = run(capsys, *(argument.format(tmp_path) for argument in arguments))
    assert status == 2
    assert said in err


def test_enrolling_without_a_key_store_says_what_to_do(repository: Path, capsys: Out) -> None:
    run(capsys, "publish", repository)
    key, root = repository / "organisation.key", repository / "root.json"
    status, _, err = run(capsys, "enrol", repository / "public", "--root", root, "--key", key)
    assert status == 2
    assert "There is no key store here to keep the list's key in" in err


SCRIPT = r"""
set -e
printf 'test\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
soundpost() { "$PYTHON" -c 'import sys; from desktop.commands import main; sys.exit(main())' "$@"; }
soundpost terms new repo
soundpost terms import terms.csv --into repo
soundpost terms publish repo
if [ "$SERVE" = nginx ]; then nginx -p "$PWD" -c "$PWD/nginx.conf"; fi
soundpost terms enrol "$SOURCE" --root repo/root.json --key repo/organisation.key
echo "Busy with #ProjectFalcon" | soundpost check --json >found.json
grep -v 'Project Falcon' terms.csv >revoked.csv
soundpost terms import revoked.csv --into repo
soundpost terms publish repo
soundpost terms fetch
echo "Busy with #ProjectFalcon" | soundpost check --json >gone.json
echo "Busy with term1245x" | soundpost check --json >other.json
if [ "$SERVE" = nginx ]; then nginx -p "$PWD" -c "$PWD/nginx.conf" -s stop; fi
"""
NGINX = """
pid nginx.pid; error_log error.log; worker_processes 1; events { worker_connections 64; }
http { access_log access.log; client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f;
uwsgi_temp_path u; scgi_temp_path s;
server { listen 127.0.0.1:PORT; root repo/public; } }
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    tmp_path.chmod(0o711)
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


@pytest.mark.keyring
@pytest.mark.timeout(400)
@pytest.mark.parametrize(("serve", "count"), [("folder", 2_000), pytest.param("nginx", 100_000, marks=pytest.mark.nginx)])
def test_from_an_empty_folder_to_a_warning_and_to_its_end(place: Path, root: Path, serve: str, count: int) -> None:
    """Make, import many rows, publish, enrol, find a planted term, revoke it, and find it gone; no term is left on disk."""
    rows = [f"term{number}x,Reason {number % 50}.,Press office,{GOOD},press@example.org\n" for number in range(count - 1)]
    (place / "terms.csv").write_text(HEAD + FALCON + "".join(rows))
    port = str(20_000 + os.getpid() % 20_000)
    user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(user + NGINX.replace("PORT", port))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"} | {
        "HOME": str(place / "home"),
        "XDG_RUNTIME_DIR": str(place / "run"),
        "PYTHON": sys.executable,
        "PYTHONPATH": str(root),
        **{f"XDG_{name}_HOME": str(place / "home" / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")},
        "SOURCE": f"http://127.0.0.1:{port}" if serve == "nginx" else "repo/public",
        "SERVE": serve,
    }
    for name in ("home", "run"):
        (place / name).mkdir(mode=0o700)
    done = subprocess.run(
        [str(shutil.which("dbus-run-session")), "--", "bash", "-c", SCRIPT],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{count} terms are sealed" in done.stdout
    assert f"{count - 1} terms are sealed" in done.stdout
    assert "List of terms 2 was confirmed today." in done.stdout
    assert "Announced in May." in (place / "found.json").read_text()
    assert "confidentiality.sensitive-term" not in (place / "gone.json").read_text()
    assert "Reason 45." in (place / "other.json").read_text()
    written = b"".join(path.read_bytes() for path in (place / "home").rglob("*") if path.is_file())
    assert written
    assert not [number for number in range(0, count, count // 1_000) if f"term{number}x".encode() in written]
