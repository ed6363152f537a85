from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import cast
from urllib.parse import unquote

import pytest
from lxml import html

from export.changes.groups import find_topics
from export.changes.lettering import shorten, visible
from export.model import BoardNote, DocumentOutcome, DocumentRecord, RoundPack
from export.writers import change_log
from ingest.model import Finding, Level, Place
from match.compare import compare
from match.model import Candidate, Check, CheckCode, Entry, LinkedUpdate, Outcome, Round
from match.rounds import consolidate
from normalize.model import MasterList, Rating, Recommendation, Status
from tests.match.board import row

MASTER = MasterList(
    (
        Recommendation("HT 1", "Harbour Trust", "IMR", "1", "Train all ward staff. " * 20),
        Recommendation("HT 2", "Harbour Trust", "IMR", "2", "Review the escalation policy."),
        Recommendation("HT 3", "Harbour Trust", "IMR", "3", "Report to the board."),
        Recommendation("VP 1", "Valley Police", "Overview", "1", "Record <b>all</b> visits."),
        Recommendation("VP 2", "Valley Police", "Overview", "2", "Share information."),
        Recommendation("VP 3", "Valley Police", "Overview", "3", "Appoint a lead."),
    )
)
EARLIER = Round(
    "2012-11",
    (
        Entry("HT 1", "9 of 10 staff trained.", "Register", Status.IN_PROGRESS, Rating.AMBER, "2012-11"),
        Entry("HT 2", "Drafted.", "", Status.IN_PROGRESS, None, "2012-11"),
        Entry("HT 3", "Reported in May.", "", Status.COMPLETE, None, "2012-11"),
        Entry("VP 1"),
        Entry("VP 2", "Agreed.", "", Status.NOT_STATED, None, "2012-11"),
        Entry("VP 9", "Never mind.", "", Status.NOT_STATED, None, "2012-11"),
    ),
)
ROWS = (
    row("HT 1", update="10 of 10 staff trained.", evidence="register", status=Status.COMPLETE, rating=Rating.GREEN),
    row("HT 2", update="Drafted. Sent to the board.", status=Status.IN_PROGRESS, at=3),
    row("HT 3", update="Reported in May", status=Status.IN_PROGRESS, status_as_written="Ongoing", at=4),
    row("VP 1", update="All visits are recorded.", document="Police & co.pdf", agency="Valley Police"),
)
HARBOUR = DocumentRecord(
    "Harbour.docx", "", "docx", DocumentOutcome.READ, "", ("Harbour Trust",), 3, received="received/Harbour.docx"
)
SCAN = DocumentRecord("Scan.pdf", "", "pdf", DocumentOutcome.UNREAD, "Scan.pdf holds no words. Ask for the Word file.")


def make_pack(
    *rows: LinkedUpdate, previous: Round | None = EARLIER, heard: tuple[str, ...] = ("Harbour Trust",)
) -> RoundPack:
    current = consolidate("2013-08", MASTER, previous, rows, heard_from=heard)
    changes = compare(previous, current, MASTER)
    return RoundPack(
        "Saltmarsh Board", "Review of Child Q", "2013-08", changes.previous, MASTER, current, changes, rows, (HARBOUR,)
    )


def written(pack: RoundPack, folder: Path) -> str:
    change_log.write(pack, folder / "changes.html")
    return (folder / "changes.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    return html.document_fromstring(written(make_pack(*ROWS), tmp_path_factory.mktemp("page")))


def find(page: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    return cast("list[html.HtmlElement]", page.xpath(path))


def values(page: html.HtmlElement, path: str) -> list[str]:
    return cast("list[str]", page.xpath(path))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(page: html.HtmlElement, name: str) -> str:
    """Return the words of the section called ``name``; empty where there is none."""
    found = find(page, f"//section[@aria-labelledby='{name}']")
    return text(found[0]) if found else ""


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


def test_every_recommendation_stands_in_exactly_one_group(page: html.HtmlElement) -> None:
    shown = find(page, "//*[starts-with(@id, 'recommendation-')]/bdi[1]")
    assert sorted(map(text, shown)) == [each.id for each in MASTER.recommendations]


@pytest.mark.parametrize(
    ("group", "ids"),
    [
        ("completed", {"HT 1"}),
        ("updated", {"HT 2"}),
        ("first-updates", {"VP 1"}),
        ("other-changes", {"HT 3"}),
        ("no-new-update", {"VP 2", "VP 3"}),
    ],
)
def test_the_groups_are_those_a_committee_goes_through(page: html.HtmlElement, group: str, ids: set[str]) -> None:
    found = find(page, f"//section[@aria-labelledby='{group}']//*[starts-with(@id, 'recommendation-')]/bdi[1]")
    assert set(map(text, found)) == ids


def moved(date: str) -> LinkedUpdate:
    return row("HT 2", update="Drafted.", by_when=date)


def group_of(pack: RoundPack, recommendation: str) -> str:
    return find_topics(pack)[recommendation].value


def test_a_later_date_and_an_extension_of_the_boards_stand_in_a_group_of_their_own() -> None:
    pack = make_pack(moved("May 2014"))
    assert group_of(pack, "HT 2") == "other-changes"
    planned = MasterList(tuple(replace(each, due="March 2014") for each in MASTER.recommendations))
    assert group_of(replace(pack, master=planned), "HT 2") == "extended"
    assert group_of(replace(make_pack(moved("31 March 2014")), master=planned), "HT 2") == "other-changes"
    assert group_of(replace(make_pack(), extended=("VP 2",)), "VP 2") == "extended"


def test_the_newly_overdue_stand_in_a_group_of_their_own_and_completion_outranks_it() -> None:
    late = tuple(Check(each, CheckCode.OVERDUE, "Was due May 2013.", is_new=True) for each in ("HT 1", "HT 2"))
    old = (Check("VP 2", CheckCode.OVERDUE, "Was due May 2012."),)
    pack = replace(make_pack(*ROWS), checks=(*late, *old))
    assert [group_of(pack, each) for each in ("HT 1", "HT 2", "VP 2")] == [
        "completed",
        "newly-overdue",
        "no-new-update",
    ]


def test_what_is_worth_asking_is_told_once_and_what_was_asked_before_is_counted(tmp_path: Path) -> None:
    checks = (
        Check("HT 2", CheckCode.COMPLETE_BUT_OPEN, "Still to do.", is_new=True),
        Check("VP 2", CheckCode.OVERDUE, "Was due May 2012."),
    )
    page = html.document_fromstring(written(replace(make_pack(*ROWS), checks=checks), tmp_path))
    told = section(page, "asking")
    assert "Reported complete, with something still to do 1" in told
    assert "HT 2 Harbour Trust. Still to do." in told
    assert "Still standing from before: 1 overdue." in told
    assert "To ask about: Still to do." in section(page, "updated")


def test_a_first_round_has_no_group_of_the_newly_complete(tmp_path: Path) -> None:
    page = html.document_fromstring(written(make_pack(*ROWS, previous=None), tmp_path))
    assert not section(page, "completed")
    assert "There is none to compare it with".lower() in text(page).lower()
    assert "new on the master list" not in text(page).lower()


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
    assert "Chair to write. Extension: May 2014" in section(page, "updated")


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


def test_long_words_are_cut_after_a_whole_word() -> None:
    assert shorten("Train all the ward staff", 16) == "Train all the…"
    assert shorten("Train\nall", 16) == "Train all"
    assert len(shorten("x" * 50, 16)) == 16


def test_lines_and_other_scripts_stay_as_they_are() -> None:
    assert (
        visible("line\nnext\t\u05e9\u05dc\u05d5\u05dd \u0928\u093f caf\u00e9")
        == "line\nnext\t\u05e9\u05dc\u05d5\u05dd \u0928\u093f caf\u00e9"
    )
