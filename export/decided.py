"""Reads what a person decided about one row of a return, as the workbook has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.edited import finding
from export.keeping import NOTHING_WRITTEN, digest
from export.rows import DECIDED_BY, DECISION, LINK_TO, ROW_KEY, TAKE_BACK
from match.model import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from export.edited import EditedRow, EditedSheet, EditedWorkbook
    from ingest.model import Finding

SAID = (DECISION, LINK_TO, DECIDED_BY)
BETWEEN_IDS = re.compile(r"[;,\n]")
CHOICES: dict[str, Choice | None] = {choice.value: choice for choice in Choice} | {TAKE_BACK: None}
QUOTED_CHOICES = ", ".join(f'"{choice}"' for choice in CHOICES)


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What a person decided about a row of a return."""

    row_key: str
    """The ``query_id`` of the row's link."""
    choice: Choice | None
    """None where an earlier decision is taken back."""
    ids: tuple[str, ...]
    who: str
    is_new: bool
    """False where the cells are as the program wrote them, from a decision made earlier."""


def read_decision(
    book: EditedWorkbook, sheet: EditedSheet, row: EditedRow, ids: dict[str, str]
) -> Iterator[RowAnswer | Finding]:
    """Give the decision in a row of To check or Decisions, or what is wrong with it.

    ``ids`` gives the recommendations' ids by their form without capitals and doubled spaces.
    """
    key = row.cells[ROW_KEY]
    decision, link_to, who = (row.said(heading) for heading in SAID)
    kept = sheet.kept.digests(key)
    if not kept:
        if decision or link_to or who:
            sentence = f'The row\'s key "{key}" is not one this workbook was written with; its decision was not read.'
            yield finding("unknown-row", sentence, book, sheet, row)
        return
    is_new = any(digest(row.said(heading)) != kept[heading] for heading in SAID)
    if not (decision or link_to):
        if kept[DECISION] != NOTHING_WRITTEN:
            yield RowAnswer(key, None, (), who, is_new)
        elif who:
            yield finding("no-decision", f'"{who}" is named, but no decision is chosen.', book, sheet, row)
        return
    if fault := _fault(decision, link_to, ids):
        code, sentence = fault
        yield finding(code, f"{sentence} The decision was not taken over.", book, sheet, row)
        return
    yield RowAnswer(key, CHOICES[folded(decision)], tuple(ids[each] for each in named_ids(link_to, ids)), who, is_new)
    if is_new and not who:
        yield finding("nobody-named", "A decision is made, but nobody is named under Decided by.", book, sheet, row)


def _fault(decision: str, link_to: str, ids: dict[str, str]) -> tuple[str, str] | None:
    """Return the code and the sentence of what is wrong with a decision; None where nothing is."""
    choice = folded(decision)
    named = named_ids(link_to, ids)
    unknown = [each for each in named if each not in ids]
    if not decision:
        return "no-decision", f'"{link_to}" is given to link to, but no decision is chosen. Choose "link".'
    if choice not in CHOICES:
        return "unknown-choice", f'"{decision}" is not one of the decisions, which are {QUOTED_CHOICES}.'
    if choice == Choice.LINK and not named:
        return "no-id", '"link" is chosen, but no ID is given. Copy it from the Tracker or the candidates.'
    if choice == Choice.LINK and unknown:
        listed = ", ".join(f'"{each.strip()}"' for each in BETWEEN_IDS.split(link_to) if folded(each) in unknown)
        return "unknown-id", f"{listed} is not an ID on the master list. Copy it from the Tracker or the candidates."
    if choice in {Choice.NOT_A_RECOMMENDATION, Choice.NEW_RECOMMENDATION, Choice.LATER} and named:
        return "id-not-needed", f'"{decision}" is chosen, and yet "{link_to}" is given to link to. Clear one of them.'
    return None


def folded(text: str) -> str:
    """Return what an id or a choice is known by, however it is spaced and capitalised."""
    return " ".join(text.split()).casefold()


def named_ids(link_to: str, ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids that ``link_to`` names, case-folded, each once; ``ids`` are those there are, by such a form."""
    if folded(link_to) in ids:
        return (folded(link_to),)
    return tuple(dict.fromkeys(folded(each) for each in BETWEEN_IDS.split(link_to) if each.strip()))
