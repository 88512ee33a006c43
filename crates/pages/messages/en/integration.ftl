## The body map

body-where = Where do you feel something?
body-where-says = Touch a place. There is nothing that should be there.
body-side = Side
body-front = Front
body-back = Back
body-as-list = As a list
body-done = Done for now
body-today = Kept today
body-felt = { $word }, { $strength } of 10
body-is = { $place } is …
body-word = Which word comes nearest?
body-strength = How strong is it?
body-hardly = hardly there
body-most = as strong as can be
body-when = When was it?
body-now = Now
body-during = In the session
body-keep = Keep this
body-other-place = Another place
place-head = Head
place-face = Face
place-jaw = Jaw
place-throat = Throat
place-neck = Neck
place-left-shoulder = Left shoulder
place-right-shoulder = Right shoulder
place-chest = Chest
place-upper-back = Upper back
place-left-arm = Left arm
place-right-arm = Right arm
place-left-hand = Left hand
place-right-hand = Right hand
place-belly = Belly
place-lower-back = Lower back
place-pelvis = Hips and pelvis
place-left-leg = Left leg
place-right-leg = Right leg
place-left-foot = Left foot
place-right-foot = Right foot
place-whole-body = The whole body
felt-warm = warm
felt-cool = cool
felt-tight = tight
felt-soft = soft
felt-tingling = tingling
felt-heavy = heavy
felt-light = light
felt-floating = floating
felt-trembling = trembling
felt-pulsing = pulsing
felt-numb = numb
felt-open = open
felt-aching = aching
felt-burning = burning
felt-still = still

## Their own to say, threads, windows

own-questions = What would you like to ask?
own-questions-says = Any question is a good one. It stays here until somebody has answered it.
own-ask = Your question
own-ask-keep = Ask it
own-asked = What you asked
own-open-since = Not answered yet; asked { $when }.
own-pace = Your pace
own-pace-says = You may wait at any point. Nothing is lost by it, and nobody will press you.
own-not-yet = Not yet
own-ask-again = Ask me again in { $weeks } weeks
own-waits = You said “not yet”. We wait until you say more.
own-waits-until = You said “not yet”. We ask you again on { $when }.
own-resume = I am ready to go on
own-threads = What runs through all of this?
own-threads-says = A thread is something that returns: the body, pain, a person, a part of you. The people who care for you read it and may write along it.
own-threads-written = Written so far
own-thread-which = About
own-write = Write it down
own-practices = What would you like to practise?
own-practices-says = Something small that is yours. Nothing is counted, and nothing is owed.
own-practice-which = What sort of thing?
own-choose = Choose something
own-choose-keep = Keep it
own-kept = Kept
own-let-go = Let go
thread-body = My body
thread-pain = Pain or illness
thread-parts = Parts of me
thread-relationships = Other people
thread-sleep = Sleep
thread-self-care = Caring for myself
thread-days = Work and days
thread-else = Something else
integrate-threads = Threads
integrate-threads-none = No thread has been begun.
integrate-write = Write along a thread
integrate-write-says = The person reads this too, in your words.
integrate-write-keep = Keep the entry
integrate-body-map = Body map
integrate-body-none = Nothing has been drawn.
integrate-body-before = Before any session
integrate-body-during = In the session of { $date }
integrate-body-after = After the session of { $date }
integrate-draft = What they told since { $date }
integrate-draft-says = For the talk: from check-ins, the body map and threads, in their words. Nothing of it is kept in the note unless you write it.
integrate-followed = { $how }, { $when }
windows-title = { $open ->
    [0] No window is open.
    [one] One window is open.
   *[other] { $open } windows are open.
}
windows-says = In the first three days and the next two weeks many clinicians favour integration; the exact window in people is not known.
windows-quiet = Gone quiet
windows-unmet = No integration session yet
windows-peak = In the first days
windows-open = In the window
windows-empty = Nobody you walk with has an open window. After a dose they appear here.
windows-dosed = dose { $when }
windows-quiet-since = no answer since { $when }
windows-answered = { $answered ->
    [0] no check-in answered
    [one] one check-in answered
   *[other] { $answered } check-ins answered
}
windows-met = { $met ->
    [0] not met yet
    [one] met once
   *[other] met { $met } times
}
windows-until = open until { $when }
