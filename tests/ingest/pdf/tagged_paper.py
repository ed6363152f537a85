"""Writes small tagged PDFs object by object, with nothing drawn but words and boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXT = "BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
HEIGHT = 800


@dataclass(slots=True)
class TaggedCell:
    """A cell: on each page it stands on, its lines by their place from the left and the top."""

    lines: Sequence[tuple[int, float, float, str]]
    """The number of the page, counted from 0, and where the line stands."""
    attributes: str = ""


@dataclass(slots=True)
class TaggedPaper:
    """A tagged table in the making."""

    pages: int = 1
    rows: list[list[TaggedCell]] = field(default_factory=list)
    loose: list[tuple[int, float, float, str]] = field(default_factory=list)
    """Words without a tag."""
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Rectangles drawn on the first page: from the left, from the top, how wide, how high."""

    def save(self, path: Path) -> Path:
        path.write_bytes(_Writer(self).write())
        return path


class _Writer:
    def __init__(self, paper: TaggedPaper) -> None:
        self.paper = paper
        self.objects: list[str] = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", ""]
        self.drawn: list[list[str]] = [[] for _ in range(paper.pages)]
        self.parents: list[list[int]] = [[] for _ in range(paper.pages)]
        self.first_page = 5

    def write(self) -> bytes:
        for number in range(self.paper.pages):
            self.objects += ["", ""]
            for page, x, top, text in self.paper.loose:
                if page == number:
                    self.drawn[page].append(TEXT.format(x=x, y=HEIGHT - top, text=text))
        for x, top, width, height in self.paper.boxes:
            self.drawn[0].append(f"{x} {HEIGHT - top - height} {width} {height} re S")
        table = self.add("")
        rows = [self.row(row, table) for row in self.paper.rows]
        self.objects[table - 1] = f"<< /Type /StructElem /S /Table /P 4 0 R /K [{_refs(rows)}] >>"
        self.finish(table)
        return self.bytes()

    def add(self, body: str) -> int:
        self.objects.append(body)
        return len(self.objects)

    def row(self, cells: Sequence[TaggedCell], table: int) -> int:
        number = self.add("")
        numbers = [self.cell(cell, number) for cell in cells]
        self.objects[number - 1] = f"<< /Type /StructElem /S /TR /P {table} 0 R /K [{_refs(numbers)}] >>"
        return number

    def cell(self, cell: TaggedCell, row: int) -> int:
        number = self.add("")
        kids = []
        for page, x, top, text in cell.lines:
            mark = len(self.parents[page])
            self.parents[page].append(number)
            drawn = TEXT.format(x=x, y=HEIGHT - top, text=text)
            self.drawn[page].append(f"/TD << /MCID {mark} >> BDC {drawn} EMC")
            kids.append(f"<< /Type /MCR /Pg {self.page(page)} 0 R /MCID {mark} >>")
        attributes = f"/A << /O /Table {cell.attributes} >>" if cell.attributes else ""
        self.objects[number - 1] = f"<< /Type /StructElem /S /TD /P {row} 0 R {attributes} /K [{' '.join(kids)}] >>"
        return number

    def page(self, number: int) -> int:
        return self.first_page + 2 * number

    def finish(self, table: int) -> None:
        pages = [self.page(number) for number in range(self.paper.pages)]
        tree = " ".join(f"{number} [{_refs(kids)}]" for number, kids in enumerate(self.parents))
        self.objects[0] = "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R >>"
        self.objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{_refs(pages)}] >>"
        self.objects[3] = f"<< /Type /StructTreeRoot /K [{table} 0 R] /ParentTree << /Nums [{tree}] >> >>"
        for number, page in enumerate(pages):
            content = "\n".join(self.drawn[number])
            self.objects[page - 1] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 {HEIGHT}] /StructParents {number}"
                f" /Contents {page + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            self.objects[page] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"

    def bytes(self) -> bytes:
        out = b"%PDF-1.7\n"
        places = []
        for number, body in enumerate(self.objects, start=1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n".encode()
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        size = len(places) + 1
        end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
        return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def _refs(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
