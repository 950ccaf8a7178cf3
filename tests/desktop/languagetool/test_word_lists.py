"""LanguageTool starts with the dictionaries made of its lists of words when it was built, and can make them itself."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from checks.model import LayerState
from desktop.languagetool.home import Installation
from desktop.languagetool.proofreader import VARIANTS, LanguageTool

READY = "word-lists.ready"
MAKER = "morfologik.fsa.builders.CFSA2Serializer"
WRITTEN = "Nolwazzi and zebrafishh: thsi is alright."

Noticed = Sequence[tuple[str, int, int, tuple[str, ...]]]

pytestmark = pytest.mark.java


def without_ready_lists(installation: Installation, folder: Path) -> Installation:
    """Return an installation as it would be had nothing been made ready."""
    bare = folder / installation.folder.name
    shutil.copytree(installation.folder, bare, ignore=shutil.ignore_patterns(READY))
    return replace(installation, folder=bare)


def proofread(installation: Installation, folder: Path) -> tuple[Noticed, bool]:
    """Return what is noticed for each variant of English, and whether Java had to load what makes a dictionary."""
    assert installation.java is not None
    record = folder / "classes"
    java = folder / "java"
    java.write_text(f'#!/bin/sh\nexec "{installation.java}" -Xlog:class+load:file="{record}" "$@"\n', encoding="utf-8")
    java.chmod(0o755)
    service = LanguageTool(replace(installation, java=java), answer_seconds=60)
    service.start()
    assert service.state is LayerState.OK, service.note
    try:
        matches = [match for country in VARIANTS for match in service.matches(WRITTEN, country)]
    finally:
        service.close()
    noticed = [(match.rule_id, match.offset, match.error_length, tuple(match.replacements)) for match in matches]
    return noticed, MAKER in record.read_text(encoding="utf-8")


def test_no_dictionary_is_made_at_a_start_and_none_would_say_anything_else(installation: Installation, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("what records the classes is a shell script")
    noticed, made = proofread(installation, tmp_path)

    assert len(noticed) >= 3 * len(VARIANTS)
    assert not made
    assert proofread(without_ready_lists(installation, tmp_path), tmp_path) == (noticed, True)


def test_a_damaged_file_of_them_stops_nothing(installation: Installation, tmp_path: Path) -> None:
    bare = without_ready_lists(installation, tmp_path)
    whole = (installation.folder / READY).read_bytes()
    (bare.folder / READY).write_bytes(whole[: len(whole) // 2])

    service = LanguageTool(bare, answer_seconds=60)
    service.start()
    assert service.state is LayerState.OK, service.note
    service.close()
