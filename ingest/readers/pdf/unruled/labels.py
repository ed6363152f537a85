"""The labels at the left of small tables without rules, one for each recommendation: what stands on every card."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import chunks
from ingest.readers.pdf.text.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

FEWEST_CARDS = 2
FEWEST_LABELS = 2
SAME_START = 1.0
MOSTLY = 0.6
"""So many cards have all labels, and so many labels an answer beside them."""
ONLY = 0.5
"""Of lines with words in both columns so many begin with a label; text set in columns has others throughout."""
UNLIKE_LABELS = re.compile(r"\d|[.,;]$")
"""Sentences, dates and numbered headings are none."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of the cards of a document, and where they and what is answered stand."""

    texts: tuple[str, ...]
    """In the order they have on every card."""
    left: float
    """Where labels begin."""
    beside: float
    """Where answers begin."""

    def halves(self, line: Line) -> tuple[list[Word], list[Word]] | None:
        """Return the words of ``line`` at the left and those of answers; None where they run from one to the other."""
        left = [word for word in line.words if word.box.x0 < self.beside - SAME_START]
        right = [word for word in line.words[len(left) :] if word.box.x0 >= self.beside - SAME_START]
        runs_over = bool(left) and left[-1].box.x1 > self.beside - SAME_START
        return None if runs_over or len(left) + len(right) < len(line.words) else (left, right)

    def place(self, line: Line) -> int | None:
        """Return which label ``line`` begins with; None where it begins with other words."""
        halves = self.halves(line)
        if halves is None or not halves[0] or abs(line.words[0].box.x0 - self.left) > SAME_START:
            return None
        text = _text(halves[0])
        return self.texts.index(text) if text in self.texts else None

    def goes_on(self, line: Line) -> bool:
        """Whether ``line`` goes on an answer, a label that runs over several lines, or both beside each other."""
        halves = self.halves(line)
        return halves is not None and (not halves[0] or halves[0][0].text[:1].islower())


def learn_labels(lines: Sequence[Line]) -> Labels | None:
    """Return the labels of the cards that ``lines``, those of a document outside tables, hold; None without cards.

    The same few of them follow each other in the same order again and again, answers beside them in one column.
    """
    counts = Counter(_text(chunks(line)[0]) for line in lines)
    repeated = [parts for line in lines if (parts := _part(line)) and counts[parts[0]] >= FEWEST_CARDS]
    lefts = Counter(round(left) for _text, left, _beside in repeated)
    if not lefts:
        return None
    left = lefts.most_common(1)[0][0]
    starts = [beside for _text, at, beside in repeated if abs(at - left) <= 1 + SAME_START]
    agreed = [start for start in starts if sum(abs(start - other) < SAME_START for other in starts) >= FEWEST_CARDS]
    if not agreed:
        return None
    found = Labels(
        tuple(dict.fromkeys(text for text, _at, beside in repeated if beside >= min(agreed) - SAME_START)),
        min(at for _text, at, _beside in repeated if abs(at - left) <= 1),
        min(agreed),
    )
    return found if _are_on_cards(found, lines) else None


def _part(line: Line) -> tuple[str, float, float] | None:
    """Return the label on ``line``, where it begins and where the answer beside it does; None without either."""
    parts = chunks(line)
    text = _text(parts[0])
    is_label = len(parts) == FEWEST_LABELS and is_title(text) and not UNLIKE_LABELS.search(text)
    return (text, line.box.x0, parts[1][0].box.x0) if is_label else None


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _are_on_cards(labels: Labels, lines: Sequence[Line]) -> bool:
    """Whether the labels follow each other on most cards as on all others, and most have answers beside them."""
    labelled = [(place, line) for line in lines if (place := labels.place(line)) is not None]
    answered = [line for _place, line in labelled if line.box.x1 > labels.beside]
    in_both = [halves for line in lines if (halves := labels.halves(line)) and all(halves)]
    orders: list[list[int]] = []
    for place, _line in labelled:
        if not orders or place <= orders[-1][-1]:
            orders.append([])
        orders[-1].append(place)
    whole = sum(len(order) == len(labels.texts) for order in orders)
    return (
        len(labels.texts) >= FEWEST_LABELS
        and whole >= max(FEWEST_CARDS, MOSTLY * len(orders))
        and len(answered) >= max(MOSTLY * len(labelled), ONLY * len(in_both))
    )
