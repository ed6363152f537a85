"""The returns of a document in the making: where one begins, and the particulars that stand around its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.model import SourceCell, SourceParagraph, Where
from normalize.forms import without_prompts
from normalize.grid import Row
from normalize.kinds import names_a_group, read_kind
from normalize.model import Update
from normalize.particulars import NAMING, Labelled, Particular, Particulars, read_label, split_fields, split_particulars
from normalize.reviews import read_review
from normalize.text import fold

LONGEST_TITLE = 20
"""A paragraph of more words than this is prose, in which an agency's name may stand by chance."""


@dataclass
class Section:
    """A return in the making."""

    particulars: Particulars = field(default_factory=Particulars)
    titles: list[SourceParagraph] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    kind: str = ""
    review: str = ""
    """The case review that a title above it names."""
    is_from_a_column: bool = False
    """Whether its rows name its agency themselves."""
    has_lost_heading: bool = False
    """Whether it was told from the section before only by its numbers, which begin anew."""

    @property
    def is_labelled(self) -> bool:
        """Whether a label above its rows says whose they are."""
        return bool(self.particulars.agency) and not self.is_from_a_column

    def repeats(self, updates: list[Update]) -> bool:
        """Return whether some of ``updates`` carry numbers that rows of this section already carry for other words."""
        return any(
            bool(set(before.numbers) & set(update.numbers))
            and (before.kind == update.kind or not update.kind)
            and fold(before.recommendation) != fold(update.recommendation)
            for before in self.updates
            for update in updates
        )


class Sections:
    """The sections of a document, read line by line."""

    def __init__(self) -> None:
        self.all = [Section()]
        self.current = self.all[0]
        """The section that rows and particulars now belong to."""
        self._open: Particular | None = None
        self._unshown: list[str] = []
        """Words among the particulars that are none of those a return is shown with."""
        self._above: list[SourceParagraph] = []
        """Titles that no rows have followed yet."""

    def begin(self, *, has_lost_heading: bool = False) -> None:
        """Begin another return."""
        self.current = Section(has_lost_heading=has_lost_heading)
        self.all.append(self.current)

    def enter_agency(self, agency: str) -> None:
        """Go to the section of an agency that a row names itself, where no label says whose return it is.

        A board's own tracker has a column for the agency; in an agency's return that column names the lead.
        """
        if not agency or self.current.is_labelled:
            return
        same = [each for each in self.all if fold(each.particulars.agency) == fold(agency)]
        if same:
            self.current = same[0]
        elif self.current.particulars.agency or self.current.updates:
            self.begin()
        self.current.particulars = replace(self.current.particulars, agency=agency)
        self.current.is_from_a_column = True

    def enter_titled(self, name_agency: Callable[[SourceParagraph], str]) -> None:
        """Begin another return where one of the titles above the coming rows is the name of another agency.

        ``name_agency`` gives the agency whose name a title is; empty for any other title. Where a label names the
        agency of the rows so far, titles name themes ("Housing", "Health") and not other agencies.
        """
        titles, self._above = self._above, []
        before = self.current
        naming = next((title for title in reversed(titles) if name_agency(title)), None)
        if naming is None or not before.updates or before.is_labelled:
            return
        earlier = before.titles[: -len(titles)]
        if name_agency(naming) not in map(name_agency, earlier):
            before.titles = earlier
            self.begin()
            self.current.titles = [naming, *(title for title in titles if title is not naming)]
            self.current.kind = next((kind for title in titles if (kind := _kind_named(title))), "")
            self.current.review = before.review

    def close_label(self) -> None:
        """End the particular that unlabelled lines have been added to."""
        self._open = None

    def end(self, name_agency: Callable[[SourceParagraph], str]) -> None:
        """Give the only rows of the document, above which nothing said whose they are, to the agency named below them.

        That is where the foot of the page, a box or the line to sign on names it. ``name_agency`` gives the agency
        whose name a title is; empty for any other title.
        """
        if len(self.all) != 2 or self.current is self.all[0]:  # noqa: PLR2004 - the rows, and the name below
            return
        rows, below = self.all
        if not rows.updates or rows.particulars.agency or below.updates or not below.is_labelled:
            return
        if {fold(name_agency(title)) for title in rows.titles} - {"", fold(below.particulars.agency)}:
            return
        for kind in Particular:
            if kind is not Particular.OTHER:
                said = getattr(below.particulars, kind.name.lower())
                rows.particulars = rows.particulars.added(kind, said)
        rows.titles += below.titles
        rows.review = rows.review or below.review
        self.all, self.current = [rows], rows

    def take_text(self, text: str, *, is_heading: bool = False, is_set_out: bool = False) -> bool:
        """Read labelled lines; return whether all of the text went into the particulars.

        ``is_set_out`` says that it stands beside the text, where a label and its value may lie apart without a colon.
        """
        taken = [
            (is_set_out and self._take_bare(line)) or self._take_line(line, is_heading=is_heading)
            for line in _lines(text)
        ]
        return bool(taken) and all(taken)

    def _take_bare(self, line: str) -> bool:
        """Read a label that names somebody, without a colon, and its value behind a tab or else in the next line.

        Labels that follow one another head columns, and what stands below is not told apart.
        """
        written, _, value = line.strip().partition("\t")
        label = read_label(written)
        is_waiting, self._open = self._open, None if label else self._open
        if label not in NAMING or is_waiting or read_label(value) or "\t" in value:
            return False
        if value:
            self._fill(Labelled(label, value, line))
        else:
            self._open = label
        return True

    def take_labelled_row(self, row: Row) -> None:
        """Read a row of a label and its value, or of cells that each hold labelled lines."""
        cells = row.filled
        label = read_label(cells[0].text.split("\n")[0]) if cells else None
        if label is None or len(cells) == 1:
            for line in (line for cell in cells for line in _lines(cell.text)):
                if not self._take_line(line, is_heading=False) and read_label(line) is None:
                    self._unshown.append(line)
        else:
            written = cells[0].text
            for value in cells[1:]:
                self._fill(Labelled(label, value.text, f"{written}\t{value.text}".strip()))
                written = ""
        self._unshown += [words for cell in row.own for words in _beside_the_text(cell)]
        self.close_label()

    def take_unshown(self) -> str:
        """Return, once, the words among the particulars since the last time that no return is shown with."""
        found, self._unshown = self._unshown, []
        return "\n".join(found)

    def _fill(self, part: Labelled) -> None:
        """Enter a particular; an agency's name where there already are rows or another name begins another return."""
        label, value = part.label, without_prompts(part.value).strip()
        known = self.current.particulars.agency
        if label is Particular.AGENCY and (self.current.updates or known):
            if fold(value) == fold(known):
                return
            self.begin()
        self._enter(part._replace(value=value))
        self._open = label if label is Particular.SUMMARY or not value else None

    def _enter(self, part: Labelled) -> None:
        if part.label is not None and part.label is not Particular.OTHER:
            self.current.particulars = self.current.particulars.added(part.label, part.value)
        elif part.value.strip():
            self._unshown.append(part.written)

    def note_title(self, paragraph: SourceParagraph) -> bool:
        """Remember what a title or heading says of the agency and of the kind of what follows.

        Return whether it is there to name the kind ("Overview recommendations").
        """
        if len(paragraph.text.split()) > LONGEST_TITLE:
            return False
        self._note_review(paragraph)
        self.current.titles.append(paragraph)
        if paragraph.where is Where.BODY:
            self._above.append(paragraph)
        kind = _kind_named(paragraph)
        if kind and paragraph.where is Where.BODY:
            self.current.kind = kind
            return True
        return False

    def _note_review(self, paragraph: SourceParagraph) -> None:
        """Remember the review a title names; another one below rows begins another return of the same agency."""
        review = read_review(paragraph.text)
        if review and self.current.updates and self.current.review and review != self.current.review:
            particulars = self.current.particulars
            self.begin()
            self.current.particulars = particulars
        self.current.review = review or self.current.review

    def _take_line(self, line: str, *, is_heading: bool) -> bool:
        parts = split_particulars(line)
        if parts[0][0] is None:
            return self._continue_label(line, is_heading=is_heading)
        for part in parts:
            self._fill(part)
        return True

    def _continue_label(self, line: str, *, is_heading: bool) -> bool:
        """Add an unlabelled line to the label left open above it; a heading closes that."""
        if self._open is None or is_heading or names_a_group(line):
            self._open = None
            return False
        label, self._open = self._open, None
        self._fill(Labelled(label, line, line))
        return True


def _lines(text: str) -> list[str]:
    return [line for each in text.split("\n") for line in split_fields(each) if line.strip()]


def _beside_the_text(cell: SourceCell) -> tuple[str, ...]:
    """Return what a cell holds besides its text, which no particular takes in."""
    return (*cell.struck, *(comment.text for comment in cell.comments), *filter(None, [cell.note]))


def _kind_named(title: SourceParagraph) -> str:
    """Return the kind a title is there to name; empty for any other title."""
    return read_kind(title.text) if names_a_group(title.text) else ""
