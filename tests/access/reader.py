"""Read a program's window as a screen reader does: through the system's accessibility bus, in a process of its own.

Run by the system's Python, which has the bindings (python3-gi, gir1.2-atspi-2.0), within a D-Bus session and on an X server:
`reader.py PROGRAM ARGUMENT...` starts the program, takes a JSON object a line and answers each by `answer: ` and another.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # only once their version is chosen

_PATIENCE = 60_000  # milliseconds
_TEXTS = ("text", "entry", "paragraph")


class Reader:
    """Hold what was heard, and answer what is asked."""

    def __init__(self) -> None:
        """Listen to announcements before there is a program: one that starts later asks who listens, and speaks only to them."""
        Atspi.set_timeout(_PATIENCE, _PATIENCE)  # a program that takes a second on a busy machine is not given up
        self._program: subprocess.Popen[bytes] | None = None
        self._heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in ("object:announcement", "object:children-changed", "object:state-changed", "window"):
            if not self._listener.register(kind):
                raise SystemExit(f"the accessibility bus does not take a listener for {kind}")
        self._answers: Mapping[str, Callable[..., object]] = {
            "tree": self._tree,
            "rush": self._rush,
            "heard": lambda: self._heard,
            "press": self._press,
            "activate": self._activate,
            "write": self._write,
            "key": self._key,
        }

    def attend(self, program: subprocess.Popen[bytes]) -> None:
        """Read this program."""
        self._program = program

    def answer(self, line: str) -> object:
        """Do what one line asks for."""
        asked = json.loads(line)
        return self._answers[asked.pop("do")](**asked)

    def _hear(self, event: Atspi.Event) -> None:
        if event.type.startswith("object:announcement"):
            self._heard.append(event.any_data)

    def _windows(self) -> Iterator[Atspi.Accessible]:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and self._program and application.get_process_id() == self._program.pid:
                application.clear_cache()
                yield from _children(application)

    def _tree(self) -> list[object]:
        return [_told(window) for window in self._windows()]

    def _rush(self, times: int) -> None:
        """Read all of it again and again, whatever goes on meanwhile: parts that are asked for may be gone."""
        for _ in range(times):
            with suppress(GLib.Error):
                self._tree()

    def _find(self, name: str, roles: tuple[str, ...] = ()) -> Atspi.Accessible:
        for window in self._windows():
            for node in _all(window):
                if node.get_name() == name and (not roles or node.get_role_name() in roles):
                    return node
        raise LookupError(name)

    def _press(self, name: str) -> bool:
        node = self._find(name, ("push button", "radio button", "check box", "menu item", "link"))
        actions = [node.get_action_name(index) for index in range(node.get_n_actions())]
        wanted = next(action for action in ("Press", "Toggle", "Check", "click") if action in actions)
        return bool(node.do_action(actions.index(wanted)))

    def _activate(self, title: str) -> bool:
        """Give a window the keyboard, as a window manager would; there is none here."""
        return not _person("search", "--sync", "--onlyvisible", "--name", f"^{title}$", "windowfocus", "--sync")

    def _write(self, name: str, text: str) -> bool:
        return bool(self._find(name, _TEXTS).set_text_contents(text))

    def _key(self, name: str) -> bool:
        return not _person("key", name)


def _person(*does: str) -> int:
    """Do what only a person's hands can do."""
    return subprocess.run(["xdotool", *does], stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode


def _children(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def _all(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    yield node
    for child in _children(node):
        yield from _all(child)


def _told(node: Atspi.Accessible) -> dict[str, object]:
    """Return what a screen reader is told about a part and, if it is in view, about all within it."""
    states = [state.value_nick for state in node.get_state_set().get_states()]
    role = node.get_role_name()
    labels = [
        relation.get_target(index).get_name()
        for relation in node.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for index in range(relation.get_n_targets())
    ]
    written = node.get_text_iface() if role in _TEXTS else None
    return {
        "role": role,
        "name": node.get_name(),
        "description": node.get_description(),
        "labels": labels,
        "states": states,
        "text": Atspi.Text.get_text(written, 0, -1) if written is not None else None,
        "children": [_told(child) for child in _children(node)] if "showing" in states or role == "application" else [],
    }


def main(command: list[str]) -> None:
    """Start the program and answer until stdin is closed."""
    reader = Reader()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr) as program:
        reader.attend(program)
        loop = GLib.MainLoop()

        def take(_source: int, _condition: object) -> bool:
            line = sys.stdin.readline()
            if not line:
                loop.quit()
                return False
            try:
                answer = {"is": reader.answer(line)}
            except (GLib.Error, LookupError, StopIteration) as problem:
                answer = {"problem": f"{type(problem).__name__}: {problem}"}
            sys.stdout.write(f"answer: {json.dumps(answer)}\n")
            sys.stdout.flush()
            return True

        GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, take)
        loop.run()
        program.kill()


main(sys.argv[1:])
