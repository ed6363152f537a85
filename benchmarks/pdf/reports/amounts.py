"""What stands in the cells of a table of figures: counts, rates, amounts of money, estimates, marks."""

from __future__ import annotations

from random import Random

NEW_LINE = "\n"


def number(random: Random) -> str:
    """Return a count or a rate."""
    return f"{random.randint(0, 99999):,}" if random.random() < 0.5 else f"{random.uniform(-30, 300):.1f}"  # noqa: PLR2004


def count(random: Random) -> str:
    """Return a whole number with commas."""
    return f"{int(10 ** random.uniform(0, 6)):,}"


def rate(random: Random) -> str:
    """Return a number with one or two decimals."""
    return f"{random.uniform(-9, 120):.{random.randint(1, 2)}f}"


def per_cent(random: Random) -> str:
    """Return a percentage."""
    return f"{random.randint(0, 100)}%"


def money(random: Random) -> str:
    """Return an amount, in brackets where it is below nothing."""
    amount = int(10 ** random.uniform(1, 6))
    return f"({amount:,})" if random.random() < 0.2 else f"{amount:,}"  # noqa: PLR2004


def spaced(random: Random) -> str:
    """Return a number as on the Continent: spaces between thousands, a comma before tenths."""
    whole = f"{int(10 ** random.uniform(0, 6)):,}".replace(",", " ")
    return f"{whole},{random.randint(0, 9)}" if random.random() < 0.5 else whole  # noqa: PLR2004


def estimate(random: Random) -> str:
    """Return an estimate with its error, beside it or below it."""
    return f"{random.uniform(0, 90):.1f}{random.choice((' ', NEW_LINE))}({random.uniform(0, 9):.1f})"


def range_of(random: Random) -> str:
    """Return from where to where an estimate may lie, or a number with its share."""
    low = random.randint(1, 60)
    return f"{low}\u2013{low + random.randint(2, 30)}" if random.random() < 0.6 else f"{low} ({low + 7}%)"  # noqa: PLR2004


def standing(random: Random) -> str:
    """Return a word that says how something stands."""
    return random.choice(("Low", "Medium", "High", "Not set", "Yes", "No", "Partly"))


def tick(random: Random) -> str:
    """Return a mark, or nothing."""
    return random.choice(("\u2713", "\u2713", "", "\u2013"))
