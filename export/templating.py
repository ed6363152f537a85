"""Templates of pages: how they are found, escaped and filled in, the same for everything a browser shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from export.changes.lettering import shorten, visible

if TYPE_CHECKING:
    from pathlib import Path


def make_environment(folder: Path) -> Environment:
    """Return what fills in the templates of ``folder``; words are escaped, and what does not print made visible."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["shorten"] = shorten
    return environment


def _finalize(value: object) -> object:
    """Make what does not print visible in everything the templates put out, their own markup apart."""
    return visible(value) if type(value) is str else value
