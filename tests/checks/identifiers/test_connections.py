"""Logins and keys inside addresses."""

from collections.abc import Callable

import pytest

Look = Callable[..., list[tuple[str, str]]]
KEY = "Qm9uam91ckxlTW9uZGVFbmNvcmVVbmVGb2lzQXZlY1BsYWlzaXI" + "5Nw=="


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[postgres://casework:pw@db.example/live]",
            "DATABASE_URL=[postgresql://a:s3cret@db.example:5432/live?x=1]",
            "[redis://:s3cret@cache:6379/0]",
        ),
        *(
            "[mongodb+srv://a:s3cret@c0.example.net/test],",
            "[https://a:s3cret@example.org/x]",
            "`[ftp://a:s3cret@example.org]`",
            "[amqp://a:p@ss@mq.example]",
        ),
        *("[jdbc:mysql://db.example/x?user=a&password=s3cret]", "[jdbc:sqlserver://db.example:1433;user=sa;password=s3cret]"),
        *(
            "[Server=tcp:db.example,1433;Initial Catalog=x;User ID=sa;Password=s3cret]",
            '"[Data Source=db;User Id=me;Password=s3cret;Encrypt=true]"',
        ),
        *(
            f"[DefaultEndpointsProtocol=https;AccountName=a;AccountKey={KEY};EndpointSuffix=core.example]",
            "[host=db;pwd=s3cret] and more",
        ),
    ],
)
def test_a_connection_with_its_password_is_found(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, "SECRET_CONN") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "postgres://db.example/live",
            "postgres://casework@db.example/live",
            "http://example.org:8080/x",
            "postgres://<user>:<password>@db.example",
        ),
        *(
            "postgres://${USER}:${PASSWORD}@db.example/x",
            "://a:b@c",
            "password=",
            "Server=db;Password=<password>",
            "see https://example.org: a b@c",
        ),
        *("jdbc:mysql://db.example/x?user=a", "host=db; that is all"),
    ],
)
def test_an_address_without_one_stays_out(text: str, look: Look) -> None:
    assert look(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://example.gov.uk/reset?token=[9f8c2b71e4d0]",
            "https://example.org/a?b=1&access_token=[9f8c2b71e4d0]&c=2",
            "https://example.org/cb#id_token=[9f8c2b71e4d0]",
        ),
        *(
            "https://example.org/u?confirmation_token=[kZ3xY-ab_9].",
            "https://example.org/?api_key=[9f8c2b71e4d0]",
            "https://example.org/?sig=[abc%2Bdef1234%3D]",
        ),
        *("https://example.org/?key=[9f8c2b71e4d04a55b0c7]", "https://example.org/?code=[9f8c2b71e4d04a55b0c7]"),
        *(
            "https://example.org/?X-Amz-Signature=[9f8c2b71e4d04a55b0c7]",
            "https://example.org/?password=[hunter22]",
            "https://example.org/?reset_token=[abcdefgh]",
        ),
    ],
)
def test_a_key_in_a_link_is_found(text: str, look: Look, marked: Callable[[str], tuple[str, list[str]]]) -> None:
    plain, words = marked(text)

    assert look(plain) == [(word, "URL_TOKEN") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://example.org/?utm_source=mastodon2024&page=22",
            "https://example.org/watch?v=dQw4w9WgXcQ",
            "https://example.org/?code=SUMMER24",
        ),
        *(
            "https://example.org/?token=<token>",
            "https://example.org/?token=abc",
            "is 2 + 2 = 4? yes & so on",
            "a?b",
            "https://example.org/?token=abcdefgh",
        ),
        *("x=1?", "=?"),
    ],
)
def test_an_ordinary_link_stays_out(text: str, look: Look) -> None:
    assert look(text) == []


def test_pairs_on_other_lines_belong_to_another_string(look: Look) -> None:
    assert look("host=db;\nport=1;\npwd=s3cret\n;user=a") == [("s3cret", "PASSWORD")]
