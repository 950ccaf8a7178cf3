import pytest
from pytestqt.qtbot import QtBot

from checks.model import Layer, LayerState
from desktop.theme.look import Look
from desktop.window.status import Status, shorten
from desktop.window.status_bar import StatusBar


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> StatusBar:
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_at_first_the_rules_are_being_read(bar: StatusBar) -> None:
    assert bar.text == "Instant: starting…\nWording: starting…\nLanguage: not installed\n"


def test_a_layer_that_works_needs_no_sentence(bar: StatusBar) -> None:
    status = Status()
    status.note_layer(Layer.LANGUAGE, LayerState.OK, "LanguageTool looks at spelling and grammar.")

    bar.show_status(status)

    assert bar.text.splitlines()[2:] == ["Language: on"]


def test_a_layer_that_does_not_work_says_what_to_do(bar: StatusBar) -> None:
    status = Status()
    status.note_layers({Layer.LANGUAGE: LayerState.FAILED}, {Layer.LANGUAGE: "Try again soon."})

    bar.show_status(status)

    assert bar.text.splitlines()[2:] == ["Language: not working now", "Try again soon."]


def test_a_layer_that_was_not_asked_changes_nothing() -> None:
    status = Status()
    status.note_layer(Layer.LANGUAGE, LayerState.OK)

    status.note_layers({Layer.LANGUAGE: LayerState.NOT_ASKED}, {})

    assert status.states[Layer.LANGUAGE] is LayerState.OK


def test_one_rule_file_that_could_not_be_used_is_named(bar: StatusBar) -> None:
    bar.show_status(Status(problems=("core/tone/x.toml, line 3, id: is missing; add it.",)))

    assert bar.text.endswith("\n1 rule file could not be used: core/tone/x.toml, line 3, id: is missing; add it.")


def test_of_several_rule_files_the_first_is_named(bar: StatusBar) -> None:
    bar.show_status(Status(problems=("First.", "Second.")))

    assert bar.text.endswith("\n2 rule files could not be used, the first: First.")


def test_what_concerns_the_draft_comes_first() -> None:
    status = Status(country_note="Country.", draft_note="Draft.", keeping_note="Kept?")
    status.note_layer(Layer.LANGUAGE, LayerState.MISSING, "Layer.")

    assert status.sentences() == ["Draft.", "Kept?", "Country.", "Layer."]


def test_a_long_sentence_is_shortened_and_a_short_one_is_not() -> None:
    assert shorten("short") == "short"
    assert len(shorten("x" * 500)) == 160


def test_each_state_has_an_icon_of_its_own_shape(bar: StatusBar) -> None:
    pictures = []
    for state in (LayerState.OK, LayerState.MISSING, LayerState.STARTING, LayerState.FAILED):
        status = Status()
        status.note_layer(Layer.INSTANT, state)
        bar.show_status(status)
        pictures.append(bar.icon(Layer.INSTANT).toImage())

    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_how_the_list_of_terms_stands_is_said_last(bar: StatusBar) -> None:
    status = Status(country_note="A country.", terms_note="List of terms 7 was confirmed today.")
    bar.show_status(status)
    assert bar.text.splitlines()[-1].endswith("List of terms 7 was confirmed today.")
    assert status.sentences() == ["A country.", "List of terms 7 was confirmed today."]
