"""The packs in use: those that come with the program, and those of the folders that an organisation names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from checks.errors import PackError
from checks.packs.lists import missing_lists
from checks.packs.loading import Packs, load_pack, load_packs
from checks.packs.rules import Pack

OWN = "own_organisation"  # the list of words for the writer's own organisation


def packs_in_use(folders: Sequence[str] = (), own_names: Sequence[str] = ()) -> Packs:
    """Return all packs; one from elsewhere that does not bear out its own examples is left out whole, and named.

    `own_names` are what people call the organisation: to the rules they mean the same as "my department".
    """
    packs = load_packs()
    for place in folders:
        packs = _joined(packs, place)
    return _knowing(packs, own_names)


def _knowing(packs: Packs, own_names: Sequence[str]) -> Packs:
    # An @ is no part of a word, and braces would name another list.
    names = tuple(name for name in (given.strip().lstrip("@#").casefold() for given in own_names) if name and "{" not in name)
    if not names:
        return packs
    return replace(packs, packs=tuple(_with_names(pack, names) for pack in packs.packs))


def _with_names(pack: Pack, names: tuple[str, ...]) -> Pack:
    if OWN not in pack.lists:
        return pack
    known = pack.lists[OWN]
    return replace(pack, lists={**pack.lists, OWN: replace(known, words=(*known.words, *names))})


def _joined(packs: Packs, place: str) -> Packs:
    problems: list[str] = []
    kept = list(packs.packs)
    for folder in _pack_folders(Path(place), problems):
        faults: list[str] = []
        try:
            pack = load_pack(folder, faults)
        except PackError as problem:
            problems.append(str(problem))
            continue
        faults += _clashes(pack, kept) or _disproofs(pack, kept)
        if faults:
            problems.append(f"{folder}: the pack is not used. {faults[0]}")
        else:
            kept.append(pack)
    return Packs(tuple(kept), (*packs.problems, *problems))


def _pack_folders(place: Path, problems: list[str]) -> Iterator[Path]:
    """Yield the packs in a folder, or the folder itself where it is one."""
    if (place / "pack.toml").is_file():
        yield place
        return
    try:
        folders = sorted(entry for entry in place.iterdir() if (entry / "pack.toml").is_file())
    except OSError as problem:
        problems.append(f"{place}: the folder with further packs cannot be read ({problem.strerror}); check the policy Packs.")
        return
    if not folders:
        problems.append(f"{place}: there is no pack in this folder; a pack is a folder with a pack.toml.")
    yield from folders


def _clashes(pack: Pack, others: Sequence[Pack]) -> Sequence[str]:
    taken = {rule.id: rule.file for other in others for rule in other.rules}
    twice = [
        f"{rule.file}, line 1, id: {rule.id} stands in {taken[rule.id]} already; give this rule another id."
        for rule in pack.rules
        if rule.id in taken
    ]
    return [*twice, *(sentence for sentence in missing_lists([*others, pack]) if sentence not in missing_lists(others))]


def _disproofs(pack: Pack, others: Sequence[Pack]) -> Sequence[str]:
    from checks.packs.proving import disproofs  # only who has packs of their own needs it

    # Its rules are tried without those of others: a rule answers for itself.
    alone = [replace(other, rules=()) for other in others]
    return list(disproofs(Packs((*alone, pack)), pack.rules))
