"""Prove a rule by its own examples: what it must find, to the letter, and where it must stay quiet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.detectors.terms import KIND, proving_detector
from checks.engine import Engine
from checks.errors import SoundpostError
from checks.model import Draft, Layer
from checks.packs.loading import Packs
from checks.packs.rules import Example, Pack, Rule


def disproofs(packs: Packs, chosen: Sequence[Rule] | None = None) -> Iterator[str]:
    """Yield a sentence for each example that its rule does not bear out: file, line, and what came instead.

    Each rule is run alone, with the word lists of all packs; one about an organisation's terms, with those of `shown_with`. Rules
    of the wording and language layers are not run here: their models may be absent where packs are read.
    """
    for rule in packs.rules if chosen is None else chosen:
        if rule.match.kind not in ("wording", "language"):
            yield from _of_rule(rule, packs)


def _of_rule(rule: Rule, packs: Packs) -> Iterator[str]:
    instant = (proving_detector(rule),) if rule.match.kind == KIND else ()
    engine = Engine(Packs(tuple(_only(pack, rule) for pack in packs.packs)), instant=instant)
    for example in (*rule.flag, *rule.pass_):
        try:
            problems = engine.country(example.occasion.country).problems
            found = _spans(engine, example)
        except SoundpostError as problem:
            yield f"{rule.file}, line {example.line}: {problem}"
            return
        if problems:
            yield problems[0]
            return
        wanted = () if example.marked is None else (example.marked,)
        if set(found) != set(wanted):
            yield _sentence(rule, example, found)


def _spans(engine: Engine, example: Example) -> Sequence[tuple[int, int]]:
    report = engine.check(Draft(example.text), example.occasion, (Layer.INSTANT,))
    spans = [finding.span for finding in report.findings] + [strength.span for strength in report.strengths]
    return [(span.start, span.end) for span in spans]


def _only(pack: Pack, rule: Rule) -> Pack:
    return replace(pack, rules=tuple(other for other in pack.rules if other.id == rule.id))


def _sentence(rule: Rule, example: Example, found: Sequence[tuple[int, int]]) -> str:
    words = ", ".join(repr(example.text[start:end]) for start, end in found) or "nothing"
    if example.marked is None:
        return f"{rule.file}, line {example.line}: {rule.id} should stay quiet but found {words}; narrow the rule."
    wanted = example.text[example.marked[0] : example.marked[1]]
    return f"{rule.file}, line {example.line}: {rule.id} should find {wanted!r} but found {words}; mend the rule or the example."
