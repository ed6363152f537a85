"""What the pointing answers of a return point to: the row above, another row, the summary, another return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalize.agencies import resolve_agency
from normalize.model import Pointer, Status, Update
from normalize.pointers import Pointing, Target, read_pointer
from normalize.text import fold
from normalize.vocabulary import Vocabulary


def resolve_pointers(updates: Sequence[Update], summary: str, vocabulary: Vocabulary) -> tuple[Update, ...]:
    """Return ``updates`` with what their pointing answers point to.

    An update that says "as above" says what the row above says, so it has that row's status as well; one that
    refers the reader to another recommendation only says where to look.
    """
    resolved: list[Update] = []
    for at, update in enumerate(updates):
        pointers = tuple(
            _resolve(text, at, name, updates, resolved, summary, vocabulary)
            for name, text in (("update", update.update), ("evidence", update.evidence))
            if read_pointer(text)
        )
        pointer = read_pointer(update.update)
        says_as_above = pointer is not None and pointer.target is Target.ABOVE
        inherits = says_as_above and bool(resolved) and update.status is Status.NOT_STATED
        status = resolved[-1].status if inherits else update.status
        resolved.append(replace(update, refers_to=pointers, status=status))
    return tuple(resolved)


def _resolve(  # noqa: PLR0913, PLR0917 - a pointer may lead to any of these
    text: str,
    at: int,
    name: str,
    updates: Sequence[Update],
    resolved: Sequence[Update],
    summary: str,
    vocabulary: Vocabulary,
) -> Pointer:
    pointing = read_pointer(text) or Pointing(Target.ABOVE)
    as_written = text.strip()
    match pointing.target:
        case Target.ABOVE if at:
            return Pointer(as_written, _name(updates[at - 1]), _words(resolved[at - 1], name))
        case Target.BELOW if at + 1 < len(updates):
            return Pointer(as_written, _name(updates[at + 1]), _words(updates[at + 1], name))
        case Target.RECOMMENDATION:
            others = [each for number in pointing.numbers if (each := _find(number, pointing.kind, at, updates))]
            words = "\n".join(dict.fromkeys(filter(None, (_words(each, name) for each in others))))
            return Pointer(as_written, _name_numbers(pointing.numbers), words)
        case Target.SUMMARY:
            return Pointer(as_written, pointing.target.value, summary)
        case Target.OTHER_PLAN:
            agency = resolve_agency(pointing.named, vocabulary)
            to = f"the return of {agency}" if agency else ""
            return Pointer(as_written, to, agency=agency, numbers=pointing.numbers)
        case _:
            return Pointer(as_written, "")


def _find(number: str, kind: str, at: int, updates: Sequence[Update]) -> Update | None:
    """Return the row that carries ``number``, best of the kind named or else of the same kind; not the row itself."""
    carrying = [each for each in updates if number in each.numbers and each is not updates[at]]
    if kind:
        carrying = [each for each in carrying if fold(each.kind) == fold(kind)]
    of_kind = [each for each in carrying if each.kind == updates[at].kind]
    return next(iter(of_kind or carrying), None)


def _name_numbers(numbers: Sequence[str]) -> str:
    return f"recommendation{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"


def _name(update: Update) -> str:
    return _name_numbers(update.numbers) if update.numbers else Target.ABOVE.value


def _words(update: Update, name: str) -> str:
    """Return the words of the same cell in the row pointed to; where that points further, what it points to."""
    words = update.update if name == "update" else update.evidence
    further = next((each.text for each in update.refers_to if each.as_written == words.strip()), "")
    return further or words or update.update
