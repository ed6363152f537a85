"""Which page headers and footers are in use, and where each section of the text begins (ECMA-376 part 1, 17.10)."""

from __future__ import annotations

from typing import NamedTuple

from ingest.readers.word.markup import Element, R, has_switch, w
from ingest.readers.word.sources import Sources

SECTION, SECTION_CHANGE = w("sectPr"), w("sectPrChange")
HEADER, FOOTER = w("headerReference"), w("footerReference")
ID, TYPE = f"{{{R}}}id", w("type")
PARAGRAPH, IN_ITSELF = w("p"), (w("tc"), w("txbxContent"))
"""A cell or a text box has no sections; one that says so all the same is not followed."""


class Section(NamedTuple):
    """A section: the names of the parts that stand above and below its text, and the paragraph it ends with."""

    headers: tuple[str, ...]
    footers: tuple[str, ...]
    end: Element | None
    """None for the last one."""


def find_sections(sources: Sources) -> list[Section]:
    """Return the sections of the document in order, with the headers and footers some page of each shows.

    A first-page header shows only where the section has a title page, one for even pages only where the document
    tells odd from even (17.10.6 and 17.15.1.35); a section without one of its own goes on with the one before.
    """
    has_even = has_switch(sources.settings, w("evenAndOddHeaders"))
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    found: list[Section] = []
    for section in sources.main.root.iter(SECTION):
        parent = section.getparent()
        if parent is None or parent.tag == SECTION_CHANGE:
            continue
        headers |= _named(sources, section, HEADER)
        footers |= _named(sources, section, FOOTER)
        kinds = _kinds(section, has_even=has_even)
        found.append(Section(_shown(headers, kinds), _shown(footers, kinds), _last_paragraph(section)))
    return found


def find_openings(sections: list[Section]) -> dict[Element, int]:
    """Return which section begins behind a paragraph, counted from 0."""
    return {section.end: number for number, section in enumerate(sections, 1) if section.end is not None}


def _kinds(section: Element, *, has_even: bool) -> list[str]:
    first = ["first"] if has_switch(section, w("titlePg")) else []
    return [*first, "default", *(["even"] if has_even else [])]


def _named(sources: Sources, section: Element, tag: str) -> dict[str, str]:
    return {entry.get(TYPE, "default"): _target(sources, entry) for entry in section.findall(tag)}


def _target(sources: Sources, entry: Element) -> str:
    found = sources.main.relationships.get(entry.get(ID, ""))
    return "" if found is None or found.is_external else found.target


def _shown(current: dict[str, str], kinds: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(current[kind] for kind in kinds if current.get(kind)))


def _last_paragraph(section: Element) -> Element | None:
    around = list(section.iterancestors())
    if any(each.tag in IN_ITSELF for each in around):
        return None
    return next((each for each in around if each.tag == PARAGRAPH), None)
