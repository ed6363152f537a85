"""The words of drawings, and of charts and SmartArt, which lie in parts of their own (part 1, 21.1, 21.2 and 21.4)."""

from __future__ import annotations

from ingest.readers.word.markup import CHART, DIAGRAM, DRAWING, Element, R
from ingest.readers.word.package import Package, Relationship

POINTERS: dict[str, str] = {f"{{{CHART}}}chart": f"{{{R}}}id", f"{{{DIAGRAM}}}relIds": f"{{{R}}}dm"}
"""The elements that stand for a chart or a diagram, and the attribute that leads to its words."""
DRAWN_PARAGRAPH, TEXT = f"{{{DRAWING}}}p", f"{{{DRAWING}}}t"
LABELS, LABEL = f"{{{CHART}}}strCache", f"{{{CHART}}}v"


def drawn_words(paragraph: Element) -> str:
    """Return the words of a paragraph of a drawing, as charts and drawings of other programs have them (21.1.2.2.6)."""
    return "".join(text.text or "" for text in paragraph.iter(TEXT)).strip()


def read_diagram(pointer: Element, relationships: dict[str, Relationship], package: Package) -> list[str]:
    """Return the paragraphs typed in a chart or diagram, and the labels of a chart's columns and rows, each once."""
    found = relationships.get(pointer.get(POINTERS[pointer.tag], ""))
    root = None if found is None or found.is_external else package.parse_if_sound(found.target)
    if root is None:
        return []
    typed = [drawn_words(paragraph) for paragraph in root.iter(DRAWN_PARAGRAPH)]
    labels = [(label.text or "").strip() for labels in root.iter(LABELS) for label in labels.iter(LABEL)]
    return list(dict.fromkeys(line for line in [*typed, *labels] if line))
