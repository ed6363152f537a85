from __future__ import annotations

import pytest

from ingest.containers.rtf_page import read_page

START = rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}}"


@pytest.mark.parametrize(
    ("rtf", "page"),
    [
        (rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Done\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}", "<p>Done</p>"),
        (
            rb"{\*\htmltag0 <td class=\{a\}>}Caf\'e9 \u8211?{\*\htmltag84 &nbsp;}",
            "<td class={a}>Caf\u00e9 \u2013&nbsp;",
        ),
        (rb"{\*\mhtmltag64 <a href='x'>}{\*\htmltag64 <a href='y'>}a & b\line c", "<a href='y'>a &amp; b\nc"),
    ],
)
def test_the_page_within_the_rich_text_of_an_e_mail_is_found(rtf: bytes, page: str) -> None:
    assert read_page(START + rtf + b"}") == page


def test_rich_text_that_was_no_page_gives_none() -> None:
    assert read_page(rb"{\rtf1\ansi Done \'e9}") == ""
