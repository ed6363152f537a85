"""Which agency a section of a document belongs to: its label, a title, the list of contents, or the file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.model import SourceParagraph
from normalize.agencies import find_agency, find_agency_by_address, guess_agency, match_agency, resolve_agency
from normalize.contents import agency_between
from normalize.sections import Section
from normalize.text import fold_label, squeeze
from normalize.vocabulary import Vocabulary

LONGEST_NAME = 10
"""A title of more words than this says something of an agency and is not its name."""
_AROUND_A_NAME = re.compile(
    r"^(?:(?:section|appendix|part|annex)\s+\w{1,3}\b|\d{1,2}(?:\.\d{1,2})*(?=[.)\s]))[.):\s\u2013-]*"
    r"|\((?:continued|cont'?d?)\.?\)|[:.\s]+$"
    r"|\s*[\u2013-]?\s*\b(?:recommendations?|action plans?|actions|updates?|returns?|progress)\s*$",
    re.IGNORECASE,
)
"""What a section's title may have before and after the name: "3. Fenland Police - action plan (continued)"."""


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """A section's agency, and how it is known."""

    agency: str = ""
    """In the board's own terms; empty where it is not known."""
    as_written: str = ""
    proposed: str = ""
    """Where nothing names it: the one that the list of contents has in this place."""
    title: str = ""
    """The title that names it, where one does."""


def name_of_section(title: SourceParagraph, contents: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the agency whose name the whole of a section's title is; empty for any other title.

    Without a list of agencies, a name in the list of contents is one, and so is a heading that looks like one.
    """
    name = squeeze(_AROUND_A_NAME.sub(" ", _AROUND_A_NAME.sub(" ", title.text)))
    if not name or len(name.split()) > LONGEST_NAME:
        return ""
    if vocabulary.agencies:
        return match_agency(name, vocabulary)
    if fold_label(name) in map(fold_label, contents):
        return name
    return guess_agency(name, vocabulary)[0] if title.level is not None else ""


@dataclass(frozen=True, slots=True)
class Naming:
    """What is known of a document by which its sections are named."""

    sections: Sequence[Section]
    contents: tuple[str, ...]
    path: str
    vocabulary: Vocabulary

    def name(self, at: int) -> NamedAgency:
        """Return the agency of the section at position ``at``, from 0."""
        section = self.sections[at]
        if as_written := section.particulars.agency:
            return NamedAgency(resolve_agency(as_written, self.vocabulary), as_written)
        if by_title := self._by_title(section):
            return by_title
        listed = self._listed(at)
        if section.has_lost_heading:
            return NamedAgency(proposed=listed)
        if listed:
            return NamedAgency(resolve_agency(listed, self.vocabulary), listed)
        is_only_one = len(self.sections) == 1
        by_file = self._look(PurePosixPath(self.path).stem)[0] if is_only_one else ""
        return NamedAgency(by_file or self._by_sender(section))

    def _by_sender(self, section: Section) -> str:
        """Return the agency of those who filled the return in, by its name beside theirs or their e-mail address."""
        people = f"{section.particulars.provided_by}\n{section.particulars.reviewed_by}".strip()
        return find_agency(people, self.vocabulary)[0] or find_agency_by_address(people, self.vocabulary)

    def _by_title(self, section: Section) -> NamedAgency | None:
        for title in section.titles:
            named = name_of_section(title, self.contents, self.vocabulary)
            agency, as_written = (named, named) if named else self._look(title.text)
            if agency:
                return NamedAgency(agency, as_written, title=title.text)
        return None

    def _look(self, text: str) -> tuple[str, str]:
        look = find_agency if self.vocabulary.agencies else guess_agency
        return look(text, self.vocabulary)

    def _listed(self, at: int) -> str:
        """Return what the list of contents has between the sections before and after."""
        before = self.sections[at - 1].particulars.agency if at else ""
        after = self.sections[at + 1].particulars.agency if at + 1 < len(self.sections) else ""
        return agency_between(self.contents, before, after, self.vocabulary)
