from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.roundbook.page.served import Served, served


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    """The page, with nothing on its desk."""
    with served(tmp_path / "remembered") as opened:
        yield opened


@pytest.fixture
def client(site: Served) -> httpx.Client:
    """Somebody who has been let in."""
    return site.client()
