"""The organisation's contacts come in the order in which they can help."""

from collections.abc import Sequence

from desktop.asking.guidance import installed_guidance
from desktop.asking.people import noticed_topics, suited, usual
from desktop.policy.policy import Contact

GUIDANCE = installed_guidance()


def test_those_for_what_was_noticed_come_first(people: Sequence[Contact]) -> None:
    topics = noticed_topics(GUIDANCE, {"confidentiality.case-detail"})

    found = suited(people, topics)

    assert [(one.contact.name, one.about) for one in found] == [
        ("Data team", ("Data protection",)),
        ("Press office", ()),
        ("Front desk", ()),
    ]


def test_nobody_is_left_out_where_nothing_was_noticed(people: Sequence[Contact]) -> None:
    assert [one.contact for one in suited(people, ())] == list(people)


def test_topics_come_once_and_in_order() -> None:
    rules = {"impartiality.vote-call", "impartiality.veiled-politics", "confidentiality.embargo", "tone.sarcasm"}

    assert [topic.id for topic in noticed_topics(GUIDANCE, rules)] == ["politics", "news"]


def test_one_usually_asks_the_line_manager_and_whoever_knows_the_topic() -> None:
    assert usual(GUIDANCE, (), "uk") == [GUIDANCE.first]
    assert usual(GUIDANCE, noticed_topics(GUIDANCE, {"impartiality.vote-call"}), "au") == [
        GUIDANCE.first,
        "For politics and elections: your agency's ethics contact officer.",
    ]


def test_a_long_list_of_offices_would_help_nobody() -> None:
    assert len(usual(GUIDANCE, GUIDANCE.topics, "uk")) == 4
