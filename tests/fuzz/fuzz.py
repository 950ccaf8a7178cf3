"""Feed each reader of the program made-up and spoilt input; only the errors that it documents may come out.

    python tests/fuzz/fuzz.py [--seconds 300] [--only NAME] [--seed N]

Each target is a seed corpus and a function that takes bytes and raises only what is no find. Inputs are seeds that were bent:
bytes flipped, cut out, doubled, put together from two seeds, or filled with words of the format. Targets share the time. A find is
printed once, by the kind of error and its place, with its input in base64, and makes the run end with 1.
"""

import argparse
import base64
import contextlib
import io
import json
import plistlib
import random
import runpy
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from fuzz_identifiers import made
from paper import publish, table

from checks.engine import Engine
from checks.errors import DraftError, LayerUnavailableError, OccasionError, PackError, SoundpostError, TermListError
from checks.model import Account, Closeness, Draft, Layer, Occasion
from checks.packs.loading import Packs, load_packs
from checks.packs.schema import read_pack, read_rule, read_word_list
from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from checks.terms.sealing import seal, wrap_key
from checks.terms.table import SealedTerms
from desktop.commands import check as check_command
from desktop.drafts import DRAFT_KEY, DraftStore, OpenDraft
from desktop.language import detector_of
from desktop.languagetool.child import Child
from desktop.languagetool.client import AnswerError, Client, ServerLostError
from desktop.lists.files import TermFileError, read_term_file
from desktop.policy.documents import json_documents, plist_documents
from desktop.policy.linting import faults_of
from desktop.policy.policy import Source
from desktop.policy.reading import read_policy

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "resources" / "packs"
TODAY = date(2027, 1, 15)
LONGEST = 20_000
LINES_AT_ONCE = 400
BITS = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", "é🎉\u202e\u200d".encode(), b'"', b"'''", b"\\u", b"\\ud800", b"\n", b"\r",
    b"[" * 3000, b"{" * 3000, b"a." * 2000, b"[[", b"]]", b"=", b"null", b"NaN", b"1e999", b"-1", b"9" * 5000, b"true", b"1979-05-27", b",", b"|",
)  # fmt: skip
CHARACTERS = (
    "\ud800", "\udfff", "\0", "\u200d", "\u202e", "\ufeff", "\u00ad", "é", "ß", "İ", "ﬁ", "🎉", "👩‍👩‍👧", "🇬🇧", "\u0301" * 50, "\r\n", "#", "@", "’",
    "https://", "vote ", "Labour ", "{", "[", "\u2028", "٣", "漢", "a" * 300, "\U0010ffff",
)  # fmt: skip


@dataclass
class Tally:
    """What a target was given, and what came out that should not have."""

    executions: int = 0
    refused: int = 0
    finds: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Target:
    """A reader: what its inputs look like, what it may raise, and how it is run."""

    name: str
    seeds: Sequence[bytes]
    run: Callable[[bytes], object]
    documented: tuple[type[BaseException], ...] = ()
    make: Callable[[random.Random], bytes] | None = None


def bent(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a seed with one to six changes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 1, 4, 40)))
        other = chance.choice(seeds)
        piece = chance.randint(0, len(other))
        put = chance.choice(
            (chance.randbytes(end - start), chance.choice(BITS), bytes(data[start:end]) * 2, other[piece : piece + 60])
        )
        data[start:end] = put
    return bytes(data[:LONGEST])


def place_of(fault: BaseException) -> str:
    """Name the kind of a fault and the last place of ours that it came through."""
    place, line = "", fault.__traceback__
    while line is not None:
        file = line.tb_frame.f_code.co_filename
        if f"{ROOT}/checks/" in file or f"{ROOT}/desktop/" in file or "tests/fuzz" in file:
            place = f"{Path(file).name}:{line.tb_lineno}"
        line = line.tb_next
    return f"{type(fault).__name__} at {place}"


def try_once(target: Target, data: bytes, tally: Tally) -> None:
    """Run a target on one input and note what came of it."""
    tally.executions += 1
    try:
        target.run(data)
    except target.documented:
        tally.refused += 1
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # a fault of a library in Rust is no Exception
        tally.finds.setdefault(place_of(fault), data)


def run_for(target: Target, seconds: float, chance: random.Random) -> Tally:
    """Run a target until its time is over, its seeds first."""
    tally = Tally()
    for seed in target.seeds:
        try_once(target, seed, tally)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try_once(target, target.make(chance) if target.make else bent(target.seeds, chance), tally)
    return tally


def random_text(chance: random.Random) -> bytes:
    """Return a text of any characters, also halves of some, as bytes that keep them."""
    parts = [made(chance)[:400]]
    for _ in range(chance.randint(0, 12)):
        parts.append(chance.choice(CHARACTERS) if chance.random() < 0.7 else chr(chance.randrange(0x110000)))
    chance.shuffle(parts)
    return "".join(parts).encode("utf-8", "surrogatepass")


def draft(engine: Engine, data: bytes) -> None:
    """Check a draft twice; both reports are the same, and every span lies in the text."""
    text = data.decode("utf-8", "surrogatepass")
    chance = random.Random(len(data))
    occasion = Occasion(
        chance.choice(list(Account)), chance.choice(("uk", "nz", "au", "ie", "ca")), chance.random() < 0.5, text[:50], chance.choice(list(Closeness))
    )  # fmt: skip
    given = Draft(text)
    first, again = (engine.check(given, occasion, (Layer.INSTANT,)) for _ in range(2))
    assert first == again
    assert all(0 <= item.span.start <= item.span.end <= len(text) for item in (*first.findings, *first.strengths))


def rule(packs: Packs, data: bytes) -> None:
    """Read a rule; one that is taken must also run."""
    text = data.decode("utf-8", "replace")
    with contextlib.suppress(PackError):
        read_word_list(text, "words/fuzz.toml")
    read = read_rule(text, "fuzz/rule.toml")
    pack = read_pack('name = "fuzz"\ntitle = "Fuzz"\n', "fuzz/pack.toml", (), (read,))
    lists = tuple(replace(one, rules=()) for one in packs.packs)
    Engine(Packs((*lists, pack))).check(Draft("Vote Labour, he said: 12 of 13."), Occasion(), (Layer.INSTANT,))


def term_file(folder: Path, suffix: str, data: bytes) -> None:
    """Read a file of terms; what is usable can be sealed and met."""
    path = folder / f"terms{suffix}"
    path.write_bytes(data)
    found = read_term_file(path, TODAY)
    if found.terms:
        key = bytes(32)
        sealed = seal(found.terms, 1, key, wrap_key(key, key, bytes(12)))
        TermMatcher(SealedTerms(sealed, key)).find(" ".join(term.words for term in found.terms)[:2000])


def policy(data: bytes) -> None:
    """Read policies, of which nothing ever raises, and look for their faults as `soundpost policy lint` does."""
    for read in (json_documents, plist_documents):
        documents = [*read(Path("policies.json"), Source.COMPUTER, lambda _: data)]
        read_policy(partial(list, documents))
    faults_of("policies.json", data)
    faults_of("policies.plist", data)


def jsonl(folder: Path, data: bytes) -> None:
    """Check lines as `soundpost check --jsonl` does; each that is not blank is answered by one line."""
    path = folder / "lines.jsonl"
    path.write_bytes(data)
    parser = argparse.ArgumentParser()
    check_command.describe(parser)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        check_command.run(parser.parse_args(["--layers", "instant", "--jsonl", str(path)]))
    answers = [json.loads(line) for line in out.getvalue().split("\n") if line]
    assert len(answers) == sum(1 for line in data.split(b"\n") if line.strip())
    assert all(("error" in answer) != ("findings" in answer) for answer in answers)


class OneKey:
    """A key store with one key."""

    answered = True

    def read(self, name: str) -> bytes | None:
        return bytes(32) if name == DRAFT_KEY else None

    def write(self, name: str, secret: bytes) -> bool:
        return False


def kept_draft(folder: Path, data: bytes) -> None:
    """Open a draft that was kept, whatever has become of its file."""
    for path in folder.glob("draft-*"):
        path.unlink()
    (folder / "draft-1.bin").write_bytes(data)
    store = DraftStore(OneKey(), folder)
    try:
        store.find()
    finally:
        store.close()


def sealed_list(data: bytes) -> None:
    """Open a sealed list and look something up in it, whatever has become of it."""
    terms = SealedTerms(data, bytes(32))
    terms.verify()  # the program looks at no list before that
    TermMatcher(terms).find("Project Falcon and Operation Heron")


class StandIn(Child):
    """A live child in whose place a socket of ours answers."""

    def __init__(self, port: int) -> None:
        self.port = port

    @property
    def alive(self) -> bool:
        return True

    def serves(self, port: int, seconds: float) -> bool:
        return True


class Answering:
    """A server that gives the answer it was last told to, and a proofreader that asks it."""

    def __init__(self, packs: Packs) -> None:
        self._answer = b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self._detector = detector_of(packs, self)
        self._engine = Engine(packs, {Layer.LANGUAGE: self._detector})
        self._number = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def matches(self, text: str, country: str) -> Sequence[object]:
        """Ask as desktop.languagetool does."""
        client = Client(StandIn(self._server.getsockname()[1]))
        try:
            return client.matches(text, "en-GB", 5)
        except (ServerLostError, AnswerError):
            raise LayerUnavailableError("no answer") from None
        finally:
            client.close()

    def take(self, data: bytes) -> None:
        """Have a sentence looked at, with these bytes for an answer: as a body, or as all that comes."""
        whole = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(data), data)
        self._answer = data if data.startswith(b"HTTP") else whole
        self._number += 1  # what was looked at before is remembered
        text = f"He don't agree with number {self._number} 🎉."
        report = self._engine.check(Draft(text), Occasion(), (Layer.LANGUAGE,))
        assert all(0 <= item.span.start <= item.span.end <= len(text) for item in report.findings)

    def _serve(self) -> None:
        while True:
            line, _ = self._server.accept()
            with line, contextlib.suppress(OSError):
                line.recv(65536)
                line.sendall(self._answer)


LINE = b'{"id": "1", "text": "Vote Labour on Thursday!", "country": "uk", "election_period": true, "reply_to": "Hello?"}'
TERMS = b"""[[term]]
term = "Project Falcon"
variants = ["Falcon"]
match = "word"
reason = "Not public yet."
expires = 2027-05-01
accounts = "private"
"""
CSV = b'term,variants,match,reason,owner,review date,expires,say instead,who to ask,accounts\nFalcon,A|B,exact,"Not, yet",P,2027-06-30,,,,private\n'
POLICY = {
    "Country": "nz",
    "Packs": ["/srv/packs"],
    "DraftRecovery": True,
    "Layers": ["wording"],
    "TermListSource": "https://lists.example.org",
    "TermListRoot": "{}",
    "Contacts": [{"name": "Press office", "email": "press@example.org"}],
    "Defaults": {"Depth": "full", "ElectionPeriods": [{"name": "Local", "from": "2027-03-01", "to": "2027-05-06"}]},
}
MATCH = {
    "message": "m", "shortMessage": "s", "replacements": [{"value": "does"}], "offset": 3, "length": 2,
    "context": {"text": "He don't agree.", "offset": 3, "length": 2}, "sentence": "He don't agree.",
    "rule": {"id": "R", "description": "d", "issueType": "grammar", "category": {"id": "GRAMMAR", "name": "Grammar"}},
}  # fmt: skip


def answers() -> Iterator[bytes]:
    """Yield answers as LanguageTool gives them."""
    yield json.dumps({"matches": [MATCH], "language": {"code": "en-GB", "name": "English"}}).encode()
    yield json.dumps([{"name": "English", "code": "en", "longCode": "en-GB"}]).encode()
    yield b"HTTP/1.1 500 Oh\r\nContent-Length: 3\r\n\r\nno!"
    yield b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"mat\r\n0\r\n\r\n'


def targets(folder: Path) -> Sequence[Target]:
    """Return all targets; they write into a folder of their own."""
    packs = load_packs()
    some_rules = [path.read_bytes() for path in sorted(PACKS.glob("*/*/*.toml"))[::6]]
    sheet = runpy.run_path(str(ROOT / "tests" / "desktop" / "conftest.py"))["write_a_sheet"]
    workbook = sheet(folder / "seed.xlsx", [["term", "reason"], ["Falcon", "Not public yet."], ["Heron", 46568.0]]).read_bytes()
    drafts = folder / "drafts"
    store = DraftStore(OneKey(), drafts)
    store.keep("draft-1.bin", OpenDraft("A draft 🎉", Occasion(reply_to="x")))
    store.close()
    key = bytes(32)
    terms = [Term(word, TermNote("Not yet.", "Press")) for word in ("Project Falcon", "Operation Heron")]
    sealed = seal(terms, 7, key, wrap_key(key, key, bytes(12)))
    policies = [json.dumps(POLICY).encode(), plistlib.dumps(POLICY), plistlib.dumps(POLICY, fmt=plistlib.FMT_BINARY)]

    def lines(chance: random.Random) -> bytes:
        return b"\n".join(bent([LINE, b"[]", b"\xff"], chance) for _ in range(LINES_AT_ONCE))

    return (
        Target("draft", [b"Vote Labour!"], partial(draft, Engine(packs)), (DraftError,), random_text),
        Target("rule files", some_rules, partial(rule, packs), (PackError,)),
        Target("terms, CSV", [CSV], partial(term_file, folder, ".csv"), (TermFileError,)),
        Target("terms, TOML", [TERMS], partial(term_file, folder, ".toml"), (TermFileError,)),
        Target("terms, XLSX", [workbook], partial(term_file, folder, ".xlsx"), (TermFileError,)),
        Target("policies", policies, policy),
        Target("JSONL", [LINE], partial(jsonl, folder), (OccasionError,), lines),
        Target("kept drafts", [(drafts / "draft-1.bin").read_bytes()], partial(kept_draft, drafts)),
        Target("sealed lists", [sealed], sealed_list, (TermListError,)),
        Target("LanguageTool", [*answers()], Answering(packs).take, (SoundpostError,)),
    )


def main() -> int:
    """Run all targets, print the figures, and put them into the paper."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=300.0, help="for all targets together")
    parser.add_argument("--only", default="", help="the one target to run")
    parser.add_argument("--seed", type=int, default=int(datetime.now(UTC).timestamp()))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chosen = [target for target in targets(Path(folder)) if options.only in target.name]
        tallies = {}
        for target in chosen:
            tallies[target.name] = run_for(target, options.seconds / len(chosen), random.Random(options.seed))
            print(
                target.name, tallies[target.name].executions, "executions", len(tallies[target.name].finds), "finds", flush=True
            )
    return report(tallies, options.seconds, options.seed, whole=not options.only)


def report(tallies: dict[str, Tally], seconds: float, seed: int, *, whole: bool) -> int:
    """Print what was found and return the exit status."""
    finds = [(name, place, data) for name, tally in tallies.items() for place, data in tally.finds.items()]
    for name, place, data in finds:
        print(f"\nfind: {name}: {place}\n{base64.b64encode(data[:3000]).decode()}")
    rows = [[name, f"{tally.executions:,}", f"{tally.refused:,}", len(tally.finds)] for name, tally in tallies.items()]
    total = sum(tally.executions for tally in tallies.values())
    listed = "\n".join(f"- {name}: {place}" for name, place, _ in finds) or "Only documented errors came out."
    body = f"""{total:,} executions in {seconds:.0f} seconds (seed {seed}), {len(finds)} finds. One execution of JSONL is {LINES_AT_ONCE} lines.

{table(["target", "executions", "refused as documented", "finds"], rows)}

{listed}"""
    if whole:
        publish("fuzz", "Fuzz", body)
    else:
        print(body)
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
