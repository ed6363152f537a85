"""Small rounds to write change logs of, and what stands on their pages; all of it invented."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from lxml import html

from export.model import DocumentOutcome, DocumentRecord, RoundPack
from export.writers import change_log
from match.compare import compare
from match.model import Entry, LinkedUpdate, Round
from match.rounds import consolidate
from normalize.model import MasterList, Rating, Recommendation, Status
from tests.match.board import row

MASTER = MasterList(
    (
        Recommendation("HT 1", "Harbour Trust", "IMR", "1", "Train all ward staff. " * 20),
        Recommendation("HT 2", "Harbour Trust", "IMR", "2", "Review the escalation policy."),
        Recommendation("HT 3", "Harbour Trust", "IMR", "3", "Report to the board."),
        Recommendation("VP 1", "Valley Police", "Overview", "1", "Record <b>all</b> visits."),
        Recommendation("VP 2", "Valley Police", "Overview", "2", "Share information."),
        Recommendation("VP 3", "Valley Police", "Overview", "3", "Appoint a lead."),
    )
)
EARLIER = Round(
    "2012-11",
    (
        Entry("HT 1", "9 of 10 staff trained.", "Register", Status.IN_PROGRESS, Rating.AMBER, "2012-11"),
        Entry("HT 2", "Drafted.", "", Status.IN_PROGRESS, None, "2012-11"),
        Entry("HT 3", "Reported in May.", "", Status.COMPLETE, None, "2012-11"),
        Entry("VP 1"),
        Entry("VP 2", "Agreed.", "", Status.NOT_STATED, None, "2012-11"),
        Entry("VP 9", "Never mind.", "", Status.NOT_STATED, None, "2012-11"),
    ),
)
ROWS = (
    row("HT 1", update="10 of 10 staff trained.", evidence="register", status=Status.COMPLETE, rating=Rating.GREEN),
    row("HT 2", update="Drafted. Sent to the board.", status=Status.IN_PROGRESS, at=3),
    row("HT 3", update="Reported in May", status=Status.IN_PROGRESS, status_as_written="Ongoing", at=4),
    row("VP 1", update="All visits are recorded.", document="Police & co.pdf", agency="Valley Police"),
)
HARBOUR = DocumentRecord(
    "Harbour.docx", "", "docx", DocumentOutcome.READ, "", ("Harbour Trust",), rows=3, received="received/Harbour.docx"
)
SCAN = DocumentRecord("Scan.pdf", "", "pdf", DocumentOutcome.UNREAD, "Scan.pdf holds no words. Ask for the Word file.")


def make_pack(
    *rows: LinkedUpdate, previous: Round | None = EARLIER, heard: tuple[str, ...] = ("Harbour Trust",)
) -> RoundPack:
    current = consolidate("2013-08", MASTER, previous, rows, heard_from=heard)
    changes = compare(previous, current, MASTER)
    return RoundPack(
        "Saltmarsh Board", "Review of Child Q", "2013-08", changes.previous, MASTER, current, changes, rows, (HARBOUR,)
    )


def written(pack: RoundPack, folder: Path) -> str:
    change_log.write(pack, folder / "changes.html")
    return (folder / "changes.html").read_text(encoding="utf-8")


def find(page: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    return cast("list[html.HtmlElement]", page.xpath(path))


def values(page: html.HtmlElement, path: str) -> list[str]:
    return cast("list[str]", page.xpath(path))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(page: html.HtmlElement, name: str) -> str:
    """Return the words of the section called ``name``; empty where there is none."""
    found = find(page, f"//section[@aria-labelledby='{name}']")
    return text(found[0]) if found else ""
