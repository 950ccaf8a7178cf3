"""Read packs from their folders: the one place of checks/ that opens files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from checks.errors import OccasionError, PackError
from checks.packs.lists import join_lists, missing_lists
from checks.packs.rules import Pack, Rule, RuleSet, WordList
from checks.packs.schema import read_pack, read_rule, read_word_list


@dataclass(frozen=True, slots=True)
class Packs:
    """All packs of this run; `problems` are the sentences about files that could not be used."""

    packs: tuple[Pack, ...]
    problems: tuple[str, ...] = ()

    @property
    def countries(self) -> Mapping[str, str]:
        """Return the known countries: key and title."""
        return {pack.country: pack.title for pack in self.packs if pack.country}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the rules of all packs."""
        return tuple(rule for pack in self.packs for rule in pack.rules)

    def for_country(self, country: str) -> RuleSet:
        """Return what holds for a country, or raise `OccasionError` naming the countries there are."""
        if country not in self.countries:
            raise OccasionError(f"There is no pack for the country {country!r}; use one of {', '.join(sorted(self.countries))}.")
        chosen = [pack for pack in self.packs if pack.country in (None, country)]
        return RuleSet(
            country=country,
            rules=tuple(rule for pack in chosen for rule in pack.rules),
            lists=join_lists(chosen, self.packs),
            principles=next(pack.principles for pack in chosen if pack.country == country),
            versions=MappingProxyType({pack.name: pack.version for pack in chosen}),
        )


def load_packs(folder: Traversable | None = None) -> Packs:
    """Read every pack of a folder (those that come with the program by default).

    A file that cannot be used is left out and named in `problems`, so that one broken rule silences only itself.
    """
    root = folder if folder is not None else files("resources") / "packs"
    proved = folder is None
    problems: list[str] = []
    packs = []
    for entry in sorted(root.iterdir(), key=lambda item: item.name):
        if (entry / "pack.toml").is_file():
            try:
                packs.append(load_pack(entry, problems, proved=proved))
            except PackError as error:
                problems.append(str(error))
    problems += missing_lists(packs)
    return Packs(_unique(packs, problems), tuple(problems))


def load_pack(folder: Traversable, problems: list[str], *, proved: bool = False) -> Pack:
    """Read one pack folder; sentences about files left out are added to `problems`."""
    text = _text(folder / "pack.toml", f"{folder.name}/pack.toml")
    country = read_pack(text, f"{folder.name}/pack.toml").country
    lists: list[WordList] = []
    rules: list[Rule] = []
    for group in sorted(folder.iterdir(), key=lambda item: item.name):
        if not group.is_dir() or group.name.startswith(("_", ".")):
            continue
        for entry in sorted(group.iterdir(), key=lambda item: item.name):
            if not entry.name.endswith(".toml"):
                continue
            name = f"{folder.name}/{group.name}/{entry.name}"
            try:
                if group.name == "words":
                    lists.append(read_word_list(_text(entry, name), name))
                else:
                    rules.append(replace(read_rule(_text(entry, name), name, country), proved=proved))
            except PackError as error:
                problems.append(str(error))
    return read_pack(text, f"{folder.name}/pack.toml", lists, rules)


def _unique(packs: list[Pack], problems: list[str]) -> tuple[Pack, ...]:
    """Leave out a second rule of the same id: an id never means two things."""
    seen: dict[str, str] = {}
    kept = []
    for pack in packs:
        rules = []
        for rule in pack.rules:
            if rule.id in seen:
                problems.append(
                    f"{rule.file}, line 1, id: {rule.id} stands in {seen[rule.id]} already; give this rule another id."
                )
            else:
                seen[rule.id] = rule.file
                rules.append(rule)
        kept.append(replace(pack, rules=tuple(rules)))
    return tuple(kept)


def _text(entry: Traversable, name: str) -> str:
    try:
        return entry.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError(f"{name}, byte {error.start + 1}: is not UTF-8 text; save it as UTF-8.") from None
    except OSError as error:
        raise PackError(f"{name}: cannot be read ({error.strerror}); check that it is there and readable.") from None
