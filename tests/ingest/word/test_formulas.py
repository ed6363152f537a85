from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.word.factory import on, p, r, read_cell, val


def run(text: str, properties: str = "") -> str:
    return f"<m:r><w:rPr>{properties}</w:rPr><m:t>{text}</m:t></m:r>"


def part(name: str, *inside: str) -> str:
    return f"<m:{name}>{''.join(run(each) if each.isalnum() else each for each in inside)}</m:{name}>"


def says(name: str, **properties: str) -> str:
    return part(f"{name}Pr", *(f'<m:{key} m:val="{value}"/>' for key, value in properties.items()))


SUM = run("a") + run("+") + run("b")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (part("f", part("num", "1"), part("den", "2")), "1/2"),
        (part("f", part("num", SUM), part("den", "2")), "(a+b)/2"),
        (part("f", says("f", type="noBar"), part("num", "n"), part("den", "k")), "n k"),
        (part("d", part("e", SUM)), "(a+b)"),
        (part("d", says("d", begChr="[", endChr="]", sepChr=";"), part("e", "a"), part("e", "b")), "[a;b]"),
        (part("d", says("d", begChr="{", endChr=""), part("e", "a")), "{a"),
        (part("d", part("dPr", "<m:begChr/>", "<m:endChr/>"), part("e", "a")), "a"),
        (part("func", part("fName", "sin"), part("e", "x")), "sin x"),
        (part("func", part("fName", "f"), part("e", part("d", part("e", "x")))), "f(x)"),
        (part("func", part("fName", part("limLow", part("e", "lim"), part("lim", "n"))), part("e", "x")), "lim n x"),
        (part("nary", says("nary", chr="\u2211"), part("sub", "i"), part("sup", "n"), part("e", "x")), "\u2211 i n x"),
        (part("nary", part("sub"), part("sup"), part("e", "x")), "\u222b x"),
        (part("rad", part("deg"), part("e", "x")), "\u221ax"),
        (part("rad", part("deg", "3"), part("e", SUM)), "3\u221a(a+b)"),
        (part("sSup", part("e", "x"), part("sup", "2")), "x2"),
        (part("acc", part("e", "x")), "x\u0302"),
        (part("eqArr", part("e", "a"), part("e", "b")), "a\nb"),
        (part("m", *[part("mr", part("e", "a"), part("e", "b"))] * 2), "a b\na b"),
    ],
)
def test_a_formula_is_written_on_one_line_with_its_signs(tmp_path: Path, content: str, text: str) -> None:
    assert read_cell(tmp_path, p(f"<m:oMath>{content}</m:oMath>")).text == text


def test_the_signs_of_a_formula_look_like_what_is_in_it(tmp_path: Path) -> None:
    brackets = part("d", part("e", run("a", on("strike"))))

    found = read_cell(tmp_path, p(r("Kept ") + f"<m:oMath>{brackets}</m:oMath>" + r(" old", val("strike", "0"))))

    assert (found.text, found.struck) == ("Kept  old", ("(a)",))
