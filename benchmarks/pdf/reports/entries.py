"""Tables of words, or of words and figures side by side: plans, registers, lists of grants and projects."""

from __future__ import annotations

from random import Random

from benchmarks.pdf.reports import amounts, wordings
from benchmarks.pdf.reports.grids import Grid, Kind, Slot


def words(random: Random, heads: tuple[str, ...], rows: tuple[int, int] = (4, 8), *, is_long: bool = True) -> Grid:
    """Return a table of words, the first column short."""
    body = []
    for _ in range(random.randint(*rows)):
        texts = [wordings.paragraph(random, random.randint(1, 2)) if is_long else wordings.short_sentence(random)]
        texts += [wordings.short_sentence(random) for _ in heads[2:]]
        body.append((Slot(random.choice(wordings.LABELS), Kind.WORDS), *(Slot(text, Kind.WORDS) for text in texts)))
    return Grid((tuple(Slot(text, Kind.HEAD) for text in heads),), tuple(body))


def directory(random: Random) -> Grid:
    """Return offices with who is there, the street and the telephone."""
    head = tuple(Slot(text, Kind.HEAD) for text in ("Office", "Contact", "Address", "Telephone"))
    body = [
        tuple(
            Slot(text, Kind.WORDS) for text in (name, random.choice(wordings.PEOPLE), _street(random), _phone(random))
        )
        for name in random.sample(wordings.NAMES, random.randint(5, 8))
    ]
    return Grid((head,), tuple(body))


def _street(random: Random) -> str:
    return f"{random.randint(1, 120)} {random.choice(wordings.STREETS)}"


def _phone(random: Random) -> str:
    return f"01632 960{random.randint(100, 999)}"


def register(random: Random) -> Grid:
    """Return people with their post, area and since when they hold it: short words in each column."""
    head = tuple(Slot(text, Kind.HEAD) for text in ("Name", "Post", "Area", "Since"))
    posts = ("Chair", "Head of unit", "Deputy director of finance", "Clerk", "Member")
    body = [
        tuple(
            Slot(text, Kind.WORDS)
            for text in (
                name,
                random.choice(posts),
                random.choice(wordings.NAMES),
                random.choice(("May 2009", "2010", "")),
            )
        )
        for name in random.sample(wordings.PEOPLE, random.randint(5, 8))
    ]
    return Grid((head,), tuple(body))


def grants(random: Random) -> Grid:
    """Return grants with their date, what for, how much and how they stand: words and figures side by side."""
    head = tuple(Slot(text, Kind.HEAD) for text in ("Date", "Project", "Area", "Amount", "Status"))
    body = []
    for _ in range(random.randint(6, 12)):
        date = f"{random.randint(1, 28)}/{random.randint(1, 12):02}/{random.randint(2008, 2012)}"
        texts = [date, random.choice(wordings.LABELS), random.choice(wordings.NAMES)]
        slots = [Slot(text, Kind.WORDS) for text in texts]
        status = Slot(random.choice(("Open", "Closed", "Under review")), Kind.WORDS)
        body.append((*slots, Slot(f"${amounts.count(random)}", Kind.MONEY), status))
    return Grid((head,), tuple(body))


PLAN_HEADS = (
    ("Recommendation", "Update", "Evidence"),
    ("No", "Recommendation", "Action taken", "Lead", "RAG"),
    ("Ref", "Recommendation", "Update on progress", "Evidence"),
    ("Action", "Lead", "By when", "Progress"),
)


def plan(random: Random) -> Grid:
    """Return an action plan or a return: recommendations with what was done about them."""
    heads = random.choice(PLAN_HEADS)
    body = [
        tuple(Slot(_plan_text(random, head, number), Kind.WORDS) for head in heads)
        for number in range(1, random.randint(5, 8))
    ]
    return Grid((tuple(Slot(text, Kind.HEAD) for text in heads),), tuple(body))


def _plan_text(random: Random, head: str, at: int) -> str:
    match head:
        case "No" | "Ref":
            return f"{at}"
        case "Lead":
            return random.choice(wordings.PEOPLE)
        case "RAG":
            return random.choice(("Green", "Amber", "Red"))
        case "By when":
            return random.choice(("June 2012", "May 2013", "Ongoing"))
        case "Evidence":
            return random.choice(("", wordings.short_sentence(random)))
        case _:
            return wordings.paragraph(random, random.randint(1, 2))


def comments(random: Random) -> Grid:
    """Return figures with a remark in words on each row, mostly over several lines."""
    head = tuple(Slot(text, Kind.HEAD) for text in ("Measure", "2010", "2011", "Remarks"))
    body = [
        (
            Slot(label, Kind.WORDS),
            *(Slot(amounts.rate(random), Kind.FIGURE) for _ in range(2)),
            Slot(wordings.paragraph(random, random.randint(1, 2)), Kind.WORDS),
        )
        for label in random.sample(wordings.LABELS, random.randint(4, 7))
    ]
    return Grid((head,), tuple(body))


def projects(random: Random) -> Grid:
    """Return projects: a number, what is done in a few lines of words, who does it, and the cost."""
    head = tuple(Slot(text, Kind.HEAD) for text in ("No.", "Project", "Partner", "Cost (EUR)"))
    body = [
        (
            Slot(str(number), Kind.WORDS),
            Slot(wordings.paragraph(random, random.randint(1, 2)), Kind.WORDS),
            Slot(random.choice(wordings.NAMES), Kind.WORDS),
            Slot(amounts.count(random), Kind.FIGURE),
        )
        for number in range(1, random.randint(5, 8))
    ]
    return Grid((head,), tuple(body))
