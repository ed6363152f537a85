"""Small Word documents written out by hand, so that each test shows the XML it is about."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from ingest.model import SourceCell, SourceDocument, SourceTable, Where
from ingest.readers.word import read as read_word

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass
class Docx:
    """A document to be: its body, its other parts by name, and its relationships by id."""

    body: str
    parts: dict[str, str] = field(default_factory=dict)
    """The inside of a part's root by the part's kind ("styles", "comments", "header1")."""
    links: dict[str, str] = field(default_factory=dict)
    """Addresses outside the package by relationship id."""
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Kind and target of further relationships by id."""


ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "settings": "w:settings",
    "comments": "w:comments",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "header": "w:hdr",
    "footer": "w:ftr",
    "theme": "a:theme",
    "chart": "c:chartSpace",
    "diagram": "dgm:dataModel",
}


def write_docx(path: Path, docx: Docx) -> Path:
    """Write ``docx`` to ``path``; each part gets the id "rId" and its name."""
    entries = [_entry(f"rId{name}", name.rstrip("0123456789"), f"{name}.xml") for name in docx.parts]
    entries += [_entry(key, "hyperlink", url, ' TargetMode="External"') for key, url in docx.links.items()]
    entries += [_entry(key, kind, target) for key, (kind, target) in docx.targets.items()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _content_types(docx))
        package.writestr("_rels/.rels", _relationships([_entry("rId1", "officeDocument", "word/document.xml")]))
        package.writestr("word/_rels/document.xml.rels", _relationships(entries))
        package.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{docx.body}</w:body></w:document>")
        for name, inside in docx.parts.items():
            package.writestr(f"word/{name}.xml", _part(name, inside))
    return path


def _content_types(docx: Docx) -> str:
    kinds = {f"word/{name}.xml": name.rstrip("0123456789") for name in docx.parts} | {
        "word/document.xml": "document.main"
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    defaults = f'<Default Extension="rels" ContentType="{RELATIONSHIPS_TYPE}"/>'
    return f'<Types xmlns="{CONTENT_TYPES}">{defaults}{overrides}</Types>'


def _entry(key: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{key}" Type="{TYPES}/{kind}" Target="{target}"{more}/>'


def _relationships(entries: list[str]) -> str:
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(entries)}</Relationships>'


def _part(name: str, inside: str) -> str:
    root = ROOTS[name.rstrip("0123456789")]
    return f"<{root} {NAMESPACES}>{inside}</{root}>"


def read(tmp_path: Path, docx: Docx | str) -> SourceDocument:
    """Return ``docx`` (or a body alone) written and read again; every word of it must be accounted for."""
    path = write_docx(tmp_path / "return.docx", docx if isinstance(docx, Docx) else Docx(docx))
    document = read_word(path, "return.docx", "0" * 64)
    assert words_given(document) == document.words
    assert "words-differ" not in {finding.code for finding in document.findings}
    return document


def words_given(document: SourceDocument) -> int:
    """Return the sum of the words over all blocks."""
    tables = sum(cell.words for table in document.tables for cell in table.cells)
    return tables + sum(paragraph.words for paragraph in document.paragraphs)


def read_cell(tmp_path: Path, content: str, **parts: str) -> SourceCell:
    """Return the one cell of a table with ``content`` in it."""
    (only,) = read(tmp_path, Docx(table(row(cell(content))), parts)).tables
    return only.cells[0]


def texts(source: SourceTable) -> list[tuple[int, int, str]]:
    """Return row, column and text of every cell."""
    return [(found.row, found.col, found.text) for found in source.cells]


def paragraphs(document: SourceDocument, where: Where = Where.BODY) -> list[str]:
    """Return the texts of the paragraphs of one kind."""
    return [paragraph.text for paragraph in document.paragraphs if paragraph.where is where]


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    inside = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(content: str = "", properties: str = "") -> str:
    """A cell; plain text and runs become a paragraph."""
    inside = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; text and paragraphs become cells."""
    inside = "".join(entry if entry.startswith(("<w:tc>", "<w:sdt>")) else cell(entry) for entry in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = (), properties: str = "") -> str:
    """A table of rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def on(name: str) -> str:
    """A switch such as ``<w:b/>``."""
    return f"<w:{name}/>"


def val(name: str, value: str | int) -> str:
    """A property with a value."""
    return f'<w:{name} w:val="{value}"/>'


def content_control(content: str, properties: str = "") -> str:
    """A content control around runs, paragraphs, cells or rows."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field_char(kind: str, data: str = "") -> str:
    """One of the three marks of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def complex_field(instruction: str, result: str) -> str:
    """A field with its instruction and its result."""
    instructed = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return field_char("begin") + instructed + field_char("separate") + result + field_char("end")
