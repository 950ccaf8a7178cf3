"""Numbers of Ireland."""

from collections.abc import Callable

import pytest

Look = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text", ["PPS number [4360634O]", "ppsn [1254472GA]", "[6201368u]", "my pps is [0131468 TA]", "saw [3164675D] on it"]
)
def test_a_number_is_found_as_people_write_it(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain, "ie") == [(word, "IE_PPS") for word in words]


@pytest.mark.parametrize("text", ["PPSN 4360634P", "pps 1254472GB", "pps 436063O", "4360634OXX", "pps 1254472GJ"])
def test_what_only_looks_like_a_number_stays_out(text: str, look: Look) -> None:
    assert [kind for _, kind in look(text, "ie") if kind == "IE_PPS"] == []
