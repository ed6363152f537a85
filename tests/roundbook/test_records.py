from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.model import DocumentRecord
from ingest.model import SourceDocument
from match.model import Decision, Entry, LinkedUpdate
from normalize.model import Precision, Recommendation, ReturnedDocument, Update, WrittenDate
from roundbook.records import from_json, to_json

TOLERATED = [HealthCheck.too_slow, HealthCheck.data_too_large]
"""A busy machine is no failure, and records are as large as they are."""
KINDS = (
    Recommendation,
    Entry,
    Update,
    LinkedUpdate,
    DocumentRecord,
    Decision,
    WrittenDate,
    SourceDocument,
    ReturnedDocument,
)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=TOLERATED)
def test_every_record_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    assert repr(from_json(kind, to_json(record))) == repr(record)  # as text, because nan is not equal to itself


def test_a_record_is_plain_data() -> None:
    written = WrittenDate("13.2.14", date(2014, 2, 13), Precision.DAY)
    assert json.loads(to_json(written)) == {
        "as_written": "13.2.14",
        "start": "2014-02-13",
        "precision": "day",
        "is_ambiguous": False,
    }


def test_fields_that_came_later_take_their_defaults_and_those_that_went_are_passed_over() -> None:
    text = '{"id": "HOU-1", "agency": "Housing", "kind": "", "number": "1", "text": "Words", "colour": "blue"}'
    assert from_json(Recommendation, text) == Recommendation("HOU-1", "Housing", "", "1", "Words")


@pytest.mark.parametrize("text", ['{"id": 1, "agency": "", "kind": "", "number": "", "text": ""}', '{"id": "H"}', "{"])
def test_what_is_no_such_record_is_refused(text: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_json(Recommendation, text)


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no plain form"):
        to_json(object())
