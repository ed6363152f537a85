from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from export.answers import Answers, read_answers
from export.decided import RowAnswer
from export.edits import changed_cells
from export.errors import UnreadableWorkbookError
from export.model import BoardNote
from export.rows import BOARD_NOTE, BOARD_STATUS, DECIDED_BY, DECISION, DECISIONS, EXTENSION, LINK_TO, TO_CHECK, TRACKER
from export.writers.workbook import write
from match.model import Choice, Decision
from tests.export.packs import a_hostile_round, a_round, an_empty_round, doubtful, entry, linked, recommendation, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from export.model import RoundPack

DECIDED = Decision("f", Choice.LINK, ("HT-1",), "P. Okoro", "2030-02-01T10:00")
FIRST = 4
"""The row under the headings."""


def fill(sheet: Worksheet, number: int = FIRST, /, **said: object) -> None:
    """Write into a row; the names of columns are given as they are in ``COLUMNS``."""
    headings = [cell.value for cell in sheet[3]]
    for name, value in said.items():
        sheet.cell(number, headings.index(COLUMNS[name]) + 1).value = value  # type: ignore[assignment]


COLUMNS = {
    "decision": DECISION,
    "link_to": LINK_TO,
    "who": DECIDED_BY,
    "status": BOARD_STATUS,
    "note": BOARD_NOTE,
    "extension": EXTENSION,
}


def answered(folder: Path, edit: Callable[[Workbook], None], pack: RoundPack | None = None) -> Answers:
    """Write a workbook, let somebody edit it, and read it back."""
    path = folder / "consolidated.xlsx"
    write(pack or a_round(), path)
    book = load_workbook(path, rich_text=True)
    edit(book)
    book.save(path)
    return read_answers(path)


def codes(answers: Answers) -> list[str]:
    return [problem.code for problem in answers.problems]


def test_a_workbook_nobody_wrote_in_says_nothing(tmp_path: Path) -> None:
    assert answered(tmp_path, lambda _: None) == Answers("2030-02")


def test_an_empty_round_says_nothing(tmp_path: Path) -> None:
    assert answered(tmp_path, lambda _: None, an_empty_round()) == Answers("2030-02")


DECISIONS_MEANT = (
    ("link", "HT-1", Choice.LINK, ("HT-1",)),
    ("link", "HT-1; HT-3", Choice.LINK, ("HT-1", "HT-3")),
    (" LINK ", "ht-2,\nHT-3;", Choice.LINK, ("HT-2", "HT-3")),
    ("link", "HT-1;HT-1", Choice.LINK, ("HT-1",)),
    ("not a recommendation", None, Choice.NOT_A_RECOMMENDATION, ()),
    ("new  recommendation", None, Choice.NEW_RECOMMENDATION, ()),
    ("decide later", None, Choice.LATER, ()),
)


def test_decisions_are_read_as_they_were_meant(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for number, (decision, link_to, *_) in enumerate(DECISIONS_MEANT, FIRST):
            fill(book[TO_CHECK], number, decision=decision, link_to=link_to, who="A. Reader")

    numbers = range(1, len(DECISIONS_MEANT) + 1)
    answers = answered(tmp_path, edit, a_round(*(row(number, doubtful(number)) for number in numbers)))

    assert answers.problems == ()
    assert answers.rows == tuple(
        RowAnswer(f"row {number}", choice, ids, "A. Reader", is_new=True)
        for number, (_, _, choice, ids) in zip(numbers, DECISIONS_MEANT, strict=True)
    )


DECISIONS_REFUSED: tuple[tuple[dict[str, str], str, str], ...] = (
    ({"decision": "link"}, "no-id", '"link"'),
    ({"decision": "link", "link_to": "HT-1; HT-77"}, "unknown-id", '"HT-77"'),
    ({"decision": "perhaps"}, "unknown-choice", '"perhaps"'),
    ({"link_to": "HT-1"}, "no-decision", '"HT-1"'),
    ({"who": "A. Reader"}, "no-decision", '"A. Reader"'),
    ({"decision": "not a recommendation", "link_to": "HT-1"}, "id-not-needed", '"HT-1"'),
)


def test_decisions_that_cannot_be_taken_over_are_quoted_with_their_place(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for number, (said, *_) in enumerate(DECISIONS_REFUSED, FIRST):
            fill(book[TO_CHECK], number, **said)

    numbers = range(1, len(DECISIONS_REFUSED) + 1)
    answers = answered(tmp_path, edit, a_round(*(row(number, doubtful(number)) for number in numbers)))

    assert answers.rows == ()
    for number, problem, (_, code, quoted) in zip(numbers, answers.problems, DECISIONS_REFUSED, strict=True):
        assert (problem.code, quoted in problem.message) == (code, True)
        assert str(problem.place) == f"consolidated.xlsx, sheet To check, row {FIRST - 1 + number}"


def test_a_decision_without_a_name_is_taken_over_and_asked_about(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: fill(book[TO_CHECK], decision="link", link_to="HT-1"))

    assert [answer.ids for answer in answers.rows] == [("HT-1",)]
    assert codes(answers) == ["nobody-named"]


def test_a_decision_made_before_is_read_again_and_is_not_new(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda _: None, a_round(row(1, linked(1, DECIDED))))

    assert answers.rows == (RowAnswer("row 1", Choice.LINK, ("HT-1",), "P. Okoro", is_new=False),)


@pytest.mark.parametrize("said", [{"decision": "take back"}, {"decision": None, "link_to": None}])
def test_a_decision_is_taken_back_by_choosing_so_or_by_clearing_it(tmp_path: Path, said: dict[str, str | None]) -> None:
    pack = a_round(row(1, linked(1, DECIDED)))
    answers = answered(tmp_path, lambda book: fill(book[DECISIONS], **said), pack)

    assert [(answer.choice, answer.is_new) for answer in answers.rows] == [(None, True)]


def test_the_boards_own_words_are_read(tmp_path: Path) -> None:
    agreed = datetime(2030, 3, 31)  # noqa: DTZ001 - a cell's date has no zone
    answers = answered(
        tmp_path, lambda book: fill(book[TRACKER], 5, status="Complete", note="Well done", extension=agreed)
    )

    assert answers.board == (BoardNote("HT-2", "complete", "Well done", "31/03/2030"),)
    assert answers.problems == ()


def test_a_board_status_in_other_words_is_kept_and_pointed_out(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: fill(book[TRACKER], status="nearly there"))

    assert answers.board == (BoardNote("HT-1", "nearly there"),)
    assert codes(answers) == ["unknown-status"]


def test_a_note_the_board_cleared_is_read_as_empty(tmp_path: Path) -> None:
    pack = replace(a_round(), board_notes=(BoardNote("HT-1", "complete", "Well done"),))
    answers = answered(tmp_path, lambda book: fill(book[TRACKER], status=None, note=None), pack)

    assert answers.board == (BoardNote("HT-1"),)


def test_what_the_board_wrote_stays_as_it_was_written_however_odd(tmp_path: Path) -> None:
    odd = ("=1+1", "_x0041_ x005F", "a\x07b", "#N/A", "two\nlines", "'quoted", "1e5", "31/03/2030", "\U0001f642")
    notes = tuple(BoardNote(f"HT-{number}", "", words, words) for number, words in enumerate(odd, 1))
    numbers = range(1, len(odd) + 1)
    pack = a_round(
        entries=tuple(entry(number) for number in numbers),
        recommendations=tuple(recommendation(number) for number in numbers),
    )
    answers = answered(tmp_path, lambda _: None, replace(pack, board_notes=notes))

    assert [note.note for note in answers.board] == [words.replace("\x07", "\u2407") for words in odd]


def turn_about(book: Workbook) -> None:
    """Move columns, sort rows and rename the sheet, as people do."""
    sheet = book[TO_CHECK]
    rows = [[cell.value for cell in line][::-1] for line in sheet.iter_rows(min_row=3)]
    for number, values in enumerate((rows[0], *rows[:0:-1]), 3):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value
    sheet.title = "Old list"
    sheet.insert_rows(1, 2)


def test_moved_columns_sorted_rows_and_a_renamed_sheet_do_no_harm(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        fill(book[TO_CHECK], 5, decision="link", link_to="HT-3", who="A. Reader")
        turn_about(book)

    answers = answered(tmp_path, edit, a_round(row(1, doubtful(1)), row(2, doubtful(2))))

    assert answers.rows == (RowAnswer("row 2", Choice.LINK, ("HT-3",), "A. Reader", is_new=True),)
    assert answers.problems == ()


def test_a_row_copied_and_decided_differently_is_a_contradiction(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TO_CHECK]
        fill(sheet, decision="link", link_to="HT-1", who="A. Reader")
        for column, cell in enumerate(sheet[FIRST], 1):
            sheet.cell(FIRST + 1, column).value = cell.value
        fill(sheet, FIRST + 1, link_to="HT-2")

    answers = answered(tmp_path, edit)

    assert answers.rows == ()
    assert codes(answers) == ["contradiction"]


def test_a_column_that_is_gone_is_said_with_those_found(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        fill(book[TO_CHECK], decision="link", link_to="HT-1")
        book[TO_CHECK].cell(3, [cell.value for cell in book[TO_CHECK][3]].index(DECISION) + 1).value = "Verdict"

    answers = answered(tmp_path, edit)
    (problem,) = answers.problems

    assert problem.code == "column-missing"
    assert "Verdict" in problem.message


def test_columns_taken_out_at_the_right_do_no_harm(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        fill(book[TRACKER], note="Well done")
        book[TRACKER].delete_cols(len(book[TRACKER][3]) - 5, 6)

    assert answered(tmp_path, edit).board == (BoardNote("HT-1", "", "Well done"),)


def test_a_sheet_that_is_gone_is_said(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: book.remove(book[TO_CHECK]))

    assert codes(answers) == ["sheet-missing"]


def test_an_answer_in_a_row_the_program_did_not_write_is_said(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: fill(book[TO_CHECK], FIRST + 1, decision="link", link_to="HT-1"))

    assert answers.rows == ()
    assert codes(answers) == ["unknown-row"]


@pytest.mark.parametrize(
    ("content", "part_of_reason"),
    [
        (None, "is not there"),
        (b"", "is damaged"),
        (b"PK\x03\x04 cut", "is damaged"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512), "is protected by a password"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, content: bytes | None, part_of_reason: str
) -> None:
    path = tmp_path / "consolidated.xlsx"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UnreadableWorkbookError) as raised:
        read_answers(path)

    assert raised.value.reason.startswith("consolidated.xlsx")
    assert part_of_reason in raised.value.reason
    assert raised.value.advice


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_workbook_cut_short_is_damaged(tmp_path: Path, share: float) -> None:
    path = tmp_path / "consolidated.xlsx"
    write(a_round(), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        read_answers(path)


def test_a_workbook_with_one_damaged_byte_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xlsx"
    write(a_round(), path)
    with ZipFile(path) as package:
        start = package.getinfo("xl/worksheets/sheet5.xml").header_offset
    whole = bytearray(path.read_bytes())
    whole[start + 400] ^= 0xFF
    path.write_bytes(whole)

    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        read_answers(path)


def test_some_other_workbook_is_not_taken_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xlsx"
    book = Workbook()
    book.save(path)

    with pytest.raises(UnreadableWorkbookError, match="not written by roundbook"):
        read_answers(path)


def saved_in_libreoffice(path: Path) -> Path:
    """Open a workbook in LibreOffice and save it, and return the saved one."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    saved = path.parent / "saved"
    subprocess.run([office, profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, path], check=True)
    return saved / path.name


def test_everything_outlives_saving_in_libreoffice(tmp_path: Path) -> None:
    answers = answered(
        tmp_path,
        lambda book: fill(book[TO_CHECK], decision="link", link_to="HT-3", who="A. Reader"),
        a_hostile_round(),
    )
    saved = saved_in_libreoffice(tmp_path / "consolidated.xlsx")

    assert answers.rows == (RowAnswer("row 1", Choice.LINK, ("HT-3",), "A. Reader", is_new=True),)
    assert read_answers(saved) == answers
    assert changed_cells(saved) == ()
