"""Small tables below each other with the same labels at their left: one for each recommendation, as on a card."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import chunks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ingest.readers.pdf.half_ruled.level import Band

LONGEST_LABEL = 5
FEWEST_CARDS = FEWEST_LABELS = 2
DIGIT = re.compile(r"\d")


def part_cards(bands: Sequence[Band]) -> list[list[Band]]:
    """Return the ``bands`` of each card, what stands between two of them left out; nothing where there are no cards."""
    written = [band for band in bands if band.lines]
    labels = _find_labels(written)
    if not labels or any(band.is_heading and _label(band) not in labels for band in written):
        return []
    runs = (list(run) for is_written, run in groupby(bands, key=lambda band: bool(band.lines)) if is_written)
    parts = [part for run in runs for part in _without_captions(run, labels)]
    return parts if _are_cards(parts, labels) else []


def _find_labels(bands: Sequence[Band]) -> frozenset[str]:
    """Return what several of ``bands`` have at their left, in one of them at least beside other words."""
    counts = Counter(label for band in bands if (label := _label(band)))
    beside = {_label(band) for band in bands if len(chunks(band.lines[0])) > 1}
    return frozenset(label for label in beside if counts[label] >= FEWEST_CARDS)


def _are_cards(parts: Sequence[Sequence[Band]], labels: Collection[str]) -> bool:
    """Whether so many of ``parts`` as cards make have several of the ``labels``, and all have them in one order."""
    orders = [[label for band in part if (label := _label(band)) in labels] for part in parts]
    longest = max(orders, key=len)
    in_order = all(order == [label for label in longest if label in order] for order in orders)
    return in_order and sum(len(order) >= FEWEST_LABELS for order in orders) >= FEWEST_CARDS


def _label(band: Band) -> str:
    """Return the words at the left of a row, few and without figures; "" where there are others."""
    first = chunks(band.lines[0])[0]
    text = " ".join(word.text for word in first)
    return text if len(first) <= LONGEST_LABEL and not DIGIT.search(text) else ""


def _without_captions(run: Sequence[Band], labels: Collection[str]) -> Iterator[list[Band]]:
    """Yield ``run``, cut where text stands above the title of a card: two rows follow each other without a label."""
    part: list[Band] = []
    for band, below in zip(run, [*run[1:], None], strict=True):
        if below is not None and _is_caption(band, labels) and _is_caption(below, labels):
            yield from [part] if part else []
            part = []
        else:
            part.append(band)
    yield from [part] if part else []


def _is_caption(band: Band, labels: Collection[str]) -> bool:
    return band.text not in labels and all(len(chunks(line)) == 1 for line in band.lines)
