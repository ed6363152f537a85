"""Native charts of stacked bars, a bar for each row of a table and a colour for each status."""

from __future__ import annotations

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

from export.styles import INK, RULE, SERIES_COLOURS
from export.writers.workbook.sheet import HEADING_ROW

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

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


def add_chart(sheet: Worksheet, name: str, n_bars: int, n_rows: int) -> None:
    """Draw the first ``n_bars`` rows of a table of ``n_rows`` as stacked bars below it."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    last = HEADING_ROW + n_bars
    figures = Reference(
        sheet, min_col=FIRST_GROUP, max_col=FIRST_GROUP + len(SERIES_COLOURS) - 1, min_row=HEADING_ROW, max_row=last
    )
    chart.add_data(figures, titles_from_data=True)
    names = str(Reference(sheet, min_col=1, min_row=HEADING_ROW + 1, max_row=last))
    for series in chart.series:
        series.cat = AxDataSource(strRef=StrRef(names))
    _dress(chart, name)
    chart.width = CHART_WIDTH
    chart.height = min(HEIGHT_OF_FRAME + round(n_bars / BARS_IN_A_CENTIMETRE), TALLEST)
    sheet.page_setup.fitToHeight = 1
    sheet.add_chart(chart, f"A{HEADING_ROW + n_rows + ROWS_BETWEEN}")


def _dress(chart: BarChart, name: str) -> None:
    chart.title, chart.y_axis.title = _title(name), _title("Number of recommendations")
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
