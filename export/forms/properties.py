"""What a form's file says of itself: whose board it is of, which round, which agency (ECMA-376 part 1, 22.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What every custom property says it is."""
FIRST_NUMBER = 2
"""Properties are numbered from 2; 0 and 1 have a meaning of their own ([MS-OSHARED] 2.3.3.2.3.1)."""


def add_properties(document: Document, properties: Mapping[str, str]) -> None:
    """Give a document custom properties, which Word shows under File, Info, Advanced properties."""
    root = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={"c": CUSTOM, "vt": VALUES})
    for number, (name, value) in enumerate(properties.items(), FIRST_NUMBER):
        entry = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=FORMAT, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{VALUES}}}lpwstr").text = value
    package = document.part.package
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE, written, package), RELATION)
