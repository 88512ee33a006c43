## The practice's public page

home-page-title = Ketamine-assisted psychotherapy
home-title = The medicine takes an afternoon. The therapy is the larger part.
home-lead = We offer ketamine-assisted psychotherapy: therapy that begins weeks before a low dose of ketamine, stays beside you through it, and goes on for weeks after.
home-write = Write to us
home-read-known = What is known, and what is not

home-how = How it goes
home-before-when = Weeks before
home-before-title = We prepare
home-before = What you hope for, and what you fear. What feeling safe is like, and where in your body you know it. The signs we will use when words are far away. A prescriber asks about your health and decides whether this is safe for you.
home-medicine-when = One afternoon
home-medicine-title = The medicine
home-medicine = A lozenge under the tongue, in a quiet room, with someone beside you all the while. You may stay near and talk, or go inward and say nothing. Both are fine. Someone you trust takes you home.
home-after-when = Weeks after
home-after-title = We let it settle
home-after = We meet within about three days, and again. How you sleep, what you say no to, whom you let help. A quiet session counts as much as a vivid one. We go on only if it serves you.

home-known = What is known, and what is not
home-approved-title = Is it approved?
home-approved = No. Ketamine is approved as an anaesthetic. Using it in this way is “off-label”: a prescriber may decide on it, but no authority has approved it for this. The lozenge is made to order by a pharmacy, and it is not an approved product either.
home-helps-title = Does it help?
home-helps = Some people feel clearly better, some feel no change, and a few feel worse. Nobody can tell you beforehand which it will be. Studies of lozenges are small, the evidence for trauma is mixed, and when it does help the effect can fade.
home-risks-title = What are the risks?
home-risks = Most effects are short: dizziness, nausea, feeling far from your body, blood pressure that rises for a while. Fear or painful memories can come. Serious problems, such as slowed breathing, are uncommon but happen. Used often and for long, ketamine can harm the bladder, and some people come to depend on it.
home-not-for-title = Who should not?
home-not-for = Among others: people with an aneurysm, with high blood pressure that is not under control, with psychosis or mania now, and anyone who is pregnant or breast-feeding. The prescriber asks about all of it, and what is not known does not count as fine.
home-window-title = Why so much care afterwards?
home-window = Many clinicians hold that the first three days, and then two weeks, are a good time for change. How long that time is in people is not known. We arrange our meetings around it, and promise nothing from it.
home-other-ways-title = What else is there?
home-other-ways = Therapy without any medicine. Medicines and treatments that are approved for depression, anxiety, trauma or pain. Groups, movement, rest, or waiting. We will talk about them with you, and choosing one of them is a good ending to a first talk.

home-day = The afternoon itself
home-hours-title = How long does it take?
home-hours = About three hours. The lozenge begins to work after 10 to 20 minutes. The strongest part lasts about 45 to 60 minutes, and it goes on settling for two hours and more.
home-watch-title = Who watches over it?
home-watch = Blood pressure, oxygen and breathing are checked on a schedule by someone trained to do so, and the prescriber can be reached. Safety checks always come first.
home-yours-title = What is mine to decide?
home-yours = The pace. You can slow down, skip a dose, or stop, without giving a reason. Touch happens only as we agreed beforehand; if you agreed to none, there is none, except where your safety needs it, and that is explained.
home-home-title = And going home?
home-home = Somebody you trust comes for you. No driving and no machines until you have slept a night. It is good to have someone near that evening.

home-costs = What it costs, and who sees what
home-costs-asked = Please ask us. We write down every cost before you decide on anything.
home-seen-title = Who will see what I say?
home-seen = The people who care for you, each only their part. You can see who looked, and when. Your journal opens for you alone.
home-write-answer = { $days ->
    [0] A person reads every message and answers on a working day.
    [one] A person reads every message and answers within one working day.
   *[other] A person reads every message and answers within { $days } working days.
}
home-people = Those who work here:

## The enquiry form

enquiry-title = Write to us
enquiry-lead = As little or as much as you like. Asking binds you to nothing.
enquiry-brings = What brings you?
enquiry-brings-hint = In your own words. You need no diagnosis, and you can leave this empty.
enquiry-name = What may we call you?
enquiry-email = Mail address
enquiry-either = One way to reach you is enough: this, or the telephone.
enquiry-phone = Telephone
enquiry-reach = Is there anything we should know about reaching you?
enquiry-reach-hint = Such as good times, or whether we may leave a message.
enquiry-language = In which language shall we answer?
enquiry-send = Send
enquiry-who-reads = Read only by those who work here.

thanks-title = Your message has arrived.
thanks-lead = Thank you for writing. Here is what happens now.
thanks-read = Someone who works here reads it, on a working day.
thanks-answer = They answer in the way you chose, and ask nothing of you before then.
thanks-talk = If you both wish, you meet for a first talk. You can say no at any time, and so may we; then we tell you why.
thanks-home = Back to the first page
