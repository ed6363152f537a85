from __future__ import annotations

from match.model import Entry, Round
from match.timeline import tell_timeline
from normalize.dates import read_entries


def entry(text: str, round_name: str, *, id: str = "H-1") -> Entry:  # noqa: A002 - as the entry calls it
    return Entry(id, update=text, from_round=round_name, agencies=("Housing",), timeline=read_entries(text))


FIRST = Round("1", (entry("5.6.14 Form drafted. 3.3.14 Group met.", "1"), Entry("H-2")))
SECOND = Round("2", (entry("5/6/14 \u2013 group away.\n3.3.14 Group met.\n7.9.14 Form in use.", "2"), Entry("H-2")))


def told(*rounds: Round) -> list[tuple[str, str]]:
    return [(dated.entry.text, dated.round) for dated in tell_timeline(rounds)]


def test_entries_stand_by_date_whatever_order_they_were_written_in() -> None:
    assert told(FIRST) == [("3.3.14 Group met.", "1"), ("5.6.14 Form drafted.", "1")]


def test_what_is_sent_again_stands_once_with_the_round_that_first_brought_it() -> None:
    assert told(FIRST, SECOND) == [
        ("3.3.14 Group met.", "1"),
        ("5.6.14 Form drafted.", "1"),
        ("5/6/14 \u2013 group away.", "2"),
        ("7.9.14 Form in use.", "2"),
    ]


def test_an_entry_whose_date_is_not_clear_keeps_its_place() -> None:
    text = "March 14: begun.\n5.6.14 drafted.\nJuly 13: read.\n1.9.14 issued."
    assert [words.split(":")[0] for words, _ in told(Round("1", (entry(text, "1"),)))] == [
        "March 14",
        "5.6.14 drafted.",
        "July 13",
        "1.9.14 issued.",
    ]


def test_what_is_carried_over_is_not_told_anew() -> None:
    carried = Round("2", (entry("5.6.14 Form drafted.", "1"),))
    assert told(FIRST, carried) == told(FIRST)
    assert told() == []
