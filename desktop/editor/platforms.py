"""How long a post may be, platform by platform, and how each of them counts."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.editor.counting import count_bluesky, count_mastodon, count_threads, count_units, count_weighted


@dataclass(frozen=True, slots=True)
class Platform:
    """A place to post: how much it takes, and how it counts."""

    name: str
    limit: int
    count: Callable[[str], int]

    def left(self, text: str) -> int:
        """Return how many more characters there is room for; fewer than none where the text is too long."""
        return self.limit - self.count(text)


PLATFORMS = (
    Platform("X", 280, count_weighted),
    Platform("Bluesky", 300, count_bluesky),
    Platform("Mastodon", 500, count_mastodon),
    Platform("Threads", 500, count_threads),
    Platform("LinkedIn", 3_000, count_units),
    Platform("Facebook", 63_206, count_units),
)


def platform_named(name: str) -> Platform:
    """Return the platform of that name, or the first one where nobody knows the name."""
    return next((platform for platform in PLATFORMS if platform.name == name), PLATFORMS[0])
