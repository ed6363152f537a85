from __future__ import annotations

import pytest

from ingest.rtf_text import read_rtf_text


@pytest.mark.parametrize(
    ("rtf", "letters"),
    [
        (rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Caf\'e9 \u8211?end\par}", "Caf\u00e9 \u2013end\n"),
        (rb"{\rtf1{\*\generator Writer;}{\field{\*\fldinst PAGE}{\fldrslt 2}}\cell x\row}", "2\tx\n"),
        (rb"{\rtf1 a{\shp{\*\shpinst{\sp{\sn name}}{\shptxt box}}}\bin3 xyzb}", "aboxb"),
        (rb"{\rtf1{\uc2\u233 ??}\{\~re\-view}", "\u00e9{ review"),
        (rb"{\rtf1\ansicpg1250 \'9atab \ldblquote a\rdblquote\emdash b}", "\u0161tab \u201ca\u201d\u2014b"),
    ],
)
def test_the_letters_of_a_rich_text_document_are_found(rtf: bytes, letters: str) -> None:
    assert read_rtf_text(rtf) == letters


def test_a_damaged_rich_text_document_is_read_to_its_end() -> None:
    letters = read_rtf_text(b"{\\rtf1 a\\bin-9 b\\'zz c}}}\\u99999999 ?d\\")

    assert letters.startswith("ab")
    assert letters.endswith("d")
