"""Words that a workbook, a web page or a terminal could take for something else."""

from __future__ import annotations

from tests.failures.case import Case
from tests.failures.documents import updated

LONGER_THAN_A_CELL = "Visits were made to each household on the list. " * 700 + "The last visit was in May."
ODD_TEXTS = (
    '=HYPERLINK("http://127.0.0.1:9/"&A1,"Click")',
    "=cmd|' /C calc'!A0",
    "+441632960000 is the number to call",
    "-5 places were cut",
    "@SUM(1+1) was agreed",
    "#N/A",
    "#REF! and #DIV/0!",
    "_x0041_ and _x000D_ are letters here",
    "1/2",
    "00123",
    "TRUE",
    "1E5",
    "<script>fetch('http://127.0.0.1:9/')</script>",
    "<img src=x onerror=alert(1)> & &amp; &#65;",
    "{{ 7 * 7 }} and {% raw %} and ${7*7}",
    "[bold red]markup[/] and [link=http://127.0.0.1:9/]x[/link]",
    "right \N{RIGHT-TO-LEFT OVERRIDE}to left\N{POP DIRECTIONAL FORMATTING} mark",
    "zero\N{ZERO WIDTH JOINER}width",
    "\N{GRINNING FACE}\N{CJK UNIFIED IDEOGRAPH-20000} beyond the first plane",
    "'; DROP TABLE rounds; --",
    "\\\\server\\share\\file and C:\\Windows",
    "non-character \ufdd0 and \U0001fffe",
    LONGER_THAN_A_CELL,
)
TEXTS = tuple(
    Case(f"text {number:02}.docx", "read", updated(text), update=text) for number, text in enumerate(ODD_TEXTS, start=1)
)
