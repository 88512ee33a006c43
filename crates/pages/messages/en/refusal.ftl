## Refusals: ordinary answers that say what to do; keys are the codes of the rules

refusal-other = This could not be kept as it stands. Please look at the page again.
refusal-name-missing = Please write a name. Any name you like to be called by will do.
refusal-reach-missing = Please give a mail address or a telephone number, so that we can answer.
refusal-email-invalid = Please check the mail address. Something in it is missing.
refusal-text-too-long = Please shorten this to { $characters_max } characters.
refusal-reason-missing = Please write the reason.
refusal-enquiry-already-received = This message is already here. You need not send it again.
refusal-no-enquiry = There is no enquiry to answer yet.
refusal-enquiry-already-answered = This enquiry has been answered. The person’s page shows how.
refusal-practice-already-founded = This practice is already set up. Please sign in.
refusal-no-practice = Please set up the practice first.
refusal-email-taken = Someone else signs in with this mail address. Please use another.
refusal-no-such-person = Please choose a person of this practice.
refusal-last-of-care-team = Nobody would be left to walk with this person. Please ask someone to join first.
