"""Reads spreadsheets as a person sees them: Excel workbooks (ECMA-376 part 1, clause 18) and .csv files (RFC 4180)."""

from __future__ import annotations

import zipfile
from pathlib import Path

from ingest.errors import UnreadableError
from ingest.model import Finding, Level, Place, SourceDocument, SourceParagraph, SourceTable
from ingest.readers.sheet.blocks import Layout
from ingest.readers.sheet.checks import report
from ingest.readers.sheet.count import count_parts
from ingest.readers.sheet.text import read_text
from ingest.readers.sheet.workbook import BROKEN, DAMAGED, read_workbook


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return what the workbook or .csv file at ``path`` shows, calling it ``name`` in every place.

    Raises ``UnreadableError`` when it is damaged or far too large.
    """
    if not zipfile.is_zipfile(path):
        sheet, words = read_text(path)
        return SourceDocument(name, sha256, "csv", Layout(name).lay_out((sheet,)), words)
    try:
        parts = count_parts(path)
    except BROKEN as error:
        raise UnreadableError(*DAMAGED) from error
    sheets = read_workbook(path, parts)
    blocks = Layout(name).lay_out(sheets)
    words = parts.count_words(sheets)
    findings = report(name, sheets, parts)
    if (given := sum(map(_words, blocks))) != words:
        findings = (*findings, _differ(name, words, given))
    is_partial = any(each.level is Level.PROBLEM for each in findings)
    return SourceDocument(name, sha256, "xlsx", blocks, words, findings, is_partial)


def _words(block: SourceParagraph | SourceTable) -> int:
    return sum(cell.words for cell in block.cells) if isinstance(block, SourceTable) else block.words


def _differ(name: str, words: int, given: int) -> Finding:
    message = (
        f"The workbook holds {words:,} words and {given:,} were taken from it: some may be missing or there twice. "
        "Compare the rows with the workbook."
    )
    return Finding(Level.PROBLEM, "words-differ", message, Place(name))
