"""Colours a sheet sets by rules (conditional formatting, ECMA-376 part 1, 18.3.1.10), as far as they compare a cell.

Trackers paint their ratings so: a cell that says "Green" is green. A rule that weighs a cell against all others, or
computes, is not followed; whether there are such rules is said.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from openpyxl.utils import column_index_from_string

from ingest.readers.sheet.colours import fill_colour
from ingest.readers.sheet.pieces import Spot

if TYPE_CHECKING:
    from openpyxl.formatting.rule import Rule
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = str | float | None
Compare: TypeAlias = Callable[[Value, tuple[Value, ...]], bool]

LITERAL = re.compile(r'\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|(TRUE|FALSE))\s*', re.IGNORECASE)
COMPARISON = re.compile(r"\s*(\$?)([A-Z]{1,3})(\$?)(\d+)\s*(=|<>|<=|>=|<|>)(.+)", re.IGNORECASE)
"""A formula that compares one cell with a word or figure, the cell fixed or moving with the one that is painted."""


def _same(left: Value, right: Value) -> bool:
    return str(left).casefold() == str(right).casefold() if isinstance(left, str) else left == right


def _ordered(compare: Callable[[float, float], bool]) -> Compare:
    def compares(value: Value, others: tuple[Value, ...]) -> bool:
        other = others[0]
        return isinstance(value, float) and isinstance(other, float) and compare(value, other)

    return compares


def _between(value: Value, others: tuple[Value, ...]) -> bool:
    ends = [other for other in others if isinstance(other, float)]
    return isinstance(value, float) and bool(ends) and min(ends) <= value <= max(ends)


OPERATORS: dict[str, Compare] = {
    "equal": lambda value, others: _same(value, others[0]),
    "notEqual": lambda value, others: not _same(value, others[0]),
    "greaterThan": _ordered(operator.gt),
    "greaterThanOrEqual": _ordered(operator.ge),
    "lessThan": _ordered(operator.lt),
    "lessThanOrEqual": _ordered(operator.le),
    "between": _between,
    "notBetween": lambda value, others: isinstance(value, float) and not _between(value, others),
}
"""ST_ConditionalFormattingOperator (18.18.15)."""
SIGNS = {
    "=": "equal", "<>": "notEqual", ">": "greaterThan", ">=": "greaterThanOrEqual", "<": "lessThan",
    "<=": "lessThanOrEqual",
}  # fmt: skip
TEXT_RULES: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, part: part in text,
    "notContainsText": lambda text, part: part not in text,
    "beginsWith": lambda text, part: text.startswith(part),
    "endsWith": lambda text, part: text.endswith(part),
}
EMPTY_RULES = {"containsBlanks": True, "notContainsBlanks": False}


@dataclass(frozen=True, slots=True)
class _Area:
    """Cells one rule is for, and the rule."""

    first: Spot
    last: Spot
    corner: Spot
    """The cell the rule's formulas are written for: the first of all its areas."""
    rule: Rule
    colour: str

    def holds(self, spot: Spot) -> bool:
        return self.first[0] <= spot[0] <= self.last[0] and self.first[1] <= spot[1] <= self.last[1]


class ColourRules:
    """The rules of one sheet."""

    def __init__(self, sheet: Worksheet, theme: tuple[str, ...]) -> None:
        """Gather the rules of ``sheet``, the most important first (18.3.1.10, priority)."""
        self._sheet = sheet
        self.has_others = False
        """Whether there are rules that are not followed."""
        self._areas = sorted(self._gather(theme), key=lambda area: area.rule.priority)

    def colour_at(self, spot: Spot, value: object) -> str | None:
        """Return the colour the rules give the cell at ``spot``, which holds ``value``; None where they give none."""
        return next(
            (area.colour for area in self._areas if area.holds(spot) and self._applies(area, spot, value)), None
        )

    def _gather(self, theme: tuple[str, ...]) -> Iterator[_Area]:
        for entry in self._sheet.conditional_formatting:
            areas = sorted(entry.sqref.ranges, key=lambda area: (area.min_row, area.min_col))
            for rule in entry.rules:
                fill = rule.dxf.fill if rule.dxf is not None else None
                colour = None if fill is None else fill_colour("solid", fill.bgColor, theme)
                if not _is_followed(rule):
                    self.has_others = True
                elif colour is not None:
                    corner = (areas[0].min_row, areas[0].min_col)
                    for area in areas:
                        first, last = (area.min_row, area.min_col), (area.max_row, area.max_col)
                        yield _Area(first, last, corner, rule, colour)

    def _applies(self, area: _Area, spot: Spot, value: object) -> bool:
        rule, found = area.rule, _plain(value)
        if rule.type in EMPTY_RULES:
            return (found is None or not str(found).strip()) == EMPTY_RULES[rule.type]
        if rule.type in TEXT_RULES:
            return TEXT_RULES[rule.type](str(found or "").casefold(), (rule.text or "").casefold())
        if rule.type == "cellIs":
            others = tuple(_literal(formula) for formula in rule.formula)
            return found is not None and OPERATORS[str(rule.operator)](found, others)
        return self._holds_formula(area, spot)

    def _holds_formula(self, area: _Area, spot: Spot) -> bool:
        compared = COMPARISON.fullmatch(area.rule.formula[0])
        if compared is None:
            return False
        fixed_col, letters, fixed_row, digits, sign, written = compared.groups()
        row = int(digits) + (0 if fixed_row else spot[0] - area.corner[0])
        col = column_index_from_string(letters) + (0 if fixed_col else spot[1] - area.corner[1])
        stored = self._sheet._cells.get((row, col))  # noqa: SLF001 - asking for a cell would make it
        found = _plain(None if stored is None else stored.value)
        return found is not None and OPERATORS[SIGNS[sign]](found, (_literal(written),))


def _is_followed(rule: Rule) -> bool:
    """Return whether a rule compares a cell with words or figures written out."""
    if rule.type in EMPTY_RULES or rule.type in TEXT_RULES:
        return True
    formulas = rule.formula or []
    if rule.type == "cellIs" and rule.operator in OPERATORS:
        return bool(formulas) and all(LITERAL.fullmatch(formula) for formula in formulas)
    compared = COMPARISON.fullmatch(formulas[0]) if rule.type == "expression" and formulas else None
    return compared is not None and LITERAL.fullmatch(compared[6]) is not None


def _literal(formula: str) -> Value:
    found = LITERAL.fullmatch(formula)
    if found is None:
        return None
    if found[1] is not None:
        return found[1].replace('""', '"')
    return float(found[2]) if found[2] else str(found[3])


def _plain(value: object) -> Value:
    """Return the value of a cell as a rule compares it."""
    if value is None or isinstance(value, datetime):
        return None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
