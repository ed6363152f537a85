from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from ingest.scratch import LONGEST_RUN_SECONDS, PREFIX, scratch_folder


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _leave(folder: Path, seconds_ago: float) -> Path:
    folder.mkdir()
    (folder / "1.docx").write_text("confidential")
    os.utime(folder, (time.time() - seconds_ago,) * 2)
    return folder


def _be_interrupted() -> None:
    with scratch_folder() as folder:
        (folder / "1.docx").write_text("confidential")
        raise KeyboardInterrupt


def test_nothing_stays_of_work_that_was_interrupted(temporary: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _be_interrupted()
    assert not any(temporary.iterdir())


def test_what_a_killed_run_left_goes_and_what_another_run_needs_stays(temporary: Path) -> None:
    killed = _leave(temporary / f"{PREFIX}old", LONGEST_RUN_SECONDS + 60)
    running = _leave(temporary / f"{PREFIX}new", 60)
    others = _leave(temporary / "roundbook-demo", LONGEST_RUN_SECONDS + 60)
    with scratch_folder():
        assert not killed.exists()
        assert running.exists()
        assert others.exists()
