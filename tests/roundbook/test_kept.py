"""An unchanged document is not read again, and what was kept of it is what reading it gives."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ingest import libreoffice
from ingest.folder import FoundFile, find_files
from ingest.hashing import hash_file
from normalize.vocabulary import Vocabulary
from roundbook import edition, kept
from roundbook.kept import KeptReadings
from roundbook.reading import read_returns
from roundbook.shelf import Shelf
from tests.roundbook.boards import TestBoard

if TYPE_CHECKING:
    from roundbook.reading import Reading


class Nobody(Executor):
    """Reads nothing."""

    def submit(self, *_: object, **__: object) -> Future[object]:  # type: ignore[override]  # it gives nothing
        raise AssertionError("a document was read")


def read(board: TestBoard, executor: Executor, vocabulary: Vocabulary | None = None) -> tuple[Reading, ...]:
    words = vocabulary or Vocabulary()
    with Shelf(board.folder / "kept.db", may_write=True) as shelf:
        return read_returns(found(board), words, lambda *_: None, executor, KeptReadings(shelf, words))


def found(board: TestBoard) -> tuple[FoundFile, ...]:
    return find_files(board.inbox)


@pytest.fixture
def threads() -> Executor:
    return ThreadPoolExecutor(1)


@pytest.fixture
def sent(board: TestBoard) -> TestBoard:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held on 3 May 2014."), ("HOU-2", "Under way, 50 %."))
    board.send("Police.docx", "Police", ("POL-1", "Sent."))
    return board


def test_the_second_time_nothing_is_read_and_all_is_the_same(sent: TestBoard, threads: Executor) -> None:
    first = read(sent, threads)
    assert [len(sent.updates) for each in first if hasattr(each, "returns") for sent in each.returns] == [2, 1]
    assert read(sent, Nobody()) == first


def test_only_what_is_new_or_changed_is_read(sent: TestBoard, threads: Executor) -> None:
    before = read(sent, threads)
    sent.send("Police.docx", "Police", ("POL-1", "Sent again."))
    sent.send("Housing 2.docx", "Housing", ("HOU-1", "Held again."))
    heard: list[tuple[int, int, str]] = []
    with Shelf(sent.folder / "kept.db", may_write=True) as shelf:
        own = KeptReadings(shelf, Vocabulary())
        after = read_returns(found(sent), Vocabulary(), lambda *told: heard.append(told), threads, own)
    assert after == read_returns(found(sent), Vocabulary(), lambda *_: None, threads, own)
    assert before[0] in after
    assert before[1] not in after
    assert [done for done, _, _ in heard] == [0, 1, 2, 3]
    assert {name for _, _, name in heard[2:]} == {"Police.docx", "Housing 2.docx"}


def test_other_words_of_the_board_or_another_edition_read_it_afresh(
    sent: TestBoard, threads: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(sent, threads)
    with pytest.raises(AssertionError, match="a document was read"):
        read(sent, Nobody(), Vocabulary(agencies={"Housing": ("Homes",)}))
    monkeypatch.setattr(kept, "find_edition", lambda: "another")
    with pytest.raises(AssertionError, match="a document was read"):
        read(sent, Nobody())


def test_what_could_not_be_read_is_tried_again(sent: TestBoard, threads: Executor) -> None:
    (sent.inbox / "Police.docx").write_bytes(b"PK\x03\x04 no package")
    read(sent, threads)
    with pytest.raises(AssertionError, match="a document was read"):
        read(sent, Nobody())


def test_what_is_kept_and_is_no_document_is_read_afresh(sent: TestBoard, threads: Executor) -> None:
    first = read(sent, threads)
    with Shelf(sent.folder / "kept.db", may_write=True) as shelf:
        own = KeptReadings(shelf, Vocabulary())
        for each in found(sent):
            shelf.put(own._key(each.name, hash_file(each.path)), '{"source": []}')  # noqa: SLF001 - as damage would
    assert read(sent, threads) == first


def test_an_edition_knows_a_change_of_the_program_and_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = [_find_edition(), _find_edition()]
    assert len(set(editions)) == 1
    monkeypatch.setattr(libreoffice, "find_version", lambda: "LibreOffice 99")
    editions.append(_find_edition())
    monkeypatch.setattr(edition, "PACKAGES", (*edition.PACKAGES, tmp_path.name))
    monkeypatch.syspath_prepend(tmp_path.parent)
    for name in ("words.py", "page.html", "deep/words.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("NO = 1")
        editions.append(_find_edition())
    assert len(set(editions)) == len(editions) - 1


def test_an_edition_knows_what_was_installed_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    before = _find_edition()
    (tmp_path / "rapidocr-3.4.0.dist-info").mkdir()
    assert _find_edition() != before


def test_an_edition_is_the_same_before_and_after_python_compiled_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition, "PACKAGES", (tmp_path.name,))
    monkeypatch.syspath_prepend(tmp_path.parent)
    before = _find_edition()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "words.pyc").write_bytes(b"compiled")
    assert _find_edition() == before


def _find_edition() -> str:
    edition.find_source.cache_clear()
    found: str = edition.find_edition.__wrapped__()
    edition.find_source.cache_clear()
    return found
