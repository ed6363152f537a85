"""Master lists of any length, written from a small grammar of what safeguarding reviews recommend."""

from __future__ import annotations

from random import Random

from normalize.model import MasterList, Recommendation

PLACES = (
    "Alderbrook", "Brackley Vale", "Castlemoor", "Dunmere", "Elmsworth", "Fairhaven", "Greyford", "Hartsea",
    "Inglewick", "Kingsmere", "Larchfield", "Millcombe", "Norsham", "Oakhampton", "Penwick", "Quarrydale",
    "Redmarsh", "Stonebeck", "Thornbury Down", "Upper Wexley",
)  # fmt: skip
SERVICES = (
    "Constabulary", "Children's Services", "Community Health", "Hospital Trust", "Housing", "Probation",
    "Ambulance Service", "Drug and Alcohol Service", "Academy Schools", "Adult Services", "Fire and Rescue",
    "Youth Offending Team",
)  # fmt: skip
KINDS = ("IMR", "IMR", "IMR", "Overview")

_OPENINGS = (
    "{who} should {deed} {thing} {purpose}.",
    "{who} should {deed} {thing} {when}.",
    "{who} must {deed} {thing} {purpose} {when}.",
    "That {who} {deed} {thing} {purpose}.",
    "{where} {who} should {deed} {thing} {purpose}.",
    "{who} to {deed} {thing} {when} {purpose}.",
    "To {deed} {thing} {where_later} {purpose}.",
    "{who} should ensure that {state} {when}.",
    "Ensure that {state} {where_later} {when}.",
    "{state_first} {where_later}, and {who} should {deed} {thing}.",
)
_WHO = (
    "senior managers", "team leaders", "all frontline staff", "the safeguarding lead", "the named nurse",
    "the named doctor", "health visitors", "school nurses", "midwives", "social workers", "duty officers",
    "custody staff", "housing officers", "offender managers", "keyworkers", "general practitioners",
    "the head of service", "the training department", "commissioners", "contract managers", "the quality team",
    "designated leads", "ward managers", "call handlers", "independent reviewing officers", "conference chairs",
    "the information governance lead", "business support staff",
)  # fmt: skip
_DEED = (
    "review", "revise", "audit", "strengthen", "introduce", "develop", "publish", "circulate", "evaluate",
    "monitor", "embed", "simplify", "promote", "report on", "seek assurance about", "commission", "standardise",
    "refresh", "relaunch", "clarify", "agree", "test", "extend", "replace", "implement",
)  # fmt: skip
_THING_HEAD = (
    "the policy on", "guidance about", "arrangements for", "the protocol for", "training on", "the pathway for",
    "recording of", "supervision of", "information about", "the procedure for", "practice in relation to",
    "the use of", "the checklist for", "the template for", "multi-agency working on", "the quality of",
    "awareness of", "the register of",
)  # fmt: skip
_THING = (
    "pre-birth assessment", "strategy discussions", "missed appointments", "chronic neglect", "domestic abuse",
    "parental substance misuse", "safe sleeping", "bruising in babies", "sudden infant death", "case transfer",
    "case closure", "core groups", "child protection conferences", "private fostering", "self-harm",
    "sexual exploitation", "risk assessment", "home visits", "chronologies", "professional curiosity",
    "disguised compliance", "escalation", "interpreters", "record keeping", "discharge planning", "thresholds",
    "referrals", "fathers and partners", "young carers", "parental mental illness", "learning disability",
    "homelessness", "release from custody", "medication in the home", "dental neglect", "obesity",
    "school exclusion", "elective home education", "bereavement", "female genital mutilation", "forced marriage",
    "online grooming", "dangerous dogs", "fabricated illness",
)  # fmt: skip
_PURPOSE = (
    "so that children are seen alone", "so that risks are recognised early",
    "to improve communication between agencies", "so that the views of the child are recorded",
    "to make sure that decisions are written down", "so that no referral is left unanswered",
    "to support newly qualified staff", "to reduce delay", "in order to give managers oversight of complex cases",
    "so that the whole family is considered", "to help practitioners challenge one another",
    "to identify repeat victims", "so that lessons from this review are used",
    "to reflect the experience of the child", "with particular attention to children under two",
    "so that concerns about unborn babies are shared", "so that drift is avoided",
    "to test whether practice has changed", "taking account of culture, language and faith",
    "and report the findings to the Board",
)  # fmt: skip
_WHEN = (
    "every three months", "at least once a year", "within six weeks", "by the end of the financial year",
    "before the next inspection", "within ten working days", "at each supervision session", "by September 2014",
    "by March 2015", "at every team meeting", "within twenty-four hours", "on a rolling programme", "each term",
    "after every serious incident", "within three months of this review", "by the thirtieth week of pregnancy",
)  # fmt: skip
_WHERE = (
    "Where a child is subject to a plan", "When a family moves between areas",
    "Where there is parental substance misuse", "When an adult is detained", "Where an infant is born early",
    "When a parent does not attend", "Where English is not the first language", "When a case is closed",
    "Where the father is not known", "When concerns are raised by neighbours",
    "Where there are repeated attendances", "When a pupil is absent",
)  # fmt: skip
_STATE = (
    "records of telephone calls are kept", "minutes are sent to all who attended",
    "alerts are visible on the electronic record", "supervision notes are signed",
    "staff know how to raise a concern", "all children in the household are named",
    "agencies are invited in good time", "plans are specific and measurable", "visits are unannounced",
    "the outcome of each referral is given to the referrer", "contact details are checked at every visit",
    "a lead professional is appointed", "historical information is sought", "previous partners are considered",
    "consent is recorded", "body maps are completed", "growth charts are plotted", "medication is stored safely",
    "contingency plans are agreed", "case notes are legible", "risk to siblings is assessed",
)  # fmt: skip

_NEAR_DUPLICATES = 0.06
"""Share of a list's recommendations that repeat another of it with one word changed, as real plans have."""


def write_list(size: int, seed: int) -> MasterList:
    """Return a list of ``size`` recommendations of invented agencies, with a few near-duplicates."""
    random = Random(seed)  # noqa: S311 - text for tests, not secrets
    agencies = _agencies(max(2, size // 14), random)
    counts: dict[tuple[str, str], int] = {}
    written: list[Recommendation] = []
    seen: set[str] = set()
    while len(written) < size:
        agency, kind = random.choice(agencies), random.choice(KINDS)
        text = _near_duplicate(written, random) if random.random() < _NEAR_DUPLICATES else _sentence(random)
        if text in seen:
            continue
        seen.add(text)
        counts[agency, kind] = number = counts.get((agency, kind), 0) + 1
        written.append(Recommendation(f"R{len(written) + 1:05}", agency, kind, str(number), text))
    return MasterList(tuple(sorted(written, key=lambda each: (each.agency, each.kind, int(each.number)))))


def _agencies(count: int, random: Random) -> list[str]:
    names = [f"{place} {service}" for place in PLACES for service in SERVICES]
    names += [f"{name} ({ward})" for ward in range(1, 20) for name in names[: len(PLACES) * len(SERVICES)]]
    return random.sample(names[: max(count, len(PLACES) * len(SERVICES))], count)


def _sentence(random: Random) -> str:
    state = random.choice(_STATE)
    where = random.choice(_WHERE)
    text = random.choice(_OPENINGS).format(
        who=random.choice(_WHO),
        deed=random.choice(_DEED),
        thing=f"{random.choice(_THING_HEAD)} {random.choice(_THING)}",
        purpose=random.choice(_PURPOSE),
        when=random.choice(_WHEN),
        where=f"{where},",
        where_later=f"{where[0].lower()}{where[1:]}",
        state=state,
        state_first=state[0].upper() + state[1:],
    )
    if random.random() < _LONG:
        text = f"{text} {random.choice(_STATE).capitalize()} {random.choice(_WHEN)}."
    return text[0].upper() + text[1:]


_LONG = 0.25
"""Share of recommendations with a second sentence."""


def _near_duplicate(written: list[Recommendation], random: Random) -> str:
    """Return one of the recommendations with its subject, deed or timing changed."""
    if not written:
        return _sentence(random)
    text = random.choice(written).text
    for table in random.sample((_THING, _WHO, _WHEN, _DEED), 4):
        held = [each for each in table if f" {each}" in text]
        if held:
            return text.replace(held[0], random.choice(table))
    return text
