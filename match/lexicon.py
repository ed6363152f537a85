"""The words of the trade and of plain English that linking treats in a special way: tables only."""

from __future__ import annotations

from ingest.numerals import NAMES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = _words(
    """
    a an the this that these those such same to of for in on at by with as into onto upon via per about
    regarding concerning around between through throughout across among amongst towards toward along and or plus
    also but so than then therefore thus however further furthermore is are be been being was were am will shall
    should shld shd must would has have had having do does did done doing it its itself they them their theirs
    themselves
    he she him her his hers we us our ours you your i my which who whom whose when where whether what how why if
    while whilst because since there here etc eg ie e g re s t ensure ensures ensured ensuring need needs needed
    recommend recommends recommended recommendation recommendations
    """
)
"""Words that vary freely between two copies of a recommendation."""

HAPPENING_WORDS = _words(
    """
    hold holds held holding take takes took taken taking place places happen happens happened occur occurs occurred
    carry carried can
    """
)
"""Words that say no more than that something is done; another order of a sentence wants others of them."""

TELLING_WORDS = _words(
    """
    not no never none neither nor cannot without unless except excluding only
    all any each every both either some most many few more less least fewer half
    may might could can
    before after until during prior following within outside inside under over above below against beyond
    first last next former current new old
    up down off out from
    """
)
"""Small words that decide the meaning: never overlooked, in the row or in the entry."""

NUMBER_WORDS = {name: str(number) for number, name in enumerate(NAMES) if number}

IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "people": "person", "persons": "person",
    "wives": "wife", "lives": "life", "gps": "gp", "sws": "sw", "hvs": "hv", "taken": "take", "took": "take",
    "given": "give", "gave": "give", "held": "hold", "made": "make", "kept": "keep", "sent": "send",
    "written": "write", "wrote": "write", "understood": "understand", "led": "lead", "met": "meet",
    "practise": "practic", "practised": "practic", "practising": "practic", "program": "programm",
    "programs": "programm", "judgment": "judgement", "judgments": "judgement",
    "undertaken": "undertake", "undertook": "undertake", "built": "build", "sought": "seek", "found": "find",
}  # fmt: skip
"""Forms that no rule brings to their stem."""

DETAIL_WORDS = _words(
    """
    daily weekly fortnightly monthly quarterly yearly annual annually biannual biannually hourly nightly day
    days week weeks fortnight month months quarter quarters year years hour hours minute minutes term terms
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand once twice single double dozen second
    third fourth fifth sixth seventh eighth ninth tenth child children adult adults adolescent adolescents
    teenager teenagers baby babies infant infants toddler toddlers boy boys girl girls youth youths young
    younger older elder elderly minor minors pupil pupils student students mother mothers father fathers brother
    brothers sister sisters sibling siblings parent parents parental grandparent grandparents grandmother
    grandfather uncle aunt cousin son sons daughter daughters husband wife partner partners spouse family
    families carer carers career careers care male males female females man men woman women maternal paternal
    maternity paternity patient patients client clients tenant tenants resident residents offender offenders
    victim victims perpetrator perpetrators user users customer customers applicant applicants manager managers
    management managerial senior junior officer officers office offices official worker workers practitioner
    practitioners professional professionals profession staff stuff team teams nurse nurses nursery nurseries
    nursing doctor doctors midwife midwives dentist dentists teacher teachers governor governors head heads
    leader leaders lead leads chair chairs director directors commissioner commissioners commission
    commissioning constable constables sergeant inspector supervisor supervisors supervision supervisory
    assessor assessors assessment assessments investigator investigation coordinator coordination consultant
    consultants consultation visitor visitors visit visits volunteer volunteers voluntary statutory police
    policy policies probation prison prisons court courts hospital hospitals school schools college colleges
    health healthy housing house houses home homes hostel hostels clinic clinics surgery surgeries ward wards
    fire ambulance education social council councils board boards trust trusts charity charities county country
    city town village borough district parish region regional national local locality north northern south
    southern east eastern west western central internal external formal informal direct indirect legal illegal
    safe unsafe known unknown paid unpaid include exclude included excluded including increase decrease
    increased decreased improve improved start stop begin end open close opened closed add remove added removed
    reduce reduced raise raised lower lowered accept except access assess excess affect effect adapt adopt
    advice advise device devise personal personnel prescribe proscribe prescribed proscribed prescription
    principal principle prevent present presented protect project product process progress practice form forms
    from trial trail trials quiet quite assure insure verbal oral spoken electronic paper manual manually
    automatic automatically digital online urgent routine routinely regular regularly immediate immediately
    annual occasional mandatory optional voluntary compulsory essential desirable major mild severe serious
    simple complex high higher highest low lowest emotional physical sexual domestic financial psychological
    mental medical dental abuse neglect violence exploitation harm injury injuries death deaths illness
    disability disabilities alcohol drug drugs substance substances tobacco smoking methadone medication
    medicine medicines antenatal postnatal prenatal perinatal birth births pregnancy pregnancies inpatient
    inpatients outpatient outpatients admission admissions discharge discharges referral referrals train
    training trainer trainers course courses guidance guide guides guideline guidelines protocol protocols
    procedure procedures pathway pathways framework frameworks strategy strategies plan plans planning planned
    audit audits review reviews report reports record records recording register registers registration meeting
    meetings conference conferences panel panels group groups committee committees letter letters leaflet
    leaflets poster posters email emails phone telephone text website budget budgets fund funds funding cost
    costs resource resources capacity monitor monitors evaluate evaluation inspect inspection share sharing
    shared store storage storing write writes read reads send sends receive receives give gives take takes keep
    keeps hold holds recruit recruitment retention induction appraisal disciplinary complaint complaints attend
    attendance absence absent attended missed appointment appointments night nights weekend weekends morning
    evening holiday holidays adoption adoptive fostering foster fostered kinship residential respite consent
    refuse refusal refused agree agreed disagree disagreement urban rural public private independent joint
    single separate english welsh scottish irish british european
    pregnant vulnerable disabled homeless unborn unannounced repeat repeated suspected alleged
    """
)
"""Details a recommendation turns on: who, what, where, when and how often."""

PLAIN_WORDS = _words(
    """
    ability abort absent accent accommodation accuracy accurate actively activity adjustment advocacy advocate
    advocates aged ages ago aid aim air allegation allocate allocation alter alteration alterations ant area areas
    arena arise arm army arrangement art artistic ask assent asset assets assume assumption ate attention audio
    aural autistic awake aware baby bad bag ban band bank bar base bases basic basis bat bath bay bean bed beer bend
    bet big bin bind bit black blank body bond bones bow box boy bring bud bug burn burnt bus but butter buy cab
    calculate call came cancel cap car card cash cast casts cat cause causes cease cell cells chain chance chances
    charge charges chart chat chill chose circular circulate cite city clarify clarity clash class clause clean
    cleaning closer closest code coherence cold collection comb come commencement commendation commitment compete
    competing compilation complain complains complement completely compliant compliment comply complying composition
    compute conceal concept conclusion conclusions conduct cone confidence confirm conform connected connection
    conservation consistency consolation consult consulted consuming consumption contact contacted containing
    content contention contract contradict contrary contrast convention convergence conversation convert converted
    convey conveyed cooperation cop cope copy core corner corporation correction corruption counsel count cow cradle
    crew crews cry cup curb cure curry cut dad dam dancers dare data dated day dead deal debt decay defendant defer
    deference den denial dependency deposition depth desk detailed detained detector detention diagnose diagnosed
    diagnoses diagnosis diagnostic did die died dies diet difference dig dim dip directly directory discarded
    discharged disclosed discouragement discussed dismissed disposition disruption divorce dog dots dove draft drag
    drive driven drives dry due during duty ear ease eat edge effective egg ego elective else emigrant encouragement
    end enforcement engagement enhancement eruption estimate estrangement even ever exam exception exclusion
    execution exemption exhibition expansive expend expense expensive explain explaining explanation explanations
    exploit exploiting exploration explosion exposition extensive extent eye face facility fact fad fails fair fall
    falls false familiar fan far fare farm farther fast fat fatality fax fear fee feel feet fell fertility fewer
    field figure file filed fill film final find finding findings fine fir fire firm fit five fix fixed flat flaw
    flood floor fly fold folk food foot force forced ford fork former fort forth forum found frailty frame free
    frequency frequent frequently front full fully fun fur future gain game gang gap gas gather general get gift gin
    girl goal god goes gold gone good got grade grant grip ground growth guardian guarding gun guy gym hand
    happening hard hardening hare hasten hat haven heap hear heard heat held hell help helped hence hers hew hide
    high hire hoe hold hole holes hood hope hopes host hot hour hunt ice idea ideas identity ill imitation immigrant
    impact imposition inch incorporation indication induce induced infer inhibition initiation injection ink inn
    inner insertion inspire instance instruction instructions insurance integration intend intense intensive
    intention interact interaction interception interface interim interruption intersection interval intervals
    intervene intervention interview interviews intimate intimation intrusive invention investment invitation invite
    iron issue issues item jail jam jaw jet job join joins joy judge judgement jump just keen key kid kill kind kit
    knew knot know lab lack lad land lane language lap large last late later latter launch law laws layer lead leaf
    lean leap learn lease least leave leaving led left leg legacy lend lent less let letter liability licence
    license lie lien lies lift light like likely limb limit limitation line lines linger link links lip list lists
    live lived living load loaded loan log lone long longer look lord loss lost lot love low luck mace mad mail main
    make maker makers many map mark marker mass mat match meal mean means meant measure meat meet member members
    menu mere metal migrant mile milk mind mine miss mission misuse misused mitigation mix mob mobility modal mode
    model modern mood moral morality more mortality most motion motivate motivation move moved movement movie much
    mud mum mural music naked name named names near neat neighbour neighbourhood nest net newer nine nobility none
    noon nor note noted notes notice notices now nut observation obtain occasion odd often oil okay once open opens
    operation option oral orange order orders origin originate others ours outcome outing output outreach outset
    oval overnight oversight overt owe own pace pack pad page paid paint pair pan panic paper park part partial
    party passed passing passport password past pat patch patent path pause pay peace peak peer pen pension percent
    period permanent person pertinent pet phase phone photograph photographic phrase pick picture pie piece pig pile
    pilot pilots pin pipe pit place places plain plant plate play played player players plea please plenty plot plus
    poem point points poison pole polite poll pool poor pop port pose position post posts pot pound power pray
    precious precision prefer premise premises preparation presentation preservation preserve press pressure
    presumption prevention preview previous price pride prime print prints prior prize probe problem problems
    production productive profile progression prohibit prohibition projection promise promised promoted promotion
    prompt prompted prone proof proper properly property proportion proposal proposition prosecute prosecution
    prospective protection proud prove proven provide provider providing province provision provisions provoke pull
    punish pure purpose pursue push put qualify quality quantity question quick quit race rack radio raid rain range
    rank rape rapid rare rat rate rates rather ratio raw ray reach react reaction reading ready real reality reason
    rebate recall recent reception recreation recurring redemption refer reflection reflective reflex reform refuge
    refund regard regime regulation regulations reinforcement reject rejected rejection relate relation relations
    relax relaxed release relevant reliability reliance relief relieved rely remain remained remind remote render
    rent repair repaired repeal repeat repeated replace reply request require rescue research reservation reserve
    reserved reset residency resolve resolving resort respect respective respond responder response responsible
    responsive rest restrict result resulting results resumption retain retained retire return returned returns
    reuse reveal revenue reverse revise revive revived revoke reward rib rich rid ride right rights rim ring rip
    rise risk rival river road roads roam rob rod role roll roof room rooms root rope rose rotation rough round
    rounds row rub rude rug ruin rule rules run rush sad safely safer safety sail sake sale sales salt same sample
    sand sane sat saturation save saved saver saves saving saw say scale scan scene scheme scope score sea seal
    search seat seed seek seem seen self sell sense sensible sensitive sentence separation serial series serve
    served service session set setting settle settlement settling seven sex shade shake shall shame shape sharp
    shelf shelter shift ship shire shop short shot shout show shred shut shy sick side sides sift sigh sight sign
    signal silent sin sing single sink sip sir sister sit site sites situation size skeleton ski skill skills skin
    sky sleep slide slow small smart smoke snow social soft soil sole solo solution solve some song soon sort sound
    source space span spare speak special specific specifically specified specify speech speed spend spent split
    spoke sport spot spread spy stable staff stage stages stake stale stall stand standard star stare start starts
    starve starved state stated statement states station stationary stationery statue status stay steal steam steel
    steer stem step steps stick still stock stone stood store storm story strain strange stream street strength
    stress stretch strict strike string strip strong struck structure study subject submit succeed such sue suffer
    suit suite sum summit sums sun supply support suppose supposition sure surface surge survey suspect suspend
    sustain switch symbol system table tag tail take tale talk talking tall tank tape target task taste tax taxes
    taxi tea tear tears tee tell tend tent tenure test tests than thank theft theme themes then theory thin thing
    things think tho thorough though thought thread threat three threw thus thy tide tidy tie tight tile till time
    timed timer times tin tiny tip tired title today toe token told toll tone took tool tools top topic torn total
    touch tour tower toy trace traced track trade tradition traffic transaction transition translation transport
    trap travel treat treatment tree trend triage tribe trick tricked trip true truth try tub tube turn twin type
    types ugly ultimate uncertain unclear unit unite units upon upset urge usage use used useful user usual valid
    value van vary vast verb verify very vet veto via viability view views vigil village violent violet vision
    visual vital voice void vote wage wait waiting wake walk wall want wanted wanting war ward warm warn warning
    wars wash waste wasting watch water wave wax way weak weakly wealth weapon wear weather web wed went were wet
    wheel wherever white who whole why wide widen width wife wild will win wind window wing winter wipe wire wise
    wish witness woken won wonder wood word words work works world worry worse worth wound wrap wrist writing wrong
    wrote yard yes yet yield your zero zip zone
    """
)
"""Words of the language a letter or two away from a word that recommendations use."""

REAL_WORDS = DETAIL_WORDS | PLAIN_WORDS
"""Words that are never taken for a slip of the hand, even where the master list does not know them."""

FILLER_WORDS = _words(
    """
    see above below attached previous previously refer reference referred page plan action actions section
    appendix update updates updated comment comments note notes nil na tbc tba ongoing complete completed
    completion closed done achieved outstanding progress green amber red blue rag rec recs imr overview report
    reports heading number no not all no 1 2 3 4 5 6 7 8 9 10 11 12
    """
)
"""Words that say nothing of what a recommendation is about; a row of these alone has no words of its own."""
