"""What there is to say about this installation, for the window and, as plain text, for whoever supports it.

Nothing here is given a draft, so none of it can hold one.
"""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from desktop.policy.documents import own_folder
from desktop.policy.policy import Policy
from desktop.policy.showing import Shown, settled

if TYPE_CHECKING:
    from desktop.commands.doctor import Part


@dataclass(frozen=True, slots=True)
class Facts:
    """What does not change while the program runs."""

    version: str
    system: str
    settled: tuple[Shown, ...]
    ignored: tuple[str, ...]
    places: Mapping[str, str]


def gather(policy: Policy, settings_file: str, qt: str) -> Facts:
    """Return the facts of this installation."""
    data = user_data_path("soundpost", appauthor=False)
    places = {
        "settings": settings_file,
        "own policies": str(own_folder()),
        "draft": str(data / "drafts"),
        "terms": str(data / "terms"),
        "program": str(Path(str(files("resources"))).parent),
    }
    system = f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}, Qt {qt}"
    return Facts(version("soundpost"), system, tuple(settled(policy)), policy.ignored, places)


def for_support(facts: Facts, parts: "Sequence[Part]", home: Path | None = None) -> str:
    """Return all of it as plain text: who settled what, but not to which value, and no name of the person in any path."""
    told = {
        "Parts": [f"{part.name}: {part.state.value}. {part.note} {part.remedy}".rstrip() for part in parts],
        "Settled": [f"{shown.title}: {shown.source}" for shown in facts.settled],
        "Not used": facts.ignored,
        "Places": [f"{name}: {place}" for name, place in facts.places.items()],
    }
    lines = [f"Soundpost {facts.version}", facts.system]
    for title, sentences in told.items():
        lines += ["", title, *(f"  {sentence}" for sentence in sentences or ("nothing",))]
    return "\n".join(lines).replace(str(home or Path.home()), "~") + "\n"
