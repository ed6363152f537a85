"""Turns a page whose text is written sideways or upside down, so that most of it is upright."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import ASKEW, Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.readers.pdf.page import Glyph, Page, Rule


HALF = 180


def turn_upright(page: Page) -> Page:
    """Return ``page`` turned the way most of its characters are to be read."""
    if not any(glyph.turn for glyph in page.glyphs):
        return page
    turns: Counter[int] = Counter()
    for glyph in page.glyphs:
        if not glyph.text.isspace() and glyph.turn != ASKEW:
            turns[glyph.turn] += len(glyph.text)
    turn = turns.most_common(1)[0][0] if turns else 0
    return page if turn == 0 else _turn(page, turn)


def _turn(page: Page, turn: int) -> Page:
    """Return ``page`` with what was turned clockwise by ``turn`` upright."""
    is_half = turn == HALF
    lying = _turn_rules(page.lying, page, turn, lying=True)
    standing = _turn_rules(page.standing, page, turn, lying=False)
    return replace(
        page,
        width=page.width if is_half else page.height,
        height=page.height if is_half else page.width,
        glyphs=tuple(_turn_glyph(glyph, page, turn) for glyph in page.glyphs),
        lying=lying if is_half else standing,
        standing=standing if is_half else lying,
        fills=tuple(replace(each, box=_turn_box(each.box, page, turn)) for each in page.fills),
        dots=tuple(_turn_box(dot, page, turn) for dot in page.dots),
        pictures=tuple(replace(each, box=_turn_box(each.box, page, turn)) for each in page.pictures),
        links=tuple(replace(each, box=_turn_box(each.box, page, turn)) for each in page.links),
        remarks=tuple(replace(each, box=_turn_box(each.box, page, turn)) for each in page.remarks),
        entries=tuple(replace(each, box=_turn_box(each.box, page, turn)) for each in page.entries),
        struck=tuple(_turn_box(box, page, turn) for box in page.struck),
    )


def _turn_point(x: float, y: float, page: Page, turn: int) -> tuple[float, float]:
    match turn:
        case 90:
            return y, page.width - x
        case 180:
            return page.width - x, page.height - y
        case _:
            return page.height - y, x


def _turn_box(box: Box, page: Page, turn: int) -> Box:
    (x0, y0), (x1, y1) = _turn_point(box.x0, box.top, page, turn), _turn_point(box.x1, box.bottom, page, turn)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _turn_glyph(glyph: Glyph, page: Page, turn: int) -> Glyph:
    x, y = glyph.box.centre
    is_level = glyph.turn in {0, HALF, ASKEW}
    x, y = _turn_point(*((x, glyph.baseline) if is_level else (glyph.baseline, y)), page, turn)
    if glyph.turn == ASKEW:
        return replace(glyph, box=_turn_box(glyph.box, page, turn), baseline=y)
    turned = (glyph.turn - turn) % 360
    baseline = y if turned in {0, HALF} else x
    return replace(glyph, box=_turn_box(glyph.box, page, turn), baseline=baseline, turn=turned)


def _turn_rules(rules: Iterable[Rule], page: Page, turn: int, *, lying: bool) -> tuple[Rule, ...]:
    """Return ``rules``, all lying or all standing, in their new places; a quarter turn swaps the two kinds."""
    turned = []
    for rule in rules:
        box = Box(rule.start, rule.at, rule.end, rule.at) if lying else Box(rule.at, rule.start, rule.at, rule.end)
        new = _turn_box(box, page, turn)
        if lying is (turn == HALF):
            turned.append(replace(rule, at=new.top, start=new.x0, end=new.x1))
        else:
            turned.append(replace(rule, at=new.x0, start=new.top, end=new.bottom))
    return tuple(turned)
