"""Where a walk through a document stands: the return under way, what waits for the next block, and where words went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.model import Finding, Place, SourceParagraph
from ingest.words import count_words
from normalize.answers import Answer
from normalize.earlier_rounds import NamedRound, Said, find_superseded, leave, read_round, tell_superseded
from normalize.grid import Row
from normalize.headings import HeadingBook
from normalize.model import LeftOver, Update, WordSum
from normalize.naming import name_of_section
from normalize.prose import Prose
from normalize.sections import Section, Sections
from normalize.text import fold
from normalize.updates import make_update
from normalize.vocabulary import Vocabulary


@dataclass
class Account:
    """Where every word of a document went (the three add up to its words)."""

    rows: int = 0
    particulars: int = 0
    left_over: list[LeftOver] = field(default_factory=list)

    def leave(self, paragraph: SourceParagraph) -> None:
        """Count a paragraph as left over, if it says anything."""
        if paragraph.text.strip():
            self.left_over.append(LeftOver(paragraph.place, paragraph.text, paragraph.words))

    def take_back(self, title: str) -> None:
        """Move a title that names the agency, on every page it stands on, from what is left over to particulars."""
        naming = [each for each in self.left_over if each.text == title]
        self.left_over = [each for each in self.left_over if each.text != title]
        self.particulars += sum(each.words for each in naming)

    def add_up(self, document: int) -> WordSum:
        """Return the account of a document of so many words."""
        return WordSum(document, self.rows, self.particulars, sum(each.words for each in self.left_over))


class Walk:
    """One walk through a document: what its lines and its tables both read and change."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Begin a document in the terms of ``vocabulary``."""
        self.vocabulary = vocabulary
        self.book = HeadingBook(vocabulary.headings)
        self.sections = Sections()
        self.prose = Prose(self.book)
        self.account = Account()
        self.contents: tuple[str, ...] = ()
        """The agencies that a list of contents has, in its order."""
        self.findings: list[Finding] = []
        self._round: NamedRound | None = None
        self._alone: tuple[Answer, Callable[[Answer], Update]] | None = None
        """The only answer of the table right above, and how it is made an update."""
        self._said: list[tuple[Section, Update, NamedRound]] = []
        """The updates below the title of a round, with the return each is in."""

    def names_a_section(self, line: SourceParagraph) -> bool:
        """Return whether a line names the agency whose return it begins."""
        return bool(name_of_section(line, self.contents, self.vocabulary))

    def enter_titled_section(self) -> None:
        """Begin another agency's return where a title above the coming rows names it."""
        self.sections.enter_titled(self._name_agency)

    def enter_round(self, title: str) -> bool:
        """Begin another round where a title names it; return whether it does."""
        named = read_round(title)
        self._round = named or self._round
        return named is not None

    def end(self, path: str) -> None:
        """End the answer and the return under way: the document at ``path`` has no more."""
        self.end_prose()
        self.sections.end(self._name_agency)
        self._leave_earlier_rounds(path)

    def _leave_earlier_rounds(self, path: str) -> None:
        """Leave over what was said anew in a later round that the document holds as well."""
        said = [Said(fold(each.particulars.agency), update, during) for each, update, during in self._said]
        superseded = find_superseded(said)
        gone = {id(each.update) for each, _ in superseded}
        for section in self.sections.all:
            section.updates = [update for update in section.updates if id(update) not in gone]
        for each, _ in superseded:
            self.account.rows -= each.update.words
            self.account.left_over.append(leave(each.update))
        self.findings.extend(tell_superseded(superseded, path))

    def _name_agency(self, title: SourceParagraph) -> str:
        return name_of_section(title, self.contents, self.vocabulary)

    def end_prose(self) -> None:
        """Take the answer that stood in paragraphs, or give its recommendation back where nothing was said of it."""
        answer, unanswered = self.prose.end(self.sections.current.kind)
        alone, self._alone = self._alone, None
        if answer and alone:
            self._take_again(answer, *alone)
        elif answer:
            self.take_update(make_update(answer, self.vocabulary))
        if unanswered:
            self.account.leave(unanswered)

    def leave_open(self, answer: Answer, make: Callable[[Answer], Update]) -> None:
        """Let lines go on the update taken last, which ``make`` made of ``answer``, the only one of its table."""
        self._alone = answer, make
        self.prose.go_on(answer)

    def _take_again(self, more: Answer, answer: Answer, make: Callable[[Answer], Update]) -> None:
        """Take the update made of ``answer`` anew, with what lines below its table said ``more``."""
        before = self.sections.current.updates.pop()
        self.account.rows -= before.words
        if self._said and self._said[-1][1] is before:
            self._said.pop()
        whole = replace(answer, fields=(*answer.fields, *more.fields), words=answer.words + more.words)
        self.take_update(make(whole))

    def take_recommendation_above(self) -> str:
        """Return the recommendation in the paragraph above a table, which now is answered there; else nothing."""
        under = self.prose.recommendation
        if under:
            _, above = self.prose.end("")
            self.account.rows += above.words if above else 0
        else:
            self.end_prose()
        return under

    def take_particulars(self, rows: tuple[Row, ...]) -> None:
        """Take rows of a label and what it stands for."""
        for row in rows:
            self.sections.take_labelled_row(row)
            self.count_particulars(row.place, row.words)

    def count_particulars(self, place: Place, words: int) -> None:
        """Count the words of a labelled line as particulars; those no return is shown with are left over."""
        unshown = self.sections.take_unshown()
        # The text may hold automatic numbers, which are no words of the document.
        left = min(words, count_words(unshown))
        if unshown:
            self.account.left_over.append(LeftOver(place, unshown, left))
        self.account.particulars += words - left

    def take_update(self, update: Update) -> None:
        """Take an update into the return under way."""
        self.sections.current.updates.append(update)
        if self._round:
            self._said.append((self.sections.current, update, self._round))
        self.account.rows += update.words
