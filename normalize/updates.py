"""An answer as an update: its words in the board's terms, the number apart from the recommendation's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from normalize.answers import Answer, FilledField, as_said
from normalize.boxes import read_chosen
from normalize.colouring import own_colour
from normalize.columns import Field
from normalize.counting import split_counted
from normalize.dates import QUARTER, find_dates, read_entries
from normalize.forms import read_marks
from normalize.grid import holds_anything
from normalize.identifiers import is_code
from normalize.kinds import is_name_of_kind, read_kind_in_number
from normalize.model import DatedEntry, Rating, RawField, Status, Update
from normalize.ratings import read_rating
from normalize.references import Reference, read_label, read_numbers, split_number
from normalize.statuses import read_status
from normalize.text import fold_label, squeeze
from normalize.vocabulary import Vocabulary

TICKED_COLUMNS: Mapping[Field, Status] = {
    Field.ACHIEVED: Status.COMPLETE,
    Field.ON_TARGET: Status.IN_PROGRESS,
    Field.NOT_ACHIEVED: Status.DELAYED,
    Field.NOT_STARTED: Status.NOT_STARTED,
}
"""What a mark in one of the columns that ask for a tick says."""
TICKS = frozenset({"x", "y", "yes", "tick", "ticked", "1"})
"""What agencies type in a column that asks for a tick, folded."""
NOES = frozenset({"n", "no"})
_TICK_MARK = re.compile("[\u2611\u2612\u2713\u2714\u221a]")
_CROSS_MARK = re.compile("[\u2715\u2716\u2717\u2718]")
"""A cross chooses a column where nothing in the row is ticked, and else refuses it."""


def make_update(
    answer: Answer, vocabulary: Vocabulary, *, under: str = "", is_counted: bool = False, is_coloured: bool = False
) -> Update:
    """Return the update an answer holds.

    ``under`` is the recommendation it stands below, where it has none of its own ("Recommendation 4: Train staff").
    ``is_counted`` says that the figure which begins its recommendation is a number, though nothing marks it as one;
    ``is_coloured`` that the colour of a status rates it besides its words.
    """
    said = as_said(answer)
    reference = _read_reference(said, under, split_counted if is_counted else split_number)
    update = Update(
        place=answer.place,
        raw=tuple(RawField(each.heading, each.cell.text) for each in answer.fields),
        kind=_read_kind(said, reference.as_written),
        numbers=reference.numbers,
        number_as_written=reference.as_written,
        recommendation=reference.rest,
        update=_read_progress(said),
        evidence=_read_evidence(said),
        action=said.text(Field.ACTION),
        lead=said.text(Field.LEAD) or said.text(Field.AGENCY),
        by_when=said.text(Field.DUE),
        words=answer.words,
    )
    return _with_attachments(_with_standing(update, said, vocabulary, is_coloured=is_coloured), said)


def _with_standing(update: Update, answer: Answer, vocabulary: Vocabulary, *, is_coloured: bool) -> Update:
    """Return ``update`` with how far it says things have come, and since when."""
    rating, rating_as_written = _rate(answer, vocabulary, is_coloured=is_coloured)
    return replace(
        update,
        status=_read_status(answer, update.update, update.evidence, vocabulary),
        status_as_written=answer.text(Field.STATUS),
        rating=rating,
        rating_as_written=rating_as_written,
        entries=_read_timeline(answer, update.update) + read_entries(update.evidence),
    )


def _with_attachments(update: Update, answer: Answer) -> Update:
    """Return ``update`` with what its cells hold besides their words."""
    cells = [each.cell for each in answer.fields if holds_anything(each.cell)]
    return replace(
        update,
        struck=tuple(passage for cell in cells for passage in cell.struck),
        comments=tuple(comment for cell in cells for comment in cell.comments),
        links=tuple(link for cell in cells for link in cell.links),
        pictures=tuple(picture for cell in cells for picture in cell.pictures),
        notes=tuple(cell.note for cell in cells if cell.note),
        # A cell merged over several rows marks the first: the others go on about it, and are no copies of it.
        marks=read_marks(each.cell for each in answer.fields if each.cell.row == answer.place.row),
    )


def continued(update: Update, before: Update) -> Update:
    """Return ``update`` as a further answer to what the row ``before`` names, which its author left blank."""
    return replace(
        update,
        kind=before.kind,
        numbers=before.numbers,
        number_as_written=before.number_as_written,
        recommendation=before.recommendation,
    )


def names_nothing(update: Update) -> bool:
    """Return whether a row leaves the recommendation blank but says something about one."""
    names = update.numbers or update.number_as_written or update.recommendation
    return not names and bool(update.update or update.evidence)


def _read_kind(answer: Answer, number_as_written: str) -> str:
    """Return what a row's own column, its number or the heading above it calls it.

    A theme stands in for the kind where nothing names one, or where it is the name of a kind itself.
    """
    theme = squeeze(answer.text(Field.THEME))
    stated = squeeze(answer.text(Field.KIND)) or (theme if is_name_of_kind(theme) else "")
    return stated or read_kind_in_number(number_as_written) or answer.kind or theme


def _read_progress(answer: Answer) -> str:
    """Return the update: of several dated progress columns the last one filled in is the latest."""
    filled = [each for each in answer.holding(Field.UPDATE) if each.cell.text.strip()]
    if len(filled) > 1 and all(any(find_dates(each.heading)) or QUARTER.search(each.heading) for each in filled):
        return filled[-1].cell.text.strip()
    return answer.text(Field.UPDATE)


def _read_timeline(answer: Answer, update: str) -> tuple[DatedEntry, ...]:
    """Return the dated entries of the update; a column whose heading is dated says when all of its words were said."""
    entries: list[DatedEntry] = []
    for each in answer.holding(Field.UPDATE):
        dated = read_entries(each.cell.text)
        when = next(find_dates(each.heading), None)
        if when and each.cell.text.strip() and not dated:
            dated = (DatedEntry(when, each.cell.text.strip()),)
        entries += dated
    return tuple(entries) or read_entries(update)


def _read_evidence(answer: Answer) -> str:
    """Return the evidence; a column of evidence of impact stands in where the table has no other."""
    of_impact = [each.cell.text.strip() for each in answer.holding(Field.IMPACT) if "evidence" in each.heading.lower()]
    return answer.text(Field.EVIDENCE) if answer.holding(Field.EVIDENCE) else "\n".join(filter(None, of_impact))


def _read_reference(answer: Answer, under: str, split: Callable[[str], Reference]) -> Reference:
    """Return the number from its own column, or else from the beginning of the recommendation."""
    text = answer.text(Field.RECOMMENDATION) or under
    within = Reference(label, text.strip(), "") if (label := read_label(text)) else split(text)
    within = within if within.numbers else _split_automatic(text, answer) or within
    above = split_number(under)
    if not (within.numbers or above.rest):  # the title above it is its number alone
        within = replace(above, rest=within.rest)
    columns = [each for each in answer.holding(Field.NUMBER) if each.cell.text.strip()]
    if not columns:
        return within
    written = [each.cell.text.strip() for each in sorted(columns, key=_is_further_number)]
    numbers = next(filter(None, (read(each) for read in (read_numbers, read_label) for each in written)), ())
    as_written = "\n".join(each.cell.text.strip() for each in columns)
    return Reference(numbers, as_written, within.rest if within.numbers in ((), numbers) else text)


def _split_automatic(text: str, answer: Answer) -> Reference | None:
    """Take from ``text`` the number its program counted: nothing need mark it as one, for nobody typed it."""
    number = next((each.cell.number for each in answer.holding(Field.RECOMMENDATION)), "")
    numbers = read_numbers(number) if number and text.startswith(number) else ()
    return Reference(numbers, number, text[len(number) :].strip()) if numbers else None


def _is_further_number(part: FilledField) -> tuple[bool, bool]:
    """Return how little a number counts beside others: the recommendation's own first, ids and codes last."""
    words = fold_label(part.heading).split()
    is_of_another = "id" in words or any(word.startswith("action") for word in words) or is_code(part.cell.text)
    return is_of_another, not any(word.startswith("rec") for word in words)


def _rate(answer: Answer, vocabulary: Vocabulary, *, is_coloured: bool) -> tuple[Rating | None, str]:
    """Return the rating from its own column, or else from a status column that holds one."""
    cells = [each.cell for each in answer.fields]
    for field in (Field.RATING, Field.STATUS):
        for cell in (each.cell for each in answer.holding(field)):
            may_colour = field is Field.RATING or is_coloured or not cell.text.strip()
            colour = own_colour(cell, cells) if may_colour else None
            rating, as_written = read_rating(read_chosen(cell.text), colour, vocabulary)
            if rating or (as_written and field is Field.RATING):
                return rating, as_written
    return None, ""


def _read_status(answer: Answer, update: str, evidence: str, vocabulary: Vocabulary) -> Status:
    """Return the status from its own columns, by the key where they hold a figure or letter, or else from the words."""
    for is_marked in (_is_ticked, _is_crossed):
        for field, status in TICKED_COLUMNS.items():
            if any(is_marked(each.cell.text) for each in answer.holding(field)):
                return status
    statuses = filter(None, map(_stated, answer.holding(Field.STATUS)))
    stated = "\n".join(statuses) or read_chosen(answer.text(Field.RATING))
    return read_status(update, evidence, status_column=vocabulary.key.get(fold_label(stated), stated))


def _stated(part: FilledField) -> str:
    """Return what a status cell says; a yes or no answers its heading ("Complete?")."""
    text = read_chosen(part.cell.text)
    asks = part.heading.rstrip().endswith("?") or fold_label(part.heading).endswith(" y n")
    if asks and _is_ticked(text):
        return part.heading
    return f"not {part.heading}" if asks and fold_label(text) in NOES else text.strip()


def _is_ticked(text: str) -> bool:
    return bool(_TICK_MARK.search(text)) or fold_label(text) in TICKS


def _is_crossed(text: str) -> bool:
    return bool(_CROSS_MARK.search(text))
