"""The board's master list, read and understood, with every failure as a sentence for the administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import UnreadableError
from ingest.master import read_master_table
from normalize.errors import MasterListError
from normalize.recommendations import is_answered, understand_master
from roundbook.errors import MasterListUnusableError

if TYPE_CHECKING:
    from pathlib import Path

    from normalize.model import MasterList


def read_master(path: Path) -> MasterList:
    """Return the master list at ``path``. Raises ``MasterListUnusableError``."""
    try:
        return understand_master(read_master_table(path))
    except MasterListError as error:
        raise MasterListUnusableError(f"{path}: {error}") from error
    except UnreadableError as error:
        raise MasterListUnusableError(f"{path}: {error.reason} {error.advice}") from error
    except OSError as error:
        raise MasterListUnusableError(
            f"{path}: cannot be opened ({error.strerror}). Close it in other programs and run again."
        ) from error


def is_tracker(path: Path) -> bool:
    """Return whether the readable list at ``path`` is an action tracker, of which a master list is to be drafted."""
    return is_answered(read_master_table(path))
