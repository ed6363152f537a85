"""What a drawing holds: text boxes, WordArt, and the names of pictures, charts and embedded objects, never opened."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model import Hyperlink
from ingest.readers.word.alternatives import ALTERNATE, choose
from ingest.readers.word.diagrams import DRAWN_PARAGRAPH, POINTERS, drawn_words
from ingest.readers.word.markup import CHART, DIAGRAM, DRAWING, OFFICE, PIC, VML, WP, Element, R, w
from ingest.readers.word.objects import OBJECTS, file_name, name_object
from ingest.readers.word.package import Package, Relationship

TEXT_BOX = w("txbxContent")
DOC_PROPERTIES = f"{{{WP}}}docPr"
PICTURE, PICTURE_PROPERTIES = f"{{{PIC}}}pic", f"{{{PIC}}}nvPicPr/{{{PIC}}}cNvPr"
BLIP, CLICK = f"{{{DRAWING}}}blip", f"{{{DRAWING}}}hlinkClick"
WORD_ART, VML_PICTURE = f"{{{VML}}}textpath", f"{{{VML}}}imagedata"
ID, EMBED, LINKED = f"{{{R}}}id", f"{{{R}}}embed", f"{{{R}}}link"
TITLE = f"{{{OFFICE}}}title"
DIAGRAM_NAMES = {f"{{{CHART}}}chart": "chart", f"{{{DIAGRAM}}}relIds": "diagram"}


@dataclass(slots=True)
class Shape:
    """What was found in one drawing."""

    boxes: list[Element] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    diagrams: list[Element] = field(default_factory=list)
    """What stands for charts and SmartArt."""
    links: list[Hyperlink] = field(default_factory=list)
    """Where pictures and shapes lead when they are clicked on (20.4.2.5 and 21.1.2.3.5)."""


def read_shape(drawing: Element, relationships: dict[str, Relationship], package: Package) -> Shape:
    """Return what ``w:drawing``, ``w:pict`` or ``w:object`` holds (ECMA-376 part 1, 20.4 and part 4, 19)."""
    shape = Shape()
    _walk(drawing, shape, relationships)
    objects = list(drawing.iter(*OBJECTS))
    if objects:
        # The picture of an embedded object is only its icon.
        shape.pictures = [name_object(entry, drawing, relationships, package) for entry in objects]
    return shape


def _walk(element: Element, shape: Shape, relationships: dict[str, Relationship]) -> None:
    for child in element:
        tag = child.tag
        if tag == TEXT_BOX:
            shape.boxes.append(child)
        elif tag == ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                _walk(chosen, shape, relationships)
        elif tag == PICTURE:
            shape.pictures.append(_name_of_picture(child, element, relationships))
            for click in child.iter(CLICK):
                _lead(click, shape, relationships)
        elif tag == DRAWN_PARAGRAPH:
            shape.signs += filter(None, [drawn_words(child)])
        else:
            _note(child, shape, relationships)
            _walk(child, shape, relationships)


def _note(child: Element, shape: Shape, relationships: dict[str, Relationship]) -> None:
    if child.tag == WORD_ART:
        shape.signs.append(child.get("string", ""))
    elif child.tag == VML_PICTURE:
        shape.pictures.append(_name_of_old_picture(child, relationships))
    elif child.tag in POINTERS:
        shape.diagrams.append(child)
        shape.pictures.append(_said_of([_frame_around(child)]) or DIAGRAM_NAMES[child.tag])
    elif child.tag == CLICK:
        _lead(child, shape, relationships)


def _name_of_old_picture(picture: Element, relationships: dict[str, Relationship]) -> str:
    """Return what its shape says for those who cannot see it (part 4, 19.1.2.19), else its title."""
    around = picture.getparent()
    said = "" if around is None else around.get("alt", "")
    return said or picture.get(TITLE) or file_name(picture.get(ID), relationships) or "picture"


def _lead(click: Element, shape: Shape, relationships: dict[str, Relationship]) -> None:
    around = click.getparent()
    found = relationships.get(click.get(ID, ""))
    name = "" if around is None else around.get("descr") or around.get("name") or ""
    if found is not None and found.is_external and all(link.url != found.target for link in shape.links):
        shape.links.append(Hyperlink(name or "picture", found.target))


def _name_of_picture(picture: Element, around: Element, relationships: dict[str, Relationship]) -> str:
    blip = picture.find(f".//{BLIP}")
    target = None if blip is None else blip.get(EMBED) or blip.get(LINKED)
    said = _said_of([_frame_around(around), picture.find(PICTURE_PROPERTIES)])
    return said or file_name(target, relationships) or "picture"


def _frame_around(element: Element) -> Element | None:
    """Return what the frame around ``element`` says of itself (20.4.2.5)."""
    frame = next(element.iterancestors(f"{{{WP}}}inline", f"{{{WP}}}anchor"), None)
    return None if frame is None else frame.find(DOC_PROPERTIES)


def _said_of(entries: list[Element | None]) -> str:
    """Return the words for those who cannot see it, else its title, else its name."""
    named = (entry.get(key) for key in ("descr", "title", "name") for entry in entries if entry is not None)
    return next((name for name in named if name), "")
