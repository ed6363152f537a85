"""Rules written with hyphens, equals signs or underlines, as typewriters and line printers make them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.text.lines import Line

TYPED_RULE = re.compile(r"^(?:-{3,}|={3,}|_{3,}|\u2013{3,}|\u2014{2,}|\u2500{3,}|\*{5,})$")
HEIGHT = 0.3
"""A typed rule lies so far above the line it is typed on, in font sizes."""


def part_typed_rules(lines: Sequence[Line]) -> tuple[list[Line], list[Rule]]:
    """Return ``lines`` without those that are rules and nothing else, and these as rules."""
    typed = {id(line) for line in lines if all(TYPED_RULE.match(word.text) for word in line.words)}
    rules = [
        Rule(line.baseline - HEIGHT * line.size, word.box.x0, word.box.x1, 0.0, word.color)
        for line in lines
        if id(line) in typed
        for word in line.words
    ]
    return [line for line in lines if id(line) not in typed], rules
