"""The return forms this program makes: what travels in them unseen, and which of their words are nobody's answer.

Each row of a form carries the recommendation's id in the tags of its content controls (ECMA-376 part 1, 17.5.2.42),
together with a digest of the recommendation's words: an id alone may be that of another board's list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from ingest.model import SourceCell
from normalize.model import FormMark
from normalize.text import fold

OWNER = "roundbook"
BETWEEN = ":"
LONGEST_TAG = 64
"""Characters; Word takes no more in a tag, and calls a file with a longer one damaged."""

UPDATE_PROMPT = "Click here and write what has been done."
EVIDENCE_PROMPT = "Click here and name the evidence."
STATUS_PROMPT = "Choose a status."
PROMPTS = (UPDATE_PROMPT, EVIDENCE_PROMPT, STATUS_PROMPT)
"""What stands in the cells to fill in until somebody writes there; other programs make ordinary text of it."""
GUIDANCE = (
    "Please write in the last three columns only. Leave blank what you have nothing new to say about; "
    "rows may be moved or taken out, but the IDs should stay as they are."
)
RETURN_BY = "Please return this form by "

_SIGNS = re.compile(r"[\W_]+")
_PROMPT = re.compile("|".join(r"\s+".join(map(re.escape, prompt.split())) for prompt in PROMPTS))
"""A narrow cell may break a prompt anywhere between its words."""


def digest_words(text: str) -> str:
    """Return a few letters that differ where the words of two recommendations differ, however they are typed."""
    return blake2b(_SIGNS.sub("", fold(text)).encode(), digest_size=4).hexdigest()


def make_tag(id_: str, text: str, column: str) -> str:
    """Return the tag for the cell of ``column`` about a recommendation; empty where no tag can hold its id."""
    tag = BETWEEN.join((OWNER, id_, digest_words(text), column))
    return tag if len(tag) <= LONGEST_TAG and tag.isprintable() else ""


def read_marks(cells: Iterable[SourceCell]) -> tuple[FormMark, ...]:
    """Return what the tags in ``cells`` say their row is about, each recommendation once."""
    marks = (_read_tag(tag) for cell in cells for tag in cell.tags)
    return tuple(dict.fromkeys(mark for mark in marks if mark))


def _read_tag(tag: str) -> FormMark | None:
    owner, _, rest = tag.partition(BETWEEN)
    parts = rest.rsplit(BETWEEN, 2)
    if owner != OWNER or len(parts) != 3 or not parts[0]:  # noqa: PLR2004 - id, digest and column
        return None
    return FormMark(parts[0], parts[1])


def without_prompts(text: str) -> str:
    """Return what somebody wrote in a cell, without the prompt that may still stand there."""
    return _PROMPT.sub("", text)


def is_of_the_form(text: str) -> bool:
    """Return whether a line is the form's own and says nothing of the agency's."""
    is_prompt = bool(text.strip()) and not without_prompts(text).strip()
    return is_prompt or text.startswith(RETURN_BY) or fold(text) == fold(GUIDANCE)
