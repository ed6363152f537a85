"""Columns for a tick, told by their cells: "Complete | In progress | Not started" with a mark in one of them.

The same words over other cells head what was done, or when.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from normalize.columns import Field
from normalize.grid import Row
from normalize.text import fold_label

STATES: Mapping[str, Field] = {
    "complete": Field.ACHIEVED,
    "completed": Field.ACHIEVED,
    "done": Field.ACHIEVED,
    "in progress": Field.ON_TARGET,
    "ongoing": Field.ON_TARGET,
    "on going": Field.ON_TARGET,
    "under way": Field.ON_TARGET,
    "underway": Field.ON_TARGET,
    "partly complete": Field.ON_TARGET,
    "partially complete": Field.ON_TARGET,
    "not complete": Field.NOT_ACHIEVED,
    "not completed": Field.NOT_ACHIEVED,
    "delayed": Field.NOT_ACHIEVED,
    "overdue": Field.NOT_ACHIEVED,
}
"""What a tick below a heading says, folded; headings that ask for one in so many words are in ``COLUMNS``."""
_ONLY_MARKS = re.compile("[\\sxy\u2610-\u2612\u2713-\u2718\u221a-]*|yes|no|tick|ticked", re.IGNORECASE)
"""Boxes, ticks and crosses, and what is typed for them."""


def name_tick_columns(
    fields: Sequence[Field | None], headings: Sequence[str], below: Sequence[Row]
) -> list[Field | None]:
    """Return ``fields`` with those of the columns that hold nothing but marks below a state.

    A heading that asks ("Complete?") is answered by a yes or no, and stays the status.
    """
    named = [STATES.get(fold_label(heading)) for heading in headings]
    return [
        state if state and field is not Field.STATUS and _holds_marks(at, below) else field
        for at, (field, state) in enumerate(zip(fields, named, strict=True))
    ]


def _holds_marks(at: int, below: Sequence[Row]) -> bool:
    cells = [cell.text for row in below if (cell := row.covering[at]) and cell.text.strip() and not row.spanning]
    return bool(cells) and all(_ONLY_MARKS.fullmatch(text) for text in cells)
