"""What a person at a terminal is told of a document, of a draft and of the history."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from ingest.model import Level, UnreadDocument
from match.model import ListEdit
from roundbook.telling import describe_counts
from roundbook.terminal import plain
from roundbook.told import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from export.model import RoundPack
    from ingest.model import SourceDocument
    from normalize.model import AgencyReturn, MasterList, ReturnedDocument
    from roundbook.history import RoundSummary
    from roundbook.reading import Reading

SHORT_TEXT = 70
"""Characters of a row shown on a terminal; the workbook has the whole of it."""
MOST_ROWS_SHOWN = 200
"""More can be read by nobody on a terminal, and drawing them takes longer than reading the document."""


def describe_reading(reading: Reading) -> Iterator[RenderableType]:
    """Say what was seen in a document: how it went, its returns and their rows, and the words left over."""
    if isinstance(reading, UnreadDocument):
        yield Text(plain(f"{reading.reason} {reading.advice}"), style="red")
        return
    source, words = reading.source, reading.words
    yield Text(plain(f"{source.path} ({source.format})"), style="bold")
    yield Text(
        f"{words.document} words: {words.rows} in rows, {words.particulars} in particulars, "
        f"{words.left_over} left over; {_tables(source)}"
    )
    for each in reading.returns:
        yield _describe_return(each)
        yield from _say_more(len(each.updates), "rows")
    yield from _describe_rest(reading)


def _say_more(count: int, what: str) -> Iterator[RenderableType]:
    if count > MOST_ROWS_SHOWN:
        yield Text(f"... and {count - MOST_ROWS_SHOWN:,} more {what}; with --json all of them are printed.")


def _tables(source: SourceDocument) -> str:
    sizes = [f"{each.n_rows} x {each.n_cols}" for each in source.tables]
    return f"tables (rows x columns): {', '.join(sizes)}" if sizes else "no tables"


def _describe_return(sent: AgencyReturn) -> RenderableType:
    particulars = {"Agency": "not known", **dict(sent.particulars)} | ({"Agency": sent.agency} if sent.agency else {})
    title = "\n".join(f"{name}: {_short(value)}" for name, value in particulars.items())
    table = Table(title=Text(title), title_justify="left", show_lines=False)
    for heading in ("Number", "Recommendation", "Update", "Evidence", "Status", "Rating"):
        table.add_column(heading)
    for update in sent.updates[:MOST_ROWS_SHOWN]:
        rating = update.rating.value if update.rating else ""
        values = (", ".join(update.numbers), update.recommendation, update.update, update.evidence)
        table.add_row(*(Text(_short(value)) for value in (*values, update.status.value, rating)))
    return table


def _describe_rest(reading: ReturnedDocument) -> Iterator[RenderableType]:
    for left in reading.left_over[:MOST_ROWS_SHOWN]:
        yield Text(plain(f"Left over, {left.place}: {_short(left.text)}"))
    yield from _say_more(len(reading.left_over), "passages left over")
    for finding in reading.findings[:MOST_ROWS_SHOWN]:
        style = "" if finding.level is Level.NOTE else "yellow"
        yield Text(plain(f"{finding.level.value.capitalize()}: {finding.message} ({finding.place})"), style=style)
    yield from _say_more(len(reading.findings), "findings")


def _short(text: str) -> str:
    line = plain(" ".join(text.split()))
    return line if len(line) <= SHORT_TEXT else f"{line[: SHORT_TEXT - 1]}\N{HORIZONTAL ELLIPSIS}"


def describe_draft(draft: MasterList) -> Iterator[Line]:
    """Say how many recommendations a new board begins with, and what is to be looked at."""
    if draft.recommendations:
        recommendations, agencies = len(draft.recommendations), len(draft.agencies)
        yield Line(
            f"{recommendations} {'recommendation' if recommendations == 1 else 'recommendations'} "
            f"of {agencies} {'agency' if agencies == 1 else 'agencies'}."
        )
    yield from (Line(f"- {finding.message}", "yellow") for finding in draft.findings)


def describe_rounds(rounds: Iterable[RoundSummary]) -> RenderableType:
    """Show the history as a table, oldest round first."""
    table = Table()
    for heading in ("Round", "State", "Documents", "Rows", "Recommendations"):
        table.add_column(heading)
    for each in rounds:
        counts = (describe_counts(each.documents), describe_counts(each.links), describe_counts(each.changes))
        table.add_row(each.name, "open" if each.is_open else "closed", *counts)
    return table


def describe_changes(pack: RoundPack) -> Iterator[RenderableType]:
    """Say what changed between two rounds: the counts, then a line for every recommendation that changed."""
    log = pack.changes
    changes = Counter(each.kind.value for each in log.changes)
    yield Text(f"From round {log.previous} to round {log.current}: {describe_counts(changes)}", style="bold")
    table = Table()
    for heading in ("ID", "Change", "Fields", "Status", "Update now"):
        table.add_column(heading)
    for each in log.changes:
        if each.fields:
            status = each.after.status.value
            values = (each.id, each.kind.value, ", ".join(each.fields), status, each.after.update)
            table.add_row(*(Text(_short(value)) for value in values))
    yield table
    for change in log.list_changes:
        if change.edit is not ListEdit.GONE:
            yield Text(change.message)
    if log.removed:
        yield Text(f"No longer on the master list: {', '.join(each.id for each in log.removed)}")
    if log.silent:
        yield Text(f"Sent nothing: {', '.join(log.silent)}")
