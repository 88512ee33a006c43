## Today

today-page-title = Today
today-title-begin = Your practice is ready. Nobody has written yet.
today-title-coming = { $count ->
    [0] Nobody is coming today.
    [one] One person today.
    [2] Two people today.
    [3] Three people today.
    [4] Four people today.
   *[other] { $count } people today.
}
today-title-first-days = { $count ->
    [one] { $names } is in the first 72 hours.
   *[other] { $names } are in their first 72 hours.
}
today-title-first-days-many = { $count } are in their first 72 hours.
today-title-wrote = { $count ->
    [one] One person wrote to you.
   *[other] { $count } people wrote to you.
}
today-waiting-count = { $count ->
    [one] one thing waits for you
   *[other] { $count } things wait for you
}
today-begin-look = Read your public page as someone would who is in need of help.
today-begin-send = Give its address to those who ask for you.
today-begin-read = What they write appears here, for you to answer.
today-begin-public = See the public page
today-begin-by-hand = Write down an enquiry yourself
today-title-in-room = { $count ->
    [one] { $names } is in the room.
   *[other] { $names } are in the room.
}
today-in-room = In the room now
today-in-room-since = since
today-window-met = { $count ->
    [one] Met once since the dose
   *[other] Met { $count } times since the dose
}
today-coming = Coming
today-tomorrow = Tomorrow
today-coming-nobody = Nobody is booked for the rest of today.
today-minutes = { $minutes } min
today-waits = Waits for me
today-task-opened = { $what }: { $name }
today-mine = you have it
today-anothers = { $name } has it
today-due = to be seen by
today-was-due = was to be seen by
today-title-risk = { $count ->
    [one] An answer of { $names } showed a risk.
   *[other] Answers of { $names } showed a risk.
}
today-title-call = Somebody must call { $names }.
today-calls = A person is needed
today-calls-why = What it is about is for those who walk with them. Whoever reads this sees to it that one of them, or the prescriber, knows.
today-call = Somebody must call { $name }
today-call-nobody = nobody has since
today-title-overdue = { $count ->
    [one] One thing is past its time.
   *[other] { $count } things are past their time.
}
today-task-answer-message = { $count ->
    [one] Answer { $name }
   *[other] Answer { $name }: { $count } messages
}
today-task-book-integration = Book integration for { $name }
today-task-decide-screening = Decide the screening of { $name }
today-enquiries = New enquiries
today-window = In the window
today-window-nobody = Nobody is within two weeks of a dose.
today-window-hours = { $hours } h
today-window-day = day { $day }
today-window-quiet = Quiet since { $date }
today-window-integration = Integration { $when }
today-window-not-booked = No integration booked. The protocol asks for it by { $by }.
today-window-integration-late = Integration { $when }. The protocol asks for it by { $by }.
today-window-not-met = No integration was held. The protocol asked for it by { $by }.

## People

people-page-title = People
people-title = { $count ->
    [0] Nobody is on the path yet.
    [one] One person is on the path.
   *[other] { $count } people are on the path.
}
people-title-found = { $count ->
    [0] Nobody is called “{ $search }”.
    [one] One person is called “{ $search }”.
   *[other] { $count } people are called “{ $search }”.
}
people-nobody-yet = People come here through your public page. What they write is the first step of their path.
people-nobody-found = Try a part of the name, or another spelling.
people-search = Search by name
people-find = Find
people-everyone = Show everyone

stage-enquiry = wrote, waits for an answer
stage-consultation = invited to a first talk
stage-screening = medical screening
stage-consent = consent
stage-preparation = preparing
stage-ready = ready for a session
stage-medicine-session = in a session now
stage-window = in the window
stage-integration = integrating
stage-paused = paused
stage-ended = ended
stage-declined = not the place now

## One enquiry

opened-page-title = Enquiry of { $name }
opened-waits = Wrote { $when }, and waits for an answer.
opened-invited = Invited to a first talk { $when }.
opened-declined = Answered { $when }: this is not the place now.
opened-brings = What brings them
opened-brings-nothing = They left this open. You may ask when you talk.
opened-contact = How to reach them
opened-reach = About reaching them
opened-language = Answer in
opened-answer = Your answer
opened-invite = Invite to a first talk
opened-decline = This is not the place now
opened-decline-reason = If not: why?
opened-decline-hint = They may read these words. Where you can, name another place.
opened-keep = Keep this answer
opened-tell = Kapok does not tell them. Please call or write, as they asked.
opened-not-yours = A therapist answers enquiries.
opened-next = What comes next
opened-next-talk = The first talk: what they hope for, what they have tried, what they ask. It ends with a decision you make together.
opened-reason = The reason given
