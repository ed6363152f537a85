"""Writes a board folder of any size: ``python -m benchmarks.run.boards FOLDER --returns 40 --rows 12``.

The master list comes from the grammar of ``benchmarks.linking``; each return is a small Word document in which one
agency answers its own recommendations, word for word. Everything is invented.
"""

from __future__ import annotations

import argparse
import csv
import zipfile
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from benchmarks.linking.grammar import write_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from normalize.model import MasterList, Recommendation

SEED = 11
MASTER_HEADINGS = ("ID", "Agency", "Kind", "Number", "Recommendation")
HEADINGS = ("Number", "Recommendation", "Update", "Evidence")
NEWS = (
    "Training was held for {count} staff", "An audit of {count} case files was completed",
    "The policy was revised and sent to {count} teams", "Supervision records of {count} workers were sampled",
    "A working group of {count} met and will report", "Guidance was agreed and is on the intranet ({count} views)",
)  # fmt: skip
PROOF = (
    "Minutes of meeting {count}",
    "Audit report {count}",
    "Attendance list, {count} names",
    "Policy, version {count}",
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>'
)
PARTS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIPS}" Target="word/document.xml"/></Relationships>'
)


def write_board(folder: Path, *, returns: int, rows: int, entries: int) -> None:
    """Make a board whose master list has ``entries`` and whose inbox has ``returns`` of at most ``rows`` rows each."""
    master = write_list(entries, SEED)
    (folder / "inbox").mkdir(parents=True)
    write_master(folder / "master.csv", master)
    random = Random(SEED)  # noqa: S311 - sample text
    for number, (agency, asked) in enumerate(islice(_cut(master, rows), returns), start=1):
        write_return(folder / "inbox" / f"{agency} return {number}.docx", agency, asked, random)


def write_master(path: Path, master: MasterList) -> None:
    """Write a master list as a .csv file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(MASTER_HEADINGS)
        table.writerows((each.id, each.agency, each.kind, each.number, each.text) for each in master.recommendations)


def _cut(master: MasterList, rows: int) -> Iterator[tuple[str, tuple[Recommendation, ...]]]:
    """Yield what each return answers: an agency's next ``rows`` recommendations, from the start again at the end."""
    by_agency: dict[str, list[Recommendation]] = {}
    for each in master.recommendations:
        by_agency.setdefault(each.agency, []).append(each)
    for start in cycle(range(0, max(map(len, by_agency.values())), rows)):
        for agency, asked in by_agency.items():
            if asked[start : start + rows]:
                yield agency, tuple(asked[start : start + rows])


def write_return(path: Path, agency: str, asked: Iterable[Recommendation], random: Random) -> None:
    """Write a return in which ``agency`` answers each of the recommendations it is asked about."""
    lines = [HEADINGS, *((each.number, each.text, _say(NEWS, random), _say(PROOF, random)) for each in asked)]
    body = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(text)}</w:tc>' for text in line)}</w:tr>" for line in lines)
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>'
        f"{_paragraph(f'Agency: {agency}')}<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(HEADINGS)}</w:tblGrid>"
        f"{body}</w:tbl>{_paragraph('')}</w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("_rels/.rels", PARTS)
        package.writestr("word/document.xml", document)


def _say(sentences: tuple[str, ...], random: Random) -> str:
    said = random.choice(sentences).format(count=random.randint(2, 900))
    return f"{said}, as reported on {random.randint(1, 28)} May 2025."


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def main() -> None:
    """Write the board asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--returns", type=int, default=40)
    parser.add_argument("--rows", type=int, default=12)
    parser.add_argument("--entries", type=int, default=500)
    chosen = parser.parse_args()
    write_board(chosen.folder, returns=chosen.returns, rows=chosen.rows, entries=chosen.entries)


if __name__ == "__main__":
    main()
