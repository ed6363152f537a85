"""Law 3: the same content gives the same rows, whatever format it is sent in and however its pages break.

A few returns and the samples; ``python -m benchmarks.same_rows`` measures the same on hundreds.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.conversion import convert
from ingest.folder import read_document
from ingest.model import SourceDocument
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from samples import board_folder
from tests.laws.answers import Answer, expected, found, read_letters, typed_letters
from tests.laws.forms import PDF, type_returns
from tests.laws.making import make_return
from tests.laws.returns import Return
from tests.libreoffice import needs_libreoffice, save_as

pytestmark = needs_libreoffice

RETURNS = tuple(each for each in map(make_return, range(12)) if each.look.rules == "all")[:6]
"""What a PDF without all rules says of its rows is a matter of sight, measured and not promised."""
AS_WRITTEN = "as written"
SAVED_AS = {"doc": "doc", "odt": "odt", "rtf": "rtf", "pdf": PDF.format("false")}
OTHER_PAPER = "pdf on other paper"
SENT_AS = (AS_WRITTEN, *SAVED_AS, OTHER_PAPER)
TRACKED = (b"<w:del ", b"<w:ins ", b"<w:moveFrom ")
SAMPLES = tuple(sorted(board_folder().glob("*/inbox/[!~]*.docx")))


@dataclass(frozen=True, slots=True)
class Sent:
    """The documents in every form, and what was read of each of them."""

    forms: Mapping[str, Sequence[Path]]
    documents: Mapping[Path, SourceDocument]

    def answers(self, path: Path) -> list[Answer]:
        understood = understand(self.documents[path], Vocabulary())
        assert understood.words.adds_up, (path, understood.words)
        return found(understood)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    """Write and read all documents of this module together: starting LibreOffice takes longer than they do."""
    folder = tmp_path_factory.mktemp("sent")
    written = (*type_returns(RETURNS, folder / "typed"), *SAMPLES)
    forms = {AS_WRITTEN: written}
    forms |= {name: save_as(target, written, folder / name) for name, target in SAVED_AS.items()}
    other_paper = type_returns(RETURNS, folder / "other paper", on_other_paper=True)
    forms[OTHER_PAPER] = save_as(SAVED_AS["pdf"], other_paper, folder / OTHER_PAPER)
    paths = [path for form in forms.values() for path in form]
    with convert(paths) as conversions:
        documents = {path: read_document(path, path.name, conversions) for path in paths}
    return Sent(forms, {path: each for path, each in documents.items() if isinstance(each, SourceDocument)})


@pytest.mark.parametrize("at", range(len(RETURNS)))
@pytest.mark.parametrize("form", SENT_AS)
def test_a_return_gives_the_rows_it_was_typed_with(sent: Sent, form: str, at: int) -> None:
    assert sent.answers(sent.forms[form][at]) == expected(RETURNS[at])


@pytest.mark.parametrize("form", SENT_AS)
def test_no_letter_that_was_typed_is_lost(sent: Sent, form: str) -> None:
    for each, path in zip(RETURNS, sent.forms[form], strict=False):
        assert not typed_letters(each) - read_letters(sent.documents[path]), path


@pytest.mark.parametrize("at", range(len(SAMPLES)), ids=[path.name for path in SAMPLES])
@pytest.mark.parametrize("form", SAVED_AS)
def test_a_sample_return_gives_the_same_rows_in_every_format(sent: Sent, form: str, at: int) -> None:
    if form == "pdf" and _is_tracked(SAMPLES[at]):
        pytest.skip("LibreOffice prints deleted words as struck out: the content is another")
    saved, written = (sent.answers(sent.forms[name][len(RETURNS) + at]) for name in (form, AS_WRITTEN))
    assert list(map(_without_links, saved)) == list(map(_without_links, written))


def _without_links(answer: Answer) -> Answer:
    """LibreOffice prints a link as one only where it is also styled as one."""
    return {name: text for name, text in answer.items() if name != "links"}


def _is_tracked(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml")
    return any(mark in body for mark in TRACKED)


def test_a_number_always_makes_the_same_return() -> None:
    assert make_return(7) == make_return(7) != make_return(8)


def _count(sent: Return) -> int:
    return sum(len(row.answers) for _kind, row in sent.rows())


def test_returns_of_every_shape_are_made() -> None:
    made = [make_return(number) for number in range(60)]
    assert len({each.shape for each in made}) == 3
    assert len({each.numbers for each in made}) == 4
    assert any(_count(each) > len(list(each.rows())) for each in made)
