from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ingest.model import Finding, Level, Place
from roundbook import batch
from roundbook.board import Board
from roundbook.runs import RunOptions
from roundbook.telling import tell
from tests.roundbook.boards import make_board


def test_a_sentence_said_of_several_rows_is_told_once(tmp_path: Path) -> None:
    board = make_board(tmp_path / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Held in May."))
    result = batch.run(Board(board.folder), RunOptions(datetime.now(UTC), "r1"), lambda *_: None)
    nameless = [
        Finding(Level.CHECK, "nobody-named", "Nobody is named.", Place("consolidated.xlsx", row=row))
        for row in range(3)
    ]
    other = replace(nameless[0], message="An ID is unknown.")
    told = tell(replace(result, pack=replace(result.pack, findings=(*nameless, other))))
    assert told.of_findings == ("Nobody is named. (3 times; see the sheet Findings.)", "An ID is unknown.")
