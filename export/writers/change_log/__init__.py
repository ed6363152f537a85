"""The change log of a round: one page for the committee, with everything in it and nothing fetched from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from export.changes.page import lay_out
from export.templating import make_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack

TEMPLATES = Path(__file__).parent / "templates"


def write(pack: RoundPack, path: Path) -> None:
    """Write the change log of the round in ``pack`` to ``path``. Raises ``OSError`` if that cannot be done.

    The same pack gives the same bytes.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_render(pack))


def _render(pack: RoundPack) -> Iterator[str]:
    """Yield the page piece by piece: of a large round, the whole is too much to hold at once."""
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    template = make_environment(TEMPLATES).get_template("changes.html")
    yield from template.generate(page=lay_out(pack), style=style, style_hash=_csp_hash(style))
    yield "\n"


def _csp_hash(style: str) -> str:
    """Return the source expression that allows this one style sheet (Content Security Policy Level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
