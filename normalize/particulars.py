"""The lines around a table that say whose return it is ("Agency: ...", "Update provided by: ...")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from normalize.text import fold_label, plain_typography


class Particular(StrEnum):
    """What a labelled line outside the rows says."""

    AGENCY = "agency"
    PROVIDED_BY = "provided by"
    REVIEWED_BY = "reviewed by"
    EVIDENCE = "evidence"
    SUMMARY = "summary"
    OTHER = "other"


LABELS: Mapping[str, Particular] = {
    "agency": Particular.AGENCY,
    "name of agency": Particular.AGENCY,
    "agency name": Particular.AGENCY,
    "agency organisation": Particular.AGENCY,
    "organisation": Particular.AGENCY,
    "name of organisation": Particular.AGENCY,
    "reporting agency": Particular.AGENCY,
    "single agency": Particular.AGENCY,
    "responding agency": Particular.AGENCY,
    "return from": Particular.AGENCY,
    "agency return from": Particular.AGENCY,
    "update from": Particular.AGENCY,
    "service": Particular.AGENCY,
    "name of service": Particular.AGENCY,
    "organisation agency": Particular.AGENCY,
    "agency or organisation": Particular.AGENCY,
    "name of agency organisation": Particular.AGENCY,
    "name of organisation agency": Particular.AGENCY,
    "agency service": Particular.AGENCY,
    "service agency": Particular.AGENCY,
    "agency or service": Particular.AGENCY,
    "your agency": Particular.AGENCY,
    "name of your agency": Particular.AGENCY,
    "your organisation": Particular.AGENCY,
    "name of your organisation": Particular.AGENCY,
    "partner agency": Particular.AGENCY,
    "partner organisation": Particular.AGENCY,
    "organisation name": Particular.AGENCY,
    "service name": Particular.AGENCY,
    "update provided by": Particular.PROVIDED_BY,
    "updates provided by": Particular.PROVIDED_BY,
    "provided by": Particular.PROVIDED_BY,
    "completed by": Particular.PROVIDED_BY,
    "form completed by": Particular.PROVIDED_BY,
    "submitted by": Particular.PROVIDED_BY,
    "return completed by": Particular.PROVIDED_BY,
    "author": Particular.PROVIDED_BY,
    "update by": Particular.PROVIDED_BY,
    "updated by": Particular.PROVIDED_BY,
    "update completed by": Particular.PROVIDED_BY,
    "update written by": Particular.PROVIDED_BY,
    "written by": Particular.PROVIDED_BY,
    "return by": Particular.PROVIDED_BY,
    "return provided by": Particular.PROVIDED_BY,
    "report author": Particular.PROVIDED_BY,
    "report by": Particular.PROVIDED_BY,
    "report completed by": Particular.PROVIDED_BY,
    "report prepared by": Particular.PROVIDED_BY,
    "prepared by": Particular.PROVIDED_BY,
    "author of report": Particular.PROVIDED_BY,
    "author of return": Particular.PROVIDED_BY,
    "author of update": Particular.PROVIDED_BY,
    "person completing": Particular.PROVIDED_BY,
    "person completing the form": Particular.PROVIDED_BY,
    "person completing this form": Particular.PROVIDED_BY,
    "person completing the return": Particular.PROVIDED_BY,
    "person completing this return": Particular.PROVIDED_BY,
    "name of person completing": Particular.PROVIDED_BY,
    "name of person completing the form": Particular.PROVIDED_BY,
    "name of person completing this form": Particular.PROVIDED_BY,
    "name of person completing the return": Particular.PROVIDED_BY,
    "name and role of person completing": Particular.PROVIDED_BY,
    "name and role of person completing the form": Particular.PROVIDED_BY,
    "name and role of person completing this form": Particular.PROVIDED_BY,
    "review provided by": Particular.REVIEWED_BY,
    "reviewed by": Particular.REVIEWED_BY,
    "signed off by": Particular.REVIEWED_BY,
    "approved by": Particular.REVIEWED_BY,
    "evidence": Particular.EVIDENCE,
    "evidence received": Particular.EVIDENCE,
    "updates received": Particular.EVIDENCE,
    "update received": Particular.EVIDENCE,
    "summary update": Particular.SUMMARY,
    "summary of update": Particular.SUMMARY,
    "summary of progress": Particular.SUMMARY,
    "summary": Particular.SUMMARY,
    "overall summary": Particular.SUMMARY,
    "signed": Particular.OTHER,
    "signature": Particular.OTHER,
    "date of update": Particular.OTHER,
    "date of return": Particular.OTHER,
    "date completed": Particular.OTHER,
    "date submitted": Particular.OTHER,
    "version": Particular.OTHER,
    "review": Particular.OTHER,
    "case": Particular.OTHER,
    "name of review": Particular.OTHER,
    "job title": Particular.OTHER,
    "role": Particular.OTHER,
    "contact": Particular.OTHER,
    "contact details": Particular.OTHER,
    "email": Particular.OTHER,
    "e mail": Particular.OTHER,
    "telephone": Particular.OTHER,
    "date": Particular.OTHER,
    "round": Particular.OTHER,
}
"""Labels as boards' forms write them, folded."""

_LABEL_AT_START = re.compile(
    r"^\s*(?P<label>"
    + "|".join(re.escape(label).replace(r"\ ", r"[\s/-]+") for label in sorted(LABELS, key=len, reverse=True))
    + r")\s*(?:\([^()]*\)\s*)?:",
    re.IGNORECASE,
)
_GUIDANCE = re.compile(r"\s*\([^()]*\)\s*:?\s*$")
"""What a form says in brackets behind a label: "(please print)"."""
AT_LENGTH = frozenset({Particular.EVIDENCE, Particular.SUMMARY})
"""What is told in sentences; its labels are headings of answers as well."""
NAMING = frozenset({Particular.AGENCY, Particular.PROVIDED_BY, Particular.REVIEWED_BY})
"""What names somebody."""
_NOT_NAMES = AT_LENGTH | {None}
LONGEST_OTHER = 20
"""What is known of a return besides its agency, evidence and summary is a name, a date or an address; more is prose."""
_RUN_ON_LABELS = (
    "agency",
    "update provided by",
    "review provided by",
    "evidence",
    "summary update",
    "date of update",
    "version",
)
"""Labels that also begin a particular in the middle of a line, where an agency typed all of them into one paragraph."""
_LABEL_WITHIN = re.compile(
    r"(?<=\s)(?P<label>(?:" + "|".join(label.replace(" ", r"\s+") for label in _RUN_ON_LABELS) + r"))\s*:",
    re.IGNORECASE,
)


class Labelled(NamedTuple):
    """What a label in a line says."""

    label: Particular | None
    """None marks words before the first label, or a line of none."""
    value: str
    written: str
    """The label and its value as they stand."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a return besides its rows."""

    agency: str = ""
    provided_by: str = ""
    reviewed_by: str = ""
    evidence: str = ""
    summary: str = ""

    def added(self, kind: Particular, text: str) -> Particulars:
        """Return these particulars with ``text`` added to any but the others, below the words it already holds."""
        if not text.strip():
            return self
        name = kind.name.lower()
        before: str = getattr(self, name)
        return replace(self, **{name: f"{before}\n{text.strip()}".strip()})


def read_label(text: str) -> Particular | None:
    """Return what a cell holding only a label is the label of; None where it is no label."""
    return LABELS.get(fold_label(_GUIDANCE.sub("", text)))


def split_fields(line: str) -> tuple[str, ...]:
    """Return the fields of a line that is set out with tabs ("Agency: Housing <tab> Page 1"); any other line whole.

    A tab ends what names somebody or something; what is said of evidence, or in a summary, may hold tabs itself.
    """
    fields: list[str] = []
    for part in filter(str.strip, line.split("\t")):
        if fields and _label_at_start(part) is None and _goes_on(fields[-1]):
            fields[-1] += f"\t{part}"
        else:
            fields.append(part)
    return tuple(fields) if any(_label_at_start(each) not in _NOT_NAMES for each in fields) else (line,)


def _goes_on(field: str) -> bool:
    """Whether a field is a label that waits for its value, or says something at length."""
    return field.rstrip().endswith(":") or _label_at_start(field) in AT_LENGTH


def _label_at_start(text: str) -> Particular | None:
    found = _LABEL_AT_START.match(plain_typography(text))
    return LABELS[fold_label(found["label"])] if found else None


def split_particulars(line: str) -> tuple[Labelled, ...]:
    """Split one line into what its labels say."""
    plain = plain_typography(line)
    if len(plain) != len(line):
        line = plain
    starts = [found for found in (_LABEL_AT_START.match(plain),) if found]
    if starts:
        starts += list(_LABEL_WITHIN.finditer(plain, starts[0].end()))
    if not starts or _is_prose(starts, plain):
        return (Labelled(None, line.strip(), line.strip()),)
    ends = [found.start() for found in starts[1:]] + [len(line)]
    return tuple(
        Labelled(LABELS[fold_label(found["label"])], line[found.end() : end].strip(), line[found.start() : end].strip())
        for found, end in zip(starts, ends, strict=True)
    )


def _is_prose(starts: list[re.Match[str]], line: str) -> bool:
    """Whether a line that begins like a label goes on at such length that it is there to be read."""
    is_other = LABELS[fold_label(starts[0]["label"])] is Particular.OTHER
    return is_other and len(starts) == 1 and len(line[starts[0].end() :].split()) > LONGEST_OTHER
