"""What axe-core finds wrong with a page shown in the browser, as sentences; nothing where all can use it.

``axe_core/`` holds axe-core 4.14.1 by Deque Systems as it is published, with its licence (MPL-2.0) beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).parent / "axe_core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})"


def bring_axe(page: Page) -> None:
    """Have axe-core in everything ``page`` will show; the page's own policy on scripts stays in force."""
    page.add_init_script(path=SOURCE)


def faults(page: Page) -> list[str]:
    """Return a sentence for every element that breaks a rule of WCAG 2.2 AA, or good practice."""
    found: Mapping[str, Any] = page.evaluate(RUN, RULES)
    return list(_sentences(found))


def _sentences(found: Mapping[str, Any]) -> Iterator[str]:
    for rule in found["violations"]:
        for node in rule["nodes"]:
            yield f"{rule['id']}: {rule['help']}: {node['html'][:200]} ({node['failureSummary']})"
