"""Long lists in pages, so that no view grows with the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

Item = TypeVar("Item")
A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A part of a list."""

    items: Sequence[Item]
    number: int
    """Counted from 1."""
    pages: int
    total: int

    @property
    def first(self) -> int:
        """The position of its first item, counted from 1."""
        return (self.number - 1) * A_PAGE + 1


def turn_to(request: Request, items: Sequence[Item]) -> Page[Item]:
    """Return the page of ``items`` that the address asks for, or the nearest there is."""
    asked = request.query_params.get("page", "1")
    pages = max(1, -(-len(items) // A_PAGE))
    number = min(max(1, int(asked) if asked.isdecimal() else 1), pages)
    start = (number - 1) * A_PAGE
    return Page(items[start : start + A_PAGE], number, pages, len(items))
