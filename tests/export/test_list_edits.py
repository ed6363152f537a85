from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from lxml import html

from export.changes.list_edits import lay_out_list_edits
from export.model import RoundPack
from export.writers import change_document
from match.compare import compare
from normalize.model import MasterList
from tests.export.pages import EARLIER, MASTER, make_pack, section, written


@pytest.fixture
def pack() -> RoundPack:
    """A round before which "HT 2" read otherwise, "VP 2" had another number, and "VP 3" was not on the list."""
    made = make_pack()
    before = [
        replace(each, text="Review the complaints policy.") if each.id == "HT 2" else each
        for each in MASTER.recommendations
        if each.id != "VP 3"
    ]
    before = [replace(each, number="7") if each.id == "VP 2" else each for each in before]
    return replace(made, changes=compare(EARLIER, made.current, MASTER, MasterList(tuple(before))))


def test_what_is_new_or_gone_is_left_to_its_own_list(pack: RoundPack) -> None:
    assert [each.message for each in lay_out_list_edits(pack.changes)] == [
        "HT 2 was reworded.",
        "VP 2 has the number 2; it was 7.",
    ]


def test_the_page_says_what_was_done_to_the_master_list(pack: RoundPack, tmp_path: Path) -> None:
    told = section(html.fromstring(written(pack, tmp_path)), "master-list")
    assert "HT 2 was reworded." in told
    assert "removed: complaints" in told
    assert "added: escalation" in told
    assert "VP 2 has the number 2; it was 7." in told


def test_the_document_says_what_was_done_to_the_master_list(pack: RoundPack, tmp_path: Path) -> None:
    change_document.write(pack, tmp_path / "changes.docx")
    paragraphs = [each.text for each in Document(str(tmp_path / "changes.docx")).paragraphs]
    assert "Changed on the master list (2)" in paragraphs
    assert "VP 2 has the number 2; it was 7." in paragraphs


def test_without_the_earlier_list_nothing_is_said_of_it() -> None:
    assert lay_out_list_edits(make_pack().changes) == ()
