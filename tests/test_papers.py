"""What the papers say of the program is so: their links, the tests, commands, keys and messages that they name."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.model import LayerState
from checks.packs.loading import load_packs
from checks.packs.proving import disproofs
from desktop.commands import doctor, main

PAPERS = ("*.md", "docs/**/*.md", "installer/**/README.md", "requirements/*.md", "tests/**/*.md", "resources/wording/*.md")
COMMAND = re.compile(r"(?:^|[`|&(] ?|\b(?:sudo|person) |run )soundpost ([a-z]+)(?: ([a-z]+))?(?= |`|$|\))(.*)", re.MULTILINE)
NESTED = ("terms", "policy")
FRAGMENT = 9  # letters of a message that are looked for; shorter pieces between what differs stand anywhere


def papers(root: Path) -> list[Path]:
    return sorted({path for pattern in PAPERS for path in root.glob(pattern)})


def code_of(text: str) -> str:
    """Return what stands in code: indented or fenced blocks, and words in backquotes, each on a line of its own."""
    blocks = re.findall(r"^(?: {4}|\t)(.*)$", text, re.MULTILINE) + re.findall(
        r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL
    )
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])


def anchors_of(paper: Path) -> set[str]:
    """Return the anchors that a paper's headings have where it is shown."""
    heads = re.findall(r"^#+ (.+)$", paper.read_text(encoding="utf-8"), re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", head).lower() for head in heads)
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in plain}


def lost_links(paper: Path) -> list[str]:
    lost = []
    for target in re.findall(r"\]\(([^)\s]+)[^)]*\)", paper.read_text(encoding="utf-8")):
        place, _, anchor = target.partition("#")
        file = paper.parent / place if place else paper
        if "://" in target or target.startswith(("mailto:", "guide:")):
            continue
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors_of(file)):
            lost.append(f"{paper.name}: {target}")
    return lost


def commands_in(text: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the commands that stand in code, each with its options."""
    for first, second, rest in COMMAND.findall(code_of(text)):
        words = (first, second) if second and first in NESTED else (first,)
        yield words, tuple(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest.partition("#")[0].partition(" | ")[0]))


def sentences_of(root: Path) -> str:
    """Return every text of the program's code, a line each, with … for whatever is put in."""
    found = []
    for path in [*(root / "desktop").rglob("*.py"), *(root / "checks").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found.append("".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(re.sub(r"\{\w*\}", "…", node.value))
    return "\n".join(found)


def test_the_rule_that_contributing_shows_is_a_good_rule(root: Path, tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", (root / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    packs = shutil.copytree(root / "resources" / "packs", tmp_path / "packs")
    (packs / "core" / "tone").mkdir(exist_ok=True)
    (packs / "core" / "tone" / "from-contributing.toml").write_text(shown[1], encoding="utf-8")

    loaded = load_packs(packs)
    rule = next((rule for rule in loaded.rules if rule.file.endswith("from-contributing.toml")), None)

    assert rule is not None, loaded.problems
    assert list(disproofs(loaded, [rule])) == []


def test_every_link_and_picture_within_the_papers_leads_somewhere(root: Path) -> None:
    assert [link for paper in papers(root) for link in lost_links(paper)] == []


def test_a_link_that_leads_nowhere_would_be_found(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("# One, two…\n[a](#one-two) [b](#three) ![c](c.png) [d](paper.md#one-two) [e](https://example.org/x#y)\n")

    assert lost_links(paper) == ["paper.md: #three", "paper.md: c.png"]


def test_every_test_that_a_paper_names_is_there(root: Path) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("*.py"))
    known = set(re.findall(r"^def (test_\w+)", sources, re.MULTILINE))
    named = {
        (paper.name, name) for paper in papers(root) for name in re.findall(r"`(test_\w+)`", paper.read_text(encoding="utf-8"))
    }

    assert named
    assert sorted(name for name in named if name[1] not in known) == []


def test_every_file_that_a_paper_names_in_code_is_there(root: Path) -> None:
    folders = "checks|desktop|resources|installer|tests|docs|requirements"
    named = {
        (paper.name, name.rstrip("/"))
        for paper in papers(root)
        if paper.parent.name != "adr"  # decisions name what was weighed and not taken
        for name in re.findall(rf"`((?:{folders})/[\w./-]+)`", paper.read_text(encoding="utf-8"))
    }

    assert sorted(name for name in named if not (root / name[1]).exists()) == []


def test_papers_name_no_command_or_option_that_the_program_lacks(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named: dict[tuple[str, ...], set[str]] = {}
    for paper in papers(root):
        for words, options in commands_in(paper.read_text(encoding="utf-8")):
            named.setdefault(words, set()).update(options)
    assert named.keys() >= {("check",), ("doctor",), ("terms", "publish"), ("policy", "show")}

    for words, given in named.items():
        with pytest.raises(SystemExit) as told:  # a command that is unknown is answered by a sentence, and this is not raised
            main([*words, "--help"])
        assert told.value.code == 0, words
        assert given <= set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out)), words


def test_papers_name_no_target_that_the_makefile_lacks(root: Path) -> None:
    known = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        (paper.name, target)
        for paper in papers(root)
        for target in re.findall(r"(?:^|\n) *make ([a-z-]+)", code_of(paper.read_text(encoding="utf-8")))
    }

    assert {target for _, target in named} >= {"run", "test", "check"}
    assert sorted(name for name in named if name[1] not in known) == []


def test_the_user_guide_has_every_key_of_the_menus(root: Path) -> None:
    given = re.compile(r"menus\.(?:add|end_with)\([^\n]*\"((?:Ctrl\+|Shift\+|Alt\+)*(?:F\d+|[A-Z,]|Return))\"\)")
    keys = {key for path in (root / "desktop").rglob("*.py") for key in given.findall(path.read_text(encoding="utf-8"))}
    guide = (root / "docs" / "user" / "README.md").read_text(encoding="utf-8").partition("## Keyboard")[2].partition("\n## ")[0]

    assert {"F8", "Ctrl+R", "Ctrl+Shift+C"} <= keys
    assert sorted(key for key in keys if not re.search(rf"(?:\| |, ){re.escape(key)}(?: \||, )", guide)) == []


@pytest.fixture
def troubleshooting(root: Path) -> str:
    return (root / "docs" / "admin" / "troubleshooting.md").read_text(encoding="utf-8")


def test_every_part_that_doctor_names_has_its_section(troubleshooting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_look", lambda name, _look: doctor.Part(name, LayerState.OK, ""))
    parts = [part.name for part in doctor.examine()]

    assert parts
    assert [part for part in re.findall(r"^## (.+)$", troubleshooting, re.MULTILINE) if part in parts] == parts


def test_every_state_that_doctor_tells_is_explained(troubleshooting: str) -> None:
    assert [state for state in LayerState if f"| `{state.value}` |" not in troubleshooting] == []


def test_every_message_that_is_explained_is_one_of_the_program(root: Path, troubleshooting: str) -> None:
    known = sentences_of(root)
    rows = [line.split(" | ")[0] for line in troubleshooting.splitlines() if line.startswith("| `")]
    messages = [message for row in rows for message in re.findall(r"`([^`]+)`", row) if message.endswith(("…", ".", ")", "?"))]
    pieces = [piece.strip(" .()") for message in messages for piece in re.split(r"…|[,;:] | \(| is not ", message)]

    assert len(messages) > 40
    assert sorted({piece for piece in pieces if len(piece) >= FRAGMENT and piece not in known}) == []
