"""A return form as a Word document: a table with one row for each recommendation, the last columns to be filled in."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from export.changes.lettering import shorten, visible
from export.forms import look
from export.forms.controls import Control, add_choice, add_text_control
from export.forms.properties import add_properties
from export.styles import EDITABLE_HEADING_FILL
from export.word.markup import (
    add_field,
    clear_tabs,
    describe,
    mark_row,
    set_cell_margins,
    set_modern,
    set_widths,
    shade,
)
from export.word.package import save
from export.word.styling import GRID, LANGUAGE
from normalize.forms import EVIDENCE_PROMPT, GUIDANCE, RETURN_BY, STATUS_PROMPT, UPDATE_PROMPT, make_tag
from normalize.identifiers import print_id
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docx.document import Document as Paper
    from docx.table import Table, _Cell

    from export.forms.model import FormRow, ReturnForm

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 29.7, 21.0, 1.5
"""A4 on its side, in centimetres."""
WIDTH = PAGE_WIDTH - 2 * MARGIN

HEADINGS = ("ID", "Recommendation", "Last reported", "Status", "Update", "Evidence")
"""In words the reading side knows."""
TO_FILL_IN = 3
"""How many columns, the last ones, are the agency's; their headings have the colour of what is to be filled in."""
LEAST_HEIGHT = 1.9
"""Centimetres; room for a few lines by hand."""
SHARES = (6.4, 4.6, 2.9, 6.0, 4.4)
"""How the columns beside the first share the line."""
LETTER, ROOM, NARROWEST, WIDEST = 0.25, 0.5, 2.0, 5.0
"""Centimetres that a letter of an id and the sides of its cell take: an id that breaks in two is hard to copy."""

LONGEST_REPORT = 600
"""Letters of the last update that are shown: enough to go on from. The board has the whole of it."""
NOTHING_REPORTED = "Nothing reported yet."


def write(form: ReturnForm, path: Path) -> None:
    """Write a form to ``path``. Raises ``OSError``. The same form, the same bytes."""
    paper = Document()
    look.dress(paper)
    _set_up(paper, form)
    _write_top(paper, form)
    _write_table(paper, form)
    if form.closed:
        listed = ", ".join(form.closed)
        paper.add_paragraph(visible(f"Not asked about, because the board has closed them: {listed}."))
    save(paper, path)


def _name(form: ReturnForm) -> str:
    return f"{form.review}: return form" if form.review else "Return form"


def _set_up(paper: Paper, form: ReturnForm) -> None:
    """Set the page, the foot of it, and what the file says of itself."""
    properties = paper.core_properties
    properties.title, properties.subject, properties.language = visible(_name(form)), visible(form.board), LANGUAGE
    properties.author = properties.last_modified_by = "roundbook"
    properties.comments = properties.keywords = ""
    told = {"Board": form.board, "Review": form.review, "Round": form.round, "Agency": form.agency}
    add_properties(paper, {name: visible(value) for name, value in told.items()})
    (section,) = paper.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(PAGE_WIDTH), Cm(PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    foot = section.footer.paragraphs[0]
    clear_tabs(foot)
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(visible(f"{_name(form)}\tPage "))
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
    set_modern(paper)


def _write_top(paper: Paper, form: ReturnForm) -> None:
    """Write whose form it is, when it is wanted, and the one thing to know before filling it in."""
    paper.add_paragraph(visible(_name(form)), look.TITLE)
    wanted_for = f"Round {form.round}" if form.round else ""
    paper.add_paragraph(visible(". ".join(filter(None, (form.board, wanted_for)))), look.SUBTITLE)
    particulars = (("Agency", form.agency), ("Completed by", ""), ("Date", ""))
    table = paper.add_table(0, 2, GRID)
    for label, value in particulars:
        cells = table.add_row().cells
        _fill(cells[0], label, look.HEADING)
        _fill(cells[1], value, look.CELL)
    _lay_out(table, (4.0, 12.0), "Whose return this is")
    paper.add_paragraph()
    if form.by:
        paper.add_paragraph(f"{RETURN_BY}{form.by}.", look.WANTED)
    paper.add_paragraph(GUIDANCE)


def _write_table(paper: Paper, form: ReturnForm) -> None:
    table = paper.add_table(1, len(HEADINGS), GRID)
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        _fill(cell, heading, look.HEADING)
    mark_row(table.rows[0], "w:tblHeader")
    shade(table.rows[0].cells[:-TO_FILL_IN])
    shade(table.rows[0].cells[-TO_FILL_IN:], EDITABLE_HEADING_FILL)
    numbers = count(1)
    for row in form.rows:
        line = table.add_row()
        # Whole rows are easier to fill in, and to read back from a PDF; one longer than a page breaks all the same.
        mark_row(line, "w:cantSplit")
        line.height, line.height_rule = Cm(LEAST_HEIGHT), WD_ROW_HEIGHT_RULE.AT_LEAST
        _write_row(line.cells, row, form.statuses, numbers)
    first = min(max(LETTER * _longest_id(form) + ROOM, NARROWEST), WIDEST)
    rest = [(WIDTH - first) * share / sum(SHARES) for share in SHARES]
    _lay_out(table, (first, *rest), "One row for each recommendation")


def _longest_id(form: ReturnForm) -> int:
    return max(len(print_id(row.recommendation.id)) for row in form.rows)


def _write_row(cells: Sequence[_Cell], row: FormRow, statuses: Sequence[str], numbers: Iterator[int]) -> None:
    recommendation = row.recommendation
    _fill(cells[0], print_id(recommendation.id), look.ID)
    _fill(cells[1], recommendation.text, look.CELL)
    _write_last(cells[2], row)
    report = "\n".join(each.text for each in cells[2].paragraphs)
    status, update, evidence = (
        Control(title, make_tag(recommendation.id, recommendation.text, title.lower(), report), prompt, next(numbers))
        for title, prompt in (("Status", STATUS_PROMPT), ("Update", UPDATE_PROMPT), ("Evidence", EVIDENCE_PROMPT))
    )
    for cell in cells[-TO_FILL_IN:]:
        _fill(cell, "", look.CELL)
    for_status, for_update, for_evidence = cells[-TO_FILL_IN:]
    add_choice(for_status, status, [visible(each) for each in statuses])
    add_text_control(for_update, update)
    add_text_control(for_evidence, evidence)


def _write_last(cell: _Cell, row: FormRow) -> None:
    """Write what was last said: the round and the status, and the words below."""
    entry = row.entry
    if not entry.from_round:
        _fill(cell, NOTHING_REPORTED, look.CELL)
        return
    status = "" if entry.status is Status.NOT_STATED else f": {entry.status.value}"
    _fill(cell, f"Round {entry.from_round}{status}", look.HEADING)
    if said := shorten(entry.update or entry.evidence, LONGEST_REPORT):
        cell.add_paragraph(visible(said), look.CELL)


def _fill(cell: _Cell, words: str, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    if words:
        paragraph.add_run(visible(words))


def _lay_out(table: Table, widths: Sequence[float], caption: str) -> None:
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    describe(table, caption)
    set_cell_margins(table)
    set_widths(table, widths)
