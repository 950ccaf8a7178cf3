from importlib.metadata import version
from pathlib import Path

from checks.model import LayerState
from desktop.about.facts import for_support, gather
from desktop.commands.doctor import Part
from desktop.policy.policy import Contact, Policy, Source

POLICY = Policy(
    contacts=(Contact("Press office", email="press@example.gov.uk"),),
    country="nz",
    sources={"contacts": Source.COMPUTER, "country": Source.USER},
    ignored=("policies.json: Packs is not used; it must be a list.",),
)


def test_the_facts_name_version_system_policies_and_places(tmp_path: Path) -> None:
    facts = gather(POLICY, str(tmp_path / "settings.ini"), "6.11")

    assert facts.version == version("soundpost")
    assert "Python 3." in facts.system
    assert facts.system.endswith("Qt 6.11")
    assert [shown.title for shown in facts.settled] == ["Country", "People to ask"]
    assert facts.ignored == POLICY.ignored
    assert facts.places["settings"] == str(tmp_path / "settings.ini")
    assert facts.places["draft"].endswith("drafts")
    assert Path(facts.places["program"], "resources", "policy").is_dir()


def test_support_learns_who_settled_what_but_neither_values_nor_names(tmp_path: Path) -> None:
    facts = gather(POLICY, str(tmp_path / "settings.ini"), "6.11")
    parts = (Part("java", LayerState.MISSING, "Java was not found.", "Run `make setup`."), Part("rules", LayerState.OK, "Fine."))

    told = for_support(facts, parts, home=tmp_path)

    assert f"Soundpost {version('soundpost')}\n" in told
    assert "  java: missing. Java was not found. Run `make setup`.\n  rules: ok. Fine.\n" in told
    assert "  Country: set by your organisation for you\n" in told
    assert "  settings: ~/settings.ini\n" in told
    assert "Not used\n  policies.json: Packs is not used" in told
    assert "press@example.gov.uk" not in told
    assert str(tmp_path) not in told


def test_where_nothing_is_settled_that_is_said(tmp_path: Path) -> None:
    told = for_support(gather(Policy(), "x", "6.11"), ())

    assert "Parts\n  nothing\n\nSettled\n  nothing\n\nNot used\n  nothing\n" in told
