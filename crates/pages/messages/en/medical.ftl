## The medical side: history, screening, protocol, prescription

# What the medical pages share

medical-unreadable = Please check this. It cannot be read as it stands.
medical-someone-here = someone of the practice
medical-themselves = the person themselves
medical-kapok = Kapok
medical-month-of-year = { $month } { $year }
medical-between = between { $from } and { $until }
medical-conditions = Conditions
medical-medicines = Medicines
medical-allergies = Allergies
medical-procedures = Procedures
medical-observations = Measurements and findings
medical-pregnancies = Pregnancy
medical-family = Illness in the family
medical-active = active
medical-done = done
medical-past = past
medical-not-taken = not taken
medical-planned = planned
medical-entered-in-error = entered by mistake
medical-refuted = refuted
medical-status-unknown = not said whether active
medical-from-record = { $document }, { $resource }, taken in on { $on }
medical-by-hand = Written by hand by { $by } on { $on }
medical-own-answer = Their own answer, { $on }
medical-own-answer-check-in = Their own answer at the check-in of day { $day }, { $on }
medical-source-default = default of this software, not verified
medical-certainty-source = Read at the source
medical-certainty-secondary = Read on a secondary page
medical-certainty-unverified = Not verified yet
medical-certainty-default = Default of this software
medical-certainty-computed = Computed from other figures
medical-certainty-practice = Set by this practice
medical-day-asks = day { $day } asks { $count }
medical-above = above { $amount }
medical-at-or-above = { $amount } or more
medical-below = below { $amount }
medical-at-or-below = { $amount } or less
medical-range = { $low } to { $high }
medical-years = { $amount } { $many ->
    [one] year
   *[other] years
}
medical-months = { $amount } { $many ->
    [one] month
   *[other] months
}
medical-weeks = { $amount } { $many ->
    [one] week
   *[other] weeks
}
medical-days = { $amount } { $many ->
    [one] day
   *[other] days
}
medical-nights = { $amount } { $many ->
    [one] night
   *[other] nights
}
medical-readings = { $amount } { $many ->
    [one] reading
   *[other] readings
}
medical-sessions = { $amount } { $many ->
    [one] session
   *[other] sessions
}
medical-boosters = { $amount } { $many ->
    [one] booster
   *[other] boosters
}
medical-points = { $amount } { $many ->
    [one] point
   *[other] points
}
medical-points-of-ten = { $amount } { $many ->
    [one] point
   *[other] points
} of 10
medical-signals = { $amount } { $many ->
    [one] sign
   *[other] signs
}
medical-level = level { $amount }
medical-grade = grade { $amount }
medical-hour-of-day = { $amount } o’clock
medical-times-normal = { $amount } times the upper limit of normal
medical-percent = { $amount } %

# The history

history-nothing = Nothing is known of their health yet.
history-told-only = { $facts ->
    [one] One fact is known
   *[other] { $facts } facts are known
}, written by hand. No record has been taken in.
history-known = { $facts ->
    [one] One fact is known.
   *[other] { $facts } facts are known.
} The latest record is { $document } ({ $when }).
history-unread = { $unread ->
    [one] One part of it could not be read.
   *[other] { $unread } parts of it could not be read.
}
history-empty = No record, no condition, no medicine: nothing has been told yet.
history-empty-first = Take in a record, or write down what they tell you. Nothing known is not a pass.
history-person = The person
history-born = Born
history-born-unknown = not known
history-sex = Sex in the record
history-birth-sex = Sex recorded at birth
history-deceased = Said to have died
history-deceased-said = A record says so. Find out whose it is.
history-female = female
history-male = male
history-other-sex = other
history-sex-unknown = not known
history-records = Records taken in
history-record-counts = { $resources ->
    [one] One entry
   *[other] { $resources } entries
}: { $added } new, { $changed } worded anew.
history-changed = { $count ->
    [one] Changed by it: one fact
   *[other] Changed by it: { $count } facts
}
history-status-changed = { $fact }: { $before }, now { $after }
history-words-changed = { $before }: now worded “{ $after }”
history-details-changed = { $fact }: dates, values or details are said otherwise
history-absent = { $count ->
    [one] One fact of its earlier reading is not in it any more. It stays: absence is no ending.
   *[other] { $count } facts of its earlier reading are not in it any more. They stay: absence is no ending.
}
history-left-out = { $unread ->
    [one] One entry needs your eyes:
   *[other] { $unread } entries need your eyes:
}
history-is-the-person = { $kind }: the person
history-read-with-others = { $count } { $kind }: read together with others
history-no-rule-reads = { $count } { $kind }: no rule reads these
history-more = { $count ->
    [one] One more
   *[other] { $count } more
}
history-earlier = { $count ->
    [one] Once before
   *[other] { $count } times before
}
history-since = since { $date }
history-until = until { $date }
history-read-as = read by the rules as { $concept }
history-modifier = holds something that is not understood
history-date-not-understood = date not understood: { $text }
history-corrected = Shown to be wrong by { $by } on { $on }:
history-no-file = Please choose a file first.
history-too-large = This file is larger than { $megabytes_max } MB. Please export a shorter time, and take it in part by part.
history-file-empty = This file is empty. Please export it again.
history-xml = This file is XML. Please export the record as FHIR R4 in JSON.
history-pdf = This file is a PDF, for people to read. Please ask for the record as FHIR R4 in JSON.
history-not-text = This file is no text that can be read here. Please export the record as FHIR R4 in JSON.
history-compressed = This file is compressed. Please unpack it first, and choose the file inside.
history-not-json = This file is no JSON: reading stopped in line { $line }. Please export it again.
history-truncated = This file ends in the middle, in line { $line }. It was cut off. Please export it again; nothing of it was taken in.
history-ndjson = This file has one entry a line, as bulk exports do. Please export the record as one Bundle.
history-not-fhir = This file is JSON, and no health record in FHIR. Please choose another.
history-other-version = This record looks like FHIR { $version }. Please export it as R4.
history-two-people = This file is about { $count } people. Please export one person at a time; nothing of it was taken in.
history-other-name = This record names { $name }; this page is about { $person }. Nothing of it was taken in. If it is the same person, say so below and choose the file again.
history-add = Add to it
history-add-fact = A condition, medicine or allergy
history-add-pressure = A blood pressure
history-add-weight = Add a body weight
history-kilograms = Kilograms
history-weighed = Weighed on
history-add-person = Date of birth, sex
history-add-correction = Show that something is wrong
history-record = A record
history-record-hint = A FHIR R4 file in JSON, as a hospital’s or a doctor’s system exports it; up to 32 MB.
history-theirs = I have made sure: this record is { $person }’s
history-take-in = Take it in
history-nothing-new = Everything in this record is known already. It adds nothing, and nothing was changed.
history-keep = Keep it
history-kind-condition = Condition
history-kind-medicine = Medicine
history-kind-allergy = Allergy
history-now = Now
history-over = Over
history-kind = What it is
history-words = In words, with the dose of a medicine
history-status = Now, or over
history-date = Since when
history-date-hint = As exactly as they know: 2019, 2019-03 or 2019-03-11.
history-systolic = Upper value, mmHg
history-diastolic = Lower value, mmHg
history-measured = Measured on
history-sex-unsaid = leave as it is
history-birth-date = Date of birth
history-sex-hint = As records state it; some limits depend on it.
history-refuted = Looked into, and not so
history-error = Written by mistake, or about somebody else
history-which = Which
history-what-is-it = What is so instead
history-evidence = What shows it

# The screening

screening-no-protocol = No protocol is in force, so no limit holds and nothing can be decided.
screening-to-protocol = Open the protocol
screening-not-screened = { $name } cannot be screened yet.
screening-nothing-known = Nothing is known of { $name }’s health yet, and that is not a pass.
screening-ended = { $name } may not be dosed now: the clearance ended on { $until }.
screening-reopened = { $name } may not be dosed now: the history has changed since the decision.
screening-deferred = { $name } may not be dosed yet: the decision is deferred.
screening-not-cleared = { $name } is not cleared.
screening-nothing-stops = No rule found anything that stops a dose. { $name } waits for the prescriber’s decision.
screening-only-missing = { $name } may not be dosed yet. { $missing ->
    [one] One test is missing
   *[other] { $missing } tests are missing
}, and a decision.
screening-stops = { $name } may not be dosed yet. { $stops ->
    [one] One finding stands in the way
   *[other] { $stops } findings stand in the way
}.
screening-stops-and-missing = { $name } may not be dosed yet. { $stops ->
    [one] One finding stands in the way
   *[other] { $stops } findings stand in the way
}, and { $missing ->
    [one] one test is missing
   *[other] { $missing } tests are missing
}.
screening-cleared = { $name } is cleared until { $until }.
screening-cleared-open = { $name } is cleared until { $until }, with { $open ->
    [one] one condition
   *[other] { $open } conditions
} still open.
screening-pressure-uncontrolled = Blood pressure above the limit
screening-control-unknown = High blood pressure, and no recent measurement
screening-to-client = What { $name } reads of their medicines on the day
screening-to-client-hint = In your words: what to take that morning, and what to leave out. Kapok advises nothing.
screening-adverse-event = A severe adverse event in a session
screening-emergency-signs = Vital signs beyond an emergency line in a session
screening-pressure-raised = Blood pressure raised
screening-hypertension-controlled = High blood pressure, controlled
screening-age-unknown = Age not known
screening-age-below = Below the age limit
screening-age-reduced = Of an age for a reduced first dose
screening-deceased = A record says that this person has died
screening-read = Read on { $on } under protocol { $number }.
screening-stops-title = Stops a dose until it is settled
screening-no-stops = No rule found anything here. Rules know only what is in the history.
screening-looks-title = Asks for a look
screening-mark-stops = Stops
screening-mark-look = Look
screening-mark-inform = Know
screening-stricter = The record does not say, so the stricter reading counts.
screening-limit = Limit
screening-source = Source
screening-settled-by = Settled by
screening-unconfirmed = not confirmed since { $date }
screening-limit-readings = { $limit }, on { $readings } readings
screening-measure-twice-one-day = Two measurements on one day, seated and rested.
screening-measure-twice = Two measurements, seated and rested.
screening-weigh-or-measure = Weighing the benefit against the expected rise, or measuring again.
screening-ask-birth = Asking for the date of birth.
screening-out-of-scope = Out of scope below this age.
screening-half-dose = Starting at half the first dose.
screening-whose-record = Finding out whose record this is, and what is true.
screening-by-decision = Or the prescriber’s reasoned decision.
screening-by-reading = Read before deciding; it does not stop a dose.
screening-by-correction = A correction with its evidence; no decision takes it away.
screening-by-fact = A newer fact; no decision takes it away.
screening-by-nothing = Nothing takes it away.
screening-mark-missing = Missing
screening-missing-no-pass = A missing test is not a pass.
screening-work-up-title = The work-up, as it was read
screening-work-up-old = out of date
screening-work-up-unread = its unit or value is for a person to read
screening-work-up-ours = read as { $value }
screening-odd-value-range = hardly a possible value in this unit
screening-odd-negative = a value below nothing
screening-odd-pregnancy-number = a pregnancy test that says a number and no result
screening-eyes-title = For your eyes
screening-all-understood = Every fact was understood by a rule
screening-all-facts = { $facts ->
    [one] The one fact
   *[other] All { $facts } facts
}, with where each came from
screening-odd-unit = a pressure in a unit not understood
screening-odd-order = the upper pressure is not above the lower
screening-odd-pressure = hardly a possible pressure
screening-odd-pregnancy = a pregnancy longer than any
screening-odd-value = a value in a unit not understood
screening-odd = Hardly possible
screening-not-understood = Not understood
screening-over = { $count ->
    [one] One more that is over
   *[other] { $count } more that are over
}, and no rule understood
screening-plain = { $count ->
    [one] { $count } fact of work, schooling or paper alone
   *[other] { $count } facts of work, schooling or paper alone
 }
screening-answered = Answered: dosing may go ahead
screening-times = { $times } times
screening-cleared-word = Cleared
screening-conditions-word = Cleared with conditions
screening-deferred-word = Deferred
screening-not-cleared-word = Not cleared
screening-may = Dosing may go ahead all the same
screening-stands = It stands in the way
screening-your-answer = Your answer
screening-because = Because
screening-decided = The decision
screening-reopened-mark = Reopened: the history has changed since.
screening-ended-mark = Over: its last day has passed.
screening-decision = Decision
screening-prescriber-decides = Nobody has decided yet. The prescriber decides, with a name under it.
screening-signed-by = Signed by
screening-signed-on = Signed
screening-valid-until = Valid until
screening-under-protocol = Under
screening-protocol-number = protocol { $number }
screening-conditions = Conditions
screening-met = Met
screening-open = Open
screening-is-met = It is met now
screening-until-hint = For a clearance; { $latest } at the latest.
screening-your-decision = Your decision
screening-reason = Why, or what has to happen first
screening-reason-hint = It stands in the record with your name.
screening-conditions-hint = With a conditional clearance only, one a line.
screening-sign = Sign as { $name }
screening-kapok-decides-nothing = Answers stand beside the findings. Kapok decides nothing here.
screening-earlier = { $count ->
    [one] One earlier decision
   *[other] { $count } earlier decisions
}

# The protocol

protocol-title = The protocol
protocol-sign-anew = Sign a new version
protocol-unsigned = No protocol has been signed. Nobody can be cleared, and nothing prescribed, until the prescriber signs one.
protocol-in-force = Version { $number } is in force until { $until }, signed by { $by }.
protocol-over = Version { $number } was in force until { $until }. No protocol is in force now.
protocol-shipped = These are the figures as they were shipped. They come into force when a prescriber signs them.
protocol-signed = Signed by { $by },
protocol-how = Every figure that the software acts on is here. { $asked ->
    [one] One of them is
   *[other] { $asked } of them are
} not published evidence: each needs your own yes.
protocol-sign-title = Version { $number }
protocol-expires = In force until
protocol-expires-hint = The last day. After it, nobody can be dosed until a version is signed anew.
protocol-sign = Sign as { $name }
protocol-whole = The version is kept whole, with your name, and every decision says under which it was made.
protocol-remaining = { $count ->
    [one] One figure still waits
   *[other] { $count } figures still wait
} for your yes
protocol-before = Until now: { $value }
protocol-yes = Yes
protocol-unverified = Not verified
protocol-read = Sourced

# Prescriptions

prescription-in-force = { $name } may be given up to { $most } mg a session, until { $until }.
prescription-none = Nothing is prescribed for { $name }.
prescription-none-now = No prescription for { $name } is in force now.
prescription-empty = There is no prescription yet.
prescription-empty-first = The prescriber writes it; a session needs one in force.
prescription-now = In force
prescription-past = No longer in force
prescription-replaced = replaced by no. { $number }
prescription-replaces = Once signed, it takes the place of no. { $number }.
prescription-revoked = taken back
prescription-holds = In force
prescription-over = over
prescription-revoked-on = Taken back on { $on }:
prescription-signed = Signed by { $by } under protocol { $protocol },
prescription-headline = No. { $number }: { $lozenges ->
    [one] one lozenge
   *[other] { $lozenges } lozenges
} of { $strength } mg
prescription-booster-up-to = up to { $mg } mg, from minute { $minute } on
prescription-no-booster = none
prescription-tier = Tier
prescription-most = Most per session
prescription-mg = { $mg } mg, booster included
prescription-booster = Booster
prescription-hold = Held in the mouth
prescription-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, under the tongue
prescription-afterwards = Afterwards
prescription-until = Valid until
prescription-above = Reason above the usual cap
prescription-counted = { $came } came, { $gone } gone, { $left } ought to be here
prescription-not-counted = not counted yet
prescription-lozenges-counted = Lozenges
prescription-psycholytic = psycholytic
prescription-moderate = moderate
prescription-swallow = swallowed
prescription-spit = spat out
prescription-new = A new prescription
prescription-no-protocol = No protocol is in force. Nothing can be prescribed until one is signed.
prescription-revoke = Take it back
prescription-revoke-reason = Why
prescription-take-back = Take it back
prescription-count = Count lozenges
prescription-which = Of which prescription
prescription-fate = What happened to them
prescription-how-many = How many
prescription-lot = Lot
prescription-witness = Who else saw it
prescription-keep-count = Keep the count
prescription-psycholytic-up-to = Psycholytic, up to { $mg } mg
prescription-moderate-up-to = Moderate, up to { $mg } mg
prescription-hold-hint = { $low } to { $high } minutes under the protocol.
prescription-most-hint = Everything of one session together, the booster included.
prescription-first = The protocol in force starts a first session with { $mg } mg.
prescription-first-reduced = The protocol in force starts this first session with { $mg } mg: { $because }.
prescription-reduced-age = from { $years } years on
prescription-reduced-age-not-known = the age is not known
prescription-reduced-weight = below { $weight }
prescription-reduced-weight-not-known = no weight is in date
prescription-above-first = More than the protocol starts a first session with: { $mg } mg.
prescription-below-tier = Less than the psycholytic tier begins with: { $mg } mg.
prescription-above-hint = Needed above the moderate tier’s usual cap, up to { $mg } mg.
prescription-strength = One lozenge, mg
prescription-lozenges = Lozenges
prescription-most-mg = Most per session, mg
prescription-hold-minutes = Held in the mouth, minutes
prescription-until-hint = The last day on which it may be given; within a year.
prescription-sign = Sign as { $name }
prescription-gate = Body weight and the day itself are checked before each dose.
prescription-booster-no = None
prescription-booster-yes = One, within these figures
prescription-booster-hint = With a booster: less than the whole, from minute { $low } to { $high }.
prescription-booster-never = The protocol in force allows none.
prescription-booster-mg = Booster at most, mg
prescription-booster-minute = Not before minute

# Groups of figures

figure-group-eligibility = Who can be treated
figure-group-findings = Figures for conditions, tests and medicines
figure-group-work-up = How long the work-up holds
figure-group-tiers = Tiers and ceilings
figure-group-dosing = Dosing
figure-group-fasting = Before a dose
figure-group-booster = The booster
figure-group-vitals = When vital signs are due
figure-group-bands-systolic-mmhg = Systolic pressure
figure-group-bands-diastolic-mmhg = Diastolic pressure
figure-group-bands-heart-rate-per-minute = Heart rate
figure-group-bands-spo2-percent = Oxygen saturation
figure-group-bands-respiratory-rate-per-minute = Respiratory rate
figure-group-bands-moaas = Level of sedation, MOAA/S
figure-group-bands = In the room
figure-group-course = Expected course, drawn and never used to decide
figure-group-discharge = Before going home
figure-group-consent = Consent
figure-group-check-ins = After a session
figure-group-appointments = Lengths of meetings
figure-group-stock = Practice stock
figure-group-risk = Answers that call a person
figure-group-deterioration = Changes for the worse
figure-group-misuse = Signs of misuse

# Lines of a vital sign

figure-line-possible = Possible; beyond it is a slip of the finger
figure-line-hold-low = No dose, on the low side
figure-line-hold-high = No dose, on the high side
figure-line-warn-low = Warns, on the low side
figure-line-warn-high = Warns, on the high side
figure-line-act-low = The room acts, on the low side
figure-line-act-high = The room acts, on the high side
figure-line-emergency-low = Emergency, on the low side
figure-line-emergency-high = Emergency, on the high side
figure-line-rise-act = Rise over the reading before the dose on which the room acts

# Figures by their place

figure-findings-head-injury-days-block = No dose after a head injury
figure-findings-pregnancy-days-max = Longest that a pregnancy lasts
figure-findings-childbearing-age-years = Ages at which a pregnancy is possible
figure-findings-alt-units-per-litre-uln = Upper limit of normal of ALT
figure-findings-ast-units-per-litre-uln = Upper limit of normal of AST
figure-findings-tsh-tenths-miu-per-litre = Normal range of TSH
figure-eligibility-age-years-min = Youngest age
figure-eligibility-age-years-reduced-start = Age from which a first dose is halved
figure-eligibility-cardiovascular-event-weeks-block = No dose after a heart attack, stroke or other event
figure-eligibility-cardiovascular-event-weeks-review = Review after such an event
figure-eligibility-intake-systolic-mmhg-block = Systolic pressure that counts as uncontrolled
figure-eligibility-intake-diastolic-mmhg-block = Diastolic pressure that counts as uncontrolled
figure-eligibility-intake-systolic-mmhg-warn = Systolic pressure that asks for a look
figure-eligibility-intake-diastolic-mmhg-warn = Diastolic pressure that asks for a look
figure-eligibility-intake-pressure-readings-min = Readings that must agree before pressure stops a dose
figure-eligibility-pressure-days-max = How long the latest pressure of a hypertensive person counts
figure-eligibility-active-unconfirmed-days = After this, an active condition that nobody confirmed is marked
figure-eligibility-liver-tenths-uln-warn = Liver values that ask for a look
figure-eligibility-liver-tenths-uln-block = Liver values that stop a dose
figure-eligibility-stop-bang-block = STOP-BANG score that stops a dose
figure-eligibility-ecg-age-years = Age that asks for an ECG
figure-eligibility-suicide-attempt-days-block = No dose after a suicide attempt
figure-eligibility-sessions-per-year-without-labs-max = Sessions in a year without urine and liver tests
figure-work-up-psychiatric-evaluation-days = Psychiatric evaluation
figure-work-up-medical-history-days = Medical history and examination
figure-work-up-weight-days = Body weight
figure-work-up-pregnancy-test-days = Pregnancy test
figure-work-up-liver-kidney-days = Liver and kidney tests while dosing goes on
figure-work-up-urinalysis-days = Urinalysis
figure-work-up-tsh-days = TSH, where it is indicated
figure-work-up-substance-screen-days = AUDIT-C and drug screen
figure-work-up-clearance-days-max = Longest clearance
figure-tiers-psycholytic-mg-min = Smallest dose, psycholytic
figure-tiers-psycholytic-mg-max = Largest total, psycholytic
figure-tiers-psycholytic-tenths-mg-per-kg-max = Largest total for body weight, psycholytic
figure-tiers-moderate-mg-max = Largest total, moderate
figure-tiers-moderate-mg-max-with-reason = Largest total with a reason, moderate
figure-tiers-moderate-tenths-mg-per-kg-max = Largest total for body weight, moderate
figure-tiers-ceiling-mg = Ceiling that is never passed
figure-tiers-ceiling-tenths-mg-per-kg = Ceiling for body weight that is never passed
figure-dosing-first-session-mg = Usual dose of a first session
figure-dosing-first-session-reduced-mg = The same for an older or light person
figure-dosing-reduced-start-weight-tenths-kg = Weight that reduces the first dose
figure-dosing-first-session-tenths-mg-per-kg-max = Largest first session for body weight
figure-dosing-titration-mg-max = Largest step above the last well-tolerated dose
figure-dosing-titration-percent-max = The same in percent
figure-dosing-interval-hours-min = Shortest time between sessions
figure-dosing-sessions-per-7-days-max = Sessions in any seven days
figure-dosing-sessions-before-review-max = Sessions before a review must be signed
figure-dosing-hold-minutes = Time the lozenge stays in the mouth
figure-fasting-food-minutes-block = No dose sooner after food
figure-fasting-food-minutes-asked = Asked of people: no food for
figure-fasting-fluid-minutes-block = No dose sooner after drinking
figure-fasting-fluid-minutes-asked = Asked of people: no fluid for
figure-fasting-alcohol-cannabis-hours-block = No dose sooner after alcohol or cannabis
figure-fasting-alcohol-cannabis-hours-warn = A warning stands sooner after alcohol or cannabis
figure-booster-per-session-max = Boosters in a session
figure-booster-percent-of-first = Part of the first dose
figure-booster-minutes = When, after the first dose
figure-booster-vitals-minutes-below = Age of the vital signs before it
figure-vitals-before-dose-minutes-below = Age of the signs before a dose
figure-vitals-repeat-minutes = Before a first reading out of band is repeated
figure-vitals-schedule = Minutes from the dose
figure-vitals-afterwards-every-minutes = Between sets after the last slot
figure-vitals-after-booster-minutes = Minutes from a booster
figure-vitals-overdue-prompt-minutes = Late, and the screen asks
figure-vitals-overdue-alert-minutes = Late, and a second person is called
figure-vitals-deferred-in-a-row-max = Pressure readings in a row that may be left out
figure-bands-apnoea-seconds-emergency = Pause in breathing that is an emergency
figure-bands-reassess-minutes = Between readings while the room acts
figure-course-hold = The lozenge in the mouth
figure-course-onset = First effects
figure-course-inward = Strongest part
figure-course-return-minutes = The way back
figure-course-grounding = Grounding and closing
figure-course-end-minutes = Usual end of the visit
figure-discharge-minutes-since-last-dose-min = Shortest time since the last dose
figure-discharge-aldrete-min = Modified Aldrete score, at least
figure-discharge-spo2-percent = Oxygen saturation that keeps a person here
figure-discharge-systolic-mmhg = Systolic pressure that keeps a person here
figure-discharge-diastolic-mmhg = Diastolic pressure that keeps a person here
figure-discharge-moaas-min = Level of sedation, at least
figure-discharge-dissociation-max = Dissociation, at most
figure-discharge-driving-hours-min = No driving for, and a night’s sleep besides
figure-consent-valid-months = A consent is asked again after
figure-check-ins-days = Days after the session
figure-check-ins-questions = What is asked on each of these days
figure-check-ins-hours-of-day = Hours into which check-ins are moved
figure-check-ins-link-opens-hours-before = A link opens before it is due by
figure-check-ins-link-days-max = A link stays open at most
figure-check-ins-window-peak-hours = The window’s first, most open part
figure-check-ins-window-days = The window
figure-check-ins-integration-hours-max = First integration session within
figure-check-ins-follow-up-months = Asked again after the last session
figure-appointments-consultation-minutes = First talk
figure-appointments-preparation-minutes = Preparation
figure-appointments-integration-minutes = Integration session
figure-appointments-review-minutes = Review
figure-stock-inventory-months = Months until the whole stock is counted again
figure-stock-estimate-units-max = Largest container of which an open one may be estimated
figure-stock-loss-notice-business-days = Business days within which a theft or a loss is told
figure-risk-phq9-item9 = PHQ-9, ninth question
figure-risk-task-minutes = Seen by a person within
figure-risk-short-sleep-hours = Sleep that, with energy, may be mania
figure-risk-short-sleep-energy = Energy with which short sleep may be mania
figure-risk-short-sleep-nights = Such nights in a row
figure-deterioration-phq9-points = PHQ-9 above the reference
figure-deterioration-gad7-points = GAD-7 that calls a person
figure-deterioration-gad7-points-reliable = GAD-7 that is called reliable
figure-deterioration-pcl5-points = PCL-5 above the reference
figure-deterioration-adverse-event-grade = Adverse event that holds the next dose
figure-misuse-signals-block = Signs that hold the next dose until reviewed
figure-group-questionnaires = Which questionnaires are asked when
figure-questionnaires-baseline = Asked before any medicine
figure-questionnaires-course = Asked again in the course
figure-questionnaires-after-session-day = Day after a session on which they are asked

## Next dose
person-next-dose = Next dose
person-adverse-events = Adverse events
next-dose-none = No dose yet.
next-dose-none-says = After the first session, each dose stands here in a row with what it did.
next-dose-answer-none = { $name } has not had a dose yet.
next-dose-answer-rise = At { $mg } mg the pressure of { $name } rose by { $rise }.
next-dose-answer-no-rise = At { $mg } mg the pressure of { $name } did not rise.
next-dose-answer-unknown = { $name } had { $mg } mg last; no rise in pressure is known.
next-dose-answer-ahead = The two weeks after it are not over.
next-dose-answer-missed = The check-in at the end of its two weeks did not come.
next-dose-table = What each dose did
next-dose-caption = What each dose did, oldest first. Pressure on one scale for all rows.
next-dose-caption-lines = What each dose did, oldest first. Pressure on one scale for all rows: dashed lines at { $warn } and { $act }.
next-dose-col-session = Session
next-dose-col-dose = Dose
next-dose-col-held = Held
next-dose-col-noticed = Noticed
next-dose-col-pressure = Pressure, before and highest
next-dose-col-oxygen = Lowest SpO₂
next-dose-col-grounding = Grounding
next-dose-col-grounding-says = return to closing
next-dose-col-events = Events
next-dose-col-first-days = At 72 h
next-dose-col-mood-says = mood, 0–10, from before
next-dose-col-window-end = At 14 d
next-dose-col-look-back = Look back
next-dose-minutes = { $minutes } min
next-dose-booster = { $mg } of it booster
next-dose-swallowed = swallowed
next-dose-spat = spat
next-dose-inward = inward { $from } to { $until }
next-dose-from-to = { $from } to { $to }
next-dose-to = to { $to }
next-dose-rise = { $rise } systolic
next-dose-outside = outside the gate
next-dose-no-events = none
next-dose-pain = pain { $pain }
next-dose-opens = opens { $when }
next-dose-missed = did not come
next-dose-signed = signed
next-dose-read = To read before writing
next-dose-rule-review = Something severe, a dose outside the gate, or a count that does not add up waits for your review.
next-dose-rule-look-back = The look back at the last session is not signed. The next dose waits for it.
next-dose-rule-course = { $sessions } sessions since the course was looked at as a whole. The next dose waits for that.
next-dose-rule-tests = So many sessions since urine and liver were last tested that the protocol asks for both.
next-dose-rule-no-step = The last session was not borne well: the same dose or lower, at most { $mg } mg.
next-dose-rule-step = One step from the last dose allows at most { $mg } mg.
next-dose-rule-not-before = No dose before { $when }.
next-dose-rule-window = The check-in at the end of the two weeks opens { $when }.
next-dose-said = What was said before
next-dose-session = session { $number }
next-dose-look-back = Look back at session { $number }
next-dose-empty-on-purpose = The dose is empty on purpose: Kapok proposes none.
next-dose-to-prescription = To the prescription
