"""Feed the identifier scanner whatever a fuzzer comes up with, and say which text was slowest for its length.

    python tests/fuzz/fuzz_identifiers.py [SECONDS]

With atheris (not among the pins: it has no Windows wheel) the fuzzer is led by coverage; without it, texts are put together at
random from the scanner's own vocabulary. Every finding must lie in the text; a stumble ends the run with its traceback.
"""

import random
import sys
import time
from dataclasses import dataclass

from checks.identifiers.scanning import KINDS, MARKINGS, Scanner

SEEDS = (
    *("AB123456C", "401 023 2137", "12-34-56 12345678", "4111 1111 1111 1111", "GB29NWBK60161331926819", "+64 21 123 4567"),
    *(
        "password is Tiger9",
        "eyJhbGciOiJIUzI1NiJ9.e30.x",
        "postgres://a:b@c/d",
        "?token=abc123DEF456",
        "-----BEGIN RSA PRIVATE KEY-----",
    ),
    *(
        "OFFICIAL-SENSITIVE",
        "[SEC=PROTECTED]",
        "SECRET//NOFORN",
        "dob 1/2/1980",
        "jo@example.org",
        "0300 123 4567",
        "2001:db8::1",
    ),
    *("nhs ", "\n", " ", "-", "/", ".", ":", "=", "0", "1", "9", "A", "z", "é", "🎉", "\u00a0", "\u2011"),
)
SECONDS = 60.0
LEAST_LENGTH = 50


@dataclass
class Slowest:
    """The text that took longest for its length, and how many were tried."""

    text: str = ""
    per_character: float = 0.0
    tried: int = 0

    def take(self, scanner: Scanner, text: str) -> None:
        """Scan a text, check what is found, and remember the slowest."""
        self.tried += 1
        start = time.process_time()
        found = scanner.scan(text)
        spent = time.process_time() - start
        assert all(0 <= item.span.start < item.span.end <= len(text) for item in found)
        if len(text) >= LEAST_LENGTH and spent / len(text) > self.per_character:
            self.text, self.per_character = text, spent / len(text)


def made(chance: random.Random) -> str:
    """Return a text of up to forty of the seeds, some of them repeated many times."""
    parts = chance.choices(SEEDS, k=chance.randint(1, 40))
    return "".join(part * chance.choice((1, 1, 1, 2, 50)) for part in parts)


def main() -> int:
    """Run for the seconds asked for and print what was tried and which text was slowest."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    scanner = Scanner(KINDS | MARKINGS)
    slowest = Slowest()
    try:
        import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # not among the pins
    except ImportError:
        chance = random.Random(1)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            slowest.take(scanner, made(chance))
        report(slowest, "random texts")
        return 0
    atheris.instrument_all()

    def one(data: bytes) -> None:
        slowest.take(scanner, atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(len(data)))
        if slowest.tried % 1000 == 0:
            report(slowest, "texts led by coverage")

    atheris.Setup([sys.argv[0], f"-max_total_time={int(seconds)}", "-max_len=2000", "-verbosity=0"], one)
    atheris.Fuzz()
    return 0


def report(slowest: Slowest, kind: str) -> None:
    """Print the figures so far."""
    print(f"{slowest.tried:,} {kind}; slowest {1e6 * slowest.per_character:.2f} µs a character: {slowest.text[:120]!r}")


if __name__ == "__main__":
    sys.exit(main())
