"""What a document's text is read with: its styles, lists, notes and comments, and the findings made on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from ingest.errors import UnreadableError
from ingest.model import Finding, Level, Place
from ingest.readers.word.colours import Theme, read_theme
from ingest.readers.word.fields import Drawn, Marks, pair_marks
from ingest.readers.word.markup import Element, w
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.package import Package, Relationship
from ingest.readers.word.parsing import ASK_AGAIN
from ingest.readers.word.pieces import Block, Remark
from ingest.readers.word.plain_rows import TR, PlainRows, PlainRun
from ingest.readers.word.rare import bind_data, draw_fields, open_store
from ingest.readers.word.styles import Styles

if TYPE_CHECKING:
    from ingest.readers.word.data_store import DataStore

NOTE_TYPE, BODY = w("type"), w("body")
BOUND = (
    "Some form fields of the document have other words in its text than in the data stored with it. Word shows the "
    "data, and so does this reading; the other words are listed with the words left over."
)
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
"""Notes that are only the line above the notes (ECMA-376 part 1, 17.18.33)."""


TakenRows = dict[Element, PlainRun]
"""The rows that were taken out of the tree while it was parsed, by the empty element left of each run of them."""


class Chunk(NamedTuple):
    """A document placed inside this one, and its words counted apart."""

    blocks: list[Block]
    words: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part with text in it."""

    root: Element
    relationships: dict[str, Relationship]
    marks: Marks
    drawn: Drawn
    """What is shown of fields without a stored result."""
    plain_rows: TakenRows = field(default_factory=dict)
    chunks: dict[Element, Chunk] = field(default_factory=dict)
    """The documents placed inside it that could be read, by the element that stands for each."""


@dataclass(slots=True)
class Sources:
    """One document being read."""

    name: str
    package: Package
    theme: Theme
    styles: Styles
    numbering: Numbering
    main: Part
    body: Element
    settings: Element | None
    notes: dict[tuple[str, str], tuple[Part, Element]]
    """Foot- and endnotes by kind ("footnotes") and id."""
    comments: dict[str, tuple[Part, Element]]
    """By id."""
    store: Callable[[], DataStore]
    """Gives the data the form fields are bound to, which is looked up where there are such fields."""
    findings: dict[str, Finding] = field(default_factory=dict)
    """By their code: each is said once for a document."""
    commented: dict[str, list[str]] = field(default_factory=dict)
    """The words under each comment so far."""
    openings: dict[Element, int] = field(default_factory=dict)
    """Which section begins behind a paragraph, counted from 0."""
    open_comments: set[str] = field(default_factory=set)
    taken_comments: set[str] = field(default_factory=set)
    is_partial: bool = False
    has_pictures: bool = False

    def find(self, level: Level, code: str, message: str) -> None:
        """Keep a finding, unless the document has it already."""
        self.findings.setdefault(code, Finding(level, code, message, Place(self.name)))

    def take_comment(self, key: str, read: Callable[[Part, Element], list[Block]]) -> Remark | None:
        """Return the comment ``key``, the first time it is asked for (17.13.4.2)."""
        found = self.comments.get(key)
        if found is None or key in self.taken_comments:
            return None
        self.taken_comments.add(key)
        part, entry = found
        words = self.commented.setdefault(key, [])
        return Remark(self.read_aside(part, entry, read), entry.get(w("author"), ""), entry.get(w("date"), ""), words)

    def read_aside(self, part: Part, entry: Element, read: Callable[[Part, Element], list[Block]]) -> list[Block]:
        """Return the blocks of a comment, note or text box; no comment around its place in the text is on its words."""
        around, self.open_comments = self.open_comments, set()
        blocks = read(part, entry)
        self.open_comments = around
        return blocks

    def text_parts(self) -> tuple[Part, ...]:
        """Return the parts the text of the body is in: itself, its notes and its comments."""
        asides = (part for part, _entry in (*self.notes.values(), *self.comments.values()))
        return self.main, *{id(part): part for part in asides}.values()

    def part(self, name: str) -> Part | None:
        """Return the part ``name``, which holds text, ready to be read; None where it is missing or damaged."""
        if not self.package.has_part(name):
            self.package.damaged.append(name)
        root = self.package.parse_if_sound(name)
        if root is None:
            return None
        self.bind(root)
        return _make_part(root, self.package.relationships(name))

    def bind(self, root: Element) -> None:
        """Give the form fields below ``root`` the data they are bound to."""
        if bind_data(root, self.store):
            self.find(Level.CHECK, "bound-data", BOUND)


def open_sources(package: Package, name: str) -> Sources:
    """Gather what the text of the document ``name`` is read with. Raises ``UnreadableError``."""
    main_name = package.main_part()
    theme = read_theme(_related(package, main_name, "theme"))
    styles = Styles(_related(package, main_name, "styles"), theme)
    root, plain_rows = _parse_main(package, main_name, styles)
    body = None if root is None else root.find(BODY)
    if root is None or body is None:
        reason = "The part of the file that holds its text is not a Word document's."
        raise UnreadableError("not-word", reason, ASK_AGAIN)
    sources = Sources(
        name=name,
        package=package,
        theme=theme,
        styles=styles,
        numbering=Numbering(_related(package, main_name, "numbering"), styles),
        main=_make_part(root, package.relationships(main_name), plain_rows),
        body=body,
        settings=_related(package, main_name, "settings"),
        notes={},
        comments={},
        store=cache(partial(open_store, package, main_name)),
    )
    sources.bind(root)
    _gather_notes(sources, main_name)
    return sources


def _make_part(root: Element, relationships: dict[str, Relationship], taken: TakenRows | None = None) -> Part:
    marks = pair_marks(root)
    return Part(root, relationships, marks, draw_fields(root, marks), taken or {})


def _parse_main(package: Package, name: str, styles: Styles) -> tuple[Element | None, TakenRows]:
    """Return the part that holds the text, and the rows taken out of it on the way."""
    rows = PlainRows(styles)
    root = package.parse_rows(name, TR, rows)
    return (package.parse(name), {}) if root is None else (root, rows.by_element)


def _related(package: Package, source: str, kind: str) -> Element | None:
    found = package.target_of(source, kind)
    return None if found is None else package.parse_if_sound(found)


def _gather_notes(sources: Sources, main_name: str) -> None:
    for kind, tag in (("footnotes", w("footnote")), ("endnotes", w("endnote")), ("comments", w("comment"))):
        name = sources.package.target_of(main_name, kind)
        part = None if name is None else sources.part(name)
        if part is None:
            continue
        for entry in part.root.iter(tag):
            key = entry.get(w("id"), "")
            if kind == "comments":
                while key in sources.comments:
                    key += "'"  # two comments with one id: the second is found loose
                sources.comments[key] = (part, entry)
            elif entry.get(NOTE_TYPE) not in SEPARATORS:
                sources.notes[kind, key] = (part, entry)
