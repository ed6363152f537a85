"""Small documents of the kinds the sample board has none of, to be changed at random like its own."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path

from openpyxl import Workbook

ROWS = (("Agency", "Recommendation", "Update"), ("Fernlight", "Officers should train.", "They did, on 3 May 2024."))


def make_others(folder: Path, sample: Path) -> list[Path]:
    """Make a workbook, a table, a web page, a zip folder and an e-mail in ``folder``; the last two hold ``sample``."""
    return [_workbook(folder), _table(folder), _page(folder), _zip(folder, sample), _mail(folder, sample)]


def _workbook(folder: Path) -> Path:
    book, path = Workbook(), folder / "return.xlsx"
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def _table(folder: Path) -> Path:
    path = folder / "return.csv"
    path.write_text("".join(f"{','.join(row)}\n" for row in ROWS), "utf-8")
    return path


def _page(folder: Path) -> Path:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    path = folder / "return.html"
    path.write_text(f"<!DOCTYPE html><html><body><table>{rows}</table></body></html>", "utf-8")
    return path


def _zip(folder: Path, sample: Path) -> Path:
    path = folder / "returns.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.write(sample, sample.name)
        package.write(folder / "return.csv", "more/return.csv")
    return path


def _mail(folder: Path, sample: Path) -> Path:
    message, path = EmailMessage(), folder / "return.eml"
    message["From"], message["Subject"] = "someone@fernlight.example", "Our return"
    message.set_content("It is attached.")
    message.add_attachment(sample.read_bytes(), maintype="application", subtype="octet-stream", filename=sample.name)
    path.write_bytes(message.as_bytes())
    return path
