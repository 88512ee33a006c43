## The intake

intake-name = Your health
intake-place = { $here } of { $of }
intake-begins = Tell us about your health, in your own time.
intake-begins-says = There are { $of } short questions, one on each page, about ten minutes in all.
intake-goes-on = You can go on where you were.
intake-goes-on-says = { $closed } of { $of } questions are behind you.
intake-free = Each answer is kept at once. Stop whenever you like; it waits for you here. You can skip any question, and “not sure” is a good answer.
intake-why = The prescriber reads it to see whether this medicine is safe for you. No answer here decides by itself.
intake-begin = Begin
intake-go-on = Go on
intake-add = Keep it, and add another
intake-no-medicines = I take none
intake-no-allergies = I know of none
intake-that-is-all = That is all
intake-none-of-these = None of these
intake-not-sure = Not sure
intake-add-words = Would you like to add something?
intake-add-words-hint = Such as when it was, and how it is now.
intake-born-field = Date of birth
intake-weight = Weight
intake-height = Height
intake-unit = Unit
intake-kg = kg
intake-lb = pounds
intake-cm = cm
intake-ft = ft, in: 5'7
intake-so-far = Told so far
intake-take-back = Take back
intake-medicine = What is it called?
intake-how-much = How much at a time?
intake-how-often = How often?
intake-allergy = What are you allergic to?
intake-what-happens = What happens then?
intake-somebody = Their name, and who they are to you
intake-phone = Telephone
intake-stop = Stop this
intake-put-off-says = Every answer so far is kept. The rest waits for you, by the same link or from your first page.
intake-stopped-title = We will not ask this way.
intake-stopped-says = What you answered is kept. The people who care for you will see that you would rather talk it through, and nothing is lost by it.
intake-done-title = Thank you. That was all.
intake-done-says = { $skipped ->
    [0] The people who care for you will read it and talk it over with you. You can open any question again.
    [one] You skipped one question, and that is fine: somebody will talk it over with you. You can open any of them again.
   *[other] You skipped { $skipped } questions, and that is fine: somebody will talk them over with you. You can open any of them again.
}
intake-told-count = { $told ->
    [one] One is kept so far. By this link none is shown again.
   *[other] { $told } are kept so far. By this link none is shown again.
}
intake-was-skipped = skipped
intake-was-answered = answered

## Its questions

intake-n-born = Date of birth
intake-q-born = When were you born?
intake-h-born = Your age changes what is careful for you.
intake-n-body = Weight and height
intake-q-body = How much do you weigh, and how tall are you?
intake-h-body = What you remember is enough. We weigh again before any dose.
intake-n-heart = Heart and blood pressure
intake-q-heart = Has a doctor ever told you of any of these?
intake-h-heart = Heart and blood pressure. We ask because this medicine raises the pressure for an hour or more.
intake-n-vessels = Brain and blood vessels
intake-q-vessels = Have you ever had any of these?
intake-h-vessels = Strokes and blood vessels. A rise in pressure can be dangerous after them.
intake-n-breathing = Breathing
intake-q-breathing = And your breathing?
intake-h-breathing = The medicine can make breathing slower and sleepier.
intake-n-head = Head and nerves
intake-q-head = Your head and nerves?
intake-h-head = Now, or at any time.
intake-n-organs = Liver, bladder, thyroid
intake-q-organs = Liver, bladder or thyroid?
intake-h-organs = The liver breaks the medicine down, and often-used ketamine can hurt the bladder.
intake-n-eyes = Eyes
intake-q-eyes = Your eyes?
intake-h-eyes = The medicine may raise the pressure inside the eye for a while.
intake-n-pregnancy = Pregnancy and breast-feeding
intake-q-pregnancy = Pregnancy and breast-feeding
intake-h-pregnancy = It may harm an unborn child. If none of this can apply to you, choose “None of these”.
intake-n-reaction = Reaction to ketamine
intake-q-reaction = Have you ever had a bad reaction to ketamine or esketamine?
intake-h-reaction = In a hospital, a clinic, or anywhere else.
intake-n-allergies = Allergies
intake-q-allergies = Is there anything you are allergic to?
intake-h-allergies = Medicines, foods, dyes, latex. One at a time.
intake-n-medicines = Medicines
intake-q-medicines = Which medicines do you take?
intake-h-medicines = One at a time, as you call it. Also drops, herbs and what you buy without a prescription. Please do not stop any because of this question.
intake-n-alcohol = Alcohol
intake-q-alcohol = How often do you drink alcohol?
intake-h-alcohol = There is no right answer. It helps us to keep you safe.
intake-n-cannabis = Cannabis
intake-q-cannabis = How often do you use cannabis?
intake-h-cannabis = In any form.
intake-n-substances = Other substances
intake-q-substances = Have you used any of these in the last year?
intake-h-substances = Said here, it is part of your health record and goes to nobody else.
intake-n-mind = Mind
intake-q-mind = Have you ever lived through any of these?
intake-h-mind = Many people have. Some need a different plan.
intake-n-harm-thoughts = Thoughts of harming oneself
intake-q-harm-thoughts = Do you have thoughts of harming yourself or of not wanting to live?
intake-h-harm-thoughts = Any answer is allowed here. If it is yes, or you are not sure, the next page shows who is there for you now.
intake-n-way-home = Way home
intake-q-way-home = Who could take you home after a session?
intake-h-way-home = An adult you trust. You may not drive until you have slept a night.
intake-n-emergency = Emergency contact
intake-q-emergency = Whom should we call in an emergency?
intake-h-emergency = Only then, and only for that.
intake-n-more = Anything else
intake-q-more = Is there anything else we should know?
intake-h-more = About your health, what you need, or what worries you.

## What they ask of

intake-t-high-blood-pressure = High blood pressure
intake-t-heart-attack = A heart attack
intake-t-angina = Chest pain that comes from the heart
intake-t-heart-failure = A weak heart (heart failure)
intake-t-arrhythmia = A heartbeat that is not regular
intake-t-valve-disease = A heart valve that does not close or open well
intake-t-stroke = A stroke, or a small one that passed
intake-t-brain-bleeding = Bleeding in the brain
intake-t-aneurysm = A widened, weak place in an artery (aneurysm)
intake-t-vessel-malformation = A tangle of vessels you were born with (malformation)
intake-t-lung-disease = A lung disease such as COPD
intake-t-sleep-apnoea = Breathing that stops while you sleep (sleep apnoea)
intake-t-home-oxygen = Oxygen at home
intake-t-seizures = Seizures or epilepsy
intake-t-head-injury = A head injury in the last three months
intake-t-brain-pressure = A tumour or raised pressure in the head
intake-t-dementia = Dementia, or getting lost in what you know well
intake-t-liver-disease = A serious liver disease
intake-t-bladder-trouble = Pain or blood when you pass water, or having to go very often
intake-t-thyroid = A thyroid that works too much
intake-t-porphyria = Porphyria, a rare disease of the blood
intake-t-glaucoma = Raised pressure in the eye (glaucoma)
intake-t-eye-injury = An eye injury or eye operation not long ago
intake-t-pregnant = I am pregnant
intake-t-breast-feeding = I am breast-feeding
intake-t-could-be-pregnant = I could become pregnant
intake-t-ketamine-reaction = A bad reaction to ketamine or esketamine
intake-t-ketamine-use = Ketamine or PCP without a prescription
intake-t-cocaine-or-methamphetamine = Cocaine or methamphetamine
intake-t-opioid-use = Heroin, fentanyl or pain pills without a prescription
intake-t-alcohol-trouble = More alcohol than is good for you
intake-t-other-substance = Something else that was hard to stop
intake-t-psychosis = Hearing, seeing or believing what others could not share (psychosis)
intake-t-mania = Days of far too much energy and little sleep (mania, bipolar)
intake-t-dissociation = Losing time, or feeling like several people
intake-t-borderline = A diagnosis of borderline personality
intake-t-family-schizophrenia = Schizophrenia in a parent, brother, sister or child
intake-t-suicidal-thoughts = Thoughts of harming oneself or of not wanting to live
intake-often-never = Never
intake-often-monthly = Once a month or less
intake-often-some-times-a-month = A few times a month
intake-often-some-days-a-week = Some days a week
intake-often-most-days = On most days

## Read by those who care for them

intake-told = What they told in the intake
intake-told-of = { $closed } of { $of } questions are answered or skipped.
intake-told-stopped = They would rather talk it through, { $when }.
intake-told-skipped = Skipped: { $names }
intake-told-none = None, they say.
intake-told-open = They have not said that this is all.
