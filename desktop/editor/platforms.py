"""How long a post may be, platform by platform."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """A place to post, and how many characters it takes."""

    name: str
    limit: int

    def left(self, text: str) -> int:
        """Return how many more characters there is room for; fewer than none where the text is too long."""
        return self.limit - len(text)


PLATFORMS = (
    Platform("X", 280),
    Platform("Bluesky", 300),
    Platform("Mastodon", 500),
    Platform("LinkedIn", 3_000),
    Platform("Facebook", 63_206),
)


def platform_named(name: str) -> Platform:
    """Return the platform of that name, or the first one where nobody knows the name."""
    return next((platform for platform in PLATFORMS if platform.name == name), PLATFORMS[0])
