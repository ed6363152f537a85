"""Which page headers and footers are in use (ECMA-376 part 1, 17.10)."""

from __future__ import annotations

from ingest.readers.word.markup import Element, R, has_switch, w
from ingest.readers.word.sources import Part, Sources

SECTION, SECTION_CHANGE = w("sectPr"), w("sectPrChange")
HEADER, FOOTER = w("headerReference"), w("footerReference")
ID, TYPE = f"{{{R}}}id", w("type")


def parts_in_use(sources: Sources, tag: str) -> list[Part]:
    """Return the parts of all headers (or footers) that some page shows, each once, in the order of their sections.

    A first-page header shows only where the section has a title page, one for even pages only where the document
    tells odd from even (17.10.6 and 17.15.1.35); a section without one of its own goes on with the one before.
    """
    has_even = has_switch(sources.settings, w("evenAndOddHeaders"))
    current: dict[str, str] = {}
    names: list[str] = []
    for section in sources.main.root.iter(SECTION):
        parent = section.getparent()
        if parent is None or parent.tag == SECTION_CHANGE:
            continue
        current |= {entry.get(TYPE, "default"): _target(sources, entry) for entry in section.findall(tag)}
        names += [current[kind] for kind in _kinds(section, has_even=has_even) if current.get(kind)]
    found = (sources.part(name) for name in dict.fromkeys(names))
    return [part for part in found if part is not None]


def _kinds(section: Element, *, has_even: bool) -> list[str]:
    first = ["first"] if has_switch(section, w("titlePg")) else []
    return [*first, "default", *(["even"] if has_even else [])]


def _target(sources: Sources, entry: Element) -> str:
    found = sources.main.relationships.get(entry.get(ID, ""))
    return "" if found is None or found.is_external else found.target
