## The client's own: one scale

my-scale-phq-9 = How the last two weeks were
my-scale-gad-7 = Worry and unrest in the last two weeks
my-scale-pcl-5 = What a hard experience left behind
my-scale-peg = Pain in the past week
my-scale-rand-36-energy = Energy in the past four weeks
my-scale-rand-36-pain = Pain in the past four weeks
my-scale-audit-c = Alcohol
my-scale-asq = Four questions about safety
my-scale-says = Choose one answer for each line. You can leave one out. There is no right answer.
my-scale-one-by-one = One question at a time. Each answer is kept at once; you can stop and come back.
my-scale-in-english = This questionnaire is shown in English, its tested wording. Please ask us if you would like to go through it together.
my-scale-keep = Keep my answers
my-scale-decline = No, thank you
my-scale-thanks = Thank you. Your answers are kept.
my-scale-kept = You can talk about them at your next meeting.
my-scale-left-out = You left out question { $item }. Somebody will ask you about it.

## Names of scales and bands

scale-gad-7 = anxiety
scale-pcl-5 = trauma
scale-peg = pain
scale-rand-36-energy = energy
scale-rand-36-pain = freedom from pain
scale-audit-c = alcohol
scale-asq = safety
band-below-cut = below 31
band-within-cut = 31 to 33
band-above-cut = above 33
band-below-limits = below the limits
band-limit-for-women = limit for women
band-limit-for-all = limit for all
band-negative = negative
band-positive = positive
band-acute = acute
scale-decimal = { $whole }.{ $tenth }

## A person's measures

measures-risk = An answer asks for a person's look: { $when }.
measures-worse-first = { $scale } got worse: { $when }. A prescriber looks before the next dose.
measures-newest = { $scale }: { $score }, { $when }.
measures-newest-told = { $scale }: { $score }, { $when }. { $says }
measures-none = No scale has been filled in with a score.
measures-empty = Nothing has been filled in. What you ask for below waits on the person's own pages.
measures-baseline = before any medicine
measures-after = day { $day } after a session
measures-review = review
measures-follow-up = { $months ->
    [one] one month after
   *[other] { $months } months after
}
measures-between = between
measures-line = { $scale } over time; the table below says the same
measures-table = { $count ->
    [one] One line, as a table
   *[other] { $count } lines, as a table
}
measures-caption = { $scale }, fillings and doses
measures-when = When
measures-what = Scale
measures-score = Score
measures-band = Band
measures-change = Change
measures-occasion = Occasion
measures-by = Filled in by
measures-by-client = the client
measures-no-score = too much left out
measures-dose = Medicine session, { $mg } mg in all
measures-answers-short = Answers
measures-open-of = Answers of { $when }
measures-answers = { $scale }, answers of { $when }
measures-answer-none = left out
measures-close = Close the answers
measures-reliably-better = Reliably better by { $by }: larger than the measure’s own noise ({ $points }).
measures-reliably-worse = Reliably worse by { $by }: larger than the measure’s own noise ({ $points }).
measures-within-noise = Changed by { $by }: within the measure’s own noise (below { $points }).
measures-noise-not-known = Changed by { $by }. How much this measure sways by itself is not known.
measures-lower-is-better = Lower is better.
measures-higher-is-better = Higher is better.
measures-meaningful-better = Large enough to matter in daily life, for the better.
measures-meaningful-worse = Large enough to matter in daily life, for the worse.
measures-meaningful-no = Too small to matter much in daily life.
measures-response = Half or more of the first score is gone: response.
measures-response-no = Less than half of the first score is gone: no response.
measures-remission = Below { $below }: remission.
measures-remission-no = Not below { $below }: no remission.
measures-figures = Figures, wording and terms
measures-figure-noise = The measure’s own noise: { $points } points
measures-figure-meaningful = Matters in daily life: from { $worse } points for the worse, from { $better } for the better
measures-figure-response = Response: { $percent } % of the first score gone
measures-figure-remission = Remission: below { $below }
measures-figure-bands = Bands
measures-figure-limits = Limits: { $women } for women, { $men } for men
measures-figure-wording = Wording held against
measures-figure-notice = Notice
measures-not-verified = { $source } (not verified)
measures-worse-title = Scores that got worse
measures-worse = { $scale } from { $from } to { $to }: worse
measures-worse-line = line { $line }
measures-worse-not-reliable = Still within the measure’s own noise, which ends at { $points } points. It asks for a look all the same.
measures-worse-holds = The next dose is held until a prescriber has looked.
measures-before-dose = against the last score before the latest dose
measures-from-baseline = against the score before any medicine
measures-review-title = Look at this
measures-review-words = What you see, and what follows
measures-waits = Asked for
measures-waits-none = Nothing waits for an answer.
measures-withdraw = Take { $scale } back
measures-ask = Ask for scales
measures-due = It is time for those that are ticked: { $occasion }.
measures-due-none = By the protocol it is time for none.
measures-ask-for-these = Ask for these
measures-risk-title = Risk
measures-sign-item = PHQ-9, item { $item }: thoughts of being better off dead, or of harm
measures-sign-left-out = PHQ-9, item { $item } was left out
measures-sign-check-in = Check-in of day { $day }: thoughts of self-harm
measures-sign-intake = Intake: thoughts of self-harm
measures-sign-acute = ASQ: thoughts of killing oneself right now. Not left alone
measures-sign-positive = ASQ: positive, not right now. A safety assessment before they leave
measures-sign-not-known = ASQ: positive, and the fifth question is open. Ask it now
measures-usual = Usual care
measures-raised = Raised
measures-acute = Acute
measures-usual-says = No more than the usual care.
measures-raised-says = A safety plan, and closer contact.
measures-acute-says = Not left alone, emergency plan. No dose.
measures-assess = Assess
measures-found = What you found
measures-follows = What follows
measures-keep = Keep under my name

## The client's own course

my-courses = What your answers say over time
my-courses-says = Numbers are one way to look. You and your therapist look at them together.
