"""Run the detectors of each layer over a draft and make one report of what they found.

An engine is used from one thread at a time. What a country needs (automaton, compiled patterns) is built when first needed.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from checks.detectors import KINDS, Detector
from checks.detectors.literals import Literals
from checks.errors import CheckCancelledError, LayerUnavailableError, PackError
from checks.explaining import Explainer
from checks.model import Category, Draft, Finding, Layer, LayerState, Level, Occasion, Readability, Report, Span, Strength
from checks.packs.loading import Packs
from checks.packs.rules import Rule, RuleSet
from checks.text.readability import read_ease
from checks.text.reading import Reading


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


class RulesOfCountry:
    """The instant layer of one country, with the explanations of its rules.

    A rule that cannot work is left out and named in `problems`; the others go on.
    """

    def __init__(self, rules: RuleSet) -> None:
        """Build the detectors and give each rule to the one of its kind."""
        self.explainer = Explainer(rules)
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules.rules}
        literals = Literals()
        detectors = {kind: detector(rules.lists, literals) for kind, detector in KINDS.items()}
        problems: list[str] = []
        for rule in rules.rules:
            if rule.match.kind in detectors:
                try:
                    detectors[rule.match.kind].add(rule)
                except PackError as problem:
                    problems.append(str(problem))
        self.detectors: Sequence[Detector] = tuple(detectors.values())
        self.problems: Sequence[str] = tuple(problems)


class Engine:
    """Check drafts with the rules of their country and whatever further layers there are."""

    def __init__(
        self, packs: Packs, layers: Mapping[Layer, Detector] = MappingProxyType({}), instant: Sequence[Detector] = ()
    ) -> None:
        """Take the packs, the detectors of the wording and language layers as far as they are there, and more instant ones."""
        self._packs = packs
        self._layers = layers
        self._instant = instant
        self._countries: dict[str, RulesOfCountry] = {}

    def country(self, country: str) -> RulesOfCountry:
        """Return the rules of a country, or raise `OccasionError`."""
        if country not in self._countries:
            self._countries[country] = RulesOfCountry(self._packs.for_country(country))
        return self._countries[country]

    def check(
        self,
        draft: Draft,
        occasion: Occasion,
        layers: Sequence[Layer] = (Layer.INSTANT,),
        cancelled: Callable[[], bool] = never,
    ) -> Report:
        """Return the report of all the layers asked for."""
        *_, report = self.reports(draft, occasion, layers, cancelled)
        return report

    def reports(
        self,
        draft: Draft,
        occasion: Occasion,
        layers: Sequence[Layer] = (Layer.INSTANT,),
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[Report]:
        """Yield a report after each layer asked for, each with all that was found so far.

        A layer that cannot answer is named in the report and the others go on; raises `CheckCancelledError` between layers.
        """
        rules = self.country(occasion.country)
        reading = Reading(draft.text, occasion.reply_to)
        states = dict.fromkeys(Layer, LayerState.NOT_ASKED)
        notes: dict[Layer, str] = {}
        found: list[Finding] = []
        readability = Readability()
        for layer in (layer for layer in Layer if layer in layers):
            if cancelled():
                raise CheckCancelledError("A newer revision took this check's place.")
            detectors = self._detectors(layer, rules)
            states[layer] = LayerState.OK if detectors else LayerState.MISSING
            try:
                found += _found(detectors, reading, occasion, cancelled)
            except LayerUnavailableError as problem:
                states[layer] = LayerState(problem.state)
                notes[layer] = str(problem)
            if layer is Layer.INSTANT:
                readability = read_ease(reading)
            findings, strengths = _sorted_out(found, rules.rules)
            yield Report(
                draft.revision, findings, strengths, readability, MappingProxyType(dict(states)), MappingProxyType(dict(notes))
            )

    def _detectors(self, layer: Layer, rules: RulesOfCountry) -> Sequence[Detector]:
        if layer is Layer.INSTANT:
            return (*rules.detectors, *self._instant)
        return (self._layers[layer],) if layer in self._layers else ()


def _found(
    detectors: Sequence[Detector], reading: Reading, occasion: Occasion, cancelled: Callable[[], bool]
) -> Sequence[Finding]:
    found: list[Finding] = []
    for detector in detectors:
        for finding in detector.detect(reading, occasion):
            found.append(finding)
            if cancelled():
                raise CheckCancelledError("A newer revision took this check's place.")
    return found


def _sorted_out(found: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[tuple[Finding, ...], tuple[Strength, ...]]:
    """Part findings from strengths, let the stronger of two overlapping findings of a category stand for both, and sort.

    A finding that names the kind of an identifier gives way only to another such. What the model reads into words gives way to
    any rule that asks about the same words: one question about a clause is enough, and a rule's own words are surer.
    """
    findings: list[Finding] = []
    asked: list[Span] = []
    strengths: dict[str, Strength] = {}
    taken: dict[tuple[Category, bool], list[Span]] = {}
    for finding in sorted(found, key=_strongest_first):
        rule = rules[finding.rule]
        if rule.is_strength:
            strengths.setdefault(rule.id, Strength(rule.id, rule.message, finding.span))
            continue
        if finding.layer is Layer.WORDING and any(finding.span.overlaps(span) for span in asked):
            continue
        named = finding.kind is not None
        rivals = [taken.setdefault((finding.category, kind), []) for kind in ((True,) if named else (True, False))]
        if not any(_overlaps_one(finding.span, spans) for spans in rivals):
            insort(taken.setdefault((finding.category, named), []), finding.span)
            findings.append(finding)
            if finding.layer is not Layer.WORDING and finding.level >= Level.CONSIDER:
                asked.append(finding.span)
    return (
        tuple(sorted(findings, key=lambda finding: (-finding.level, finding.span, finding.rule))),
        tuple(sorted(strengths.values(), key=lambda strength: (strength.span, strength.rule))),
    )


def _overlaps_one(span: Span, apart: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of some spans in order, none of which touches another."""
    place = bisect_right(apart, span)
    return any(span.overlaps(other) for other in apart[max(place - 1, 0) : place + 1])


def _strongest_first(finding: Finding) -> tuple[int, bool, bool, int, int, str]:
    """Return what puts one finding before another; at one level a rule's own words are surer than a model's reading."""
    less_sure = finding.layer is Layer.WORDING
    return -finding.level, finding.kind is None, less_sure, finding.span.start, -finding.span.end, finding.rule
