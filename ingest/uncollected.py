"""Holds Python's search for rings of objects off while a document is read."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold off the search for objects that hold one another, which are few where cells and words are made.

    It would go through all of a long document again and again, for a tenth of the time its reading takes.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
