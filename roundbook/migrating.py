"""Bringing a ledger of an older version of roundbook to the tables of this one, never without a backup beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from roundbook.staging import replace_file

if TYPE_CHECKING:
    from pathlib import Path

Steps: TypeAlias = Mapping[int, tuple[str, ...]]
"""By version, the statements that make the tables of the next version out of its own."""

STEPS: Steps = {}
"""None so far: every ledger there is has the tables of ``schema.sql``."""


def migrate(base: sqlite3.Connection, path: Path, steps: Steps, version: int) -> None:
    """Bring the ledger open as ``base``, which lies at ``path``, to ``version``, with a copy as it was put beside it.

    Raises ``sqlite3.Error``, and ``NotWrittenError`` where the copy cannot be written.
    """
    replace_file(path.with_name(f"{path.name}.version-{_version(base)}"), lambda stage: _back_up(base, stage))
    bring_up(base, steps, version)


def bring_up(base: sqlite3.Connection, steps: Steps, version: int) -> None:
    """Bring the tables in ``base`` to ``version``: wholly or, on any error, not at all. Raises ``sqlite3.Error``."""
    older = _version(base)
    base.execute("BEGIN IMMEDIATE")
    try:
        for number in range(older, version):
            for statement in steps[number]:
                base.execute(statement)
        base.execute(f"PRAGMA user_version = {version}")
        _check_references(base)
        base.execute("COMMIT")
    except BaseException:
        if base.in_transaction:
            base.execute("ROLLBACK")
        raise


def _check_references(base: sqlite3.Connection) -> None:
    if base.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError("rows refer to others that are not there")


def _back_up(base: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        base.backup(copy)


def _version(base: sqlite3.Connection) -> int:
    (version,) = base.execute("PRAGMA user_version").fetchone()
    return int(version)
