"""What an embedded or linked object is called (ECMA-376 part 1, 17.3.3.19 to 17.3.3.21, and part 4, 19.3)."""

from __future__ import annotations

from ingest.readers.word.icons import LARGEST_ICON, LARGEST_WRAPPER, read_label, read_wrapped_name
from ingest.readers.word.markup import DRAWING, OFFICE, VML, Element, R, w
from ingest.readers.word.package import Package, Relationship

OLE_OBJECT = f"{{{OFFICE}}}OLEObject"
OBJECTS = (OLE_OBJECT, w("objectEmbed"), w("objectLink"))
PROGRAM = {OLE_OBJECT: "ProgID", w("objectEmbed"): w("progId"), w("objectLink"): w("progId")}
ID, EMBED = f"{{{R}}}id", f"{{{R}}}embed"
VML_PICTURE, VML_SHAPE, BLIP = f"{{{VML}}}imagedata", f"{{{VML}}}shape", f"{{{DRAWING}}}blip"
TITLE = f"{{{OFFICE}}}title"
METAFILES = (".emf", ".wmf")


def name_object(entry: Element, around: Element, relationships: dict[str, Relationship], package: Package) -> str:
    """Return what a reader knows the object ``entry`` by, with the program it belongs to.

    That is what the document says itself, else the words under its icon, else the name of the file in it, else the
    name of its part.
    """
    program = entry.get(PROGRAM[entry.tag], "")
    target = relationships.get(entry.get(ID, ""))
    wrapper = b"" if target is None or target.is_external else package.load(target.target, LARGEST_WRAPPER)
    name = (
        _said(around)
        or (_under_icon(around, relationships, package) if _is_icon(entry) else "")
        or read_wrapped_name(wrapper)
        or file_name(entry.get(ID), relationships)
    )
    return f"{name} ({program})" if name and program else name or program or "embedded object"


def _said(around: Element) -> str:
    icon, frame = next(around.iter(VML_PICTURE), None), next(around.iter(VML_SHAPE), None)
    titles = [None if icon is None else icon.get(TITLE), None if frame is None else frame.get("alt")]
    return next((title for title in titles if title), "")


def _is_icon(entry: Element) -> bool:
    """Return whether the object is shown by an icon, and not by a picture of what is in it."""
    return (entry.get("DrawAspect") or entry.get(w("drawAspect")) or "").lower() == "icon"


def _under_icon(around: Element, relationships: dict[str, Relationship], package: Package) -> str:
    for picture in around.iter(VML_PICTURE, BLIP):
        found = relationships.get(picture.get(ID) or picture.get(EMBED) or "")
        if found is not None and not found.is_external and found.target.lower().endswith(METAFILES):
            return read_label(package.load(found.target, LARGEST_ICON))
    return ""


def file_name(target: str | None, relationships: dict[str, Relationship]) -> str:
    """Return the name of the file a relationship leads to; nothing where there is no such relationship."""
    found = relationships.get(target or "")
    return "" if found is None else found.target.replace("\\", "/").rpartition("/")[2]
