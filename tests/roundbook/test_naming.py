from __future__ import annotations

from datetime import datetime

import pytest

from roundbook.errors import UsageError
from roundbook.naming import choose_round_name

NOW = datetime(2026, 11, 23)  # noqa: DTZ001 - only its month counts


def _choose(asked: str = "", is_open: str = "", closed: tuple[str, ...] = ()) -> str:
    return choose_round_name(asked, is_open=is_open, closed=closed, now=NOW)


def test_the_open_round_goes_on() -> None:
    assert _choose(is_open="r1") == _choose("r1", is_open="r1") == "r1"


@pytest.mark.parametrize(
    ("closed", "expected"),
    [((), "2026-11"), (("2026-11",), "2026-11-2"), (("2026-11", "2026-11-2"), "2026-11-3")],
)
def test_a_new_round_is_named_after_the_month(closed: tuple[str, ...], expected: str) -> None:
    assert _choose(closed=closed) == expected


@pytest.mark.parametrize("name", ["2014-02", "Round 3", "2014-02_b", "r.1", "CONference"])
def test_a_round_may_be_called_what_a_folder_may(name: str) -> None:
    assert _choose(name) == name


@pytest.mark.parametrize("name", ["../r", ".r", " r", "r ", "r.", "a:b", "nul", "COM1", "com1.x", "r\u00e9", "r\n"])
def test_and_nothing_else(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a round"):
        _choose(name)
