from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import SourceTable
from tests.ingest.word.factory import Docx, cell, complex_field, p, r, read, read_cell, row, table, val

THEME = """<a:clrScheme name="Office">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent6><a:srgbClr val="F79646"/></a:accent6></a:clrScheme>"""
STYLE_PARTS = {
    "firstRow": "111111",
    "firstCol": "222222",
    "band1Horz": "333333",
    "band2Horz": "444444",
    "nwCell": "555555",
    "lastRow": "666666",
}


def shd(attributes: str) -> str:
    return f"<w:shd {attributes}/>"


def fill_of(tmp_path: Path, attributes: str) -> str | None:
    parts = {"theme": THEME}
    (found,) = read(tmp_path, Docx(table(row(cell("x", shd(attributes)))), parts)).tables
    return found.cells[0].fill


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ('w:val="clear" w:color="auto" w:fill="00B050"', "#00B050"),
        ('w:val="clear" w:color="auto" w:fill="ffc000"', "#FFC000"),
        ('w:val="clear" w:color="auto" w:fill="auto"', None),
        ('w:val="nil" w:fill="FF0000"', None),
        ('w:val="solid" w:color="FF0000" w:fill="auto"', "#FF0000"),
        ('w:val="pct50" w:color="000000" w:fill="FFFFFF"', "#808080"),
        ('w:val="pct25" w:color="FF0000" w:fill="auto"', "#FFBFBF"),
        ('w:val="clear" w:fill="000000" w:themeFill="accent1"', "#4F81BD"),
        ('w:val="clear" w:themeFill="accent1" w:themeFillTint="99"', "#95B3D7"),
        ('w:val="clear" w:themeFill="accent6" w:themeFillShade="BF"', "#E46C0A"),
        ('w:val="clear" w:themeFill="accent1" w:themeFillTint="99" w:themeFillShade="BF"', "#95B3D7"),
        ('w:val="clear" w:fill="E36C0A" w:themeFill="accent6" w:themeFillShade="BF"', "#E36C0A"),
        ('w:val="clear" w:fill="4F81BD" w:themeFill="accent6" w:themeFillShade="BF"', "#E46C0A"),
        ('w:val="clear" w:themeFill="background1" w:themeFillShade="D9"', "#D9D9D9"),
        ('w:val="clear" w:fill="00B050" w:themeFill="accent9"', "#00B050"),
    ],
)
def test_the_fill_of_a_cell_is_the_colour_word_shows(tmp_path: Path, attributes: str, colour: str | None) -> None:
    assert fill_of(tmp_path, attributes) == colour


def test_a_highlighter_over_the_whole_text_counts_as_fill(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(r("Green", val("highlight", "green")))).fill == "#00FF00"


def test_a_highlighter_over_some_words_is_no_fill(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(r("some", val("highlight", "green")) + r(" words"))).fill is None


def test_coloured_white_space_is_the_fill_of_a_cell_without_text(tmp_path: Path) -> None:
    amber, lime = shd('w:val="clear" w:fill="FFC000"'), val("highlight", "green")

    assert read_cell(tmp_path, p("", amber)).fill == "#FFC000"
    assert read_cell(tmp_path, p(r("   ", lime)) + p()).fill == "#00FF00"
    assert read_cell(tmp_path, p(r("   ", lime) + r("words"))).fill is None


def test_shading_of_text_or_paragraph_over_the_whole_text_counts_as_fill(tmp_path: Path) -> None:
    amber = shd('w:val="clear" w:fill="FFC000"')

    assert read_cell(tmp_path, p(r("Amber", amber))).fill == "#FFC000"
    assert read_cell(tmp_path, p(r("Amber"), amber) + p(r("still"), amber)).fill == "#FFC000"


def styled_table(tmp_path: Path, look: str, rows: int = 3) -> SourceTable:
    parts = "".join(
        f'<w:tblStylePr w:type="{kind}"><w:tcPr>{shd(f"""w:val="clear" w:fill="{colour}" """)}</w:tcPr></w:tblStylePr>'
        for kind, colour in STYLE_PARTS.items()
    )
    styles = (
        f'<w:style w:type="table" w:styleId="Base">{parts}</w:style>'
        f'<w:style w:type="table" w:styleId="Grid">{val("basedOn", "Base")}</w:style>'
    )
    properties = val("tblStyle", "Grid") + look
    body = table(*[row("a", "b") for _ in range(rows)], properties=properties)
    (found,) = read(tmp_path, Docx(body, {"styles": styles})).tables
    return found


def test_a_table_style_colours_cells_by_their_place(tmp_path: Path) -> None:
    found = styled_table(tmp_path, '<w:tblLook w:firstRow="1" w:firstColumn="1" w:noHBand="0" w:noVBand="1"/>')

    assert [entry.fill for entry in found.cells] == [
        "#555555", "#111111",
        "#222222", "#333333",
        "#222222", "#444444",
    ]  # fmt: skip


def test_the_older_form_of_the_table_look_is_understood(tmp_path: Path) -> None:
    found = styled_table(tmp_path, '<w:tblLook w:val="0660"/>')

    assert [entry.fill for entry in found.cells] == ["#111111"] * 2 + [None] * 2 + ["#666666"] * 2


def test_a_cell_without_colour_of_its_own_outranks_the_style(tmp_path: Path) -> None:
    styles = (
        f'<w:style w:type="table" w:styleId="S"><w:tcPr>{shd("""w:val="clear" w:fill="112233" """)}</w:tcPr></w:style>'
    )
    plain = cell("plain", shd('w:val="clear" w:fill="auto"'))
    body = table(row(plain, "styled"), properties=val("tblStyle", "S"))

    (found,) = read(tmp_path, Docx(body, {"styles": styles})).tables

    assert [entry.fill for entry in found.cells] == [None, "#112233"]


@pytest.mark.parametrize(
    ("content", "colour"),
    [
        (p(r("On course", val("color", "00B050"))), "#00B050"),
        (p(r("●", '<w:color w:val="F79646" w:themeColor="accent6"/>')), "#F79646"),
        (p('<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'), "#FF0000"),
        (p(r("Off", val("color", "FF0000")) + r(" course")), None),
        (p(r("Grey", val("color", "7F7F7F"))), None),
        (p(r("Warned", val("rStyle", "Warning"))), "#C00000"),
        (p(f'<w:hyperlink w:anchor="key">{r("Key", val("color", "0563C1"))}</w:hyperlink>'), None),
        (p(complex_field('HYPERLINK "https://example.org"', r("Key", val("color", "0563C1")))), None),
        (p(r("Calm", val("rStyle", "Warning") + val("color", "auto"))), None),
    ],
)
def test_the_ink_of_a_cell_is_the_one_colour_of_its_letters(tmp_path: Path, content: str, colour: str | None) -> None:
    style = '<w:style w:type="character" w:styleId="Warning"><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>'
    parts = {"theme": THEME, "styles": style}
    (found,) = read(tmp_path, Docx(table(row(cell(content), "Plain")), parts)).tables
    assert found.cells[0].ink == colour
