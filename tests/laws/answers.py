"""What every reading of a return must give, and what one did give, in the same terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ingest.model import SourceDocument, SourceTable
from normalize.model import ReturnedDocument, Update
from tests.laws.layout import LaidTable, counted_lines, lay_out
from tests.laws.returns import COLOURS, Cell, Column, Numbers, Return, Row

MADE_ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u2022\uf0b7", "''\"\"  ")
RATINGS = {"r": "red", "a": "amber", "g": "green"}
TEXTS = {
    Column.ACTION: "action", Column.LEAD: "lead", Column.DUE: "by when", Column.UPDATE: "update",
    Column.STATUS: "status", Column.EVIDENCE: "evidence",
}  # fmt: skip
Answer = Mapping[str, str]
"""The fields of a row by their names, folded."""


def fold_typed(text: str) -> str:
    """Return ``text`` with white space, quotes and bullets made alike: what a change of format may change."""
    return " ".join(text.translate(MADE_ALIKE).split())


def expected(sent: Return) -> list[Answer]:
    """Return the rows that every reading of ``sent`` must give."""
    return [answer for kind, row in sent.rows() for answer in _answers_of(sent, kind, row)]


def _answers_of(sent: Return, kind: str, row: Row) -> Iterator[Answer]:
    recommendation = _without_number(sent, row)
    for answer, fill in zip(row.answers, row.fills, strict=True):
        told = {name: _join(answer.get(column, ())) for column, name in TEXTS.items()}
        rating = _join(answer.get(Column.RATING, ())).lower()
        told["rating"] = _colour(fill) if fill else RATINGS.get(rating, rating)
        if Column.RATING not in sent.columns:
            told["rating"] = ""
        links = " ".join(line.link for lines in answer.values() for line in lines if line.link)
        yield {"kind": kind, "number": row.number, "recommendation": recommendation, **told, "links": links}


def _colour(fill: str) -> str:
    return next(name for name, fills in COLOURS.items() if fill in fills)


def _without_number(sent: Return, row: Row) -> str:
    text = "\n".join(line.text for line in row.recommendation)
    if sent.numbers is Numbers.CELL:
        text = text.partition(row.number)[2].lstrip(".:) ")
    return fold_typed(text)


def _join(lines: Cell) -> str:
    return fold_typed("\n".join(counted_lines(lines)))


def found(document: ReturnedDocument) -> list[Answer]:
    """Return the rows that were read of a document."""
    return [_found_row(update) for sent in document.returns for update in sent.updates]


def _found_row(update: Update) -> Answer:
    return {
        "kind": update.kind,
        "number": ", ".join(update.numbers),
        "recommendation": fold_typed(update.recommendation),
        "action": fold_typed(update.action),
        "lead": fold_typed(update.lead),
        "by when": fold_typed(update.by_when),
        "update": fold_typed(update.update),
        "status": fold_typed(update.status_as_written),
        "evidence": fold_typed(update.evidence),
        "rating": update.rating or "",
        "links": " ".join(link.url for link in update.links),
    }


def typed_letters(sent: Return) -> Counter[str]:
    """Return the letters and digits typed in a return, its page headers aside."""
    letters: Counter[str] = Counter()
    for block in lay_out(sent):
        cells = [cell.lines for row in block.rows for cell in row] if isinstance(block, LaidTable) else [(block.line,)]
        for lines in cells:
            letters.update(_letters(" ".join(line.text for line in lines)))
    return letters


def read_letters(document: SourceDocument) -> Counter[str]:
    """Return the letters and digits in all that was read of a document."""
    letters: Counter[str] = Counter()
    for block in document.blocks:
        cells = block.cells if isinstance(block, SourceTable) else ()
        letters.update(_letters(block.text) if not isinstance(block, SourceTable) else "")
        for cell in cells:
            letters.update(_letters("".join((cell.text, cell.note, *cell.struck))))
    return letters


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
