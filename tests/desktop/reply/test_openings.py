from pathlib import Path

import pytest

from desktop.reply import openings
from desktop.reply.openings import installed_openings, usable_openings


def test_the_openings_that_come_along_can_be_read() -> None:
    assert installed_openings()[0].opener == "Thanks for the feedback"
    assert usable_openings() == (installed_openings(), ())


def test_a_broken_file_is_a_sentence_and_no_openings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "openings").mkdir()
    (tmp_path / "openings" / "openings.toml").write_text("openings = 7\n", encoding="utf-8")
    monkeypatch.setattr(openings, "files", lambda _package: tmp_path)

    found, problems = usable_openings()

    assert found == ()
    assert [problem.partition(":")[0] for problem in problems] == ["openings.toml, line 1, openings"]
