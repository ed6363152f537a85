"""Records with very many parts, as lines of JSON: written and read a part at a time, so that no text holds them all.

The first line says where the long rows of parts stand in the record and how many there are of each, the second is the
record without them, and then each part has a line of its own.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from roundbook.records import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONG = 100
"""More parts than this in a row have lines of their own."""

T = TypeVar("T")
Way = tuple[str | int, ...]
"""How to get to a row of parts from the record: names of fields, and places in short rows."""


def to_lines(record: object) -> Iterator[str]:
    """Yield ``record`` as lines; ``from_lines`` gives it back. Raises ``TypeError`` for what has no form."""
    rows = list(_long_rows(record, ()))
    yield json.dumps([[way, len(row)] for way, row in rows])
    short = record
    for way, _ in rows:
        short = _with_row(short, way, ())
    yield to_json(short)
    for _, row in rows:
        yield from map(to_json, row)


def from_lines(kind: type[T], lines: Iterable[str]) -> T:
    """Return what ``to_lines`` wrote as an object of ``kind``. Raises ``ValueError`` or ``TypeError``."""
    each = iter(lines)
    try:
        ways = json.loads(next(each))
        record = from_json(kind, next(each))
        for way, count in ways:
            record = _with_row(record, way, _take_row(_kind_at(kind, way), each, count))
    except (StopIteration, LookupError, AttributeError) as error:
        raise ValueError("these are no lines of such a record") from error
    return record


def _take_row(kind: Any, lines: Iterator[str], count: int) -> tuple[object, ...]:  # noqa: ANN401 - as _kind_at
    row = tuple(from_json(kind, line) for line in islice(lines, count))
    if len(row) < count:
        raise ValueError(f"{count - len(row)} lines are missing")
    return row


def _long_rows(value: object, way: Way) -> Iterator[tuple[Way, tuple[object, ...]]]:
    """Yield the long rows in ``value``, each with the way to it."""
    if is_dataclass(value):
        for each in fields(value):
            yield from _long_rows(getattr(value, each.name), (*way, each.name))
    elif isinstance(value, tuple) and len(value) > LONG:
        yield way, value
    elif isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from _long_rows(part, (*way, at))


def _with_row(value: Any, way: Way, row: tuple[object, ...]) -> Any:  # noqa: ANN401 - any record, and any part of one
    """Return ``value`` with ``row`` where ``way`` leads."""
    if not way:
        return row
    first, *rest = way
    if isinstance(first, int):
        return (*value[:first], _with_row(value[first], tuple(rest), row), *value[first + 1 :])
    return replace(value, **{first: _with_row(getattr(value, first), tuple(rest), row)})


def _kind_at(kind: Any, way: Way) -> Any:  # noqa: ANN401 - type hints have no narrower type
    """Return what kind of parts stand in the row to which ``way`` leads."""
    for step in way:
        kind = get_args(kind)[0] if isinstance(step, int) else get_type_hints(kind)[step]
    return get_args(kind)[0]
