"""The window as it is read out: by the system's accessibility bus, from the running program, in another process.

One story is told once; what was read and heard on the way is then looked at: a start, a draft, F8, another account, every room.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 120.0
BREATH = 0.3  # between two looks, in which the program can live
ANSWER = "answer: "
DRAFT = "Thank you all. Vote Labour on Thursday! The new minister is a disgrace. Honestly, you people are idiots."
CONTROLS = {"push button", "radio button", "check box", "combo box", "text", "entry", "link", "menu item", "slider", "table"}
ROOMS = {
    "Settings…": "Settings",
    "Guide": "Guide",
    "Practice": "Practice",
    "Content calendar…": "Content calendar",
    "Read it as…": "Read it as",
    "Ask someone…": "Ask someone",
    "About Soundpost": "About",
}
LEVELS = ("Pause", "Consider", "Note")
PROGRAM = "import sys; from desktop.commands import main; sys.exit(main([]))"


@dataclass(frozen=True, slots=True)
class Node:
    """One part of the window, as it is told to assistive technology."""

    role: str
    name: str
    description: str
    labels: tuple[str, ...]
    states: frozenset[str]
    text: str | None
    children: tuple["Node", ...]

    @property
    def shown(self) -> bool:
        return "showing" in self.states

    @property
    def called(self) -> str:
        """Return what is read out: a drop-down list is called by its label, and its name is what is chosen."""
        return " ".join(self.labels) if self.role == "combo box" else self.name or " ".join(self.labels)

    def walk(self) -> Iterator["Node"]:
        """Go through all that is in view, in the order in which it is read."""
        if self.shown:
            yield self
            for child in self.children:
                yield from child.walk()


def node(told: dict[str, object]) -> Node:
    values = {key: told[key] for key in ("role", "name", "description", "text")}
    children = told["children"]
    states, labels = told["states"], told["labels"]
    assert isinstance(children, list)
    assert isinstance(states, list)
    assert isinstance(labels, list)
    return Node(
        **values,  # type: ignore[arg-type]  # as the reader writes them
        labels=tuple(labels),
        states=frozenset(states),
        children=tuple(node(child) for child in children),
    )


class Reading:
    """Ask the reader, in its own process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.complaints: list[str] = []

    def ask(self, do: str, **values: str | int) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"do": do, **values}), file=self._process.stdin, flush=True)
        for line in self._process.stdout:  # xvfb-run mixes into it whatever anybody else complains of
            if line.startswith(ANSWER):
                break
            self.complaints.append(line)
        else:
            pytest.fail(f"The reader has gone.\n{''.join(self.complaints)}")
        answer = json.loads(line.removeprefix(ANSWER))
        assert "problem" not in answer, f"{do} {values}: {answer['problem']}"
        return answer["is"]

    def windows(self) -> tuple[Node, ...]:
        told = self.ask("tree")
        assert isinstance(told, list)
        return tuple(node(window) for window in told)

    def read(self) -> list[Node]:
        """Return all that is in view, in the order in which it is read."""
        return [part for window in self.windows() for part in window.walk()]

    def heard(self) -> list[str]:
        heard = self.ask("heard")
        assert isinstance(heard, list)
        return heard

    def rest(self) -> None:
        """Let the window settle."""
        self.heard()  # it has done what it was asked for
        time.sleep(3 * BREATH)

    def read_when(self, settled: Callable[[list[Node]], bool]) -> list[Node]:
        """Read on until the window has come to a state; the machine may be slow, so there is much patience."""
        deadline = time.monotonic() + PATIENCE
        while True:
            parts = self.read()
            if settled(parts):
                return parts
            assert time.monotonic() < deadline, [f"{part.role}: {part.called}" for part in parts]
            time.sleep(BREATH)

    def hear_when(self, wanted: Callable[[list[str]], bool]) -> list[str]:
        deadline = time.monotonic() + PATIENCE
        while not wanted(heard := self.heard()):
            assert time.monotonic() < deadline, heard
            time.sleep(BREATH)
        return heard


def missing() -> list[str]:
    """Return the Debian packages that the reader needs and does not find."""
    commands = {"dbus-run-session": "dbus-daemon", "xvfb-run": "xvfb", "xauth": "xauth", "xdotool": "xdotool"}
    lacking = [package for command, package in commands.items() if shutil.which(command) is None]
    bindings = [SYSTEM_PYTHON, "-E", "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(bindings, capture_output=True, check=False).returncode:
        lacking += ["python3-gi", "gir1.2-atspi-2.0"]
    if not list(Path("/usr/share/dbus-1/services").glob("org.a11y.Bus.service")):
        lacking.append("at-spi2-core")
    return lacking


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Reading]:
    """Start the program with nobody's settings, and somebody who reads it."""
    lacking = missing()
    if lacking:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"The window cannot be read here: install {', '.join(lacking)}")
    home = tmp_path_factory.mktemp("reader")
    home.chmod(0o700)
    places = ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")},
        **dict.fromkeys(places, str(home)),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
    }
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1600x1200x24", SYSTEM_PYTHON, "-E"]
    with subprocess.Popen(
        [*command, str(Path(__file__).with_name("reader.py")), sys.executable, "-c", PROGRAM],
        cwd=root,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield Reading(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(PATIENCE)


@dataclass
class Story:
    """What was read at each turn, and heard until then."""

    pages: dict[str, list[Node]] = field(default_factory=dict)
    heard: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def story(reading: Reading) -> Story:
    """Live through it once: each start takes seconds."""
    story = Story()

    def note(turn: str, settled: Callable[[list[Node]], bool]) -> None:
        story.pages[turn] = reading.read_when(settled)
        story.heard[turn] = reading.heard()

    note("start", lambda page: "Instant: on" in names(page))
    reading.ask("activate", title="Soundpost")
    reading.ask("write", name="Draft post", text=DRAFT)
    # Once it has been said the window has settled: Qt takes a child that goes while it is asked for as one that is there.
    reading.hear_when(lambda heard: any(said.endswith("things to consider") for said in heard))
    note(
        "draft",
        lambda page: {f"{len(cards(page))} things to consider", "Wording: on"} <= {*names(page)} and len(cards(page)) >= 3,
    )
    reading.ask("key", name="F8")
    reading.hear_when(lambda heard: any(said.startswith("1 of ") for said in heard))
    note("first", lambda page: any("focused" in part.states and part.name == "Draft post" for part in page))
    reading.ask("press", name="Why, and what to try")
    reading.rest()
    note("why", lambda page: "Show less" in names(page))
    reading.ask("press", name="Organisation's account")
    reading.rest()
    note("account", lambda page: "You are writing for your organisation" in names(page))
    for words, title in ROOMS.items():
        reading.ask("press", name=words)
        reading.rest()
        note(words, lambda page, title=title: any(part.role == "frame" and title in part.name for part in page))  # type: ignore[misc]
    return story


def names(page: list[Node]) -> list[str]:
    return [part.called for part in page]


def cards(page: list[Node]) -> list[str]:
    """Return the heads of the cards."""
    heads = [part.called for part in page if part.role == "push button"]
    return [head for head in heads if head.partition(": ")[0] in LEVELS]


def accounts(page: list[Node]) -> list[Node]:
    return [part for part in page if part.role == "radio button" and part.called.endswith(" account")]


def subsequence(wanted: list[str], given: list[str]) -> list[str]:
    """Return what of the wanted does not come in its order."""
    rest = iter(given)
    return [one for one in wanted if one not in rest]


def test_no_control_is_without_a_name(story: Story) -> None:
    unnamed = [
        (turn, part.role, part.description)
        for turn, page in story.pages.items()
        for part in page
        if part.role in CONTROLS and not part.called.strip()
    ]
    assert unnamed == []


def test_every_control_and_every_finding_is_read_in_order(story: Story) -> None:
    page = story.pages["draft"]
    heads = cards(page)

    levels = [LEVELS.index(head.partition(": ")[0]) for head in heads]
    assert levels == sorted(levels)
    wanted = [
        *("File", "View", "Draft", "Help", "My own account", "Organisation's account", "Country", "Election period"),
        *("About my own work area", "You are writing as yourself", "I am answering a message", "Draft post", "Post on"),
        *("Copy draft", f"{len(heads)} things to consider", "Depth", *heads, "Ask someone", "Instant: on", "Wording: on"),
    ]
    assert subsequence(wanted, names(page)) == []


def test_an_open_card_is_read_from_what_is_noticed_to_what_can_be_done(story: Story) -> None:
    page = story.pages["draft"]
    first = names(page)[names(page).index(cards(page)[0]) :]

    assert subsequence(["Why, and what to try", "Mark as considered", "Not relevant here", cards(page)[1]], first) == []


def test_what_lies_behind_a_card_is_read_where_it_opens(story: Story) -> None:
    behind = names(story.pages["why"])
    wanted = ["Show less", "Why it may matter", "A question only you can answer", "Something to try", "Where this comes from"]

    assert subsequence([*wanted, "Mark as considered"], behind) == []


@pytest.mark.parametrize("words", ROOMS)
def test_every_room_is_read_with_something_to_do_in_it(story: Story, words: str) -> None:
    room = list(story.pages[words])
    start = next(at for at, part in enumerate(room) if part.role == "frame" and ROOMS[words] in part.name)
    end = next((at for at, part in enumerate(room) if part.role == "frame" and at > start), len(room))

    assert [part.called for part in room[start:end] if part.role in CONTROLS]


def test_each_control_says_what_it_is(story: Story) -> None:
    roles = {part.called: part.role for part in story.pages["draft"] if part.role != "label"}

    assert {
        name: roles[name] for name in ("My own account", "Country", "Election period", "Draft post", "Copy draft", "File")
    } == {
        "My own account": "radio button",
        "Country": "combo box",
        "Election period": "check box",
        "Draft post": "text",
        "Copy draft": "push button",
        "File": "menu item",
    }


def test_the_draft_can_be_read_back_and_written_in(story: Story) -> None:
    draft = next(part for part in story.pages["draft"] if part.called == "Draft post")

    assert draft.text == DRAFT
    assert {"editable", "multi-line", "focusable"} <= draft.states


def test_how_much_there_is_to_consider_is_said_once_it_has_settled(story: Story) -> None:
    counts = [said for said in story.heard["first"] if said.endswith(("thing to consider", "things to consider"))]

    assert counts
    assert len(counts) == len(set(counts))


def test_the_key_f8_says_the_first_thing_to_consider(story: Story) -> None:
    said = next(said for said in story.heard["first"] if said.startswith("1 of "))

    assert re.fullmatch(r"1 of \d+\. Vote Labour\. This asks people to vote a particular way\.", said)


def test_the_accounts_say_which_is_chosen(story: Story) -> None:
    def chosen(turn: str) -> dict[str, bool]:
        return {part.called: "checked" in part.states for part in accounts(story.pages[turn])}

    assert chosen("start") == {"My own account": True, "Organisation's account": False}
    assert chosen("account") == {"My own account": False, "Organisation's account": True}
    assert all("checkable" in part.states for part in accounts(story.pages["start"]))


def test_whoever_reads_on_while_the_window_changes_does_not_end_the_program(story: Story, reading: Reading) -> None:
    """Cards and scroll bars come and go between a question and the next; see desktop/theme/scroller.py."""
    for draft in [f"{DRAFT}\n" * 40, "Fine."] * 6:
        reading.ask("write", name="Draft post", text=draft)
        reading.ask("rush", times=4)
    reading.rest()

    page = reading.read_when(lambda page: not cards(page))
    assert next(part for part in page if part.called == "Draft post").text == "Fine."
