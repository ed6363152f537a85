"""Things that belong together because each is near another, however far the chain goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


def chain(things: Iterable[T], is_near: Callable[[T, T], bool]) -> list[list[T]]:
    """Return ``things`` in groups: each with those it is near, and with those that these are near."""
    groups: list[list[T]] = []
    for thing in things:
        near = [group for group in groups if any(is_near(thing, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([thing, *(other for group in near for other in group)])
    return groups
