"""The batch run: from the files in the inbox to a round, its workbook, its change log and its place in the ledger.

    inbox -> sort -> read, understand -> link -> consolidate -> compare -> write -> keep
                                          ^                                 |
                      the open round's workbook, as a person edited it  <---+

Everything up to "write" only looks; the files are put in place all together, and the ledger commits last.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ingest.folder import find_files
from ingest.hashing import hash_file
from ingest.model import Finding, UnreadDocument
from match.linker import link
from normalize.agencies import find_agency
from roundbook.answers import is_edited, keep_heard, read_back
from roundbook.board import SETTINGS, WORKBOOK_NAME
from roundbook.config import read_config
from roundbook.decided import load_extensions
from roundbook.errors import ExitCode, UsageError
from roundbook.finished import find_given, keep_finished
from roundbook.history import counted_before, find_counted, find_open_round, load_closed_rounds, load_master
from roundbook.kept import KeptReadings
from roundbook.ledger import Ledger
from roundbook.locking import hold
from roundbook.master import read_master
from roundbook.naming import choose_round_name
from roundbook.outcomes import NEEDS_A_PERSON, describe_reading, find_astray, find_gone, is_lasting, sort_files
from roundbook.own_papers import find_own
from roundbook.packing import Start, make_pack
from roundbook.placing import Copy, place_round, refuse_too_long
from roundbook.queries import join_links, make_queries
from roundbook.reading import read_returns
from roundbook.runs import RunOptions, RunResult
from roundbook.shelf import Shelf
from roundbook.telling import list_details, tell, waits
from roundbook.unpacking import unpacked_apart
from roundbook.versions import find_repeats, find_superseded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from export.model import DocumentRecord, RoundPack
    from ingest.folder import FoundFile
    from match.model import LinkedUpdate
    from normalize.model import ReturnedDocument
    from normalize.vocabulary import Vocabulary
    from roundbook.board import Board
    from roundbook.reading import Progress, Reading
    from roundbook.versions import Verdict


def run(board: Board, options: RunOptions, progress: Progress) -> RunResult:
    """Run the round that is open, or open the next one, and write its files unless it is a dry run.

    Raises a ``RoundbookError`` when it cannot be run or its files cannot be written.
    """
    held = nullcontext() if options.is_dry_run else hold(board.lock)
    with (
        held,
        Ledger(board.ledger, may_make=not options.is_dry_run) as ledger,
        Shelf(board.shelf, may_write=not options.is_dry_run) as shelf,
        _given(board) as (given, found),
    ):
        start = _start(board, ledger, options)
        files = refuse_too_long(found, board.round(start.name))
        to_read, settled = sort_files(files, counted_before(ledger))
        vocabulary = start.config.vocabulary(start.master)
        readings = read_returns(to_read, vocabulary, progress, options.executor, KeptReadings(shelf, vocabulary))
        understood = _understood(readings)
        verdicts = {**find_superseded(understood), **find_repeats(understood), **find_own(understood)}
        documents = tuple(each for each in understood if each.source.path not in verdicts)
        queries = make_queries(documents)
        when = options.now.isoformat(timespec="seconds")
        heard = read_back(ledger, board.round(start.name), queries, when)
        gone = find_gone(find_counted(ledger, start.name), files)
        links = link(queries, start.master, settings=start.config.link_settings(), decisions=heard.decisions)
        updates = join_links(documents, links)
        records = _order((*settled, *_describe(readings, updates, verdicts, vocabulary)), files)
        said = (*heard.problems, *gone, *find_astray(board.beside))
        pack = make_pack(start, documents, updates, records, replace(heard, problems=said))
        if all(each.source.contains and not each.returns for each in documents):
            return RunResult(pack, ExitCode.NOTHING_READ, is_written=False)
        result = RunResult(pack, _code(pack, (*heard.problems, *gone)), is_written=not options.is_dry_run)
        if options.is_dry_run:
            return result
        # Of a run that took something over, or that says what is gone, the next one says less.
        is_news = is_edited(board.round(start.name) / WORKBOOK_NAME, ledger) or gone
        answers = keep_heard(ledger, start.name, heard, when)
        place_round(board, pack, {**start.settings, **_received(records, files)}, ledger, answers)
        if not is_news and is_lasting(readings):
            keep_finished(shelf, board, given, tell(result), list_details(result))
        return result


@contextmanager
def _given(board: Board) -> Iterator[tuple[str, tuple[FoundFile, ...]]]:
    """Give the hash over all a run is given, taken before anything of it is read, and the files of the inbox."""
    given = find_given(board)
    with unpacked_apart(_find_files(board)) as files:
        yield given, files


def _received(records: Iterable[DocumentRecord], files: Iterable[FoundFile]) -> Mapping[str, Copy]:
    paths = {each.name: each.path for each in files}
    return {each.received: Copy(paths[each.path], each.sha256) for each in records if each.received}


def _start(board: Board, ledger: Ledger, options: RunOptions) -> Start:
    settings = _find_settings(board)
    config = read_config(board.config)
    master = read_master(board.find_master())
    earlier = load_closed_rounds(ledger)
    closed = [each.round.name for each in earlier]
    name = choose_round_name(options.round_name, is_open=find_open_round(ledger), closed=closed, now=options.now)
    before = load_master(ledger, closed[-1]) if closed else None
    return Start(config, master, name, earlier, load_extensions(ledger, but_of=name), settings, before)


def _find_settings(board: Board) -> Mapping[str, Copy]:
    settings = {}
    for path in (board.find_master(), board.config):
        with suppress(OSError):  # reading it will say why
            settings[f"{SETTINGS}/{path.name}"] = Copy(path, hash_file(path))
    return settings


def _find_files(board: Board) -> tuple[FoundFile, ...]:
    try:
        return find_files(board.inbox)
    except OSError as error:
        raise UsageError(
            f"{board.inbox}: cannot be opened ({error.strerror}). "
            "Make that folder, put the returns in it, and run again."
        ) from error


def _understood(readings: Iterable[Reading]) -> tuple[ReturnedDocument, ...]:
    return tuple(each for each in readings if not isinstance(each, UnreadDocument))


def _describe(
    readings: Iterable[Reading],
    updates: Iterable[LinkedUpdate],
    verdicts: Mapping[str, Verdict],
    vocabulary: Vocabulary,
) -> Iterable[DocumentRecord]:
    rows = Counter(each.document for each in updates)
    for each in readings:
        path = each.path if isinstance(each, UnreadDocument) else each.source.path
        record = describe_reading(each, rows[path])
        if isinstance(each, UnreadDocument):
            # Whoever is to be asked for it again: its name may say whose it is.
            agency, _ = find_agency(PurePosixPath(path).stem, vocabulary)
            record = replace(record, agencies=(agency,) if agency else ())
        verdict = verdicts.get(path)
        yield replace(record, outcome=verdict.outcome, message=verdict.message) if verdict else record


def _order(records: Iterable[DocumentRecord], files: Iterable[FoundFile]) -> tuple[DocumentRecord, ...]:
    by_path = {each.path: each for each in records}
    return tuple(by_path[each.name] for each in files)


def _code(pack: RoundPack, problems: tuple[Finding, ...]) -> ExitCode:
    """Say whether anything in the round waits for a person, or its ``problems`` do."""
    has_bad_file = any(each.outcome in NEEDS_A_PERSON for each in pack.documents)
    has_lost_words = any(each.words and not each.words.adds_up for each in pack.documents)
    has_doubt = any(waits(each) for each in pack.updates)
    is_settled = not (has_bad_file or has_lost_words or has_doubt or problems)
    return ExitCode.DONE if is_settled else ExitCode.NEEDS_A_PERSON
