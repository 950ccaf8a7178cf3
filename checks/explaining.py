"""Explain a finding in the words of its rule and of the country's principles."""

from collections.abc import Sequence

from checks.model import Explanation, Finding, Principle
from checks.packs.rules import Rule, RuleSet


class Explainer:
    """Explain the findings of one country's rules."""

    def __init__(self, rules: RuleSet) -> None:
        """Take the rules and principle names of a country."""
        self._rules = {rule.id: rule for rule in rules.rules}
        self._names = rules.principles

    def rule(self, finding: Finding) -> Rule:
        """Return the rule behind a finding."""
        return self._rules[finding.rule]

    def explain(self, finding: Finding) -> Explanation:
        """Return what a card says: the detector's own words where it has some, else the rule's."""
        rule = self._rules[finding.rule]
        return Explanation(
            message=finding.message or rule.message,
            why=rule.why,
            ask=rule.ask,
            try_=finding.suggestions or rule.try_,
            source=rule.source,
            principles=self.principles(rule.principles),
        )

    def principles(self, keys: Sequence[Principle]) -> tuple[str, ...]:
        """Return the names of principles as the country's code has them."""
        return tuple(f"{self._names[key].name} ({self._names[key].in_code})" for key in keys)
