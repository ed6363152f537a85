"""How a row says which recommendation it means: "1)", "Rec 2", "Recs 1-3", "1 & 4)", "3.2 ...", "Recommendation A:".

The forms are those published plans use; a number is taken from the beginning of a cell only when something
marks it as a number (a bracket, a stop, the word "recommendation"), because a sentence may begin with a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.numerals import NAMES
from ingest.symbols import BULLETS
from normalize.text import plain_typography, squeeze

LONGEST_RANGE = 60
"""No plan holds more recommendations of one kind than this, so a wider "range" is not a range ("2012-2013")."""
FEWEST_LEVELS = 3
"""A number of so many levels ("3.1.2") is no measure that a sentence may begin with ("1.5 Posts")."""

_CODE = r"(?:(?-i:[A-Z]{1,4})[/-]){0,3}"
"""What stands before a number in a code of the board's or the agency's own ("DAT-IMR-03", "HMH/01")."""
_PART = r"(?:\s?\((?:[a-z]|[ivx]{2,4})\)|\.[a-z](?!\w)|[a-z])?"
"""A letter or Roman number behind the figures ("3a", "3.a", "3 (a)", "3(ii)")."""
_ONE = rf"{_CODE}[A-Z]{{0,3}}\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}{_PART}"
_JOIN = r"\s*(?:[,;]\s*(?:&|and\b)|,|;|&|\+|/|-|\band\b|\bto\b)\s*"
_REC = r"(?:recommendations?|recs?)"
_NAMED = rf"(?:{_REC}|actions?|(?:key\s+)?learning\s+points?|findings?|points?|items?)"
_WORD = rf"(?:{_NAMED}|no|nos|number|ref|r|imr|ov|overview)"
_LEAD = rf"{_WORD}(?:\b|(?=\d))\.?\s*(?:no\b\.?\s*|number\s*)?"
"""What stands before a number to say that it is one; nothing need stand between ("R3", "Rec3")."""
_SEVERAL = rf"{_ONE}(?:{_JOIN}(?:{_WORD}\b\.?\s*(?:no\b\.?\s*|number\s*)?)?{_ONE})*"
"""Letters right before a figure are part of the number, so that no list can be taken apart in two ways."""
_TAIL = (
    r"(?P<tail>\s*\((?:cont|cont'?d|continued)\.?\)|(?(word)\s+(?:of\s+\d{1,3}\b|cont\b\.?|cont'?d\b\.?|continued\b)))?"
)
"""What is said of the number itself: that the recommendation goes on here, or how many there are ("3 of 12")."""
_MARKED = re.compile(
    rf"^[(\[<]?\s*(?P<word>{_LEAD}#?\s*|#\s*)?(?P<numbers>{_SEVERAL}){_TAIL}\s*"
    r"(?P<mark>[).:\]>]+|(?(word)[,;]+)(?=\s)|(?=-\s)|$|(?=\s))",
    re.IGNORECASE,
)
_TITLE_WORD = (
    r"(?:overview|report|imr|individual|management|reviews?|single|multi|inter|agency|author|scr|dhr|sar|lcspr|lscb|"
    r"key|main|strategic|local|national|priority|board|serious|case|domestic|homicide|adults?|child|safeguarding|"
    r"practice|partnership|executive|summary|final)"
)
_TITLED = re.compile(
    rf"^(?:{_TITLE_WORD}[\s/-]+){{1,5}}{_REC}\b\.?\s*(?:no\b\.?\s*|number\s*|#\s*)?"
    rf"(?P<numbers>{_SEVERAL})\s*(?P<mark>[).:\]]+|$|(?=\s-\s)|(?=\n))",
    re.IGNORECASE,
)
"""A number in a title that first says of which kind it is ("Overview Report Recommendation 3")."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_END = r"\s*(?P<mark>[).:\]]+|$|(?=\s?-\s)|(?=\n))"
_NAMELESS = re.compile(
    rf"^(?:{_NAMED}\b\.?\s*(?:no\b\.?\s*|number\s*)?[(\[]?"
    rf"(?P<spelt>{'|'.join(sorted(NAMES[1:], key=len, reverse=True))}|[a-z]|[ivx]{{2,5}})\b"
    rf"|(?:the\s+)?(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+{_REC}){_END}",
    re.IGNORECASE,
)
"""A number without a figure of its own ("Recommendation Three:", "Recommendation A:", "First recommendation -")."""
_DASH = re.compile(r"^\s*[-:\u2010-\u2015\u2212]\s+")
_WHOLE = re.compile(
    rf"^[(\[<]?\s*(?P<word>{_LEAD}|#\s*)?(?P<numbers>{_SEVERAL}){_TAIL}\s*[).:\]>]*$",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"^[(\[]?\s*(?P<label>[a-z]|[ivx]{2,5})\s*[).:\]]*$", re.IGNORECASE)
_TOKEN = re.compile(rf"(?P<one>{_ONE})|(?P<range>-|\bto\b)", re.IGNORECASE)
_PLAIN_SIGNS = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "------ ")
_BULLET = re.compile(rf"^[{BULLETS}]\s*")
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
    if found := _WHOLE.match(plain):
        return _expand(found["numbers"])
    named = _NAMELESS.match(plain)
    return (_read_nameless(named),) if named and named.end() == len(plain) else ()


def read_label(text: str) -> tuple[str, ...]:
    """Return the number a cell holds that is known to hold one, where it is a letter or Roman ("(b)", "iii.")."""
    found = _BARE_LABEL.match(squeeze(text))
    return (found["label"].lower(),) if found else ()


def split_number(text: str) -> Reference:
    """Take the number from the beginning of a recommendation's ``text``."""
    stripped = text.lstrip()
    stripped = stripped[len(bullet[0]) :] if (bullet := _BULLET.match(stripped)) else stripped
    # A plain hyphen and a dash are one character each, so positions in the plain text hold for the text itself.
    plain = stripped.translate(_PLAIN_SIGNS)
    named = _NAMELESS.match(plain)
    found = named or _TITLED.match(plain) or _MARKED.match(plain)
    if found is None or _DATE.match(plain) or (found.re is _MARKED and not _is_marked(found, plain)):
        return Reference((), "", text.strip())
    numbers = (_read_nameless(found),) if found is named else _expand(found["numbers"])
    end = found.end()
    rest = _DASH.sub("", stripped[end:]) if not found["mark"] else stripped[end:]
    return Reference(numbers, stripped[:end].strip(), rest.strip())


def _read_nameless(found: re.Match[str]) -> str:
    """Return the number that letters stand for; a Roman one is kept, because it may count what is below a number."""
    ordinal, spelt = (found["ordinal"] or "").lower(), (found["spelt"] or "").lower()
    if ordinal:
        return str(_ORDINALS.index(ordinal) + 1) if ordinal in _ORDINALS else tidy_number(ordinal[:-2])
    return str(NAMES.index(spelt)) if spelt in NAMES else spelt


def _is_marked(found: re.Match[str], plain: str) -> bool:
    """Whether the figure at the beginning stands there as a number and not as part of a sentence."""
    after = plain[found.end() :]
    if found["mark"]:
        return found["mark"][0] not in ".:" or not after or after[0].isspace() or after[0].isupper()
    if not after.strip() or found["numbers"].endswith(")") or (found["tail"] and not found["word"]):
        return True
    if found["word"] or _is_no_measure(found["numbers"]):
        return after.lstrip()[0] in "-:" or after.lstrip()[0].isupper()
    return bool(_DASH.match(after)) or after.startswith(("\t", "\n"))


def _is_no_measure(numbers: str) -> bool:
    """Whether figures cannot be those of a quantity: two numbers joined, one of many levels or with a letter below."""
    return bool(re.search(r"&|\band\b|\d\.[a-z]$", numbers)) or numbers.count(".") + 1 >= FEWEST_LEVELS


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
    """Return a number as it is compared: "03" and "3." are 3, "IMR3", "R3" and "HMH/03" are 3, "5A" and "5 (a)" are 5a.

    A single letter other than R is part of the number: it tells the themes of a plan apart ("a1" is A1). A letter
    or a Roman number alone is in small letters.
    """
    if label := read_label(number):
        return label[0]
    closed = re.sub(r"[\s.]?\(?\b(?P<part>[A-Za-z]+)\)?$", r"\g<part>", number.strip().rstrip(".:"))
    uncoded = re.sub(r"^(?:[A-Za-z]{1,4}[/-])+", "", closed.rstrip(".):"))
    bare = re.sub(r"^(?:[A-Za-z]{2,3}|[Rr])(?=\d)", "", uncoded)
    plain = re.sub(r"(?<![\d.])0+(?=\d)", "", bare).lower()
    return plain[:1].upper() + plain[1:]
