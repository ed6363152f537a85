from __future__ import annotations

from ingest.chaining import chain


def _is_next(one: int, other: int) -> bool:
    return abs(one - other) == 1


def test_what_is_near_by_way_of_others_is_together() -> None:
    assert [sorted(group) for group in chain([1, 3, 7, 2], _is_next)] == [[7], [1, 2, 3]]
