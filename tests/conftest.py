"""What the tests of every part share."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings

from tests.browser import ARGUMENTS, CHROMIUM

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Have pytest-playwright start the system's Chromium instead of one it would fetch."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def base_url() -> str:
    """Stand in for the plugin's own, which warns of itself: pages are opened by their whole address."""
    return ""
