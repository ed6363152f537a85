"""What happens to a recommendation's words on the way into a return: slips, scanning, cutting, rewording."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_Change = Callable[[str, Random], str]

_NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry",
    "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_SCANNED = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("o", "0"),
    ("cl", "d"),
    ("i", "l"),
    ("h", "b"),
    ("e", "c"),
    ("fi", "f"),
)
_SHORTEST = 3
_TYPED_WRONG = 0.12
_SCANNED_WRONG = 0.12
_REWORDINGS = (
    (r"\bshould ensure that\b", "to make sure"), (r"\bshould ensure\b", "to make sure of"),
    (r"\bmust\b", "needs to"), (r"\bshould be\b", "to be"), (r"\bshould\b", "to"), (r"\bwill\b", "is going to"),
    (r"\bchildren\b", "young people"), (r"\bchild\b", "young person"), (r"\bstaff\b", "employees"),
    (r"\bcarried out\b", "done"), (r"\breview\b", "look again at"), (r"\btraining\b", "courses"),
    (r"\bprovide\b", "give"), (r"\bprovided\b", "given"), (r"\bguidance\b", "advice notes"),
    (r"\bregularly\b", "on a regular basis"), (r"\bconsider\b", "think about"), (r"\bappropriate\b", "suitable"),
    (r"\bin order to\b", "to"), (r"\bso that\b", "with the aim that"), (r"\bdevelop\b", "draw up"),
    (r"\brobust\b", "sound"), (r"\bidentify\b", "pick out"), (r"\brecorded\b", "noted"),
    (r"\bidentified\b", "picked out"), (r"\bmeetings\b", "sessions"), (r"\bparents\b", "mums and dads"),
    (r"\bfamilies\b", "households"), (r"\bsupport\b", "help"), (r"\bpolicy\b", "rules"),
    (r"\bassessments?\b", "appraisal"), (r"\bconcerns?\b", "worries"), (r"\bensure\b", "see to it that"),
    (r"\bagencies\b", "organisations"), (r"\bimprove\b", "better"), (r"\binformation\b", "details"),
    (r"\baware\b", "mindful"),
)  # fmt: skip


def as_written(text: str, _: Random) -> str:
    """Return ``text`` as it is."""
    return text


def nothing(_: str, __: Random) -> str:
    """Return no words at all."""
    return ""


def mistype(text: str, random: Random) -> str:
    """Return ``text`` with a letter wrong in about one word of eight, and one at least."""
    return _in_some_words(text, random, _TYPED_WRONG, _slip)


def scan(text: str, random: Random) -> str:
    """Return ``text`` as bad scanning gives it: letters confused, a space lost or put in."""
    scanned = _in_some_words(text, random, _SCANNED_WRONG, _confuse)
    words = scanned.split()
    at = random.randrange(max(1, len(words) - 1))
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


def cut(text: str, random: Random) -> str:
    """Return the beginning of ``text`` followed by dots."""
    words = text.split()
    kept = max(6, round(len(words) * random.uniform(0.3, 0.7)))
    mark = random.choice(("...", "…", " …"))
    return " ".join(words[:kept]).rstrip(".,;") + (mark if kept < len(words) else "")


def first_words(text: str, random: Random) -> str:
    """Return the first few words of ``text``, with no mark that more followed."""
    return " ".join(text.split()[: random.randint(5, 9)])


def halves(text: str, random: Random) -> tuple[str, str]:
    """Return ``text`` cut in two near its middle."""
    words = text.split()
    at = max(1, round(len(words) * random.uniform(0.4, 0.6)))
    return " ".join(words[:at]), " ".join(words[at:])


def reword(text: str, random: Random) -> str:
    """Return ``text`` with other words of the same meaning and its second half brought forward."""
    for pattern, other in _REWORDINGS:
        text = re.sub(pattern, other, text, flags=re.IGNORECASE)
    words = text.rstrip(". ").split()
    at = round(len(words) * random.uniform(0.4, 0.6))
    return " ".join([*words[at:], "-", *words[:at]])


def _in_some_words(text: str, random: Random, share: float, change: _Change) -> str:
    pieces = re.split(r"(\W+)", text)
    words = [at for at, piece in enumerate(pieces) if len(piece) >= _SHORTEST and piece.isalpha()]
    if words:
        for at in random.sample(words, max(1, round(share * len(words)))):
            pieces[at] = change(pieces[at], random)
    return "".join(pieces)


def _slip(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 1)
    kind = random.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:  # noqa: PLR2004 - the third of four kinds
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + random.choice(_NEIGHBOURS.get(word[at].lower(), "e")) + word[at + 1 :]


def _confuse(word: str, random: Random) -> str:
    possible = [(old, new) for old, new in _SCANNED if old in word[1:]]
    if not possible:
        return word
    old, new = random.choice(possible)
    return word[0] + word[1:].replace(old, new, 1)
