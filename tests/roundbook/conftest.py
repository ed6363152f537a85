from __future__ import annotations

from pathlib import Path

import pytest

from tests.roundbook.boards import TestBoard, make_board


@pytest.fixture
def board(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> TestBoard:
    """A board without returns; whatever a command writes where it stands lands among the temporary files."""
    monkeypatch.chdir(tmp_path)
    return make_board(tmp_path / "board", capsys)
