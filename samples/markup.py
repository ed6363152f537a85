"""The few marks that stand in the sample words for what a word processor adds: tracked changes, links, drop-downs.

``{+inserted+}``, ``{-deleted-}``, ``{~struck out~}``, ``{*bold*}``, ``{=chosen from a drop-down=}``,
``{@linked words|address@}`` and ``{#words|comment in the margin#}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a word processor knows of a run of words; the value is the sign used in the sample words."""

    PLAIN = ""
    INSERTED = "+"
    DELETED = "-"
    STRUCK = "~"
    BOLD = "*"
    CHOICE = "="
    LINK = "@"
    COMMENTED = "#"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share a mark."""

    text: str
    mark: Mark = Mark.PLAIN
    target: str = ""
    """The address of a link, or the words of a comment."""


MARKED = re.compile(r"\{([-+~*=@#])(.*?)\1\}", re.DOTALL)
UNSEEN = (Mark.DELETED, Mark.STRUCK)
"""What the final view of a document leaves out of its text."""


def split_runs(text: str) -> list[Run]:
    """Return the runs of ``text`` in order."""
    runs, end = [], 0
    for found in MARKED.finditer(text):
        runs += [Run(text[end : found.start()]), _marked_run(found)]
        end = found.end()
    return [run for run in [*runs, Run(text[end:])] if run.text]


def final_text(text: str) -> str:
    """Return ``text`` as a reader of the final document sees it: changes accepted, struck words and marks gone."""
    seen = "".join(run.text for run in split_runs(text) if run.mark not in UNSEEN)
    return "\n".join(re.sub(r"[ \u00a0]+", " ", line).strip() for line in seen.split("\n"))


def struck_texts(text: str) -> list[str]:
    """Return the passages of ``text`` that are struck out."""
    return [run.text for run in split_runs(text) if run.mark is Mark.STRUCK]


def comments_on(text: str) -> list[str]:
    """Return the words of the comments on ``text``."""
    return [run.target for run in split_runs(text) if run.mark is Mark.COMMENTED]


def links_in(text: str) -> list[tuple[str, str]]:
    """Return the links of ``text``: their words and their addresses."""
    return [(run.text, run.target) for run in split_runs(text) if run.mark is Mark.LINK]


def _marked_run(found: re.Match[str]) -> Run:
    text, _, target = found[2].partition("|")
    return Run(text, Mark(found[1]), target)
