"""Form fields bound to data beside the text: Word shows the data, whatever stands in the text (part 1, 17.5.2.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date

from lxml import etree

from ingest.readers.word.data_store import DataStore
from ingest.readers.word.markup import W14, Element, has_switch, value, w

CONTROL, PROPERTIES, CONTENT, BINDING = w("sdt"), w("sdtPr"), w("sdtContent"), w("dataBinding")
SHOWS_PROMPT, R_PR, VANISH = w("showingPlcHdr"), w("rPr"), w("vanish")
TABLE, CELL, PARAGRAPH, RUN, TEXT, SYMBOL, BREAK = w("tbl"), w("tc"), w("p"), w("r"), w("t"), w("sym"), w("br")
LISTED, ENTRY_TEXT, ENTRY_VALUE = w("listItem"), w("displayText"), w("value")
BOX, FULL_DATE, DATE_FORMAT = f"{{{W14}}}checkbox", w("fullDate"), w("dateFormat")
TICKED, UNTICKED = "☒", "☐"
TRUE = {"1", "true"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATE_PART = re.compile(r"d{1,4}|M{1,4}|y{2,4}")
USUAL_FORMAT = "dd/MM/yyyy"


def bind_data(root: Element, store: Callable[[], DataStore]) -> int:
    """Give the form fields below ``root`` the data they are bound to; return how many said something else.

    What they said stays, as hidden text.
    """
    changed = 0
    for binding in list(root.iter(BINDING)):
        properties = binding.getparent()
        control = None if properties is None else properties.getparent()
        if properties is not None and control is not None and properties.tag == PROPERTIES:
            changed += _bind(control, properties, store().find(binding))
    return changed


def _bind(control: Element, properties: Element, stored: str | None) -> bool:
    """Show ``stored`` in ``control``; tell whether other words stood there."""
    content = control.find(CONTENT)
    shown = None if stored is None or not stored.strip() else _show(properties, stored.strip())
    if content is None or shown is None:
        return False
    prompt = properties.find(SHOWS_PROMPT) if has_switch(properties, SHOWS_PROMPT) else None
    written = [run for run in content.iter(RUN) if run.find(TEXT) is not None or run.find(SYMBOL) is not None]
    if prompt is None and _letters(written) == "".join(shown.split()):
        return False
    _insert(_write(shown), written, content)
    is_sign = prompt is not None or properties.find(BOX) is not None
    for run in written:
        _remove(run) if is_sign else _hide(run)
    if prompt is not None:
        properties.remove(prompt)
    return bool(written) and not is_sign


def _show(properties: Element, stored: str) -> str | None:
    """Return how a control shows ``stored`` by its kind; None for those that hold rich text or a picture."""
    for entry in properties:
        if entry.tag == w("text"):
            return stored
        if entry.tag in {w("dropDownList"), w("comboBox")}:
            named = (each for each in entry.iter(LISTED) if each.get(ENTRY_VALUE) == stored)
            return next((each.get(ENTRY_TEXT) or stored for each in named), stored)
        if entry.tag == w("date"):
            return _show_date(entry, stored)
        if entry.tag == BOX:
            return _show_box(entry, is_ticked=stored.lower() in TRUE)
    return None


def _show_box(box: Element, *, is_ticked: bool) -> str | None:
    """Return the sign of a box; None where it is the one that is there."""
    checked = box.find(f"{{{W14}}}checked")
    was_ticked = checked is not None and checked.get(f"{{{W14}}}val", "1") in TRUE
    return None if is_ticked == was_ticked else TICKED if is_ticked else UNTICKED


def _show_date(control: Element, stored: str) -> str | None:
    """Return a date as ``control`` writes it; None where it is the one the text was written from."""
    if stored[:10] == control.get(FULL_DATE, "")[:10]:
        return None
    try:
        day = date.fromisoformat(stored[:10])
    except ValueError:
        return stored
    return DATE_PART.sub(lambda part: _date_part(day, part[0]), value(control, DATE_FORMAT) or USUAL_FORMAT)


def _date_part(day: date, part: str) -> str:
    """Return a part of a date (the pictures of 17.16.4.1)."""
    name = {"d": DAYS[day.weekday()], "M": MONTHS[day.month - 1], "y": ""}[part[0]]
    figure = {"d": day.day, "M": day.month, "y": day.year % 100}[part[0]]
    if part[0] == "y" and len(part) > len("yy"):
        return str(day.year)
    return {1: str(figure), 2: f"{figure:02}", 3: name[:3], 4: name}[len(part)]


def _letters(runs: list[Element]) -> str:
    texts = (text.text or "" for run in runs for text in run.iterchildren(TEXT))
    return "".join("".join(texts).split())


def _write(shown: str) -> Element:
    """Return a run of ``shown``."""
    run = etree.Element(RUN)
    for number, line in enumerate(shown.splitlines()):
        if number:
            etree.SubElement(run, BREAK)
        etree.SubElement(run, TEXT).text = line
    return run


def _insert(run: Element, written: list[Element], content: Element) -> None:
    """Put ``run`` before what was written there, in its look; where nothing was, where that would be."""
    if written:
        looks = written[0].find(R_PR)
        if looks is not None:
            run.insert(0, deepcopy(looks))
        written[0].addprevious(run)
        return
    paragraph = next(content.iter(PARAGRAPH), None)
    is_within_paragraph = next(content.iterancestors(PARAGRAPH, CELL, TABLE), content).tag == PARAGRAPH
    if paragraph is not None or is_within_paragraph:
        (content if paragraph is None else paragraph).append(run)


def _remove(run: Element) -> None:
    around = run.getparent()
    if around is not None:
        around.remove(run)


def _hide(run: Element) -> None:
    looks = run.find(R_PR)
    if looks is None:
        looks = etree.Element(R_PR)
        run.insert(0, looks)
    for said in looks.findall(VANISH):
        looks.remove(said)
    etree.SubElement(looks, VANISH)
