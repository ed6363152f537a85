"""Which program this is, to the letter: two results of the same edition, from the same files, are the same.

Everything a result depends on beside the files is in it: the program's own source, the packages it is built on, Python,
and what else reads documents on this computer. What an older edition read is read again.
"""

from __future__ import annotations

import hashlib
import re
import sys
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ingest import office
from ingest.hashing import hash_file

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("ingest", "normalize", "match", "export", "roundbook")
DISTRIBUTION = "roundbook"
COMPILED = "__pycache__"
"""Python's own copies of the source; they come and go."""
NAME = re.compile(r"[\w.-]+")


@cache
def find_edition() -> str:
    """Return a hash that is another one for every edition of the program, and on every computer set up otherwise."""
    edition = hashlib.sha256()
    for part in (find_source(), sys.version, *_parts(), office.find_version()):
        edition.update(f"{part}\n".encode())
    return edition.hexdigest()


@cache
def find_source() -> str:
    """Return a hash over every file the program itself is made of."""
    source = hashlib.sha256()
    for name, path in _files():
        source.update(f"{name} {hash_file(path)}\n".encode())
    return source.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """Yield the program's files by name; where it is packed into one, for computers without Python, that one too."""
    if getattr(sys, "frozen", False):
        yield "program", Path(sys.executable)
    for package in PACKAGES:
        found = find_spec(package)
        for folder in map(Path, (found.submodule_search_locations or ()) if found else ()):
            paths = (each for each in folder.rglob("*") if each.is_file() and COMPILED not in each.parts)
            yield from sorted((f"{package}/{each.relative_to(folder).as_posix()}", each) for each in paths)


def _parts() -> Iterator[str]:
    """Yield the packages it is built on, optional ones with them, each with its version where it is there."""
    try:
        required = metadata.requires(DISTRIBUTION) or ()
    except metadata.PackageNotFoundError:  # not installed as a package, but run from its source
        return
    for name in sorted({found[0] for each in required if (found := NAME.match(each))}):
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name} is not there"
