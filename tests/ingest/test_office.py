from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest

from ingest import office
from ingest.conversion import convert
from ingest.folder import read_document
from ingest.model import SourceDocument, SourceTable, UnreadDocument
from ingest.office.program import run_program
from tests.libreoffice import needs_libreoffice, save_as

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible")]
)
MIMETYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = f"""\
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def _write_return(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Agency: Fernlight Housing")
    table = document.add_table(rows=2, cols=3)
    rows = [("Recommendation", "Update", "Evidence"), ("1. Train all staff", "Begun in May\nDone in June", "Register")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph()  # as Word always has one after a table
    document.save(str(path))
    return path


def _write_odt(path: Path, body: str) -> Path:
    text = f"<office:text><text:p>Return</text:p>{body}</office:text>"
    content = (
        f'<office:document-content {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">'
        f"<office:body>{text}</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", MIMETYPE)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", MANIFEST)
    return path


def _tables(document: SourceDocument | UnreadDocument) -> tuple[SourceTable, ...]:
    assert isinstance(document, SourceDocument), document
    bare = [replace(cell, fill=None) for table in document.tables for cell in table.cells]
    return tuple(replace(table, cells=tuple(bare)) for table in document.tables)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "fodt"])
def test_a_doc_is_read_as_the_word_document_it_was_written_from(tmp_path: Path, temporary: Path, kind: str) -> None:
    original = _write_return(tmp_path / "Housing.docx")
    (written,) = save_as(kind, [original], tmp_path)
    document = read_document(written, "Housing")
    assert _tables(document) == _tables(read_document(original, "Housing"))
    assert document.format == kind
    assert not any(temporary.iterdir())


@needs_libreoffice
def test_a_file_that_cannot_be_turned_costs_no_other(tmp_path: Path) -> None:
    good = _write_odt(tmp_path / "good.odt", "")
    bad = _write_odt(tmp_path / "bad.odt", "</text:p>")
    with convert([bad, good]) as conversions:
        unread, read = read_document(bad, "bad.odt", conversions), read_document(good, "good.odt", conversions)
    assert isinstance(unread, UnreadDocument)
    assert unread.code == "not-converted"
    assert isinstance(read, SourceDocument)


@needs_libreoffice
def test_what_a_document_links_to_is_neither_fetched_nor_read_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("confidential words")
    with _listening() as (address, asked):
        picture = (
            f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/a.png"/></draw:frame>'
        )
        section = f'<text:section text:name="a"><text:section-source xlink:href="{secret.as_uri()}"/></text:section>'
        document = read_document(_write_odt(tmp_path / "a.odt", f"<text:p>{picture}</text:p>{section}"), "a.odt")
    assert isinstance(document, SourceDocument)
    assert [each.text for each in document.paragraphs] == ["Return"]
    assert asked == []


@contextmanager
def _listening() -> Iterator[tuple[str, list[str]]]:
    """Give the address of a web server and the list of what it is asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append("a connection")

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_without_libreoffice_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "is_there", lambda: False)
    document = read_document(_write_odt(tmp_path / "a.odt", ""), "a.odt")
    assert isinstance(document, UnreadDocument)
    assert document.code == "odt"
    assert ".docx" in document.advice


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nsleep 60 &\necho $! > started\nwait\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    run_program((), tmp_path, 3)
    assert _has_ended(int((tmp_path / "started").read_text()))


def _has_ended(process: int) -> bool:
    """Whether a process ends at once; on a busy computer a killed one still takes a moment."""
    until = time.monotonic() + 10
    while _is_running(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not _is_running(process)


def _is_running(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
