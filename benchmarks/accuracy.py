"""Measures roundbook on a corpus with known truth, as an administrator would run it.

Usage: ``python -m benchmarks.accuracy ../shared/corpus/child-f``. For each document it prints how many truth rows
came out exact (recommendation, update and evidence, white space and quote style folded), how many of all their
cells did, and what became of the links; for each round, how many changes are right.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from normalize.references import split_number

Row = Mapping[str, Any]

TEXT_FIELDS = ("recommendation", "update", "evidence")
FIELDS = ("number", "kind", *TEXT_FIELDS, "action", "lead", "by_when", "rating", "struck", "links", "comments")
"""Fields of a row that are compared, as ``extract --json`` calls them."""
RATINGS = {"R": "red", "A": "amber", "G": "green", "B": "blue"}
_FOLDS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u2022": " "})


@dataclass
class Score:
    """What came of one document."""

    outcome: str = ""
    truth_rows: int = 0
    rows_exact: int = 0
    rows_extra: int = 0
    cells: int = 0
    cells_exact: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    fields_exact: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def fold(text: str | None) -> str:
    """Return ``text`` as the corpus asks it to be compared: white space and quote style folded, bullets aside."""
    return re.sub(r"\s+", " ", (text or "").translate(_FOLDS)).strip()


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of roundbook as an administrator would."""
    return subprocess.run([sys.executable, "-m", "roundbook", *arguments], capture_output=True, text=True, check=False)


def printed(*arguments: str) -> dict[str, Any]:
    """Run a command of roundbook and return the JSON it prints. Raises ``RuntimeError`` where it prints none."""
    done = command(*arguments, "--json")
    if not done.stdout:
        raise RuntimeError(f"roundbook {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def expected_cells(row: Row) -> Iterator[tuple[str, str]]:
    """Give the fields of a truth row under the names ``extract`` uses, folded. The number is the one written there."""
    written = row["number_as_written"]
    yield "number", (row["number"] or "") if written == "automatic" else ", ".join(split_number(written).numbers)
    yield "kind", row["group"]
    for name in (*TEXT_FIELDS, "action", "lead", "by_when"):
        if row.get(name) is not None:
            yield name, fold(row[name])
    yield "rating", RATINGS.get(row["rag"], "")
    yield "struck", fold(" ".join(row.get("struck", ())))
    yield "links", fold(" ".join(link["url"] for link in row.get("links", ())))
    yield "comments", fold(" ".join(comment["text"] for comment in row.get("comments", ())))


def found_cell(update: Row, name: str) -> str:
    """Return a field of a row as ``extract`` gives it, folded."""
    value = update.get(name)
    if name == "links":
        return fold(" ".join(link["url"] for link in value or ()))
    if name == "comments":
        return fold(" ".join(comment["text"] for comment in value or ()))
    return fold(" ".join(value)) if isinstance(value, list) else fold(value)


def closeness(row: Row, update: Row) -> int:
    """Return how many cells of a read row agree with a truth row."""
    return sum(found_cell(update, name) == value for name, value in expected_cells(row))


def score_rows(truth: Sequence[Row], updates: Sequence[Row]) -> Score:
    """Pair the truth's rows with those read, the closest first, and count what is exact."""
    score = Score(truth_rows=len(truth), rows_extra=max(0, len(updates) - len(truth)))
    free = list(range(len(updates)))
    for row in truth:
        best = max(free, key=lambda at: (closeness(row, updates[at]), -at), default=None)
        found: Row = updates[best] if best is not None else {}
        if best is not None:
            free.remove(best)
        score_row(score, row, found)
    return score


def score_row(score: Score, row: Row, found: Row) -> None:
    """Add one truth row and the row read for it to ``score``."""
    wrong = [name for name, value in expected_cells(row) if found_cell(found, name) != value]
    expected = dict(expected_cells(row))
    score.cells += len(expected)
    score.fields.update(list(expected))
    score.fields_exact.update(name for name in expected if name not in wrong)
    score.cells_exact += len(expected) - len(wrong)
    score.rows_exact += not any(name in wrong for name in TEXT_FIELDS)
    for name in wrong:
        score.misses.append(f"{row['group']} {row['number']} {name}: {expected[name]!r} <> {found_cell(found, name)!r}")


def score_links(score: Score, truth: Sequence[Row], links: Sequence[Row], updates: Sequence[Row]) -> None:
    """Count links that are right, wrong or left to a person. Rows are paired with the truth as in ``score_rows``."""
    free = list(range(len(updates)))
    for row in truth:
        best = max(free, key=lambda at: (closeness(row, updates[at]), -at), default=None)
        if best is None:
            continue
        free.remove(best)
        link = links[best]
        if link["decision"] != "linked":
            right = not row["master_ids"] if link["decision"] == "not on the list" else False
            score.links["right" if right else link["decision"]] += 1
        else:
            score.links["right" if set(link["ids"]) == set(row["master_ids"]) else "wrong"] += 1


def score_changes(truth: Mapping[str, Row], entries: Sequence[Row]) -> tuple[Counter[str], list[str]]:
    """Count the entries whose change, current words and status are as the truth has them."""
    counts: Counter[str] = Counter()
    misses = []
    for entry in entries:
        row = truth[entry["id"]]
        accepted = {row["change"], *row.get("also_acceptable", ())}
        words = fold(entry["update"]) == fold(row["current_update"]) and fold(entry["evidence"]) == fold(
            row["current_evidence"]
        )
        counts["all"] += 1
        counts["change"] += entry["change"] in accepted
        counts["words"] += words
        counts["change and words"] += words and entry["change"] in accepted
        counts["status"] += entry["status"] == row["status"]
        if entry["change"] not in accepted or not words:
            misses.append(
                f"{entry['id']}: {row['change']} <> {entry['change']}, words {'right' if words else 'differ'}"
            )
    return counts, misses


def measure_round(board: Path, inbox: Path, truth: Mapping[str, Any], name: str) -> tuple[dict[str, Score], list[Row]]:
    """Run one round of the board on the documents of ``inbox``, and score each of them."""
    for old in (board / "inbox").iterdir():
        old.unlink()
    files = sorted(inbox.iterdir())
    for file in files:
        (board / "inbox" / file.name).write_bytes(file.read_bytes())
    ran = printed("run", str(board), "--round", name)
    seen = {Path(each["path"]).name: each for each in printed("extract", *map(str, files))["documents"]}
    outcomes = {each["path"]: each["outcome"] for each in ran["documents"]}
    scores = {}
    for document in truth["documents"]:
        returns = seen[document["file"]]["returns"]
        updates = [update for each in returns for update in each["updates"]]
        links = [link for link in ran["links"] if link["document"] == document["file"]]
        scores[document["file"]] = score_rows(document["rows"], updates)
        scores[document["file"]].outcome = outcomes[document["file"]]
        if links:
            score_links(scores[document["file"]], document["rows"], links, updates)
    entries: list[Row] = ran["entries"]
    return scores, entries


def show(console: Console, title: str, scores: Mapping[str, Score]) -> None:
    """Print one line per document."""
    table = Table(title=title)
    for heading in ("document", "outcome", "rows exact", "extra", "cells exact", "links right", "to check", "wrong"):
        table.add_column(heading, justify="left" if heading in ("document", "outcome") else "right")
    for name, score in scores.items():
        to_check = score.links["to check"] + score.links["not on the list"]
        table.add_row(
            name, score.outcome, f"{score.rows_exact}/{score.truth_rows}", str(score.rows_extra),
            f"{score.cells_exact}/{score.cells}", str(score.links["right"]), str(to_check), str(score.links["wrong"]),
        )  # fmt: skip
    console.print(table)


def show_fields(console: Console, title: str, scores: Iterable[Score]) -> None:
    """Print how many cells of each field are exact."""
    asked: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    for score in scores:
        asked += score.fields
        exact += score.fields_exact
    table = Table(title=f"{title}, by field")
    for heading in ("field", "exact", "of"):
        table.add_column(heading, justify="left" if heading == "field" else "right")
    for name in FIELDS:
        table.add_row(name, str(exact[name]), str(asked[name]))
    console.print(table)


def main(corpus: Path, *, is_verbose: bool) -> None:
    """Measure every round of ``corpus`` and print the figures."""
    console = Console(width=140)
    changes = json.loads((corpus / "truth" / "changes.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        board = Path(folder) / "board"
        command("init", str(board), "--from", str(corpus / "master.csv"))
        for pair in changes:
            name = pair.split(" -> ")[1]
            truth = json.loads((corpus / "truth" / f"{name}.json").read_text(encoding="utf-8"))
            scores, entries = measure_round(board, corpus / "rounds" / name / "inbox", truth, name)
            show(console, name, scores)
            show_fields(console, name, scores.values())
            counts, misses = score_changes(changes[pair], entries)
            console.print({name: f"{count}/{counts['all']}" for name, count in counts.items() if name != "all"})
            for line in misses + [f"{f}: {miss}" for f, s in scores.items() for miss in s.misses] if is_verbose else ():
                console.print(line, markup=False, highlight=False)
            command("close", str(board))


if __name__ == "__main__":
    if not Path(sys.argv[1]).is_dir():
        sys.exit(f"{sys.argv[1]}: the corpus is not there; nothing was measured.")
    main(Path(sys.argv[1]), is_verbose="-v" in sys.argv)
