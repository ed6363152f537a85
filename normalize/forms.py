"""The return forms this program makes: what travels in them unseen, and which of their words are nobody's answer.

Each row of a form carries the recommendation's id in the tags of its content controls (ECMA-376 part 1, 17.5.2.42),
together with a digest of the recommendation's words: an id alone may be that of another board's list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from ingest.model import Finding, Level, SourceCell
from normalize.grid import Row
from normalize.model import FormMark
from normalize.text import fold

OWNER = "roundbook"
LONGEST_TAG = 64
"""Characters; Word takes no more in a tag, and calls a file with a longer one damaged."""

UPDATE_PROMPT = "Click here and write what has been done."
EVIDENCE_PROMPT = "Click here and name the evidence."
STATUS_PROMPT = "Choose a status."
PROMPTS = (UPDATE_PROMPT, EVIDENCE_PROMPT, STATUS_PROMPT)
"""What stands in the cells to fill in until somebody writes there; other programs make ordinary text of it."""
WORD_PROMPTS = (
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Choose an item.",
)
"""What Word puts there where somebody has written and taken it back."""
GUIDANCE = (
    "Please write in the last three columns only. Leave blank what you have nothing new to say about; "
    "rows may be moved or taken out, but the IDs should stay as they are."
)
RETURN_BY = "Please return this form by "

_TAG = re.compile(rf"{OWNER}:(?P<id>.+):(?P<digest>[0-9a-f]{{8}}):[a-z]+(?::(?P<report>[0-9a-f]{{8}}))?")
_SIGNS = re.compile(r"[\W_]+")
_PROMPT = re.compile("|".join(r"\s+".join(map(re.escape, prompt.split())) for prompt in (*PROMPTS, *WORD_PROMPTS)))
"""A narrow cell may break a prompt anywhere between its words."""


def digest_words(text: str) -> str:
    """Return a few letters that differ where the words of two recommendations differ, however they are typed."""
    return blake2b(_SIGNS.sub("", fold(text)).encode(), digest_size=4).hexdigest()


def make_tag(id_: str, text: str, column: str, report: str = "") -> str:
    """Return the tag for the cell of ``column`` about a recommendation; empty where no tag can hold its id.

    It tells the words of the ``report`` that the form shows too, where there is room for them.
    """
    tag = f"{OWNER}:{id_}:{digest_words(text)}:{column}"
    with_report = f"{tag}:{digest_words(report)}" if report else tag
    return next((each for each in (with_report, tag) if len(each) <= LONGEST_TAG and each.isprintable()), "")


def read_marks(cells: Iterable[SourceCell]) -> tuple[FormMark, ...]:
    """Return what the tags in ``cells`` say their row is about, each recommendation once."""
    return tuple(dict.fromkeys(FormMark(tag["id"], tag["digest"]) for tag in _read_tags(cells)))


def find_changed_report(row: Row, reports: Iterable[SourceCell]) -> tuple[Finding, ...]:
    """Return a finding where somebody wrote over what a row shows as last reported: it may be an answer.

    ``reports`` are the cells in which the row shows that.
    """
    shown = {tag["report"] for tag in _read_tags(row.own)} - {None}
    if not shown or all(digest_words(cell.text) in shown for cell in reports):
        return ()
    message = (
        f"{row.place}: something was written where the form shows what was last reported. It is kept as written, "
        "but not taken as an update. Please look whether it is one."
    )
    return (Finding(Level.CHECK, "form-report-changed", message, row.place),)


def _read_tags(cells: Iterable[SourceCell]) -> Iterator[re.Match[str]]:
    found = (_TAG.fullmatch(tag) for cell in cells for tag in cell.tags)
    return (tag for tag in found if tag)


def without_prompts(text: str) -> str:
    """Return what somebody wrote in a cell, without the prompt that may still stand there."""
    return _PROMPT.sub("", text)


def said_in(cell: SourceCell) -> str:
    """Return what somebody wrote in a cell, without a prompt.

    Programs that fill in a form may leave the mark of a prompt on what they wrote over it (17.5.2.39).
    """
    said = without_prompts(cell.text)
    if said.strip() or not any(_TAG.fullmatch(tag) for tag in cell.tags):
        return said
    return "\n".join(prompt for prompt in cell.prompts if not is_of_the_form(prompt))


def is_of_the_form(text: str) -> bool:
    """Return whether a line is the form's own and says nothing of the agency's."""
    is_prompt = bool(text.strip()) and not without_prompts(text).strip()
    return is_prompt or text.startswith(RETURN_BY) or fold(text) == fold(GUIDANCE)
