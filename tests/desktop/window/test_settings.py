from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from checks.depth import Depth
from checks.model import Layer
from desktop.policy.policy import Policy, Source
from desktop.window.settings import WindowSettings


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    def opened() -> WindowSettings:
        return WindowSettings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))

    first = opened()
    first.country, first.platform, first.geometry = "nz", "Bluesky", QByteArray(b"\x01\x02")
    first.depth, first.recovery, first.stays = Depth.THOROUGH, False, True
    first.keep_panes(upright=False, sizes=[700, 300])
    first.keep_panes(upright=True, sizes=[250, 650])
    first.keep_never(("tone.shouting", "good-practice.spelling"))
    first.note_first_steps()
    del first

    assert (opened().country, opened().platform, opened().geometry) == ("nz", "Bluesky", QByteArray(b"\x01\x02"))
    assert opened().depth is Depth.THOROUGH
    assert opened().never == ("tone.shouting", "good-practice.spelling")
    assert not opened().recovery
    assert opened().stays
    assert (opened().panes(upright=False), opened().panes(upright=True)) == ((700, 300), (250, 650))
    assert not opened().newcomer


def test_nothing_kept_means_the_usual(store: QSettings) -> None:
    settings = WindowSettings(store)

    assert (settings.country, settings.platform, settings.geometry) == ("uk", "", QByteArray())
    assert settings.depth is Depth.USUAL
    assert settings.recovery
    assert not settings.stays
    assert settings.panes(upright=False) is None
    assert settings.never == ()
    assert settings.newcomer


@pytest.mark.parametrize(
    "content", ["[General]\ncountry=a, b\nplatform=@Invalid()\ndepth=bottomless\ngeometry=nonsense\n", "\0\xff nonsense", "[[["]
)
def test_a_spoilt_file_means_the_usual(tmp_path: Path, content: str) -> None:
    file = tmp_path / "s.ini"
    file.write_text(content, encoding="latin-1")
    settings = WindowSettings(QSettings(str(file), QSettings.Format.IniFormat))

    assert settings.country in ("uk", "a, b")
    assert settings.platform == ""
    assert settings.depth is Depth.USUAL
    assert settings.geometry == QByteArray()


KEPT = {"country": "au", "depth": "thorough", "draft-recovery": "on"}


def settings_with(store: QSettings, source: Source, kept: bool) -> WindowSettings:
    for key, value in KEPT.items():
        if kept:
            store.setValue(key, value)
    sources = dict.fromkeys(("country", "depth", "draft_recovery"), source)
    return WindowSettings(store, Policy(country="nz", depth=Depth.LIGHT, draft_recovery=False, sources=sources))


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("source", [Source.COMPUTER, Source.USER])
def test_what_the_organisation_settled_goes_before_what_was_kept(store: QSettings, source: Source, kept: bool) -> None:
    settings = settings_with(store, source, kept)

    assert (settings.country, settings.recovery) == ("nz", False)


def test_a_default_of_the_organisation_gives_way_to_what_was_kept(store: QSettings) -> None:
    settings = settings_with(store, Source.ORGANISATION, kept=True)

    assert (settings.country, settings.depth, settings.recovery) == ("au", Depth.THOROUGH, True)


def test_a_default_of_the_organisation_goes_before_what_is_built_in(store: QSettings) -> None:
    settings = settings_with(store, Source.ORGANISATION, kept=False)

    assert (settings.country, settings.depth, settings.recovery) == ("nz", Depth.LIGHT, False)


@pytest.mark.parametrize("kept", ["700", "700:x", "700:0", "1:2:3", "-5:10", "²:3", "9999999:9", ":"])
def test_panes_that_make_no_sense_are_not_taken(store: QSettings, kept: str) -> None:
    store.setValue("panes-stacked", kept)

    assert WindowSettings(store).panes(upright=True) is None


def test_layers_are_kept_and_the_instant_one_is_always_among_them(store: QSettings) -> None:
    assert WindowSettings(store).layers == frozenset(Layer)
    WindowSettings(store).layers = frozenset({Layer.WORDING})

    assert WindowSettings(store).layers == {Layer.INSTANT, Layer.WORDING}
    policy = Policy(layers=frozenset({Layer.INSTANT, Layer.LANGUAGE}), sources={"layers": Source.COMPUTER})
    assert WindowSettings(store, policy).layers == {Layer.INSTANT, Layer.LANGUAGE}
    store.setValue("layers", "nonsense @Invalid()")
    assert WindowSettings(store, policy).layers == {Layer.INSTANT, Layer.LANGUAGE}
    assert WindowSettings(store).layers == {Layer.INSTANT}


def test_a_default_of_the_organisation_is_what_a_person_begins_with(store: QSettings) -> None:
    policy = Policy(layers=frozenset({Layer.INSTANT}), sources={"layers": Source.ORGANISATION})
    assert WindowSettings(store, policy).layers == {Layer.INSTANT}
    WindowSettings(store, policy).layers = frozenset(Layer)
    assert WindowSettings(store, policy).layers == frozenset(Layer)


def test_cards_of_accounts_and_how_they_were_left_are_kept(store: QSettings) -> None:
    settings = WindowSettings(store)
    assert (settings.account_cards, settings.account_folded) == ("", False)
    settings.account_cards, settings.account_folded = '[{"name": "@mine, yours"}]', True

    assert WindowSettings(store).account_cards == '[{"name": "@mine, yours"}]'
    assert WindowSettings(store).account_folded
    assert settings.file.endswith("settings.ini")
