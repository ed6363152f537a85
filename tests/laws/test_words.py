"""Law 1: every word of a document is in a row, in the particulars or left over, by more than our own count."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from ingest.folder import Fate, find_files, read_document
from ingest.identify import Format, identify
from ingest.model import SourceDocument, SourceTable
from ingest.words import count_words
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from samples import board_folder

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OTHER_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNSEEN = {f"{W}del", f"{W}moveFrom", OTHER_FORM}
"""Deleted words, and the second form of a drawing for old programs."""
STORY = re.compile(r"word/(document|(header|footer)\d*|footnotes|endnotes|comments)\.xml")
SPACES = {f"{W}tab", f"{W}br", f"{W}cr"}


def _inboxes(folder: Path) -> list[Path]:
    found = sorted(folder.glob("**/inbox"))
    return [each.path for inbox in found for each in find_files(inbox) if each.fate is Fate.READ]


def _documents(*wanted: Format) -> list[Path]:
    paths = [*_inboxes(board_folder()), *_inboxes(CORPUS)]
    return [path for path in paths if identify(path) in wanted]


def _read(path: Path) -> SourceDocument:
    document = read_document(path, path.name)
    assert isinstance(document, SourceDocument), document
    return document


def _every(*wanted: Format) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in _documents(*wanted)])


@_every(Format.DOCX, Format.PDF)
def test_rows_particulars_and_what_is_left_over_add_up_to_the_document(path: Path) -> None:
    document = read_document(path, path.name)
    if not isinstance(document, SourceDocument):
        pytest.skip(f"{document.reason}")
    words = understand(document, Vocabulary()).words
    assert words.document == words.rows + words.particulars + words.left_over


@_every(Format.DOCX)
def test_a_plain_count_of_a_word_document_agrees(path: Path) -> None:
    assert _read(path).words == sum(map(count_words, _raw_parts(path)))


def _raw_parts(path: Path) -> Iterable[str]:
    """Return the words of each part of the package that can be shown, page headers of the same words once."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if STORY.fullmatch(name)]
        roots = [etree.fromstring(package.read(name)) for name in names]
    return dict.fromkeys("\n".join(map(_raw_text, root.iter(f"{W}p"))) for root in roots)


def _raw_text(paragraph: etree._Element) -> str:
    pieces = []
    for each in paragraph.iter(f"{W}t", *SPACES):
        above = list(each.iterancestors())
        is_own = next(element for element in above if element.tag == f"{W}p") is paragraph
        if is_own and not any(element.tag in UNSEEN for element in above):
            pieces.append(each.text or "" if each.tag == f"{W}t" else " ")
    return "".join(pieces)


@_every(Format.PDF)
def test_a_second_engine_finds_no_letters_that_were_not_taken_from_a_pdf(path: Path) -> None:
    document = read_document(path, path.name)
    if not isinstance(document, SourceDocument):
        pytest.skip(f"{document.reason}")
    ours, theirs = _letters(_all_text(document)), _letters(_second_text(path))
    assert abs(ours - theirs) <= 0.002 * theirs


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def _all_text(document: SourceDocument) -> str:
    return "\n".join(
        "\n".join("\n".join((cell.text, *cell.struck, cell.note)) for cell in block.cells)
        if isinstance(block, SourceTable)
        else block.text
        for block in document.blocks
    )


def _second_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
