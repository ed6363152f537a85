"""A PDF's pages lie as both engines have them, and the thorough engine is loaded for those that ask for it alone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest

from ingest.readers.pdf.engine.source import BrokenError, open_source
from tests.ingest.pdf.paper import PLAN, Paper

READ = """
import sys
from pathlib import Path
from ingest.readers import pdf
pdf.read(Path(sys.argv[1]), "a.pdf", "")
sys.exit("pdfplumber" in sys.modules)
"""


def draw(path: Path) -> Path:
    paper = Paper(path)
    paper.table(PLAN)
    paper.canvas.save()
    return path


def test_the_thorough_engine_is_not_loaded_for_what_the_fast_one_is_sure_of(tmp_path: Path) -> None:
    command = [sys.executable, "-c", READ, str(draw(tmp_path / "a.pdf"))]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 450, -90])
@pytest.mark.parametrize("box", ["0 0 595 842", "595 842 0 0", "-20 10 575.5 842"])
def test_a_page_is_as_wide_and_high_as_the_thorough_engine_has_it(tmp_path: Path, turn: int, box: str) -> None:
    path = draw(tmp_path / "a.pdf")
    lies = f"/MediaBox [ {box} ] /Rotate {turn} /CropBox [ 10 10 300 300 ]".encode()
    written, boxes = re.subn(rb"/MediaBox \[[^]]*\]", lies, path.read_bytes())
    path.write_bytes(re.sub(rb"/Rotate 0(?= /Trans)", b"", written))
    with open_source(path) as source, pdfplumber.open(path) as document:
        (ours,), (theirs,) = source.pages, document.pages
        assert (boxes, theirs.rotation) == (1, turn % 360)
        assert (ours.width, ours.height, ours.rotation) == (theirs.width, theirs.height, theirs.rotation)
        with ours.drawn() as drawn:
            assert (drawn.page_number, len(drawn.chars)) == (1, len(theirs.chars))


@pytest.mark.parametrize("box", ["0 0 595", "0 0 /A4 842"])
def test_a_page_without_a_box_is_broken(tmp_path: Path, box: str) -> None:
    path = draw(tmp_path / "a.pdf")
    path.write_bytes(re.sub(rb"/CropBox \[[^]]*\]|(/MediaBox) \[[^]]*\]", rf"\1 [ {box} ]".encode(), path.read_bytes()))
    with pytest.raises(BrokenError), open_source(path):
        pass
