"""Other people's checkers, each installed into a folder of its own under build/peers/ when first needed; none is a dependency.

Each peer is a process that reads all posts once and then, for each line on its standard input, checks them and answers with the
milliseconds of CPU that each post took. A peer that cannot be had is a line in the paper.
"""

import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench_terms import vale_program

FOLDER = Path(__file__).parents[2] / "build" / "peers"
LEFT_OUT: list[str] = []
_NODE = """
import {createRequire} from 'node:module';
import fs from 'node:fs';
import readline from 'node:readline';
const require = createRequire(process.cwd() + '/');
%s
const posts = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const lines = readline.createInterface({input: process.stdin});
for await (const _ of lines) {
  const taken = posts.map((post) => {
    const begun = process.cpuUsage();
    check(post);
    const used = process.cpuUsage(begun);
    return (used.user + used.system) / 1000;
  });
  console.log(JSON.stringify(taken));
}
"""
_PYTHON = """
import json, sys, time
%s
posts = json.load(open(sys.argv[1], encoding="utf-8"))[:%d]
for _ in sys.stdin:
    taken = []
    for post in posts:
        begun = time.process_time_ns()
        check(post)
        taken.append((time.process_time_ns() - begun) / 1e6)
    print(json.dumps(taken), flush=True)
"""
_NODE_PEERS = {
    "write_good": ("write-good@1.0.8", "const check = require('write-good');"),
    "alex": ("alex@11.0.1", "const {text} = await import('alex'); const check = (post) => text(post);"),
}
_FEW = 200  # posts for the slower peers
_PROSELINT = """
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
def check(post): return LintFile("post", post).lint()
"""
_PRESIDIO = """
from presidio_analyzer import PatternRecognizer, RecognizerRegistry
registry = RecognizerRegistry()
registry.load_predefined_recognizers(languages=["en"])
found = [one for one in registry.recognizers if isinstance(one, PatternRecognizer)]
readers = [one for one in found if "EMAIL_ADDRESS" not in one.supported_entities]  # that one asks the network for domains
def check(post): return [one.analyze(post, one.supported_entities, None) for one in readers]
"""
_HARPER = """
import harper
linter = harper.Linter()
def check(post): return linter.lint(post)
"""
_PYTHON_PEERS = {
    "proselint": ("proselint==0.16.0", _PROSELINT),
    "presidio": ("presidio-analyzer==2.2.360", _PRESIDIO),
    "harper": ("harper-py==0.2.0", _HARPER),
}


def readers(posts: Sequence[str]) -> Mapping[str, Callable[[], Sequence[float]]]:
    """Return a run of each peer that can be had."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False, encoding="utf-8") as work:
        json.dump(list(posts), work)
    found: dict[str, Callable[[], Sequence[float]]] = {}
    LEFT_OUT.append(f"proselint, Presidio and Harper read the first {_FEW} posts only")
    for name, (package, code) in _NODE_PEERS.items():
        _take(found, name, _node(name, package, code), Path(work.name))
    for name, (package, code) in _PYTHON_PEERS.items():
        _take(found, name, _python(name, package, code), Path(work.name))
    return found


def batches(posts: Sequence[str], folder: Path) -> Mapping[str, Sequence[str]]:
    """Return commands that have a peer read all the posts once as a process of its own."""
    commands: dict[str, Sequence[str]] = {}
    if (reader := _node("write_good", *_NODE_PEERS["write_good"])) is not None:
        (folder / "posts.json").write_text(json.dumps(list(posts)), encoding="utf-8")
        (folder / "line").write_text("\n", encoding="utf-8")
        reader = [reader[0], str(FOLDER / "write_good" / reader[1]), str(folder / "posts.json")]
        line = f"cd {shlex.quote(str(FOLDER / 'write_good'))} && exec {shlex.join(reader)} < {shlex.quote(str(folder / 'line'))}"
        commands["write_good_"] = ["sh", "-c", line]
    if (vale := vale_program()) is None:
        LEFT_OUT.append("vale is left out: it could not be built here")
        return commands
    (folder / "vale").mkdir()
    for number, text in enumerate(posts):
        (folder / "vale" / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / ".vale.ini").write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n", encoding="utf-8")
    commands["vale_"] = [str(vale), f"--config={folder / '.vale.ini'}", "--no-exit", "--output=JSON", str(folder / "vale")]
    return commands


def _take(found: dict[str, Callable[[], Sequence[float]]], name: str, command: Sequence[str] | None, work: Path) -> None:
    if command is None:
        LEFT_OUT.append(f"{name} is left out: it could not be installed here")
        return
    child = subprocess.Popen(
        [*command, str(work)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=FOLDER / name,
    )

    def run() -> Sequence[float]:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write("\n")
            child.stdin.flush()
            line = child.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            LEFT_OUT.append(f"{name} is left out: it ended before it had read the posts")
            return []
        times: list[float] = json.loads(line)
        return times

    found[name] = run


def _node(name: str, package: str, code: str) -> Sequence[str] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    folder = FOLDER / name
    folder.mkdir(exist_ok=True)
    if not (folder / "node_modules").is_dir():
        (folder / "package.json").write_text("{}", encoding="utf-8")
        if subprocess.run([npm, "install", "--silent", "--no-audit", package], cwd=folder, check=False).returncode:
            return None
    (folder / "read.mjs").write_text(_NODE % code, encoding="utf-8")
    return [node, "read.mjs"]


def _python(name: str, package: str, code: str) -> Sequence[str] | None:
    folder = FOLDER / name
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    installed = subprocess.run([str(python), "-m", "pip", "install", "-q", package], capture_output=True, check=False)
    if installed.returncode:
        return None
    (folder / "read.py").write_text(_PYTHON % (code, _FEW), encoding="utf-8")
    return [str(python), "read.py"]
