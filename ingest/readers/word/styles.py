"""What the style sheet says about text: struck, hidden, bold, its font and colours, outline levels and numbering.

ECMA-376 part 1, 17.7: a style says what its ``basedOn`` does not; toggles of the paragraph and the character style
cancel each other (17.7.3); what the text itself says outranks both.
"""

from __future__ import annotations

from typing import NamedTuple

from ingest.readers.word.colours import Theme, highlight, ink, shading
from ingest.readers.word.markup import VAL, Element, is_on, number, value, w

STYLE_ID, STYLE_TYPE, BASED_ON, STYLE_NAME = w("styleId"), w("type"), w("basedOn"), w("name")
R_PR, P_PR, NUM_PR, NUM_ID, ILVL, OUTLINE = w("rPr"), w("pPr"), w("numPr"), w("numId"), w("ilvl"), w("outlineLvl")
SHD, HIGHLIGHT, R_STYLE, FONTS = w("shd"), w("highlight"), w("rStyle"), w("rFonts")
STRIKE, DOUBLE_STRIKE, VANISH, BOLD, COLOUR = w("strike"), w("dstrike"), w("vanish"), w("b"), w("color")
TOGGLES = frozenset({STRIKE, DOUBLE_STRIKE, VANISH, BOLD})
FONT_SLOTS = (w("ascii"), w("hAnsi"))

BODY_TEXT_LEVEL = 9
"""The outline level that means ordinary text (17.3.1.20)."""
LONGEST_CHAIN = 100
"""Styles based on one another; a longer chain is a ring."""


class RunLook(NamedTuple):
    """What matters of the look of a run; None where nothing is said."""

    strike: bool | None = None
    double_strike: bool | None = None
    vanish: bool | None = None
    bold: bool | None = None
    font: str | None = None
    fill: str | None = None
    ink: str | None = None

    @property
    def is_struck(self) -> bool:
        """Return whether the text is crossed out."""
        return bool(self.strike or self.double_strike)


NO_LOOK = RunLook()


def font_of(fonts: Element) -> str | None:
    """Return the font ``w:rFonts`` names (17.3.2.26)."""
    return next((name for slot in FONT_SLOTS if (name := fonts.get(slot))), None)


class ParagraphLook(NamedTuple):
    """What matters of a paragraph style, its chain of ``basedOn`` followed."""

    run: RunLook = NO_LOOK
    num_id: str | None = None
    levels: tuple[tuple[str, int | None], ...] = ()
    """The styles of the chain, nearest first, with the list level each says."""
    outline: int | None = None
    fill: str | None = None


class Styles:
    """The style sheet, asked by style id; every answer is kept."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        """Take the root of the styles part, where there is one."""
        found = [] if root is None else root.findall(w("style"))
        self.theme = theme
        self._by_id = {style.get(STYLE_ID, ""): style for style in found}
        self._defaults = {
            style.get(STYLE_TYPE, ""): style.get(STYLE_ID, "")
            for style in found
            if style.get(w("default"), "0") not in {"0", "false", "off"}
        }
        base = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}")
        self._base = self.direct(base)
        self._paragraphs: dict[str | None, ParagraphLook] = {}
        self._runs: dict[tuple[str | None, str | None, RunLook], RunLook] = {}

    def chain(self, style_id: str | None, kind: str) -> list[Element]:
        """Return the style and those it is based on, nearest first; the default of its kind where none is named."""
        chain: list[Element] = []
        known = style_id if style_id in self._by_id else self._defaults.get(kind)
        while known in self._by_id and len(chain) < LONGEST_CHAIN:
            chain.append(self._by_id[known])
            known = value(self._by_id[known], BASED_ON)
        return chain

    def direct(self, r_pr: Element | None) -> RunLook:
        """Return what the run properties ``r_pr`` themselves say."""
        return self._read(r_pr)[0]

    def _read(self, r_pr: Element | None) -> tuple[RunLook, str | None]:
        """Return what ``r_pr`` says, and the character style it names."""
        on: dict[str, bool] = {}
        font = fill = letters = run_style = None
        for entry in r_pr if r_pr is not None else ():
            tag = entry.tag
            if tag in TOGGLES:
                on[tag] = is_on(entry)
            elif tag == R_STYLE:
                run_style = entry.get(VAL)
            elif tag == FONTS:
                font = font_of(entry)
            elif tag == HIGHLIGHT:
                fill = highlight(entry.get(VAL)) or fill
            elif tag == SHD:
                fill = fill or shading(entry, self.theme)
            elif tag == COLOUR:
                letters = ink(entry, self.theme)
        toggles = (on.get(STRIKE), on.get(DOUBLE_STRIKE), on.get(VANISH), on.get(BOLD))
        return RunLook(*toggles, font, fill, letters), run_style

    def run(self, paragraph_style: str | None, r_pr: Element | None, table: RunLook = NO_LOOK) -> RunLook:
        """Return the look of a run with the properties ``r_pr`` in a paragraph of ``paragraph_style``.

        ``table`` is what the style of the table around it says of its place.
        """
        direct, run_style = self._read(r_pr)
        styled = self.styled(paragraph_style, run_style, table)
        return styled if direct == NO_LOOK else over(direct, styled)

    def styled(self, paragraph_style: str | None, run_style: str | None, table: RunLook = NO_LOOK) -> RunLook:
        """Return the look the styles of a run give it."""
        key = (paragraph_style, run_style, table)
        if key not in self._runs:
            self._runs[key] = self._read_styled(*key)
        return self._runs[key]

    def paragraph(self, style_id: str | None) -> ParagraphLook:
        """Return the look of paragraphs of a style."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._read_paragraph_style(style_id)
        return self._paragraphs[style_id]

    def _read_styled(self, paragraph_style: str | None, run_style: str | None, table: RunLook) -> RunLook:
        paragraph = self.paragraph(paragraph_style).run
        character = self._chain_look(self.chain(run_style, "character"))
        toggled = RunLook(
            strike=_toggled(self._base.strike, table.strike, paragraph.strike, character.strike),
            vanish=_toggled(self._base.vanish, table.vanish, paragraph.vanish, character.vanish),
            bold=_toggled(self._base.bold, table.bold, paragraph.bold, character.bold),
        )
        return over(toggled, over(character, over(paragraph, over(table, self._base))))

    def _chain_look(self, chain: list[Element]) -> RunLook:
        look = RunLook()
        for style in chain:
            look = over(look, self.direct(style.find(R_PR)))
        return look

    def _read_paragraph_style(self, style_id: str | None) -> ParagraphLook:
        chain = self.chain(style_id, "paragraph")
        num_id = outline = fill = None
        levels: list[tuple[str, int | None]] = []
        for style in chain:
            p_pr = style.find(P_PR)
            num_pr = None if p_pr is None else p_pr.find(NUM_PR)
            num_id = num_id or value(num_pr, NUM_ID)
            levels.append((style.get(STYLE_ID, ""), number(value(num_pr, ILVL))))
            outline = number(value(p_pr, OUTLINE)) if outline is None else outline
            fill = fill or (None if p_pr is None else shading(p_pr.find(SHD), self.theme))
        named = _outline_by_name(chain)
        run = self._chain_look(chain)
        return ParagraphLook(run, num_id, tuple(levels), outline if named is None else named, fill)

    def numbering_of(self, style_id: str) -> str | None:
        """Return the list a numbering style names (17.7.5 and 17.9.21)."""
        style = self._by_id.get(style_id)
        num_pr = None if style is None else style.find(f"{P_PR}/{NUM_PR}")
        return value(num_pr, NUM_ID)


def over(upper: RunLook, lower: RunLook) -> RunLook:
    """Return what ``upper`` says, and of what it does not say what ``lower`` does."""
    return RunLook(
        strike=lower.strike if upper.strike is None else upper.strike,
        double_strike=lower.double_strike if upper.double_strike is None else upper.double_strike,
        vanish=lower.vanish if upper.vanish is None else upper.vanish,
        bold=lower.bold if upper.bold is None else upper.bold,
        font=upper.font or lower.font,
        fill=upper.fill or lower.fill,
        ink=lower.ink if upper.ink is None else upper.ink,
    )


def _toggled(base: bool | None, *styles: bool | None) -> bool | None:  # noqa: FBT001 - settings of one toggle
    """Combine a toggle as 17.7.3 says: on by default stays on, two styles cancel each other."""
    if base is None and all(style is None for style in styles):
        return None
    return bool(base) or sum(map(bool, styles)) % 2 == 1


def _outline_by_name(chain: list[Element]) -> int | None:
    """Return the level that Word's own names give: "heading 1" to "heading 9", "Title"."""
    for style in chain:
        name = (value(style, STYLE_NAME) or "").lower()
        if name == "title":
            return 0
        if name.startswith("heading ") and name[8:].isdigit():
            return int(name[8:]) - 1
    return None


def outline_level(p_pr: Element | None, look: ParagraphLook) -> int | None:
    """Return the heading level of a paragraph, 1 being the highest; None for ordinary text (17.3.1.20)."""
    direct = number(value(p_pr, OUTLINE)) if p_pr is not None else None
    level = look.outline if direct is None else direct
    return None if level is None or not 0 <= level < BODY_TEXT_LEVEL else level + 1
