"""Write the reference of all rules, docs/rules/, from the rule files: `make docs`; `--check` says whether it is stale.

python installer/docs/rule_reference.py [--check]
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checks.model import Account, Category, Level
from checks.packs.loading import load_packs
from checks.packs.rules import Example, Rule

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
_TITLES: Mapping[str, str] = {
    **{category.value: category.value.replace("-", " ").capitalize() for category in Category},
    "strength": "Strengths",
}
_HEAD = "<!-- Written by `make docs` from the rule files. Change those, not this page. -->\n\n"


def pages(rules: Sequence[Rule]) -> Mapping[str, str]:
    """Return every page of the reference: its file name and its text."""
    groups = {group: [rule for rule in rules if rule.id.partition(".")[0] == group] for group in _TITLES}
    written = {
        f"{group}.md": _page(group, sorted(members, key=lambda rule: rule.id)) for group, members in groups.items() if members
    }
    return {"README.md": _index(groups), **written}


def stale(folder: Path, wanted: Mapping[str, str]) -> Sequence[str]:
    """Return the names of pages that are missing, out of date, or of no use any more."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in {*there, *wanted} if there.get(name) != wanted.get(name))


def _index(groups: Mapping[str, Sequence[Rule]]) -> str:
    lines = [_HEAD + "# All rules\n", "| what it is about | rules | pause | consider | note |", "| --- | --- | --- | --- | --- |"]
    for group, rules in groups.items():
        counts = [sum(rule.level is level and not rule.is_strength for rule in rules) for level in sorted(Level, reverse=True)]
        lines.append(f"| [{_TITLES[group]}]({group}.md) | {len(rules)} | {' | '.join(map(str, counts))} |")
    return "\n".join([*lines, "", "How a rule file is written: [adding a rule](../adding-a-rule.md).", ""])


def _page(group: str, rules: Sequence[Rule]) -> str:
    return _HEAD + f"# {_TITLES[group]}\n\n" + "\n".join(line for rule in rules for line in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.title}\n"
    yield f"`{rule.id}` · {_where(rule)}\n"
    yield f"**{rule.message}**" + (f" {rule.why}" if rule.why else "") + "\n"
    if rule.ask:
        yield f"*{rule.ask}*\n"
    yield from (f"- Try: {suggestion}" for suggestion in rule.try_)
    yield from _in_place(rule)
    source = f"{rule.source.title}, {rule.source.section}"
    yield f"\nSource: {f'[{source}]({rule.source.url})' if rule.source.url else source}\n"
    yield from _examples("Noticed", rule.flag)
    yield from _examples("Quiet", rule.pass_)
    yield from _examples("Noticed though it need not be", rule.known)


def _in_place(rule: Rule) -> Iterator[str]:
    pairs = [f"{old} → {new or '(left out)'}" for old, new in rule.replace.words.items()]
    if rule.replace.by:
        pairs.append(f"any words: {rule.replace.by}")
    if pairs:
        yield f"\nPut in place: {'; '.join(pairs)}"


def _where(rule: Rule) -> str:
    accounts = "both accounts" if len(rule.accounts) == len(Account) else f"{next(iter(rule.accounts)).value} account"
    pack = rule.file.partition("/")[0]
    facts = [f"only with {fact.replace('_', ' ')}" for fact, wanted in rule.when.items() if wanted]
    levels = [f"{level.word if level else 'silent'} when {fact.replace('_', ' ')}" for fact, level in rule.level_when.items()]
    levels += ["stays at pause whatever a person turns off"] if rule.stays_because else []
    strength = "strength" if rule.is_strength else rule.level.word
    principles = ", ".join(principle.value for principle in rule.principles)
    return " · ".join([strength, principles, accounts, *([] if pack == "core" else [f"{pack} only"]), *facts, *levels])


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if examples:
        yield f"{title}:\n"
        yield from (f"> {_quoted(example)}\n" for example in examples)


def _quoted(example: Example) -> str:
    text = example.text
    if example.marked is not None:
        start, end = example.marked
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    plain = text.replace("<", "&lt;").replace("\n", "<br>")
    return f"{plain} *({example.why})*" if example.why else plain


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or say which are stale."""
    wanted = pages(load_packs().rules)
    names = stale(FOLDER, wanted)
    if "--check" in arguments:
        for name in names:
            print(f"docs/rules/{name} is stale; run `make docs`.")
        return 1 if names else 0
    FOLDER.mkdir(exist_ok=True)
    for name in names:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
