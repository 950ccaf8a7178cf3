"""The exceptions of checks/, one class for each thing a person can do about it.

Every message is one sentence for the person who can mend it: what happened, where, what to do. None carries any text of a draft.
"""


class SoundpostError(Exception):
    """Be the base of all errors whose message may be shown to a person as it is."""


class DraftError(SoundpostError):
    """Say that a text cannot be checked as it is: too long, or not made of whole characters."""


class OccasionError(SoundpostError):
    """Say that an account, country or closeness is not one that the packs know."""


class PackError(SoundpostError):
    """Say that a pack, a rule or a word list is wrong, with its file, line and key."""


class TermListError(SoundpostError):
    """Say why a list of terms cannot be used as it is."""


class LayerUnavailableError(SoundpostError):
    """Say why a layer cannot answer now; the other layers go on. `state` is the layer's state in a report."""

    def __init__(self, note: str, state: str = "failed") -> None:
        """Take the sentence for the status line and one of failed, starting, missing and not asked."""
        super().__init__(note)
        self.state = state


class CheckCancelledError(SoundpostError):
    """Say that a check was stopped because a newer revision replaced it; nobody needs to be told."""
