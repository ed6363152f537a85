"""The Summary: how far each agency has come, as a table and as a chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

from export.rows import Column, Table
from export.styles import INK, RULE, SERIES_COLOURS
from export.writers.workbook.coverage import standings
from export.writers.workbook.sheet import HEADING_ROW
from match.model import ChangeKind
from normalize.model import Status

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from export.model import RoundPack

EVERYBODY = "All agencies"

GROUPS: dict[str, tuple[Status, ...]] = {
    "Complete": (Status.COMPLETE,),
    "In progress": (Status.IN_PROGRESS,),
    "Not started": (Status.NOT_STARTED,),
    "Delayed or blocked": (Status.DELAYED, Status.BLOCKED),
    "Superseded or not accepted": (Status.SUPERSEDED, Status.NOT_ACCEPTED),
    "Status not stated": (Status.NOT_STATED,),
}
"""Every status is in exactly one group, so that the groups add up to the recommendations."""


@dataclass(slots=True)
class Tally:
    """How many of an agency's recommendations stand where."""

    agency: str
    statuses: Counter[Status] = field(default_factory=Counter)
    changes: Counter[ChangeKind] = field(default_factory=Counter)

    def count(self, group: str) -> int:
        """Return how many are in a group of statuses."""
        return sum(self.statuses[status] for status in GROUPS[group])


def tallies(pack: RoundPack) -> tuple[Tally, ...]:
    """Return each agency's tally in the order of the master list, and everybody's at the end."""
    found: dict[str, Tally] = {}
    everybody = Tally(EVERYBODY)
    for standing in standings(pack):
        for tally in (found.setdefault(standing.agency, Tally(standing.agency)), everybody):
            tally.statuses[standing.entry.status] += 1
            tally.changes[standing.entry.received] += 1
    return (*found.values(), everybody) if found else ()


def summary(pack: RoundPack) -> Table[Tally]:
    """Return the Summary's table."""
    return Table(
        sheet="Summary",
        title=f"Summary: where the recommendations stand after round {pack.round}",
        note="The last row counts all agencies together. The chart below shows the same figures by status.",
        columns=(
            Column("Agency", 38, lambda row: row.agency),
            Column("Recommendations", 20, lambda row: row.statuses.total()),
            *(_group_column(group) for group in GROUPS),
            Column("Updated this round", 14, _updated),
            Column("Sent again unchanged", 14, lambda row: row.changes[ChangeKind.UNCHANGED]),
            Column("No new update", 14, lambda row: row.changes[ChangeKind.NO_NEW_UPDATE]),
        ),
        items=tallies(pack),
        key="Agency",
    )


def _group_column(group: str) -> Column[Tally]:
    return Column(group, 15, lambda row: row.count(group))


def _updated(row: Tally) -> int:
    return row.changes[ChangeKind.FIRST_UPDATE] + row.changes[ChangeKind.UPDATED]


CHART_NAME = "Status of recommendations by agency"
CHART_WIDTH, HEIGHT_OF_FRAME, BARS_IN_A_CENTIMETRE, TALLEST = 40, 5, 1.3, 60
"""Centimetres, but for the bars."""
FIRST_GROUP = 3
"""The column the groups begin at."""
ROWS_BETWEEN = 2
CHART_FONT_SIZE = 1100
"""Hundredths of a point."""
NO_NOUGHTS = "0;;;"
OUTLINE = "404040"
"""Bars are outlined, since pale fills alone do not stand out enough from the page (WCAG 2.2, 1.4.11)."""


def add_chart(sheet: Worksheet, n_agencies: int) -> None:
    """Draw the table's figures as stacked bars below it; ``n_agencies`` leaves out the row for everybody."""
    if not n_agencies:
        return
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    last = HEADING_ROW + n_agencies
    figures = Reference(
        sheet, min_col=FIRST_GROUP, max_col=FIRST_GROUP + len(GROUPS) - 1, min_row=HEADING_ROW, max_row=last
    )
    chart.add_data(figures, titles_from_data=True)
    agencies = str(Reference(sheet, min_col=1, min_row=HEADING_ROW + 1, max_row=last))
    for series in chart.series:
        series.cat = AxDataSource(strRef=StrRef(agencies))
    _dress(chart)
    chart.width = CHART_WIDTH
    chart.height = min(HEIGHT_OF_FRAME + round(n_agencies / BARS_IN_A_CENTIMETRE), TALLEST)
    sheet.page_setup.fitToHeight = 1
    sheet.add_chart(chart, f"A{last + 1 + ROWS_BETWEEN}")


def _dress(chart: BarChart) -> None:
    chart.title, chart.y_axis.title = _title(CHART_NAME), _title("Number of recommendations")
    chart.legend.position = "t"
    chart.legend.overlay = False
    # Excel hides axes of which the file does not say that they are shown.
    chart.x_axis.delete = chart.y_axis.delete = False
    # Bars are drawn upwards; turned round, the chart reads in the order of the table.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE)))
    for part in (chart.x_axis, chart.y_axis, chart.legend):
        part.txPr = _lettering()
    for series, colour in zip(chart.series, SERIES_COLOURS, strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(solidFill=OUTLINE))
        series.dLbls = _figures()


def _title(words: str) -> Title:
    """Return a title that keeps to its own room; where the file does not say so, Excel lays it over the bars."""
    title = title_maker(words)
    title.overlay = False
    return title


def _figures() -> DataLabelList:
    """Return the setting that writes each bar's figure on it, except nought."""
    return DataLabelList(
        numFmt=NO_NOUGHTS,
        txPr=_lettering(),
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
    )


def _lettering() -> RichText:
    """Return black letters of the size charts are written in."""
    properties = CharacterProperties(sz=CHART_FONT_SIZE, solidFill=INK)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)])
