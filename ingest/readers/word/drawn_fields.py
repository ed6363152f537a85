"""Fields that are drawn from their instruction or their form data, because no result is stored with them.

Numbers of the older kind, signs, buttons and boxes (ECMA-376 part 1, 17.16.5 and 17.16.17). Where a result is stored
it is what Word shows; the fields here have none, and without this their words would be lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ingest.readers.word.fields import ARGUMENT, FIELD_CHAR, FORM_DATA, Drawn, Mark, Marks, draw_form_field
from ingest.readers.word.markup import Element, number, w
from ingest.readers.word.number_formats import write_number
from ingest.symbols import draw_code, plain

INSTRUCTION, TEXT, SYMBOL, SIMPLE = w("instrText"), w("t"), w("sym"), w("fldSimple")

BUTTON = re.compile(r"\s*\S+\s+\S+\s(?P<shown>.*)", re.DOTALL)
"""MACROBUTTON and GOTOBUTTON: the name of a macro or bookmark, then the words to click on."""
EQUATION_PART = re.compile(r"\\([a-z]+)\s*(?:\\[a-z]+\d*\s*)*\(|[(),;]|\\(.)|[^\\(),;]+", re.IGNORECASE)
FRACTION = "f"
GENERAL_FORMATS: dict[str, str] = {
    "arabic": "decimal",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "ordinal": "ordinal",
    "cardtext": "cardinalText",
    "ordtext": "ordinalText",
}
"""The switch ``\\*`` (17.16.4.3.1) and the list format of the same look; the case of the letters is the case shown."""
LIST_LEVELS: dict[str, tuple[tuple[str, str], ...]] = {
    "numberdefault": (
        ("{}) ", "decimal"), ("{}) ", "lowerLetter"), ("{}) ", "lowerRoman"), ("({}) ", "decimal"),
        ("({}) ", "lowerLetter"), ("({}) ", "lowerRoman"), ("{}. ", "decimal"), ("{}. ", "lowerLetter"),
        ("{}. ", "lowerRoman"),
    ),
    "outlinedefault": (
        ("{}. ", "upperRoman"), ("{}. ", "upperLetter"), ("{}. ", "decimal"), ("{}) ", "lowerLetter"),
        ("({}) ", "decimal"), ("({}) ", "lowerLetter"), ("({}) ", "lowerRoman"), ("({}) ", "lowerLetter"),
        ("({}) ", "lowerRoman"),
    ),
}  # fmt: skip
"""The lists Word has for LISTNUM, level by level (17.16.5.34)."""
USUAL_LIST = "numberdefault"


@dataclass(slots=True)
class _OpenField:
    begin: Element
    instruction: str = ""
    is_in_result: bool = False
    has_result: bool = False


def draw_fields(root: Element, marks: Marks) -> Drawn:
    """Return what is shown of each field below ``root`` that is not shown by its result."""
    artist = _Artist()
    drawn: Drawn = {}
    opened: list[_OpenField] = []
    for element in root.iter(FIELD_CHAR, INSTRUCTION, TEXT, SYMBOL, SIMPLE):
        mark = marks.get(element)
        if mark is Mark.BEGIN:
            opened.append(_OpenField(element))
        elif element.tag == SIMPLE and not "".join(text.text or "" for text in element.iter(TEXT)).strip():
            drawn |= artist.draw(element, None, element.get(w("instr"), ""))
        elif opened and mark is Mark.END:
            ended = opened.pop()
            instruction = "" if ended.has_result else ended.instruction
            drawn |= artist.draw(ended.begin, ended.begin.find(FORM_DATA), instruction)
        elif opened:
            _follow(opened, element, mark)
    return drawn


def _follow(opened: list[_OpenField], element: Element, mark: Mark | None) -> None:
    innermost = opened[-1]
    if mark is Mark.SEPARATE:
        innermost.is_in_result = True
    elif element.tag == INSTRUCTION and not innermost.is_in_result:
        innermost.instruction += element.text or ""
    elif element.tag == SYMBOL or (element.tag == TEXT and (element.text or "").strip()):
        for entry in opened:
            entry.has_result = entry.has_result or entry.is_in_result


class _Artist:
    """Draws fields one after the other, and counts those that are numbers."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()
        self._ways: dict[str, Callable[[str, list[str]], str]] = {
            "MACROBUTTON": _button, "GOTOBUTTON": _button, "SYMBOL": _symbol, "EQ": _equation,
            "AUTONUM": self._number, "AUTONUMLGL": self._number, "AUTONUMOUT": self._number,
            "LISTNUM": self._list_number,
        }  # fmt: skip

    def draw(self, begin: Element, data: Element | None, instruction: str) -> Drawn:
        """Return what is shown at ``begin``; nothing where the field's result is shown."""
        boxed = draw_form_field(data)
        if boxed is not None:
            return {begin: plain(boxed)}
        words = ARGUMENT.findall(instruction)
        way = self._ways.get(words[0].upper()) if words else None
        shown = "" if way is None else way(instruction, words[1:])
        return {begin: plain(shown)} if shown else {}

    def _number(self, _instruction: str, words: list[str]) -> str:
        """Return the next number of the document, a full stop behind unless another sign is asked for (17.16.5.4)."""
        self._counts["", 0] += 1
        asked = _switch(words, "\\*")
        shown = write_number(self._counts["", 0], GENERAL_FORMATS.get(asked) or GENERAL_FORMATS.get(asked.lower(), ""))
        without = any(word.lower() == "\\e" for word in words)
        return shown + ("" if without else _switch(words, "\\s") or ".")

    def _list_number(self, _instruction: str, words: list[str]) -> str:
        first = words[0].strip('"').lower() if words and not words[0].startswith("\\") else USUAL_LIST
        levels = LIST_LEVELS.get(first, LIST_LEVELS[USUAL_LIST])
        level = min(max(number(_switch(words, "\\l")) or 1, 1), len(levels))
        start = number(_switch(words, "\\s"))
        self._counts[first, level] = self._counts[first, level] + 1 if start is None else start
        for deeper in range(level + 1, len(levels) + 1):
            del self._counts[first, deeper]
        pattern, style = levels[level - 1]
        return pattern.format(write_number(self._counts[first, level], style)).rstrip()


def _switch(words: list[str], name: str) -> str:
    """Return what follows the switch ``name``; nothing where it is not there."""
    found = next((at for at, word in enumerate(words) if word.lower() == name), len(words))
    return words[found + 1].strip('"') if found + 1 < len(words) else ""


def _button(instruction: str, _words: list[str]) -> str:
    found = BUTTON.match(instruction)
    return "" if found is None else found["shown"].strip()


def _symbol(_instruction: str, words: list[str]) -> str:
    """Return the sign of a ``SYMBOL`` field by its font, its number decimal or hexadecimal (17.16.5.66)."""
    try:
        code = int(words[0].strip('"'), 0) if words else 0
    except ValueError:
        return ""
    font = _switch(words, "\\f")
    return draw_code(f"{code:X}", font) if code else ""


def _equation(instruction: str, _words: list[str]) -> str:
    """Return the letters of an equation, a fraction with its stroke (17.16.5.17)."""
    shown: list[str] = []
    around: list[str] = []
    for found in EQUATION_PART.finditer(instruction.strip()[2:]):
        text = found[0]
        if found[1] is not None:
            around.append(found[1].lower())
        elif text == "(":
            around.append("")
            shown.append(text)
        elif text == ")" and around:
            shown.append(text if not around.pop() else "")
        elif text in {",", ";"} and around and around[-1]:
            shown.append("/" if around[-1] == FRACTION else " ")
        else:
            shown.append(found[2] or text)
    return "".join(shown).strip()
