"""Write the guide's page for somebody's manager from rules, measurements and tests: `make docs`; `--check` says if it is stale.

python -m installer.docs.manager_page [--check]
"""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from checks.model import Category, Level
from checks.packs.loading import Packs, load_packs
from checks.packs.rules import Rule

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "resources" / "guide" / "for-your-manager.md"
TEMPLATE = Path(__file__).with_name("manager_page.md")
RESULTS = ROOT / "installer" / "wording" / "results.jsonl"
INCIDENTS = ROOT / "tests" / "incidents" / "incidents.toml"
SYMMETRY = ROOT / "tests" / "symmetry" / "test_symmetry.py"
_SHIPPED = "built"
_PLACE = re.compile(r"<<([^>]+)>>")


class StaleFactError(Exception):
    """Say which fact of the page has nothing to stand on any more."""


def page(packs: Packs, root: Path = ROOT) -> str:
    """Return the page, or raise `StaleFactError`."""
    facts = {**_of_rules(packs), **_of_cases(), **_of_model()}

    def filled(place: re.Match[str]) -> str:
        name = place[1]
        return proof(name, root) if "::" in name else facts[name]

    return _PLACE.sub(filled, TEMPLATE.read_text(encoding="utf-8"))


def proof(test: str, root: Path = ROOT) -> str:
    """Return the name of a test as a phrase, or raise `StaleFactError` where there is no such test."""
    file, _, name = test.partition("::")
    path = root / file
    functions = ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if path.is_file() else ()
    if not any(isinstance(part, ast.FunctionDef) and part.name == name for part in functions):
        raise StaleFactError(f"{TEMPLATE.name} rests on {test}, and there is no such test.")
    return name.removeprefix("test_").replace("_", " ")


def _of_rules(packs: Packs) -> Mapping[str, str]:
    about = [rule for rule in packs.rules if not rule.is_strength]
    return {
        "rules": f"{len(packs.rules)}",
        "table": _table(about, sum(rule.is_strength for rule in packs.rules)),
        "examples": f"{sum(len(rule.flag) + len(rule.pass_) for rule in packs.rules):,}",
        "countries": ", ".join(sorted(packs.countries.values())),
    }


def _table(rules: Sequence[Rule], strengths: int) -> str:
    lines = ["| What it is about | Rules | Pause | Consider | Note |", "| --- | --- | --- | --- | --- |"]
    for category in Category:
        own = [rule for rule in rules if rule.category is category]
        counts = [sum(rule.level is level for rule in own) for level in sorted(Level, reverse=True)]
        name = category.value.replace("-", " ").capitalize()
        lines.append(f"| {name} | {len(own)} | {' | '.join(map(str, counts))} |")
    return "\n".join([*lines, f"| Strengths | {strengths} | | | |"])


def _of_cases() -> Mapping[str, str]:
    cases = tomllib.loads(INCIDENTS.read_text(encoding="utf-8"))["case"]
    least = re.search(r"^LEAST_PAIRS = ([\d_]+)", SYMMETRY.read_text(encoding="utf-8"), re.MULTILINE)
    if least is None:
        raise StaleFactError(f"{SYMMETRY.name} no longer says how many pairs there are at least.")
    return {"cases": f"{len(cases)}", "pairs": f"{int(least[1]):,}"}


def _of_model() -> Mapping[str, str]:
    runs = [json.loads(line) for line in RESULTS.read_text(encoding="utf-8").splitlines()]
    shipped = [run for run in runs if run["name"].partition(":")[0] == _SHIPPED]
    if not shipped:
        raise StaleFactError(f"{RESULTS.name} holds no run named {_SHIPPED!r}.")
    run = shipped[-1]
    return {
        "posts": f"{run['posts']:,}",
        "voices": f"{run['voices']}",
        "recall": f"{run['dev']['recall']:.0%}".replace("%", " %"),
        "precision": f"{run['dev']['precision']:.0%}".replace("%", " %"),
    }


def main(arguments: Sequence[str]) -> int:
    """Write the page, or say that it is stale."""
    try:
        now = page(load_packs())
    except StaleFactError as problem:
        print(problem, file=sys.stderr)
        return 1
    if "--check" in arguments:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != now:
            print(f"resources/guide/{PAGE.name} is stale; run `make docs` and read the difference.", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(now, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
