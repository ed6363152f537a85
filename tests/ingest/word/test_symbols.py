from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.word.factory import p, r, read_cell, val


def sym(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FB", "✗"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "FC", "✓"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F04F", "✗"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F053", "☒"),
        ("Wingdings 2", "F054", "☒"),
        ("ZapfDingbats", "F034", "✔"),
        ("ZapfDingbats", "38", "✘"),
        ("ZapfDingbats", "F06E", "■"),
        ("Marlett", "F061", "✓"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F061", "\u03b1"),
        ("MS Gothic", "2612", "☒"),
        ("Arial", "no code", ""),
        ("Arial", "D800", ""),
        ("Arial", "110000", ""),
        ("Arial", "0007", ""),
    ],
)
def test_symbols_are_the_signs_they_show(tmp_path: Path, font: str, code: str, sign: str) -> None:
    assert read_cell(tmp_path, p(sym(font, code))).text == sign


@pytest.mark.parametrize(("font", "typed", "sign"), [("Wingdings", "\uf0fc", "✓"), ("Wingdings 2", "P", "✓")])
def test_letters_typed_in_a_symbol_font_are_signs(tmp_path: Path, font: str, typed: str, sign: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'

    found = read_cell(tmp_path, p(r(typed, fonts) + r(" done")))

    assert (found.text, found.words) == (f"{sign} done", 1)


def test_a_symbol_font_may_come_from_a_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Tick"><w:rPr>'
        '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:style>'
    )

    assert read_cell(tmp_path, p(r("ü", val("rStyle", "Tick"))), styles=styles).text == "✓"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a\nb"),
        ("<w:t>co</w:t><w:softHyphen/><w:t>operate</w:t>", "cooperate"),
        ("<w:t>co</w:t><w:noBreakHyphen/><w:t>operate</w:t>", "co-operate"),
        ("<w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t>", "ab"),
    ],
)
def test_elements_that_stand_for_one_character(tmp_path: Path, inside: str, text: str) -> None:
    assert read_cell(tmp_path, p(f"<w:r>{inside}</w:r>")).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("19\u00a0June\u20092012", "19 June 2012"),
        ("safe\u00adguarding", "safeguarding"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u200e19/06/2013\u2069", "19/06/2013"),
        ("right \u202eto left\u202c mark", "right \u202eto left\u202c mark"),
        ("o\ufb03ce \ufb01le", "office file"),
        ("co\u2011operate", "co-operate"),
        ("\u201cit\u2019s\u201d \u2013 typed \u2014 so", "\u201cit\u2019s\u201d \u2013 typed \u2014 so"),
        ("two  spaces", "two  spaces"),
        ("\uf0b7 pasted \uf0fc", "\u2022 pasted \u2713"),
    ],
)
def test_special_characters_are_plain_and_quotes_as_typed(tmp_path: Path, typed: str, text: str) -> None:
    assert read_cell(tmp_path, p(r(typed))).text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f'<w:smartTag w:element="place">{r("Leeds")}</w:smartTag>', "Leeds"),
        (f'<w:customXml w:element="x">{r("kept")}</w:customXml>', "kept"),
        (f'<w:bdo w:val="ltr">{r("kept")}</w:bdo>', "kept"),
        (f"<w:r><w:ruby><w:rt>{r('ru')}</w:rt><w:rubyBase>{r('by')}</w:rubyBase></w:ruby></w:r>", "ruby"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
        ),
        (f"<w:unheardOf>{r('kept')}</w:unheardOf>", "kept"),
    ],
)
def test_text_inside_any_wrapper_is_kept(tmp_path: Path, content: str, text: str) -> None:
    assert read_cell(tmp_path, p(content)).text == text


def test_a_space_written_as_a_symbol_is_a_space(tmp_path: Path) -> None:
    assert read_cell(tmp_path, p(r("two") + sym("Arial", "00A0") + r("words"))).text == "two words"
