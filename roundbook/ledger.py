"""The ledger: one SQLite file that holds a board's history, written in one transaction per run.

This module opens it, guards it and makes its tables; ``history`` and ``decided`` say what is in them.

It keeps SQLite's rollback journal rather than a write-ahead log. A write-ahead log is quicker where one program reads
while another writes, and here one run at a time does both. It needs memory shared through a file, which network drives,
where boards keep their folders, do not give (SQLite's own documentation, "Write-Ahead Logging", says not to use it
there); and until it is written back the history lies in two files, of which whoever copies the folder may take one.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Self

from roundbook.errors import NotWrittenError
from roundbook.migrating import STEPS, bring_up, migrate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

VERSION = 1
"""Of the tables in ``schema.sql``; raised with every change to them."""
BUSY_SECONDS = 5
"""How long to wait for a backup program or a virus scanner to let go of the file."""


class DamagedLedgerError(NotWrittenError):
    """The file is no ledger, or no longer one."""


class Ledger:
    """An open ledger, used as a context manager; every method may raise ``NotWrittenError``."""

    def __init__(self, path: Path, *, may_make: bool = False) -> None:
        """Open the ledger at ``path``, in the tables of this version.

        One that is not there yet is empty, and made only if it ``may_make`` it; else one of an older version is
        brought to this one in memory alone.
        """
        self.path = path
        self._may_make = may_make
        self._base = self._connect(path if may_make or path.exists() else None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()
        if self.path.exists() and not self.path.stat().st_size:
            self.path.unlink()  # made by opening it, and nothing came of it

    def _connect(self, path: Path | None) -> sqlite3.Connection:
        with _said_plainly(self.path):
            base = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=BUSY_SECONDS)
        try:
            with _said_plainly(self.path):
                base.execute("PRAGMA foreign_keys = ON")
                base.execute("PRAGMA synchronous = FULL")
                version = self._check_version(base)
                self._check_sound(base)
                return self._brought_up(base) if 0 < version < VERSION else base
        except BaseException:
            base.close()
            raise

    def _check_version(self, base: sqlite3.Connection) -> int:
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise NotWrittenError(
                f"{self.path}: was written by a newer version of roundbook. "
                "Install that version and run again; nothing was changed."
            )
        return int(version)

    def _brought_up(self, base: sqlite3.Connection) -> sqlite3.Connection:
        if self._may_make:
            migrate(base, self.path, STEPS, VERSION)
            return base
        looked_at = sqlite3.connect(":memory:", isolation_level=None)
        base.backup(looked_at)
        base.close()
        bring_up(looked_at, STEPS, VERSION)
        return looked_at

    def _check_sound(self, base: sqlite3.Connection) -> None:
        (said,) = base.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise sqlite3.DatabaseError(said)

    @property
    def _is_empty(self) -> bool:
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        return not version

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep everything executed within, or, when an exception leaves it, nothing."""
        with _said_plainly(self.path):
            self._base.execute("BEGIN IMMEDIATE")
            try:
                if self._is_empty:
                    self._make_tables()
                yield
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise

    def _make_tables(self) -> None:
        statement = ""
        for line in files("roundbook").joinpath("schema.sql").read_text("utf-8").splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                self._base.execute(statement)
                statement = ""
        self._base.execute(f"PRAGMA user_version = {VERSION}")

    def execute(self, statement: str, rows: Iterable[tuple[object, ...]] = ((),)) -> None:
        """Carry out ``statement`` once for each of ``rows``; only within a transaction."""
        with _said_plainly(self.path):
            self._base.executemany(statement, rows)

    def select(self, query: str, *values: object) -> list[tuple[str, ...]]:
        """Return the rows ``query`` gives; an empty ledger, which has no tables yet, gives none."""
        with _said_plainly(self.path):
            return [] if self._is_empty else self._base.execute(query, values).fetchall()


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise NotWrittenError(
            f"{path}: cannot be used ({error}). Close it in other programs, see that the folder can be written "
            "to and the disk is not full, and run again; nothing was changed."
        ) from error
    except sqlite3.DatabaseError as error:
        raise DamagedLedgerError(
            f"{path}: is damaged ({error}). Put back the copy from your last backup and run again, or make it anew "
            f'from the rounds\' folders with: roundbook rebuild "{path.parent}". Nothing was changed.'
        ) from error
