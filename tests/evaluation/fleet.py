"""Play a fleet that polls a list on a real nginx on this machine, and print requests, bytes and failures; it is not shipped.

The fleet's clock is made up, its requests are real: waits come from the desktops' own `Polling`, downloads from their own
`ListSource`, and each desktop keeps its own signed metadata. Half-way a new list is published.
"""

import argparse
import heapq
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from checks.errors import SoundpostError
from checks.terms.model import Term, TermNote
from desktop.lists.polling import HOUR, Polling
from desktop.lists.repository import Plan, Repository
from desktop.lists.settings import Bounds, ListSettings
from desktop.lists.source import ListSource

PORT = 28_471
NGINX = f"""
daemon off; pid nginx.pid; error_log error.log; worker_processes 1; events {{ worker_connections 1024; }}
http {{ log_format sizes '$status $bytes_sent'; access_log access.log sizes;
client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
server {{ listen 127.0.0.1:{PORT}; root repo/public; }} }}
"""


@dataclass
class Desktop:
    """One desktop of the fleet."""

    settings: ListSettings
    folder: Path
    polling: Polling
    target: str = ""
    failures: list[str] = field(default_factory=list)

    def poll(self) -> float:
        """Ask once and return how long to wait, in seconds of the fleet."""
        try:
            with closing(ListSource(self.settings, self.folder, Bounds())) as source:
                offer = source.ask(datetime.now(UTC))
                if offer.name != self.target:
                    source.fetch(offer)
                    self.target = offer.name
        except SoundpostError as problem:
            self.failures.append(str(problem))
            return self.polling.after_failure()
        return self.polling.after_answer()


def play(desktops: Sequence[Desktop], hours: float, half_way: Callable[[], None]) -> Counter[int]:
    """Let every desktop poll when its time comes and return how many did in each minute."""
    chance = random.Random(3)
    # Eight in ten start around nine, the others at any time of the hour.
    starts = [max(chance.gauss(600, 150), 0) if chance.random() < 0.8 else chance.uniform(0, HOUR) for _ in desktops]
    queue = [
        (start + desktop.polling.first(has_list=True), number)
        for number, (start, desktop) in enumerate(zip(starts, desktops, strict=True))
    ]
    heapq.heapify(queue)
    minutes: Counter[int] = Counter()
    published = False
    while queue[0][0] < hours * HOUR:
        moment, number = heapq.heappop(queue)
        if not published and moment > hours * HOUR / 2:
            half_way()
            published = True
        minutes[int(moment // 60)] += 1
        heapq.heappush(queue, (moment + desktops[number].poll(), number))
    return minutes


def publish(repository: Repository, terms: int) -> None:
    """Publish a list of made-up names."""
    note = TermNote("Not public yet.", "Press office")
    repository.publish(repository.build([Term(f"Project {number}x", note) for number in range(terms)]))


def tell(place: Path, desktops: Sequence[Desktop], minutes: Counter[int], seconds: float) -> None:
    """Print what the server counted, and what the fleet saw."""
    answers: Counter[str] = Counter()
    sent = 0
    for line in (place / "access.log").read_text().splitlines():
        status, size = line.split()
        answers[status] += 1
        sent += int(size)
    questions, fleet = minutes.total(), len(desktops)
    busiest = max(minutes.values()) / 60
    print(f"{fleet} desktops, {questions} questions in {seconds:.1f} s: {questions / seconds:.0f} a second by this one process")
    print(f"requests {answers.total()} {dict(answers)}, {sent:,} bytes, {sent / questions:,.0f} bytes a question")
    print(f"busiest minute {busiest:.2f} questions a second; for 500,000 desktops {busiest * 500_000 / fleet:,.0f}")
    same = Counter(desktop.target for desktop in desktops).most_common(1)[0][1]
    print(f"failures {sum(len(desktop.failures) for desktop in desktops)}; desktops with the newest list {same}")


def main() -> None:
    """Serve, play and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--desktops", type=int, default=200)
    parser.add_argument("--hours", type=float, default=6)
    parser.add_argument("--terms", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o711)
        repository = Repository(place / "repo", datetime.now(UTC))
        repository.make(Plan())
        (place / "repo").chmod(0o755)
        publish(repository, options.terms)
        (place / "nginx.conf").write_text(NGINX)
        settings = ListSettings(f"http://127.0.0.1:{PORT}", (place / "repo" / "root.json").read_bytes())
        server = subprocess.Popen(["nginx", "-p", folder, "-c", str(place / "nginx.conf")])
        try:
            while not (place / "nginx.pid").exists():
                time.sleep(0.05)
            chance = random.Random(5)
            desktops = [
                Desktop(settings, place / f"desktop-{number}", Polling(chance.random)) for number in range(options.desktops)
            ]
            begun = time.monotonic()
            minutes = play(desktops, options.hours, lambda: publish(repository, options.terms + 1))
            tell(place, desktops, minutes, time.monotonic() - begun)
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
