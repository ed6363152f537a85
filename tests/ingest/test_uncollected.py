from __future__ import annotations

import gc

import pytest

from ingest.uncollected import uncollected


def test_the_collector_rests_while_a_document_is_read_and_works_again_after_it() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_a_document_that_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="damaged"), uncollected():
        raise ValueError("damaged")
    assert gc.isenabled()


def test_a_document_inside_another_leaves_the_collector_at_rest() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
