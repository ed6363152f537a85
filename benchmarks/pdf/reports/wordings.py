"""What the reports talk of: labels, headings and sentences, all invented."""

from __future__ import annotations

from random import Random

LABELS = (
    "Total population", "Children in care", "Employment rate", "Agriculture, forestry and fishing", "Manufacturing",
    "Public administration and defence", "Transport and storage", "Real estate activities", "Other services",
    "North East", "Yorkshire and the Humber", "East Midlands", "Households with one adult", "Net lending",
    "Long term unemployed as a share of the labour force", "Current account balance", "Arts, leisure and sport",
    "Expenditure on social protection benefits and services for older people", "Imports of goods", "Exports of goods",
    "Water supply, sewerage and waste management", "Aged 65 and over", "16-24 years", "All persons", "Not stated",
    "Grants to local authorities and other public bodies", "Personal social services", "Court and probation services",
    "Hospital admissions", "Fines and penalties", "Rents", "Interest receivable", "Salaries and wages", "Pensions",
)  # fmt: skip
HEADS = (
    "Male", "Female", "Total", "Share", "Number of cases", "Annual change", "Rate per 1,000", "Index", "Per cent",
    "Median", "Estimate", "Lower limit", "Upper limit", "Difference from target", "Persons aged 16 and over",
    "Budget", "Outturn", "All", "Q1", "Q2", "Q3", "Q4", "Average weekly hours", "Base", "Units", "Value (EUR m)",
)  # fmt: skip
GROUPS = (
    "Year to March", "All areas", "Under 18 years", "Current prices", "Euro area", "Full time", "Part time", "England",
    "Change on previous year (per cent)", "Thousands of persons", "Actual", "Seasonally adjusted", "Forecast",
)  # fmt: skip
QUESTIONS = (
    "I know whom to ask when I need help with a new form or letter from the council",
    "The person I spoke to listened to what I had to say", "I was told what would happen next",
    "My family was asked about the plan before the meeting took place", "I trust the figures that are published",
    "The office is easy to reach by bus, by train or on foot", "Somebody wrote to me afterwards",
    "I would tell a friend in the same position to use the service",
)  # fmt: skip
SUBJECTS = (
    "The board", "Each area", "The council", "Every school", "The new unit", "A local partner", "The inspector",
    "The health trust", "The working group", "The regional office",
)  # fmt: skip
DEEDS = (
    "will publish its figures twice a year", "has asked for a review of the method", "trained its staff in the spring",
    "keeps a register of all cases", "reported fewer visits than planned", "moved the work to another team",
    "set a target for the coming year", "wrote to all families in the area", "found that records were kept well",
    "could not say how many forms were returned", "agreed the next steps with its partners",
    "expects costs to fall by 3 per cent in 2012", "will recruit two more officers by June",
)  # fmt: skip
ENDS = (
    "and will report on it in the autumn", "because the count began a year later", "in line with the guidance",
    "as shown in the last column", "although some returns came late", "after a change of method in 2009",
    "with the help of the regional office", "so that rates can be compared over time", "from 1 April 2011 onwards",
)  # fmt: skip
NAMES = ("Ambleford", "Brockwell", "Carrow Hill", "Dunmere", "Eastly", "Fernham", "Gorsley Green", "Hartbury Cross")
PEOPLE = ("A. Pell", "B. Marrow", "C. Ingle", "D. Quist", "E. Thorn", "F. Wax", "G. Lund", "H. Orme")
STREETS = ("High Street", "Mill Lane", "Station Road", "Church Walk", "Market Place", "The Quay")
TERMS = (
    "Base year", "Carry forward", "Headcount", "Imputation", "Outturn", "Provisional figure", "Quartile", "Real terms",
    "Response rate", "Sampling error", "Seasonal adjustment", "Standard deviation", "Weighting",
)  # fmt: skip


def sentence(random: Random) -> str:
    """Return a sentence of some ten to twenty words."""
    return f"{random.choice(SUBJECTS)} {random.choice(DEEDS)} {random.choice(ENDS)}."


def short_sentence(random: Random) -> str:
    """Return a sentence of some six to ten words."""
    return f"{random.choice(SUBJECTS)} {random.choice(DEEDS)}."


def paragraph(random: Random, sentences: int = 5) -> str:
    """Return some sentences."""
    return " ".join(sentence(random) for _ in range(sentences))
