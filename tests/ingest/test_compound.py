from __future__ import annotations

import pytest

from ingest.compound import find_stream, replace_stream
from tests.ingest.outlook_file import compound

FILE = compound({"Long": b"long" * 2000, "Short": b"short", "Other": b"other"})


def contents(data: bytes, name: str) -> bytes:
    """Return what a stream of a compound file holds."""
    found = find_stream(data, name)
    assert found is not None
    return b"".join(data[at : at + found.sector_size] for at in found.offsets)[: found.size]


@pytest.mark.parametrize("name", ["Long", "Short"])
def test_a_stream_is_given_other_contents_and_all_others_keep_theirs(name: str) -> None:
    written = b"new" * 3000

    changed = bytes(replace_stream(FILE, name, written))

    assert contents(changed, name) == written
    assert {each: contents(changed, each) for each in ("Long", "Short", "Other") if each != name} == {
        each: contents(FILE, each) for each in ("Long", "Short", "Other") if each != name
    }


def test_contents_too_short_for_sectors_of_their_own_are_filled_up() -> None:
    assert contents(bytes(replace_stream(FILE, "Other", b"new")), "Other") == b"new".ljust(4096, b"\0")


def test_what_has_no_room_is_refused() -> None:
    with pytest.raises(BufferError):
        replace_stream(FILE, "Long", b"x" * 1_000_000)


def test_a_stream_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="no such stream"):
        replace_stream(FILE, "Absent", b"")
