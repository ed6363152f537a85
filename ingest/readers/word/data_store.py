"""The data a document keeps beside its text, which form fields may be bound to (ECMA-376 part 1, 15.2.5, 17.5.2.6)."""

from __future__ import annotations

import re

from lxml import etree

from ingest.errors import UnreadableError
from ingest.readers.word.markup import Element, w
from ingest.readers.word.package import Package

CUSTOM_DATA, ITS_PROPERTIES = "customXml", "customXmlProps"
ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
PROPERTY_PARTS: dict[str, str] = {
    "core-properties": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "extended-properties": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}
"""The document's own title, author, company and so on, and the names Word gives these parts (MS-OE376 2.1.1)."""
PATH = re.compile(r"(/(?:[\w.-]+:)?[\w.-]+(?:\[\d+\])?)+(/@(?:[\w.-]+:)?[\w.-]+)?")
"""The only shape of path Word writes: from the root down, by names and numbers. No other is followed."""
PREFIX = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(["'])(.*?)\2""")


class DataStore:
    """The parts with data, by the name a binding calls them."""

    def __init__(self, package: Package, main_name: str) -> None:
        """Take the package and the name of the part that holds the text."""
        self._parts: dict[str, Element] = {}
        for relationship in package.relationships(main_name).values():
            if relationship.kind == CUSTOM_DATA and not relationship.is_external:
                properties = _parse(package, package.target_of(relationship.target, ITS_PROPERTIES))
                self._keep("" if properties is None else properties.get(ITEM_ID, ""), package, relationship.target)
        for kind, item in PROPERTY_PARTS.items():
            self._keep(item, package, package.target_of("", kind))

    def _keep(self, item: str, package: Package, name: str | None) -> None:
        root = _parse(package, name)
        if root is not None:
            self._parts.setdefault(item.upper() or f"part {len(self._parts)}", root)

    def find(self, binding: Element) -> str | None:
        """Return the value ``w:dataBinding`` leads to; None where it leads nowhere.

        It is looked for in the part that is named, and in all where that is not there.
        """
        named = self._parts.get(binding.get(w("storeItemID"), "").upper())
        path = binding.get(w("xpath"), "").strip()
        prefixes = {prefix: uri for prefix, _quote, uri in PREFIX.findall(binding.get(w("prefixMappings"), "")) if uri}
        if not PATH.fullmatch(path):
            return None
        roots = self._parts.values() if named is None else (named,)
        found = (_value_at(root, path, prefixes) for root in roots)
        return next((text for text in found if text is not None), None)


def _parse(package: Package, name: str | None) -> Element | None:
    try:
        return None if name is None else package.parse(name)
    except UnreadableError:
        return None  # the text can be read without it


def _value_at(root: Element, path: str, prefixes: dict[str, str]) -> str | None:
    try:
        found = root.getroottree().xpath(path, namespaces=prefixes)
    except etree.XPathError:
        return None
    first = next(iter(found), None) if isinstance(found, list) else None
    if isinstance(first, etree._Element):  # noqa: SLF001 - lxml offers no public name for the type of an element
        return "".join(map(str, first.itertext()))
    return None if first is None else str(first)
