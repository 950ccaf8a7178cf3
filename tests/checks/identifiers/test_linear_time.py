"""No text makes a pattern go back and forth: the form of each pattern bounds its steps wherever it begins.

A repeat is harmless where what follows it cannot begin within it: the engine then never has to try another length. Where it
could, the length of the repeat counts as a guess, and the guesses of a pattern multiply. Small and capital letters are one.
"""

import math
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of the standard library has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from typing import Any

import pytest

from checks.identifiers import (
    allowing,
    births,
    connections,
    machines,
    mail,
    markings,
    passwords,
    phones,
    rows,
    scanning,
    tokens,
    view,
    world,
)

MODULES = (allowing, births, connections, machines, mail, markings, passwords, phones, rows, scanning, tokens, view, world)
LONGEST_GUESS = 6  # a shorter repeat is not worth counting
MOST_STEPS = 2400
EVERYTHING = frozenset(range(129))  # ASCII, and one more for all other characters
CATEGORIES = {
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
}
Letters = frozenset[int]
Parsed = Any  # the parser of the standard library has no types


def patterns() -> Iterator[tuple[str, str]]:
    """Yield every pattern that is run over a text, with a name."""
    for row in scanning.ROWS:
        if row.pattern:
            yield row.kind, row.pattern
    for token in tokens.TOKENS:
        yield token.beginnings[0], token.pattern.pattern
    for marking in markings.MARKINGS:
        yield marking.system, marking.pattern.pattern
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__}.{name}", value.pattern


def first_of(parts: Parsed) -> tuple[Letters, bool]:
    """Return the characters that a run of parts can begin with, and whether it can be empty."""
    letters: Letters = frozenset()
    for operation, argument in parts:
        more, empty = _first(operation, argument)
        letters |= more
        if not empty:
            return letters, False
    return letters, True


def _first(operation: Parsed, argument: Parsed) -> tuple[Letters, bool]:
    result: tuple[Letters, bool] = (EVERYTHING, operation is sre.GROUPREF)
    if operation is sre.LITERAL:
        result = _folded(argument), False
    elif operation is sre.IN:
        result = _of_set(argument), False
    elif operation in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        result = frozenset(), True
    elif operation is sre.SUBPATTERN:
        result = first_of(argument[3])
    elif operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        letters, empty = first_of(argument[2])
        result = letters, empty or argument[0] == 0
    elif operation is sre.BRANCH:
        branches = [first_of(branch) for branch in argument[1]]
        result = frozenset().union(*(letters for letters, _ in branches)), any(empty for _, empty in branches)
    return result


def _folded(code: int) -> Letters:
    forms = (chr(code).lower(), chr(code).upper())
    return frozenset(ord(form) for form in forms if len(form) == 1 and ord(form) < 128) or frozenset({128})


def _of_set(parts: Parsed) -> Letters:
    letters: Letters = frozenset()
    for operation, argument in parts:
        if operation is sre.LITERAL:
            letters |= _folded(argument)
        elif operation is sre.RANGE:
            letters |= frozenset().union(*(_folded(code) for code in range(argument[0], min(argument[1], 200) + 1)))
        elif operation is sre.CATEGORY:
            letters |= frozenset(code for code in range(128) if re.match(CATEGORIES[argument], chr(code))) | {128}
    return EVERYTHING - letters if parts[0][0] is sre.NEGATE else letters


def guesses(parts: Parsed, after: Letters) -> Iterator[int]:
    """Yield the length of each long repeat within which what follows could begin."""
    for number, (operation, argument) in enumerate(parts):
        letters, empty = first_of(parts[number + 1 :])
        follow = letters | after if empty else letters
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            least, most, inner = argument
            start, _ = first_of(inner)
            if most is sre.MAXREPEAT or (most - least > LONGEST_GUESS and start & follow):
                yield int(most) - least
            if most - least > LONGEST_GUESS and not all(_parted(*part) for part in inner):
                yield int(most) ** 2
            yield from (guess ** int(most) for guess in guesses(inner, follow | start))
        elif operation is sre.SUBPATTERN:
            yield from guesses(argument[3], follow)
        elif operation is sre.BRANCH:
            for branch in argument[1]:
                yield from guesses(branch, follow)


def _parted(operation: Parsed, argument: Parsed) -> bool:
    """Tell whether the first character decides between the branches of a part that is repeated."""
    if operation is sre.SUBPATTERN:
        return all(_parted(*part) for part in argument[3])
    if operation is not sre.BRANCH:
        return True
    beginnings = [first_of(branch)[0] for branch in argument[1]]
    return sum(map(len, beginnings)) == len(frozenset().union(*beginnings))


def steps(pattern: str) -> int:
    """Return the product of a pattern's guesses."""
    return math.prod(guesses(list(parser.parse(pattern)), frozenset()))


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(name, pattern, id=name) for name, pattern in patterns()])
def test_a_pattern_takes_a_bounded_number_of_steps_wherever_it_begins(name: str, pattern: str) -> None:
    assert steps(pattern) <= MOST_STEPS, name


@pytest.mark.parametrize(
    "pattern", [r"(?:\wx|ax){0,60}c", "a{0,50}a{0,50}a{0,50}b", "(?:a{1,50}){1,50}b", r"(?:\w{1,50} ?){1,50}$", "[0-9]+x"]
)
def test_the_proof_sees_a_pattern_that_would_go_back_and_forth(pattern: str) -> None:
    assert steps(pattern) > MOST_STEPS
