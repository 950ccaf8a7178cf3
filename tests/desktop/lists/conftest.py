"""A real repository, served from a real server on this machine, and a computer that reads it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checks.terms.matching import TermMatcher
from checks.terms.model import Term, TermNote
from desktop.lists.repository import Plan, Repository
from desktop.lists.settings import Bounds, ListSettings
from desktop.lists.store import TermStore
from desktop.lists.updating import ORGANISATION_KEY, ListUpdater, Outcome

NOW = datetime.now(UTC)


class Keys:
    """A key store in memory; with `lasting` it stands for a system's, without for none."""

    def __init__(self, lasting: bool = True) -> None:
        self.found: dict[str, bytes] = {}
        self.lasting = lasting

    def read(self, name: str) -> bytes | None:
        return self.found.get(name)

    def write(self, name: str, secret: bytes) -> bool:
        if self.lasting:
            self.found[name] = secret
        return self.lasting


@dataclass
class Office:
    """An organisation's side: its repository, and the server in front of it, which can be made to misbehave."""

    repository: Repository
    address: str
    tricks: dict[str, Callable[[SimpleHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def public(self) -> Path:
        return self.repository.folder / "public"

    @property
    def root(self) -> bytes:
        return (self.repository.folder / "root.json").read_bytes()

    def publish(self, *words: str) -> None:
        terms = [Term(word, TermNote(f"{word} is not public yet.", "Press office")) for word in words]
        assert self.repository.publish(self.repository.build(terms)) == 0


@dataclass
class Computer:
    """A person's side: what the list's source is, and what is kept of it."""

    settings: ListSettings
    keys: Keys
    folder: Path
    now: datetime = NOW
    bounds: Bounds = field(default_factory=Bounds)

    @property
    def store(self) -> TermStore:
        return TermStore(self.keys, self.folder)

    def update(self) -> Outcome:
        return ListUpdater(self.settings, self.store, self.keys, lambda: self.now, self.bounds).update()

    def meets(self, text: str) -> bool:
        stored = self.store.load()
        return stored is not None and bool(TermMatcher(stored.terms).find(text))


class _Handler(SimpleHTTPRequestHandler):
    office: Office

    def do_GET(self) -> None:
        self.office.asked.append(self.path)
        for ending, trick in self.office.tricks.items():
            if self.path.endswith(ending):
                trick(self)
                return
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as http.server names it
        return


@pytest.fixture
def make_office(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """Return a function that makes a repository and serves it."""
    servers: list[ThreadingHTTPServer] = []

    def make(name: str = "office", plan: Plan | None = None) -> Office:
        repository = Repository(tmp_path / name, NOW)
        repository.make(plan or Plan())
        (repository.folder / "public" / "targets").mkdir()
        office = Office(repository, "")
        handler = type("Handler", (_Handler,), {"office": office})
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(office.public)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        office.address = f"http://127.0.0.1:{server.server_address[1]}"
        return office

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def office(make_office: Callable[..., Office]) -> Office:
    """Return an organisation that has published one list."""
    made = make_office()
    made.publish("Project Falcon")
    return made


@pytest.fixture
def computer_of(tmp_path: Path) -> Callable[..., Computer]:
    """Return a function that enrols a computer with an organisation."""

    def enrol(office: Office, source: str = "", name: str = "computer", lasting: bool = True) -> Computer:
        keys = Keys(lasting)
        keys.found[ORGANISATION_KEY] = office.repository.organisation_key
        return Computer(ListSettings(source or office.address, office.root), keys, tmp_path / name)

    return enrol


@pytest.fixture
def computer(office: Office, computer_of: Callable[..., Computer]) -> Computer:
    """Return a computer that has the organisation's first list."""
    made = computer_of(office)
    assert made.update() is Outcome.NEW
    return made
