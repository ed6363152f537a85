from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.etree import SerialisationError

from roundbook.errors import NotWrittenError
from roundbook.staging import STAGE_NAME, Staging, replace_file


def _writing(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(text)


def _fail(path: Path) -> None:
    path.write_text("half")
    raise OSError(28, "No space left on device")


def _texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def _stage(folder: Path, **texts: str) -> None:
    with Staging(folder) as staging:
        for name, text in texts.items():
            staging.write(name, _writing(text))
        staging.put_in_place()


def test_files_are_put_in_place_all_together(tmp_path: Path) -> None:
    with Staging(tmp_path / "r1") as staging:
        staging.write("a", _writing("1"))
        staging.write("received/b", _writing("2"))
        assert not (tmp_path / "r1" / "a").exists()
        staging.put_in_place()
    assert _texts(tmp_path / "r1") == {"a": "1", "received/b": "2"}


def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path) -> None:
    _stage(tmp_path, a="old")
    with pytest.raises(NotWrittenError, match="nothing was changed"), Staging(tmp_path) as staging:  # noqa: PT012 - several steps, then the error
        staging.write("a", _writing("new"))
        staging.write("b", _fail)
    assert _texts(tmp_path) == {"a": "old"}


def test_a_file_that_cannot_be_replaced_brings_the_others_back(tmp_path: Path) -> None:
    _stage(tmp_path, a="old")
    (tmp_path / "b").mkdir()
    with pytest.raises(NotWrittenError), Staging(tmp_path) as staging:  # noqa: PT012 - several steps, then the error
        for name in ("a", "c", "b"):
            staging.write(name, _writing("new"))
        with staging.undone_on_error():
            staging.put_in_place()
    assert _texts(tmp_path) == {"a": "old"}


def test_an_error_after_everything_is_in_place_brings_it_back_too(tmp_path: Path) -> None:
    _stage(tmp_path / "r1", a="old")
    with pytest.raises(RuntimeError), Staging(tmp_path / "r1") as staging:  # noqa: PT012 - several steps, then the error
        staging.write("a", _writing("new"))
        with staging.undone_on_error():
            staging.put_in_place()
            raise RuntimeError
    assert _texts(tmp_path) == {"r1/a": "old"}


def test_a_folder_made_for_nothing_is_taken_away_again(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), Staging(tmp_path / "rounds" / "r1"):
        raise RuntimeError
    assert not (tmp_path / "rounds" / "r1").exists()


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / STAGE_NAME / "new"
    left.mkdir(parents=True)
    (left / "b").write_text("half written")
    _stage(tmp_path, a="1")
    assert _texts(tmp_path) == {"a": "1"}


def test_one_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    replace_file(path, _writing("old"))
    with pytest.raises(NotWrittenError):
        replace_file(path, _fail)
    assert _texts(tmp_path) == {"links.csv": "old"}


def test_a_folder_that_is_not_there_is_an_error_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="No such file"):
        replace_file(tmp_path / "none" / "links.csv", _writing("x"))


@pytest.mark.parametrize(("said", "words"), [("IO_ENOSPC", "No space left on device"), ("unknown", "unknown")])
def test_what_the_writer_of_worksheets_says_of_the_disk_is_said_in_words(tmp_path: Path, said: str, words: str) -> None:
    def fail(_: Path) -> None:
        raise SerialisationError(said)

    with pytest.raises(NotWrittenError, match=words):
        replace_file(tmp_path / "book.xlsx", fail)
