from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from export.changes.groups import find_topics
from export.changes.lettering import shorten, visible
from export.model import RoundPack
from match.model import Check, CheckCode, LinkedUpdate
from normalize.model import MasterList
from tests.export.pages import MASTER, ROWS, find, make_pack, section, text, written
from tests.match.board import row


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    return html.document_fromstring(written(make_pack(*ROWS), tmp_path_factory.mktemp("page")))


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


def test_long_words_are_cut_after_a_whole_word() -> None:
    assert shorten("Train all the ward staff", 16) == "Train all the…"
    assert shorten("Train\nall", 16) == "Train all"
    assert len(shorten("x" * 50, 16)) == 16


def test_lines_and_other_scripts_stay_as_they_are() -> None:
    assert (
        visible("line\nnext\t\u05e9\u05dc\u05d5\u05dd \u0928\u093f caf\u00e9")
        == "line\nnext\t\u05e9\u05dc\u05d5\u05dd \u0928\u093f caf\u00e9"
    )


def test_a_sentence_put_into_an_empty_column_is_shown_as_moved(tmp_path: Path) -> None:
    sent = row("VP 2", update="Agreed with all partners.", document="Police & co.pdf", agency="Valley Police")
    first = make_pack(sent)
    moved = row("VP 2", evidence="Agreed with all partners.", document="Police & co.pdf", agency="Valley Police")
    told = html.document_fromstring(written(make_pack(moved, previous=first.current), tmp_path))
    assert "moved here: Agreed with all partners." in text(told)
