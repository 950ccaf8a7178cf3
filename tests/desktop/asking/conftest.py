"""Contacts as a policy has them."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    topics: tuple[str, ...] = ()


@pytest.fixture
def people() -> tuple[Person, ...]:
    return (
        Person("Press office", "Media enquiries", "press@example.gov.uk", "+44 20 7946 0000", ("Journalists", "Announcements")),
        Person("Data team", "Personal details", "data@example.gov.uk", "", ("Data protection", "Archives")),
        Person("Front desk"),
    )
