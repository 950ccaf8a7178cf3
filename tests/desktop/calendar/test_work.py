"""A calendar is looked at in small batches, one at a time; it stops when told, and gives way to what is typed."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checks.engine import Engine, never
from checks.model import Draft, Layer, Occasion, Report
from checks.packs.loading import load_packs
from desktop.calendar.columns import Choice
from desktop.calendar.looking import BATCH, Looked
from desktop.calendar.reading import Table, TableRow
from desktop.calendar.work import CalendarWork, Opened
from desktop.checking.checking import Checking, Rules, Superseded

PATIENCE = 60_000
HEADED = Choice(0, headed=True)


@pytest.fixture
def work(qtbot: QtBot, checking: Checking) -> Iterator[CalendarWork]:
    work = CalendarWork(checking)
    checking.start()
    yield work
    assert work.shut_down()


@pytest.fixture
def batches(work: CalendarWork) -> list[Sequence[Looked]]:
    """Hold the batches that have come."""
    found: list[Sequence[Looked]] = []
    work.found.connect(found.append)
    return found


def table(count: int, draft: str = "Vote Labour") -> Table:
    return Table(Path("c.csv"), tuple(TableRow(number, (draft,)) for number in range(1, count + 1)))


def test_a_file_is_read_and_its_columns_guessed(qtbot: QtBot, work: CalendarWork, calendar: Callable[..., Path]) -> None:
    with qtbot.waitSignal(work.opened) as opened:
        work.open(calendar("One", "Two"))

    assert opened.args is not None
    found = opened.args[0]
    assert isinstance(found, Opened)
    assert (len(found.table.rows), found.choice) == (3, HEADED)


def test_ten_thousand_rows_come_in_order_and_a_few_at_a_time(
    qtbot: QtBot, work: CalendarWork, batches: list[Sequence[Looked]]
) -> None:
    with qtbot.waitSignal(work.ended, timeout=300_000):
        work.start(table(10_001), HEADED, Occasion())

    assert [row.number for batch in batches for row in batch] == list(range(2, 10_002))
    assert len(batches) == 10_000 // BATCH
    assert {len(batch) for batch in batches} == {BATCH}
    assert not work.is_busy


def test_one_batch_is_under_way_at_a_time(
    qtbot: QtBot, work: CalendarWork, checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the window is busy with a batch, none is being made for it to choke on."""
    lent: list[int] = []
    taken: list[int] = []
    lend = checking.lend

    def counted(job: Callable[[Rules | None, Superseded], None]) -> None:
        lent.append(len(taken))
        lend(job)

    monkeypatch.setattr(checking, "lend", counted)
    work.found.connect(lambda _batch: taken.append(1))
    with qtbot.waitSignal(work.ended, timeout=PATIENCE):
        work.start(table(5 * BATCH), Choice(), Occasion())

    assert lent == [0, 1, 2, 3, 4]


def test_when_it_is_cancelled_no_further_row_comes(qtbot: QtBot, work: CalendarWork, batches: list[Sequence[Looked]]) -> None:
    ended: list[bool] = []
    work.ended.connect(lambda: ended.append(True))
    work.found.connect(work.cancel)
    with qtbot.waitSignal(work.found, timeout=PATIENCE):
        work.start(table(10 * BATCH), Choice(), Occasion())
    with qtbot.waitSignal(work.opened):
        work.open(Path(__file__).with_suffix(".py"))

    assert len(batches) == 1
    assert ended == []
    assert not work.is_busy


def test_a_later_start_takes_the_place_of_an_earlier_one(
    qtbot: QtBot, work: CalendarWork, batches: list[Sequence[Looked]]
) -> None:
    work.start(table(50, "early"), Choice(), Occasion())
    with qtbot.waitSignal(work.ended, timeout=PATIENCE):
        work.start(table(6, "late"), Choice(), Occasion())

    assert [row.draft for batch in batches for row in batch] == ["late"] * 6


def test_a_draft_that_is_typed_meanwhile_is_checked_before_the_calendar_is_done(
    qtbot: QtBot, work: CalendarWork, checking: Checking, batches: list[Sequence[Looked]]
) -> None:
    done_before: list[int] = []
    checking.checked.connect(lambda _checked: done_before.append(len(batches)))
    rows = 400 * BATCH
    work.start(table(rows), Choice(), Occasion())
    checking.ask("hopeless", Occasion(), 0)
    with qtbot.waitSignal(work.ended, timeout=PATIENCE):
        pass

    assert done_before
    assert done_before[0] < 20
    assert sorted(row.number for batch in batches for row in batch) == list(range(1, rows + 1))


def test_no_row_is_left_out_or_looked_at_twice_while_somebody_types(
    qtbot: QtBot, work: CalendarWork, checking: Checking, batches: list[Sequence[Looked]]
) -> None:
    work.found.connect(lambda batch: checking.ask(f"draft {batch[0].number if batch else 0}", Occasion(), 0))
    with qtbot.waitSignal(work.ended, timeout=PATIENCE):
        work.start(table(30 * BATCH), Choice(), Occasion())

    assert [row.number for batch in batches for row in batch] == list(range(1, 30 * BATCH + 1))


def test_a_calendar_without_drafts_ends_at_once(qtbot: QtBot, work: CalendarWork) -> None:
    with qtbot.waitSignal(work.ended, timeout=PATIENCE):
        work.start(table(1), HEADED, Occasion())

    assert not work.is_busy


def test_what_cannot_be_read_is_said(qtbot: QtBot, work: CalendarWork, tmp_path: Path) -> None:
    with qtbot.waitSignal(work.failed, timeout=PATIENCE) as failed:
        work.open(tmp_path / "gone.csv")

    assert failed.args == ["gone.csv is not there or is not a file; choose a CSV file or a spreadsheet."]


def test_without_rules_that_is_said(qtbot: QtBot) -> None:
    def unreadable(_superseded: Superseded) -> Rules:
        raise OSError("zaunkoenig")

    checking = Checking(unreadable)
    work = CalendarWork(checking)
    checking.start()
    with qtbot.waitSignal(work.failed, timeout=PATIENCE) as failed:
        work.start(table(1), Choice(), Occasion())

    assert failed.args == ["The rules could not be read, so the drafts cannot be looked at; start Soundpost again."]
    assert not work.is_busy
    assert work.shut_down()
    assert checking.shut_down(60)


def test_a_fault_while_saving_is_said_without_what_it_quotes(qtbot: QtBot, work: CalendarWork) -> None:
    def stumble() -> Path:
        raise ValueError("zaunkoenig")

    with qtbot.waitSignal(work.failed, timeout=PATIENCE) as failed:
        work.save(stumble)

    assert "ValueError" in (failed.args or [""])[0]
    assert "zaunkoenig" not in (failed.args or [""])[0]


def test_only_layers_that_the_window_asks_are_asked(qtbot: QtBot, packs_folder: Path) -> None:
    asked: list[Sequence[Layer]] = []
    packs = load_packs(packs_folder)

    class Watched(Engine):
        def check(
            self, draft: Draft, occasion: Occasion, layers: Sequence[Layer] = (), cancelled: Callable[[], bool] = never
        ) -> Report:
            asked.append(layers)
            return super().check(draft, occasion, layers, cancelled)

    checking = Checking(lambda _superseded: Rules(Watched(packs), packs.countries), (Layer.INSTANT, Layer.LANGUAGE))
    work = CalendarWork(checking)
    checking.start()
    with qtbot.waitSignal(work.ended, timeout=PATIENCE):
        work.start(table(1), Choice(), Occasion())

    assert asked == [(Layer.INSTANT,)]
    assert work.shut_down()
    assert checking.shut_down(60)
