"""The changes themselves, group by group and agency by agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.changes.lettering import shorten
from export.changes.marking import Showing
from export.rows import join_lines
from export.writers.change_document import look
from export.writers.change_document.paper import Marked
from match.model import Edit

if TYPE_CHECKING:
    from export.changes.cards import Card, Particular, Source
    from export.changes.groups import Group
    from export.changes.marking import Passage
    from export.changes.page import Page
    from export.writers.change_document.paper import Paper

EXCERPT = 150
"""Characters of a recommendation in a table of those whose words did not change."""

MARKS = {Edit.ADDED: look.ADDED, Edit.REMOVED: look.REMOVED, Edit.MOVED: look.MOVED}


def write_groups(paper: Paper, page: Page) -> None:
    """Write each group: what changed at length, the rest in a table."""
    if page.previous and any(group.told for group in page.groups):
        _write_key(paper)
    for group in page.groups:
        paper.heading(f"{group.title} ({group.count})", 1, group.anchor)
        paper.paragraph(group.intro, look.QUIET).keeps_with_next = True
        for section in group.told:
            paper.heading(section.agency, 2)
            for card in section.cards:
                with paper.together():
                    _write_card(paper, card)
        if group.listed:
            _write_list(paper, group)


def _write_key(paper: Paper) -> None:
    key = paper.paragraph("How changes are marked: ", look.NOTICE)
    for words, mark in (("words added", look.ADDED), ("words removed", look.REMOVED), ("words moved", look.MOVED)):
        paper.run(key, words, mark)
        paper.run(key, ", ")
    paper.run(
        key,
        "a line beside words that are new as a whole, a broken line beside words that stood before. "
        "Quotation marks, dashes, spacing, bullets and capitals do not count as changes.",
    )


def _write_card(paper: Paper, card: Card) -> None:
    paper.heading(" ".join(part for part in (card.id, card.label) if part), 3, card.anchor)
    paper.paragraph(card.recommendation)
    _write_particulars(paper, card)
    for message in card.questions:
        asked = paper.paragraph(style="Normal")
        paper.run(asked, "To ask about: ", is_bold=True)
        paper.run(asked, message)
    for passage in card.passages:
        write_passage(paper, passage, card.before_round)
    for sentence in card.pointers:
        paper.paragraph("Refers to", look.LABEL)
        paper.paragraph(sentence)
    if card.note:
        paper.paragraph("The board\u2019s own note", look.LABEL)
        paper.paragraph("\n".join(card.note_lines))
    if card.sources:
        paper.paragraph(f"Source: {'; '.join(map(_source, card.sources))}", look.QUIET)


def _write_particulars(paper: Paper, card: Card) -> None:
    line = paper.paragraph(", ".join(card.tags).capitalize() + ". ")
    for particular in card.particulars:
        paper.run(line, f"{particular.name.capitalize()}: ")
        if particular.is_changed:
            paper.run(line, particular.before, look.REMOVED)
            paper.run(line, " \u2192 ")
        paper.run(line, particular.now, is_bold=particular.is_changed)
        paper.run(line, ". ")


def write_passage(paper: Paper, passage: Passage, before_round: str) -> None:
    """Write a text with what became of it since the round ``before_round``."""
    name = passage.name.capitalize()
    before = f"{name} before{before_round and f', in round {before_round}'}"
    match passage.showing:
        case Showing.AS_IT_IS:
            paper.paragraph(f"{name}, as before", look.LABEL)
            paper.paragraph(passage.now)
        case Showing.MARKED:
            paper.paragraph(f"{name}, changed", look.LABEL)
            _write_marks(paper, passage)
        case Showing.ALL_NEW:
            paper.paragraph(f"{name}, new", look.LABEL)
            paper.paragraph(passage.now, look.NOW)
        case Showing.ALL_GONE:
            paper.paragraph(f"{before}, removed", look.LABEL)
            paper.paragraph(passage.before, look.BEFORE)
        case Showing.REWRITTEN:
            paper.paragraph(f"{name} now", look.LABEL)
            paper.paragraph(passage.now, look.NOW)
            paper.paragraph(before, look.LABEL)
            paper.paragraph(passage.before, look.BEFORE)


def _write_marks(paper: Paper, passage: Passage) -> None:
    paragraph = paper.paragraph()
    for mark in passage.marks:
        paper.run(paragraph, mark.text, MARKS.get(mark.edit, ""))
        paper.run(paragraph, mark.space)


def _write_list(paper: Paper, group: Group) -> None:
    cards = [card for section in group.listed for card in section.cards]
    caption = f"{group.title}: the others" if group.told else f"{group.title}: {len(cards)}, by agency"
    paper.table(
        caption,
        ("Number", "Agency", "Recommendation", "Status"),
        (
            (
                Marked(card.id, card.anchor),
                card.agency,
                shorten(card.recommendation, EXCERPT),
                _status(card, is_mixed=group.is_mixed),
            )
            for card in cards
        ),
        widths=(2.6, 3, 7.4, 4),
    )


def _status(card: Card, *, is_mixed: bool) -> str:
    changed = [_changed(each) for each in card.particulars if each.is_changed]
    said = f"Said in {card.from_round}" if card.from_round else "Nothing ever received"
    parts = (
        *(changed or [card.status.capitalize()]),
        *(tag.capitalize() for tag in (card.tags if is_mixed else card.tags[1:])),
        card.extension,
        *card.questions,
        said,
    )
    return join_lines(parts)


def _changed(particular: Particular) -> str:
    return f"{particular.name.capitalize()}: {particular.before} \u2192 {particular.now}"


def _source(source: Source) -> str:
    return f"{source.document}, {source.spot}" if source.spot else source.document
