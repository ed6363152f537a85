"""Writes a Word document with one long table, as python-docx writes it: ``python -m benchmarks.word.documents``.

The text is invented.
"""

from __future__ import annotations

import argparse
import io
import zipfile
from pathlib import Path
from random import Random

import docx

HEADINGS = ("Recommendation", "Update", "Evidence")
MARKS = ("%recommendation%", "%update%", "%evidence%")
MAIN_PART = "word/document.xml"
TEXT = """the board asks every agency to train its staff review policy and report what has changed for children
young people carers schools health police housing by evidence audit plan meeting new guidance each"""
FEWEST_WORDS, MOST_WORDS = 6, 24
SENTENCES = 500


def write_document(path: Path, rows: int) -> None:
    """Write a document with a table of ``rows`` rows below its headings.

    python-docx itself writes one row of each kind; adding every row with it takes a time that grows with the square
    of their number, so the others are that row again with other words.
    """
    package = zipfile.ZipFile(_write_pattern())
    before, row, after = _cut(package.read(MAIN_PART).decode())
    random = Random(7)  # noqa: S311 - sample text
    sentences = [_sentence(random) for _ in range(SENTENCES)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for part in package.infolist():
            if part.filename != MAIN_PART:
                written.writestr(part, package.read(part))
        with written.open(MAIN_PART, "w") as stream:
            stream.write(before.encode())
            for number in range(1, rows + 1):
                stream.write(_fill(row, number, random.choices(sentences, k=3)).encode())
            stream.write(after.encode())


def _write_pattern() -> io.BytesIO:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(HEADINGS))
    for texts in (HEADINGS, MARKS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    pattern = io.BytesIO()
    document.save(pattern)
    return pattern


def _cut(xml: str) -> tuple[str, str, str]:
    """Return what stands before the row with the marks, the row, and what stands after it."""
    start = xml.rindex("<w:tr>")
    end = xml.rindex("</w:tr>") + len("</w:tr>")
    return xml[:start], xml[start:end], xml[end:]


def _fill(row: str, number: int, sentences: list[str]) -> str:
    recommendation, update, evidence = sentences
    for mark, text in zip(MARKS, (f"{number}. {recommendation}", update, evidence), strict=True):
        row = row.replace(mark, text)
    return row


def _sentence(random: Random) -> str:
    words = random.choices(TEXT.split(), k=random.randint(FEWEST_WORDS, MOST_WORDS))
    return " ".join(words).capitalize() + "."


def main() -> None:
    """Write the document asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("rows", type=int)
    chosen = parser.parse_args()
    write_document(chosen.path, chosen.rows)


if __name__ == "__main__":
    main()
