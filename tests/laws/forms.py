"""A return in every form it may be sent in: typed here, saved by LibreOffice, printed by Chromium."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import ARGUMENTS, CHROMIUM
from tests.laws import web_page, word
from tests.laws.returns import Return
from tests.libreoffice import save_as

PDF = 'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{}"}}}}'
AT_ONCE = 50
"""So many documents LibreOffice saves in one go."""
TYPED, OTHER_PAPER, PAGE = "docx", "PDF on other paper", "web page"
SAVED: Mapping[str, tuple[str, str]] = {
    "doc": (TYPED, "doc"),
    "odt": (TYPED, "odt"),
    "rtf": (TYPED, "rtf"),
    "PDF": (TYPED, PDF.format("false")),
    "tagged PDF": (TYPED, PDF.format("true")),
    OTHER_PAPER: ("docx on other paper", PDF.format("false")),
}
"""What LibreOffice saves: from which document, and as what."""
PRINTED = "PDF by Chromium"
FORMS = (TYPED, *SAVED, PAGE, PRINTED)


def write_forms(returns: Sequence[Return], folder: Path, wanted: Sequence[str] = FORMS) -> dict[str, tuple[Path, ...]]:
    """Write ``returns`` below ``folder`` in the ``wanted`` forms; return where each of them lies."""
    typed = {TYPED: type_returns(returns, folder / TYPED)}
    if OTHER_PAPER in wanted:
        typed["docx on other paper"] = type_returns(returns, folder / "other", on_other_paper=True)
    made = {
        form: _save(typed[source], target, folder / form) for form, (source, target) in SAVED.items() if form in wanted
    }
    if PAGE in wanted or PRINTED in wanted:
        made[PAGE] = _write_pages(returns, folder / PAGE)
    if PRINTED in wanted:
        made[PRINTED] = _print(made[PAGE], folder / PRINTED)
    return {form: (typed | made)[form] for form in FORMS if form in wanted}


def type_returns(returns: Sequence[Return], folder: Path, *, on_other_paper: bool = False) -> tuple[Path, ...]:
    """Type ``returns`` in Word documents in ``folder``; on other paper their rows break elsewhere."""
    folder.mkdir(parents=True)
    return tuple(
        word.write(each, folder / f"{each.seed}.docx", size=each.look.other_size if on_other_paper else each.look.size)
        for each in returns
    )


def _save(sources: Sequence[Path], target: str, folder: Path) -> tuple[Path, ...]:
    batches = (sources[at : at + AT_ONCE] for at in range(0, len(sources), AT_ONCE))
    return tuple(path for batch in batches for path in save_as(target, batch, folder))


def _write_pages(returns: Sequence[Return], folder: Path) -> tuple[Path, ...]:
    folder.mkdir()
    return tuple(web_page.write(each, folder / f"{each.seed}.html") for each in returns)


def _print(pages: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Print ``pages``, every other one with the browser's own lines at the head and foot of its paper."""
    folder.mkdir()
    printed = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        tab = browser.new_page()
        for at, page in enumerate(pages):
            tab.goto(page.as_uri())
            path = folder / f"{page.stem}.pdf"
            tab.pdf(path=path, prefer_css_page_size=True, print_background=True, display_header_footer=at % 2 == 0)
            printed.append(path)
        browser.close()
    return tuple(printed)
