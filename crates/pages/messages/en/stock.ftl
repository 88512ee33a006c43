# Lozenges: counts, what does not match, the ledger.

stock-lines = { $count ->
    [one] One line
   *[other] All { $count } lines
}
stock-line-was = (written as { $lozenges }; put right: { $because })
stock-line = { $when }, { $what }: { $lozenges }
stock-lot = lot { $lot }
stock-witnessed = seen by { $name }
stock-given = given in a session, { $mg } mg
stock-dispensed = dispensed by the pharmacy or supplier
stock-brought = brought by the person: all they have left
stock-found = counted here: all that is there
stock-taken = taken, and not charted as a dose
stock-returned = given back
stock-wasted = destroyed before a witness
stock-answer = The count of { $name }’s lozenges does not match. The next dose waits until a prescriber has looked.
stock-mismatch = The count does not match
stock-reviewed = Counts that did not match, reviewed
stock-expected = { $expected } ought to be there, { $counted } were counted.
stock-overdrawn = { $expected } ought to be there, and { $counted } went out.
stock-what-to-do = Count again with somebody, look at the lines, and ask the person. If a line was miswritten, put it right; otherwise write what you found. The next dose waits for this; charting does not.
stock-prescriber-reviews = A prescriber closes this.
stock-loss-us = If practice stock was stolen or lost: written notice to the DEA field division within one business day of finding out, and Form 106 online within 45 days. No pharmacist has checked this sentence; yours must.
stock-loss-gb = If practice stock was stolen or lost: tell the police and the controlled drugs liaison or accountable officer of your area without delay. No pharmacist has checked this sentence; yours must.
stock-loss-es = If practice stock was stolen or lost: report it to the police and to the pharmaceutical inspection of your region without delay. No pharmacist has checked this sentence; yours must.
stock-loss-elsewhere = If practice stock was stolen or lost: ask at once what your country’s law on controlled medicines asks of you. Many ask for a notice within a day.
stock-finding = What you found, and what follows
stock-told = Told as a theft or a loss
stock-told-hint = To whom, and when. Empty where it was neither.
stock-told-as = Told as a theft or a loss: { $whom }
stock-close-review = Close the review
stock-supply = Dispensed: where they came from
stock-came-on = The day they came
stock-supplier = Pharmacy or supplier
stock-supplier-address = Its address
stock-registration = Its registration number
stock-containers = Containers
stock-destroyed = Destroyed: who saw it, and how
stock-witness-written = Somebody else, written below
stock-witness-hint = A second person, never you.
stock-initials = Name or initials
stock-manner = How
stock-manner-hint = In what manner they were made unusable. Also to whom lozenges were given back.
stock-correct = Put a count right
stock-correct-which = Which line was wrong
stock-correct-truly = How many it truly were
stock-correct-hint = Nought for a line that should not be there. What was written stays to be read.
stock-correct-why = Why
stock-correct-keep = Put it right
stock-custody = In keeping
stock-custody-client = of the person, from a pharmacy
stock-custody-practice = of the practice, as its stock
