"""Every file of the failure set on its own: its outcome, its words, and the one row of a good one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from export.model import DocumentRecord
from ingest.folder import Fate, find_files
from ingest.model import UnreadDocument
from normalize.model import ReturnedDocument
from normalize.vocabulary import Vocabulary
from roundbook.outcomes import describe_reading, sort_files
from roundbook.reading import read_returns
from roundbook.workers import Workers
from tests.failures.case import Case
from tests.failures.failure_set import CASES, make_case, subject_of

NEEDS_OTHERS = {"duplicate", "superseded", "none"}
ALONE = [case for case in CASES if case.outcome not in NEEDS_OTHERS and not case.is_slow]
MOST_SECONDS = 60.0
"""Far below the limit of a child process; the slowest takes a sixth of it on an office computer."""


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1, lambda _: MOST_SECONDS) as kept:
        yield kept


@pytest.mark.parametrize("case", ALONE, ids=lambda case: ascii(case.name)[:60])
def test_a_file_ends_as_it_should(case: Case, tmp_path: Path, workers: Workers) -> None:
    make_case(case, tmp_path)
    started = time.monotonic()
    found = [each for each in find_files(tmp_path) if not each.name.startswith("trap")]
    to_read, settled = sort_files(found, {})
    readings = read_returns([each for each in to_read if each.fate is Fate.READ], Vocabulary(), _unheard, workers)
    records = {each.path: each for each in (*settled, *(describe_reading(each, 1) for each in readings))}
    assert time.monotonic() - started < MOST_SECONDS
    _check(records[next(each.name for each in found if each.path == tmp_path / case.name)], case)
    if case.is_read_whole:
        assert case.expected_update(subject_of(case)) in _updates(readings)


def _check(record: DocumentRecord, case: Case) -> None:
    assert record.outcome == case.outcome
    for words in case.says:
        assert words in record.message
    assert record.words is None or record.words.adds_up


def _updates(readings: tuple[ReturnedDocument | UnreadDocument, ...]) -> list[str]:
    read = [each for each in readings if not isinstance(each, UnreadDocument)]
    return [update.update for each in read for sent in each.returns for update in sent.updates]


def _unheard(*_: object) -> None:
    """Take what is said of the progress."""
