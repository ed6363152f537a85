"""Which program this is, to the letter: two results of the same edition, from the same files, are the same.

Everything a result depends on beside the files is in it: the program's own source, the packages it is built on, Python,
and what else reads documents on this computer. What an older edition read is read again. Every run asks for it, so it
is found with what Python has at hand.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ingest import libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("ingest", "normalize", "match", "export", "roundbook")
COMPILED = "__pycache__"
"""Python's own copies of the source; they come and go."""
INSTALLED = (".dist-info", ".egg-info")
"""How the folder ends that says of a package that it is there; its name has the version (PEP 376, PEP 427)."""


@cache
def find_edition() -> str:
    """Return a hash that is another one for every edition of the program, and on every computer set up otherwise."""
    edition = hashlib.sha256()
    for part in (find_source(), sys.version, *_find_installed(), libreoffice.find_version()):
        edition.update(f"{part}\n".encode())
    return edition.hexdigest()


@cache
def find_source() -> str:
    """Return a hash over every file the program itself is made of."""
    source = hashlib.sha256()
    for name, path in _files():
        with open(path, "rb") as file:  # noqa: PTH123 - there are hundreds, and a Path takes as long as the reading
            content = file.read()
        source.update(b"%s %d %s\n" % (name.encode(), len(content), content))
    return source.hexdigest()


def _files() -> Iterator[tuple[str, str]]:
    """Yield the program's files by name; where it is packed into one, for computers without Python, that one too."""
    if getattr(sys, "frozen", False):
        yield "program", sys.executable
    for package in PACKAGES:
        found = find_spec(package)
        for folder in (found.submodule_search_locations or ()) if found else ():
            yield from _files_below(package, folder)


def _files_below(name: str, folder: str) -> Iterator[tuple[str, str]]:
    """Yield all files in ``folder``, which is called ``name``, in an order that is the same on every computer."""
    with suppress(FileNotFoundError), os.scandir(folder) as listed:  # of a program packed into one there are no folders
        for each in sorted(listed, key=lambda entry: entry.name):
            if each.is_dir() and each.name != COMPILED:
                yield from _files_below(f"{name}/{each.name}", each.path)
            elif each.is_file():
                yield f"{name}/{each.name}", each.path


def _find_installed() -> list[str]:
    """Return the names of all packages that can be loaded, each with its version: what it is built on, and its extras.

    They are taken from the folders' names, because to ask each of them takes longer than all else a short run does.
    """
    names: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names.update(name for name in os.listdir(folder or ".") if name.endswith(INSTALLED))  # noqa: PTH208 - as above
    return sorted(names)
