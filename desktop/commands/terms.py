"""`soundpost terms`: make, keep and publish an organisation's list of terms, and set this computer up for one."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from checks.errors import SoundpostError
from checks.terms.reading import TermFile
from desktop.lists.settings import ListSettings, read_key, read_settings, write_settings

if TYPE_CHECKING:
    from desktop.lists.repository import Repository

_TERMS = "terms.csv"
_BUILT = Path("built") / "terms.bin"
_WARN_BEFORE = timedelta(days=5)


class TermsError(SoundpostError):
    """Say what keeps a command about terms from being done, and what to do."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the subcommand its words."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)

    def add(name: str, words: str, *places: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        for place in places:
            command.add_argument(place.lower(), metavar=place)
        return command

    new = add("new", "make a repository for a list: keys and root of trust", "FOLDER")
    for option, usual in (("root-keys", 3), ("root-threshold", 2), ("list-keys", 2), ("list-threshold", 2)):
        new.add_argument(f"--{option}", type=int, default=usual, metavar="N", help=f"(default {usual})")
    take = add("import", "take the terms of a file into a repository", "FILE")
    take.add_argument("--into", required=True, metavar="FOLDER")
    add("lint", "say what an admin should look at in a file of terms", "FILE")
    add("build", "seal the terms of a repository", "FOLDER")
    publish = add("publish", "sign what was built and put it in place", "FOLDER")
    publish.add_argument(
        "--sign", action="store_true", help="add the signatures of the keys here to the list that waits for them"
    )
    resign = add("resign", "give the published list a new date", "FOLDER")
    resign.add_argument("--root", action="store_true", help="give the root of trust a new date too")
    resign.add_argument("--replace", metavar="KEY", help="replace this key (root-1, targets-2, online-1) ...")
    resign.add_argument("--by", metavar="KEY", help="... by a new one of this name")
    add("inspect", "say how a repository stands", "FOLDER")
    for name in ("new", "publish", "resign", "inspect"):
        commands.choices[name].add_argument("--passphrase-file", metavar="FILE", help="what the private keys are encrypted with")
    enrol = add("enrol", "set this computer up for a list, and fetch it", "SOURCE")
    enrol.add_argument("--root", required=True, metavar="FILE", help="the list's root.json")
    enrol.add_argument("--key", required=True, metavar="FILE", help="the organisation.key")
    enrol.add_argument("--proxy", metavar="ADDRESS", help="the only way out, where there is one")
    add("fetch", "ask the source for the newest list now")


def run(options: argparse.Namespace) -> int:
    """Do what the command line names."""
    runs: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "new": _new,
        "import": _import,
        "lint": _lint,
        "build": _build,
        "publish": _publish,
        "resign": _resign,
        "inspect": _inspect,
        "enrol": _enrol,
        "fetch": _fetch,
    }
    try:
        return runs[options.command](options)
    except OSError as problem:
        where = problem.filename or "A file"
        raise TermsError(
            f"{where} cannot be read or written ({problem.strerror}); check the place, and that there is room."
        ) from None


def _now() -> datetime:
    return datetime.now(UTC)


def _repository(options: argparse.Namespace) -> "Repository":
    from desktop.lists.repository import Repository  # with tuf, a tenth of a second

    name = getattr(options, "passphrase_file", None)
    passphrase = Path(name).read_bytes().strip() if name else None
    return Repository(Path(options.folder), _now(), passphrase)


def _new(options: argparse.Namespace) -> int:
    from desktop.lists.repository import Plan

    repository = _repository(options)
    repository.make(Plan(options.root_keys, options.root_threshold, options.list_keys, options.list_threshold))
    print(f"{repository.folder} is ready.")
    print("Move the files root-*.pem in keys/ to where they are safe and offline; only a change of keys needs them.")
    print("Give every computer root.json and organisation.key, by policy or `soundpost terms enrol`.")
    return 0


def _read(name: str) -> TermFile:
    from desktop.lists.files import lines_of, read_term_file

    found = read_term_file(Path(name), _now().date())
    for line in lines_of(found.faults, name):
        print(line)
    return found


def _lint(options: argparse.Namespace) -> int:
    from checks.detectors.terms import KIND
    from checks.packs.loading import load_packs
    from checks.terms.linting import ordinary_terms
    from desktop.lists.files import lines_of

    found = _read(options.file)
    rules = [rule for rule in load_packs().rules if rule.match.kind != KIND]
    posts = [example.text for rule in rules for example in (*rule.flag, *rule.pass_)]
    for line in lines_of(ordinary_terms(found.terms, posts), options.file):
        print(line)
    print(f"{len(found.terms)} terms can be used.")
    return 0 if found.usable else 2


def _import(options: argparse.Namespace) -> int:
    from desktop.lists.files import write_term_file
    from desktop.lists.writing import write_whole

    found = _read(options.file)
    if not found.usable:
        raise TermsError(f"{options.file} was not taken in; mend the lines above and import it again.")
    write_whole(Path(options.into) / _TERMS, write_term_file(found.terms))
    print(f"{len(found.terms)} terms are in {options.into}; build and publish them.")
    return 0


def _build(options: argparse.Namespace) -> int:
    from desktop.lists.files import read_term_file
    from desktop.lists.writing import write_whole

    repository = _repository(options)
    terms = repository.folder / _TERMS
    found = read_term_file(terms, _now().date())
    if not found.usable:
        raise TermsError(f"{terms} cannot be built; import the terms again.")
    data = repository.build(found.terms)
    write_whole(repository.folder / _BUILT, data)
    print(f"{len(found.terms)} terms are sealed ({len(data):,} bytes).")
    return 0


def _publish(options: argparse.Namespace) -> int:
    repository = _repository(options)
    if not options.sign:
        terms, built = repository.folder / _TERMS, repository.folder / _BUILT
        if terms.exists() and (not built.exists() or built.stat().st_mtime < terms.stat().st_mtime):
            _build(options)
        missing = repository.publish(built.read_bytes())
    else:
        missing = repository.sign_staged()
    return _say_published(repository, missing)


def _say_published(repository: "Repository", missing: int) -> int:
    if missing:
        keys = "key" if missing == 1 else "keys"
        print(
            f"The list waits in staged/: {missing} more {keys} must sign it. Run `soundpost terms publish --sign` where they are."
        )
        return 0
    print("The list is published. Desktops fetch it within about an hour.")
    _warn(repository)
    return 0


def _resign(options: argparse.Namespace) -> int:
    repository = _repository(options)
    missing = 0
    if bool(options.replace) != bool(options.by):
        raise TermsError("Give both --replace and --by: the key that goes, and the name of the one that comes.")
    if options.replace:
        missing = repository.replace_key(options.replace, options.by)
        print(f"{options.replace} is replaced by {options.by}; destroy the old file once every computer has the new root.")
    elif options.root:
        repository.renew_root()
        print("The root of trust has a new date.")
    if repository.parts.targets is not None and not missing:
        missing = repository.resign()
    return _say_published(repository, missing)


def _inspect(options: argparse.Namespace) -> int:
    repository = _repository(options)
    for part in repository.standing():
        print(
            f"{part.role:<10} version {part.version:<4} until {part.expires:%Y-%m-%d}  {part.threshold} of {', '.join(part.keys)}"
        )
    _warn(repository)
    return 0


def _warn(repository: "Repository") -> None:
    for part in repository.standing():
        left = part.expires - _now()
        if left < _WARN_BEFORE:
            when = f"in {left.days} days" if left > timedelta(0) else f"on {part.expires:%Y-%m-%d}"
            command = "resign --root" if part.role == "root" else "resign"
            print(f"soundpost: {part.role} runs out {when}; run `soundpost terms {command}`.", file=sys.stderr)


def _enrol(options: argparse.Namespace) -> int:
    from desktop.lists.updating import ORGANISATION_KEY
    from desktop.secrets import Secrets

    source = options.source if "://" in options.source else str(Path(options.source).resolve())
    settings = ListSettings(source, Path(options.root).read_bytes(), None, options.proxy)
    key = read_key(Path(options.key).read_text(encoding="ascii", errors="replace"), options.key)
    if not Secrets().write(ORGANISATION_KEY, key):
        raise TermsError(
            "There is no key store here to keep the list's key in; unlock or install one, or set the key by policy (TermListKey)."
        )
    write_settings(settings)
    return _fetch(options)


def _fetch(_: argparse.Namespace) -> int:
    from desktop.terms import list_in_use

    settings = read_settings()
    if settings is None:
        raise TermsError("No list of terms is set for this computer; do that with `soundpost terms enrol`.")
    use = list_in_use(settings)
    answered = use.poll()
    print(use.status)
    return 0 if answered else 2
