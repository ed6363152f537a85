"""What else takes tables out of a PDF, each as its own guide shows; none of them joins a table over its pages.

Two of them cannot be packages this one is developed with, because of their licences and their size. They are run by the
interpreter of an environment made for them, which ``PDF_PEERS`` in the environment names: ``python -m venv peers``,
``peers/bin/pip install pymupdf "camelot-py[base]"``, ``PDF_PEERS=peers/bin/python``. ``TABULA_JAR`` says where
tabula-java is. What is not there is left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

INTERPRETER, TABULA_JAR = "PDF_PEERS", "TABULA_JAR"
OURS = """
import sys
from pathlib import Path
from ingest.readers import pdf
print(sum(table.n_rows for table in pdf.read(Path(sys.argv[1]), "a.pdf", "").tables))
"""
PROGRAMS = {
    "pdfplumber": """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    print(sum(len(table) for page in document.pages for table in page.extract_tables()))
""",
    "pymupdf": """
import sys, pymupdf
print(sum(len(table.extract()) for page in pymupdf.open(sys.argv[1]) for table in page.find_tables()))
""",
    "camelot": """
import sys, camelot
print(sum(len(table.df) for table in camelot.read_pdf(sys.argv[1], pages="all", flavor="lattice")))
""",
}
"""Each prints how many rows it found."""


def find_peers(path: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the name of each that is there, with the command that has it take the tables out of the PDF at ``path``."""
    for name, program in PROGRAMS.items():
        interpreter = _find_interpreter(name)
        if interpreter:
            yield name, (interpreter, "-c", program, str(path))
    if jar := os.environ.get(TABULA_JAR):
        yield "tabula-java", ("java", "-jar", jar, "-l", "-p", "all", str(path))


def _find_interpreter(package: str) -> str:
    """Return the interpreter that has ``package``, empty where none has; this one is asked first."""
    for interpreter in (sys.executable, os.environ.get(INTERPRETER, "")):
        if (
            interpreter
            and not subprocess.run(
                (interpreter, "-c", f"import {package}"), capture_output=True, check=False
            ).returncode
        ):
            return interpreter
    return ""
