"""Reads a file that holds documents, as a document: its own words, and the names of what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.containers import CONTAINERS
from ingest.containers.model import Contents
from ingest.containers.names import Names
from ingest.identify import identify
from ingest.litter import is_litter
from ingest.model import Finding, Level, Place, SourceDocument, SourceParagraph
from ingest.web import Layout
from ingest.words import count_words


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return the zip folder or e-mail at ``path``, called ``name``; the documents in it are read on their own.

    Raises ``UnreadableError`` when it cannot be opened.
    """
    found = identify(path)
    contents = CONTAINERS[found].look_into(path)
    place = Place(name)
    layout = Layout(name)
    pages = [layout.lay_out(page) for page in contents.pages]
    lines = (SourceParagraph(line, place, words=count_words(line)) for line in contents.lines)
    problems = tuple(Finding(Level.PROBLEM, code, message, place) for code, message in contents.problems)
    return SourceDocument(
        path=name,
        sha256=sha256,
        format=found.value,
        blocks=(*lines, *(block for page in pages for block in page.blocks)),
        words=count_words("\n".join(contents.lines)) + sum(page.words for page in pages),
        findings=(*problems, *_renamed(contents, place)),
        is_partial=bool(problems),
        contains=tuple(_documents(contents)),
    )


def _documents(contents: Contents) -> Iterator[str]:
    """Yield the names, as they were sent, of what is unpacked: ``ingest.unpacking`` passes over the same litter."""
    names = Names()
    for member in contents.members:
        if not member.ignored and not any(map(is_litter, names.give(member.name).split("/"))):
            yield member.name


def _renamed(contents: Contents, place: Place) -> tuple[Finding, ...]:
    names = Names()
    changed = [member.name for member in contents.members if names.give(member.name) != member.name]
    if not changed:
        return ()
    message = (
        f"{len(changed)} of the files in it had names that no computer should be given; they were given safe ones."
    )
    return (Finding(Level.CHECK, "odd-names", message, place),)
