## The client's own pages

my-reads-practice = Read by the people who care for you at { $practice }, { $hours }. Not a way to call for help.
my-reads-people = Read by { $names }, { $hours }. Not a way to call for help.
my-reads-practice-some-time = Read by the people who care for you at { $practice }; they have not said at which hours. Not a way to call for help.
my-reads-people-some-time = Read by { $names }; they have not said at which hours. Not a way to call for help.
my-question-of = question { $here } of { $of }
my-back = Back
my-next = Next
my-skip = Skip
my-not-now = Not now
my-stop = Stop these
my-to-home = To your first page

## A link

my-link-title = { $practice } made this link for you.
my-link-says = It opens one page, for you alone. If it was not meant for you, please close it and tell { $practice }.
my-closed-title = Closed on this phone.
my-closed-says = Your link still opens your pages. Whoever has this phone and not the link cannot see them.
my-link-mine = This phone is mine
my-link-shared = Others use this phone
my-link-shared-says = On a phone that others use, your pages close with the browser, and after an hour in any case.
my-link-replaces = Another person's pages are open on this phone. Opening this link closes them here.
my-over-title = This link is over.
my-over-says = Nothing you wrote is lost. Please ask { $practice } for a fresh one.
my-needed-title = Please open your link again.
my-needed-says = This page opens by the link that { $practice } gave you. If it does not open any more, please ask for a fresh one.

## Help now

my-help-title = Please do not stay alone with this.
my-help-says = These people are there for you now, by day and by night.
my-help-on = Go on with the questions

## The check-in

my-ask-sleep = How many hours did you sleep last night?
my-ask-mood = How is your mood, right now?
my-ask-energy = How much energy do you have?
my-ask-pain = How strong is your pain?
my-ask-anxiety = How anxious are you?
my-ask-body = How is it to be in your body today?
my-ask-urinary = Do you have new trouble when you pass water?
my-ask-craving = Do you find yourself wanting more of the medicine?
my-ask-medicine = Have you begun, stopped or changed any medicine or supplement?
my-ask-harm = Do you have thoughts of harming yourself?
my-ask-words = Is there anything else?
my-hint-sleep = Roughly is enough: a whole number, from 0 to 24.
my-hint-number = Any number is fine. It is only for today.
my-hint-body = A few words, or skip it.
my-hint-urinary = Such as pain, blood, or having to go very often.
my-hint-craving = Many people do. It helps us to know.
my-hint-medicine = Since your session, or since you last answered this. It is read when somebody here is at work, not at once.
my-which-medicine = Which?
my-which-medicine-hint = The name is enough, as it stands on the box.
my-hint-harm = Any answer is allowed here. If it is yes, the next page shows who is there for you now.
my-hint-words = What you would like us to know.
my-hours = Hours
my-your-words = In your words
my-yes = Yes
my-no = No
my-mood-low = very low
my-mood-high = very good
my-energy-low = none
my-energy-high = very much
my-pain-low = no pain
my-pain-high = the worst
my-anxiety-low = not at all
my-anxiety-high = the most
my-check-in-thanks = Thank you. That is all.
my-check-in-kept = { $kept ->
    [0] You skipped every question, and that is fine.
    [one] One answer is kept at the practice.
   *[other] { $kept } answers are kept at the practice.
}
my-less = Less
my-more = More
my-no-number = no number yet
my-choose-number = Choose a number.
my-kept-sent = What was kept on this phone is with the practice now.
my-no-signal = No signal just now. Nothing was sent; please try again when there is.
my-close = Close on this phone
my-check-in-help = If you need someone now, these people are there by day and by night.
my-not-sent-title = Not sent. Nobody has it yet.
my-not-sent-says = What you wrote is kept on this phone, and is sent when there is signal and one of your pages is open.
my-not-sent-help = Please do not wait for us. If you need someone now, these people are there by day and by night.
my-kept-here = Kept on this phone, will send.
my-came-late = An answer kept on this phone came too late or could not be read, and is not in your record. If it matters to you, tell the people who are with you.
my-help-not-sent = Your answer is kept on this phone and is sent when there is signal. Nobody has been told yet. So please do not wait for us.
my-check-in-will-send = Your answers are kept on this phone and are sent as soon as there is signal and this page is open.
my-check-in-close = You can close this page now. Your answers are not shown here again.
my-put-off-title = Not now is fine.
my-put-off-says = What you have answered is kept. The rest waits for you until { $until }, by the same link.
my-put-off-back = Go on after all
my-stopped-title = No more check-ins.
my-stopped-says = We will not ask you again, and your care goes on as before. If you change your mind, tell us, or press here.
my-resume = Ask me again
my-check-in-nothing = There is nothing to answer now.
my-check-in-opens = Your next check-in opens { $when }.
my-check-in-none = No check-in is planned at the moment.

## The first page

my-next-consent = Your consent is waiting for you.
my-next-check-in = A few questions are waiting for you.
my-next-scales = { $count ->
    [one] One questionnaire is waiting for you.
   *[other] { $count } questionnaires are waiting for you.
}
my-next-opens = Your next check-in opens { $when }.
my-next-nothing = Nothing is asked of you now.
my-meets = Your next appointment
my-with = Who is with you
my-window-first = { $days ->
    [0] Your session was today. In the first three days new ways may settle more easily; rest counts.
    [one] One day since your session. In the first three days new ways may settle more easily; rest counts.
   *[other] { $days } days since your session. In the first three days new ways may settle more easily; rest counts.
}
my-window = { $days } days since your session. Small things, done often, count.
my-next-intake = Some questions about your health are waiting for you.
my-step-intake = Your health
my-step-intake-open = { $closed } of { $of } behind you
my-step-intake-stopped = you would rather talk it through
my-step-intake-done = told; open any again
my-step-intake-new = about ten minutes; stop and come back as you like
my-step-consent = Consent
my-step-consent-waits = waits for you; stop and come back as you like
my-step-consent-signed = signed { $when }
my-step-consent-back = taken back
my-step-check-in = Check-in
my-step-check-in-open = open until { $until }; about two minutes
my-step-check-in-opens = opens { $when }
my-step-check-in-stopped = you asked for none
my-step-day = Your day with the medicine
my-step-day-says = what to eat, what to bring, who takes you home
my-step-body = Body map
my-step-body-says = where you feel something; four touches
my-step-threads = Threads
my-step-threads-says = what returns, and how it changes
my-step-practices-says = kept, not now, or let go
my-step-asks = Your questions and your pace
my-step-questions = ask anything; say “not yet”
my-step-questions-open = { $open ->
    [one] one waits for an answer
   *[other] { $open } wait for an answer
}
my-step-waits = you said “not yet”
my-step-scale = { $lines } questions, about { $minutes } min
my-step-scale-begun = begun; go on where you stopped
my-intentions = What you turn towards
my-practices = What you chose to practise

## The day with the medicine
my-day-at = Your session: { $when }.
my-day-goes-home = { $name } takes you home. This is your day.
my-day-nobody-yet = Before the day: someone to take you home.
my-day-says = Read it the day before, and again in the morning. If anything here is not right, tell us.
my-day-before = Before you come
my-day-food = Nothing to eat for { $time } before you come.
my-day-drink = Nothing to drink for { $time } before; until then, water.
my-day-alcohol = No alcohol and no cannabis for { $hours } hours before.
my-day-food-unknown = We tell you how long before to stop eating and drinking. If you do not know it yet, ask us.
my-day-medicines-from = Of your medicines, { $name } writes:
my-day-medicines = Your medicines: take them as your prescriber told you. If you were told nothing, ask before the day.
my-hours-long = { $hours ->
    [one] one hour
   *[other] { $hours } hours
}
my-minutes-long = { $minutes } minutes
my-day-bring = What to bring
my-day-clothes = Comfortable clothes, in layers. A blanket of your own if you like.
my-day-list = What you took that day and the day before, written down.
my-day-number = A charged phone, for the way home.
my-day-home = Going home
my-day-escort = Takes you home
my-day-escort-missing = Nobody is named yet. It has to be a grown-up who comes for you; without them there is no medicine that day. Tell us who.
my-day-night = Is with you that night
my-day-night-missing = Nobody is named yet. Think of someone with whom quiet is easy.
my-day-with-number = { $name }, { $phone }
my-day-no-driving = You do not drive until the next day, after a night’s sleep.
my-dose-lower = You agreed to a lower dose.
my-dose-lower-says = You stay aware of the room, and talking is usually possible. Things may feel softer, nearer or further away.
my-dose-middle = You agreed to a middle dose at most.
my-dose-middle-says = Attention goes inward; talking comes and goes. A lower dose is always possible too.
my-dose-yours = You may say less, later or not at all, up to the moment itself.
my-day-signals = Signs we agreed on
my-day-helps = What helps when it is hard

## The consent

my-consent-nothing = No consent is waiting for you.
my-consent-nothing-says = When there is one to read, the people who care for you will tell you.
my-consent-begins = Read what a session is, and decide.
my-consent-begins-says = There are { $parts } short parts, one on each page. For each you say yes or no, and say back in your own words what it means.
my-consent-begins-free = Stop whenever you like: each answer is kept at once, and you go on where you were. You can take everything back later.
my-consent-begin = Begin
my-consent-any-time = You can take it back at any time. { $reads }
my-part-of = part { $number } of { $of }
my-part-free = your free choice
my-say-it-back = A few words are enough. If you do not agree, you may leave it empty or say why.
my-answered-agreed = You agreed to this part. You can still change it.
my-answered-declined = You did not agree to this part. You can still change it.
my-agree = I agree
my-decline = I do not agree
my-talk-first = Talk about it first
my-standing-agreed = agreed
my-standing-declined = not agreed
my-standing-open = not answered yet
my-touch-title = Where is touch welcome?
my-touch-says = Nowhere, unless you choose a place here. We ask again before each touch. You can take it back at any moment.
my-touch-hands = Hands
my-touch-forearms = Forearms
my-touch-shoulders = Shoulders
my-touch-upper-back = Upper back
my-touch-head = Forehead and head
my-touch-feet = Feet
my-safety-title = Touch that keeps you from harm
my-safety-says = If you fall or cannot breathe freely, we hold you and free your airway. This is apart from all other touch.
my-safety-understood = I understand this
my-safety-not-agreed = I do not agree; let us talk about it
my-touch-keep = Keep this
my-sign-title = You have read every part.
my-sign-says = If you want to go on, write your name. Take your time; you can also sign another day.
my-sign-open-title = { $parts ->
    [one] One part is still open.
   *[other] { $parts } parts are still open.
}
my-sign-open-says = A session needs a yes to each of these. If you do not want to say yes, that is a good answer: please talk with us.
my-sign-read-all = Read the whole text
my-sign-name = Your name
my-sign-name-hint = As you sign it.
my-sign = Sign
my-agreed-title = What you agreed to
my-agreed-says = Signed by { $name } on { $signed }. It holds until { $until } at most.
my-choices = How your data may be used
my-choice-take-back = Take back
my-choice-read = Read and decide
my-touch-now = Where touch is welcome
my-touch-none = Nowhere.
my-touch-narrow-says = Take a place away here. To add one, talk with us before a session.
my-touch-narrow = Keep only these
my-agreed-parts = All parts
my-withdraw-title = Take it all back
my-withdraw-says = One touch ends it. There will be no session then. No reason is needed, and your care goes on.
my-withdraw = Take back my consent
my-withdrawn-title = You took your consent back.
my-withdrawn-says = It ended { $when }. No session takes place without a new one.
my-withdrawn-next = If you want to talk about it, or read it anew, tell the people who care for you.

## Links of one person, for those who care for them

links-open = { $count ->
    [0] No link is open.
    [one] One link is open.
   *[other] { $count } links are open.
}
links-way = Links to this person's own pages
links-home = Their own pages
links-consent = Read and sign the consent
links-intake = Intake
links-check-in = Check-in, day { $day } after { $date }
links-check-in-of = Check-in, day { $day }
links-once = This address is shown now and never again. Give it to the person by a way that you trust. It opens until { $until }.
links-before-title = This link was made before
links-before = Its address was shown once, and nobody can tell it again. End the link below and make a new one.
links-made = Made so far
links-none = No link has been made for this person.
links-revoked = ended { $when }
links-until = open until { $when }
links-ended = over since { $when }
links-made-at = made { $when }
links-revoke = End it
links-new = Make a link
links-opens = What it opens
links-home-says = Reads what the person may read. { $days } days.
links-consent-says = Opens the consent and nothing else. { $days } days.
links-intake-says = Asks about their health, one question at a time, and shows no earlier answer. { $days } days.
links-check-in-says = Writes answers and reads none. From { $from } until { $until }.
links-make = Make the link
links-hand-over = Whoever has the address can open it. Nothing is sent by Kapok: you hand it over.

## The consent, for those who care for them

agreed-none = No consent has been put before this person.
agreed-none-says = Put the document before them, and make a link or read it together on their own device.
agreed-offered = Before them since { $when }: { $given } of { $of } parts answered.
agreed-signed = Signed by { $name } on { $when }, for sessions up to { $tier }; holds until { $until } at most.
agreed-withdrawn = Consent is taken back. There is no session without a new one.
agreed-declined = A part that a session needs is no longer agreed.
agreed-expired = The signed consent is over. It is time to ask anew.
agreed-older = It was signed under an older protocol. It is time to ask anew.
agreed-lower = It covers a lower tier only.
agreed-touch = Touch
agreed-touch-none = Nowhere.
agreed-safety-understood = Touch that keeps from harm: understood
agreed-safety-not-agreed = Touch that keeps from harm: not agreed, talk about it
agreed-safety-open = Touch that keeps from harm: not spoken about
agreed-clauses = Part by part, in their words
agreed-offer = Put the document before them
agreed-up-to = For sessions up to
agreed-psycholytic = psycholytic
agreed-moderate = moderate
agreed-psycholytic-says = Aware of the room; talking is usually possible.
agreed-moderate-says = Inward; talking comes and goes. Covers psycholytic too.
agreed-put = Put it before them
agreed-then = They read and answer it on their own pages, by a link.
agreed-anew = This asks everything anew; what was signed stands until they sign again.

## Integration

integrate-none = No medicine session yet.
integrate-peak = In the first days: the window is open until { $until }.
integrate-open = The window is open until { $until }.
integrate-over = The window has been over since { $when }.
integrate-check-ins = Check-ins
integrate-stopped = They asked for no more check-ins, { $when }.
integrate-empty = Check-ins follow a medicine session.
integrate-after = After { $date }
integrate-question = Question
integrate-day = Day { $day }
integrate-to-come = to come
integrate-can-answer = open
integrate-answered = answered
integrate-put-off = not now
integrate-missed = missed
integrate-sleep = Sleep
integrate-mood = Mood
integrate-energy = Energy
integrate-pain = Pain
integrate-anxiety = Anxiety
integrate-body = Being in the body
integrate-urinary = Trouble passing water
integrate-craving = Wanting more
integrate-medicine = Medicine changed
integrate-harm = Thoughts of self-harm
integrate-words = Anything else
integrate-hours = { $hours } h
integrate-skipped = skipped
integrate-held = Integration sessions
integrate-summary = What was said stays between the person and their therapist.
integrate-held-none = None has been held.
integrate-came = What came
integrate-asks = What it asks of this life
integrate-agreed = What was agreed
integrate-practices = What they chose to practise
integrate-practices-none = Nothing has been chosen yet.
integrate-mindfulness = Mindfulness
integrate-boundaries = Boundaries
integrate-receiving-care = Receiving care
integrate-rest = Rest
integrate-daily-rhythms = Daily rhythms
integrate-creative = Creative expression
integrate-speech = Authentic speech
integrate-hold = An integration session took place
integrate-hold-keep = Keep the session
integrate-choose = They chose a practice
integrate-kind = Sort
integrate-their-words = In their words
integrate-choose-keep = Keep the practice
my-path = My path so far

## What is taken home from a session
my-step-after = What to take home
my-step-after-says = What waits a day, who is with you, whom to call
after-title = After your session of { $date }
after-with = Who is with you
after-home-with = { $name } takes you home.
after-tonight = Tonight: { $name }
after-not-alone = Do not be alone in the first night.
after-company = Better not to be alone tonight. If you are, agree with someone who calls.
after-wait = For { $hours } hours, and until you have slept a night
after-until = Until { $when }, and after a night’s sleep:
after-no-wheel = no driving, no bicycle, no scooter
after-no-machines = no machines, no ladders, nothing that needs quick hands
after-no-contracts = nothing signed, nothing large bought or sold
after-no-sole-care = nobody small or frail in your care alone
after-no-alcohol = no alcohol, no cannabis
after-decisions = Decisions that change your life can wait until { $when }, or longer. They keep.
after-care = What helps
after-drink = Drink water. Eat something light when you like to.
after-rest = Rest. Walk slowly. It can be raw, or flat, or quiet: all of it is all right.
after-write = Write down or draw what you want to keep. You need not understand it yet.
after-medicines = Take your medicines as your prescriber told you. If you are not sure, ask before you leave.
after-call = Call at once
after-flag-chest = pain in the chest, or no breath
after-flag-head = a sudden, bad headache, trouble seeing or speaking, weakness of one side
after-flag-confused = confusion that does not pass
after-flag-harm = thoughts of ending your life, or of hurting yourself
after-flag-urine = Pain or blood when you pass water, in the days after: tell the practice.
after-asked = When we ask how you are
after-asked-says = A few questions by a link, under a minute. You can skip each of them, and stop.
