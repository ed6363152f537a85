"""The first pages: what the paper is, what is missing from it, the figures, and what is worth asking about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.writers.change_document import look
from export.writers.change_document.paper import Linked

if TYPE_CHECKING:
    from export.changes.asking import Asking
    from export.changes.page import Page
    from export.writers.change_document.paper import Paper

ORIGIN = "Written by roundbook from the returns. What is changed in this paper is not read back."
"""Stands on this paper alone, and so tells it from any return."""


def write_front(paper: Paper, page: Page) -> None:
    """Write everything that stands before the changes themselves."""
    paper.paragraph(page.title, look.TITLE)
    compared = f"Compared with round {page.previous}." if page.previous else "The first round: there is none before it."
    paper.paragraph(" ".join(part for part in (page.board and f"{page.board}.", compared) if part), look.SUBTITLE)
    paper.paragraph(ORIGIN, look.QUIET)
    if not page.open_points.is_complete:
        notice = paper.paragraph(style=look.NOTICE)
        paper.run(notice, "This record is not complete yet. ", is_bold=True)
        paper.run(notice, f"{page.open_points.in_words} None of it is in the changes below.")
    _write_figures(paper, page)
    _write_asking(paper, page)


def _write_figures(paper: Paper, page: Page) -> None:
    paper.heading("At a glance", 1)
    paper.table(
        "What the round comes to",
        [figure.name for figure in page.figures],
        [[str(figure.number) for figure in page.figures]],
    )
    paper.table(
        "What the round brought: each recommendation counted once, in the first group it belongs to",
        ("Group", "Recommendations"),
        (
            *((Linked(bar.name, bar.anchor), str(bar.number)) for bar in page.bars),
            ("All recommendations", str(sum(bar.number for bar in page.bars))),
        ),
        widths=(4, 1),
        numbers=(1,),
    )
    paper.paragraph(f"By what was received: {page.received}.", look.QUIET)
    if page.statuses:
        before = ("Before",) if page.previous else ()
        paper.table(
            "Where the recommendations stand",
            ("Status", *before, "Now"),
            (
                (line.name, *((str(line.before.number),) if before else ()), str(line.now.number))
                for line in page.statuses
            ),
            widths=(4, *(1 for _ in before), 1),
            numbers=(1, 2),
        )


def _write_asking(paper: Paper, page: Page) -> None:
    if not (page.asking or page.asked_before):
        return
    paper.heading("Worth asking about", 1)
    if page.previous:
        paper.paragraph(
            "What could not have been asked after the last round. Everything is on the sheet Checks of the workbook.",
            look.QUIET,
        )
    for asking in page.asking:
        _write_questions(paper, asking)
    if page.asked_before:
        paper.paragraph(f"Still standing from before: {page.asked_before}.")


def _write_questions(paper: Paper, asking: Asking) -> None:
    line = paper.paragraph()
    paper.run(line, f"{asking.title} ({len(asking.questions)}): ", is_bold=True)
    for question in asking.questions:
        if question.said:
            line = paper.paragraph(style=look.BULLET)
        elif question is not asking.questions[0]:
            paper.run(line, ", ")
        paper.link(line, question.id, question.anchor)
        paper.run(line, f" {question.said}" if question.said else "")
