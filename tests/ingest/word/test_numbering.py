from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.word.number_formats import write_number
from tests.ingest.word.factory import Docx, p, r, read, read_cell, row, table, texts, val


def level(index: int, text: str, style: str = "decimal", start: int = 1, more: str = "") -> str:
    inside = val("start", start) + val("numFmt", style) + val("lvlText", text) + more
    return f'<w:lvl w:ilvl="{index}">{inside}</w:lvl>'


def abstract(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, abstract_key: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}">{val("abstractNumId", abstract_key)}{overrides}</w:num>'


def item(text: str, num_id: int | str = 1, ilvl: int = 0) -> str:
    return p(r(text), f"<w:numPr>{val('ilvl', ilvl)}{val('numId', num_id)}</w:numPr>")


def styled(text: str, style: str, more: str = "") -> str:
    return p(r(text), val("pStyle", style) + more)


OUTLINE = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))


def test_numbers_stand_before_the_text_and_are_no_words(tmp_path: Path) -> None:
    found = read_cell(tmp_path, item("Alpha") + item("Beta"), numbering=abstract(0, level(0, "%1)")) + num(1, 0))

    assert found.text == "1) Alpha\n2) Beta"
    assert found.words == 2


def test_levels_count_within_the_level_above(tmp_path: Path) -> None:
    body = item("A") + item("B", ilvl=1) + item("C", ilvl=1) + item("D", ilvl=2) + item("E") + item("F", ilvl=1)

    found = read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0))

    assert found.text == "1. A\n1.1 B\n1.2 C\na) D\n2. E\n2.1 F"


def test_the_count_runs_through_the_rows_of_a_table(tmp_path: Path) -> None:
    body = table(row(item("A"), "x"), row(item("B"), "y"), row(item(""), "z"))

    (found,) = read(tmp_path, Docx(body, {"numbering": OUTLINE + num(1, 0)})).tables

    assert [text for _row, col, text in texts(found) if col == 1] == ["1. A", "2. B", "3."]


def test_lists_of_one_abstract_list_go_on_counting(tmp_path: Path) -> None:
    body = item("A", 1) + item("B", 2) + item("C", 1)

    assert read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0) + num(2, 0)).text == "1. A\n2. B\n3. C"


def test_a_start_override_starts_the_list_anew_once(tmp_path: Path) -> None:
    anew = f'<w:lvlOverride w:ilvl="0">{val("startOverride", 5)}</w:lvlOverride>'
    body = item("A", 1) + item("B", 1) + item("C", 2) + item("D", 2)

    found = read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0) + num(2, 0, anew))

    assert found.text == "1. A\n2. B\n5. C\n6. D"


def test_a_start_override_holds_whenever_the_level_restarts(tmp_path: Path) -> None:
    later = f'<w:lvlOverride w:ilvl="1">{val("startOverride", 3)}</w:lvlOverride>'
    body = item("A") + item("B", ilvl=1) + item("C", ilvl=1) + item("D") + item("E", ilvl=1)

    found = read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0, later))

    assert found.text == "1. A\n1.3 B\n1.4 C\n2. D\n2.3 E"


def test_a_level_override_replaces_the_level(tmp_path: Path) -> None:
    roman = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerRoman")}</w:lvlOverride>'

    assert read_cell(tmp_path, item("A"), numbering=OUTLINE + num(1, 0, roman)).text == "(i) A"


def test_a_level_that_never_restarts_goes_on(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%2)", more=val("lvlRestart", 0))) + num(1, 0)
    body = item("A") + item("B", ilvl=1) + item("C") + item("D", ilvl=1)

    assert read_cell(tmp_path, body, numbering=numbering).text == "1. A\n1) B\n2. C\n2) D"


def test_a_level_may_restart_only_after_a_higher_one(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%2."), level(2, "%3)", more=val("lvlRestart", 1))) + num(1, 0)
    body = item("A") + item("B", ilvl=2) + item("C", ilvl=1) + item("D", ilvl=2) + item("E") + item("F", ilvl=2)

    assert read_cell(tmp_path, body, numbering=numbering).text == "1. A\n1) B\n2. C\n2) D\n2. E\n1) F"


def test_a_level_that_was_never_used_shows_its_start(tmp_path: Path) -> None:
    assert read_cell(tmp_path, item("A", ilvl=1), numbering=OUTLINE + num(1, 0)).text == "1.1 A"


@pytest.mark.parametrize(
    ("levels", "shown"),
    [((0, 2, 1), "1. x\n1.1.1 x\n1.2 x"), ((1, 0, 1), "1.1 x\n2. x\n2.1 x")],
)
def test_a_level_passed_over_counts_as_used(tmp_path: Path, levels: tuple[int, ...], shown: str) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1, 0)

    assert read_cell(tmp_path, "".join(item("x", ilvl=each) for each in levels), numbering=numbering).text == shown


def test_legal_numbering_shows_every_level_in_figures(tmp_path: Path) -> None:
    legal = level(1, "%1.%2", more="<w:isLgl/>")
    numbering = abstract(0, level(0, "%1.", "upperRoman"), legal) + num(1, 0)

    assert read_cell(tmp_path, item("A") + item("B", ilvl=1), numbering=numbering).text == "I. A\n1.1 B"


@pytest.mark.parametrize(("suffix", "expected"), [("tab", "1) A"), ("space", "1) A"), ("nothing", "1)A")])
def test_what_follows_the_number_is_a_space_or_nothing(tmp_path: Path, suffix: str, expected: str) -> None:
    numbering = abstract(0, level(0, "%1)", more=val("suff", suffix))) + num(1, 0)

    assert read_cell(tmp_path, item("A"), numbering=numbering).text == expected


@pytest.mark.parametrize(
    ("sign", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "• A"),
        ("\uf0a7", "Wingdings", "• A"),
        ("§", "Wingdings", "• A"),
        ("o", "Courier New", "• A"),
        ("●", "Arial", "• A"),
        ("-", "Arial", "- A"),
        ("\u2013", "Arial", "\u2013 A"),
        ("\uf0fc", "Wingdings", "✓ A"),
    ],
)
def test_bullets_are_shown_as_a_reader_sees_them(tmp_path: Path, sign: str, font: str, expected: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    numbering = abstract(0, level(0, sign, "bullet", more=fonts)) + num(1, 0)

    assert read_cell(tmp_path, item("A"), numbering=numbering).text == expected


def test_a_bullet_before_nothing_is_nothing(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "\uf0b7", "bullet")) + num(1, 0)

    assert read_cell(tmp_path, item(""), numbering=numbering).text == ""


def style(key: str, properties: str, based_on: str = "") -> str:
    base = val("basedOn", based_on) if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}">{base}<w:pPr>{properties}</w:pPr></w:style>'


def test_a_style_brings_its_list_to_the_styles_based_on_it(tmp_path: Path) -> None:
    styles = style("Numbered", f"<w:numPr>{val('numId', 1)}</w:numPr>") + style("Child", "", "Numbered")
    body = styled("A", "Numbered") + styled("B", "Child")

    assert read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0), styles=styles).text == "1. A\n2. B"


def test_a_paragraph_may_leave_the_list_of_its_style(tmp_path: Path) -> None:
    styles = style("Numbered", f"<w:numPr>{val('numId', 1)}</w:numPr>")
    out = f"<w:numPr>{val('numId', 0)}</w:numPr>"
    body = styled("A", "Numbered") + styled("B", "Numbered", out) + styled("C", "Numbered")

    assert read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0), styles=styles).text == "1. A\nB\n2. C"


def test_the_level_linked_to_a_style_is_its_level(tmp_path: Path) -> None:
    in_list = f"<w:numPr>{val('numId', 1)}</w:numPr>"
    levels = level(0, "%1.", more=val("pStyle", "Top")), level(1, "%1.%2", more=val("pStyle", "Sub"))
    body = styled("A", "Top") + styled("B", "Sub")

    found = read_cell(
        tmp_path, body, numbering=abstract(0, *levels) + num(1, 0), styles=style("Top", in_list) + style("Sub", in_list)
    )

    assert found.text == "1. A\n1.1 B"


def test_a_style_may_say_its_level_and_leave_the_list_to_the_style_below(tmp_path: Path) -> None:
    top = style("Top", f"<w:numPr>{val('numId', 1)}</w:numPr>")
    sub = style("Sub", f"<w:numPr>{val('ilvl', 1)}</w:numPr>", "Top")
    body = styled("A", "Top") + styled("B", "Sub")

    assert read_cell(tmp_path, body, numbering=OUTLINE + num(1, 0), styles=top + sub).text == "1. A\n1.1 B"


def test_a_list_may_take_its_levels_from_a_numbering_style(tmp_path: Path) -> None:
    numbering = (
        abstract(0, level(0, "Rec %1:"), more=val("styleLink", "Recs"))
        + abstract(1, more=val("numStyleLink", "Recs"))
        + num(1, 0)
        + num(2, 1)
    )
    list_style = (
        f'<w:style w:type="numbering" w:styleId="Recs"><w:pPr><w:numPr>{val("numId", 1)}</w:numPr></w:pPr></w:style>'
    )

    assert read_cell(tmp_path, item("A", 2) + item("B", 1), numbering=numbering, styles=list_style).text == (
        "Rec 1: A\nRec 2: B"
    )


def test_a_number_whose_look_is_hidden_is_not_shown(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>")) + num(1, 0)

    assert read_cell(tmp_path, item("A"), numbering=numbering).text == "A"


@pytest.mark.parametrize(
    ("number", "style_name", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (21, "cardinalText", "Twenty-one"),
        (20, "ordinalText", "Twentieth"),
        (21, "ordinalText", "Twenty-first"),
        (4, "decimalEnclosedCircle", "④"),
        (2, "numberInDash", "- 2 -"),
        (7, "none", ""),
        (7, "001, 002, 003, ...", "007"),
        (2_000_000_000, "lowerLetter", "2000000000"),
        (7, "a format of another script", "7"),
    ],
)
def test_numbers_are_written_in_the_format_of_their_level(number: int, style_name: str, expected: str) -> None:
    assert write_number(number, style_name) == expected


@pytest.mark.parametrize(
    ("content", "number"),
    [
        (item("Alpha") + item("Beta"), "1."),
        (item("Alpha", 1, 1), "1.1"),
        (p() + item("Alpha"), "1."),
        (p(r("Alpha")) + item("Beta"), ""),
        (p(r("1. Alpha")), ""),
        (item("Alpha", 2), ""),
    ],
)
def test_a_cell_says_which_number_at_its_beginning_nobody_typed(tmp_path: Path, content: str, number: str) -> None:
    numbering = OUTLINE + abstract(1, level(0, "-", "bullet")) + num(1, 0) + num(2, 1)

    assert read_cell(tmp_path, content, numbering=numbering).number == number
