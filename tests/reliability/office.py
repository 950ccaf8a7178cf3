"""Publish a list of terms into a folder, and have a home read it."""

import json
from datetime import UTC, datetime
from pathlib import Path

from checks.terms.model import Term, TermNote
from desktop.lists.repository import Plan, Repository

# Without a list the source is asked at once, and after an answer or a failure again within a second.
SOON = """
import desktop.lists.polling as polling
polling._FIRST_WITHOUT_A_LIST = 0.1
polling.HOUR = 1.0
polling._FIRST_RETRY = 1.0
"""


def publish(folder: Path, *words: str) -> Repository:
    """Make an organisation with a list of terms."""
    repository = Repository(folder, datetime.now(UTC))
    repository.make(Plan())
    terms = [Term(word, TermNote("This is not public yet.", "Press office")) for word in words]
    if repository.publish(repository.build(terms)):
        raise RuntimeError("a list that nobody else has to sign was not published")
    return repository


def enrol(environment: dict[str, str], repository: Repository, source: str = "") -> None:
    """Have the home of an environment read the list, from its folder or from an address."""
    from base64 import b64encode

    settings = Path(environment["XDG_CONFIG_HOME"]) / "soundpost" / "term-list.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    root = (repository.folder / "root.json").read_text(encoding="utf-8")
    where = source or str(repository.folder / "public")
    settings.write_text(json.dumps({"TermListSource": where, "TermListRoot": root}), encoding="utf-8")
    keys = {"terms-organisation-key": b64encode(repository.organisation_key).decode()}
    Path(environment["SOUNDPOST_TEST_KEYS"]).write_text(json.dumps(keys), encoding="utf-8")
