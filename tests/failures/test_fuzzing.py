"""Some hundred documents changed at random: none breaks its reader, and none loses words without a word."""

from __future__ import annotations

from benchmarks.fuzz.run import fuzz

SEEDS = range(120)


def test_documents_changed_at_random_are_read_or_refused_in_plain_words() -> None:
    found = fuzz(SEEDS)
    assert found.finds == ()
    assert sum(found.outcomes.values()) >= len(SEEDS)  # what is packed in one counts too
    assert found.outcomes["read"] > 0
