## One person: their path, and the pages beside it

person-title = { $name }: { $place }
person-pages = Pages of this person
person-path = The path
person-consultation = Consultation
person-history = History
person-screening = Screening
person-consent = Consent
person-preparation = Preparation
person-prescription = Prescription
person-sessions = Sessions
person-integration = Integration
person-measures = Measures

## The path

path-label = The path of { $name }
path-drawing = The drawing; the same stands in words below it
path-today = today
path-dose = Dose
path-mg = { $mg } mg
path-check-ins = Check-ins
path-in-words = The same path in words
path-caption = The path of { $name }, oldest first
path-when = When
path-part = Part of the path
path-what = What
path-tip = { $what }, { $day }

path-stage-enquiry = Enquiry
path-stage-consultation = Consultation
path-stage-screening = Screening
path-stage-preparation = Preparation
path-stage-session = In session
path-stage-integration = Integration
path-stage-declined = Not here
path-stage-paused = Paused
path-stage-ended = Another path
path-part-consent = Consent
path-part-medicine = Medicine
path-part-measure = Measure
path-tier-psycholytic = low
path-tier-moderate = moderate

path-enquiry = Enquiry
path-consultation = First talk
path-goes-on = Going on together
path-not-now = Not now
path-another-path = Another path was chosen
path-preparation = Preparation { $number }
path-cleared = Cleared by the prescriber
path-cleared-with-conditions = Cleared with conditions
path-deferred = Decision put off
path-not-cleared = Not cleared
path-consent = Consent signed, { $tier } tier
path-consent-withdrawn = Consent taken back
path-prescription = Prescription, { $tier } tier
path-session = Medicine session { $number }, { $mg } mg
path-peak-ends = First 72 hours end
path-window-ends = Two weeks end
path-check-in-filled = Check-in of day { $day }: answered
path-check-in-missed = Check-in of day { $day }: not answered
path-check-in-due = Check-in of day { $day }: can be answered now
path-check-in-to-come = Check-in of day { $day }: to come
path-check-in-stopped = Check-in of day { $day }: not wanted
path-integration = Integration { $number }
path-score = { $scale }: { $points }

scale-phq-9 = low mood
band-minimal = minimal
band-mild = mild
band-moderate = moderate
band-moderately-severe = moderately severe
band-severe = severe
