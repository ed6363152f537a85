"""What else lies in an inbox: litter, files still arriving, strange names, links, pipes, and versions of one return."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.failures.case import Case, Make, Subject
from tests.failures.documents import pdf_bytes, rezip, updated, word, word_bytes
from tests.failures.word_files import content

IS_WINDOWS = sys.platform == "win32"
LONG_NAME = "l" * 245 + ".docx"
"""250 characters; the file systems of Linux take 255 bytes."""


def _link(target: str) -> Make:
    return lambda path, _: path.symlink_to(target)


def _loop(path: Path, _: Subject) -> None:
    path.mkdir()
    (path / "again").symlink_to(path, target_is_directory=True)


def _pipe(path: Path, _: Subject) -> None:
    os.mkfifo(path)


def _folder(path: Path, subject: Subject) -> None:
    path.mkdir()
    word()(path / "inside.docx", subject)


def _same_content(path: Path, subject: Subject) -> None:
    path.write_bytes(rezip(word_bytes(subject), extra={"docProps/custom.xml": b"<a/>"}))


def _as_pdf(path: Path, subject: Subject) -> None:
    path.write_bytes(pdf_bytes(subject))


def version(number: int) -> Make:
    return updated(f"As it stood in version {number}.")


def _arriving(path: Path, subject: Subject) -> None:
    word()(path, subject)
    path.with_name(path.name + ".crdownload").touch()


LITTER = tuple(
    Case(name, "ignored", content(b"x"), ("not a document",))
    for name in (
        "~$return.docx",
        ".DS_Store",
        "Thumbs.db",
        "._return.docx",
        "desktop.ini",
        ".hidden.docx",
    )
)
LATER = (
    *(
        Case(name, "later", content(b"PK"), ("run again when it has arrived",))
        for name in ("a.docx.part", "b.crdownload", "c.tmp", "d.pdf.partial", "e.download")
    ),
    Case("f.docx", "later", _arriving, ("run again",), others=(("f.docx.crdownload", "later"),)),
)
NAMES = tuple(
    Case(name, "read", word())
    for name in (
        "<b>bold</b>.docx".replace("/", "\N{DIVISION SLASH}"),
        "per%20cent.docx",
        "a#b.docx",
        "quote ' and \".docx",
        "two\nlines.docx",
        "bell\x07 and \x1b[31mcolour.docx",
        "right \N{RIGHT-TO-LEFT OVERRIDE}xcod.docx",
        "-rf.docx",
        "=cmd|' \N{DIVISION SLASH}C calc'!A0.docx",
        "@sum(1).docx",
        "CON.docx",
        "aux",
        "trailing dot..docx",
        "$(touch pwned).docx",
        "`id`;&.docx",
        "{{ name }}.docx",
        "Cafe\N{COMBINING ACUTE ACCENT} decomposed.docx",
        "Caf\N{LATIN SMALL LETTER E WITH ACUTE} composed.docx",
        "\N{CJK UNIFIED IDEOGRAPH-56DE}\N{GRINNING FACE}.docx",
        " leading space.docx",
        "folder/sub folder/deep.docx",
        LONG_NAME,
    )
)
NOT_UTF_8 = "not utf-8 \udcff\udcfe.docx"
NOT_FILES = (
    Case("outside.docx", "unread", _link("/etc/passwd"), ("link", "never followed")),
    Case("up.docx", "unread", _link("../master.csv"), ("never followed",)),
    Case("dangling.docx", "unread", _link("nowhere.docx"), ("never followed",)),
    Case("itself.docx", "unread", _link("itself.docx"), ("never followed",)),
    Case("__MACOSX", "ignored", _folder, ("not a document",)),
    Case("loop", "none", _loop, others=(("loop/again", "unread"),)),
    Case("pipe.docx", "unread", _pipe, ("not a file",)),
    Case("folder.docx", "ignored", _folder, ("named like a document",), others=(("folder.docx/inside.docx", "read"),)),
)
VERSIONS = (
    Case("first.docx", "read", word(), about="bytes"),
    Case("first, sent twice.docx", "duplicate", word(), ("byte for byte",), about="bytes"),
    Case("saved.docx", "read", word(), about="content"),
    Case("saved again.docx", "duplicate", _same_content, ("word for word",), about="content"),
    Case("sent as pdf too.pdf", "duplicate", _as_pdf, ("word for word",), about="content"),
    Case("plan v1.docx", "superseded", version(1), ("A later version",), about="versions"),
    Case("plan v2.docx", "superseded", version(2), ("later version",), about="versions"),
    Case("plan v2 FINAL.docx", "superseded", version(3), ("later version",), about="versions"),
    Case("plan v2 FINAL FINAL (1).docx", "read", version(4), about="versions", update="As it stood in version 4."),
    Case("morning.docx", "read", version(5), about="same day", update="As it stood in version 5."),
    Case("afternoon.docx", "read", version(6), about="same day", update="As it stood in version 6."),
)
FOLDER_FILES = (
    *LITTER,
    *LATER,
    *(() if IS_WINDOWS else NAMES),
    *(() if IS_WINDOWS else NOT_FILES),
    *VERSIONS,
    *((Case(NOT_UTF_8, "read", word()),) if sys.platform == "linux" else ()),
)
