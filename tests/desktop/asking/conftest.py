"""Contacts as a policy has them."""

import pytest

from desktop.policy.policy import Contact


@pytest.fixture
def people() -> tuple[Contact, ...]:
    return (
        Contact("Press office", "Media enquiries", "press@example.gov.uk", "+44 20 7946 0000", ("Journalists", "Announcements")),
        Contact("Data team", "Personal details", "data@example.gov.uk", "", ("Data protection", "Archives")),
        Contact("Front desk"),
    )
