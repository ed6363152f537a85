"""The board's master list: one recommendation a row, under headings the board may word in its own way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.model import Finding, Level, Place, SourceTable
from normalize.columns import Field
from normalize.errors import MasterListError
from normalize.grid import Row, read_rows
from normalize.headings import HeadingBook
from normalize.model import MasterList, Recommendation
from normalize.references import read_numbers, split_number
from normalize.text import fold_label, squeeze

MASTER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "recommendation id", "rec id", "unique id", "identifier", "board id", "reference", "ref", "ref no"),
    "agency": ("agency", "organisation", "lead agency", "agency name", "for agency"),
    "kind": ("source", "kind", "type", "origin", "scope", "report", "recommendation type"),
    "number": ("number", "no", "rec no", "recommendation no", "recommendation number", "rec", "rec number", "#"),
    "text": ("recommendation", "recommendations", "recommendation text", "text", "wording", "learning", "finding"),
    "action": ("action", "actions", "agreed action", "action required", "actions required", "specific action"),
    "due": ("by when", "due", "due date", "target date", "deadline", "timescale", "when", "date"),
    "lead": ("lead", "responsible lead", "lead officer", "owner", "responsible", "responsibility", "by whom", "who"),
}
"""Headings of a master list by field, the more particular first; compared without case and punctuation."""
_OWN_ID = frozenset({"id", "recommendation id", "rec id", "unique id", "identifier", "board id"})
"""Headings that can only mean the id; the other words for it head the number in as many plans."""
_ANSWERS = frozenset({Field.UPDATE, Field.EVIDENCE, Field.STATUS, Field.RATING})
REQUIRED = ("agency", "text")
"""Without these two a row cannot be linked to."""


def understand_master(table: SourceTable) -> MasterList:
    """Return the master list a sheet holds, in its own order.

    The heading row is the first one that names an agency and a recommendation column; rows above it are a title.
    A row without an id gets one from its agency, kind and number. Raises ``MasterListError`` where the columns are
    missing, no recommendation follows them, or two recommendations have one id.
    """
    rows = read_rows(table)
    at, columns = _find_headings(rows, table)
    columns = _tell_id_from_number(rows[at], rows[at + 1 :], columns)
    recommendations: list[Recommendation] = []
    findings: list[Finding] = []
    for row in rows[at + 1 :]:
        values = {name: _value(row, column) for name, column in columns.items()}
        # A recommendation merged over several rows stands once; what a further row adds is said to be left out.
        if not values["text"] or row.covering[columns["text"]] not in row.own:
            findings.extend(_without_text(row, values))
            continue
        recommendations.append(_make(values))
    if not recommendations:
        raise MasterListError(f"{table.place.document}: there is no recommendation below the headings. Add one a row.")
    _check_ids(recommendations, table.place)
    return MasterList(tuple(recommendations), tuple(findings))


def is_answered(table: SourceTable) -> bool:
    """Return whether a sheet is a tracker with answers in it, and not a master list with ids of the board's own."""
    rows, book = read_rows(table), HeadingBook()
    try:
        at, columns = _find_headings(rows, table)
    except MasterListError:
        return False
    headings = [book.read(cell.text) for cell in rows[at].filled]
    heading = rows[at].covering[columns["id"]] if "id" in columns else None
    has_own_id = heading is not None and fold_label(heading.text) in _OWN_ID
    return not has_own_id and any(each and each.field in _ANSWERS for each in headings)


def _find_headings(rows: tuple[Row, ...], table: SourceTable) -> tuple[int, dict[str, int]]:
    """Return the position of the heading row, and the column of each field it names."""
    for at, row in enumerate(rows):
        columns = _read_headings(row)
        if all(name in columns for name in REQUIRED):
            return at, columns
    found = ", ".join(cell.text for cell in rows[0].filled) if rows else "nothing"
    raise MasterListError(
        f"{table.place.document}: no row has the headings of a master list. At least Agency and Recommendation "
        f"are needed (best: ID, Agency, Source, Number, Recommendation, Action, By when, Lead). Found: {found}."
    )


def _tell_id_from_number(headings: Row, rows: Sequence[Row], columns: dict[str, int]) -> dict[str, int]:
    """Return the columns; one headed "Ref" whose values come again with every agency holds the numbers."""
    at = columns.get("id")
    heading = headings.covering[at] if at is not None else None
    if at is None or heading is None or fold_label(heading.text) in _OWN_ID:
        return columns
    values = [value for row in rows if _value(row, columns["text"]) and (value := _value(row, at))]
    if len(set(values)) == len(values):
        return columns
    return {"number": at, **{name: column for name, column in columns.items() if name != "id"}}


def _read_headings(row: Row) -> dict[str, int]:
    labels = [fold_label(cell.text) if cell else "" for cell in row.covering]
    columns: dict[str, int] = {}
    for name, known in MASTER_COLUMNS.items():
        at = next((labels.index(word) for word in known if word in labels), None)
        if at is not None and at not in columns.values():
            columns[name] = at
    return columns


def _value(row: Row, column: int) -> str:
    cell = row.covering[column]
    return cell.text.strip() if cell else ""


def _without_text(row: Row, values: Mapping[str, str]) -> list[Finding]:
    """Say that a row with something in it is left out; an empty row is not worth a word."""
    if not any(values.values()):
        return []
    message = f"{row.place}: the row has no recommendation and is left out of the master list."
    return [Finding(Level.CHECK, "master-row-without-text", message, row.place)]


def _make(values: Mapping[str, str]) -> Recommendation:
    written = split_number(values["text"])
    numbers = read_numbers(values.get("number", "")) or written.numbers
    number = ", ".join(numbers) or squeeze(values.get("number", ""))
    agency, kind = squeeze(values["agency"]), squeeze(values.get("kind", ""))
    return Recommendation(
        id=squeeze(values.get("id", "")) or make_id(agency, kind, number),
        agency=agency,
        kind=kind,
        number=number,
        text=written.rest if written.numbers == numbers else values["text"],
        action=values.get("action", ""),
        due=values.get("due", ""),
        lead=values.get("lead", ""),
    )


def make_id(agency: str, kind: str, number: str) -> str:
    """Return an id a person can read for a recommendation the board gave none ("Housing", "IMR", "3": HOUS-IMR-03)."""
    words = re.findall(r"\w+", agency)
    short = "".join(word[0] for word in words) if len(words) > 1 else agency[:4]
    last = number.zfill(2) if number.isdigit() else number
    return "-".join(part.upper() for part in (short, kind.replace(" ", "")[:4], last) if part)


def _check_ids(recommendations: list[Recommendation], place: Place) -> None:
    counts = Counter(each.id for each in recommendations)
    twice = [each for each, count in counts.items() if count > 1]
    if twice:
        raise MasterListError(
            f"{place.document}: these ids stand more than once: {', '.join(twice)}. "
            "Give each recommendation its own id."
        )
