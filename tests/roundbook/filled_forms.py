"""Return forms filled in as people do with Word, and changed in the ways forms come back changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Form = Any
"""A python-docx document, which has no types."""
Answers = Mapping[str, tuple[str, str, str]]
"""By the recommendation's id: status, update and evidence."""


def fill_in(blank: Path, filled: Path, answers: Answers, change: Callable[[Form], None] = lambda _: None) -> Path:
    """Write a form as Word saves it once somebody has answered in it, then with a ``change`` of theirs."""
    form = Document(str(blank))
    for row in table_of(form).rows[1:]:
        said = answers.get(row.cells[0].text.removeprefix("ID "), ())
        for control, words in zip(row._tr.iter(qn("w:sdt")), said, strict=False):  # noqa: SLF001 - no public way
            _write(control, words)
    change(form)
    form.save(str(filled))
    return filled


def _write(control: Any, words: str) -> None:  # noqa: ANN401 - as Form
    """Do as Word does: the prompt and its mark go, and each line is a paragraph."""
    properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    properties.remove(properties.find(qn("w:showingPlcHdr")))
    paragraph = content.find(qn("w:p"))
    if paragraph is None:
        content[:] = [_run(words)]
        return
    lines = []
    for line in words.split("\n"):
        lines.append(deepcopy(paragraph))
        for run in lines[-1].findall(qn("w:r")):
            lines[-1].remove(run)
        lines[-1].append(_run(line))
    content[:] = lines


def _run(words: str) -> Any:  # noqa: ANN401 - as Form
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    run.append(text)
    return run


def table_of(form: Form) -> Any:  # noqa: ANN401 - as Form
    """Return the table of the recommendations."""
    return form.tables[-1]


def rows_of(form: Form) -> list[Any]:
    """Return its rows below the headings, as elements."""
    return [row._tr for row in table_of(form).rows[1:]]  # noqa: SLF001 - there is no public way to an element


def turn_rows_round(form: Form) -> None:
    rows = rows_of(form)
    for row in reversed(rows):
        rows[0].getparent().append(row)


def delete_first_row(form: Form) -> None:
    first = rows_of(form)[0]
    first.getparent().remove(first)


def clear_recommendations(form: Form) -> None:
    for row in table_of(form).rows[1:]:
        row.cells[1].text = ""


def retype_recommendations(form: Form) -> None:
    for row in table_of(form).rows[1:]:
        row.cells[1].text = row.cells[1].text.upper().replace("SHOULD", "shoud").rstrip(".")


def retype_ids(form: Form) -> None:
    for row in table_of(form).rows[1:]:
        row.cells[0].text = row.cells[0].text.lower().replace("-", " ")


def name_another_id(form: Form) -> None:
    """Type the second row's id over the first one's."""
    rows = table_of(form).rows
    rows[1].cells[0].text = rows[2].cells[0].text


def write_in_the_wrong_column(form: Form) -> None:
    table_of(form).cell(1, 2).add_paragraph("It was held on Monday.")


def leave_the_marks_of_prompts(form: Form) -> None:
    """Mark what was written as a prompt still, as programs do that write over a prompt's words alone."""
    for properties in form.element.body.iter(qn("w:sdtPr")):
        if properties.find(qn("w:showingPlcHdr")) is None:
            properties.find(qn("w:id")).addnext(OxmlElement("w:showingPlcHdr"))


def put_below(other: Path) -> Callable[[Form], None]:
    """Put all of the form below the ``other`` one, as if copied into its document."""

    def _put_below(form: Form) -> None:
        blocks = [each for each in Document(str(other)).element.body if each.tag != qn("w:sectPr")]
        for block in reversed(blocks):
            form.element.body.insert(0, block)

    return _put_below


def copy_first_row(form: Form) -> None:
    first = rows_of(form)[0]
    first.addnext(deepcopy(first))


def add_row(form: Form) -> None:
    cells = table_of(form).add_row().cells
    for cell, words in zip(
        cells, ("", "Hold a tea for all volunteers.", "", "", "It was held.", "Photos"), strict=True
    ):
        cell.text = words


def merge_first_rows(form: Form) -> None:
    """Merge the first two rows into one, column by column, as Word does."""
    table = table_of(form)
    for column in (0, 1, 2):
        table.cell(1, column).merge(table.cell(2, column))


def wrap_cells(form: Form) -> None:
    """Put the controls around their cells: so Word saves a control that holds the whole of a cell."""
    for control in list(form.element.body.iter(qn("w:sdt"))):
        cell = control.getparent()
        if cell.tag == qn("w:tc"):
            content = control.find(qn("w:sdtContent"))
            cell.extend(list(content))
            cell.addprevious(control)
            content.append(cell)


def track_changes(form: Form) -> None:
    """Show what was written as tracked insertions beside the prompt, deleted."""
    for control in form.element.body.iter(qn("w:sdt")):
        for run in list(control.iter(qn("w:r"))):
            if control.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is None:
                _insert(run)


def _insert(run: Any) -> None:  # noqa: ANN401 - as Form
    marks = {}
    for number, kind in enumerate(("w:del", "w:ins"), 900):
        marks[kind] = OxmlElement(kind)
        for name, value in (("id", str(number)), ("author", "A. Clerk"), ("date", "2026-01-05T10:00:00Z")):
            marks[kind].set(qn(f"w:{name}"), value)
    run.addprevious(marks["w:del"])
    deleted, text = OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = "Click here and write what has been done."
    deleted.append(text)
    marks["w:del"].append(deleted)
    run.addprevious(marks["w:ins"])
    marks["w:ins"].append(run)


def drop_controls(form: Form) -> None:
    """Leave the words of the controls and take the controls away, as pasting "text only" does."""
    for control in list(form.element.body.iter(qn("w:sdt"))):
        for part in list(control.find(qn("w:sdtContent"))):
            control.addprevious(part)
        control.getparent().remove(control)


def paste_elsewhere(form: Form) -> None:
    """Leave the table alone below a letter, as if pasted into another document; nothing else of the form is there."""
    body = form.element.body
    table = table_of(form)._tbl  # noqa: SLF001 - as above
    for block in list(body):
        if block is not table and block.tag != qn("w:sectPr"):
            body.remove(block)
    letter = form.add_paragraph("Dear colleague, please find our answers below.")
    table.addprevious(letter._p)  # noqa: SLF001 - as above
    form.add_paragraph("With kind regards")
