"""Words broken at the end of a line without a hyphen: too wide for their column, or an address or a date at a sign.

Most programs write the space at which they break a line, so that its absence tells. Where a document writes none, the
letters must: a whole that is known, or pieces no English word ends or begins with.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.wording import Vocabulary
    from ingest.readers.pdf.text.words import Word

FIRST_LETTERS = re.compile(r"^([^\W\d_]+)")
NO_ROOM = 1.3
NO_ROOM_FOR_WIDE = 1.9
"""A line with less room than this many letters of the next is full to the edge; of m and w fewer fit."""
MOST_PIECES = 4
"""No column is so narrow that a word is broken into more."""
LONGEST_REST = 2
SHORT_HEADING = 3
"""No, Ref and RAG stand over the narrowest columns; two words of three letters together hardly stand anywhere."""
SPACED_PART = 0.5
FEWEST_SPACED = 2
"""So many lines that go on in the next, and so large a part of them, end in a space where a program writes them."""
ROUNDED = 0.05
"""Programs break lines by widths of letters that are rounded; a word that fits by less font sizes had no room."""
SPACE = 0.4
"""No space is wider, in font sizes; one that does not fit the line is left out by programs that else write it."""
ENDS_OF_ADDRESSES = frozenset({"uk", "com", "org", "net", "eu", "gov", "info", "wales", "scot"})
BROKEN_DATE = re.compile(r"(?:^|[^\d./-])\d{1,2}[/.-](\d?|\d{1,2}[/.-]\d{0,3})$")
"""A date in figures that wants at least one more; of other numbers nobody can say."""
GOING_ON = re.compile(r"[/@]\w")
YEAR = re.compile(r"(?:19|20)\d\d")
LAST_LETTERS = re.compile(r"([^\W\d_]+)$")
CLOSING = ".,;:!?)]%'\"\u2019\u201d"
"""Signs that stand close to the word before them, so that only a break parts the two."""
KNOWN = frozenset(
    {
        "accountability", "accountable", "achievement", "achievements", "commentary", "completion", "description",
        "development", "effectiveness", "implementation", "implemented", "improvement", "information", "milestones",
        "monitoring", "organisation", "organisations", "outstanding", "professional", "recommendation",
        "recommendations", "recommended", "requirements", "responsibilities", "responsibility", "responsible",
        "safeguarding", "significance", "timeframe", "timescale", "timescales", "reference", "evidence", "comments",
        "position", "actions", "required", "documents", "assessment", "rating", "achieved", "commenced", "complete",
        "completed", "delayed", "immediate", "immediately", "ongoing", "overdue", "partially", "progress", "started",
        "superseded", "january", "february", "august", "september", "october", "november", "december", "target",
        "person", "named", "nurse", "early", "help", "administrator", "assistant", "authority", "children",
        "commissioner", "commissioning", "committee", "community", "constable", "constabulary", "consultant",
        "coordinator", "councillor", "designated", "detective", "director", "directorate", "education", "executive",
        "governance", "headteacher", "housing", "independent", "inspector", "management", "manager", "midwife",
        "midwifery", "midwives", "officer", "operational", "operations", "paediatrician", "partnership", "practitioner",
        "practitioners", "probation", "representative", "secretary", "sergeant", "service", "services", "specialist",
        "strategic", "superintendent", "supervision", "supervisor", "surgery", "teacher", "training", "workforce",
        "brag", "sept", "attendance"
    }
)  # fmt: skip
"""Long words of headings, and of who, when and how far: they stand in columns too narrow for them, often only there."""
WORD_END = re.compile(
    r"[a-z]?(?:tion|sion|cial|tial|cian)(?:s|al|ed|er|ing)?|ion|(?:[bcdfglmnprtv]{2}|[dlmnt])ing|ting|ment|ity|ance|"
    r"ence|ive|able|ness|ted|ated|ally|ies|ers|ors|ent|ial|ical|ure|ings?"
)
"""What the rest of a word that did not fit its column looks like."""
SHORT_WORDS = frozenset(
    {"a", "i", "of", "to", "in", "is", "it", "at", "by", "we", "or", "as", "no", "so", "up", "us", "an", "be", "do"}
    | {"go", "he", "if", "me", "my", "on", "y", "o", "yn", "yr"}
)
"""What looks like such a rest, but is a word."""
NO_END = re.compile(r"[a-z]{2}(?:[ijuvq]|[bcdgkp]l|[bcdfgkpt]r|([bcghjkmnprtvwx])\1)$")
NO_BEGINNING = re.compile(r"(?:[bcdfgmnprtz])(?<=([a-z]))\1|n[cdfgkstv]|r[cdfgklmnpstv]|l[dfkmpstv]|ct|pt|mp|mb|ck|ft")
"""Letters with which hardly any English word ends, or begins."""
YET_WORDS = frozenset({"you", "menu", "taxi", "bureau", "plateau", "alibi", "genre", "inn", "err"})


HALVES = frozenset({"head", "mid", "mile", "out", "over", "safe", "time", "work"})
"""First halves of known words that some write with a hyphen: time-scale."""


def is_no_compound(first: str, second: str) -> bool:
    """Return whether no two words joined by a hyphen look like ``first`` and ``second``: a word was broken there."""
    if first + second in KNOWN and first not in HALVES:
        return True
    is_rest = WORD_END.fullmatch(second) is not None and second not in SHORT_WORDS
    is_start = NO_END.search(first) is not None and first not in YET_WORDS
    return is_rest or is_start or NO_BEGINNING.match(second) is not None


def writes_spaces(stretches: Iterable[Sequence[Line]]) -> bool:
    """Return whether the spaces at which lines of a document are broken are written in it."""
    spaced = asked = 0
    for lines in stretches:
        for above, line in pairwise(lines):
            if above.text[-1:].isalnum() and line.text[:1].islower():
                asked += 1
                spaced += above.words[-1].is_spaced
    return spaced >= max(FEWEST_SPACED, SPACED_PART * asked)


def is_broken(text: str, lines: Sequence[Line], at: int, vocabulary: Vocabulary, right: float) -> bool:
    """Return whether a word goes on from line ``at`` of a paragraph to the next.

    ``text`` is what the lines so far say, and ``right`` is where they had to end.
    """
    above, after = lines[at], lines[at + 1].words[0]
    room = right - above.box.x1
    if above.words[-1].is_spaced or room > after.box.width + ROUNDED * above.size or "://" in after.text:
        return False
    first = text.rsplit(maxsplit=1)[-1]
    if _goes_on(first, after.text):
        return True
    if len(first) > 1 and first[-1] == "/":
        return not vocabulary.parts_at_slashes
    if not _is_full(above, after, right) or not first[-1].isalnum():
        return False
    if vocabulary.writes_spaces and room > SPACE * above.size:
        is_upper = after.text[0].isupper()
        return (first + after.text).casefold() in KNOWN if is_upper else after.text[0] not in "(["
    return _is_rest(first, after.text, tuple(_rests(lines, at, right)), vocabulary)


def _is_full(above: Line, after: Word, right: float) -> bool:
    """Whether ``above`` is one word, with or without a bullet, that fills its line, so that it may be broken off."""
    fitting = NO_ROOM_FOR_WIDE if after.text[0] in "mwMW" else NO_ROOM
    n_words = len(above.words) - (above.words[0].words == 0)
    return n_words == 1 and right - above.box.x1 <= fitting * after.box.width / len(after.text)


def _goes_on(first: str, second: str) -> bool:
    """Whether ``first`` is a date or an address that lacks what ``second`` gives, or its sign is on the next line."""
    if BROKEN_DATE.search(first) and second[0].isdigit():
        return True
    if first[-1].isalnum() and GOING_ON.match(second):
        return True
    if "://" in first:
        return second[0].isalnum()
    last = re.split(r"[@.]", first)[-1]
    return "@" in first and last not in ENDS_OF_ADDRESSES and (second[0].islower() or second[0] == ".")


def _rests(lines: Sequence[Line], at: int, right: float) -> Iterator[str]:
    """Yield what the word may go on with: the letters on the next line, and on those after it while they are full."""
    rest = ""
    for above, line in pairwise(lines[at : at + MOST_PIECES]):
        start = FIRST_LETTERS.match(line.words[0].text)
        if start is None or not _is_full(above, line.words[0], right):
            return
        rest += start[1].casefold()
        yield rest


def _is_rest(first: str, second: str, rests: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether ``second`` is the rest of the word ``first``: by its letters, where the document or a table knows it."""
    letters = LAST_LETTERS.search(first)
    if not rests or letters is None:
        return second[0] in CLOSING or bool(YEAR.fullmatch(first + second))
    if second[0].isupper() and (first[-1].islower() or second[1:2].islower()):
        return False
    before, rest = letters[1].casefold(), rests[0]
    if any(before + each in vocabulary.plain or before + each in KNOWN for each in rests):
        return True
    if len(before + rest) <= SHORT_HEADING:
        return True
    if before in vocabulary.plain or before in vocabulary.compound or second[len(rest) :].strip(CLOSING):
        return False
    is_end = bool(WORD_END.fullmatch(rest)) or (len(rest) <= LONGEST_REST and rest not in SHORT_WORDS)
    return is_end or (second[0].islower() and _is_no_word(first, rest, vocabulary))


def _is_no_word(first: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether one of two pieces can be no English word, whatever the document knows."""
    if first.isupper() or rest in vocabulary.plain:
        return False
    before = first.casefold()
    return bool(NO_BEGINNING.match(rest)) or bool(NO_END.search(before) and before not in YET_WORDS)
