"""The boards of the application's own tests, for stopping their runs."""

from __future__ import annotations

from tests.roundbook.conftest import board, closed, closed_before, run_once, run_once_before

__all__ = ["board", "closed", "closed_before", "run_once", "run_once_before"]
