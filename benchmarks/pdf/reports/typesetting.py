"""Typesets reports: HTML printed by Chromium or opened by LibreOffice Writer; pages once typeset are kept."""

from __future__ import annotations

import shutil
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.pdf.reports.families import Family
from benchmarks.pdf.statistics import Cell

LONGEST = 120
"""Seconds a typesetter may take for one report."""
UNTAGGED = "--disable-pdf-tagging"
"""Tags would give the tables away: the statistical offices' files have none."""
FONTS = (
    "Liberation Sans",
    "Liberation Serif",
    "Nimbus Roman",
    "DejaVu Sans Condensed",
    "P052",
    "Liberation Sans Narrow",
)
COMMON = """
p{{margin:0 0 6pt;text-align:{align}}} h2{{font-size:1.3em;margin:8pt 0 6pt}} ul{{margin:0 0 8pt}}
.caption{{font-weight:{weight};margin:8pt 0 2pt;text-align:left}}
.note{{font-size:0.85em;margin:2pt 0 10pt;text-align:left}}
.float{{float:right;width:50%;margin-left:16pt}}
.sides{{display:flex;gap:24pt}} .side{{flex:1}} .three{{column-count:3}}
.toc{{display:flex}} .dots{{flex:1;overflow:hidden;white-space:nowrap}} .right{{margin-left:65%;margin-bottom:12pt}}
.term{{display:flex;margin-bottom:6pt}} .term b{{width:24%;flex:none;padding-right:8pt}}
.hang{{padding-left:14pt;text-indent:-14pt}}
.par{{display:flex;margin-bottom:7pt;text-align:justify}} .par span:first-child{{width:30pt;flex:none}}
"""


@dataclass(frozen=True, slots=True)
class Report:
    """A report to be typeset, and the tables in it."""

    family: Family
    seed: int
    html: str
    tables: tuple[tuple[Cell, ...], ...]

    @property
    def name(self) -> str:
        """What its file is called; it changes with what is in it."""
        return f"{self.family.name.replace(' ', '-')}-{self.seed}-{zlib.crc32(self.html.encode()):08x}"


def write(family: Family, seed: int) -> Report:
    """Return report number ``seed`` of ``family``."""
    random = Random(f"{family.name} {seed}")  # noqa: S311 - sample text
    blocks = family.build(random)
    size = random.choice((8, 9, 10)) if family.columns > 1 else random.choice((8.5, 9.5, 10.5, 11))
    font, align = random.choice(FONTS), random.choice(("left", "justify"))
    padding = ""
    if family.by_office:  # Writer takes neither the paragraphs' alignment nor the cells' padding as they are meant
        align, padding = "left", ' cellpadding="4"'
    paper = "A4 landscape" if family.is_landscape else random.choice(("A4", "Letter"))
    css = [
        f"@page{{size:{paper};margin:{random.randint(15, 28)}mm}}",
        f'body{{font:{size}pt/{random.choice((1.15, 1.25, 1.4))} "{font}";margin:0}}',
        f"main{{column-count:{family.columns};column-gap:{random.randint(14, 26)}pt}}" if family.columns > 1 else "",
        COMMON.format(align=align, weight=random.choice(("bold", "normal"))),
        *(block.css for block in blocks),
    ]
    body = "".join(block.html for block in blocks).replace("<table", f"<table{padding}")
    html = f'<!doctype html><meta charset="utf-8"><style>{"".join(css)}</style><main>{body}</main>'
    return Report(family, seed, html, tuple(table for block in blocks for table in block.tables))


def can_typeset() -> bool:
    """Whether both typesetters are installed; says so if not."""
    missing = [name for name in ("chromium", "soffice") if shutil.which(name) is None]
    if missing:
        print(f"not installed: {' and '.join(missing)}; only the drawn pages are scored")
    return not missing


def typeset(report: Report, folder: Path) -> Path:
    """Return the PDF of ``report`` in ``folder``, typeset now unless it is there already."""
    made = folder / f"{report.name}.pdf"
    if not made.exists():
        source = folder / f"{report.name}.html"
        source.write_text(report.html, encoding="utf-8")
        _run(_office(source) if report.family.by_office else _chromium(source, made))
    return made


def _chromium(source: Path, made: Path) -> list[str]:
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", UNTAGGED)
    return ["chromium", *switches, f"--print-to-pdf={made.resolve()}", source.resolve().as_uri()]


def _office(source: Path) -> list[str]:
    profile = f"-env:UserInstallation=file://{source.parent.resolve()}/profile"
    kind = 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
    return ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(source.parent), str(source)]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
