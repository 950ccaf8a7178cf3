"""Make the patterns of the rules ready, so that no start has to look them over: `python -m installer.patterns.prepare [FILE]`.

Run by installer/setup/setup.sh whenever rules, word lists or what reads them changed, and for each package by the Python in it.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checks.detectors.conditions import looked_over
from checks.detectors.prepared import NAME, Texts, written
from checks.packs.loading import Packs, load_packs
from checks.packs.rules import Rule

FILE = Path(__file__).parents[2] / "resources" / "packs" / NAME
Pattern = tuple[str, Sequence[Texts]]


def main(arguments: Sequence[str]) -> int:
    """Write the file; it is there whole or not at all."""
    file = Path(arguments[0]) if arguments else FILE
    rules = ready(load_packs())
    new = file.with_suffix(".new")
    new.write_bytes(written(rules))
    new.replace(file)
    print(f"{sum(map(len, rules)):,} patterns of the rules are ready: {file.stat().st_size / 1e6:.1f} MB")
    return 0


def ready(packs: Packs) -> Sequence[Mapping[str, Pattern]]:
    """Return, for each rule of each country, its patterns by key: with lists written out, and what they need."""
    found: list[Mapping[str, Pattern]] = []
    known: set[str] = set()
    for country in packs.countries:
        chosen = packs.for_country(country)
        for rule in chosen.rules:
            own = (looked_over(rule, text, chosen.lists) for text in _patterns(rule))
            patterns = {key: (text, needs) for key, text, needs in own if key not in known}
            known |= patterns.keys()
            found += [patterns] if patterns else []
    return found


def _patterns(rule: Rule) -> Iterator[str]:
    """Yield all that is written as a pattern in a rule: what leads to it, what must be there too, and what keeps it quiet."""
    if rule.match.kind == "pattern":
        yield from rule.match.any
    excepted = rule.exceptions
    yield from (*rule.match.also, *rule.match.reply, *excepted.here, *excepted.sentence, *excepted.post)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
