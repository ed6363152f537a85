"""The change log of a round: one page for the committee, with everything in it and nothing fetched from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from export.changes.page import lay_out
from export.templating import make_environment

if TYPE_CHECKING:
    from export.model import RoundPack

TEMPLATES = Path(__file__).parent / "templates"


def write(pack: RoundPack, path: Path) -> None:
    """Write the change log of the round in ``pack`` to ``path``. Raises ``OSError`` if that cannot be done.

    The same pack gives the same bytes.
    """
    path.write_text(_render(pack), encoding="utf-8", newline="\n")


def _render(pack: RoundPack) -> str:
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    template = make_environment(TEMPLATES).get_template("changes.html")
    return template.render(page=lay_out(pack), style=style, style_hash=_csp_hash(style)) + "\n"


def _csp_hash(style: str) -> str:
    """Return the source expression that allows this one style sheet (Content Security Policy Level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
