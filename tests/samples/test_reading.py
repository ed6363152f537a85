"""The readers and the sample board's truth, made without them, say the same."""

import functools
import json
import tomllib
from typing import Any

import pytest

from ingest.folder import Fate, find_files, read_document
from ingest.model import SourceDocument, UnreadDocument
from match.linker import Linker
from match.model import Link, Query
from normalize.model import MasterList, ReturnedDocument, Update
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from samples import board_folder
from samples.load import ROUNDS, load_master

TEXTS = ("recommendation", "update", "evidence", "action", "lead", "by_when")
PARTICULARS = ("provided_by", "reviewed_by", "evidence", "summary")
FOLDED = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-"})
BOARD = tomllib.loads((board_folder() / "roundbook.toml").read_text(encoding="utf-8"))
VOCABULARY = Vocabulary(agencies={name: tuple(others) for name, others in BOARD["agencies"].items()})
LINKER = Linker(MasterList(tuple(load_master().values())))


def expected(outcome: str) -> list[tuple[str, dict[str, Any]]]:
    files = {name: board_folder() / "expected" / f"{name}.json" for name in ROUNDS}
    rounds = {name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items()}
    return [(name, each) for name, said in rounds.items() for each in said["documents"] if each["outcome"] == outcome]


def fold(text: str) -> str:
    return " ".join(text.translate(FOLDED).split())


EACH_DOCUMENT = pytest.mark.parametrize(
    ("round_name", "document"), expected("read"), ids=lambda each: each if isinstance(each, str) else each["file"]
)


@functools.cache
def understood(round_name: str, file: str) -> ReturnedDocument:
    source = read_document(board_folder() / round_name / "inbox" / file, file)
    assert isinstance(source, SourceDocument)
    return understand(source, VOCABULARY)


def seen_in(update: Update) -> dict[str, object]:
    return {
        **{field: fold(getattr(update, field)) for field in TEXTS},
        "kind": update.kind,
        "numbers": list(update.numbers),
        "rating": update.rating.value if update.rating else None,
        "struck": list(update.struck),
        "comments": [each.text for each in update.comments],
        "links": [{"text": each.text, "url": each.url} for each in update.links],
    }


def written_in(row: dict[str, Any]) -> dict[str, object]:
    others = ("kind", "numbers", "rating", "struck", "comments", "links")
    return {**{field: fold(row[field]) for field in TEXTS}, **{field: row[field] for field in others}}


def link_rows(document: dict[str, Any]) -> list[tuple[Link, dict[str, Any]]]:
    queries = [
        Query(
            id=str(index),
            document=document["file"],
            agency=document["agency"],
            kind=row["kind"],
            numbers=tuple(row["numbers"]),
            recommendation=row["recommendation"],
            agency_is_certain=document["where"] != "file name",
        )
        for index, row in enumerate(document["rows"])
    ]
    return list(zip(LINKER.link(queries), document["rows"], strict=True))


@EACH_DOCUMENT
def test_a_document_gives_the_rows_it_was_written_from(round_name: str, document: dict[str, Any]) -> None:
    found = understood(round_name, document["file"])
    updates = [seen_in(update) for each in found.returns for update in each.updates]
    assert updates == [written_in(row) for row in document["rows"]]
    assert found.words.adds_up


@EACH_DOCUMENT
def test_a_document_says_who_sent_it(round_name: str, document: dict[str, Any]) -> None:
    sent = understood(round_name, document["file"]).returns[0]
    assert sent.agency == document["agency"]
    assert {key: fold(getattr(sent, key)) for key in PARTICULARS} == {key: document[key] for key in PARTICULARS}


@EACH_DOCUMENT
def test_rows_are_linked_as_their_words_allow(round_name: str, document: dict[str, Any]) -> None:
    for link, row in link_rows(document):
        assert (link.outcome.value, list(link.ids)) == (row["outcome"], row["ids"])
        if row["outcome"] == "to check" and row["about"]:
            assert row["about"][0] in [each.id for each in link.candidates]


@pytest.mark.parametrize(("round_name", "document"), expected("unread"))
def test_a_closed_document_is_not_read(round_name: str, document: dict[str, Any]) -> None:
    found = read_document(board_folder() / round_name / "inbox" / document["file"], document["file"])
    assert isinstance(found, UnreadDocument)
    assert found.code == document["code"]


@pytest.mark.parametrize("round_name", ROUNDS)
def test_litter_is_ignored(round_name: str) -> None:
    found = {each.name for each in find_files(board_folder() / round_name / "inbox") if each.fate is Fate.IGNORE}
    assert found == {each["file"] for name, each in expected("ignored") if name == round_name}
