"""Numbers that only the rows around them mark as such: figures, letters and Roman numbers that count on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from string import ascii_lowercase

from ingest.numerals import write_roman
from normalize.references import Reference, split_number, tidy_number

FEWEST_COUNTED = 2
"""One number alone may be a figure of the sentence."""
ROMAN = tuple(map(write_roman, range(1, 21)))
_COUNTED = re.compile(
    r"^\s*(?P<number>(?P<code>[A-Z]{1,4}[/-]?)?(?P<figures>\d{1,2}(?:\.\d{1,2}){0,3}))\s+(?P<rest>[A-Z].*)$", re.DOTALL
)
_LABELLED = re.compile(
    r"^\s*(?P<number>[(\[]?(?P<label>[a-z]|[ivx]{2,5})[).:\]]+)\s+(?P<rest>\S.*)$", re.DOTALL | re.IGNORECASE
)


def split_counted(text: str) -> Reference:
    """Take from ``text`` a number that nothing marks as one, where the rows of its column are known to count on."""
    if found := _COUNTED.match(text):
        return Reference((tidy_number(found["number"]),), found["number"], found["rest"].strip())
    if found := _LABELLED.match(text):
        return Reference((found["label"].lower(),), found["number"], found["rest"].strip())
    return split_number(text)


def count_on(texts: Sequence[str]) -> bool:
    """Return whether texts one below the other begin with numbers that count on.

    Figures ("1 Train", "2 Audit"; "4.1 ...") follow one another; letters and Roman numbers ("(a)", "iii.") rise,
    or begin anew, and stand once in a text: one that goes on with the next of them is a list of its own.
    """
    return len(texts) >= FEWEST_COUNTED and (_figures_count_on(texts) or _labels_count_on(texts))


def _figures_count_on(texts: Sequence[str]) -> bool:
    found = [each for text in texts if (each := _COUNTED.match(text))]
    if len(found) != len(texts) or len({each["code"] for each in found}) > 1:
        return False
    figures = [tuple(map(int, each["figures"].split("."))) for each in found]
    return all(_follows(after, before) for before, after in pairwise(figures))


def _follows(after: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Return whether one number of an outline follows another: 1 and 2, 1.2 and 1.3, 1.2 and 2.1, 1 and 1.1."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(after, before, strict=False))))
    own = after[same:]
    is_deeper = same == len(before)
    first = 1 if is_deeper else before[same] + 1
    return bool(own) and own[0] == first and all(figure == 1 for figure in own[1:])


def _labels_count_on(texts: Sequence[str]) -> bool:
    found = [each for text in texts if (each := _LABELLED.match(text))]
    if len(found) != len(texts) or any(_holds_a_list(each["rest"]) for each in found):
        return False
    labels = [each["label"].lower() for each in found]
    return any(_rises(labels, series) for series in (ROMAN, tuple(ascii_lowercase)))


def _holds_a_list(rest: str) -> bool:
    return any(_LABELLED.match(line) for line in rest.split("\n")[1:])


def _rises(labels: Sequence[str], series: Sequence[str]) -> bool:
    """Return whether ``labels`` are of a series, each later than the one before or the first again."""
    if not set(labels) <= set(series):
        return False
    places = [series.index(label) for label in labels]
    rises = [after > before for before, after in pairwise(places)]
    return any(rises) and all(rise or after == 0 for rise, after in zip(rises, places[1:], strict=True))
