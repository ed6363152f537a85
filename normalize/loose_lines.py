"""Lines outside tables: particulars, titles, answers in paragraphs, and what is none of these."""

from __future__ import annotations

from ingest.model import SourceParagraph, Where
from normalize.forms import is_of_the_form
from normalize.key import read_key_line
from normalize.prose import split_lines
from normalize.walk import Walk

_AROUND_THE_TABLE = frozenset({Where.BODY, Where.HEADER, Where.FOOTER, Where.TEXT_BOX, Where.FIELD})
"""Where particulars and titles stand."""
_BESIDE_THE_TEXT = frozenset({Where.HEADER, Where.FOOTER, Where.TEXT_BOX})
"""Where labels and their values are set out in cells or columns of their own."""
_ANSWERS_IN_LINES = frozenset({Where.BODY, Where.FIELD})
"""Where an answer without a table goes on; the foot of a page says nothing of it, though it may come right after."""


def take_paragraph(walk: Walk, paragraph: SourceParagraph) -> None:
    """Take a paragraph that stands outside every table."""
    if paragraph.where is Where.REPEATED_HEADING or is_of_the_form(paragraph.text):
        walk.account.particulars += paragraph.words
    elif paragraph.where in _AROUND_THE_TABLE:
        for line in split_lines(paragraph):
            _take_line(walk, line)
    else:
        walk.account.leave(paragraph)


def _take_line(walk: Walk, line: SourceParagraph) -> None:
    """Give a line to the answer under way, to the particulars or to a new answer, and else to what is left over."""
    if line.where in _ANSWERS_IN_LINES and walk.prose.takes(line):
        return
    walk.end_prose()
    is_set_out = line.where in _BESIDE_THE_TEXT
    if walk.sections.take_text(line.text, is_heading=line.level is not None, is_set_out=is_set_out):
        walk.count_particulars(line.place, line.words)
    elif read_key_line(line.text):
        walk.account.particulars += line.words
    elif line.where is not Where.BODY or walk.names_a_section(line) or not _begins_prose(walk, line):
        is_round = walk.enter_round(line.text)
        if walk.sections.note_title(line) or is_round:
            walk.account.particulars += line.words
        else:
            walk.account.leave(line)


def _begins_prose(walk: Walk, line: SourceParagraph) -> bool:
    begins = walk.prose.begins(line)
    if begins:
        walk.enter_titled_section()
    return begins
