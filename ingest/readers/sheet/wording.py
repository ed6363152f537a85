"""The words of cells and notes, freed of what programs put into them."""

from __future__ import annotations

import re

from ingest.symbols import plain

ESCAPED = re.compile(r"_x00(?:0[0-8BCDEF]|1[0-9A-F])_")
"""Control characters as Excel writes them (ECMA-376 part 1, 22.9.2.19); nobody can see them."""
THREADED = re.compile(r"\A\[Threaded comment\].*?\n(?:Comment|Reply):\n?", re.DOTALL)
"""What Excel puts before a comment for older versions; the comment itself follows, indented."""
HEADER_CODE = re.compile(r"&\[[A-Za-z ]+\]|&[PNDTFAZG]")
"""Page numbers, dates and names that a page header or footer has filled in (ECMA-376 part 1, 18.3.1.46)."""


def tidy(text: str) -> str:
    """Return the text of a cell as a reader sees it, with plain line ends and spaces."""
    lines = ESCAPED.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(plain, lines)).strip()


def tidy_comment(text: str) -> str:
    """Return what a person wrote in a comment."""
    bare = THREADED.sub("", text.replace("\r\n", "\n"))
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def tidy_header(text: str) -> str:
    """Return the fixed words of a page header or footer."""
    return " ".join(HEADER_CODE.sub(" ", text).split())
