"""Puts marked words into a Word paragraph: tracked changes, struck words, links, drop-downs and comments.

Element names are those of ECMA-376 Part 1, 17.13.5 (revisions), 17.5.2 (content controls) and 17.16.22 (hyperlinks).
"""
# ruff: noqa: SLF001 - python-docx gives no other way to the elements it has no words for

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from samples.markup import Mark, Run, split_runs

CHOICES = ("Not started", "In progress", "Complete", "Delayed")
LINK_BLUE = "0563C1"


@dataclass(slots=True)
class Reviser:
    """Who revised a document, and when; hands out the numbers its revisions need."""

    document: Document
    author: str
    date: str
    count: int = 0

    def revision(self, name: str) -> Any:  # noqa: ANN401 - an lxml element, whose class python-docx makes as it goes
        """Return a new ``w:ins`` or ``w:del`` element."""
        self.count += 1
        return element(name, {"w:id": str(self.count), "w:author": self.author, "w:date": self.date})


def element(name: str, attributes: dict[str, str] | None = None, *children: Any) -> Any:  # noqa: ANN401 - as above
    """Return a new element of that name with its attributes and children."""
    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    for child in children:
        made.append(child)
    return made


def add_words(
    paragraph: Paragraph, text: str, reviser: Reviser, *, is_bold: bool = False, is_deleted: bool = False
) -> None:
    """Append ``text`` to the paragraph, its marks turned into what a word processor would have written."""
    for run in split_runs(text):
        mark = Mark.DELETED if is_deleted else run.mark
        _add_run(paragraph, Run(run.text, mark, run.target), reviser, is_bold=is_bold or run.mark is Mark.BOLD)


def _add_run(paragraph: Paragraph, run: Run, reviser: Reviser, *, is_bold: bool) -> None:
    made = paragraph.add_run(run.text)
    made.bold = is_bold or None
    match run.mark:
        case Mark.STRUCK:
            made.font.strike = True
        case Mark.INSERTED:
            _wrap(made._r, reviser.revision("w:ins"))
        case Mark.DELETED:
            _delete(made._r, reviser)
        case Mark.LINK:
            _link(paragraph, made._r, run.target)
        case Mark.CHOICE:
            _wrap_choice(made._r)
        case Mark.COMMENTED:
            comment = reviser.document.add_comment(made, run.target, author=reviser.author, initials="BM")
            comment._comment_elm.set(qn("w:date"), reviser.date)
        case Mark.PLAIN | Mark.BOLD:
            pass


def _wrap(run: Any, around: Any) -> None:  # noqa: ANN401 - lxml elements
    run.addprevious(around)
    around.append(run)


def _delete(run: Any, reviser: Reviser) -> None:  # noqa: ANN401 - an lxml element
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")
    _wrap(run, reviser.revision("w:del"))


def _link(paragraph: Paragraph, run: Any, address: str) -> None:  # noqa: ANN401 - an lxml element
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run.get_or_add_rPr().append(element("w:color", {"w:val": LINK_BLUE}))
    run.get_or_add_rPr().append(element("w:u", {"w:val": "single"}))
    _wrap(run, element("w:hyperlink", {"r:id": relation}))


def _wrap_choice(run: Any) -> None:  # noqa: ANN401 - an lxml element
    items = [element("w:listItem", {"w:displayText": each, "w:value": each}) for each in CHOICES]
    properties = element("w:sdtPr", {}, element("w:dropDownList", {}, *items))
    control = element("w:sdt", {}, properties)
    run.addprevious(control)
    control.append(element("w:sdtContent", {}, run))
