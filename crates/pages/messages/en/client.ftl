## The client's own pages

my-reads-practice = Read by the people who care for you at { $practice }, on working days. Not a way to call for help.
my-reads-people = Read by { $names }, on working days. Not a way to call for help.
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
my-link-open = Open
my-over-title = This link is over.
my-over-says = Nothing you wrote is lost. Please ask { $practice } for a fresh one.
my-needed-title = Please open your link again.
my-needed-says = This page opens by the link that { $practice } gave you. If it does not open any more, please ask for a fresh one.

## Help now

my-help-title = Please do not stay alone with this.
my-help-says = These people are there for you now, by day and by night.
my-help-told = Your answer is kept, and it is marked for the people who care for you at { $practice }. Nobody has been called: they see it when they next look, on working days. So please do not wait for us.
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
my-ask-harm = Do you have thoughts of harming yourself?
my-ask-words = Is there anything else?
my-hint-sleep = Roughly is enough.
my-hint-number = Any number is fine. It is only for today.
my-hint-body = A few words, or skip it.
my-hint-urinary = Such as pain, blood, or having to go very often.
my-hint-craving = Many people do. It helps us to know.
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

## The questionnaire

my-phq9-title = How the last two weeks were
my-phq9-says = Choose one answer for each line. You can leave one out. There is no right answer.
my-phq9-in-english = This questionnaire is shown in English, its tested wording. Please ask us if you would like to go through it together.
my-phq9-keep = Keep my answers
my-phq9-thanks = Thank you. Your answers are kept.
my-phq9-kept = You can talk about them at your next meeting.
my-phq9-left-out = You left out the ninth line. Somebody will ask you about it.

## The first page

my-next-consent = Your consent is waiting for you.
my-next-check-in = A few questions are waiting for you.
my-next-phq9 = One questionnaire is waiting for you.
my-next-opens = Your next check-in opens { $when }.
my-next-nothing = Nothing is asked of you now.
my-with = Who is with you
my-window-first = { $days ->
    [0] Your session was today. In the first three days new ways may settle more easily; rest counts.
    [one] One day since your session. In the first three days new ways may settle more easily; rest counts.
   *[other] { $days } days since your session. In the first three days new ways may settle more easily; rest counts.
}
my-window = { $days } days since your session. Small things, done often, count.
my-step-consent = Consent
my-step-consent-waits = waits for you; stop and come back as you like
my-step-consent-signed = signed { $when }
my-step-consent-back = taken back
my-step-check-in = Check-in
my-step-check-in-open = open until { $until }; about two minutes
my-step-check-in-opens = opens { $when }
my-step-check-in-stopped = you asked for none
my-step-phq9 = Questionnaire
my-step-phq9-new = nine lines, about three minutes
my-step-phq9-at = last filled in { $when }
my-intentions = What you turn towards
my-practices = What you chose to practise

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
