## Review and ending

person-review = Review
person-ending = Ending
tasks-review-due = The course is to be looked at
tasks-review-day = The day of the review has come
tasks-review-agree = A review waits for the prescriber
tasks-follow-up = { $months ->
    [one] Ask how they are, one month after the end
   *[other] Ask how they are, { $months } months after the end
}
tasks-look-review = To the review
tasks-look-ending = To the ending
tasks-later = Planned
tasks-from = from { $day }
path-review = Review: { $decided }
path-review-planned = Next review
path-ended-together = Ended here, together
path-ended-client = Ended here, by their decision
path-ended-practice = Ended here, by the practice
path-reopened = Came back
path-follow-up = { $months ->
    [one] Asked how they are, after one month
   *[other] Asked how they are, after { $months } months
}
path-part-review = Review
path-part-ending = Ending
next-hold-review = Time to look at the course together.
next-hold-review-says = So many sessions, or the day that was agreed: see what the work did, and decide how it goes on.
next-hold-review-go = Hold the review
next-rest = Resting, as the review decided.
next-rest-says = No session is opened until a review goes on.
next-rest-go = The review
next-write-ending = A review decided that this ends.
next-write-ending-says = Write the ending: what stays, who stays reachable, and when somebody asks.
next-write-ending-go = Write the ending
next-ended-go = The ending

review-answer-none = { $sessions ->
    [0] No session yet, and no review.
    [one] One session so far, and no review yet.
   *[other] { $sessions } sessions so far, and no review yet.
}
review-answer-due = { $sessions ->
    [one] One session since anyone looked at the whole. A review is due.
   *[other] { $sessions } sessions since anyone looked at the whole. A review is due.
}
review-answer-day = The day of the next review has come.
review-answer-next = { $decided } Next review on { $on }.
review-answer-ended = { $name }’s journey has ended here.
review-goes-on = It goes on as it is.
review-changes-pace = It goes on at another pace.
review-rests = It rests.
review-tapers = The doses come to rest.
review-ends = It comes to its end.
review-choose-go-on = Go on as it is
review-choose-pace = Change the pace
review-choose-pause = Pause
review-choose-taper = Taper: fewer, smaller or further apart
review-choose-end = End
review-in-force = What holds now
review-no-session = No session is opened until a review goes on.
review-earlier = { $count ->
    [one] An earlier review
   *[other] { $count } earlier reviews
}
review-looked-at = Looked at
review-of-course = The course as a whole
review-of-session = Session { $number }
review-of-visit = One visit
review-there = Who was there
review-client-absent = without the client
review-client = Was the client there?
review-client-there = { $name } was there
review-client-not-there = { $name } was not there
review-others = Who else was there
review-agreed = Agreed as the prescriber
review-next-on = Next review
review-next-hint = Needed, but for an end.
review-waits-for-prescriber = The prescriber’s name is missing. Until it stands here, the gate counts on.
review-agree-words = What you add
review-agree = Agree to this review
review-to-ending = Ending, and the way back
review-write-ending = Write the ending
review-new = A review
review-is-due = It is due.
review-saw = What it did, and what it did not
review-saw-hint = Better and worse alike. What has not changed is worth a line.
review-clients-words = What they say of it, in their own words
review-decides = How it goes on
review-pace = How the pace changes
review-pace-hint = Needed for another pace, and for a taper.
review-reason = Why
review-sign = Sign as { $name }
review-sessions = Sessions
review-sessions-none = No medicine has been given.
review-sessions-sum = { $sessions ->
    [one] One session, { $mg } mg in all;
   *[other] { $sessions } sessions, { $mg } mg in all;
} { $since ->
    [0] none since the last review.
    [one] one since the last review.
   *[other] { $since } since the last review.
}
review-gravest = The gravest adverse event was of grade { $grade }.
review-no-events = No adverse event was charted.
review-between = { $meetings ->
    [one] One integration session,
   *[other] { $meetings } integration sessions,
} { $check_ins ->
    [one] one check-in answered.
   *[other] { $check_ins } check-ins answered.
}
review-without-dose = { $visits ->
    [one] One visit ended without a dose.
   *[other] { $visits } visits ended without a dose.
}
review-measures = What the measures say
review-measures-none = No scale has a score before and after.
review-words = In their own words
review-words-first = At the first talk
review-words-not-kept = Nothing was kept of what they wanted.
review-words-since = Since
review-words-none = Nothing was written yet.

ending-answer-goes-on = The journey goes on.
ending-answer-ended = Ended on { $on }, { $by }.
ending-answer-back = { $name } came back on { $on }.
ending-said-together = together
ending-said-client = as { $name } decided
ending-said-practice = as the practice decided
ending-how = How it ended
ending-before = If it ends here
ending-before-says = An ending is written together where that can be, and by one side where it cannot. None is a failure.
ending-keeps-record = The record stays, and stays theirs to read.
ending-keeps-help = Their own pages keep opening, with whom to call.
ending-keeps-way-back = Coming back is one step, with what has changed since.
ending-lozenges-out = { $left ->
    [one] By the count, one lozenge is still out.
   *[other] By the count, { $left } lozenges are still out.
}
ending-by = Whose decision
ending-together = We decide it together
ending-client = { $name } decides it
ending-practice = The practice decides it
ending-why = What sort of end
ending-why-complete = What they came for is done
ending-why-enough = It is enough for now
ending-why-said-no = They said no to more; no reason is asked
ending-why-not-helping = It does not help, or no longer
ending-why-not-safe = It is not safe to go on
ending-why-another-path = They go on elsewhere
ending-why-against-advice = They left against advice, and are welcome
ending-why-out-of-touch = They are no longer heard of
ending-reason = Why, in words they may read
ending-reason-hint = Plain and kind. They read this on their own pages.
ending-clients-words = Why, in their own words
ending-takes-along = What they take with them
ending-takes-hint = A practice, a sentence, a place: in their words.
ending-reachable = Who stays reachable, and how
ending-reachable-hint = A name, a way, and when. They read this.
ending-medicine = The medicine that was supplied
ending-medicine-none = None is left
ending-medicine-returned = What was left came back, and was counted
ending-medicine-out = Some is still out, or nobody knows
ending-medicine-words = What is known of it
ending-medicine-hint = Needed where some is still out.
ending-letter = Letter or handover note
ending-letter-hint = Drafted from what was charted. Please read it, change it, or leave it empty.
ending-follow-ups = Asking how they are
ending-follow-ups-none = They would rather not be asked.
ending-follow-up = { $months ->
    [one] After one month: { $on }
   *[other] After { $months } months: { $on }
}
ending-asked = Asked
ending-to-ask = To be asked now
ending-to-tasks = To what waits
ending-ask-later = They are glad to be asked, after { $months } months
ending-ask-never = They would rather not be asked
ending-new = Write the ending
ending-sign = Sign as { $name }
ending-came-back = Came back on { $on }
ending-earlier = Earlier endings
ending-return = { $name } comes back
ending-return-says = The clearance is decided anew, and nothing has to be explained twice.
ending-changed = What has changed since
ending-changed-hint = Health, medicines, life. New facts belong into the history as well.
ending-clients-words-back = What they say, in their own words
ending-open-again = Open the journey again

letter-sessions = { $sessions ->
    [one] { $name }: one medicine session on { $from }, { $mg } mg in all.
   *[other] { $name }: { $sessions } medicine sessions from { $from } to { $until }, { $mg } mg in all.
}
letter-no-session = { $name }: no medicine session took place.
letter-between = Integration sessions: { $meetings }. Check-ins answered: { $check_ins }.
letter-measure = { $scale }: { $from } → { $to }. { $change }
letter-events = Adverse events: { $events }.
letter-no-events = No adverse event was charted.
letter-lozenges = Lozenges left by the count: { $left }.
letter-unapproved = Ketamine was given as a lozenge, outside its approved use, within psychotherapy.

my-review-ended = We ended on { $on }.
my-review-next = We look at it together again on { $on }.
my-review-none = Nothing was looked at together yet.
my-review-none-says = From time to time we look together at what this does for you, and you say how it goes on. What we saw will stand here.
my-review-takes-along = What you take with you
my-review-reachable = Who stays reachable
my-review-asked = We ask how you are
my-review-way-back = The way back stays open. You need no reason, and explain nothing twice.
my-step-review = What we looked at together
my-step-review-says = what it did, and how it goes on
my-step-review-ended = how we ended, and who stays reachable
sessions-rest-ended = This journey has ended here. It can be opened again on the page of the ending.
sessions-rest-paused = A review decided that this rests. A review that goes on opens the way.
sessions-rest-waits = They want to wait. Once they are ready, it is said in the consultation.
sessions-rest-not-now = Both saw not to go on now. The consultation can be concluded anew.
next-dose-course = What the review decided
figure-dosing-sessions-between-reviews = Sessions after which a review falls due

screening-since-page = Since you opened this page
screening-since = Since the decision
screening-since-raised = New finding
screening-since-told = Was told
screening-since-new = New fact
screening-since-corrected = Corrected
screening-since-more = { $count ->
    [one] One more fact
   *[other] { $count } more facts
}
screening-no-bearing = Read: no bearing
screening-read-by = Read by { $by } on { $on }: no bearing.
screening-were-read = { $count ->
    [one] One that a person has read
   *[other] { $count } that a person has read
}
screening-read-words = What is to be said of them
screening-read-hint = Only what is marked. A fact that is worded anew is to be read anew.
screening-read-sign = Sign as { $name }: read, no bearing
screening-write-in = Write it in
history-add-work-up = A part of the work-up
history-part = What was done
history-done-on = On which day
history-done-by = By whom
history-done-by-hint = A name, a laboratory, a surgery.
history-result = What came of it
history-result-number = A number, in { $unit }.
history-result-sign = The word: positive, or negative.
history-result-words = In a line.
history-result-any = A number for a laboratory value; positive or negative for a pregnancy test; else a line.
