"""The numbers and bullets before the items of lists (HTML, 4.4.5 and 4.4.8), and those Word writes into its pages."""

from __future__ import annotations

from ingest.numerals import HIGHEST, write_roman
from ingest.symbols import BULLET
from ingest.web.lines import tidy
from ingest.web.looks import styles_of
from ingest.web.parsing import Element, texts_in

TYPES = {
    "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip


class ItemCounter:
    """Counts the items of one list."""

    def __init__(self, element: Element) -> None:
        """Begin where the list says."""
        self._is_ordered = element.tag == "ol"
        self._style = _style(element)
        self._next = _number(element.get("start"), 1)

    def number(self, item: Element) -> str:
        """Return what stands before ``item``."""
        style = _style(item) or self._style
        if style == "none":
            return ""
        if not self._is_ordered:
            return BULLET
        number = _number(item.get("value"), self._next)
        self._next = number + 1
        return f"{_write(number, style)}."


def draw_label(element: Element) -> str:
    """Return the number or bullet Word wrote into the page; a sign that is no letter or figure is a bullet."""
    text = tidy("".join(texts_in(element)))
    return text if any(letter.isalnum() for letter in text) and text != "o" else BULLET


def _style(element: Element) -> str:
    styles = styles_of(element)
    written = styles.get("list-style-type") or styles.get("list-style") or element.get("type") or ""
    return TYPES.get(written, written.split()[0] if written else "")


def _number(written: str | None, otherwise: int) -> int:
    try:
        return int(written or "")
    except ValueError:
        return otherwise


def _write(number: int, style: str) -> str:
    if not 0 < number <= HIGHEST or not style.endswith(("alpha", "roman")):
        return str(number)
    written = _letters(number) if style.endswith("alpha") else write_roman(number)
    return written.upper() if style.startswith("upper") else written


def _letters(number: int) -> str:
    """Return a, b ... z, aa, ab, as pages count (CSS Counter Styles 3, 7.1.5)."""
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written
