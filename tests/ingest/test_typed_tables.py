from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.folder import read_document
from ingest.model import SourceDocument, UnreadDocument
from ingest.typed_tables import page_with_tables

ROWS = (
    ("No.", "Recommendation", "Update"),
    ("1", "Train all staff", "Forty trained."),
    ("2", "Audit files & notes", "Begun."),
)
SPACED = ["".join(cell.ljust(25) for cell in row).rstrip() for row in ROWS]
TYPED = {
    "tabs": "\n".join("\t".join(row) for row in ROWS),
    "quoted": "\n".join("> " + "\t".join(row) for row in ROWS),
    "strokes": "\n".join(" | ".join(row) for row in ROWS),
    "framed": "\n|---|---|---|\n".join(f"| {' | '.join(row)} |" for row in ROWS),
    "spaces": "\n".join(SPACED),
    "spaces and a rule": "\n".join((SPACED[0], "-" * 60, *SPACED[1:])),
    "blank lines between": "\n\n".join("\t".join(row) for row in ROWS),
}


def _rows(document: object) -> list[tuple[str, ...]]:
    assert isinstance(document, SourceDocument), document
    (table,) = document.tables
    return [tuple(cell.text for cell in table.cells if cell.row == row) for row in range(1, table.n_rows + 1)]


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_a_table_typed_in_an_e_mail_is_a_table(tmp_path: Path, typed: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "J. Smith <j@fernlight.example>", "Our return"
    message.set_content(f"Dear all,\n\n{typed}\n\nBest wishes\nJo Smith\n")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    document = read_document(tmp_path / "a.eml", "a.eml")
    assert _rows(document) == list(ROWS)
    assert isinstance(document, SourceDocument)
    assert [each.text for each in document.paragraphs][-2:] == ["Best wishes", "Jo Smith"]


def test_a_table_typed_in_a_text_file_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Our return\n\n{TYPED['framed']}\n", encoding="utf-8")
    assert _rows(read_document(tmp_path / "a.txt", "a.txt")) == list(ROWS)


def test_a_line_that_leaves_the_first_column_blank_goes_on_with_the_row_above() -> None:
    first, second, third = SPACED
    page = page_with_tables("\n".join((first, second, " " * 50 + "Ten more to come.", third)))
    assert "<td>Forty trained. Ten more to come.</td>" in page


@pytest.mark.parametrize("mark", ["\t", "|"])
def test_a_quoted_cell_may_hold_lines(mark: str) -> None:
    first = mark.join(('"Train all', 'staff, ""new"" too"', '"Forty trained.', 'Ten to come."'))
    broken = first.replace(f"all{mark}", "all\n").replace(f".{mark}", ".\n")
    page = page_with_tables("\n".join((mark.join(ROWS[0]), f"1{mark}{broken}", mark.join(ROWS[2]), '"We met.', 'Jo"')))
    assert '<td>Train all<br>staff, "new" too</td><td>Forty trained.<br>Ten to come.</td>' in page.replace(
        "&quot;", '"'
    )
    assert page.endswith("<p>&quot;We met.</p>\n<p>Jo&quot;</p>")


@pytest.mark.parametrize("mark", ["\t", "|"])
def test_an_odd_quotation_mark_takes_no_lines_with_it(mark: str) -> None:
    rows = [mark.join(row) for row in (ROWS[0], ("1", "Train all staff", '"Forty'), ROWS[2])]
    assert page_with_tables("\n".join(rows)).count("<tr>") == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nour return is attached.",
        "Tel:\t0123\nFax",
        "One | two | three",
        "We met.  We spoke.  We agreed.\nNothing else.",
        "-----\n| | |\n-----",
    ],
)
def test_other_text_holds_no_table(tmp_path: Path, text: str) -> None:
    assert page_with_tables(text) == ""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    document = read_document(tmp_path / "a.txt", "a.txt")
    assert isinstance(document, UnreadDocument)
    assert "table" in document.advice
