"""Content controls: the cells of a form that are filled in (ECMA-376 part 1, 17.5.2).

python-docx has no words for them. The order of the properties is the schema's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.table import _Cell

PROMPT_STYLE = "PlaceholderText"
"""The id of the style Word itself gives to prompts."""
PROMPT_INK = "595959"
"""Grey that still has a contrast of 7 to 1 on white (WCAG 2.2, 1.4.6)."""


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: what it is called, what travels unseen in it, and what it says until somebody fills it in."""

    title: str
    tag: str
    prompt: str
    number: int
    """Tells it from every other of the document (17.5.2.18)."""


def add_text_control(cell: _Cell, control: Control) -> None:
    """Make a cell one to write in, as many paragraphs, lists and links as wanted."""
    paragraph = cell.paragraphs[0]._element  # noqa: SLF001 - there is no public way to an element
    prompt = _made("w:sdt")
    prompt.append(_properties(control))
    content = _made("w:sdtContent")
    prompt.append(content)
    paragraph.addprevious(prompt)
    content.append(paragraph)
    paragraph.append(_prompt_run(control.prompt))


def add_choice(cell: _Cell, control: Control, choices: Sequence[str]) -> None:
    """Make a cell one to choose in."""
    paragraph = cell.paragraphs[0]._element  # noqa: SLF001 - as above
    properties = _properties(control)
    offered = _made("w:dropDownList")
    for choice in choices:
        offered.append(_made("w:listItem", displayText=choice, value=choice))
    properties.append(offered)
    prompt = _made("w:sdt")
    content = _made("w:sdtContent")
    content.append(_prompt_run(control.prompt))
    prompt.extend((properties, content))
    paragraph.append(prompt)


def _properties(control: Control) -> Any:  # noqa: ANN401 - python-docx has no types for its elements
    properties = _made("w:sdtPr")
    properties.append(_made("w:alias", val=control.title))
    if control.tag:
        properties.append(_made("w:tag", val=control.tag))
    properties.append(_made("w:id", val=str(control.number)))
    properties.append(_made("w:showingPlcHdr"))
    return properties


def _prompt_run(words: str) -> Any:  # noqa: ANN401 - as above
    run, look, text = _made("w:r"), _made("w:rPr"), _made("w:t")
    look.append(_made("w:rStyle", val=PROMPT_STYLE))
    look.append(_made("w:color", val=PROMPT_INK))  # LibreOffice passes the style over
    text.text = words
    run.extend((look, text))
    return run


def _made(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - as above
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
