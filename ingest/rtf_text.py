"""The letters of a rich text document as they lie in it, without any of their looks (Rich Text Format 1.9.1)."""

from __future__ import annotations

from dataclasses import replace

from ingest.rich_text import UNSEEN, Group, RichTextReader

SEEN = frozenset({b"shpinst", b"shptxt", b"annotation", b"nestcell"})
"""Groups a program need not know, and that hold text all the same."""
LINE_ENDS = (b"par", b"line", b"row", b"nestrow", b"page", b"sect", b"annotation")


def read_rtf_text(data: bytes) -> str:
    """Return the letters of the document ``data``: a line for each paragraph, a tab between the cells of a row."""
    return _Reader(Group()).read(data)


class _Reader(RichTextReader[Group]):
    gaps = dict.fromkeys(LINE_ENDS, "\n") | dict.fromkeys((b"cell", b"nestcell", b"tab"), "\t")

    def _changed(self, group: Group, word: bytes, number: int | None) -> Group | None:  # noqa: ARG002 - none asks for one
        is_unseen = word in UNSEEN or (self._is_optional and word not in SEEN)
        return replace(group, is_seen=False) if is_unseen else None

    def _add(self, text: str) -> None:
        if self._groups[-1].is_seen:
            self._pieces.append(text)
