"""How a table is set: its rules, shades, alignments and spaces, written as a style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rules(StrEnum):
    """Which rules and shades a table has."""

    NONE = "none"
    BOOKTABS = "above, below and under the headings"
    HEADING = "under the headings alone"
    GROUPS = "under groups of headings"
    TOTAL = "above the last row alone"
    ROWS = "below each row"
    ZEBRA = "every second row shaded"
    UPRIGHT = "between columns alone"
    BOX = "around the whole"
    BANNER = "headings on a dark ground"
    CAGE = "around the whole and between columns"
    LID = "around each heading, the whole and between columns"
    GRID = "around each cell"
    TILES = "each cell on a ground of its own"
    SECTIONS = "above each heading of a part"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set."""

    rules: Rules = Rules.NONE
    align: str = "right"
    head_align: str = "right"
    valign: str = "top"
    head_valign: str = "bottom"
    pad: tuple[float, float] = (1.5, 6.0)
    """Space above and below, and left and right of a cell's text."""
    row_space: float = 0.0
    width: str = "100%"
    stub: str = "auto"
    """How wide the first column is."""
    is_bold: bool = True


LINE = "0.7pt solid black"
FRAME = "{t}{{border-top:1.2pt solid black;border-bottom:1.2pt solid black}}"
LAST_HEADS = "{t} .last th{{border-bottom:%s}}"
UPRIGHT = "{t} td+td,{t} th+th,{t} td+th{{border-left:%s}}"
BOX = "{t}{{border:%s}}"
RULES = {
    Rules.NONE: "",
    Rules.BOOKTABS: FRAME + LAST_HEADS,
    Rules.HEADING: LAST_HEADS,
    Rules.GROUPS: LAST_HEADS + "{t} th[colspan]{{border-bottom:%s}}",
    Rules.TOTAL: "{t} tr:last-child td{{border-top:%s}}",
    Rules.ROWS: "{t} td,{t} th{{border-bottom:%s}}",
    Rules.ZEBRA: "{t} tr:nth-child(even) td{{background:#e4e9f2}}",
    Rules.UPRIGHT: UPRIGHT,
    Rules.BOX: BOX + LAST_HEADS,
    Rules.BANNER: "{t} th{{background:#1f3864;color:white}}",
    Rules.CAGE: BOX + UPRIGHT + LAST_HEADS,
    Rules.LID: BOX + UPRIGHT + "{t} th{{border:%s}}",
    Rules.GRID: "{t} td,{t} th{{border:%s}}",
    Rules.TILES: "{t} td,{t} th{{border:1.5pt solid white;background:#dde6f0}} {t} th{{background:#9db3d0}}",
    Rules.SECTIONS: LAST_HEADS + "{t} td.section,{t} td.section~td{{border-top:%s}}",
}


def style(name: str, setting: Setting) -> str:
    """Return the style sheet of the table whose id is ``name``."""
    t = f"#{name}"
    up, side = setting.pad
    rules = RULES[setting.rules].replace("%s", LINE).format(t=t)
    weight = "bold" if setting.is_bold else "normal"
    return f"""
{t}{{border-collapse:collapse;width:{setting.width};margin:4pt 0}}
{t} td,{t} th{{padding:{up}pt {side}pt;vertical-align:{setting.valign};text-align:{setting.align}}}
{t} td{{padding-bottom:{up + setting.row_space}pt}}
{t} th{{vertical-align:{setting.head_valign};text-align:{setting.head_align};font-weight:{weight}}}
{t} th[colspan]{{text-align:center}}
{t} td.label,{t} td.words,{t} td.section,{t} th.stub{{text-align:left}}
{t} th.stub{{width:{setting.stub}}} {t} .section{{font-weight:bold}}
{t} .in1{{padding-left:{side + 9}pt}} {t} .in2{{padding-left:{side + 18}pt}}
{t} .money span{{float:left}} {t} .spacer{{height:9pt}} {t} .label{{overflow:hidden}}
{rules}"""
