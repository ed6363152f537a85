"""The words of the trade and of plain English that linking treats in a special way: tables only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = _words(
    """
    a an the this that these those such same
    to of for in on at by with from as into onto upon via per about regarding concerning around between through
    throughout across among amongst towards toward along
    and or plus also but so than then therefore thus however further furthermore
    is are be been being was were am will shall should must would has have had having do does did done doing
    it its itself they them their theirs themselves he she him her his hers we us our ours you your i my
    which who whom whose when where whether what how why if while whilst because since there here
    etc eg ie e g re s t
    ensure ensures ensured ensuring need needs needed recommend recommends recommended recommendation recommendations
    """
)
"""Words that vary freely between two copies of a recommendation."""

TELLING_WORDS = _words(
    """
    not no never none neither nor cannot without unless except excluding only
    all any each every both either some most many few more less least fewer half
    may might could can
    before after until during prior following within outside inside under over above below against beyond
    first last next former current new old
    up down off out
    """
)
"""Small words that decide the meaning: never overlooked, in the row or in the entry."""

NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip

IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "people": "person", "persons": "person",
    "wives": "wife", "lives": "life", "gps": "gp", "sws": "sw", "hvs": "hv", "taken": "take", "took": "take",
    "given": "give", "gave": "give", "held": "hold", "made": "make", "kept": "keep", "sent": "send",
    "written": "write", "wrote": "write", "understood": "understand", "led": "lead", "met": "meet",
    "undertaken": "undertake", "undertook": "undertake", "built": "build", "sought": "seek", "found": "find",
}  # fmt: skip
"""Forms that no rule brings to their stem."""

REAL_WORDS = _words(
    """
    daily weekly fortnightly monthly quarterly yearly annual annually biannual biannually hourly nightly
    day days week weeks fortnight month months quarter quarters year years hour hours minute minutes term terms
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand once twice single double dozen
    second third fourth fifth sixth seventh eighth ninth tenth
    child children adult adults adolescent adolescents teenager teenagers baby babies infant infants toddler toddlers
    boy boys girl girls youth youths young younger older elder elderly minor minors pupil pupils student students
    mother mothers father fathers brother brothers sister sisters sibling siblings parent parents parental
    grandparent grandparents grandmother grandfather uncle aunt cousin son sons daughter daughters
    husband wife partner partners spouse family families carer carers career careers care
    male males female females man men woman women maternal paternal maternity paternity
    patient patients client clients tenant tenants resident residents offender offenders victim victims
    perpetrator perpetrators user users customer customers applicant applicants
    manager managers management managerial senior junior officer officers office offices official worker workers
    practitioner practitioners professional professionals profession staff stuff team teams
    nurse nurses nursery nurseries nursing doctor doctors midwife midwives dentist dentists teacher teachers
    governor governors head heads leader leaders lead leads chair chairs director directors
    commissioner commissioners commission commissioning constable constables sergeant inspector
    supervisor supervisors supervision supervisory assessor assessors assessment assessments
    investigator investigation coordinator coordination consultant consultants consultation
    visitor visitors visit visits volunteer volunteers voluntary statutory
    police policy policies probation prison prisons court courts hospital hospitals school schools college colleges
    health healthy housing house houses home homes hostel hostels clinic clinics surgery surgeries ward wards
    fire ambulance education social council councils board boards trust trusts charity charities
    county country city town village borough district parish region regional national local locality
    north northern south southern east eastern west western central
    internal external formal informal direct indirect legal illegal safe unsafe known unknown paid unpaid
    include exclude included excluded including increase decrease increased decreased improve improved
    start stop begin end open close opened closed add remove added removed reduce reduced raise raised lower lowered
    accept except access assess excess affect effect adapt adopt advice advise device devise
    personal personnel prescribe proscribe prescribed proscribed prescription principal principle
    prevent present presented protect project product process progress practice practise
    form forms from trial trail trials quiet quite assure insure
    verbal oral spoken electronic paper manual manually automatic automatically digital online
    urgent routine routinely regular regularly immediate immediately annual occasional
    mandatory optional voluntary compulsory essential desirable
    major mild severe serious simple complex high higher highest low lowest
    emotional physical sexual domestic financial psychological mental medical dental
    abuse neglect violence exploitation harm injury injuries death deaths illness disability disabilities
    alcohol drug drugs substance substances tobacco smoking methadone medication medicine medicines
    antenatal postnatal prenatal perinatal birth births pregnancy pregnancies
    inpatient inpatients outpatient outpatients admission admissions discharge discharges referral referrals
    train training trainer trainers course courses guidance guide guides guideline guidelines protocol protocols
    procedure procedures pathway pathways framework frameworks strategy strategies plan plans planning planned
    audit audits review reviews report reports record records recording register registers registration
    meeting meetings conference conferences panel panels group groups committee committees
    letter letters leaflet leaflets poster posters email emails phone telephone text website
    budget budgets fund funds funding cost costs resource resources capacity
    monitor monitors evaluate evaluation inspect inspection share sharing shared store storage storing
    write writes read reads send sends receive receives give gives take takes keep keeps hold holds
    recruit recruitment retention induction appraisal disciplinary complaint complaints
    attend attendance absence absent attended missed appointment appointments
    night nights weekend weekends morning evening holiday holidays
    adoption adoptive fostering foster fostered kinship residential respite
    consent refuse refusal refused agree agreed disagree disagreement
    urban rural public private independent joint single separate
    english welsh scottish irish british european
    """
)
"""Words that are never taken for a slip of the hand, even where the master list does not know them."""

FILLER_WORDS = _words(
    """
    see above below attached previous previously refer reference referred page plan action actions section appendix
    update updates updated comment comments note notes nil na tbc tba ongoing complete completed completion closed
    done achieved outstanding progress green amber red blue rag
    rec recs imr overview report reports heading number no
    not all no 1 2 3 4 5 6 7 8 9 10 11 12
    """
)
"""Words that say nothing of what a recommendation is about; a row of these alone has no words of its own."""
