"""A zip folder that breaks the child which unpacks it costs itself alone."""

from __future__ import annotations

import errno
import zipfile
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from ingest.folder import Fate, FoundFile, find_files
from roundbook.errors import NotWrittenError
from roundbook.unpacking import unpack_apart, unpacked_apart
from roundbook.workers import CannotStartError, ChildDiedError, TooSlowError

PACKED = FoundFile("Returns.zip", Path("Returns.zip"), Fate.READ)


class Broken(Executor):
    """Workers of which none gives an answer."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
        future: Future[Any] = Future()
        future.set_exception(self._error)
        return future


@pytest.mark.parametrize("error", [ChildDiedError(), TooSlowError(), MemoryError(), ValueError()])
def test_what_breaks_its_child_is_refused_in_plain_words(error: Exception, tmp_path: Path) -> None:
    (found,) = unpack_apart(Broken(error), PACKED, tmp_path, 1)
    assert (found.name, found.fate) == ("Returns.zip", Fate.REFUSE)
    assert "Unpack it" in found.message


def test_a_full_disk_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    error = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(NotWrittenError, match=r"No space left on device.*nothing was changed"):
        unpack_apart(Broken(error), PACKED, tmp_path / "1", 1)


def test_where_no_child_can_be_started_the_run_ends(tmp_path: Path) -> None:
    with pytest.raises(CannotStartError):
        unpack_apart(Broken(CannotStartError()), PACKED, tmp_path, 1)


def test_what_is_unpacked_by_a_child_is_there_to_be_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "Returns.zip", "w") as package:
        package.writestr("Housing.pdf", b"%PDF-1.7\n")
    with unpacked_apart(find_files(tmp_path)) as files:
        assert [each.name for each in files] == ["Returns.zip", "Returns.zip/Housing.pdf"]
        assert files[1].path.read_bytes() == b"%PDF-1.7\n"
    assert not files[1].path.exists()
