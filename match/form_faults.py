"""What was done to a return form that its makers did not mean: said, so that the administrator looks at those rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ingest.model import Finding, Level
from match.model import LinkedUpdate
from normalize.identifiers import fold_id


def find_form_faults(updates: Iterable[LinkedUpdate]) -> tuple[Finding, ...]:
    """Return a finding for each row that was added to a form, copied, put together of several, or given another id."""
    by_document: dict[str, list[LinkedUpdate]] = defaultdict(list)
    for each in updates:
        by_document[each.document].append(each)
    return tuple(
        finding
        for rows in by_document.values()
        if any(row.update.marks for row in rows)
        for finding in _find_in_form(rows)
    )


def _find_in_form(rows: Sequence[LinkedUpdate]) -> Iterator[Finding]:
    counts = Counter(mark.id for row in rows for mark in row.update.marks)
    for row in rows:
        marks, printed = row.update.marks, row.update.number_as_written
        if not marks:
            yield _finding(row, "form-row-added", "was added to the form, and is read like a row of any other return")
        elif len(marks) > 1:
            listed = ", ".join(mark.id for mark in marks)
            yield _finding(row, "form-rows-merged", f"was put together of the form's rows for {listed}")
        elif counts[marks[0].id] > 1:
            yield _finding(row, "form-row-copied", f"is one of several with the ID {marks[0].id}")
        elif printed and fold_id(printed) != fold_id(marks[0].id):
            yield _finding(row, "form-id-changed", f'had the ID {marks[0].id}, and now says "{printed}"')


def _finding(row: LinkedUpdate, code: str, what: str) -> Finding:
    return Finding(Level.CHECK, code, f"{row.place}: the row {what}.", row.place)
