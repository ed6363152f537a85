"""XML from a document nobody vouches for, made a tree: no entity is resolved, nothing is fetched."""

from __future__ import annotations

import re
from typing import IO, Protocol, TypedDict, cast

from lxml import etree

from ingest.errors import UnreadableError
from ingest.readers.word.alike_rows import cut_rows
from ingest.readers.word.markup import Element
from ingest.readers.word.strict import is_strict, to_transitional

ASK_AGAIN = "Ask the sender for the document again, or open it in Word and save it as a new .docx."
CONTROL_CHARACTERS = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]);|0*(?:[0-8]|1[1245-9]|2\d|3[01]);)"
)
"""Characters XML 1.0 forbids, raw or as references; careless programs write them, and nobody can see them."""
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class _Guards(TypedDict):
    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    remove_comments: bool
    remove_pis: bool


# huge_tree stays off: it is libxml2's own guard against 256 elements one inside the other and worse.
GUARDS: _Guards = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of the XML in ``data``, the part ``name``, its names brought to Transitional.

    Raises ``UnreadableError``.
    """
    try:
        root = _parse_once(data)
    except etree.XMLSyntaxError as error:
        root = _parse_cleaned(data, name, error)
    _refuse_doctype(root)
    if is_strict(root):
        root = _parse_once(to_transitional(etree.tostring(root, encoding="utf-8")))
    return root


class Rows(Protocol):
    """What takes the rows of tables while they are parsed."""

    def take(self, elements: list[Element], written: bytes) -> None:
        """Look at ``elements``, complete since the parser was given ``written``; what is below may be removed."""

    def take_alike(self, written: bytes) -> bool:
        """Return whether ``written`` was taken as it is, so that it needs no parsing."""


def parse_stream(stream: IO[bytes], tag: str, rows: Rows) -> Element | None:
    """Return the root of the XML in ``stream``, its rows ``tag`` given to ``rows`` as soon as they are complete.

    None where the XML is one that ``parse_xml`` has to mend first.
    Raises ``UnreadableError`` for a document type declaration.
    """
    parser = etree.XMLPullParser(("end",), tag=tag, **GUARDS)
    try:
        for written in cut_rows(stream):
            if not rows.take_alike(written):
                parser.feed(written)
                # Only events that are not asked for give anything but elements.
                rows.take([cast(Element, element) for _event, element in parser.read_events()], written)
        root: Element = parser.close()
    except etree.XMLSyntaxError:
        return None
    _refuse_doctype(root)
    return None if is_strict(root) else root


def _refuse_doctype(root: Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        reason = "The file holds a document type declaration, which only harmful documents do."
        raise UnreadableError("doctype", reason, ASK_AGAIN)


def _parse_once(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(**GUARDS))


def _parse_cleaned(data: bytes, name: str, error: etree.XMLSyntaxError) -> Element:
    if "depth" in str(error).lower():
        reason = "Its tables or boxes lie one inside the other so often that they cannot be followed."
        advice = "Open it in Word, copy the table with the recommendations to a new document, and send that."
        raise UnreadableError("nesting", reason, advice) from error
    cleaned = data if data.startswith(BYTE_ORDER_MARKS) else CONTROL_CHARACTERS.sub(b"", data)
    if cleaned != data:
        return parse_xml(cleaned, name)
    raise UnreadableError("malformed", f"The part {name} inside the file is not well formed.", ASK_AGAIN) from error
