"""The pages of the guide: Markdown with a head of TOML that says what a page is called and which rules lead to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from checks.errors import PackError
from checks.packs.tables import parse_table

MANAGER = "for-your-manager"
_FENCE = "+++"
_KEYS = ("title", "summary", "order", "also", "rules")
_POINT = re.compile(r"^[ \t]*(?:#+|[-*>]|\d+\.|\|)[ \t]+")
_RULE = re.compile(r"[a-z-]+\.(?:[a-z0-9-]+|\*)")


@dataclass(frozen=True)
class Page:
    """One page; `also` are words that people may look for, `rules` the rules, or whole groups of them, that lead here."""

    key: str
    title: str
    summary: str
    order: int
    also: tuple[str, ...]
    rules: tuple[str, ...]
    body: str

    @property
    def markdown(self) -> str:
        """Return the page as it is shown, under its title."""
        return f"# {self.title}\n\n{self.body}"

    @cached_property
    def plain(self) -> str:
        """Return the words of the page without the signs of Markdown, a paragraph a line."""
        lines = []
        for block in re.split(r"\n[ \t]*\n", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", self.body)):
            own = [_plain_line(line) for line in block.splitlines()]
            # Points and rows stand for themselves; the lines of a paragraph belong together.
            joint = "\n" if _POINT.match(block) else " "
            lines.append(joint.join(line for line in own if line))
        return "\n".join(lines)


def _plain_line(line: str) -> str:
    words = _POINT.sub("", line).replace("*", "").replace("`", "").strip(" |>")
    return "" if set(words) <= set("-| ") else words.replace(" | ", ": ")


class Guide:
    """All pages in their order, and the way from a rule to its page; `problems` are about pages that could not be read."""

    def __init__(self, pages: Sequence[Page], problems: Sequence[str] = ()) -> None:
        """Take the pages."""
        self.pages = tuple(sorted(pages, key=lambda page: (page.order, page.key)))
        self.problems = tuple(problems)
        self._by_key = {page.key: page for page in self.pages}
        self._by_rule = {rule: page for page in self.pages for rule in page.rules}

    def page(self, key: str) -> Page | None:
        """Return a page by its key."""
        return self._by_key.get(key)

    def page_about(self, rule: str) -> Page | None:
        """Return the page that a rule leads to: its own, or else that of its group."""
        return self._by_rule.get(rule) or self._by_rule.get(f"{rule.partition('.')[0]}.*")


def load_guide(folder: Traversable | None = None) -> Guide:
    """Read the pages of a folder, those of the program by default; one that cannot be read is left out and named."""
    root = folder if folder is not None else files("resources") / "guide"
    pages, problems = [], []
    for entry in sorted(root.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".md"):
            try:
                pages.append(read_page(entry.read_text(encoding="utf-8"), entry.name))
            except UnicodeDecodeError:
                problems.append(f"{entry.name}: is not UTF-8 text; save it as UTF-8.")
            except PackError as problem:
                problems.append(str(problem))
    return Guide(pages, problems)


def read_page(text: str, file: str) -> Page:
    """Return the page of a file, or raise `PackError` with file, line and key."""
    _, head, body = [*text.split(f"{_FENCE}\n", 2), "", ""][:3]
    if not text.startswith(f"{_FENCE}\n") or not body.strip():
        raise PackError(f"{file}, line 1: begins with a head between two lines of {_FENCE}, and goes on with the page.")
    top = parse_table(head, file)
    top.only(_KEYS)
    order = top.value("order") if top.has("order") else None
    if not isinstance(order, int):
        raise top.fail("order", "must be a number: where the page stands in the list")
    rules = top.texts("rules")
    for rule in rules:
        if not _RULE.fullmatch(rule):
            raise top.fail("rules", f"does not know {rule!r}; write the id of a rule, or of a group as group.*")
    return Page(
        key=file.removesuffix(".md"),
        title=top.text("title"),
        summary=top.text("summary"),
        order=order,
        also=top.texts("also"),
        rules=rules,
        body=body.strip(),
    )
