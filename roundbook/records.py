"""Dataclasses as plain data and back, for keeping them as JSON: the type hints say how, so no class needs code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    Plain: TypeAlias = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None

T = TypeVar("T")


def to_json(value: object) -> str:
    """Return ``value`` as one line of JSON; ``from_json`` gives it back. Raises ``TypeError`` as ``to_plain``."""
    return json.dumps(to_plain(value), separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """Return what ``to_json`` wrote as an object of ``kind``. Raises ``ValueError`` or ``TypeError``."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[T], plain: Plain) -> T:
    """Return what ``to_plain`` gave as an object of ``kind``, a dataclass.

    Fields it does not name keep their defaults, and names the class no longer has are passed over, so that
    records outlive small changes of the classes. Raises ``ValueError`` or ``TypeError`` for anything else.
    """
    built: T = _build(kind, plain)
    return built


def to_plain(value: object) -> Plain:
    """Return ``value`` made of dicts, lists, strings, numbers and None alone. Raises ``TypeError`` for others."""
    if isinstance(value, Enum):
        return to_plain(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    raise TypeError(f"{type(value).__name__} has no plain form.")


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _build(hint: Any, plain: Any) -> Any:  # noqa: ANN401 - type hints and JSON have no narrower type
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        return _build_union(get_args(hint), plain)
    if origin is tuple:
        return tuple(_build(get_args(hint)[0], each) for each in plain)
    if is_dataclass(hint):
        return _build_dataclass(hint, plain)
    if issubclass(hint, Enum):
        return hint(plain)
    if issubclass(hint, date):
        return hint.fromisoformat(plain)
    return _build_scalar(hint, plain)


def _build_dataclass(kind: Any, plain: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as _build
    known = {name: hint for name, hint in _hints(kind).items() if name in plain}
    return kind(**{name: _build(hint, plain[name]) for name, hint in known.items()})


def _build_union(options: tuple[Any, ...], plain: Any) -> Any:  # noqa: ANN401 - as _build
    """Build "X | None", the only union the types use."""
    if plain is None and NoneType in options:
        return None
    (only,) = (option for option in options if option is not NoneType)
    return _build(only, plain)


def _build_scalar(hint: type[T], plain: object) -> T:
    if hint is float and isinstance(plain, int):
        return hint(plain)  # type: ignore[call-arg]
    if not isinstance(plain, hint):
        raise TypeError(f"{type(plain).__name__} found where {hint.__name__} was expected.")
    return plain
