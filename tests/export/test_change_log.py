from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from export.model import BoardNote
from export.writers import change_log
from ingest.model import Finding, Level, Place
from match.model import Candidate, Outcome
from tests.export.pages import HARBOUR, MASTER, ROWS, SCAN, find, make_pack, section, text, values, written
from tests.match.board import row


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    return html.document_fromstring(written(make_pack(*ROWS), tmp_path_factory.mktemp("page")))


def test_the_page_fetches_nothing_and_runs_nothing(tmp_path: Path) -> None:
    source = written(make_pack(*ROWS), tmp_path)
    page = html.document_fromstring(source)
    assert not find(
        page, "//script | //link | //img | //iframe | //object | //*[@style] | //*[starts-with(name(@*), 'on')]"
    )
    assert not re.search(r"(?i)https?:|url\(|@import|javascript:", source)
    assert {link.split("/")[0][:1] for link in values(page, "//a/@href")} <= {"#", "r"}


def test_the_policy_allows_this_style_sheet_and_nothing_else(tmp_path: Path) -> None:
    page = html.document_fromstring(written(make_pack(*ROWS), tmp_path))
    [policy] = values(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    [style] = values(page, "//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    change_log.write(make_pack(*ROWS), tmp_path / "one.html")
    change_log.write(make_pack(*ROWS), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_headline_figures_count_what_happened(page: html.HtmlElement) -> None:
    figures = {text(pair[0]): int(text(pair[1])) for pair in find(page, "//dl[@class='figures']/div")}
    assert figures == {
        "Recommendations": 6,
        "Complete": 1,
        "Overdue": 0,
        "Agencies heard from": 1,
        "Agencies silent": 1,
        "Rows to check": 0,
        "Rows not on the list": 0,
        "Files not fully read": 0,
    }


def test_the_bars_are_as_long_as_their_numbers(page: html.HtmlElement) -> None:
    widths = values(page, "(//table[@class='chart'])[1]//rect[@class='now']/@width")
    assert widths == ["16.67%", "16.67%", "16.67%", "16.67%", "33.33%"]


def test_the_groups_add_up_to_all_recommendations(page: html.HtmlElement) -> None:
    *groups, everything = [int(text(cell)) for cell in find(page, "(//table[@class='chart'])[1]//td[@class='number']")]
    assert sum(groups) == everything == len(MASTER.recommendations)


def test_status_and_rating_are_shown_before_and_after(page: html.HtmlElement) -> None:
    assert "Status: before: in progress → now: complete" in section(page, "completed")
    assert "Rating: before: amber → now: green" in section(page, "completed")


def test_changed_words_are_marked_for_the_eye_and_for_the_ear(page: html.HtmlElement) -> None:
    added = find(page, "//section[@aria-labelledby='updated']//dd/ins")
    assert [text(each) for each in added] == ["added: Sent to the board. (end of addition)"]


def test_words_that_only_look_different_are_not_marked(page: html.HtmlElement) -> None:
    assert "Evidence as before register" in section(page, "completed")


def test_a_rewritten_update_is_shown_before_and_after_and_not_word_by_word(tmp_path: Path) -> None:
    rewritten = row("VP 2", update="Protocol signed by every partner in June.", agency="Valley Police")
    page = html.document_fromstring(written(make_pack(rewritten), tmp_path))
    assert "Update now Protocol signed by every partner in June." in section(page, "updated")
    assert "Update before, in round 2012-11 Agreed." in section(page, "updated")


def test_the_place_of_the_words_is_given_with_a_link_to_the_copy(page: html.HtmlElement) -> None:
    assert "Source: Harbour.docx, table 1, row 3" in section(page, "updated")
    assert "received/Harbour.docx" in values(page, "//p[@class='source']/a/@href")


def test_a_recommendation_reported_complete_before_and_not_now_is_called_so(page: html.HtmlElement) -> None:
    assert "no longer complete" in section(page, "other-changes")


def test_changes_to_the_master_list_are_told(page: html.HtmlElement) -> None:
    told = section(page, "master-list")
    assert "New on the master list VP 3" in told
    assert "VP 9" in told
    assert "Never mind." in told


def test_silent_agencies_are_named(page: html.HtmlElement) -> None:
    assert "Agencies that sent nothing 1" in section(page, "by-agency")
    assert section(page, "by-agency").endswith("Valley Police")


def test_a_complete_record_says_so_and_carries_no_warning(page: html.HtmlElement) -> None:
    assert not find(page, "//aside")
    assert "every file was read" in section(page, "open")


def test_an_incomplete_record_says_so_at_the_top(tmp_path: Path) -> None:
    doubtful = row("HT 2", update="Agreed in June.", recommendation="Policy", outcome=Outcome.TO_CHECK)
    link = replace(
        doubtful.link, ids=(), candidates=(Candidate("HT 2", 60.0),), reasons=("The words are partly the same.",)
    )
    pack = replace(make_pack(replace(doubtful, link=link)), documents=(HARBOUR, SCAN))
    page = html.document_fromstring(written(pack, tmp_path))
    assert "1 file was not fully read; 1 row waits for a person" in text(find(page, "//aside")[0])
    told = section(page, "open")
    for words in ("Agreed in June.", "HT 2", "The words are partly the same.", "Ask for the Word file."):
        assert words in told


def test_two_rounds_compared_without_their_files_claim_nothing_about_files(tmp_path: Path) -> None:
    pack = replace(make_pack(*ROWS), board="", review="", documents=(), updates=())
    page = html.document_fromstring(written(pack, tmp_path))
    assert not section(page, "open")
    assert "Files not fully read" not in text(page)
    assert "This page compares two rounds." in text(page)


def test_findings_worth_a_look_are_shown_and_notes_are_not(tmp_path: Path) -> None:
    place = Place("Harbour.docx", None, 1, 2)
    findings = (
        Finding(Level.CHECK, "date", "The date has two readings.", place),
        Finding(Level.NOTE, "x", "Odd.", place),
    )
    page = html.document_fromstring(written(replace(make_pack(*ROWS), findings=findings), tmp_path))
    assert "The date has two readings. (Harbour.docx, table 1, row 2)" in section(page, "open")
    assert "Odd." not in text(page)


def test_the_boards_own_note_stands_with_its_recommendation(tmp_path: Path) -> None:
    pack = replace(make_pack(*ROWS), board_notes=(BoardNote("HT 2", note="Chair to write.", extension="May 2014"),))
    page = html.document_fromstring(written(pack, tmp_path))
    assert "Chair to write. Extension agreed to: May 2014" in section(page, "updated")


def test_document_text_is_never_markup(tmp_path: Path) -> None:
    hostile = row("HT 2", update="<script>alert(1)</script></bdi>{{ page }}", document='a"><b>.docx')
    page = html.document_fromstring(written(make_pack(hostile), tmp_path))
    assert not find(page, "//script | //b")
    assert "<script>alert(1)</script></bdi>{{ page }}" in section(page, "updated")


def test_characters_that_deceive_are_spelled_out(tmp_path: Path) -> None:
    source = written(make_pack(row("HT 2", update="Not\u202e etelpmoC\x00\x1b \ud800 done")), tmp_path)
    assert "Not[U+202E] etelpmoC[U+0000][U+001B] [U+D800] done" in source


def test_headings_go_down_one_level_at_a_time(page: html.HtmlElement) -> None:
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_heading_cell_a_scope(page: html.HtmlElement) -> None:
    assert all(table.xpath("caption") for table in page.iter("table"))
    assert not find(page, "//th[not(@scope)]")


def test_addresses_are_unique_and_every_link_on_the_page_leads_somewhere(page: html.HtmlElement) -> None:
    ids = values(page, "//@id")
    assert len(ids) == len(set(ids))
    assert {unquote(link[1:]) for link in values(page, "//a/@href[starts-with(., '#')]")} <= set(ids)
    assert set(values(page, "//@aria-labelledby")) <= set(ids)


def test_the_page_has_its_landmarks_and_language(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en-GB"
    assert [len(list(page.iter(tag))) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
