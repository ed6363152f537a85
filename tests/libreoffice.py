"""LibreOffice as the tests use it: to write documents in the formats that agencies send."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.office import is_there
from ingest.office.profile import write_profile
from ingest.office.program import run_program

needs_libreoffice = pytest.mark.skipif(not is_there(), reason="LibreOffice is not installed here")


def save_as(target: str, sources: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Write ``sources`` in the format ``target`` ("pdf:<filter>:<options>") to ``folder`` and return where they lie."""
    folder.mkdir(exist_ok=True)
    profile = folder / "profile"
    if not profile.exists():
        write_profile(profile)
    setting = f"-env:UserInstallation={profile.as_uri()}"
    arguments = (setting, "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, sources))
    run_program(arguments, folder, 120)
    return tuple(folder / f"{source.stem}.{target.split(':', maxsplit=1)[0]}" for source in sources)
