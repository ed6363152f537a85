"""What several commands ask for, in the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The board's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
