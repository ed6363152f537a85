"""The last pages: changes to the master list, who sent nothing, what is missing, and the files received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.changes.lettering import shorten
from export.writers.change_document import look
from export.writers.change_document.groups import write_passage
from export.writers.change_document.paper import longest_words

if TYPE_CHECKING:
    from export.changes.figures import AgencyLine
    from export.changes.open_points import OpenRow
    from export.changes.page import Page
    from export.writers.change_document.paper import Paper

AGENCY_WIDTH = 19.0
"""As the headings beside it are counted: letters."""
EXCERPT = 600
"""Characters of a row that waits; the whole of it is in the workbook."""


def write_rest(paper: Paper, page: Page) -> None:
    """Write everything that stands after the changes."""
    _write_master_list(paper, page)
    _write_agencies(paper, page)
    if page.knows_files:
        _write_open_points(paper, page)
        _write_files(paper, page)


def _write_master_list(paper: Paper, page: Page) -> None:
    if page.list_edits:
        paper.heading(f"Changed on the master list ({len(page.list_edits)})", 1)
        for edit in page.list_edits:
            paper.paragraph(edit.message)
            if edit.passage:
                write_passage(paper, edit.passage, edit.before_round)
    if page.new_on_list:
        paper.heading(f"New on the master list ({len(page.new_on_list)})", 1)
        line = paper.paragraph()
        for at, (recommendation, anchor) in enumerate(page.new_on_list):
            paper.run(line, ", " if at else "")
            paper.link(line, recommendation, anchor)
    if page.gone_from_list:
        paper.heading(f"No longer on the master list ({len(page.gone_from_list)})", 1)
        paper.paragraph("What was last said of them is kept here, and nowhere else in this round.", look.QUIET)
        for entry in page.gone_from_list:
            paper.heading(entry.id, 3)
            paper.paragraph(f"Status: {entry.status.value}.")
            for name, words in (("Update", entry.update), ("Evidence", entry.evidence)):
                if words:
                    paper.paragraph(name, look.LABEL)
                    paper.paragraph(words, look.BEFORE)


def _write_agencies(paper: Paper, page: Page) -> None:
    paper.heading("By agency", 1)
    headings = ("Agency", "Heard from", *page.headings, "All", "Complete now", "Overdue")
    paper.table(
        "What each agency sent, by number of recommendations",
        headings,
        map(_agency_row, page.agencies),
        widths=(AGENCY_WIDTH, *longest_words(headings[1:])),
        numbers=range(2, len(headings)),
    )
    if page.silent:
        paper.heading(f"Agencies that sent nothing ({len(page.silent)})", 2)
        for agency in page.silent:
            paper.paragraph(agency, look.BULLET)


def _agency_row(line: AgencyLine) -> tuple[str, ...]:
    numbers = (*line.topics, line.recommendations, line.complete, line.overdue)
    return (line.agency, "Yes" if line.was_heard else "No", *map(str, numbers))


def _write_open_points(paper: Paper, page: Page) -> None:
    points = page.open_points
    paper.heading("Not in this record yet", 1)
    if points.is_complete:
        paper.paragraph("Nothing: every file was read, and every row of every return is linked to a recommendation.")
    if points.not_read:
        paper.table(
            "Files that could not be read, or not in full",
            ("File", "Outcome", "What to do"),
            ((record.path, record.outcome.value.capitalize(), record.message) for record in points.not_read),
            widths=(5, 2, 8),
        )
    _write_rows(paper, "Rows that wait for a person to say which recommendation they are about", points.to_check)
    _write_rows(paper, "Rows about nothing on the master list", points.not_on_list)
    if points.findings:
        paper.heading("Worth a look", 2)
    for finding in points.findings:
        place = f" ({finding.place})" if finding.place.document else ""
        paper.paragraph(f"{finding.message}{place}", look.BULLET)


def _write_rows(paper: Paper, caption: str, rows: tuple[OpenRow, ...]) -> None:
    if not rows:
        return
    paper.table(
        caption,
        ("Where it stands", "What it says", "Most like"),
        (
            (
                "\n".join(part for part in (row.source.document, row.source.spot, row.agency) if part),
                "\n".join(
                    part
                    for part in (
                        shorten(f"{row.number} {row.recommendation}", EXCERPT),
                        row.update and f"Update: {shorten(row.update, EXCERPT)}",
                        row.evidence and f"Evidence: {shorten(row.evidence, EXCERPT)}",
                    )
                    if part
                ),
                ", ".join(row.candidates) or "Nothing on the list",
            )
            for row in rows
        ),
        widths=(4, 8, 3),
    )


def _write_files(paper: Paper, page: Page) -> None:
    paper.heading(f"Files received ({len(page.documents)})", 1)
    paper.table(
        "Every file of the round and what became of it",
        ("File", "Agency", "Outcome", "Rows", "Remark"),
        (
            (
                record.path,
                ", ".join(record.agencies),
                record.outcome.value.capitalize(),
                str(record.rows),
                record.message,
            )
            for record in page.documents
        ),
        widths=(5, 3, 2, 1.2, 6),
        numbers=(3,),
    )
