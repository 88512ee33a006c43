## The practice's hours

hours-page-title = Hours
hours-stated = Somebody reads { $hours }.
hours-none = No hours are stated yet.
hours-none-says = Until they are, clients are told that nobody can say when an answer is read.
hours-what-for = Clients see these hours before every question of safety and above every message. Clocks of what waits run inside them only.
hours-messages = { $days ->
    [0] A message is answered on the same open day.
    [one] A message is answered within one open day.
   *[other] A message is answered within { $days } open days.
}
hours-one-day = { $day }, { $from } to { $until }
hours-days = { $first } to { $last }, { $from } to { $until }
hours-from = { $day }, from
hours-until = { $day }, until
hours-hint = Leave a day empty when nobody reads then.
hours-answered = A message is answered
hours-within = { $days ->
    [0] on the same open day
    [one] within one open day
   *[other] within { $days } open days
}
hours-keep = State these hours

## What an answer promises

promise-by = If an answer tells of thoughts of harm, it waits for the people who care for you, to be seen by { $by }. They read { $hours }. Nobody is called at once.
promise-hours = If an answer tells of thoughts of harm, it waits for the people who care for you. They read { $hours }. Nobody is called at once.
promise-none = { $practice } has not said at which hours it reads. It may be long before anybody sees your answer, and nobody is called at once.
told-nobody-by = Nobody has been told yet. Your answer waits for the people who care for you at { $practice }, to be seen by { $by }. Please do not wait for us.
told-nobody-hours = Nobody has been told yet. Your answer waits for the people who care for you. They read { $hours }. Please do not wait for us.
told-nobody = Nobody has been told yet. Your answer is kept, and nobody can say when { $practice } reads it. Please do not wait for us.
told-taken = { $name } has seen your answer of { $given }: { $when }.
told-waits-by = Nobody has seen your answer of { $given } yet. It is to be seen by { $by }. If you cannot wait, the numbers are below.
told-waits = Nobody has seen your answer of { $given } yet. Please do not wait for us: the numbers are below.

## What waits

tasks-none = Nothing waits for anyone.
tasks-open = { $count ->
    [one] One thing waits for a person.
   *[other] { $count } things wait for a person.
}
tasks-overdue = { $count ->
    [one] One thing is past its time, and nobody has it.
   *[other] { $count } things are past their time, and nobody has them.
}
tasks-waiting = Waits
tasks-empty = Nothing waits. What an answer or a session opens appears here by itself.
tasks-risk = An answer showed a risk
tasks-short-sleep = Very little sleep with much energy
tasks-urinary = New trouble with passing water
tasks-craving = Wanting more of the medicine
tasks-medicine-changed = A medicine or supplement was changed
tasks-adverse-event = Adverse event of grade { $grade }
tasks-dose-outside = A dose outside the gate
tasks-left-early = Left before it was safe: call them
tasks-count = The count of lozenges does not add up
tasks-count-asked = Lozenges were taken and nobody knows how many: count what is left
tasks-reopened = The history has changed since the clearance
tasks-message = A message waits for an answer
tasks-asked = A question
tasks-look-risk = See the answer, and assess
tasks-look-answers = See the check-ins
tasks-look-session = See the session
tasks-look-adverse-event = Follow it up
tasks-look-count = See the count
tasks-look-message = Read and answer
tasks-look-screening = See the screening
tasks-since = since
tasks-until = To be seen by { $until }
tasks-said = Said { $said }, arrived { $arrived }
tasks-asked-by = asked by { $by }
tasks-asked-of = { $by } asks { $of }
tasks-owner = { $name } has it, since { $since }.
tasks-nobody = Nobody has it yet.
tasks-take = I take it
tasks-hand-on = Hand it on
tasks-to = To
tasks-hand-on-keep = Hand it on
tasks-end = End it
tasks-done = What was done
tasks-end-keep = It is done
tasks-ended = Done
tasks-ask = Ask a colleague
tasks-of = Whom
tasks-anyone = Whoever walks along
tasks-question = Your question
tasks-ask-keep = Ask
screening-skip = To the first open finding
screening-questions = Questions
screening-ask = Ask…
screening-ask-whole = about the screening as a whole
screening-ask-of = Of whom
screening-ask-anyone = whoever walks along
screening-ask-words = The question
screening-ask-hint = It is read in your words alone, without what the rules found.
screening-ask-keep = Ask
screening-ask-no-link = { $name } has no open link to their pages, so a question would not reach them. Ask whoever walks along, or make a link.
screening-asked = { $by } asked { $of }, { $when }
screening-asked-open = Open: no answer yet
screening-asked-answer = { $by } answered, { $when }
screening-asked-ended = Ended without words here.
tasks-answered = An answer to a question waits to be read
messages-question = A question
messages-an-answer = An answer to a question
my-asked-by = { $count ->
    [one] { $names } asks you something.
   *[other] { $names } ask you something.
}
my-asked-from = { $by } asked, { $when }
my-asked-answer = Your answer
my-asked-hint = It stands beside the question in your record. It is read when somebody here is at work, not at once.
my-asked-send = Send the answer

## Appointments

appointment-consultation = First talk
appointment-preparation = Preparation
appointment-medicine-session = Medicine session
appointment-integration = Integration
appointment-review = Review
appointments-next = { $what }, { $when }.
appointments-none = Nothing is booked.
appointments-ahead = To come
appointments-empty = Nothing is booked. The next meeting appears here, and on the person’s own first page.
appointments-with = with { $names }
appointments-moved = moved { $when }
appointments-cancelled-client = Cancelled at the client’s wish, { $when }
appointments-cancelled-practice = Cancelled by the practice, { $when }
appointments-move = Move it
appointments-minutes = Minutes
appointments-minutes-hint = Empty: as long as this usually lasts.
appointments-move-keep = Move
appointments-cancel = Cancel it
appointments-wish = At whose wish
appointments-wish-client = The client’s
appointments-wish-practice = The practice’s
appointments-cancel-words = What was said
appointments-cancel-keep = Cancel this appointment
appointments-day = Day
appointments-time = Time
appointments-past = Over or cancelled
appointments-book = Book an appointment
appointments-propose = No integration is booked. It is favoured until { $until }.
appointments-kind = What for
appointments-usual = { $what }, { $minutes } min
appointments-with-whom = With whom
appointments-place = Where
appointments-book-keep = Book
appointments-calendar = See the week
appointments-taken = { $names } has another appointment from { $from } to { $until }.
appointments-came = They came
appointments-missed = They did not come
appointments-said-came = They came.
appointments-said-missed = They did not come.

## The calendar

calendar-page-title = Calendar
calendar-title = { $count ->
    [0] Nothing is booked this week.
    [one] One appointment this week.
   *[other] { $count } appointments this week.
}
calendar-week = The week of { $monday }
calendar-before = The week before
calendar-this = This week
calendar-after = The week after
calendar-empty = Appointments are booked on a person’s page, under Dates.
calendar-until = until { $until }
calendar-taken = Taken

## Messages

messages-nothing = Nothing has been written yet.
messages-wait = { $count ->
    [one] One message waits for an answer, by { $by }.
   *[other] { $count } messages wait for an answer, by { $by }.
}
messages-late = { $count ->
    [one] One message should have had its answer by { $by }.
   *[other] { $count } messages should have had their answer by { $by }.
}
messages-answered = Nothing waits for an answer.
messages-written = What was written
messages-empty = What this person and those who care for them write to each other stands here. It is part of the record.
messages-you = You
messages-new = New
messages-new-from = { $count ->
    [one] { $names } has written to you.
   *[other] { $names } have written to you.
}
messages-read = Read { $when }
messages-read-by = Read by { $name }, { $when }
messages-unread = Not yet marked as read
messages-waits = Waits for an answer
messages-taken-back = Taken back { $when }
messages-take-back = Take it back
messages-take-back-says = It stays here, struck through, and the other side sees that it was taken back.
messages-take-back-keep = Take this message back
messages-settled = Answered in another way:
messages-needed-none = Read; it needed no answer.
messages-answer = Answer
messages-write = Write
messages-your-answer = Your answer
messages-your-message = Your message
messages-send = Send
messages-mark-read = I have read it
messages-settle = It needs no written answer
messages-settle-words = How it was answered
messages-settle-hint = The person reads these words.
messages-settle-keep = Nothing waits
messages-reaches = { $name } reads this on their own page, when they next open it. No mail goes out.
messages-no-link = { $name } has no open link to their own page, and cannot read this yet.
messages-make-link = Make a link
messages-promise-open = What you write now is answered by { $by }. Messages are read { $hours }.
messages-promise-closed = Nobody is reading now. Messages are read again { $from }, and what you write now is answered by { $by }. The hours are { $hours }.
messages-promise-none = { $practice } has not said at which hours it reads. It may be long before anybody answers.
messages-not-for-help = Nobody is called by what you write here. If you are in danger, or cannot wait:
my-messages-write = Write to those who care for you.
my-message-waits = Your message waits for an answer.
my-message-waits-by = Your message waits for an answer, by { $by }.
my-step-messages = write to those who care for you

## Notes of one's own

notes-answer = Only you read what stands here.
notes-written = What you wrote
notes-empty = What you keep of a conversation for yourself stands here, apart from the record.
notes-added = Added { $when }
notes-add = Add to this note
notes-add-keep = Add
notes-write = Write a note
notes-words = Your words
notes-belongs = Doses, vital signs, times, results, diagnosis, symptoms, plan and progress belong to the record, where others can find them.
notes-keep = Keep
notes-apart = They lie apart from the record, under a key of their own. Kapok opens them for nobody else, and they go into nothing that is handed on. What you wrote stays as it is; you can add to it.

# Asked at the gate, from afar.
tasks-pass-asked = Asked to pass a condition; somebody waits at the gate
tasks-look-asked = See what fails, and answer
asked-waits = { $count ->
    [one] { $by } asks you to pass one condition for { $name }, and waits at the gate.
   *[other] { $count } questions about { $name } wait for your answer at the gate.
}
asked-nothing = Nothing is asked about { $name } now.
asked-over = The gate decides nothing any more for { $name }: a dose was taken, or the visit is over.
asked-by = { $by } asked { $of },
asked-unanswered = Not answered in time. Nothing was passed.
asked-passed = { $by } passed it for this session
asked-declined = { $by } said no
asked-says = Your answer
asked-yes = Yes, pass it for this session
asked-no = No
asked-why = Why
asked-password = Your password, again
asked-password-hint = Your name stands under this answer.
asked-answer = Answer as { $name }
asked-scope = It counts for this session and this condition only. All else must still hold.
asked-besides = Besides this stand in the way
asked-to-room = To the room
live-changed = This page has changed: { $by }, { $when }.
live-again = Read it again
