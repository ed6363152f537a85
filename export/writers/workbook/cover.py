"""The Cover: what the workbook is about, its sheets, how to use it, and what its words mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from export import styles
from export.changes.naming import NO_AGENCY
from export.writers.workbook import palette as looks
from export.writers.workbook.heights import row_height
from export.writers.workbook.palette import Palette
from export.writers.workbook.sheet import set_page
from match.model import ChangeKind, CheckCode, Outcome
from match.track_record import CONFIDENCE, ENOUGH_LINKS, read_track_record
from normalize.model import Rating, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from export.model import RoundPack

SHEET = "Cover"
NAME_WIDTH, TEXT_WIDTH = 30, 90

HOW_TO_USE = (
    (
        "1. Look",
        "Start with Summary and Changes. Words added are bold and underlined, moved italic, removed struck through.",
    ),
    ("2. Settle", "On the sheet To check, choose a decision for each row the program could not link by itself."),
    ("3. Note", "On the Tracker, write the board's status, note or extension in the columns with a yellow heading."),
    ("4. Run again", "Save and close the workbook, then run roundbook again. What you wrote is taken over and kept."),
    ("Printing", "Each sheet prints on A4, one page wide; columns to the right of it are for the screen."),
    (
        "Please note",
        "Write in the yellow columns only. A hidden sheet lets the program tell which other cells were changed.",
    ),
)

STATUS_KEY: Mapping[str, str] = {
    Status.NOT_STATED: "The agency does not say how far it has come.",
    Status.NOT_STARTED: "Nothing has been done yet.",
    Status.IN_PROGRESS: "Work has begun and is not finished.",
    Status.COMPLETE: "The agency says it is finished.",
    Status.DELAYED: "Late against its date.",
    Status.BLOCKED: "Cannot go on until something else happens.",
    Status.SUPERSEDED: "Overtaken by something else.",
    Status.NOT_ACCEPTED: "The agency does not accept it.",
}
RATING_KEY: Mapping[str, str] = {
    Rating.RED: "Red, as the agency rated it.",
    Rating.AMBER: "Amber, as the agency rated it.",
    Rating.GREEN: "Green, as the agency rated it.",
    Rating.BLUE: "Blue, as the agency rated it; usually closed.",
}
CHANGE_KEY: Mapping[str, str] = {
    ChangeKind.FIRST_UPDATE: "Something was said about it for the first time.",
    ChangeKind.UPDATED: "An update arrived whose words differ from the last.",
    ChangeKind.UNCHANGED: "The same words were sent again.",
    ChangeKind.NO_NEW_UPDATE: "Nothing arrived this round; the last update stands.",
}
OUTCOME_KEY: Mapping[str, str] = {
    Outcome.LINKED: "The row belongs to the recommendation given beside it.",
    Outcome.TO_CHECK: "The row could belong to several; a person decides.",
    Outcome.NOT_ON_LIST: "Nothing on the master list is like it.",
}


class CoverWriter:
    """Writes the cover line by line."""

    def __init__(self, sheet: Worksheet) -> None:
        """Take the empty sheet."""
        self._sheet = sheet
        self._palette = Palette(sheet)
        self._row = 0
        sheet.column_dimensions["A"].width = NAME_WIDTH
        sheet.column_dimensions["B"].width = TEXT_WIDTH
        sheet.sheet_view.showGridLines = False
        set_page(sheet)
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToHeight = 1

    def title(self, words: str) -> None:
        """Write the title."""
        self._row += 1
        self._sheet.row_dimensions[self._row].height = looks.TITLE_HEIGHT
        self._sheet.append([self._palette.text(words, looks.TITLE)])

    def section(self, words: str) -> None:
        """Write the heading of a section, with room above it instead of a blank row."""
        self._row += 1
        self._sheet.row_dimensions[self._row].height = looks.SECTION_HEIGHT
        self._sheet.append([self._palette.text(words, looks.SECTION)])

    def lines(self, lines: Iterable[tuple[str, str]], *, are_coloured: bool = False) -> None:
        """Write names with their texts."""
        for name, text in lines:
            self._row += 1
            self._sheet.row_dimensions[self._row].height = row_height(((name, NAME_WIDTH), (text, TEXT_WIDTH)))
            fill = styles.FILLS.get(name, "") if are_coloured else ""
            named = self._palette.text(name, replace(looks.NAME, fill=fill))
            self._sheet.append([named, self._palette.text(text, looks.TEXT)])

    def links(self, sheets: Iterable[tuple[str, str]]) -> None:
        """Write names of sheets that lead to them, with what each shows."""
        for name, text in sheets:
            self._row += 1
            self._sheet.row_dimensions[self._row].height = row_height(((name, NAME_WIDTH), (text, TEXT_WIDTH)))
            self._sheet.append([self._palette.sheet_link(name), self._palette.text(text, looks.TEXT)])


def write_cover(sheet: Worksheet, pack: RoundPack, sheets: Iterable[tuple[str, str]]) -> None:
    """Write the cover; ``sheets`` gives each sheet's name with what it shows."""
    cover = CoverWriter(sheet)
    cover.title(" - ".join(part for part in (pack.board, pack.review) if part) or "Consolidated workbook")
    cover.lines(_facts(pack))
    cover.section("Sheets")
    cover.links(sheets)
    cover.section("How to use this workbook")
    cover.lines(HOW_TO_USE)
    for heading, key in (
        ("Statuses", STATUS_KEY),
        ("Ratings", RATING_KEY),
        ("Changes", CHANGE_KEY),
        ("What became of a row", OUTCOME_KEY),
    ):
        cover.section(heading)
        cover.lines(key.items(), are_coloured=True)


def _facts(pack: RoundPack) -> Iterable[tuple[str, str]]:
    rows = [row.link.outcome for row in pack.updates]
    received = [entry.received for entry in pack.current.entries]
    new = received.count(ChangeKind.FIRST_UPDATE) + received.count(ChangeKind.UPDATED)
    return (
        *((name, said) for name, said in (("Board", pack.board), ("Review", pack.review)) if said),
        ("Round", pack.round),
        ("Previous round", pack.previous or "none: this is the first round"),
        ("Recommendations", f"{len(received)}, of which {new} with new words this round"),
        ("Overdue", _overdue(pack)),
        ("Worth asking about", f"{len(pack.checks)}, on the sheet Checks"),
        ("Files", f"{len(pack.documents)} in the inbox"),
        ("Rows received", _row_counts(rows)),
        ("Links made by the program", _track_record(pack)),
        ("Agencies without a return", "; ".join(pack.changes.silent) or "none"),
    )


def _overdue(pack: RoundPack) -> str:
    recommendations = pack.master.by_id
    by_agency = Counter(
        recommendations[check.id].agency or NO_AGENCY for check in pack.checks if check.code is CheckCode.OVERDUE
    )
    named = ", ".join(f"{agency} {count}" for agency, count in by_agency.items())
    return f"{by_agency.total()}: {named}" if named else "none"


def _track_record(pack: RoundPack) -> str:
    """Say how many of the program's own links people have changed, and what that says of the others."""
    past = (row for each in pack.earlier for row in each.updates)
    record = read_track_record((*past, *pack.updates))
    if not record.made:
        return "none so far"
    changed = f"{record.changed} ({record.share:.1%})" if record.changed else "none"
    counted = f"{record.made} in all rounds, of which people changed {changed}."
    if record.made < ENOUGH_LINKS:
        return counted
    return (
        f"{counted} As far as wrong ones are noticed, no more than {record.at_most:.1%} of such links are wrong, "
        f"with {CONFIDENCE:.0%} confidence."
    )


def _row_counts(rows: list[Outcome]) -> str:
    counts = ", ".join(f"{rows.count(outcome)} {outcome.value}" for outcome in Outcome)
    return f"{len(rows)}: {counts}"
