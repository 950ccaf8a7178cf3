"""A secret in a list is not shown."""

from hypothesis import given
from hypothesis import strategies as st

from checks.identifiers.masking import masked


@given(secret=st.text(min_size=1))
def test_no_more_than_an_eighth_and_never_more_than_four_characters_are_shown(secret: str) -> None:
    shown = masked(secret).rstrip("\u2022")

    assert len(shown) <= min(len(secret) // 8, 4)
    assert secret.startswith(shown)


def test_two_secrets_of_different_length_look_alike() -> None:
    assert masked("hunter2") == masked("pass") == "\u2022" * 6
    assert masked("ghp_16C7e42F292c6912E7710c838347Ae178B4a") == "ghp_" + "\u2022" * 6
