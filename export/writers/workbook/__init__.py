"""The consolidated workbook: everything a round holds, on sheets a board can read, sort, print and write in.

Laid out by the Government Analysis Function's guidance on spreadsheets and WCAG 2.2: one titled table to a sheet, no
merged cells, a word beside every colour. Sheets are streamed, so that memory does not grow with the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.writer.theme import theme_xml

from export import styles
from export.keeping import Keeping
from export.writers.workbook.changes import changes
from export.writers.workbook.charts import add_chart
from export.writers.workbook.checks import checks
from export.writers.workbook.cover import SHEET as COVER
from export.writers.workbook.cover import write_cover
from export.writers.workbook.coverage import coverage, unanswered
from export.writers.workbook.documents import left_over, sources
from export.writers.workbook.letters import letters
from export.writers.workbook.linking import decisions, links_made, to_check
from export.writers.workbook.long_texts import LongTexts
from export.writers.workbook.noticed import findings, notes
from export.writers.workbook.package import save
from export.writers.workbook.sent import updates
from export.writers.workbook.sheet import SheetWriter
from export.writers.workbook.summary import in_words, progress, round_tallies, summary, tallies
from export.writers.workbook.text import writable
from export.writers.workbook.timeline import timeline
from export.writers.workbook.tracker import tracker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from export.model import RoundPack
    from export.rows import Table

TABLES: tuple[Callable[[RoundPack], Table[Any]], ...] = (
    summary,
    progress,
    tracker,
    changes,
    checks,
    to_check,
    decisions,
    links_made,
    updates,
    timeline,
    coverage,
    unanswered,
    letters,
    sources,
    left_over,
    findings,
    notes,
)
"""The sheets in their order; each makes its table from the round."""

ABOUT: dict[str, str] = {
    "Summary": "How far each agency has come, with a chart.",
    "Tracker": "Every recommendation with its latest update, evidence, status and rating.",
    "Progress": "How far all agencies together have come from round to round, with a chart.",
    "Changes": "What is different since the previous round, word by word.",
    "Checks": "What is worth asking about: overdue, contradictions, missing evidence, dates moved.",
    "To check": "Rows that wait for a decision.",
    "Decisions": "Decisions already made, to change or take back.",
    "Links made": "What the program linked by itself, to change where it is wrong.",
    "Updates": "Every row the agencies ever sent, as they wrote it, by round.",
    "Timeline": "What was said of each recommendation in dated entries, by date, over all rounds.",
    "Coverage": "Who sent a return, and how much of it was answered.",
    "Unanswered": "Recommendations nothing arrived about.",
    "Chase letters": "Words to paste into an e-mail, agency by agency.",
    "Sources": "Every file of the round and where its words went.",
    "Left over": "Words that are in no row of a return.",
    "Findings": "Problems and checks noticed while reading.",
    "Notes": "What the program decided by itself: tracked changes, formats, files set aside.",
    "Long texts": "Texts too long for one cell, kept whole.",
}


def write(pack: RoundPack, path: Path) -> None:
    """Write the round's workbook to ``path``, which the caller puts in place. Raises ``OSError``."""
    book = _empty_book(pack)
    cover = book.create_sheet(COVER)
    keeping, long_texts, charts = Keeping(pack), LongTexts(), _charts(pack)
    writer = SheetWriter(book, keeping, long_texts)
    for make_table in TABLES:
        table = make_table(pack)
        sheet = writer.write(table)
        if chart := charts.get(table.sheet):
            add_chart(sheet, chart.name, chart.n_bars, chart.n_rows)
    if long_table := long_texts.table():
        writer.write(long_table)
    write_cover(cover, pack, ((name, ABOUT[name]) for name in book.sheetnames if name != COVER))
    writer.write(keeping.table())
    save(book, path, [chart.in_words for chart in charts.values()])


def _empty_book(pack: RoundPack) -> Workbook:
    """Return a workbook without sheets, its ordinary font and its properties set."""
    book = Workbook(write_only=True)
    # The first font is the ordinary one: column widths are counted in its digits (ECMA-376 Part 1, 18.3.1.13).
    book._fonts[0] = Font(name=styles.FONT, size=styles.FONT_SIZE)  # type: ignore[attr-defined] # noqa: SLF001 - no public way to it
    book.loaded_theme = theme_xml.replace("Calibri", styles.FONT).replace("Cambria", styles.FONT).encode()
    properties = book.properties
    properties.title = writable(f"Consolidated workbook, round {pack.round}")
    properties.subject = writable(pack.review)
    properties.creator = properties.lastModifiedBy = "roundbook"
    properties.language = "en-GB"
    return book


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart is called, how many bars it has, how many rows the table above it, and what it shows."""

    name: str
    n_bars: int
    n_rows: int
    in_words: str


def _charts(pack: RoundPack) -> dict[str, Chart]:
    """Return the charts by their sheets, in the order of these; a table without rows has none."""
    agencies, rounds = tallies(pack), round_tallies(pack)
    if not agencies:
        return {}
    by_agency = f"Stacked bars of the recommendations of each agency by status. {in_words(agencies[-1:])}."
    by_round = f"Stacked bars of all recommendations by status after each round. {in_words(rounds)}."
    return {
        "Summary": Chart("Status of recommendations by agency", len(agencies) - 1, len(agencies), by_agency),
        "Progress": Chart("Status of recommendations by round", len(rounds), len(rounds), by_round),
    }
