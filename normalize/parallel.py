"""One row that holds several recommendations as numbered lists side by side: 1, 2, 3 here and 1, 2, 3 there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from normalize.answers import Answer, FilledField
from normalize.columns import Field
from normalize.identifiers import read_id
from normalize.references import read_numbers, split_number

FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class _Item:
    numbers: tuple[str, ...]
    label: str
    text: str
    """Without its label."""


def split_parallel(answer: Answer) -> tuple[Answer, ...]:
    """Return one answer for each recommendation where a row lists several and answers them by their numbers.

    The row is kept whole where its recommendation is not such a list, where the list is that of one recommendation's
    parts (its number or its id stands in another column), or where neither update nor evidence takes the numbers up.
    """
    items = _read_items(answer.text(Field.RECOMMENDATION))
    numbers = [number for item in items for number in item.numbers]
    number = answer.text(Field.NUMBER)
    if read_id(number):
        return (answer,)
    column = read_numbers(number)
    if len(items) < FEWEST_ITEMS or not _run_on(numbers) or (column and list(column) != numbers):
        return (answer,)
    if not any(_answers(_read_items(answer.text(field)), numbers) for field in (Field.UPDATE, Field.EVIDENCE)):
        return (answer,)
    return tuple(
        replace(
            answer,
            fields=tuple(_part_of(each, item) for each in answer.fields if each.field is not Field.NUMBER),
            words=answer.words if item is items[0] else 0,
        )
        for item in items
    )


def _read_items(text: str) -> tuple[_Item, ...]:
    """Return the items of a text that is a numbered list from its first line on; further lines belong to the item."""
    items: list[_Item] = []
    for line in text.split("\n"):
        reference = split_number(line)
        if reference.numbers:
            items.append(_Item(reference.numbers, reference.as_written, reference.rest))
        elif items:
            items[-1] = replace(items[-1], text=f"{items[-1].text}\n{line}")
        else:
            return ()
    return tuple(items)


def _run_on(numbers: Sequence[str]) -> bool:
    """Whether numbers count on by one, as those of a list do."""
    return all(number.isdigit() for number in numbers) and all(
        int(after) == int(before) + 1 for before, after in pairwise(numbers)
    )


def _answers(items: Sequence[_Item], numbers: Sequence[str]) -> bool:
    """Whether a list takes up the numbers of the recommendations, and no other numbers."""
    named = [number for item in items for number in item.numbers]
    return len(named) >= FEWEST_ITEMS and set(named) <= set(numbers)


def _part_of(part: FilledField, item: _Item) -> FilledField:
    """Return what a cell says of one recommendation: its item of the list, or all of it where it is no such list."""
    if part.field is Field.RECOMMENDATION:
        return replace(part, cell=replace(part.cell, text=f"{item.label} {item.text}".strip()))
    items = _read_items(part.cell.text)
    if not items:
        return part
    told = [each.text for each in items if set(each.numbers) & set(item.numbers)]
    return replace(part, cell=replace(part.cell, text="\n".join(told)))
