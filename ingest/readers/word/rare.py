"""What few documents have, loaded for a document that has it: together it takes as long to load as all the rest."""
# ruff: noqa: PLC0415 - to load late is what this module is for

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.word.markup import Element, w

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ingest.readers.word.data_store import DataStore
    from ingest.readers.word.fields import Drawn, Marks
    from ingest.readers.word.formulas import Signs
    from ingest.readers.word.package import Package, Relationship
    from ingest.readers.word.shapes import Shape
    from ingest.readers.word.sources import Part, Sources

SIMPLE_FIELD, BINDING, ALT_CHUNK = w("fldSimple"), w("dataBinding"), w("altChunk")
ZIP = b"PK"
"""What every package begins with (ECMA-376 part 2, annex B)."""


def pack_if_flat(path: Path) -> io.BytesIO | Path:
    """Return ``path``; of a package laid flat in one XML file, the package. Raises ``UnreadableError``."""
    with path.open("rb") as file:
        if file.read(len(ZIP)) == ZIP:
            return path
    from ingest.identify import Format, identify
    from ingest.readers.word.flat import pack

    return pack(path.read_bytes()) if identify(path) is Format.FLAT_DOCX else path


def draw_fields(root: Element, marks: Marks) -> Drawn:
    """Return what is shown of the fields below ``root`` that have no result; ``marks`` are those of all but simple."""
    if not (marks or _has(root, SIMPLE_FIELD)):
        return {}
    from ingest.readers.word import drawn_fields

    return drawn_fields.draw_fields(root, marks)


def open_store(package: Package, main_name: str) -> DataStore:
    """Return the data kept beside the text in the part ``main_name``."""
    from ingest.readers.word.data_store import DataStore

    return DataStore(package, main_name)


def bind_data(root: Element, store: Callable[[], DataStore]) -> int:
    """Give the form fields below ``root`` the data they are bound to; return how many said something else."""
    if not _has(root, BINDING):
        return 0
    from ingest.readers.word import bindings

    return bindings.bind_data(root, store)


def take_in_chunks(sources: Sources, parts: Iterable[Part]) -> None:
    """Read the documents placed inside ``parts`` of ``sources``."""
    for part in parts:
        if _has(part.root, ALT_CHUNK):
            from ingest.readers.word import chunks

            chunks.take_in_chunks(sources, part)


def read_shape(element: Element, relationships: dict[str, Relationship], package: Package) -> Shape:
    """Return what is in the drawing ``element``."""
    from ingest.readers.word import shapes

    return shapes.read_shape(element, relationships, package)


def signs_around(element: Element) -> Signs:
    """Return what a reader sees around a part of a formula beside the text in it."""
    from ingest.readers.word import formulas

    return formulas.signs_around(element)


def _has(root: Element, tag: str) -> bool:
    return next(root.iter(tag), None) is not None
