"""Ways of finding, one a file; each turns a reading and its occasion into findings. `KINDS` is their table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from checks.detectors.evaluation import EvaluationDetector
from checks.detectors.identifiers import IdentifierDetector
from checks.detectors.literals import Literals
from checks.detectors.metrics import MetricDetector
from checks.detectors.patterns import PatternDetector
from checks.detectors.phrases import PhraseDetector
from checks.model import Finding, Occasion
from checks.packs.rules import Rule
from checks.text.reading import Reading


class Detector(Protocol):
    """Find one kind of thing in a draft."""

    def detect(self, reading: Reading, occasion: Occasion) -> Iterable[Finding]:
        """Return what was found, in any order; raise `LayerUnavailableError` where the detector cannot answer."""
        ...


class RuleDetector(Detector, Protocol):
    """Find what rules of one kind describe."""

    def add(self, rule: Rule) -> None:
        """Take a rule in, whole or not at all; raise `PackError` where it cannot work."""
        ...


KINDS: Mapping[str, Callable[[Mapping[str, Sequence[str]], Literals], RuleDetector]] = MappingProxyType(
    {
        "phrases": PhraseDetector,
        "pattern": PatternDetector,
        "evaluation": EvaluationDetector,
        "metric": MetricDetector,
        "identifier": IdentifierDetector,
    }
)
