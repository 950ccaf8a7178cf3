"""Hold what a question could be made of, and what of it is ticked. Nothing here leaves the window but by a copy."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.asking.composing import Facts, Part, compose
from desktop.asking.guidance import Guidance, Topic
from desktop.asking.people import Suited, noticed_topics, suited, usual
from desktop.policy.policy import Contact


class AskingPresenter:
    """Compose the question of a person who is in doubt, and find whom to ask it."""

    def __init__(self, guidance: Guidance, contacts: Sequence[Contact]) -> None:
        """Take what is known about asking, and the organisation's contacts."""
        self._guidance = guidance
        self._contacts = contacts
        self._facts = Facts(question=guidance.wording.starter)
        self._ticked = frozenset({Part.QUESTION})

    @property
    def ticked(self) -> frozenset[Part]:
        """Return what is ticked."""
        return self._ticked

    @property
    def question(self) -> str:
        """Return the person's own question."""
        return self._facts.question

    def begin(self) -> None:
        """Tick nothing but the person's own question, as at every opening."""
        self._ticked = frozenset({Part.QUESTION})

    def take(self, facts: Facts) -> None:
        """Take the draft and what was noticed as they now stand; the question stays."""
        self._facts = replace(facts, question=self._facts.question)

    def ask(self, question: str) -> None:
        """Take the person's own question."""
        self._facts = replace(self._facts, question=question)

    def tick(self, part: Part, wanted: bool) -> None:
        """Take a part in or leave it out."""
        self._ticked = self._ticked | {part} if wanted else self._ticked - {part}

    def has(self, part: Part) -> bool:
        """Tell whether there is anything of a part to be ticked."""
        return {Part.DRAFT: bool(self._facts.draft.strip()), Part.WORDS: bool(self._facts.noticed)}.get(part, True)

    def text(self) -> str:
        """Return exactly what a copy would put on the clipboard."""
        return compose(self._guidance.wording, self._facts, self._ticked)

    def people(self) -> Sequence[Suited]:
        """Return the organisation's contacts, those for what was noticed first."""
        return suited(self._contacts, self._topics())

    def usual(self) -> Sequence[str]:
        """Return whom one usually asks."""
        return usual(self._guidance, self._topics(), self._facts.occasion.country)

    def _topics(self) -> Sequence[Topic]:
        return noticed_topics(self._guidance, {noticed.rule for noticed in self._facts.noticed})
