"""Lines that only say that a table or text goes on: "continued overleaf", a title said again, a page left blank.

They belong to the page, as its header does: without them, what they stand between is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import chunks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.text.lines import Line

WORD = r"(?:continued|continues|cont\s?['\u2019]?d|cont\.{0,3}|parhad)"
NAMED = r"(?:(?:table|section)(?: \w+)?\W{1,3})?"
TITLE_AGAIN = re.compile(rf"\S.*(?:[(\[]\s*{WORD}\s*[)\]]|[-\u2013\u2014:,.]\s*{WORD}\W*$)", re.IGNORECASE)
"""A title with "(continued)" in it, or with "continued" after a dash or stop at its end."""
FROM_BEFORE = re.compile(rf"^\W*{NAMED}{WORD}(?: from .{{0,40}})?\W*$|^\W*parhad o'?r? ", re.IGNORECASE)
ON_THE_NEXT = re.compile(
    rf"^\W*{NAMED}(?:to be )?{WORD} (?:overleaf|over|(?:over|on) (?:the )?\w+(?: page)?)\W*$"
    r"|^\W*(?:please turn over|p\.?t\.?o\.?)\W*$",
    re.IGNORECASE,
)
LEFT_BLANK = re.compile(
    r"^\W*(?:this )?page (?:(?:is|was|has been) )?(?:(?:intentionally|deliberately) (?:left )?|left )blank\W*$",
    re.IGNORECASE,
)


def says_again(line: Line, lines: Sequence[Line], number: int) -> bool:
    """Whether ``line`` says that what began before page ``number`` goes on, or that nothing stands on the page.

    It is the first of ``lines``, those outside ruled tables that are neither header nor footer.
    """
    if len(lines) == 1 and LEFT_BLANK.match(line.text):
        return True
    is_again = TITLE_AGAIN.match(line.text) or FROM_BEFORE.match(line.text)
    return number > 1 and is_again is not None and len(chunks(line)) == 1


def says_more_follows(line: Line) -> bool:
    """Whether ``line``, the last of its page, says that what stands above goes on on the next."""
    return ON_THE_NEXT.match(line.text) is not None
