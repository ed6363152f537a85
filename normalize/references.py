"""How a row says which recommendation it means: "1)", "Rec 2", "Recs 1-3", "1 & 4)", "3.2 ...".

The forms are those published plans use; a number is taken from the beginning of a cell only when something
marks it as a number (a bracket, a stop, the word "recommendation"), because a sentence may begin with a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from normalize.text import plain_typography, squeeze

LONGEST_RANGE = 60
"""No plan holds more recommendations of one kind than this, so a wider "range" is not a range ("2012-2013")."""

FEWEST_COUNTED = 2
"""One number alone may be a figure of the sentence."""

_CODE = r"(?:(?-i:[A-Z]{1,4})[/-]){0,3}"
"""What stands before a number in a code of the board's or the agency's own ("DAT-IMR-03", "HMH/01")."""
_ONE = rf"{_CODE}[A-Z]{{0,3}}\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[a-z]?"
_JOIN = r"\s*(?:,|;|&|\+|/|-|\band\b|\bto\b)\s*"
_SEVERAL = rf"{_ONE}(?:{_JOIN}{_ONE})*"
_WORD = r"(?:recommendations?|recs?|actions?|no|nos|number|ref|r|imr|ov|overview)"
_MARKED = re.compile(
    rf"^\(?\s*(?P<word>{_WORD}\b\.?\s*(?:no\b\.?\s*|number\s*|#\s*)?)?"
    rf"(?P<numbers>{_SEVERAL})\s*(?P<mark>[).:\]]+|(?=\s-\s)|$|(?=\s))",
    re.IGNORECASE,
)
_TITLE_WORD = (
    r"(?:overview|report|imr|individual|management|reviews?|single|multi|inter|agency|author|scr|dhr|sar|lcspr|lscb|"
    r"key|main|strategic|local|national|priority|board)"
)
_TITLED = re.compile(
    rf"^(?:{_TITLE_WORD}[\s/-]+){{1,5}}(?:recommendations?|recs?)\b\.?\s*(?:no\b\.?\s*|number\s*|#\s*)?"
    rf"(?P<numbers>{_SEVERAL})\s*(?P<mark>[).:\]]+|$|(?=\s-\s)|(?=\n))",
    re.IGNORECASE,
)
"""A number in a title that first says of which kind it is ("Overview Report Recommendation 3")."""
_DASH = re.compile(r"^\s*[-:\u2010-\u2015\u2212]\s+")
_WHOLE = re.compile(
    rf"^\(?\s*(?:{_WORD}\b\.?\s*(?:no\b\.?\s*|number\s*)?|#\s*)?(?P<numbers>{_SEVERAL})\s*[).:\]]*$",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"(?P<one>{_ONE})|(?P<range>-|\bto\b)", re.IGNORECASE)
_PLAIN_SIGNS = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "------ ")
_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """The number at the beginning of a recommendation, and the words after it."""

    numbers: tuple[str, ...]
    as_written: str
    rest: str


def read_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers a number cell holds ("Recs 1-3" gives 1, 2, 3); empty where it holds other words too."""
    plain = squeeze(plain_typography(text))
    found = _WHOLE.match(plain)
    return _expand(found["numbers"]) if found else ()


def split_number(text: str) -> Reference:
    """Take the number from the beginning of a recommendation's ``text``."""
    stripped = text.lstrip()
    # A plain hyphen and a dash are one character each, so positions in the plain text hold for the text itself.
    plain = stripped.translate(_PLAIN_SIGNS)
    found = _TITLED.match(plain) or _MARKED.match(plain)
    if found is None or _DATE.match(plain) or not (found.re is _TITLED or _is_marked(found, plain)):
        return Reference((), "", text.strip())
    end = found.end()
    rest = _DASH.sub("", stripped[end:]) if not found["mark"] else stripped[end:]
    return Reference(_expand(found["numbers"]), stripped[:end].strip(), rest.strip())


def _is_marked(found: re.Match[str], plain: str) -> bool:
    """Whether the figure at the beginning stands there as a number and not as part of a sentence."""
    after = plain[found.end() :]
    if found["mark"]:
        return found["mark"][0] not in ".:" or not after or after[0].isspace() or after[0].isupper()
    if found["word"]:
        return not after or not after.strip() or after.lstrip()[0] in "-:" or after.lstrip()[0].isupper()
    if not after.strip():
        return True
    return bool(_DASH.match(after)) or after.startswith(("\t", "\n"))


def _expand(numbers: str) -> tuple[str, ...]:
    """Return single numbers for a list of numbers and ranges."""
    expanded: list[str] = []
    is_range = False
    for token in _TOKEN.finditer(numbers):
        if token["range"]:
            is_range = True
            continue
        number = tidy_number(token["one"])
        expanded.extend(_between(expanded[-1], number) if is_range and expanded else ())
        expanded.append(number)
        is_range = False
    return tuple(dict.fromkeys(expanded))


def _between(first: str, last: str) -> list[str]:
    """Return the numbers strictly between two plain numbers; none where they are no range."""
    if not (first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= LONGEST_RANGE):
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]


def tidy_number(number: str) -> str:
    """Return a number as it is compared: "03" and "3." are 3, "IMR3", "R3" and "HMH/03" are 3, "5A" is 5a, "a1" is A1.

    A single letter other than R is part of the number: it tells the themes of a plan apart (A1, B1).
    """
    uncoded = re.sub(r"^(?:[A-Za-z]{1,4}[/-])+", "", number.strip().rstrip(".):"))
    bare = re.sub(r"^(?:[A-Za-z]{2,3}|[Rr])(?=\d)", "", uncoded)
    plain = re.sub(r"(?<![\d.])0+(?=\d)", "", bare).lower()
    return plain[:1].upper() + plain[1:]


_COUNTED = re.compile(
    r"^\s*(?P<number>(?P<code>[A-Z]{1,4}[/-]?)?(?P<figures>\d{1,2}(?:\.\d{1,2}){0,3}))\s+(?P<rest>[A-Z].*)$", re.DOTALL
)


def split_counted(text: str) -> Reference:
    """Take from ``text`` a number that nothing marks as one, where the rows of its column are known to count on."""
    found = _COUNTED.match(text)
    if found is None:
        return split_number(text)
    return Reference((tidy_number(found["number"]),), found["number"], found["rest"].strip())


def count_on(texts: Sequence[str]) -> bool:
    """Return whether texts one below the other begin with figures that count on ("1 Train", "2 Audit"; "4.1 ...")."""
    found = [each for text in texts if (each := _COUNTED.match(text))]
    if len(found) != len(texts) or len(texts) < FEWEST_COUNTED or len({each["code"] for each in found}) > 1:
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
