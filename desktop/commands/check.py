"""`soundpost check`: check one draft, or a stream of them, in the terminal."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from checks.detectors import Detector
from checks.dismissals import read_fingerprints
from checks.engine import Engine
from checks.errors import DraftError, OccasionError, SoundpostError
from checks.model import MAX_CHARACTERS, Account, Closeness, Draft, Layer, Occasion
from checks.openings import answering
from checks.packs.loading import load_packs
from checks.results import as_result
from desktop.commands.writing import write_openings, write_report
from desktop.language import language_detector
from desktop.packs import packs_in_use
from desktop.policy.policy import Policy
from desktop.policy.reading import read_policy
from desktop.reply.openings import installed_openings
from desktop.terms import stored_terms
from desktop.wording import wording_detector

_LAYERS = (Layer.INSTANT, Layer.WORDING)
_MOST_BYTES = 4 * MAX_CHARACTERS
_LINE_KEYS = ("id", "text", "account", "country", "election_period", "reply_to", "closeness")


class InputError(SoundpostError):
    """Say that an input cannot be read, and what to do."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the subcommand its words."""
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the draft, UTF-8 text; - reads standard input (default)"
    )
    parser.add_argument("--json", action="store_true", help="write the result as JSON (docs/result.schema.json)")
    parser.add_argument("--jsonl", metavar="FILE", help="check a JSON object a line, - for standard input; writes one a line")
    parser.add_argument("--account", choices=[account.value for account in Account], default=Account.PRIVATE.value)
    parser.add_argument(
        "--country", metavar="uk|nz|au|ie|ca", help="whose rules and names hold (default: as your organisation set it, else uk)"
    )
    parser.add_argument("--election-period", action="store_true", help="an election period is on")
    parser.add_argument("--reply-to", metavar="TEXT", help="the message that the draft answers")
    parser.add_argument("--closeness", choices=[closeness.value for closeness in Closeness], default=Closeness.OTHER.value)
    parser.add_argument("--layers", default=",".join(_LAYERS), metavar="LAYERS", help="instant,wording,language or all")
    parser.add_argument("--considered", metavar="FILE", help="fingerprints of findings already considered, one a line")


def run(options: argparse.Namespace) -> int:
    """Check what the command line names."""
    policy = read_policy()
    layers = _allowed(_layers(options.layers), policy)
    occasion = Occasion(
        account=Account(options.account),
        country=options.country or policy.country or "uk",
        election_period=options.election_period,
        reply_to=options.reply_to,
        closeness=Closeness(options.closeness),
    )
    considered = read_fingerprints(_text(options.considered)) if options.considered else frozenset()
    with _engine(layers, policy) as engine:
        engine.country(occasion.country)
        if options.jsonl is not None:
            with _opened(options.jsonl) as lines:
                _check_lines(engine, lines, occasion, layers, considered, sys.stdout)
            return 0
        draft = Draft(_text(options.file))
        report = engine.check(draft, occasion, layers)
        explainer = engine.country(occasion.country).explainer
        if options.json:
            json.dump(as_result(draft, report, explainer, considered=considered), sys.stdout, ensure_ascii=False, indent=2)
            print()
        else:
            write_report(draft, report, explainer, considered, sys.stdout)
            if occasion.reply_to is not None:
                write_openings(answering(installed_openings(), {finding.rule for finding in report.findings}), sys.stdout)
    return 0


def run_on(text: str, out: TextIO) -> int:
    """Check a text with the layers that start at once, for people."""
    packs = load_packs()
    engine = Engine(packs, {Layer.WORDING: wording_detector(packs)})
    draft = Draft(text)
    write_report(draft, engine.check(draft, Occasion(), _LAYERS), engine.country("uk").explainer, frozenset(), out)
    return 0


def _allowed(wanted: Sequence[Layer], policy: Policy) -> Sequence[Layer]:
    """Return the layers that the organisation lets look, and name those that it does not."""
    left_out = [layer.value for layer in wanted if layer not in policy.layers]
    if left_out:
        _complain(f"Your organisation has switched off the layers {', '.join(left_out)}; the others look at the draft.")
    return [layer for layer in wanted if layer in policy.layers]


@contextmanager
def _engine(layers: Sequence[Layer], policy: Policy) -> Iterator[Engine]:
    packs = packs_in_use(policy.packs, policy.own_names)
    for problem in packs.problems:
        _complain(problem)
    instant = stored_terms(packs, _complain) if Layer.INSTANT in layers else ()
    further: dict[Layer, Detector] = {Layer.WORDING: wording_detector(packs)} if Layer.WORDING in layers else {}
    if Layer.LANGUAGE not in layers:
        yield Engine(packs, further, instant)
        return
    with language_detector(packs) as detector:
        yield Engine(packs, further | {Layer.LANGUAGE: detector}, instant)


def _complain(sentence: str) -> None:
    print(f"soundpost: {sentence}", file=sys.stderr)


def _layers(words: str) -> tuple[Layer, ...]:
    if words == "all":
        return tuple(Layer)
    names = {layer.value: layer for layer in Layer}
    unknown = [word for word in words.split(",") if word not in names]
    if unknown:
        raise InputError(f"There is no layer {unknown[0]!r}; use some of {','.join(names)}, or all.")
    return tuple(names[word] for word in words.split(","))


def _check_lines(
    engine: Engine, lines: BinaryIO, usual: Occasion, layers: Sequence[Layer], considered: frozenset[str], out: TextIO
) -> None:
    """Answer each line in its order; a line that cannot be checked is answered by a sentence and the run goes on."""
    number = 0
    while line := lines.readline(_MOST_BYTES):
        number += 1
        if not line.strip():
            continue
        try:
            draft_id, draft, occasion = _line(line, usual)
            report = engine.check(draft, occasion, layers)
            result = as_result(draft, report, engine.country(occasion.country).explainer, draft_id, considered)
        except (InputError, DraftError, OccasionError) as problem:
            result = {"line": number, "error": str(problem)}
        out.write(json.dumps(result, ensure_ascii=False))
        out.write("\n")
        out.flush()


def _line(line: bytes, usual: Occasion) -> tuple[str | None, Draft, Occasion]:
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise InputError(f"The line is not UTF-8 at byte {problem.start + 1}; save the file as UTF-8.") from None
    except (ValueError, RecursionError):
        raise InputError("The line is not a JSON object; write one object a line.") from None
    if not isinstance(values, dict):
        raise InputError("The line is not a JSON object; write one object a line.")
    for key in values:
        if key not in _LINE_KEYS:
            raise InputError(f"The line has a key that is not known; use some of {', '.join(_LINE_KEYS)}.")
    draft_id = _value(values, "id")
    text = _value(values, "text")
    if text is None:
        raise InputError("The line has no text; add the key text.")
    return (
        draft_id,
        Draft(text),
        Occasion(
            account=Account(_choice(values, "account", [account.value for account in Account], usual.account.value)),
            country=_value(values, "country") or usual.country,
            election_period=_flag(values, "election_period", usual.election_period),
            reply_to=_value(values, "reply_to") or usual.reply_to,
            closeness=Closeness(_choice(values, "closeness", [item.value for item in Closeness], usual.closeness.value)),
        ),
    )


def _value(values: Mapping[str, object], key: str) -> str | None:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"The key {key} must be a text.")
    return value


def _choice(values: Mapping[str, object], key: str, choices: Sequence[str], default: str) -> str:
    value = _value(values, key) or default
    if value not in choices:
        raise InputError(f"The key {key} must be one of {', '.join(choices)}.")
    return value


def _flag(values: Mapping[str, object], key: str, default: bool) -> bool:
    value = values.get(key, default)
    if value is None:
        return default
    if not isinstance(value, bool):
        raise InputError(f"The key {key} must be true or false.")
    return value


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115  # closed below; only the opening may fail in a way we explain
    except OSError as problem:
        raise InputError(f"{name} cannot be opened ({problem.strerror}); check the name.") from None
    with file:
        yield file


def _text(name: str) -> str:
    where = "Standard input" if name == "-" else name
    with _opened(name) as file:
        try:
            data = file.read(_MOST_BYTES + 1)
        except OSError as problem:
            raise InputError(f"{where} cannot be read ({problem.strerror}); name a text file.") from None
    if len(data) > _MOST_BYTES:
        raise InputError(f"{where} is larger than Soundpost checks ({MAX_CHARACTERS:,} characters); check it in parts.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InputError(f"{where} is not UTF-8 text (byte {problem.start + 1}); save it as UTF-8 and try again.") from None
