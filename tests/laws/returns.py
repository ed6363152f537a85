"""Returns as agencies write them, made at random, and the documents they are typed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from normalize.model import ReturnedDocument

TYPED = """\
staff training has been held for all teams and the policy was reviewed by managers in each locality so that
records show when children are seen alone multi-agency audits take place every quarter 24 cases were looked at
(12 of them twice); the learning \u2018what works\u2019 is shared \u201cwith everyone\u201d including GPs, schools
and/or nurseries e.g. by e-mail 95% of practitioners attended the workshop on 14 May 2013 it cost \u00a31,250 in
total the Board\u2019s sub-group agreed this plan \u2013 subject to funding \u2013 at once
"""
MADE_ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u2022\uf0b7", "''\"\"  ")
NUMBERS = ("number column", "in the cell", "none")
"""Where the sender typed the number of a recommendation."""
KINDS = ("", "Overview", "IMR")
HEADINGS = {"Overview": "Overview report recommendations", "IMR": "IMR recommendations"}


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one recommendation; every text is its paragraphs."""

    recommendation: tuple[str, ...]
    update: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below a row that names their kind."""

    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Return:
    """A return and how it is laid out."""

    groups: tuple[Group, ...]
    numbers: str
    is_landscape: bool
    has_more_columns: bool
    """Who leads and how it is rated, between the recommendation and the update."""
    repeats_heading: bool
    """The heading row on every page, and a page header and footer."""
    has_bullets: bool
    """Every paragraph but the first of an update is an item of a list."""


Answer = tuple[str, str, str, str, str]
"""Kind, number, recommendation, update and evidence, as all formats must give them."""


def sentences(fewest: int, most: int) -> st.SearchStrategy[str]:
    """Give a passage of so many words."""
    passage = st.lists(st.sampled_from(TYPED.split()), min_size=fewest, max_size=most).map(" ".join)
    return passage.map(lambda text: f"The {text}.")


def texts(most_words: int, *, is_filled: bool) -> st.SearchStrategy[tuple[str, ...]]:
    """Give the paragraphs of a cell."""
    return st.lists(sentences(2, most_words), min_size=1 if is_filled else 0, max_size=3).map(tuple)


long_texts = st.lists(sentences(60, 160), min_size=2, max_size=4).map(tuple)
"""Cells that run over a page."""
rows = st.builds(
    Row,
    recommendation=texts(30, is_filled=True).map(lambda found: found[:1]),
    update=st.one_of(*[texts(50, is_filled=True)] * 4, long_texts),
    evidence=texts(20, is_filled=False),
)
groups = st.lists(
    st.builds(Group, st.sampled_from(KINDS), st.lists(rows, min_size=1, max_size=5).map(tuple)), min_size=1, max_size=3
)
returns = st.builds(Return, groups.map(tuple), st.sampled_from(NUMBERS), *[st.booleans()] * 4)


def expected(sent: Return) -> list[Answer]:
    """Return what every reading of ``sent`` must give."""
    return [
        (kind, number, _join(row.recommendation), _join(row.update), _join(row.evidence))
        for kind, number, row in numbered(sent)
    ]


def _join(paragraphs: tuple[str, ...]) -> str:
    return fold_typed("\n".join(paragraphs))


def numbered(sent: Return) -> Iterator[tuple[str, str, Row]]:
    """Give each row with the kind that stands above it and its number, counted afresh in each group."""
    kind = ""
    for group in sent.groups:
        kind = group.kind or kind
        for number, row in enumerate(group.rows, start=1):
            yield kind, "" if sent.numbers == "none" else str(number), row


def answers(found: ReturnedDocument) -> list[Answer]:
    """Return what was read of a document, in the same terms."""
    return [
        (
            update.kind,
            ", ".join(update.numbers),
            fold_typed(update.recommendation),
            fold_typed(update.update),
            fold_typed(update.evidence),
        )
        for sent in found.returns
        for update in sent.updates
    ]


def fold_typed(text: str) -> str:
    """Return ``text`` with white space, quotes and bullets made alike: what a change of format may change."""
    return " ".join(text.translate(MADE_ALIKE).split())


def sample(count: int) -> list[Return]:
    """Return ``count`` returns, the same every time, the first of them the simplest."""
    found: list[Return] = []

    @settings(max_examples=count, derandomize=True, database=None, phases=(Phase.generate,), deadline=None)
    @given(returns)
    def collect(sent: Return) -> None:
        found.append(sent)

    collect()
    return found


def write(sent: Return, path: Path) -> Path:
    """Type ``sent`` in a Word document."""
    document = docx.Document()
    if sent.is_landscape:
        _turn(document)
    document.add_heading("Action plan update", level=1)
    document.add_paragraph("Agency: Fernlight Housing")
    _type_table(document, sent)
    document.add_paragraph("Completed by the housing manager")
    if sent.repeats_heading:
        document.sections[0].header.paragraphs[0].text = "Official - sensitive"
        document.sections[0].footer.paragraphs[0].text = "Fernlight Housing, 2013"
    document.save(str(path))
    return path


def _turn(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def _type_table(document: Document, sent: Return) -> None:
    headings = _headings(sent)
    table = document.add_table(rows=0, cols=len(headings), style="Table Grid")
    _type_row(table, [(text,) for text in headings], "")
    if sent.repeats_heading:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way
    for group in sent.groups:
        if group.kind:
            cells = _add_row(table)
            cells[0].merge(cells[-1]).text = HEADINGS[group.kind]
        for number, row in enumerate(group.rows, start=1):
            _type_row(table, _texts(sent, number, row), "List Bullet" if sent.has_bullets else "")


def _headings(sent: Return) -> list[str]:
    number = ["No."] if sent.numbers == "number column" else []
    more = ["Lead", "RAG"] if sent.has_more_columns else []
    return [*number, "Recommendation", *more, "Update", "Evidence"]


def _texts(sent: Return, number: int, row: Row) -> list[tuple[str, ...]]:
    first = row.recommendation
    if sent.numbers == "in the cell":
        first = (f"{number}. {first[0]}", *first[1:])
    before: list[tuple[str, ...]] = [(str(number),)] if sent.numbers == "number column" else []
    more: list[tuple[str, ...]] = [("Head of Housing",), ("Amber",)] if sent.has_more_columns else []
    return [*before, first, *more, row.update, row.evidence]


def _add_row(table: Table) -> tuple[_Cell, ...]:
    cells: tuple[_Cell, ...] = table.add_row().cells  # type: ignore[no-untyped-call] # python-docx leaves it open
    return cells


def _type_row(table: Table, cells: list[tuple[str, ...]], style: str) -> None:
    for cell, paragraphs in zip(_add_row(table), cells, strict=True):
        cell.text = paragraphs[0] if paragraphs else ""
        for text in paragraphs[1:]:
            cell.add_paragraph(text, style or None)
