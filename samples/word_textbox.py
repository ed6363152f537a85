"""A text box as Word writes it: once for new readers and once again, in VML, for old ones (ECMA-376 Part 3, 10.2.1)."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from samples.markup import Mark, split_runs

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
WIDTH, LINE_HEIGHT = 5_400_000, 260_000
"""In English Metric Units; 360,000 to the centimetre."""
PER_POINT = 12_700

SHAPE = """
<w:r {namespaces}><mc:AlternateContent>
 <mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
  <wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="Text Box 1"/>
  <a:graphic><a:graphicData uri="{wps}"><wps:wsp>
   <wps:cNvSpPr txBox="1"/>
   <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>
   <wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr/>
  </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
 <mc:Fallback><w:pict><v:shape style="width:{points}pt;height:{points_high}pt" type="#_x0000_t202">
  <v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>
"""


def text_box_run(lines: tuple[str, ...]) -> Any:  # noqa: ANN401 - an lxml element, whose class python-docx makes as it goes
    """Return a run holding a text box with the lines, one paragraph each."""
    height = LINE_HEIGHT * (len(lines) + 1)
    shape = SHAPE.format(
        namespaces=" ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items()),
        wps=NAMESPACES["wps"],
        width=WIDTH,
        height=height,
        points=WIDTH // PER_POINT,
        points_high=height // PER_POINT,
        paragraphs="".join(_paragraph(line) for line in lines),
    )
    return parse_xml(re.sub(r">\s*\n\s*<", "><", shape.strip()))


def _paragraph(line: str) -> str:
    runs = (
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if run.mark is Mark.BOLD else ''}"
        f'<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
        for run in split_runs(line)
    )
    return f"<w:p>{''.join(runs)}</w:p>"
