"""What agencies write in the cells of a return, made up from sentences of the trade; the same for the same chance."""

from __future__ import annotations

from random import Random

SENTENCES = (
    "{who} {has} reviewed the {what} so that {aim}.",
    "All {staff} in {where} {did} the {course} training by {date}.",
    "The {what} was agreed by {who} on {date} and is available on the intranet.",
    "{count} of {count} {staff} ({count} per cent) {did} the e-learning module \u2018{course}\u2019.",
    "A multi-agency audit of {count} cases is planned for {date}; {who} will report the results.",
    "Supervision records now show when children are seen alone, and managers sign these off monthly.",
    "This remains outstanding \u2013 {who} is recruiting to the post, interviews are on {date}.",
    "{who} should ensure that {staff} understand the {what} and that {aim}.",
    "Following the review, \u201cthe voice of the child\u201d was added to the {what} (see section {count}).",
    "The cost is \u00a31,{count}0, shared between health and the local authority; funding runs to {date}.",
    "{who} to ensure {aim}, e.g. through {course} and/or peer review.",
    "GPs, school nurses and health visitors share concerns by secure e-mail within {count} hours.",
    "It is recommended that a well-established pathway between {where} and {where} be used.",
    "No further action is needed; the risk-assessment tool was re-issued in {date}.",
    "{who} has asked that the {what} be looked at again in the light of the new statutory guidance.",
    "Dip sampling of {count} files found that in {count} of them the {what} had not been completed.",
    "Requests go to safeguarding.team@fernlight.example (office hours).",
    "{staff} who work with under-18s have had {course} training since {date}, as has {where}.",
)
WORDS = {
    "who": (
        "The Safeguarding Board", "the Head of Service", "The Named Nurse", "Fernlight Housing", "the Director",
        "The Quality Assurance Sub-Group", "A senior manager", "Children\u2019s Services",
    ),
    "has": ("has", "has now", "have"),
    "staff": ("practitioners", "front-line staff", "social workers", "midwives", "team managers", "staff"),
    "did": ("attended", "completed", "were booked on"),
    "what": (
        "information sharing protocol", "policy", "pre-birth assessment procedure", "escalation policy",
        "did-not-attend (DNA) guidance", "supervision template", "threshold document", "neglect strategy",
    ),
    "where": ("the north locality", "A&E", "each team", "the out-of-hours service", "maternity", "adult mental health"),
    "course": ("domestic abuse", "professional curiosity", "safe sleeping", "Level 3", "working together"),
    "aim": (
        "learning is shared across the partnership", "decisions are recorded with reasons",
        "thresholds are understood", "historical information is taken into account",
    ),
    "count": ("2", "12", "24", "37", "48", "95"),
    "date": ("14 May 2013", "30/06/2013", "September 2013", "01.02.14", "the end of March 2014", "Autumn 2013"),
}  # fmt: skip
SHORT = ("Completed.", "Ongoing", "In progress.", "Action complete and embedded in practice.", "Not yet started")
RECORDS = (
    "Training log 2013", "Minutes of the sub-group (12.6.13)", "Audit report, July 2013", "Revised policy v2.1",
    "Supervision records", "Attendance sheets; evaluation forms", "Appendix A",
)  # fmt: skip
LEADS = (
    "Head of Housing", "Named Nurse", "DS Operations / Detective Inspector", "Assistant Director, Early Help",
    "J. Marsh", "Safeguarding Lead", "Commissioning Manager (Children)",
)  # fmt: skip
DUES = ("30 June 2013", "31.03.14", "Sept 2013", "Ongoing", "01/09/2013", "End of March 2014", "Immediate")
STATUSES = ("Complete", "In progress", "Not started", "Ongoing", "Delayed", "On track")
DATES = ("May 2013", "12.06.13", "3 September 2013", "Feb 2014")


def sentence(chance: Random) -> str:
    """Return one sentence."""
    text = chance.choice(SENTENCES)
    while "{" in text:
        name = text[text.index("{") + 1 : text.index("}")]
        text = text.replace(f"{{{name}}}", chance.choice(WORDS[name]), 1)
    return text[0].upper() + text[1:]


def passage(chance: Random, fewest: int, most: int) -> str:
    """Return a paragraph of so many sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(fewest, most)))
