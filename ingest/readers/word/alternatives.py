"""Which of several forms of the same content to read (markup compatibility, ECMA-376 part 3, 7.6)."""

from __future__ import annotations

from ingest.readers.word.markup import MC, Element

ALTERNATE = f"{{{MC}}}AlternateContent"
CHOICE = f"{{{MC}}}Choice"
FALLBACK = f"{{{MC}}}Fallback"

UNDERSTOOD = frozenset({
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/drawing/2010/main",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "urn:schemas-microsoft-com:vml",
})  # fmt: skip
"""Extensions whose words are found by the same walk as everything else."""


def choose(alternate: Element) -> Element | None:
    """Return the one branch of ``mc:AlternateContent`` to read, so that nothing is read twice."""
    branches = list(alternate)
    for branch in branches:
        if branch.tag == CHOICE and _is_understood(branch):
            return branch
    fallback = next((branch for branch in branches if branch.tag == FALLBACK), None)
    # With no other form, a choice that is not understood is better than nothing.
    return fallback if fallback is not None else next(iter(branches), None)


def _is_understood(choice: Element) -> bool:
    prefixes = choice.get("Requires", "").split()
    return all(choice.nsmap.get(prefix) in UNDERSTOOD for prefix in prefixes)
