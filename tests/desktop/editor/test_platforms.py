import pytest

from desktop.editor.platforms import PLATFORMS, platform_named


@pytest.mark.parametrize(
    ("name", "limit"),
    [("X", 280), ("Bluesky", 300), ("Mastodon", 500), ("Threads", 500), ("LinkedIn", 3_000), ("Facebook", 63_206)],
)
def test_each_platform_knows_its_limit(name: str, limit: int) -> None:
    assert platform_named(name).limit == limit
    assert platform_named(name).left("") == limit


def test_what_is_too_long_leaves_fewer_than_none() -> None:
    assert platform_named("X").left("x" * 292) == -12


def test_each_platform_counts_in_its_own_way() -> None:
    text = "See https://www.example.gov.uk/libraries/opening-hours @alice@social.example 👍🏽"

    assert {platform.name: platform.count(text) for platform in PLATFORMS} == {
        "X": 52,
        "Bluesky": 78,
        "Mastodon": 36,
        "Threads": 85,
        "LinkedIn": 81,
        "Facebook": 81,
    }


def test_an_unknown_platform_is_the_first_one() -> None:
    assert platform_named("Telegraph") is PLATFORMS[0]
