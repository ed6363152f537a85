"""What people at a keyboard do to a recommendation: habits of typing, abbreviating and shortening, bad scans."""

from __future__ import annotations

import re
from random import Random

_SHORT_FORMS = (
    ("domestic abuse", "DA"), ("general practitioners", "GPs"), ("Emergency Department", "ED"),
    ("Adult Social Care", "ASC"), ("Public Protection Unit", "PPU"), ("district nurses", "DNs"),
    ("Mental Capacity Act", "MCA"), ("learning disability", "LD"), ("anti-social behaviour", "ASB"),
    ("Clinical Commissioning Group", "CCG"), ("Independent Domestic Violence Advisor", "IDVA"),
    ("community psychiatric nurses", "CPNs"), ("Mental Health Partnership", "MHP"),
)  # fmt: skip
_LONG_FORMS = (
    ("GPs", "General Practitioners"), ("GP", "General Practitioner"),
    ("MARAC", "Multi-Agency Risk Assessment Conference"), ("IDVA", "Independent Domestic Violence Advisor"),
    ("DASH", "Domestic Abuse, Stalking and Honour based violence"),
    ("MAPPA", "Multi-Agency Public Protection Arrangements"),
)  # fmt: skip
_TYPED_AS = (
    (" and ", " & "), (" and ", " + "), ("isation", "ization"), ("ise ", "ize "), ("-", " "), ("-", ""), ("'s", "s"),
    (",", ""), (" should ", " to "), (" should ", " must "), (" should ", " shld "), ("The ", ""), (" the ", " "),
    ("multi-agency", "multiagency"), ("safeguarding", "safe guarding"), ("care home", "carehome"),
    ("programme", "program"), ("within ", "with in "), (".", ""), (" is ", " are "), ("assessment", "assesment"),
    ("referral", "refferal"), ("recommend", "reccomend"), ("received", "recieved"), ("should be", "be"),
)  # fmt: skip
_MISREAD = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("I", "l"), ("o", "0"), ("cl", "d"), ("ti", "li"), ("e", "c"), ("h", "li"),
    ("w", "vv"), ("a", "n"), ("fi", "fl"), ("S", "5"), ("B", "8"),
)  # fmt: skip
_MISREAD_WORDS = 0.15
_SPACES_LOST = 0.06
_SPACES_PUT_IN = 0.04
_HABITS_AT_ONCE = 3
_CLAUSE = re.compile(r"[,;(]| so that | and should | or a | in order ")


def type_freely(text: str, random: Random) -> str:
    """Return ``text`` with a few habits of typing: "&", lost commas and articles, two spaces, capitals."""
    fitting = [habit for habit in _TYPED_AS if habit[0] in text]
    for old, new in random.sample(fitting, min(_HABITS_AT_ONCE, len(fitting))):
        text = text.replace(old, new, 1)
    return random.choice((str, str.upper, str.lower, str.capitalize, _spaced))(text)


def _spaced(text: str) -> str:
    return "\u2022  " + text.replace(". ", ".  ").replace(" ", "  ", 3).replace(" ", "\n", 1)


def misread(text: str, random: Random) -> str:
    """Return ``text`` as a worse scan gives it: letters confused in a word of seven, spaces lost and put in."""
    words = [_misread_word(word, random) if random.random() < _MISREAD_WORDS else word for word in text.split()]
    return "".join(word + _gap(random) for word in words).strip()


def _gap(random: Random) -> str:
    draw = random.random()
    if draw < _SPACES_LOST:
        return ""
    return " \n" if draw < _SPACES_LOST + _SPACES_PUT_IN else " "


def _misread_word(word: str, random: Random) -> str:
    possible = [(old, new) for old, new in _MISREAD if old in word]
    return word.replace(*random.choice(possible), 1) if possible else word


def shorten(text: str, _: Random) -> str:
    """Return ``text`` with the trade's phrases as abbreviations, or its abbreviations written out."""
    for long, short in _SHORT_FORMS:
        text = re.sub(rf"\b{long}\b", short, text, flags=re.IGNORECASE)
    return text


def write_out(text: str, _: Random) -> str:
    """Return ``text`` with its abbreviations written out."""
    for short, long in _LONG_FORMS:
        text = re.sub(rf"\b{short}\b", long, text)
    return text


def first_clause(text: str, _: Random) -> str:
    """Return the first clause of ``text``."""
    return _CLAUSE.split(text)[0]


def without_end(text: str, random: Random) -> str:
    """Return ``text`` as a cell that was too small gives it: cut at any letter, with nothing to say so."""
    return text[: round(len(text) * random.uniform(0.45, 0.9))]


def without_beginning(text: str, random: Random) -> str:
    """Return the later part of ``text``, as a row on a new page gives it."""
    words = text.split()
    return " ".join(words[random.randint(1, max(1, len(words) // 2)) :])


def topic(text: str, random: Random) -> str:
    """Return a word or two of ``text`` that somebody may use as its title."""
    words = [word.strip(".,") for word in text.split()]
    at = max(range(len(words) - 1), key=lambda place: len(words[place]) + random.random())
    return " ".join(words[at : at + random.randint(1, 2)]).lower()


def reword_a_little(text: str, random: Random) -> str:
    """Return ``text`` with two or three words exchanged for others of the same meaning."""
    fitting = [pair for pair in _SAME_MEANING if re.search(pair[0], text, re.IGNORECASE)]
    for pattern, other in random.sample(fitting, min(random.randint(1, 3), len(fitting))):
        text = re.sub(pattern, other, text, count=1, flags=re.IGNORECASE)
    return text


_SAME_MEANING = (
    (r"\bshould\b", "needs to"), (r"\bshould ensure that\b", "should make sure that"), (r"\bensure\b", "make certain"),
    (r"\breview\b", "look at"), (r"\bcarry out\b", "undertake"), (r"\bundertake\b", "carry out"),
    (r"\bmandatory\b", "compulsory"), (r"\bannual\b", "yearly"), (r"\bagree\b", "settle"), (r"\bcomplete\b", "fill in"),
    (r"\binformation\b", "details"), (r"\bstaff\b", "employees"), (r"\binclude\b", "contain"),
    (r"\bwithin\b", "in no more than"), (r"\bconsider\b", "think about"), (r"\bthe force\b", "the constabulary"),
    (r"\bdevelop\b", "draw up"), (r"\brecord\b", "note"), (r"\binform\b", "tell"), (r"\bthe Trust\b", "the hospital"),
    (r"\bidentified\b", "found"), (r"\bwhere\b", "when"), (r"\bwhenever\b", "each time"),
    (r"\bin writing\b", "by letter"), (r"\bpatients\b", "people"), (r"\bstrengthen\b", "improve"),
    (r"\bappoint\b", "employ"), (r"\brisk\b", "danger"),
)  # fmt: skip
