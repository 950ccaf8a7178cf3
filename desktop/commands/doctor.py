"""`soundpost doctor`: say which parts work, which do not, and what to do about each."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version

from checks.engine import Engine
from checks.errors import LayerUnavailableError, SoundpostError
from checks.model import Draft, Layer, LayerState, Occasion
from checks.packs.loading import load_packs
from desktop.display import X_SOCKETS, has_display
from desktop.languagetool.home import find_installation
from desktop.languagetool.proofreader import LanguageTool
from desktop.lists.settings import read_settings
from desktop.packs import packs_in_use
from desktop.policy.policy import Policy, Source
from desktop.policy.reading import read_policy
from desktop.secrets import is_plain, is_switched_off
from desktop.terms import list_in_use
from desktop.wording import wording_detector

_PROBE = "He don't agree."
_SECONDS = 20.0
_START_SECONDS = 90.0  # a busy or slow computer works too, only later


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the program: how it fares, in a word and a sentence, and what to do where it does not work."""

    name: str
    state: LayerState
    note: str
    remedy: str = ""


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the subcommand its words."""
    parser.add_argument("--json", action="store_true", help="write the parts as JSON")


def run(options: argparse.Namespace) -> int:
    """Look at every part and write what was seen."""
    found = examine()
    if options.json:
        json.dump(
            {"version": version("soundpost"), "parts": [asdict(part) for part in found]}, sys.stdout, ensure_ascii=False, indent=2
        )
        print()
        return 0
    print(f"Soundpost {version('soundpost')}")
    for part in found:
        print(f"{part.name:<14} {part.state.value:<10} {part.note}")
        if part.remedy:
            print(f"{'':<25} {part.remedy}")
    return 0


def examine() -> tuple[Part, ...]:
    """Return how each part fares."""
    return tuple(parts())


def parts() -> Iterator[Part]:
    """Yield how each part fares, one after the other, as some take seconds; a part that stumbles is reported, never raised."""
    looks: Sequence[tuple[str, Callable[[], Part]]] = (
        ("rules", rules),
        ("java", java),
        ("languagetool", languagetool),
        ("wording model", wording_model),
        ("keyring", key_store),
        ("term list", term_list),
        ("policy", policy),
        ("display", display),
    )
    for name, look in looks:
        yield _look(name, look)


def rules() -> Part:
    """Load the packs and build every country's rules."""
    policy = read_policy()
    packs = packs_in_use(policy.packs, policy.own_names)
    engine = Engine(packs)
    problems = [*packs.problems, *(problem for country in packs.countries for problem in engine.country(country).problems)]
    engine.check(Draft("A first look."), Occasion())
    if problems:
        return Part("rules", LayerState.FAILED, problems[0], f"{len(problems)} in all; the other rules work.")
    return Part("rules", LayerState.OK, f"{len(packs.rules)} rules for {len(packs.countries)} countries are in use.")


def java() -> Part:
    """Ask Java for its version."""
    installation = find_installation()
    if installation.java is None:
        remedy = f"{installation.remedy[:1].upper()}{installation.remedy[1:]}."
        return Part("java", LayerState.MISSING, "Java was not found.", remedy)
    told = subprocess.run(
        [installation.java, "-version"], capture_output=True, text=True, timeout=_SECONDS, check=True
    )  # our own Java
    return Part("java", LayerState.OK, told.stderr.splitlines()[0])


def languagetool() -> Part:
    """Start LanguageTool, let it look at a sentence of ours, and stop it."""
    service = LanguageTool(start_seconds=_START_SECONDS, answer_seconds=_SECONDS)
    try:
        service.start()
        found = service.matches(_PROBE, "uk")
    except LayerUnavailableError as problem:
        return Part("languagetool", LayerState(problem.state), str(problem))
    finally:
        service.close()
    if not found:
        return Part(
            "languagetool",
            LayerState.FAILED,
            "LanguageTool answered but noticed nothing in a faulty sentence.",
            "Install it anew.",
        )
    return Part("languagetool", LayerState.OK, "LanguageTool started and noticed a slip in a sentence of ours.")


def wording_model() -> Part:
    """Load the wording model and let it read a post of ours."""
    packs = load_packs()
    engine = Engine(packs, {Layer.WORDING: wording_detector(packs)})
    report = engine.check(Draft("A first look."), Occasion(), (Layer.WORDING,))
    if report.layers[Layer.WORDING] is not LayerState.OK:
        return Part("wording model", report.layers[Layer.WORDING], report.notes[Layer.WORDING])
    return Part("wording model", LayerState.OK, "The wording model read a post of ours.")


def key_store() -> Part:
    """Ask the system's key store for a key that is not there."""
    import keyring  # takes a tenth of a second, so it is loaded only here
    from keyring.errors import KeyringError

    why = ""
    try:
        keyring.get_password("soundpost", "doctor")
    except KeyringError:
        why = "No key store of this system can be used"
    name = keyring.get_keyring().name
    if is_switched_off():
        why = f"The key store is switched off ({name})"
    elif is_plain():
        why = f"The key store {name} writes keys into a plain file and is not used"
    if why:
        remedy = "Install or unlock the system's key store (on Linux: GNOME Keyring or KWallet)."
        return Part("keyring", LayerState.MISSING, f"{why}, so nothing is kept between sessions.", remedy)
    return Part("keyring", LayerState.OK, f"The key store {name} answers.")


def term_list() -> Part:
    """Look at the stored list of terms: which version it is, how old, and whether it is as it was written."""
    settings = read_settings()
    if settings is None:
        return Part("term list", LayerState.NOT_ASKED, "No shared list of terms is set.")
    use = list_in_use(settings)
    use.load()
    if use.matcher() is None:
        return Part("term list", LayerState.FAILED, use.status, "Run `soundpost terms fetch`.")
    return Part("term list", LayerState.OK, use.status)


def policy() -> Part:
    """Say what an organisation has set on this computer, and what of it cannot be used."""
    return policy_part(read_policy())


def policy_part(settled: Policy) -> Part:
    """Say how the policies stand."""
    if settled.ignored:
        more = f" ({len(settled.ignored)} in all)" if len(settled.ignored) > 1 else ""
        remedy = f"`soundpost policy show` names every one{more}; whoever looks after this computer can mend it."
        return Part("policy", LayerState.FAILED, settled.ignored[0], remedy)
    policies = sum(source.locks for source in settled.sources.values())
    defaults = sum(source is Source.ORGANISATION for source in settled.sources.values())
    if not policies and not defaults:
        return Part("policy", LayerState.NOT_ASKED, "No policy is set; every setting is yours.")
    return Part("policy", LayerState.OK, f"Settled by your organisation: {policies} locked, {defaults} as defaults.")


def display() -> Part:
    """Say whether a window can be shown."""
    if has_display(os.environ, sys.platform, X_SOCKETS):
        return Part("display", LayerState.OK, "A window can be shown.")
    return Part("display", LayerState.MISSING, "There is no display here.", "Use `soundpost check` in the terminal.")


def _look(name: str, look: Callable[[], Part]) -> Part:
    try:
        return look()
    except SoundpostError as problem:
        return Part(name, LayerState.FAILED, str(problem))
    except Exception as fault:  # noqa: BLE001  # a doctor that falls over helps nobody; no draft is near
        return Part(
            name, LayerState.FAILED, f"The look itself stumbled ({type(fault).__name__}).", "Report this with the words above."
        )
