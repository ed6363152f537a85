"""Dataclasses as JSON and back: the type hints say how, so no class needs code.

What is to be done for each kind of value is worked out once; a round has hundreds of thousands of values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Build: TypeAlias = Callable[[Any], Any]
"""Makes a value of one kind from what JSON has in its place."""


def to_json(value: object) -> str:
    """Return ``value`` as one line of JSON; ``from_json`` gives it back. Raises ``TypeError`` for what has no form."""
    return json.dumps(value, separators=(",", ":"), default=_unfold)


def from_json(kind: type[T], text: str | bytes) -> T:
    """Return what ``to_json`` wrote as an object of ``kind``. Raises ``ValueError`` or ``TypeError``."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[T], plain: object) -> T:
    """Return what JSON has in place of an object of ``kind``, a dataclass or several of them, as that object.

    Fields it does not name keep their defaults, and names the class no longer has are passed over, so that
    records outlive small changes of the classes. Raises ``ValueError`` or ``TypeError`` for anything else.
    """
    hint: Any = kind
    built: T = _builder(hint)(plain)
    return built


def _unfold(value: object) -> object:
    """Return ``value``, for which JSON has no form, with its outermost layer as something it has one for."""
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: getattr(value, name) for name in _names(kind)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): each for key, each in value.items()}
    raise TypeError(f"{type(value).__name__} has no plain form.")


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any dataclass
    return tuple(each.name for each in fields(kind))


@cache
def _builder(hint: Any) -> Build:  # noqa: ANN401 - type hints have no narrower type
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        return _builder_of_union(get_args(hint))
    if origin is tuple:
        return _builder_of_tuple(_builder(get_args(hint)[0]))
    if is_dataclass(hint):
        return _builder_of_dataclass(hint)
    if issubclass(hint, Enum):
        return cast("Build", hint)
    if issubclass(hint, date):
        return cast("Build", hint.fromisoformat)
    return _builder_of_scalar(hint)


def _builder_of_tuple(build: Build) -> Build:
    return lambda plain: tuple(map(build, plain))


def _builder_of_dataclass(kind: Any) -> Build:  # noqa: ANN401 - any dataclass
    builders: dict[str, Build] = {}

    def build(plain: object) -> object:
        if not builders:  # not before: a class may hold others of its own kind
            hints = get_type_hints(kind)
            builders.update((name, _builder(hints[name])) for name in _names(kind))
        if not isinstance(plain, dict):
            raise TypeError(f"{type(plain).__name__} found where {kind.__name__} was expected.")
        return kind(**{name: builders[name](value) for name, value in plain.items() if name in builders})

    return build


def _builder_of_union(options: tuple[Any, ...]) -> Build:
    """Return what builds "X | None", or one of several dataclasses: the one that has all the names given."""
    kinds = [option for option in options if option is not NoneType]
    builders = [_builder(kind) for kind in kinds]
    names = [frozenset(_names(kind)) for kind in kinds] if len(kinds) > 1 else [frozenset()]

    def build(plain: Any) -> object:  # noqa: ANN401 - whatever JSON has in its place
        if plain is None and NoneType in options:
            return None
        fitting = next((at for at, known in enumerate(names) if known.issuperset(plain)), 0) if len(names) > 1 else 0
        return builders[fitting](plain)

    return build


def _builder_of_scalar(hint: type[Any]) -> Build:
    def build(plain: object) -> object:
        if isinstance(plain, hint):
            return plain
        if hint is float and isinstance(plain, int):
            return float(plain)
        raise TypeError(f"{type(plain).__name__} found where {hint.__name__} was expected.")

    return build
