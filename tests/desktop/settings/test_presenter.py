import pytest
from PySide6.QtCore import QSettings

from checks.model import Layer
from desktop.policy.policy import Policy, Source
from desktop.settings.presenter import LayerView, SettingsPresenter, Settled
from desktop.window.settings import WindowSettings


def presenter(store: QSettings, policy: Policy | None = None) -> SettingsPresenter:
    return SettingsPresenter(WindowSettings(store, policy))


@pytest.mark.parametrize(
    ("source", "settled"),
    [
        (Source.COMPUTER, Settled.FOR_GOOD),
        (Source.USER, Settled.FOR_GOOD),
        (Source.ORGANISATION, Settled.BY_DEFAULT),
        (Source.PERSON, Settled.YOURS),
        (Source.BUILT_IN, Settled.YOURS),
    ],
)
def test_it_says_who_settled_what(store: QSettings, source: Source, settled: Settled) -> None:
    shown = presenter(store, Policy(country="nz", sources={"country": source})).settled("country")

    assert shown is settled
    assert shown.is_open is not source.locks


def test_a_switch_that_nobody_can_read_is_off_and_closed(store: QSettings) -> None:
    shown = presenter(store, Policy(doubts=frozenset({"draft_recovery", "country"})))

    assert shown.settled("draft_recovery") is Settled.UNREADABLE
    assert not shown.settled("draft_recovery").is_open
    assert not shown.recovery
    assert shown.settled("country") is Settled.YOURS
    assert presenter(store).recovery


def test_the_instant_layer_always_looks(store: QSettings) -> None:
    shown = presenter(store)

    assert shown.layer(Layer.INSTANT) == LayerView(on=True, is_open=False)
    assert shown.layer(Layer.LANGUAGE) == LayerView(on=True, is_open=True)


def test_settled_layers_are_not_for_a_person_to_change(store: QSettings) -> None:
    policy = Policy(layers=frozenset({Layer.INSTANT, Layer.WORDING}), sources={"layers": Source.COMPUTER})
    shown = presenter(store, policy)

    assert shown.layer(Layer.WORDING) == LayerView(on=True, is_open=False)
    assert shown.layer(Layer.LANGUAGE) == LayerView(on=False, is_open=False)
    assert shown.ignored == ()
