"""What decides whether a trial was passed can say no."""

from pathlib import Path

import faults
import fuzz
import kills
import paper
import privacy
import pytest
import soak


def looks(**changed: int) -> list[dict[str, int]]:
    flat = {"rss": 100_000_000, "threads": 5, "handles": 8, "children": 1, "files": 9}
    return [*([flat] * 12), *([flat | changed] * 4)]


def test_what_stays_as_it_is_is_flat() -> None:
    assert soak.faults_of(looks(rss=104_000_000, threads=4)) == []


@pytest.mark.parametrize(
    ("name", "value"), [("rss", 106_000_000), ("rss", 94_000_000), ("threads", 6), ("handles", 9), ("children", 2), ("files", 10)]
)
def test_what_grows_is_told(name: str, value: int) -> None:
    assert len(soak.faults_of(looks(**{name: value}))) == 1


def test_too_few_looks_show_nothing() -> None:
    assert soak.faults_of(looks()[:7]) == ["only 7 looks were taken, too few to tell"]


SURVIVED = {
    "whole": True,
    "copied": True,
    "wrong": 0,
    "children": 0,
    "status": "Instant: on",
    "said": ["Language: off\nJava was not found"],
}


def test_a_fault_is_survived_when_all_is_there_and_said() -> None:
    assert faults.shortcomings(SURVIVED, 0, "Java was not found") == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"whole": False}, 0),
        ({"copied": False}, 0),
        ({"wrong": 1}, 0),
        ({"children": 1}, 0),
        ({"said": []}, 0),
        ({}, -9),
        ({}, None),
    ],
)
def test_each_shortcoming_is_told(told: dict[str, object], status: int | None) -> None:
    assert len(faults.shortcomings(SURVIVED | told, status, "Java was not found")) == 1


def test_what_is_lost_is_counted_from_the_last_word_that_came_back() -> None:
    typed = [(0, 10.0), (1, 11.0), (2, 13.5)]
    assert kills.lost_seconds(typed, 2) == 0
    assert kills.lost_seconds(typed, 0) == 3.5
    assert kills.lost_seconds(typed, None) == 3.5
    assert kills.lost_seconds([], None) == 0


def test_a_draft_that_does_not_come_back_is_no_kill_survived() -> None:
    found = kills.Kills(problems=[])
    kills.judge(found, 3, [(0, 10.0), (9, 19.0)], {"back": [3, 9]})
    kills.judge(found, 4, [(0, 10.0), (9, 19.0)], {"back": [3, 9]})
    kills.judge(found, 5, [(0, 10.0)], None)
    assert (found.tried, found.survived, found.worst, len(found.problems or ())) == (3, 1, 9.0, 2)


@pytest.mark.parametrize(
    "call",
    [
        'write(3</home/a/draft.txt>, "a zaunkoenig", 12) = 12',
        'pwrite64(3</home/a/draft.txt>, "z\\0a\\0u\\0n\\0k\\0o\\0e\\0n\\0i\\0g\\0", 20, 0) = 20',
        'sendto(9<UNIX-STREAM:[1->2]>, "zaunkoenig", 10, 0, NULL, 0) = 10',
        'sendto(9<TCP:[10.0.0.2:4000->192.0.2.1:80]>, "zaunkoenig", 10, 0, NULL, 0) = 10',
        'execve("/bin/java", ["java", "zaunkoenig"], 0x7f /* 9 vars */) = 0',
    ],
)
def test_a_canary_in_clear_is_seen(call: str) -> None:
    seen = privacy.Seen()
    privacy.look_at([f"123   {call}\n"], seen)
    assert len(seen.plain) == 1
    assert not seen.allowed


@pytest.mark.parametrize(
    "call",
    [
        'write(1<pipe:[77]>, "zaunkoenig", 10) = 10',
        'sendto(9<TCP:[127.0.0.1:4000->127.0.0.1:8081]>, "zaunkoenig", 10, 0, NULL, 0) = 10',
    ],
)
def test_a_canary_on_its_way_to_a_child_of_ours_is_let_be(call: str) -> None:
    seen = privacy.Seen()
    privacy.look_at([f"123   {call}\n", '123 connect(5<UNIX-STREAM:[9]>, {sa_family=AF_UNIX, sun_path="/x"}, 9) = 0\n'], seen)
    assert (seen.plain, seen.leaving, seen.allowed, seen.connects) == ([], [], 1, 1)


@pytest.mark.parametrize(
    ("call", "leaves"),
    [
        ('connect(5<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = 0', True),
        ('connect(5<TCPv6:[1]>, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = 0', True),
        ('sendto(5<UDP:[1]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 1', True),
        ('connect(5<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0', False),
    ],
)
def test_a_call_that_leaves_the_machine_is_seen(call: str, leaves: bool) -> None:
    seen = privacy.Seen()
    privacy.look_at([f"123 {call}\n"], seen)
    assert bool(seen.leaving) is leaves


def test_an_error_that_is_not_documented_is_a_find() -> None:
    def run(data: bytes) -> None:
        raise KeyError if data == b"bad" else ValueError

    tally = fuzz.Tally()
    target = fuzz.Target("test", [b"good"], run, (ValueError,))
    fuzz.try_once(target, b"good", tally)
    fuzz.try_once(target, b"bad", tally)
    fuzz.try_once(target, b"bad", tally)
    assert (tally.executions, tally.refused, list(tally.finds.values())) == (3, 1, [b"bad"])


def test_a_run_replaces_its_own_section_only(tmp_path: Path) -> None:
    whole = paper.with_section(paper.with_section("", "fuzz", "old"), "soak", "first")
    again = paper.with_section(whole, "fuzz", "new")
    assert again.index("first") < again.index("new")
    assert "old" not in again
    assert paper.with_section(again, "fuzz", "new") == again
