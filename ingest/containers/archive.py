"""Zip folders (PKWARE APPNOTE 6.3): their documents, with what is harmful or locked left packed."""

from __future__ import annotations

import stat
import zipfile
import zlib
from functools import partial
from pathlib import Path

from ingest.containers.model import Contents, Member
from ingest.errors import UnreadableError

MOST_MEMBERS = 2_000
"""A round of returns has some dozens."""
MOST_BYTES = 1_000_000_000
"""More than the returns of any round, with all their photographs."""
BOMB_RATIO = 200
"""Office documents are packed already and hardly shrink; a text of one repeated word reaches 150 to 1."""
BOMB_BYTES = 50_000_000
"""Below it even the highest ratio does no harm."""
IS_ENCRYPTED = 0x1
NAMES_ARE_UTF8 = 0x800
"""General purpose flags, bits 0 and 11 (4.4.4)."""
UNIX_MODE_SHIFT = 16
"""The upper half of a member's attributes is its Unix mode (4.4.15)."""

ASK_AGAIN = "Ask the sender for the documents again."
PASSWORD = (
    "password",
    "It is a zip folder protected with a password.",
    "Unpack it with its password, and put the documents in it in the inbox.",
)
DAMAGED = ("damaged", "It is a zip folder that is damaged or was cut short.", ASK_AGAIN)
EMPTY = ("empty-container", "It is a zip folder with nothing in it.", ASK_AGAIN)
BOMB = ("unpacks-too-large", "It is a zip folder that would unpack to far more than returns can have.", ASK_AGAIN)
LOCKED = "It is protected with a password within its zip folder. Unpack it with the password."
LINK = "It is a link to something elsewhere, which is never followed. Ask for the document itself."


def look_into(path: Path) -> Contents:
    """Return the documents in the zip folder at ``path``.

    Raises ``UnreadableError`` when it is damaged, locked, empty or would unpack to far too much.
    """
    try:
        with zipfile.ZipFile(path) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableError(*DAMAGED) from error
    _check(infos)
    return Contents(tuple(_member(path, info) for info in infos))


def _check(infos: list[zipfile.ZipInfo]) -> None:
    if not infos:
        raise UnreadableError(*EMPTY)
    if all(info.flag_bits & IS_ENCRYPTED for info in infos):
        raise UnreadableError(*PASSWORD)
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    is_bomb = unpacked > BOMB_BYTES and unpacked > BOMB_RATIO * packed
    if len(infos) > MOST_MEMBERS or unpacked > MOST_BYTES or is_bomb:
        raise UnreadableError(*BOMB)


def _member(path: Path, info: zipfile.ZipInfo) -> Member:
    refused = ""
    if info.flag_bits & IS_ENCRYPTED:
        refused = LOCKED
    elif stat.S_ISLNK(info.external_attr >> UNIX_MODE_SHIFT):
        refused = LINK
    return Member(_name(info), info.file_size, partial(_load, path, info), refused=refused)


def _name(info: zipfile.ZipInfo) -> str:
    """Return the member's name; many programs write UTF-8 without saying so."""
    if info.flag_bits & NAMES_ARE_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _load(path: Path, info: zipfile.ZipInfo) -> bytes:
    try:
        with zipfile.ZipFile(path) as package, package.open(info) as member:
            # No more than the size that was checked, whatever the data go on to say.
            return member.read(info.file_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("damaged", "It is damaged within its zip folder.", ASK_AGAIN) from error
