"""Keep keys in the system's key store; without one, in memory only, so that nothing sealed outlives the session."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from desktop.memory import keep_out_of_swap

_SERVICE = "soundpost"
_PLAIN_STORES = "keyrings.alt"
_NO_STORE = "keyring.backends.null"


class Secrets:
    """Remember small secrets by name.

    `kept` tells whether the last one written outlives this session, `answered` whether the key store answered when last read.
    """

    def __init__(self) -> None:
        """Ask nothing of the system yet."""
        self._memory: dict[str, bytes] = {}
        self.kept = False
        self.answered = False

    def read(self, name: str) -> bytes | None:
        """Return a secret, or None where there is none or the key store does not answer."""
        import keyring  # takes a tenth of a second, so it is loaded only where a secret is needed
        from keyring.errors import KeyringError

        if name in self._memory:
            return self._memory[name]
        self.answered = False
        try:
            plain = is_plain()
            found = None if plain else keyring.get_password(_SERVICE, name)
            self.answered = not plain
            secret = b64decode(found, validate=True) if found is not None else None
        except (KeyringError, NotBase64):
            return None
        if secret is not None:
            keep_out_of_swap(secret)
        return secret

    def write(self, name: str, secret: bytes) -> bool:
        """Keep a secret and tell whether it outlives this session."""
        import keyring
        from keyring.errors import KeyringError

        self._memory[name] = secret
        keep_out_of_swap(secret)
        self.kept, words = False, b64encode(secret).decode()
        try:
            if not is_plain():
                keyring.set_password(_SERVICE, name, words)
                # A key store that was switched off takes everything and keeps nothing.
                self.kept = keyring.get_password(_SERVICE, name) == words
        except KeyringError:
            return False
        return self.kept

    def forget(self, name: str) -> None:
        """Remove a secret wherever it is kept."""
        import keyring
        from keyring.errors import KeyringError

        self._memory.pop(name, None)
        try:
            keyring.delete_password(_SERVICE, name)
        except KeyringError:
            return


def is_plain() -> bool:
    """Tell a key store that writes secrets into a plain file, which is worse than none."""
    import keyring

    return type(keyring.get_keyring()).__module__.startswith(_PLAIN_STORES)


def is_switched_off() -> bool:
    """Tell a key store that takes everything and keeps nothing (`keyring --disable`)."""
    import keyring

    return type(keyring.get_keyring()).__module__.startswith(_NO_STORE)
