"""Returns made by chance, each the same for its number: their columns, rows and the words in them."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tests.laws import wording
from tests.laws.looks import make_look
from tests.laws.returns import COLOURS, Answer, Cell, Column, Group, Item, Line, Numbers, Return, Row, Shape

HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NUMBER: ("No.", "Ref", "Rec no", "#", "Reference"),
    Column.RECOMMENDATION: ("Recommendation", "Recommendations", "Learning point", "Area for improvement"),
    Column.ACTION: ("Action", "Agreed action", "Actions to be taken", "Specific Actions", "Key actions"),
    Column.LEAD: ("Lead", "Lead officer", "Responsible lead", "Owner", "Person responsible", "Responsibility"),
    Column.DUE: ("By when", "Target date", "Timescale", "Deadline", "Due date"),
    Column.UPDATE: ("Update", "Progress", "Update on progress", "Progress to date", "Current position", "Comments"),
    Column.STATUS: ("Status", "Assessment of progress"),
    Column.RATING: ("RAG", "RAG rating", "BRAG"),
    Column.EVIDENCE: ("Evidence", "Evidence of completion", "Evidence provided", "Supporting documents"),
}
ORDERS = (
    (Column.NUMBER, Column.RECOMMENDATION, Column.UPDATE, Column.EVIDENCE),
    (Column.RECOMMENDATION, Column.UPDATE, Column.EVIDENCE),
    (Column.RECOMMENDATION, Column.ACTION, Column.LEAD, Column.DUE, Column.UPDATE, Column.EVIDENCE),
    (Column.NUMBER, Column.RECOMMENDATION, Column.ACTION, Column.LEAD, Column.DUE, Column.UPDATE, Column.RATING),
    (Column.NUMBER, Column.RECOMMENDATION, Column.LEAD, Column.UPDATE, Column.EVIDENCE, Column.RATING),
    (Column.RECOMMENDATION, Column.LEAD, Column.DUE, Column.STATUS, Column.UPDATE, Column.EVIDENCE),
    (Column.NUMBER, Column.RECOMMENDATION, Column.RATING, Column.UPDATE),
    (Column.RECOMMENDATION, Column.UPDATE, Column.STATUS),
    (Column.NUMBER, Column.RECOMMENDATION, Column.STATUS, Column.DUE, Column.LEAD, Column.EVIDENCE, Column.UPDATE),
)
KINDS = {
    "Overview": ("Overview report recommendations", "Overview Recommendations"),
    "IMR": ("IMR recommendations", "Individual Management Review (IMR) recommendations"),
    "Single agency": ("Single agency recommendations",),
}
GROUPS = (("",), ("",), ("",), ("Overview",), ("IMR",), ("Overview", "IMR"), ("IMR", "Overview"), ("", "Single agency"))
UPDATES = {
    "short": 2.0, "passage": 5.0, "paragraphs": 4.0, "bullets": 3.0,
    "steps": 2.0, "dated": 2.0, "long": 1.5, "none": 0.5,
}  # fmt: skip
"""What updates are like, and how often."""


def make_return(seed: int) -> Return:
    """Return the return of this number, the same every time."""
    return _Maker(seed).make()


class _Maker:
    """Decides by chance, one thing after the other."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._chance = Random(seed)  # noqa: S311 - text for tests, not secrets
        chance = self._chance
        self._shape = chance.choices(tuple(Shape), (8, 1, 1))[0]
        self._columns = chance.choice(ORDERS)
        if self._shape is not Shape.GRID:
            self._columns = (
                Column.RECOMMENDATION,
                *chance.choice(((Column.LEAD,), ())),
                Column.UPDATE,
                Column.EVIDENCE,
            )
        self._numbers = self._choose_numbers()
        self._colours_ratings = self._is(0.5)
        self._merges = self._shape is Shape.GRID and Column.EVIDENCE in self._columns and self._is(0.15)
        self._has_long = self._is(0.4)
        self._written = chance.choice(("{}", "{}.", "R{}", "{}"))
        self._before = chance.choice(("{}. ", "{}) ", "Recommendation {}: ", "{}. "))

    def _is(self, share: float) -> bool:
        return self._chance.random() < share

    def _choose_numbers(self) -> Numbers:
        if Column.NUMBER in self._columns:
            return Numbers.COLUMN
        if self._shape is not Shape.GRID:
            return Numbers.CELL
        return self._chance.choice((Numbers.CELL, Numbers.CELL, Numbers.AUTOMATIC, Numbers.NONE))

    def make(self) -> Return:
        chance = self._chance
        groups = self._make_groups()
        shape = self._shape
        return Return(
            seed=self._seed,
            agency=chance.choice(
                ("Fernlight Housing", "Marlow Vale NHS Trust", "Oakmere Police", "Children\u2019s Services")
            ),
            provided_by=chance.choice(("", "J. Marsh, Head of Housing", "Ana Reyes (Named Nurse)")),
            particulars_in_table=self._is(0.25),
            title=chance.choice(("Action plan update", "Serious Case Review: action plan", "Recommendations tracker")),
            title_in_table="Progress against the plan" if shape is Shape.GRID and self._is(0.15) else "",
            intro=wording.passage(chance, 1, 3) if self._is(0.4) else "",
            closing=wording.passage(chance, 1, 2) if self._is(0.3) else "",
            columns=self._columns,
            headings={column: chance.choice(HEADINGS[column]) for column in Column},
            numbers=self._numbers,
            shape=shape,
            has_table_for_each_group=self._is(0.5),
            groups=groups,
            look=make_look(chance, self._columns),
        )

    def _make_groups(self) -> tuple[Group, ...]:
        groups: list[Group] = []
        runs_on = self._is(0.3) or self._numbers is Numbers.AUTOMATIC
        number = 0
        for kind in self._chance.choice(GROUPS):
            number = number if runs_on else 0
            rows = []
            for _ in range(self._chance.randint(1, 6)):
                number += 1
                rows.append(self._make_row(number))
            heading = self._chance.choice(KINDS[kind]) if kind else ""
            groups.append(Group(kind, heading, tuple(rows)))
        return tuple(groups)

    def _make_row(self, number: int) -> Row:
        written, text = str(number), wording.passage(self._chance, 1, 2)
        if self._numbers is Numbers.COLUMN:
            written = self._written.format(number)
        if self._numbers is Numbers.CELL:
            text = self._before.format(number) + text
        item = Item.NUMBER if self._numbers is Numbers.AUTOMATIC else Item.NONE
        more = (Line(wording.sentence(self._chance)),) if self._shape is not Shape.PROSE and self._is(0.1) else ()
        count = self._chance.randint(2, 3) if self._merges and self._is(0.4) else 1
        fills = tuple(self._choose_fill() for _ in range(count))
        answers = tuple(self._make_answer(fill) for fill in fills)
        return Row(
            "" if self._numbers is Numbers.NONE else str(number), written, (Line(text, item), *more), answers, fills
        )

    def _choose_fill(self) -> str:
        if not self._colours_ratings or self._is(0.1):
            return ""
        return self._chance.choice(COLOURS[self._chance.choice(tuple(COLOURS))])

    def _make_answer(self, fill: str) -> Answer:
        chance = self._chance
        made: dict[Column, Cell] = {
            Column.ACTION: (Line(wording.passage(chance, 1, 2)),),
            Column.LEAD: (Line(chance.choice(wording.LEADS)),),
            Column.DUE: (Line(chance.choice(wording.DUES)),),
            Column.STATUS: (Line(chance.choice(wording.STATUSES)),),
            Column.RATING: () if fill else (Line(chance.choice(("Red", "Amber", "Green", "R", "A", "G"))),),
            Column.UPDATE: self._make_update(),
            Column.EVIDENCE: self._make_evidence(),
        }
        return {column: made[column] for column in self._columns if column in made}

    def _make_update(self) -> Cell:
        chance = self._chance
        sort = chance.choices(tuple(UPDATES), tuple(UPDATES.values()))[0]
        if sort == "short":
            return (Line(chance.choice(wording.SHORT)),)
        if sort == "none":
            return ()
        if sort == "long" and self._has_long:
            return tuple(Line(wording.passage(chance, 6, 25)) for _ in range(chance.randint(1, 4)))
        if sort in ("bullets", "steps"):
            return self._make_list(Item.BULLET if sort == "bullets" or self._shape is Shape.PROSE else Item.NUMBER)
        return self._make_passages(sort)

    def _make_list(self, item: Item) -> Cell:
        """Return a sentence and items below it; among paragraphs a numbered one would be a recommendation."""
        chance = self._chance
        items = (Line(wording.sentence(chance), item) for _ in range(chance.randint(2, 4)))
        return (Line(wording.sentence(chance)), *items)

    def _make_passages(self, sort: str) -> Cell:
        chance = self._chance
        if sort == "dated":
            dates = wording.DATES[: chance.randint(1, 4)]
            return tuple(Line(f"{date}: {wording.passage(chance, 1, 2)}") for date in dates)
        if sort == "paragraphs":
            return tuple(Line(wording.passage(chance, 1, 3)) for _ in range(chance.randint(2, 4)))
        return (Line(wording.passage(chance, 1, 3)),)

    def _make_evidence(self) -> Cell:
        chance = self._chance
        sort = chance.choices(("none", "record", "records", "link", "passage"), (2, 3, 2, 1, 2))[0]
        if sort == "none":
            return ()
        if sort == "passage":
            return (Line(wording.passage(chance, 1, 2)),)
        item = chance.choice((Item.NONE, Item.BULLET)) if sort == "records" else Item.NONE
        lines = tuple(Line(text, item) for text in chance.sample(wording.RECORDS, 3 if sort == "records" else 1))
        if sort == "link":
            return (Line("See the report", link=f"https://www.fernlight.example/report/{chance.randint(1, 99)}"),)
        return lines
