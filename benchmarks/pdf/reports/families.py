"""The families of reports: what each is made of and how it is set. Half of them are kept apart from building."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.pdf.reports import amounts, entries, grids, markup, wordings
from benchmarks.pdf.reports.grids import Figures, Grid, Kind
from benchmarks.pdf.reports.markup import Block
from benchmarks.pdf.reports.settings import Rules, Setting

Build = Callable[[Random], list[Block]]


@dataclass(frozen=True, slots=True)
class Family:
    """Reports of one kind."""

    name: str
    build: Build
    kept_apart: bool = False
    columns: int = 1
    is_landscape: bool = False
    by_office: bool = False
    """Typeset by LibreOffice, else by Chromium."""


def report(*makers: Callable[[Random], Block]) -> Build:
    """Return a builder of reports with text before, between and after what ``makers`` make."""

    def build(random: Random) -> list[Block]:
        blocks = [markup.heading(random), markup.prose(random, 2)]
        for make in makers:
            blocks += [make(random), markup.prose(random, random.randint(1, 2))]
        return blocks

    return build


def of_figures(made: Figures, *settings: Setting) -> Callable[[Random], Block]:
    """Return a maker of a table of figures in one of ``settings``."""
    return lambda random: markup.table(random, grids.figures(random, made), random.choice(settings))


def of(make: Callable[[Random], Grid], *settings: Setting) -> Callable[[Random], Block]:
    """Return a maker of what ``make`` makes in one of ``settings``."""
    return lambda random: markup.table(random, make(random), random.choice(settings))


def of_words(*heads: str, is_long: bool = True) -> Callable[[Random], Grid]:
    """Return a maker of tables of words under ``heads``."""
    return lambda random: entries.words(random, heads, is_long=is_long)


def across(random: Random) -> list[Block]:
    """Return a report in columns with a table over all of them and one in a column."""
    wide = markup.table(random, grids.figures(random, GROUPED), Setting(Rules.BOOKTABS))
    over = Block(f'<div style="column-span:all">{wide.html}</div>', wide.tables, wide.css)
    narrow = markup.table(random, grids.figures(random, NARROW), Setting())
    return [
        markup.heading(random),
        markup.prose(random, 5),
        over,
        markup.prose(random, 3),
        narrow,
        markup.prose(random, 3),
    ]


def bare(random: Random) -> Block:
    """Return two tables of figures, one below the other, with neither caption nor note."""
    blocks = [markup.table(random, grids.figures(random, NARROW), Setting(), is_named=False) for _ in range(2)]
    css = "".join(block.css for block in blocks)
    return Block(
        "<br>".join(block.html for block in blocks), tuple(each for block in blocks for each in block.tables), css
    )


def pair(made: Figures, setting: Setting) -> Callable[[Random], Block]:
    """Return a maker of two tables of figures next to each other."""
    return lambda random: markup.side_by_side(random, [grids.figures(random, made) for _ in range(2)], setting)


def floated(random: Random) -> Block:
    """Return a table with text around it."""
    return markup.floated(random, grids.figures(random, NARROW), random.choice((Setting(Rules.BOOKTABS), Setting())))


CENSUS = Figures(has_levels=True, has_sections=True, number=amounts.count, missing=0.1)
BUDGET = Figures(columns=(2, 4), number=amounts.money, kind=Kind.MONEY, years=True, labels=wordings.LABELS)
GROUPED = Figures(columns=(4, 7), has_groups=True, number=amounts.rate)
STUBBED = Figures(columns=(4, 7), has_groups=True, number=amounts.count, stub="Area of the country")
NARROW = Figures(columns=(2, 3), rows=(5, 10), number=amounts.rate, labels=wordings.NAMES, years=True)
LIST = Figures(columns=(1, 1), rows=(6, 12), number=amounts.count)
TWIN = Figures(columns=(1, 2), rows=(5, 9), labels=wordings.NAMES, number=amounts.rate, years=True)
HOLES = Figures(columns=(4, 7), missing=0.4, number=amounts.count, stub="Area")
WIDE = Figures(
    columns=(10, 12), rows=(10, 20), years=True, number=amounts.rate, labels=wordings.NAMES + wordings.PEOPLE
)
UNITS = Figures(has_units=True, number=amounts.number)
LONG = Figures(columns=(3, 5), rows=(26, 32), number=amounts.count, has_levels=True)
DECIMAL = Figures(columns=(3, 5), number=amounts.rate, missing=0.15, stub="Item")

LEADERS = Figures(columns=(2, 4), number=amounts.count, has_leaders=True, has_levels=True)
CONTINENTAL = Figures(columns=(3, 5), number=amounts.spaced, years=True)
ESTIMATES = Figures(columns=(3, 5), number=amounts.estimate, has_groups=False, stub="Measure")
TINY = Figures(columns=(2, 4), rows=(2, 3), number=amounts.count, years=True)
STANDING = Figures(columns=(2, 4), number=amounts.standing, missing=0, stub="Service")
RANGES = Figures(columns=(3, 4), number=amounts.range_of, stub="Group")
BARE = Figures(columns=(2, 4), has_head=False, number=amounts.rate)
SPACED = Figures(columns=(3, 5), has_spacers=True, number=amounts.count, rows=(12, 20))
TICKS = Figures(columns=(3, 5), number=amounts.tick, missing=0, stub="Service")
NUMBERED = Figures(columns=(3, 5), has_numbers=True, number=amounts.number, stub="Item")

TIGHT = (1.0, 4.0)
AIRY = (4.0, 8.0)
MIDDLE = Setting(valign="middle", stub="25%")
MARKED = Figures(columns=(3, 5), number=grids.marked, has_levels=True)
TILED = Setting(Rules.TILES, "left", "left")
LEFT = Setting(align="left", head_align="left")
FAMILIES = (
    Family("census", report(of_figures(CENSUS, Setting(), Setting(width="auto", pad=AIRY)))),
    Family(
        "budget",
        report(of_figures(BUDGET, Setting(stub="38%"), Setting(Rules.TOTAL, stub="30%", pad=AIRY))),
        kept_apart=True,
    ),
    Family(
        "groups ruled", report(of_figures(GROUPED, Setting(Rules.GROUPS), Setting(Rules.BOOKTABS, head_align="center")))
    ),
    Family(
        "groups unruled",
        report(of_figures(GROUPED, Setting(head_align="center", align="center")), of_figures(STUBBED, Setting())),
        kept_apart=True,
    ),
    Family(
        "column table",
        report(of_figures(NARROW, Setting(Rules.HEADING), Setting()), of_figures(LIST, Setting())),
        columns=2,
    ),
    Family(
        "column ruled",
        report(of_figures(NARROW, Setting(Rules.BOOKTABS, pad=TIGHT)), of_figures(NARROW, Setting(Rules.ROWS))),
        kept_apart=True,
        columns=2,
    ),
    Family("side by side", report(pair(TWIN, Setting(Rules.BOOKTABS)), pair(TWIN, Setting()))),
    Family(
        "two columns", report(of_figures(LIST, Setting(width="60%"), Setting(Rules.ROWS, width="60%"))), kept_apart=True
    ),
    Family("zebra holes", report(of_figures(HOLES, Setting(Rules.ZEBRA), Setting(Rules.ZEBRA, pad=AIRY)))),
    Family(
        "upright rules",
        report(of_figures(HOLES, Setting(Rules.UPRIGHT), Setting(Rules.UPRIGHT, align="center"))),
        kept_apart=True,
    ),
    Family("box", report(of_figures(UNITS, Setting(Rules.BOX)), of_figures(CENSUS, Setting(Rules.BOX)))),
    Family(
        "banner",
        report(of_figures(STUBBED, Setting(Rules.BANNER)), of_figures(UNITS, Setting(Rules.BANNER, pad=AIRY))),
        kept_apart=True,
    ),
    Family(
        "survey top", report(of(grids.survey, Setting(stub="45%"), Setting(Rules.BOOKTABS, stub="40%", row_space=4)))
    ),
    Family(
        "survey bottom",
        report(
            of(grids.survey, Setting(valign="bottom", stub="40%"), Setting(Rules.ROWS, valign="middle", stub="40%"))
        ),
        kept_apart=True,
    ),
    Family(
        "words ruled",
        report(of(of_words("Area", "What was found", "What comes next"), Setting(Rules.BOOKTABS, "left", "left"))),
    ),
    Family(
        "words unruled",
        report(
            of(
                of_words("Area", "What was found", "What comes next"),
                Setting(align="left", head_align="left", row_space=7),
            )
        ),
        kept_apart=True,
    ),
    Family("grants", report(of(entries.grants, LEFT, Setting(Rules.HEADING, "left", "left")))),
    Family("directory", report(of(entries.directory, LEFT, Setting(Rules.ZEBRA, "left", "left"))), kept_apart=True),
    Family("plan spaced", report(of(entries.plan, Setting(align="left", head_align="left", row_space=8)))),
    Family(
        "plan landscape",
        report(of(entries.plan, Setting(align="left", head_align="left", row_space=6))),
        kept_apart=True,
        is_landscape=True,
    ),
    Family("long", report(of_figures(LONG, Setting(), Setting(Rules.HEADING)), of_figures(LONG, Setting(Rules.ZEBRA)))),
    Family(
        "wide",
        report(of_figures(WIDE, Setting(pad=TIGHT), Setting(Rules.BOOKTABS, pad=TIGHT))),
        kept_apart=True,
        is_landscape=True,
    ),
    Family("merged stubs", report(of(grids.merged_stubs, Setting(Rules.BOOKTABS), Setting()))),
    Family(
        "decimal",
        report(of_figures(DECIMAL, Setting(align="left"), Setting(align="center", head_align="center"))),
        kept_apart=True,
    ),
    Family(
        "office census",
        report(of_figures(CENSUS, Setting()), of_figures(GROUPED, Setting(Rules.GROUPS))),
        by_office=True,
    ),
    Family("office words", report(of(of_words("Area", "Finding", "Next step", is_long=False), LEFT)), by_office=True),
    Family(
        "office figures",
        report(of_figures(STUBBED, Setting()), of_figures(DECIMAL, Setting())),
        kept_apart=True,
        by_office=True,
    ),
    Family(
        "office plan",
        report(of(entries.plan, Setting(align="left", head_align="left", row_space=6))),
        by_office=True,
    ),
    Family("groups booktabs", report(of_figures(GROUPED, Setting(Rules.BOOKTABS)))),
    Family("middle", report(of_figures(CENSUS, MIDDLE, Setting(Rules.ROWS, valign="middle", stub="22%")))),
    Family("register", report(of(entries.register, LEFT, Setting(Rules.ZEBRA, "left", "left", pad=TIGHT)))),
    Family("column booktabs", report(of_figures(NARROW, Setting(Rules.BOOKTABS)), bare), columns=2),
    Family("over both columns", across, kept_apart=True, columns=2),
    Family("heads at top", report(of_figures(STUBBED, Setting(head_valign="top"))), kept_apart=True),
    Family("leaders", report(of_figures(LEADERS, Setting(), Setting(Rules.BOOKTABS)))),
    Family("continental", report(of_figures(CONTINENTAL, Setting(), Setting(Rules.HEADING, align="center")))),
    Family("estimates", report(of_figures(ESTIMATES, Setting(Rules.BOOKTABS, align="center"), Setting()))),
    Family(
        "heads at left", report(of_figures(NARROW, Setting(head_align="left"), Setting(Rules.ROWS, head_align="left")))
    ),
    Family(
        "tiny", report(of_figures(TINY, Setting(Rules.BOOKTABS, width="60%"), Setting()), of_figures(TINY, Setting()))
    ),
    Family("cage", report(of_figures(HOLES, Setting(Rules.CAGE)), of_figures(CENSUS, Setting(Rules.LID)))),
    Family("grid", report(of_figures(STUBBED, Setting(Rules.GRID)), of(grids.merged_stubs, Setting(Rules.GRID)))),
    Family(
        "words two columns", report(of(of_words("Area", "What was found"), Setting(Rules.BOOKTABS, "left", "left")))
    ),
    Family(
        "standing",
        report(of_figures(STANDING, Setting(align="left", head_align="left"), Setting(Rules.HEADING))),
        kept_apart=True,
    ),
    Family(
        "ranges", report(of_figures(RANGES, Setting(align="center", head_align="center"), Setting())), kept_apart=True
    ),
    Family("no heading", report(of_figures(BARE, Setting(), Setting(Rules.TOTAL))), kept_apart=True),
    Family("spacers", report(of_figures(SPACED, Setting(), Setting(Rules.BOOKTABS))), kept_apart=True),
    Family(
        "ticks",
        report(of_figures(TICKS, Setting(Rules.ROWS, align="center"), Setting(align="center"))),
        kept_apart=True,
    ),
    Family("numbered columns", report(of_figures(NUMBERED, Setting(Rules.BOX), Setting())), kept_apart=True),
    Family(
        "cage words",
        report(of(of_words("Area", "What was found", "Next"), Setting(Rules.CAGE, "left", "left", row_space=6))),
        kept_apart=True,
    ),
    Family("text around", report(floated), kept_apart=True),
    Family("tiles", report(of_figures(UNITS, Setting(Rules.TILES)), of(of_words("Area", "Found", "Next"), TILED))),
    Family("remarks", report(of(entries.comments, Setting(), Setting(Rules.BOOKTABS, row_space=3)))),
    Family("stacked", report(bare, bare)),
    Family("raised marks", report(of_figures(MARKED, Setting(), Setting(Rules.BOOKTABS))), kept_apart=True),
    Family("section rules", report(of_figures(CENSUS, Setting(Rules.SECTIONS))), kept_apart=True),
    Family("bilingual", report(of(grids.bilingual, Setting(), Setting(Rules.HEADING))), kept_apart=True),
    Family("projects", report(of(entries.projects, Setting(row_space=4), Setting(Rules.BOOKTABS))), kept_apart=True),
    Family("tiled plan", report(of(entries.plan, TILED)), kept_apart=True),
    Family("map", report(markup.scattered)),
    Family("form", report(markup.form, markup.cover), kept_apart=True),
    Family("footnotes", report(markup.footnotes)),
    Family("abbreviations", report(markup.definitions), kept_apart=True),
    Family("cage plan", report(of(entries.plan, Setting(Rules.CAGE, "left", "left", row_space=5)))),
    Family("office survey", report(of(grids.survey, Setting())), kept_apart=True, by_office=True),
    Family("office directory", report(of(entries.directory, LEFT)), kept_apart=True, by_office=True),
    Family("prose", report(markup.bullets, markup.letter)),
    Family("newsletter", report(markup.bullets), kept_apart=True, columns=3),
    Family("two column prose", report(markup.bullets), columns=2),
    Family("contents", report(lambda random: markup.contents(random, has_leaders=False))),
    Family("contents with leaders", report(lambda random: markup.contents(random, has_leaders=True)), kept_apart=True),
    Family("glossary", report(markup.glossary), kept_apart=True),
    Family("bibliography", report(markup.bibliography, markup.addresses)),
    Family("bars", report(markup.bars), kept_apart=True),
    Family("lines", report(markup.lines)),
    Family("numbered", report(markup.numbered), kept_apart=True),
    Family("index", report(markup.index)),
)
