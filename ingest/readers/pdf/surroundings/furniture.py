"""Tells what stands on every page (headers, footers, page numbers, watermarks) from what the page says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING

from ingest.model import Where
from ingest.readers.pdf.marks.colors import is_light
from ingest.readers.pdf.page import ASKEW
from ingest.readers.pdf.surroundings.overleaf import says_again, says_more_follows
from ingest.readers.pdf.text.gutters import chunks
from ingest.readers.pdf.text.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

    Key: TypeAlias = tuple[str, Where]
    Seen: TypeAlias = tuple[int, tuple[int, ...], float]
    """The number of a page, the numbers in one of its lines, and how far the line is from the page's edge."""

MARGIN = 0.12
MARGIN_AT_LEAST = 60.0
MARGIN_AT_MOST = 0.25
"""Headers and footers stand in this part of the page at its top and bottom, or within so many points."""
PAGE_NUMBER = re.compile(
    r"^(?![^(\[]*[)\]])\W*(?:(?:page|p\.?|tudalen)\s*\d{1,4}|\d{1,3}|\d{4}(?=\s*(?:of|/|o)))"
    r"(?:\s*(?:of|/|o)\s*\d{1,4})?\W*$|\bpage\s+\d{1,4}\s+of\s+\d{1,4}\b",
    re.IGNORECASE,
)
"""Four figures that stand alone are a year, which may end a text in the margin."""
NUMBERED = re.compile(r"\b(?:page|tudalen)\s+(?P<number>\d{1,4})(?:\s*(?:of|o|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
LONGEST_WITH_NUMBER = 10
SET_APART = 1.8
"""A line of so many words that ends in its own page's number, and stands so many sizes from the next, is no text."""
PRINTED_FROM = re.compile(
    r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)?(?:\s|$)|^(?:file|https?)://\S+\s+\d{1,4}\s?/\s?\d{1,4}$",
    re.IGNORECASE,
)
"""What browsers print above and below a page: when and which, whence and how far."""
SAME_HEIGHT = 4.0
"""Repeated lines stand at the same height, to this much."""
DIGITS = re.compile(r"\d{1,9}")
MOMENT = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]m)?\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}\b",
    re.IGNORECASE,
)
"""A time or day, such as that of printing."""
HEADING_NEAR = 3.0
"""The heading of columns stands this near above them, in font sizes; a page's header farther off."""
SAME_START = 3.0
FEWEST_COLUMNS = 2
NEXT_LINE = 1.6
"""A heading goes on in the line below within so many font sizes."""
FEWEST_TITLES = 3
"""So many known headings side by side, and no more than as many other words between, are no header of a page."""
HUGE = 2.0
"""A watermark's letters are at least this many times the usual size when they are not turned."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that belongs to the page and not to the text."""

    line: Line
    where: Where


def set_apart_watermarks(page: Page, words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return ``words`` without those of a watermark, and those."""
    usual = Counter(round(word.size) for word in words if word.turn == 0).most_common(1)
    size = usual[0][0] if usual else 10
    if not any(word.turn == ASKEW or word.size > HUGE * size for word in words):
        return tuple(words), ()
    marks = tuple(word for word in words if _is_watermark(word, size, page))
    marked = {id(word) for word in marks}
    return tuple(word for word in words if id(word) not in marked), marks


def _is_watermark(word: Word, usual: float, page: Page) -> bool:
    if word.turn == ASKEW:
        return word.box.height > 0.15 * page.height or is_light(word.color) or word.size > HUGE * usual
    return is_light(word.color) and word.size > HUGE * usual and word.size > 0.05 * page.height


def find_furniture(
    pages: Sequence[tuple[Page, Sequence[Line]]], tables: Sequence[Sequence[Table]] = ()
) -> tuple[tuple[Furniture, ...], ...]:
    """Return for each page the lines, of those outside its ``tables``, that are its header and footer."""
    placed = [
        [
            (line, where)
            for line in lines
            if (where := zone_of(line, page))
            and not _heads_columns(line, lines)
            and not any(_heads_table(line, table) for table in below)
        ]
        for (page, lines), below in zip(pages, tables or repeat(()), strict=False)
    ]
    alike: dict[Key, list[Seen]] = defaultdict(list)
    for (page, _lines), on_page in zip(pages, placed, strict=True):
        for line, where in on_page:
            alike[key_of(line, where)].append(seen_on(line, where, page))
    found = [
        [
            Furniture(line, where)
            for line, where in on_page
            if _names_its_page(line, lines, page) or is_repeated(seen_on(line, where, page), alike[key_of(line, where)])
        ]
        for (page, lines), on_page in zip(pages, placed, strict=True)
    ]
    return tuple(
        (*each, *_find_overleaf(lines, each, page.number)) for each, (page, lines) in zip(found, pages, strict=True)
    )


def _find_overleaf(lines: Sequence[Line], found: Sequence[Furniture], number: int) -> Iterator[Furniture]:
    """Yield the first and the last of ``lines`` but for those ``found``, if they only say that text goes on."""
    known = {id(each.line) for each in found}
    left = [line for line in lines if id(line) not in known]
    if left and says_again(left[0], left, number):
        yield Furniture(left[0], Where.HEADER)
    if left and says_more_follows(left[-1]):
        yield Furniture(left[-1], Where.FOOTER)


def _names_its_page(line: Line, lines: Sequence[Line], page: Page) -> bool:
    """Whether ``line`` is a page's number, what a browser prints around a page, or a short line with that number."""
    if PAGE_NUMBER.search(line.text) or PRINTED_FROM.search(line.text):
        return True
    if number_of(line) != page.number or len(line.words) > LONGEST_WITH_NUMBER:
        return False
    others = (abs(each.baseline - line.baseline) for each in lines if each is not line)
    return min(others, default=page.height) > SET_APART * line.size


def is_repeated(line: Seen, others: Sequence[Seen]) -> bool:
    """Whether another page has the line too, with the same numbers in it or, in their place, its own page's number."""
    number, numbers, height = line
    return any(
        page != number
        and abs(their_height - height) <= SAME_HEIGHT
        and all(one == other or (one == number and other == page) for one, other in zip(numbers, theirs, strict=True))
        for page, theirs, their_height in others
    )


def _heads_columns(line: Line, lines: Sequence[Line]) -> bool:
    """Whether ``line`` is of headings side by side, or right above another parted in columns that begin alike."""
    if any(_are_titles(each) and _starts_alike(line, each) for each in _closely_above(line, lines)):
        return True
    starts = [group[0].box.x0 for group in chunks(line)]
    below = (each for each in lines if 0 < each.baseline - line.baseline <= HEADING_NEAR * line.size)
    return any(
        sum(any(abs(start - group[0].box.x0) < SAME_START for start in starts) for group in chunks(each))
        >= FEWEST_COLUMNS
        for each in below
    )


def _closely_above(line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield ``line`` and those of ``lines`` above it, as far as each is right below the next."""
    below = line
    for each in sorted((each for each in lines if each.baseline <= line.baseline), key=attrgetter("baseline"))[::-1]:
        if below.baseline - each.baseline > NEXT_LINE * line.size:
            return
        yield each
        below = each


def _are_titles(line: Line) -> bool:
    groups = chunks(line)
    titles = _count_titles(groups)
    return titles >= FEWEST_TITLES and titles > len(groups) / 2


def _count_titles(groups: Sequence[Sequence[Word]]) -> int:
    return sum(is_title(" ".join(word.text for word in group)) for group in groups)


def _starts_alike(line: Line, above: Line) -> bool:
    """Whether all that stands on ``line`` begins below a word on the line ``above``, or is that line itself."""
    starts = [word.box.x0 for word in above.words]
    return all(any(abs(group[0].box.x0 - start) < SAME_START for start in starts) for group in chunks(line))


def _heads_table(line: Line, table: Table) -> bool:
    """Whether ``line`` stands right above ``table`` with a word or two for each of its columns: their heading."""
    if not 0 <= table.box.top - line.baseline <= HEADING_NEAR * line.size:
        return False
    groups = chunks(line)
    columns = [bisect_right(table.xs, group[0].box.x0 + SAME_START) for group in groups]
    return columns == list(range(1, len(table.xs))) and _count_titles(groups) >= FEWEST_COLUMNS


def key_of(line: Line, where: Where) -> Key:
    """Return what is the same in lines that every page repeats, whatever numbers they hold and days they name."""
    return DIGITS.sub("#", MOMENT.sub("@", line.text)), where


def seen_on(line: Line, where: Where, page: Page) -> Seen:
    """Return where ``line`` stands in the header or footer of ``page``, and what numbers it holds."""
    numbers = tuple(int(digits) for digits in DIGITS.findall(MOMENT.sub("@", line.text)))
    return page.number, numbers, line.baseline if where is Where.HEADER else page.height - line.baseline


def number_of(line: Line) -> int | None:
    """Return the number of the page that ``line`` ends with; None where it names none."""
    found = NUMBERED.search(line.text)
    return int(found["number"]) if found else None


def zone_of(line: Line, page: Page) -> Where | None:
    """Return whether ``line`` stands where ``page`` has its header or its footer, None between the two."""
    middle = line.box.centre[1]
    margin = min(max(MARGIN * page.height, MARGIN_AT_LEAST), MARGIN_AT_MOST * page.height)
    if middle < margin:
        return Where.HEADER
    return Where.FOOTER if middle > page.height - margin else None
