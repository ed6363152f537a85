"""Layers that a document does not show when it is opened, and which forms of a page are drawn on one of them.

What is on a layer says so in one of two ways (ISO 32000-1, 8.11.3): marks around it, which PDFium passes on by the
layer's name, or an entry of the form that holds it, which PDFium keeps to itself. So a page's content is looked
through here for the forms it draws; they come in the order in which PDFium gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, PSLiteral
from pdfminer.utils import decode_text

from ingest.readers.pdf.engine.contents import streams_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pdfminer.pdfpage import PDFPage

DEEPEST = 12
"""Forms nested deeper than this hold one another."""
DRAW = KWD(b"Do")
HIDES: Mapping[str, Callable[[Sequence[bool]], bool]] = {
    "AllOn": any,
    "AnyOn": all,
    "AnyOff": lambda off: not any(off),
    "AllOff": lambda off: not all(off),
}
"""By its policy, when a membership of several layers hides what has it: said of which of them are off (table 99)."""
USUAL_POLICY = "AnyOn"


@dataclass(frozen=True, slots=True)
class Hidden:
    """The layers of a document that do not show."""

    numbers: frozenset[int] = frozenset()
    """Of the objects they are in the file."""
    names: frozenset[str] = frozenset()
    """Their names, those aside that a layer has too which shows."""


NOTHING_HIDDEN = Hidden()


@dataclass(frozen=True, slots=True)
class DrawnForm:
    """A form as it is drawn on a page, or in another form."""

    is_hidden: bool
    forms: tuple[DrawnForm, ...] = ()
    """Those drawn in it, in order."""


def hidden_layers(catalog: Mapping[str, object]) -> Hidden:
    """Return the layers a document does not show when it is opened (8.11.4.3)."""
    properties = _entries(catalog.get("OCProperties"))
    default = _entries(properties.get("D"))
    groups = _refs(properties.get("OCGs"))
    listed_off, listed_on = _refs(default.get("OFF")), _refs(default.get("ON"))
    off = set(listed_off)
    if _name(default.get("BaseState")) == "OFF":
        off.update(each for each in groups if each not in listed_on)
    if not off:
        return NOTHING_HIDDEN
    named = {number: _text(_entries(ref).get("Name")) for number, ref in {**groups, **listed_off}.items()}
    shown = {name for number, name in named.items() if number not in off}
    return Hidden(frozenset(off), frozenset(named[number] for number in off) - shown - {""})


def find_forms(page: PDFPage, hidden: Hidden) -> tuple[DrawnForm, ...]:
    """Return the forms that ``page`` draws, in order; none where the document has no ``hidden`` layers."""
    if not hidden.numbers:
        return ()
    return tuple(_find_forms(list(streams_of(page.contents)), _entries(page.resources), hidden, DEEPEST))


def _find_forms(
    content: Sequence[PDFStream], resources: Mapping[str, object], hidden: Hidden, depth: int
) -> Iterator[DrawnForm]:
    objects = _entries(resources.get("XObject"))
    forms = {name: form for name, ref in objects.items() if (form := _form(ref)) is not None}
    if not forms or not depth:
        return
    for name in _drawn_names(content):
        form = forms.get(name)
        if form is not None:
            own = _entries(form.attrs.get("Resources")) or resources
            inner = tuple(_find_forms([form], own, hidden, depth - 1))
            yield DrawnForm(_is_hidden(form.attrs.get("OC"), hidden), inner)


def _form(ref: object) -> PDFStream | None:
    stream = resolve1(ref)
    return stream if isinstance(stream, PDFStream) and _name(stream.attrs.get("Subtype")) == "Form" else None


def _drawn_names(content: Sequence[PDFStream]) -> Iterator[str]:
    """Yield the names of what ``content`` draws, in order."""
    parser = PDFContentParser(content)
    last: object = None
    try:
        while True:
            _place, each = parser.nextobject()
            if each == DRAW and isinstance(last, PSLiteral):
                yield str(last.name)
            last = each
    except PSEOF:
        return


def _is_hidden(membership: object, hidden: Hidden) -> bool:
    """Whether what has ``membership``, a layer or an expression of several (8.11.2.2), does not show."""
    if isinstance(membership, PDFObjRef) and membership.objid in hidden.numbers:
        return True
    entries = _entries(membership)
    layers = entries.get("OCGs")
    of = [layers] if isinstance(layers, PDFObjRef) and not isinstance(resolve1(layers), list) else resolve1(layers)
    off = [each.objid in hidden.numbers for each in of or () if isinstance(each, PDFObjRef)]
    if not off:
        return False
    return HIDES.get(_name(entries.get("P")), HIDES[USUAL_POLICY])(off)


def _entries(value: object) -> Mapping[str, object]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _refs(value: object) -> dict[int, PDFObjRef]:
    """Return the references in a list, by the numbers of what they refer to."""
    listed = resolve1(value)
    return {each.objid: each for each in listed if isinstance(each, PDFObjRef)} if isinstance(listed, list) else {}


def _name(value: object) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _text(value: object) -> str:
    found = resolve1(value)
    return decode_text(found) if isinstance(found, bytes) else ""
