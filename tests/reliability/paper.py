"""Write what a run has shown into its own section of docs/reliability.md, and leave the other sections as they are."""

import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAPER = ROOT / "docs" / "reliability.md"
ORDER = ("soak", "faults", "fuzz", "privacy")
HEAD = """# Staying power

Written by `make soak`, `make faults`, `make fuzz` and `make privacy`: each run replaces its own section. What fell short in a run stands
in its section as it was.
"""


def with_section(paper: str, name: str, body: str) -> str:
    """Return a paper in which one section is new; sections stand in a fixed order, whichever run comes first."""
    sections = dict(re.findall(r"<!-- (\w+) -->\n(.*?)\n<!-- end -->", paper, re.DOTALL))
    sections[name] = body.strip()
    known = [key for key in ORDER if key in sections]
    return "\n".join([HEAD, *(f"<!-- {key} -->\n{sections[key]}\n<!-- end -->\n" for key in known)])


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell).replace('|', '/') for cell in line)} |" for line in lines)


def machine() -> str:
    """Say on what a run was made, and when."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    versions = f"Python {platform.python_version()}, PySide6 {version('PySide6_Essentials')}"
    kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, load {load}"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {kind}; {versions}."


def publish(name: str, title: str, body: str, paper: Path = PAPER) -> None:
    """Print a section and put it into the paper."""
    section = f"## {title}\n\n{machine()}\n\n{body.strip()}"
    print(f"\n{section}\n", flush=True)
    before = paper.read_text(encoding="utf-8") if paper.exists() else ""
    paper.write_text(with_section(before, name, section), encoding="utf-8")
