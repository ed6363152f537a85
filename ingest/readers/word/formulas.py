"""The signs of a formula that no text in the file gives: its brackets, roots and sums, on one line (part 1, 22.1.2).

The order is the one in which Word lays a formula out on one line (Unicode Technical Note 28): a fraction has a stroke,
a root its sign, and both have brackets where their parts are more than one number or letter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ingest.readers.word.markup import MATH, Element


class Signs(NamedTuple):
    """What a reader sees around a part of a formula."""

    before: str = ""
    after: str = ""


def _m(name: str) -> str:
    return f"{{{MATH}}}{name}"


VAL, TEXT, ARGUMENT, DELIMITERS, SUM, NUMERATOR = (_m(name) for name in ("val", "t", "e", "d", "nary", "num"))
NOTHING = Signs()
NO_BAR = "noBar"
HAT = "\N{COMBINING CIRCUMFLEX ACCENT}"


def signs_around(element: Element) -> Signs:
    """Return what a reader sees before and after ``element``, a part of a formula, beside the text in it."""
    way = WAYS.get(element.tag)
    return NOTHING if way is None else way(element)


def _property(element: Element | None, name: str, otherwise: str) -> str:
    """Return what ``element`` says of itself; a property without a value says there is no sign (22.1.2.20)."""
    found = None if element is None else element.find(f"*/{_m(name)}")
    return otherwise if found is None else found.get(VAL, "")


def _delimiters(element: Element) -> Signs:
    return Signs(_property(element, "begChr", "("), _property(element, "endChr", ")"))


def _argument(element: Element) -> Signs:
    around = element.getparent()
    way = None if around is None else ARGUMENTS.get(around.tag)
    return NOTHING if way is None or around is None else way(element, around)


def _between_delimiters(element: Element, around: Element) -> Signs:
    return NOTHING if _is_first(element) else Signs(_property(around, "sepChr", "|"))


def _line(element: Element, _around: Element) -> Signs:
    return NOTHING if _is_first(element) else Signs("\n")


def _cell_of_matrix(element: Element, around: Element) -> Signs:
    """Part the cells of a matrix by spaces, its rows by line breaks."""
    return Signs(" ") if not _is_first(element) else NOTHING if _is_first(around) else Signs("\n")


def _under_root(element: Element, _around: Element) -> Signs:
    return Signs("√") if _is_one(element) else Signs("√(", ")")


def _fraction(element: Element) -> Signs:
    if _property(element.getparent(), "type", "bar") == NO_BAR:
        return NOTHING if element.tag == NUMERATOR else Signs(" ")
    stroke = "" if element.tag == NUMERATOR else "/"
    return Signs(stroke) if _is_one(element) else Signs(f"{stroke}(", ")")


def _function(element: Element) -> Signs:
    """Part the name of a function from what it is of, unless that is in brackets."""
    following = element.getnext()
    is_bracketed = following is not None and following.find(DELIMITERS) is not None
    return NOTHING if is_bracketed else Signs("", " ")


def _limit_of_sum(element: Element) -> Signs:
    around = element.getparent()
    is_shown = around is not None and around.tag == SUM and _text(element)
    return Signs(" ") if is_shown else NOTHING


def _is_first(element: Element) -> bool:
    before = element.getprevious()
    return before is None or before.tag != element.tag


def _is_one(element: Element) -> bool:
    return _text(element).replace(".", "").replace(",", "").isalnum()


def _text(element: Element) -> str:
    return "".join(found.text or "" for found in element.iter(TEXT)).strip()


WAYS: dict[str, Callable[[Element], Signs]] = {
    DELIMITERS: _delimiters,
    ARGUMENT: _argument,
    NUMERATOR: _fraction,
    _m("den"): _fraction,
    _m("fName"): _function,
    SUM: lambda element: Signs(_property(element, "chr", "∫")),
    _m("sub"): _limit_of_sum,
    _m("sup"): _limit_of_sum,
    _m("lim"): lambda _: Signs(" "),
    _m("acc"): lambda element: Signs("", _property(element, "chr", HAT)),
}
ARGUMENTS: dict[str, Callable[[Element, Element], Signs]] = {
    DELIMITERS: _between_delimiters,
    _m("eqArr"): _line,
    _m("mr"): _cell_of_matrix,
    _m("rad"): _under_root,
    SUM: lambda _element, _around: Signs(" "),
}
"""What stands around an argument, by what it is the argument of."""
