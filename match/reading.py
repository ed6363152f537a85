"""A row as linking reads it: its number apart from its words, and the words that carry meaning."""

from __future__ import annotations

from dataclasses import dataclass

from match.lexicon import FILLER_WORDS
from match.model import Query
from match.terms import Term, read_terms
from match.words import tokens, without_list_labels
from normalize.references import split_number, tidy_number
from normalize.text import fold

_DOTS = ("...", "..", "[etc]", "etc", "etc.")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that asks for its recommendation, with what it says taken apart."""

    query: Query
    numbers: tuple[str, ...]
    words: tuple[str, ...]
    terms: tuple[Term, ...]
    """The words that carry meaning; empty for a row that has a number only."""
    is_cut: bool
    """Whether dots at its end say that there is more."""
    breaks_off: bool
    """Whether it ends with a letter, as a cell does that was too small for its text."""

    @property
    def says_nothing(self) -> bool:
        """Whether the row has no words of a recommendation ("as above", "Rec 2")."""
        return all(term.word in FILLER_WORDS for term in self.terms)

    @property
    def is_empty(self) -> bool:
        """Whether the row has neither words nor a number."""
        return not self.words and not self.numbers


def read_row(query: Query) -> Row:
    """Return ``query`` taken apart; a number typed before the words counts where no other is given."""
    reference = split_number(query.recommendation)
    given = tuple(tidy_number(number) for number in query.numbers if number.strip())
    # The number in front may be the first of a list, whose others only then are known to be none of the words.
    unnumbered = without_list_labels(query.recommendation)
    words = tokens(reference.rest if unnumbered == query.recommendation else unnumbered)
    is_cut = fold(reference.rest).rstrip("\"') ").endswith(_DOTS)
    return Row(query, given or reference.numbers, words, read_terms(words), is_cut, reference.rest[-1:].isalpha())


def has_words(row: Row) -> bool:
    """Return whether the row has words of a recommendation."""
    return bool(row.terms) and not row.says_nothing
