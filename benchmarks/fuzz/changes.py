"""Changes made at random to a document: to its bytes, to the members of its package, its XML, or its PDF objects."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

from lxml import etree

Change = Callable[[bytes, random.Random], bytes]

ODD_VALUES = (b"", b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"NaN", b"\0", b"A" * 5000)
ODD_NUMBERS = (0, -1, 1, 255, 65_535, 2**31, -(2**31), 10**18)
MOST_EDITS = 8
PDF_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
PDF_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
PDF_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj", re.DOTALL)


def flip_bytes(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, MOST_EDITS)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def cut_bytes(data: bytes, chance: random.Random) -> bytes:
    """Cut a piece out, or the end off."""
    start = chance.randrange(len(data))
    end = chance.choice((len(data), min(len(data), start + chance.randint(1, 4_000))))
    return data[:start] + data[end:]


def repeat_bytes(data: bytes, chance: random.Random) -> bytes:
    """Put a piece in once more, somewhere else."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 2_000)]
    place = chance.randrange(len(data))
    return data[:place] + piece * chance.randint(1, 20) + data[place:]


def change_member(data: bytes, chance: random.Random) -> bytes:
    """Change, drop, double or exchange members of a package."""
    parts = _parts(data)
    name = chance.choice(list(parts))
    what = chance.choice(("bytes", "drop", "empty", "exchange", "rename"))
    if what == "bytes" and parts[name]:
        parts[name] = flip_bytes(parts[name], chance)
    elif what == "drop":
        del parts[name]
    elif what == "empty":
        parts[name] = b""
    elif what == "exchange":
        parts[name] = parts[chance.choice(list(parts))]
    else:
        parts[name.upper()] = parts.pop(name)
    return _packed(parts)


def change_xml(data: bytes, chance: random.Random) -> bytes:
    """Drop, double, move, rename and revalue nodes of one of a package's parts."""
    parts = _parts(data)
    names = [name for name, part in parts.items() if name.endswith((".xml", ".rels")) and part]
    if not names:  # a zip folder
        return change_member(data, chance)
    name = chance.choice(names)
    root = etree.fromstring(parts[name])
    for _ in range(chance.randint(1, MOST_EDITS)):
        _change_node(chance.choice(list(root.iter(etree.Element))), root, chance)
    parts[name] = etree.tostring(root)
    return _packed(parts)


def _change_node(node: etree._Element, root: etree._Element, chance: random.Random) -> None:
    above = node.getparent()
    what = chance.choice(("drop", "double", "nest", "move", "value", "text"))
    if what == "drop" and above is not None:
        above.remove(node)
    elif what == "double" and above is not None:
        above.extend([_copy(node) for _ in range(chance.choice((1, 3, 200)))])
    elif what == "nest":
        node.append(_copy(node))
    elif what == "move":
        chance.choice(list(root.iter(etree.Element))).append(_copy(node))
    elif what == "value" and node.attrib:
        node.set(chance.choice(list(node.attrib)), chance.choice(ODD_VALUES[:-2]).decode())
    else:
        node.text = chance.choice(("", "\N{RIGHT-TO-LEFT OVERRIDE}", "x" * 40_000, "=1+1"))


def _copy(node: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(node, with_tail=False))


def change_pdf_object(data: bytes, chance: random.Random) -> bytes:
    """Change numbers and names, or drop, double and exchange objects of a PDF."""
    made = data
    names, objects = PDF_NAME.findall(data), PDF_OBJECT.findall(data)
    kinds = (
        (PDF_NUMBER, [b"%d" % each for each in ODD_NUMBERS]),
        (PDF_NAME, names),
        (PDF_OBJECT, [b"", *objects]),
    )
    for _ in range(chance.randint(1, MOST_EDITS)):
        pattern, values = chance.choice(kinds)
        found = list(pattern.finditer(made))
        if found:
            place = chance.choice(found)
            made = made[: place.start()] + chance.choice(values) + made[place.end() :]
    return made


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


OF_BYTES: tuple[Change, ...] = (flip_bytes, cut_bytes, repeat_bytes)
OF_PACKAGES: tuple[Change, ...] = (change_member, change_xml, change_xml, change_xml)
OF_PDFS: tuple[Change, ...] = (change_pdf_object, change_pdf_object, change_pdf_object)


def change(data: bytes, chance: random.Random) -> bytes:
    """Return ``data``, which is a document, with one kind of change made to it."""
    if data.startswith(b"PK"):
        kinds = OF_BYTES[:1] + OF_PACKAGES
    elif data.startswith(b"%PDF"):
        kinds = OF_BYTES + OF_PDFS
    else:
        kinds = OF_BYTES
    return chance.choice(kinds)(data, chance)
