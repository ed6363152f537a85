"""Automatic numbers and bullets as the reader sees them (ECMA-376 part 1, 17.9).

The count belongs to the abstract list, so that lists made from the same one go on counting; a list with a
``startOverride`` starts anew the first time it is used at that level.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from ingest.readers.word.markup import MC, VAL, Element, has_switch, number, value, w
from ingest.readers.word.number_formats import write_number
from ingest.readers.word.styles import ILVL, NUM_ID, NUM_PR, ParagraphLook, Styles
from ingest.symbols import BULLET, draw, draw_bullet, is_symbol_font, plain

LVL, ABSTRACT_ID = w("lvl"), w("abstractNumId")
PLACEHOLDER = re.compile(r"%([1-9])")
SEPARATORS = {"nothing": "", "space": " ", "tab": " "}
"""What stands between a number and the text (17.9.28); a tab is for the eye only."""
NO_LIST = "0"
"""The list that takes a paragraph out of every list (17.9.18)."""
LONGEST_CHAIN = 20
"""Lists that refer to a numbering style that names another list."""


class ListLevel(NamedTuple):
    """One level of a list."""

    start: int
    style: str
    text: str
    separator: str
    restart: int | None
    """The level whose use restarts this one, counted from 1; 0 never, None any higher one (17.9.10)."""
    is_legal: bool
    font: str | None
    is_picture: bool
    is_hidden: bool

    @property
    def is_bullet(self) -> bool:
        """Return whether it has a sign in place of a number."""
        return self.style == "bullet" or self.is_picture


class Label(NamedTuple):
    """What stands before a paragraph: its number or bullet and the gap after it."""

    text: str = ""
    separator: str = ""
    is_bullet: bool = False


NO_LABEL = Label()
PLAIN_LEVEL = ListLevel(1, "decimal", "", " ", None, False, None, False, False)  # noqa: FBT003 - a list of defaults


class Tally(NamedTuple):
    """How far every list has counted at one point of the document."""

    counts: dict[str, dict[int, int]]
    overridden: frozenset[tuple[str, int]]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Take the root of the numbering part, where there is one."""
        self._styles = styles
        abstracts = [] if root is None else root.findall(w("abstractNum"))
        self._abstracts = {entry.get(ABSTRACT_ID, ""): entry for entry in abstracts}
        lists = [] if root is None else root.findall(w("num"))
        self._lists = {entry.get(NUM_ID, ""): entry for entry in lists}
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._owners: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._overridden: set[tuple[str, int]] = set()

    def tally(self) -> Tally:
        """Return how far every list has counted."""
        return Tally({key: dict(counts) for key, counts in self._counts.items()}, frozenset(self._overridden))

    def set_back(self, tally: Tally) -> None:
        """Let every list count on from ``tally``, as if nothing had been numbered since."""
        self._counts = defaultdict(dict, {key: dict(counts) for key, counts in tally.counts.items()})
        self._overridden = set(tally.overridden)

    def label(self, p_pr: Element | None, look: ParagraphLook) -> Label:
        """Count the paragraph with the properties ``p_pr`` and return its label; none where it is in no list."""
        num_pr = p_pr.find(NUM_PR) if p_pr is not None else None
        num_id = value(num_pr, NUM_ID) or look.num_id
        if num_id is None or num_id == NO_LIST or num_id not in self._lists:
            return NO_LABEL
        level = number(value(num_pr, ILVL))
        if level is None:
            level = self._level_of_style(num_id, look)
        return self._count(num_id, level)

    def _level_of_style(self, num_id: str, look: ParagraphLook) -> int:
        """Return the level that says it belongs to the style (17.9.23), or the one the style says."""
        abstract = self._abstracts.get(self._owner(num_id))
        entries = [] if abstract is None else abstract.findall(LVL)
        linked = {value(entry, w("pStyle")): number(entry.get(ILVL)) or 0 for entry in entries}
        for style, level in look.levels:
            if style in linked:
                return linked[style]
            if level is not None:
                return level
        return 0

    def _owner(self, num_id: str) -> str:
        """Return the abstract list that counts for a list, links through numbering styles followed (17.9.21)."""
        if num_id not in self._owners:
            owner = value(self._lists.get(num_id), ABSTRACT_ID) or ""
            for _ in range(LONGEST_CHAIN):
                link = value(self._abstracts.get(owner), w("numStyleLink"))
                following = self._styles.numbering_of(link) if link else None
                if following is None or following not in self._lists:
                    break
                owner = value(self._lists[following], ABSTRACT_ID) or ""
            self._owners[num_id] = owner
        return self._owners[num_id]

    def _levels_of(self, num_id: str) -> dict[int, ListLevel]:
        if num_id not in self._levels:
            abstract = self._abstracts.get(self._owner(num_id))
            entries = abstract.findall(LVL) if abstract is not None else []
            overrides = self._lists[num_id].findall(w("lvlOverride"))
            entries += [found for entry in overrides if (found := entry.find(LVL)) is not None]
            levels = {number(entry.get(ILVL)) or 0: self._read_level(entry) for entry in entries}
            starts = self._starts_of(num_id)
            self._levels[num_id] = levels | {
                level: levels.get(level, PLAIN_LEVEL)._replace(start=start) for level, start in starts.items()
            }
        return self._levels[num_id]

    def _starts_of(self, num_id: str) -> dict[int, int]:
        """Return where a list starts itself, by level: at first and whenever the level restarts (17.9.27)."""
        found = (
            (number(entry.get(ILVL)), number(value(entry, w("startOverride"))))
            for entry in self._lists[num_id].findall(w("lvlOverride"))
        )
        return {level: start for level, start in found if level is not None and start is not None}

    def _read_level(self, entry: Element) -> ListLevel:
        look = self._styles.direct(entry.find(w("rPr")))
        text = entry.find(w("lvlText"))
        return ListLevel(
            start=_or(number(value(entry, w("start"))), 0),
            style=_number_style(entry),
            text="" if text is None else text.get(VAL, ""),
            separator=SEPARATORS.get(value(entry, w("suff")) or "tab", " "),
            restart=number(value(entry, w("lvlRestart"))),
            is_legal=has_switch(entry, w("isLgl")),
            font=look.font,
            is_picture=entry.find(w("lvlPicBulletId")) is not None,
            is_hidden=bool(look.vanish),
        )

    def _count(self, num_id: str, level: int) -> Label:
        levels = self._levels_of(num_id)
        mine = levels.get(level, PLAIN_LEVEL)
        counts = self._counts[self._owner(num_id)]
        for higher in range(level):  # a level passed over counts as used: after 1.1.1 comes 1.2
            counts.setdefault(higher, levels.get(higher, PLAIN_LEVEL).start)
        starts_anew = self._starts_anew(num_id, level)
        counts[level] = counts[level] + 1 if level in counts and not starts_anew else mine.start
        for deeper in [other for other in counts if other > level]:
            if _restarts(levels.get(deeper, PLAIN_LEVEL).restart, level):
                del counts[deeper]
        if mine.is_hidden:
            return NO_LABEL
        text = _write(mine, levels, counts)
        separator = mine.separator or text[len(text.rstrip()) :][:1]
        return Label(text.strip(), separator, mine.is_bullet) if text.strip() else NO_LABEL

    def _starts_anew(self, num_id: str, level: int) -> bool:
        """Return whether a list that starts itself at a level is used there for the first time (17.9.27)."""
        if (num_id, level) in self._overridden:
            return False
        self._overridden.add((num_id, level))
        return level in self._starts_of(num_id)


def _or(found: int | None, otherwise: int) -> int:
    return otherwise if found is None else found


def _number_style(entry: Element) -> str:
    """Return the format; Word 2010 and later write the newer ones as an alternative (``custom`` with a pattern)."""
    found = entry.find(w("numFmt"))
    if found is None:
        found = entry.find(f"{{{MC}}}AlternateContent/{{{MC}}}Choice/{w('numFmt')}")
    if found is None:
        return "decimal"
    return found.get(w("format"), "decimal") if found.get(VAL) == "custom" else found.get(VAL, "decimal")


def _restarts(restart: int | None, used: int) -> bool:
    """Return whether a level with this ``lvlRestart`` begins again after the level ``used``, counted from 0."""
    return restart is None or used < restart


def _write(mine: ListLevel, levels: dict[int, ListLevel], counts: dict[int, int]) -> str:
    if mine.is_bullet:
        return BULLET if mine.is_picture else draw_bullet(mine.text, mine.font)

    def number_at(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        other = levels.get(level, PLAIN_LEVEL)
        # A level that was never used shows the number it would start with.
        count = counts.get(level, other.start)
        is_plain = mine.is_legal and other.style not in {"none", "bullet"}
        return write_number(count, "decimal" if is_plain else other.style)

    written = PLACEHOLDER.sub(number_at, mine.text)
    return draw(written, mine.font) if is_symbol_font(mine.font) else plain(written)
