from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from ingest.folder import read_document
from ingest.model import SourceDocument

AMBER = DifferentialStyle(fill=PatternFill(bgColor="FFC000"))
ROWS = (("Recommendation", "RAG", "%"), ("A", "Green", 10), ("B", "Amber", 60), ("C", None, 20))


@pytest.mark.parametrize(
    ("rule", "painted"),
    [
        (Rule(type="cellIs", operator="equal", formula=['"amber"'], dxf=AMBER), ["B3"]),
        (Rule(type="cellIs", operator="equal", formula=["$D$1"], dxf=AMBER), []),
        (Rule(type="expression", formula=['$B2="Green"'], dxf=AMBER), ["A2", "B2"]),
        (Rule(type="expression", formula=["$C2>=50"], dxf=AMBER), ["A3", "B3"]),
        (Rule(type="expression", formula=["MOD(ROW(),2)=0"], dxf=AMBER), []),
        (Rule(type="beginsWith", text="GR", dxf=AMBER), ["B2"]),
        (Rule(type="notContainsBlanks", dxf=AMBER), ["A2", "B2", "A3", "B3", "A4"]),
    ],
)
def test_a_rating_painted_by_a_rule_is_read(tmp_path: Path, rule: Rule, painted: list[str]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in ROWS:
        sheet.append(line)
    sheet.conditional_formatting.add("A2:B4", rule)
    book.save(tmp_path / "Housing.xlsx")

    document = read_document(tmp_path / "Housing.xlsx", "Housing.xlsx")

    assert isinstance(document, SourceDocument)
    found = [f"{'ABC'[cell.col - 1]}{cell.row}" for cell in document.tables[0].cells if cell.fill == "#FFC000"]
    assert found == painted
    assert ("colour-rules" in {finding.code for finding in document.findings}) == (not painted)


def test_the_rule_that_comes_first_paints(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in ROWS:
        sheet.append(line)
    for colour in ("00B050", "FF0000"):
        look = DifferentialStyle(fill=PatternFill(bgColor=colour))
        rule = Rule(type="cellIs", operator="equal", formula=['"Green"'], dxf=look)
        sheet.conditional_formatting.add("B2:B4", rule)
    book.save(tmp_path / "Housing.xlsx")

    document = read_document(tmp_path / "Housing.xlsx", "Housing.xlsx")

    assert isinstance(document, SourceDocument)
    assert document.tables[0].cells[4].fill == "#00B050"
