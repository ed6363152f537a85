"""Lines to paragraphs: where one ends is read from the space between lines, their indents and how full they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import SEEN, TYPED
from ingest.readers.pdf.text.measuring import SPACE, share_to_hyphen, width_of_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.page import Box, Way
    from ingest.readers.pdf.text.lines import Line

LOOSE = 1.18
"""Lines further apart than this many times the usual are two paragraphs."""
FARTHER = 1.08
"""Lines further apart than this many times the usual may be two paragraphs, where a sentence ends between them."""
WIDE = 1.7
"""Lines further apart than so many font sizes are set wide, or are paragraphs of a line each."""
LOOSELY_SEEN = 1.35
"""What is read from a picture stands where it does only to some dots."""
USUAL_LEADING = 1.2
"""The distance of lines, in font sizes, where a document has too few to tell."""
RARE = 0.08
"""The usual distance is the smallest that at least this part of the lines have."""
RESIZED = 1.12
"""Lines whose sizes differ more than this are not of one paragraph."""
INDENT = 0.7
"""An indent is at least this many font sizes."""
HARDLY_APART = 0.1
"""What stands nearer to a word than this, in font sizes, has no space before it."""
SURE = 0.1
GUESSED = 2.0
"""A word had room if there was this much to spare, in font sizes; more where its width is only guessed."""
BULLET = re.compile(r"^(?:[•▪◦●○■□☐☑☒✓✗➢❖◆→·‣\u2013\u2014*-]|\ufffd)(?=\s|$)|^o(?=\s)|^[•▪●➢❖]")
LABEL = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])(?=\s|$)")
DAY = re.compile(r"^\d{1,2}\.$")
MONTH = re.compile(r"^(?:0[1-9]|1[0-2])\.(?:\d{2,4})?$")
"""A date that a narrow column breaks behind each stop: 31. 03. 14."""
LEAD_IN = re.compile(r"^[A-Z][\w&/-]*(?: [\w&/-]+){0,3}:(?=\s|$)")
"""A few words and a colon ("Supporting documents:") that say what comes."""
BROKEN_OFF = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
"""How a line ends on which a word did not fit."""
SENTENCE_END = re.compile(r"[.!?:;][\"'\u2019\u201d)]*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document sets its lines: the usual distance of baselines for each font size."""

    leading: Mapping[float, float]
    breaks_at_hyphens: bool = False
    """Whether words are broken at line ends behind a hyphen in them; some programs only break between words."""

    def usual(self, size: float) -> float:
        """Return the usual distance of baselines for lines of ``size``."""
        return self.leading.get(_rounded(size), USUAL_LEADING * size)


def learn_setting(blocks: Iterable[Sequence[Line]]) -> Setting:
    """Return the setting that ``blocks``, the lines of each cell or stretch of text, are in."""
    gaps: dict[float, list[float]] = {}
    breaks_at_hyphens = False
    for lines in blocks:
        for above, below in pairwise(lines):
            breaks_at_hyphens = breaks_at_hyphens or _is_broken_off(above, below)
            if _rounded(above.size) == _rounded(below.size) and below.baseline > above.baseline:
                gaps.setdefault(_rounded(below.size), []).append(below.baseline - above.baseline)
    usual = {size: _smallest_usual(size, found) for size, found in gaps.items()}
    return Setting(usual, breaks_at_hyphens)


def _rounded(length: float) -> float:
    return round(length * 2) / 2


def _smallest_usual(size: float, gaps: Sequence[float]) -> float:
    counts = Counter(map(_rounded, gaps))
    enough = max(1.0, RARE * len(gaps))
    usual = [gap for gap, count in sorted(counts.items()) if count >= enough and gap >= 0.9 * size]
    return median(gap for gap in gaps if _rounded(gap) == usual[0]) if usual else USUAL_LEADING * size


def split_paragraphs(
    lines: Sequence[Line], setting: Setting, *, left: float, right: float
) -> tuple[tuple[Line, ...], ...]:
    """Return ``lines``, written between ``left`` and ``right``, as paragraphs."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not _begins(paragraphs[-1], line, setting, (left, right)):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def _begins(paragraph: Sequence[Line], line: Line, setting: Setting, sides: tuple[float, float]) -> bool:
    """Whether ``line`` begins a paragraph after the lines of ``paragraph``; what tags say is certain."""
    above = paragraph[-1]
    told = _tagged_paragraph(above), _tagged_paragraph(line)
    had_room = fits_after(above, line, sides, breaks_at_hyphens=setting.breaks_at_hyphens)
    if all(told):
        return told[0] != told[1] or (had_room and not _is_broken_off(above, line))
    if _is_broken_off(above, line):
        return False
    if _is_set_apart(above, line, setting) or BULLET.match(line.text) or had_room:
        return True
    may_begin = (
        (LABEL.match(line.text) and not _is_date_broken(above.text, line.text))
        or LEAD_IN.match(line.text)
        or (line.text[:1].isupper() and (_is_wide(above, line) or _is_farther(paragraph, line, setting)))
    )
    may_end = SENTENCE_END.search(above.text) or (LEAD_IN.match(above.text) and LEAD_IN.match(line.text))
    return _is_indented(paragraph, line) or bool(may_begin and may_end)


def _is_date_broken(above: str, below: str) -> bool:
    """Whether a line is the day of a date in figures and the next its month; numbers that count on are a list's."""
    is_date = DAY.match(above) is not None and MONTH.match(below) is not None
    return is_date and int(above[:-1]) + 1 != int(below[:2])


def _is_broken_off(above: Line, line: Line) -> bool:
    """Whether a word goes on from the end of one line to the start of the next."""
    return line.text[:1].islower() and BROKEN_OFF.search(above.text[-2:]) is not None


def _is_wide(above: Line, line: Line) -> bool:
    """Whether lines are so far apart that they may as well be paragraphs, in a document that has no nearer ones."""
    return line.baseline - above.baseline > WIDE * line.size


def _is_farther(paragraph: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether ``line`` is a little farther down than lines of its size follow each other, here and as a rule."""
    above = paragraph[-1]
    here = above.baseline - paragraph[-2].baseline if len(paragraph) > 1 else 0.0
    is_certain = line.words[0].font != SEEN and above.size == line.size
    return is_certain and line.baseline - above.baseline > FARTHER * max(here, setting.usual(line.size))


def _is_set_apart(above: Line, line: Line, setting: Setting) -> bool:
    """Whether ``line`` is typed by itself, of another size, turned another way, or farther down than lines follow."""
    if line.words[0].font == TYPED or line.turn != above.turn:
        return True
    sizes = [_size_of_text(each) for each in (above, line)]
    if max(sizes) > RESIZED * min(sizes):
        return True
    loose = LOOSELY_SEEN if line.words[0].font == SEEN else LOOSE
    return line.baseline - above.baseline > loose * setting.usual(max(sizes))


def _size_of_text(line: Line) -> float:
    """Return the size of type of ``line``, whose bullet may be set in another."""
    if len(line.words) > 1 and BULLET.match(line.text):
        return max(word.size for word in line.words[1:])
    return line.size


def _tagged_paragraph(line: Line) -> Way | None:
    tag = line.words[0].tag
    return tag.paragraph if tag else None


def fits_after(above: Line, line: Line, sides: tuple[float, float], *, breaks_at_hyphens: bool = True) -> bool:
    """Whether the first word of ``line`` had room at the end of ``above``, so that the writer must have ended it.

    Of a word with a hyphen in it only what comes before need have had room, where such words are broken.
    """
    left, right = sides
    word = line.words[0]
    width = _width_to_space(line)
    if breaks_at_hyphens and "-" in word.text[1:-1]:
        width *= share_to_hyphen(line)
    room = right - above.box.x1
    if _is_centred(above.box, line.box, left, right):
        room *= 2
    spare = GUESSED if word.font == SEEN else SURE
    if room <= (SPACE + spare) * line.size + width:  # as of nearly all lines: the space need not be measured
        return False
    return room > width_of_space(above, line) + spare * line.size + width


def _width_to_space(line: Line) -> float:
    """Return how wide ``line`` is up to its first space: what is raised behind a word goes with it to the next line."""
    end = line.words[0].box.x1
    for word in line.words[1:]:
        if word.box.x0 - end > HARDLY_APART * line.size:
            break
        end = max(end, word.box.x1)
    return end - line.words[0].box.x0


CENTRED_FROM = 2.0
"""A line this far from the left side may be centred; nearer it starts there."""
OFF_MIDDLE = 4.0
"""Centred lines lie in the middle to this much; the space at the right of a cell is only an estimate."""
SAME_MIDDLE = 1.5
SAME_END = 0.5
"""Lines are centred alike, or end alike, when they differ by no more."""


def _is_centred(above: Box, below: Box, left: float, right: float) -> bool:
    """Whether two lines are set around one middle, that of the space they have, and so begin apart."""
    middle = (left + right) / 2
    is_apart = above.x0 - left > CENTRED_FROM and abs(above.x0 - below.x0) > SAME_END
    return is_apart and all(abs(box.centre[0] - middle) < OFF_MIDDLE for box in (above, below))


def _is_indented(paragraph: Sequence[Line], line: Line) -> bool:
    above = paragraph[-1]
    step = line.box.x0 - above.box.x0
    if abs(step) < INDENT * line.size or _share_middle(above.box, line.box):
        return False
    if step <= 0 or len(paragraph) > 1:
        return len(paragraph) > 1
    return not (BULLET.match(above.text) or LABEL.match(above.text))


def _share_middle(above: Box, below: Box) -> bool:
    return abs(above.centre[0] - below.centre[0]) < SAME_MIDDLE or abs(above.x1 - below.x1) < SAME_END
