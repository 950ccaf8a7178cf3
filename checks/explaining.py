"""Explain a finding in the words of its rule and of the country's principles."""

from collections.abc import Sequence

from checks.model import Explanation, Finding, Principle
from checks.packs.rules import PrincipleName, Rule, RuleSet
from checks.replacing import TAG_WORDS, Replacement, replacements


class Explainer:
    """Explain the findings of one country's rules."""

    def __init__(self, rules: RuleSet) -> None:
        """Take the rules and principle names of a country."""
        self._rules = {rule.id: rule for rule in rules.rules}
        self._names = rules.principles
        self._versions = rules.versions
        self._tag_words = frozenset(rules.lists.get(TAG_WORDS, ()))

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

    def principle(self, key: Principle) -> PrincipleName:
        """Return how the country speaks of a principle."""
        return self._names[key]

    def replacements(self, finding: Finding, text: str) -> tuple[Replacement, ...]:
        """Return what may be put in the place of the words found in a text."""
        return replacements(text, finding, self._rules[finding.rule].replace, self._tag_words)

    def pack_of(self, finding: Finding) -> tuple[str, str]:
        """Return the name of the pack of a finding's rule and its version; no version where it has the program's."""
        name = self._rules[finding.rule].file.partition("/")[0]
        return name, self._versions.get(name, "")
