"""An answer as it stands in a document, whatever its layout: cells under their headings, not yet understood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from ingest.model import Place, SourceCell
from normalize.columns import Columns, Field
from normalize.forms import said_in
from normalize.grid import Row


@dataclass(frozen=True, slots=True)
class FilledField:
    """A cell, or a passage that stands for one, under its heading."""

    field: Field | None
    """None where the heading is not known; the words are kept all the same."""
    heading: str
    cell: SourceCell


@dataclass(frozen=True)
class Answer:
    """What one row, card or numbered paragraph says, field by field, in the order of the document.

    Without slots, so that its parts are sorted by their fields once.
    """

    place: Place
    kind: str
    fields: tuple[FilledField, ...]
    words: int

    def holding(self, field: Field) -> tuple[FilledField, ...]:
        """Return the parts that hold ``field``, in order."""
        return self._by_field.get(field, ())

    @cached_property
    def _by_field(self) -> dict[Field | None, tuple[FilledField, ...]]:
        kinds = dict.fromkeys(each.field for each in self.fields)
        return {field: tuple(each for each in self.fields if each.field is field) for field in kinds}

    def text(self, field: Field) -> str:
        """Return the words of ``field``, several cells on a line each."""
        texts = [each.cell.text.strip() for each in self.holding(field)]
        return "\n".join(text for text in texts if text)


def as_said(answer: Answer) -> Answer:
    """Return an answer without the prompts of a form that nobody wrote over."""
    said = [(each, said_in(each.cell)) for each in answer.fields]
    if all(text == each.cell.text for each, text in said):
        return answer
    return replace(answer, fields=tuple(replace(each, cell=replace(each.cell, text=text)) for each, text in said))


def answer_in_row(row: Row, columns: Columns, kind: str) -> Answer:
    """Return the answer in a row of a grid; a merged cell counts for the first column it covers."""
    first_at = {id(cell): at for at, cell in reversed(list(enumerate(row.covering))) if cell}
    places = _under_headings([first_at[id(cell)] for cell in row.cells], columns)
    fields = tuple(
        FilledField(columns.fields[at], columns.headings[at], cell)
        for at, cell in zip(places, row.cells, strict=True)
        if at < len(columns.fields)
    )
    return Answer(row.place, kind, fields, row.words)


def _under_headings(places: list[int], columns: Columns) -> list[int]:
    """Return under which columns the cells of a row stand that begin at ``places``.

    Where two begin under one heading and none under another, and there are as many as headings, the edges of the row
    were drawn askew to those of the heading row: the first stands under the first, and so on.
    """
    if len(places) >= len(columns.headings):
        return places
    heads = [at for at, said in enumerate(columns.headings) if not at or said != columns.headings[at - 1]]
    begun = {bisect_right(heads, at) for at in places}
    return heads if len(places) == len(heads) and len(begun) < len(heads) else places


def agency_in_row(row: Row, columns: Columns) -> str:
    """Return the agency a row names in a column for it; empty where the table has none."""
    cells = [row.covering[at] for at in columns.holding(Field.AGENCY)]
    return next((cell.text.strip() for cell in cells if cell and cell.text.strip()), "")
