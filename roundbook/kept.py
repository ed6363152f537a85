"""Documents understood in an earlier run, known again by their content: what is unchanged is not read once more."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ingest.hashing import hash_file
from normalize.model import ReturnedDocument
from roundbook.edition import find_edition
from roundbook.records import from_json, to_json

if TYPE_CHECKING:
    from ingest.folder import FoundFile
    from normalize.vocabulary import Vocabulary
    from roundbook.shelf import Shelf


class KeptReadings:
    """The documents on a ``Shelf``, each under all that its reading depends on.

    That is its bytes, its name, what the board calls things, and the edition of the program. A file that could not
    be read is never among them, because a later attempt may go better.
    """

    def __init__(self, shelf: Shelf, vocabulary: Vocabulary) -> None:
        """Keep on ``shelf`` what is understood with ``vocabulary``."""
        self._shelf = shelf
        self._around = f"{find_edition()}\n{to_json(vocabulary)}"

    def load(self, file: FoundFile) -> ReturnedDocument | None:
        """Return ``file`` as understood before; None where it was not."""
        try:
            text = self._shelf.take(self._key(file.name, hash_file(file.path)))
            return from_json(ReturnedDocument, text) if text else None
        except (OSError, ValueError, TypeError):  # reading it afresh will say what there is to say
            return None

    def keep(self, reading: ReturnedDocument) -> None:
        """Keep a document as understood."""
        self._shelf.put(self._key(reading.source.path, reading.source.sha256), to_json(reading))

    def _key(self, name: str, sha256: str) -> str:
        return hashlib.sha256(f"{sha256}\n{name}\n{self._around}".encode()).hexdigest()
