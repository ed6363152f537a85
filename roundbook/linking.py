"""The matcher alone, on a table of rows: what the ``link`` command does."""

from __future__ import annotations

import csv
from functools import partial
from typing import TYPE_CHECKING

from ingest.delimited import read_delimited
from ingest.identify import Format, identify
from match.linker import link
from match.model import Outcome, Query
from normalize.agencies import resolve_agency
from normalize.references import read_label, read_numbers
from roundbook.config import Config, read_config
from roundbook.errors import ExitCode, UsageError
from roundbook.master import read_master
from roundbook.staging import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from match.model import Link
    from normalize.vocabulary import Vocabulary

COLUMNS = ("query_id", "document", "agency", "kind", "number", "recommendation")
OUTPUT_COLUMNS = ("query_id", "decision", "ids", "score", "candidates", "reasons")
MOST_CANDIDATES = 5
BETWEEN = ";"
BETWEEN_REASONS = " | "
"""A reason is a sentence and may hold a semicolon."""


def link_table(rows: Path, master: Path, output: Path, config: Path | None) -> ExitCode:
    """Link the rows in the table at ``rows`` to the list at ``master`` and write the links to ``output``.

    Raises a ``RoundbookError`` when one of them cannot be read or written.
    """
    settings = read_config(config) if config else Config()
    recommendations = read_master(master)
    vocabulary = settings.vocabulary(recommendations)
    queries = tuple(_query(row, vocabulary) for row in _read_rows(rows))
    links = link(queries, recommendations, settings=settings.link_settings(), decisions=())
    replace_file(output, partial(_write, links))
    has_doubt = any(each.outcome is not Outcome.LINKED for each in links)
    return ExitCode.NEEDS_A_PERSON if has_doubt else ExitCode.DONE


def _read_rows(path: Path) -> list[dict[str, str]]:
    """Return the table's rows by column name. Raises ``UsageError``."""
    try:
        table = _read_table(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be opened ({error.strerror}).") from error
    headings, *rows = table or ((),)
    names = [heading.strip().lower().replace(" ", "_") for heading in headings]
    if COLUMNS[0] not in names:
        raise UsageError(
            f'{path}: there is no column "{COLUMNS[0]}". The columns found are: {", ".join(headings) or "none"}; '
            f"those read are: {', '.join(COLUMNS)}."
        )
    # A row may be shorter than the headings: what it leaves out is blank.
    return [dict(zip(names, row, strict=False)) for row in rows if any(row)]


def _read_table(path: Path) -> tuple[tuple[str, ...], ...]:
    found = identify(path)
    if found not in {Format.CSV, Format.TEXT, Format.EMPTY}:
        raise UsageError(f'{path}: is a file of the kind "{found}". Save the table as a .csv file and give that.')
    return read_delimited(path.read_bytes())


def _query(row: Mapping[str, str], vocabulary: Vocabulary) -> Query:
    _, document, agency, kind, number, recommendation = (row.get(name, "") for name in COLUMNS)
    return Query(
        id=row.get(COLUMNS[0], ""),
        document=document,
        agency=resolve_agency(agency, vocabulary) if agency else "",
        kind=kind,
        numbers=read_numbers(number) or read_label(number),
        recommendation=recommendation,
        id_as_written=number,
    )


def _write(links: Sequence[Link], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(OUTPUT_COLUMNS)
        writer.writerows(_output_rows(links))


def _output_rows(links: Iterable[Link]) -> Iterable[tuple[str, ...]]:
    for each in links:
        candidates = (candidate.id for candidate in each.candidates[:MOST_CANDIDATES])
        yield (
            each.query_id,
            each.outcome.value,
            BETWEEN.join(each.ids),
            f"{each.score:.1f}",
            BETWEEN.join(candidates),
            BETWEEN_REASONS.join(each.reasons),
        )
