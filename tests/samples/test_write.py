import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from samples import board_folder
from samples.write import board_files

COMMITTED_LIMIT = 1_000_000
WRITTEN = dict(board_files())


def unpacked(content: bytes) -> dict[str, bytes]:
    """An archive's members; compression libraries differ between machines, what they hold does not."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_writing_twice_gives_the_same_bytes() -> None:
    assert dict(board_files()) == WRITTEN


@pytest.mark.parametrize("path", WRITTEN)
def test_the_committed_file_is_what_the_script_writes(path: str) -> None:
    committed = (board_folder() / path).read_bytes()
    if path.endswith((".docx", ".xlsx")) and not Path(path).name.startswith("~$"):
        assert unpacked(committed) == unpacked(WRITTEN[path])
    else:
        assert committed == WRITTEN[path]


def test_nothing_else_is_committed() -> None:
    found = {each.relative_to(board_folder()).as_posix() for each in board_folder().rglob("*") if each.is_file()}
    assert found == set(WRITTEN)


def test_the_board_is_small_enough_to_ship() -> None:
    assert sum(map(len, WRITTEN.values())) < COMMITTED_LIMIT


def test_the_command_writes_the_board_into_the_folder_named(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "samples.write", str(tmp_path)], check=True)
    assert {each.name for each in tmp_path.iterdir()} == {path.split("/")[0] for path in WRITTEN}
