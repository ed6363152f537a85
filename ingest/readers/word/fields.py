"""Fields: the result is text, the instruction is not (ECMA-376 part 1, 17.16.2 and 17.16.18)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from ingest.readers.word.markup import Element, has_switch, number, value, w

FIELD_CHAR, FIELD_TYPE, FORM_DATA = w("fldChar"), w("fldCharType"), w("ffData")
DELETED = (w("del"), w("moveFrom"))
TICKED, UNTICKED = "☒", "☐"

ARGUMENT = re.compile(r'\\[a-zA-Z*#@]|"(?:[^"\\]|\\.)*"|[^\s"]+')
ESCAPED = re.compile(r"\\(.)")
STRAIGHT = str.maketrans("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '""')
"""Word takes the quotation marks it has made round as well."""
SWITCHES_WITH_ARGUMENT = {"\\l", "\\o", "\\t"}


class Mark(Enum):
    """The three characters a field is made of."""

    BEGIN = "begin"
    SEPARATE = "separate"
    END = "end"


Marks = dict[Element, Mark]
Drawn = dict[Element, str]
"""What is shown of a field, by the mark it begins with."""


def pair_marks(root: Element) -> Marks:
    """Return the marks of all complete fields below ``root``.

    A field that is begun and never ended would hide the rest of the document; its marks are left out, so that
    its text shows.
    """
    marks: Marks = {}
    opened: list[list[Element]] = []
    for mark in root.iter(FIELD_CHAR):
        kind = mark.get(FIELD_TYPE)
        if any(above.tag in DELETED for above in mark.iterancestors()):
            continue
        if kind == "begin":
            opened.append([mark])
        elif kind == "separate" and opened and len(opened[-1]) == 1:
            opened[-1].append(mark)
        elif kind == "end" and opened:
            begin, *separate = opened.pop()
            marks |= {begin: Mark.BEGIN, mark: Mark.END} | dict.fromkeys(separate, Mark.SEPARATE)
    return marks


@dataclass(slots=True)
class OpenField:
    """A field whose end has not come yet."""

    instruction: str = ""
    is_silent: bool = True
    """True before its result begins, and throughout where it is drawn instead."""
    is_drawn: bool = False
    linked: list[str] | None = None
    """The words of a HYPERLINK field so far."""


@dataclass(slots=True)
class FieldStack:
    """The fields open at one point of the text, outermost first."""

    fields: list[OpenField] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Return whether text at this point is not shown."""
        return any(entry.is_silent for entry in self.fields)

    def begin(self, *, is_drawn: bool) -> None:
        """Open a field; one that is drawn shows no result."""
        self.fields.append(OpenField(is_drawn=is_drawn))

    def instruct(self, text: str) -> None:
        """Take part of an instruction."""
        if self.fields and self.fields[-1].is_silent:
            self.fields[-1].instruction += text

    def say(self, text: str) -> None:
        """Take text that is not shown: the result of a field within an instruction is part of that (17.16.18)."""
        *around, innermost = self.fields
        asking = next((entry for entry in reversed(around) if entry.is_silent), None)
        if asking is not None and not innermost.is_silent:
            asking.instruction += text

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        innermost = self.fields[-1]
        innermost.is_silent = innermost.is_drawn
        if link_address(innermost.instruction) is not None:
            innermost.linked = []

    def end(self) -> OpenField:
        """Close the innermost field."""
        return self.fields.pop()


def draw_form_field(data: Element | None) -> str | None:
    """Return what a legacy check box or drop-down list shows; None for text and for no form field (17.16.17)."""
    if data is None:
        return None
    box = data.find(w("checkBox"))
    if box is not None:
        checked = w("checked") if box.find(w("checked")) is not None else w("default")
        return TICKED if has_switch(box, checked) else UNTICKED
    chooser = data.find(w("ddList"))
    if chooser is None:
        return None
    entries = [entry.get(w("val"), "") for entry in chooser.findall(w("listEntry"))]
    chosen = number(value(chooser, w("result"))) or number(value(chooser, w("default"))) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def link_address(instruction: str) -> str | None:
    """Return where a HYPERLINK instruction leads; None for any other instruction (17.16.5.25)."""
    words = ARGUMENT.findall(instruction.translate(STRAIGHT))
    if not words or words[0].upper() != "HYPERLINK":
        return None
    address, anchor, awaited = "", "", ""
    for word in words[1:]:
        text = ESCAPED.sub(r"\1", word[1:-1]) if word.startswith('"') else word
        if awaited:
            anchor, awaited = (text if awaited == "\\l" else anchor), ""
        elif word.lower() in SWITCHES_WITH_ARGUMENT:
            awaited = word.lower()
        elif not word.startswith("\\"):
            address = address or text
    return f"{address}#{anchor}" if anchor else address
