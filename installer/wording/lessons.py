"""What the network is taught: texts with their occasion and what each output should say, and the names exchanged in them."""

import random
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from checks.model import Account, Occasion
from installer.wording.posts import LABELS, OFFENSIVE, Post, Statement

OUTPUTS = ("any", *LABELS, OFFENSIVE)
LABEL_PLACES = slice(1, len(OUTPUTS) - 1)
UNKNOWN = -1.0
_ABUSE = "contempt"
_ONE_PERSON = "person"
_LONGEST_COMPANY = 140


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with its occasion, what each output should say (1, 0, or unknown), and the words that carry its concern."""

    text: str
    occasion: Occasion
    targets: tuple[float, ...]
    evidence: str = ""


def lesson_of(post: Post) -> Lesson:
    """Return a post of the corpus as a lesson; whether a risky one is offensive too is not known."""
    targets = [float(post.risky), *(float(label in post.labels) for label in LABELS), UNKNOWN if post.risky else 0.0]
    return Lesson(post.text, post.occasion, tuple(targets), post.evidence)


def offence_lesson(text: str, offensive: bool) -> Lesson:
    """Return a text from a set on offensive language as a lesson: it says nothing about the other outputs."""
    return Lesson(text, Occasion(), (*[UNKNOWN] * (len(OUTPUTS) - 1), float(offensive)))


def calm_lesson(text: str) -> Lesson:
    """Return a text that those who labelled such a set found neither hateful nor offensive: an ordinary post."""
    return Lesson(text, Occasion(), (0.0,) * len(OUTPUTS))


def statement_lesson(statement: Statement) -> Lesson:
    """Return a statement as a lesson; abuse is offensive, and contempt where it is of a group and not of one person."""
    if not statement.abusive:
        return calm_lesson(statement.text)
    raised = ("any", OFFENSIVE) if statement.group == _ONE_PERSON else ("any", _ABUSE, OFFENSIVE)
    targets = [float(output in raised) for output in OUTPUTS]
    return Lesson(statement.text, Occasion(), tuple(targets), statement.text)


class Swaps:
    """Exchange names that stand for each other."""

    def __init__(self, file: Path, chance: random.Random) -> None:
        """Take the groups of names and the source of chance."""
        groups: list[list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["groups"]
        self._chance = chance
        self._groups: dict[str, list[str]] = {}
        for group in groups:
            for name in group:
                self._groups.setdefault(name.lower(), group)
        names = sorted(self._groups, key=len, reverse=True)
        self._any = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)

    def swapped(self, lesson: Lesson, share: float) -> Lesson:
        """Return a lesson with its names exchanged, in so large a share of lessons; each name alike throughout."""
        if self._chance.random() >= share:
            return lesson
        chosen: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            name = match[0].lower()
            taken = chosen.setdefault(name, self._chance.choice(self._groups[name]))
            return taken[0].upper() + taken[1:] if match[0][0].isupper() else taken

        reply = lesson.occasion.reply_to
        occasion = replace(lesson.occasion, reply_to=None if reply is None else self._any.sub(other, reply))
        before, evidence, after = lesson.text.partition(lesson.evidence) if lesson.evidence else (lesson.text, "", "")
        swapped = [self._any.sub(other, part) for part in (before, evidence, after)]
        return Lesson("".join(swapped), occasion, lesson.targets, swapped[1])


class Company:
    """Set texts among others of the same account in which there is nothing, as a concern often is one sentence of several."""

    def __init__(self, lessons: Iterable[Lesson], chance: random.Random) -> None:
        """Take the lessons, of which the short ones without a concern keep others company, and the source of chance."""
        self._chance = chance
        self._texts: dict[Account, list[str]] = {account: [] for account in Account}
        for lesson in lessons:
            if not any(lesson.targets) and lesson.occasion.reply_to is None and len(lesson.text) <= _LONGEST_COMPANY:
                self._texts[lesson.occasion.account].append(lesson.text)

    def joined(self, lesson: Lesson, share: float) -> Lesson:
        """Return a lesson with another text before or after its own, in so large a share of lessons; it teaches the same."""
        others = self._texts[lesson.occasion.account]
        if self._chance.random() >= share or not others or lesson.targets[0] == UNKNOWN:
            return lesson
        pair = [lesson.text, self._chance.choice(others)]
        if lesson.evidence and lesson.evidence in pair[1]:
            return lesson
        self._chance.shuffle(pair)
        return replace(lesson, text=self._chance.choice((" ", "\n")).join(pair))
