"""Commands on files alone, without a board: compare, look into, link."""
# ruff: noqa: PLC0415 - what a command needs is loaded when it runs: --help must not wait for it

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from roundbook.commands.options import AsJson
from roundbook.errors import ExitCode
from roundbook.terminal import print_json, print_lines, talk


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A round's folder, or a consolidated workbook.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, for the later round.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE.html", help="Write the changes as a page.")
    ] = None,
    as_json: AsJson = False,  # noqa: FBT002 - an option
) -> ExitCode:
    """Compare two rounds of a board, or any two consolidated workbooks."""
    from roundbook.comparing import compare_rounds, write_comparison
    from roundbook.report import describe_changes
    from roundbook.run_json import diff_json

    pack = compare_rounds(old, new)
    if output:
        write_comparison(pack, output)
    if as_json:
        print_json(diff_json(pack))
    else:
        print_lines(*describe_changes(pack))
    return ExitCode.DONE


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Documents to look at.")],
    as_json: AsJson = False,  # noqa: FBT002 - an option
) -> ExitCode:
    """Show what is seen in documents: tables, rows, words left over."""
    from roundbook.workers import warm_up

    warm_up(each.name for each in files)
    from roundbook.extract_json import extract_json
    from roundbook.extracting import extract_files
    from roundbook.progress import show_progress
    from roundbook.report import describe_reading

    with show_progress(talk(), "Reading") as progress:
        readings, code = extract_files(files, progress)
    if as_json:
        print_json(extract_json(readings))
    else:
        for each in readings:
            print_lines(*describe_reading(each))
    return code


def link(
    rows: Annotated[Path, typer.Argument(metavar="ROWS.csv", help="A table of rows, one query a row.")],
    master: Annotated[Path, typer.Option("--master", metavar="MASTER", help="The master list (.xlsx or .csv).")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="LINKS.csv", help="Where the links go.")],
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="A roundbook.toml, for other names and constants.")
    ] = None,
) -> ExitCode:
    """Link a table of rows to a master list."""
    from roundbook.linking import link_table

    return link_table(rows, master, output, config)
