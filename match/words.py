"""Words as linking weighs them: what may vary freely, what must stand as written, and what is only mistyped."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from match.lexicon import FUNCTION_WORDS, IRREGULAR, NUMBER_WORDS, REAL_WORDS, TELLING_WORDS
from normalize.text import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LIST_LABEL = re.compile(
    r"(?:^[^\S\n]*\(?(?P<line>\d{1,2}|[a-z])[.)]|(?<!\S)\(?(?P<within>\d{1,2}|[a-z])\))(?=\s+[^\W\d])",
    re.MULTILINE | re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouy]")

# Letters that scanning takes for one another, brought to one form on both sides.
_SCANNED = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("|", "l"), ("5", "s"), ("ii", "u"))
_SCANNED_H = ("li", "h")
"""As above, but tried apart: "cl" has an l of its own."""

SHORTEST_MISTYPED = 4
"""Below four letters nearly every mistyped word is another word."""

_ALLOWED_EDITS = ((9, 2), (SHORTEST_MISTYPED, 1))
"""From how many letters on how many slips of the hand are allowed; three would make many a word another one."""

_TWO_EDITS_IF_BEGUN_ALIKE, _BEGINNING = 8, 5
"""Eight letters may hold two slips where the first five are right ("demeaner")."""

_ENDINGS = frozenset(
    {
        "", "e", "y", "er", "ers", "or", "ors", "ee", "ees", "al", "ally", "ial", "ly", "ily", "ist", "ists", "ism",
        "ion", "ions", "ation", "ations", "ment", "ments", "ful", "fully", "less", "hood", "ship", "ships", "ery",
        "ry", "ary", "ity", "ities", "ive", "ives", "able", "ible", "ance", "ances", "ence", "ences", "ant", "ants",
        "ent", "ents", "ous", "ness", "ing", "ings", "ed", "s", "es", "ies", "ate", "ates", "ated", "ise",
        "ised", "ize",
    }
)  # fmt: skip
"""Two words with one stem and two of these endings are two words ("supervisor", "supervision"), not a slip."""

_SHORTEST_STEM = 4


def without_list_labels(text: str) -> str:
    """Return ``text`` without the labels of a list inside it ("1) ... 2) ..."); a lone one belongs to a sentence."""
    found = list(_LIST_LABEL.finditer(text)) if ")" in text or "\n" in text else []
    places = {_place_in_list(each) for each in found}
    for each in reversed(found):
        series, place = _place_in_list(each)
        if places & {(series, place - 1), (series, place + 1)}:
            text = text[: each.start()] + text[each.end() :]
    return text


def _place_in_list(found: re.Match[str]) -> tuple[bool, int]:
    """Return whether a label is a number, and its place among the numbers or the letters."""
    label = (found["line"] or found["within"]).lower()
    return label.isdigit(), int(label) if label.isdigit() else ord(label)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of ``text``: folded, without possessives and labels of a list, number words as figures."""
    text = without_list_labels(text)
    # Folding leaves plain text as it is but for capitals; most text is plain, and lists are long.
    folded = text.casefold() if text.isascii() else fold(text)
    return tuple(map(_plain, _WORD.findall(folded)))


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    return as_figure(word.removesuffix("'s").replace("'", ""))


def as_figure(word: str) -> str:
    """Return a number word as figures ("six" is "6"), any other word as it is."""
    return NUMBER_WORDS.get(word, word)


def is_content(word: str) -> bool:
    """Whether ``word`` carries meaning: taking it away or putting it in would make another recommendation."""
    return word not in FUNCTION_WORDS


def is_telling(word: str) -> bool:
    """Whether ``word`` is small but decides the meaning ("not", "all", "before", a figure): never overlooked."""
    return word in TELLING_WORDS or word.isdigit()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return ``word`` without its plural or verb ending: agencies write "review" for "reviewed"."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 3 or not word.isalpha():  # noqa: PLR2004 - "GPs" is the shortest plural, handled as irregular
        return word
    singular = _without_plural(word)
    if singular in IRREGULAR:
        return IRREGULAR[singular]
    for ending in ("ing", "ed"):
        base = singular.removesuffix(ending)
        if base != singular and len(base) >= _SHORTEST_STEM and _VOWEL.search(base):
            return _undoubled(base)
    return singular.removesuffix("e") if len(singular) > _SHORTEST_STEM else singular


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST_STEM:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(base: str) -> str:
    is_doubled = base[-1] == base[-2] and base[-1] not in "aeiouls"
    return (base[:-1] if is_doubled else base).removesuffix("e")


def _forms(word: str) -> tuple[str, ...]:
    """Return ``word`` with the endings that keep its meaning."""
    base = word.removesuffix("e")
    return word, word + "s", word + "es", base + "ed", base + "ing", word.removesuffix("y") + "ies"


_REAL_FORMS = frozenset(form for word in REAL_WORDS for form in _forms(word))


def is_real_word(word: str) -> bool:
    """Whether ``word`` is known to be in the language, and so is no slip of the hand."""
    return word in _REAL_FORMS


@lru_cache(maxsize=200_000)
def is_misspelling(word: str, meant: str) -> bool:
    """Whether ``word``, unknown to the master list, is ``meant`` mistyped or badly scanned.

    A word that is in the language is never a misspelling, and figures are never mistaken for other figures:
    "mother" for "father" or "2012" for "2013" is a change of meaning.
    """
    if is_real_word(word) or word.isdigit():
        return False
    as_scanned = (_as_scanned(word), _as_scanned(meant))
    if _has_figure(meant):
        return as_scanned[0] == as_scanned[1]
    is_misread = as_scanned[0] == as_scanned[1] or word.replace(*_SCANNED_H) == meant.replace(*_SCANNED_H)
    return is_misread or _is_slip(word, meant) or _is_slip(*as_scanned)


def _is_slip(left: str, right: str) -> bool:
    """Whether a few slips of the hand make ``left`` of ``right``."""
    allowed = _allowed_edits(left, right)
    if OSA.distance(left, right, score_cutoff=allowed) > allowed:
        return False
    return _begins_alike(left, right) and not _is_another_form(left, right)


_SPELT_OUT = {figure: word for word, figure in NUMBER_WORDS.items()}


def _has_figure(word: str) -> bool:
    return any(each.isdigit() for each in word)


def is_slip_in_place(word: str, meant: str) -> bool:
    """Whether ``word``, which stands just where ``meant`` should, is ``meant`` with one slip of the hand ("teh").

    The place speaks for it, so this holds for the shortest words too; but never for one that is in the language.
    """
    meant = _SPELT_OUT.get(meant, meant)
    if is_real_word(word) or is_telling(word) or _has_figure(meant):
        return False
    both = ((word, meant), (_as_scanned(word), _as_scanned(meant)))
    return any(OSA.distance(*pair) <= 1 for pair in both) and not _is_another_form(word, meant)


def _allowed_edits(left: str, right: str) -> int:
    shortest = min(len(left), len(right))
    if shortest == _TWO_EDITS_IF_BEGUN_ALIKE and left[:_BEGINNING] == right[:_BEGINNING]:
        return 2
    return next((edits for length, edits in _ALLOWED_EDITS if shortest >= length), 0)


@lru_cache(maxsize=100_000)
def _as_scanned(word: str) -> str:
    if any(each.isdigit() for each in word) and not any(each.isalpha() for each in word):
        return word
    for written, read in _SCANNED:
        word = word.replace(written, read)
    return word


def _begins_alike(left: str, right: str) -> bool:
    """Whether the first letters agree: they are hardly ever mistyped, and a prefix changes the meaning ("unsafe")."""
    if left[0] == right[0]:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:]


def _is_another_form(left: str, right: str) -> bool:
    """Whether the two differ by a word ending only ("commission", "commissioner")."""
    shared = 0
    while shared < min(len(left), len(right)) and left[shared] == right[shared]:
        shared += 1
    return any(left[cut:] in _ENDINGS and right[cut:] in _ENDINGS for cut in range(_SHORTEST_STEM, shared + 1))
