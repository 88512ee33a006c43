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
stock-dispensed = dispensed
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
stock-count-asked = Some were taken, and nobody knows how many: count what is left.
stock-prescriber-reviews = A prescriber closes this.
stock-loss-us = If practice stock was stolen or lost: written notice to the DEA field division within one business day of finding out, and Form 106 online within 45 days. No pharmacist has checked this sentence; yours must.
stock-loss-gb = If practice stock was stolen or lost: tell the police and the controlled drugs liaison or accountable officer of your area without delay. No pharmacist has checked this sentence; yours must.
stock-loss-es = If practice stock was stolen or lost: report it to the police and to the pharmaceutical inspection of your region without delay. No pharmacist has checked this sentence; yours must.
stock-loss-elsewhere = If practice stock was stolen or lost: ask at once what your country’s law on controlled medicines asks of you. Many ask for a notice within a day.
stock-finding = What you found, and what follows
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

# The practice's own stock.

stock-title = Stock
stock-whose = The practice’s own lozenges, by lot. A line for a person names them to those alone who may open their record.
stock-to-ledger = Every line, to search and to take out: the ledger
stock-answer-notice = { $count ->
    [one] One thing does not match in the stock.
   *[other] { $count } things do not match in the stock.
} Notice is due: { $when }.
stock-answer-late = { $count ->
    [one] One thing does not match in the stock, and notice of it is late.
   *[other] { $count } things do not match in the stock, and notice is late.
}
stock-answer-open = { $count ->
    [one] One matter of the stock is open: write how it ended.
   *[other] { $count } matters of the stock are open: write how they ended.
}
stock-answer-count = The whole stock is to be counted.
stock-answer-empty = Nothing has come into the stock.
stock-answer-there = { $lozenges ->
    [one] One lozenge
   *[other] { $lozenges } lozenges
} in { $lots ->
    [one] one lot
   *[other] { $lots } lots
}.
stock-count-was-due = A complete count was due on { $day }.
stock-count-due = The next complete count is due by { $day }.
stock-empty = Nothing has come into the stock yet
stock-empty-first = Where a pharmacy dispenses to each person, nothing has to. Where the practice keeps lozenges, what came is written first; what is dispensed leaves a lot by the person’s own page.
stock-lots = Lots
stock-lots-gone = Lots of which nothing is left
stock-lot-words = { $product }, { $mg } mg, lot { $lot }
stock-left = { $left } left
stock-expires = usable until { $day }
stock-expired = expired on { $day }
stock-came-gone = { $came } came, { $gone } went
stock-in-containers = { $count ->
    [one] one container
   *[other] { $count } containers
}
stock-received = came
stock-dispensed-to = dispensed to
stock-a-person = a person of the practice
stock-fate-returned = given back to the supplier
stock-fate-destroyed = destroyed before a second person
stock-fate-found = counted: all that is there of this lot
stock-fate-lost = stolen or lost
stock-hour-opening = at the opening of business
stock-hour-close = at the close of business
stock-inventoried = counted with the whole stock, { $hour }
stock-inventoried-estimated = counted with the whole stock, { $hour }; an open container was estimated
stock-inventories = Complete counts
stock-inventory-said = { $lozenges } lozenges in { $lots ->
    [one] one lot
   *[other] { $lots } lots
}, by { $by } with { $with }
stock-matters = Does not match, or is missing
stock-settled = Ended
stock-authority-us = A theft or a significant loss: written notice to the DEA field division office within one business day of finding out, then Form 106 online.
stock-authority-gb = A theft or a loss: without delay to the controlled drugs accountable officer of your area, and a theft to the police.
stock-authority-es = A theft or a loss: without delay to the health authority of your region (pharmaceutical inspection), and a theft to the police.
stock-authority-elsewhere = A theft or a loss: ask at once what your country’s law on controlled medicines asks, and of whom. Many ask for a notice within a day.
stock-authority-unchecked = { $source }. No pharmacist has checked this sentence; yours must.
stock-lost = { $lozenges ->
    [one] One lozenge was stolen or lost.
   *[other] { $lozenges } lozenges were stolen or lost.
}
stock-lost-of-person = { $lozenges ->
    [one] One lozenge of { $mg } mg, dispensed to a person, was stolen or lost.
   *[other] { $lozenges } lozenges of { $mg } mg, dispensed to a person, were stolen or lost.
}
stock-put-right = It matched once a line was put right.
stock-notice-due = Notice is due by
stock-notice-was-due = Notice was due by
stock-others-answer = A therapist, a prescriber or an admin writes what was done.
stock-told-whom = Told: { $whom }, on { $day }.
stock-told-reference = Reference { $reference }.
stock-not-told = Nobody was told: { $why }
stock-told-summary = Write what was done
stock-told-to = Who was told
stock-told-on = On which day
stock-reference = Reference
stock-why-not = Or why nobody was
stock-ended = How it ended
stock-ended-hint = Empty while it goes on. It stays on Today until this is written.
stock-keep-answer = Keep what was done
stock-or-correct = If a line was miswritten, put the line right instead.
stock-write = Write into the stock
stock-receive = What came
stock-product = Product
stock-form = Finished form
stock-print = Lot
stock-expiry = Usable until
stock-received-count = Lozenges in all
stock-supplier-only = Supplier
stock-keep = Keep the line
stock-move = What happened to a lot
stock-lot-which = Lot
stock-manner-of-stock = In what manner they were destroyed, to whom they went back, or what is known of a loss.
stock-witness-if = Where they were destroyed: a second person, never you.
stock-take-inventory = A complete count
stock-counted-on = Day
stock-counted-when = When on that day
stock-counts-hint = Every lot of which something ought to be there. Empty where there is nothing and ought to be nothing; nought where there is none left.
stock-estimated = An open container was estimated
stock-estimate-hint = An open container is estimated only where it holds { $most } or fewer.
stock-keep-inventory = Keep the count
stock-correct-line = Put a line right
stock-line-of-lot = { $line } (lot { $lot })
stock-correct-persons = What was dispensed to a person is put right on the person’s page, and follows here.
stock-from-stock = Dispensed from the practice’s stock
stock-which-lot = Lot
stock-which-lot-hint = The line leaves the stock in the same act. Where the practice keeps the lozenges, always out of a lot.
stock-lot-none = None
stock-lot-said = Lot { $lot }, { $mg } mg: { $left } left, until { $expires } ({ $product })
stock-anyway = They were handed over already, though the lot does not have them or does not fit
stock-was-lost = Was it a theft or a loss?
stock-was-lost-no = No: it is explained
stock-was-lost-yes = Yes: stolen or lost, and notice of it is due

today-stock-unsettled = { $count ->
    [one] Stock: one thing does not match
   *[other] Stock: { $count } things do not match
}
today-stock-count = Stock: count all of it, with a second person
today-stock-due = notice is due by
today-stock-was-due = notice was due by
today-stock-told = notice is written; how it ended is not
today-stock-since = due since { $day }

ledger-title = Ledger of lozenges
ledger-count = { $count ->
    [one] One line in the ledger.
   *[other] { $count } lines in the ledger.
}
ledger-none = Nothing was counted yet.
ledger-none-found = No line answers that.
ledger-whose = The practice’s stock, and everybody you walk with, as far back as lines go. Opening it opens their records, and that is noted.
ledger-nobody = Nothing has come into the stock, and there is nobody whose lines you may open.
ledger-nobody-says = Lines lie in each person’s record, sealed. Whoever walks with the person can open the ledger, print it, and take it out as a file.
ledger-everybody = Everybody
ledger-person = Person
ledger-from = From
ledger-until = Until
ledger-lot = Lot
ledger-search = Show
ledger-when = When
ledger-what = What happened
ledger-lozenges = Lozenges
ledger-by = Who
ledger-strength = No. { $number }, { $mg } mg each
ledger-more = The newest { $shown } are shown; the file holds all.
ledger-out = To take along
ledger-unchecked = The fields follow 21 CFR 1304.22(c) as matching state rules print it, and nobody licensed has checked them: a pharmacist must, before you rely on them. What the practice dispenses to a person is in both ledgers: it leaves the stock and enters the person’s count.
ledger-download = Take it out as a file (CSV)
ledger-fields = What each column means
ledger-column-line = Id of the line; a correction points at it.
ledger-column-date = Day on which it happened, on which a supply came, or that was counted, in the practice’s zone.
ledger-column-time = Time of day in that zone; empty for a supply and for a complete count.
ledger-column-zone = The practice’s time zone, as IANA names it.
ledger-column-recorded-at = When it was written, with its offset.
ledger-column-event = Of a person: dispensed, brought, found, administered (a dose of a session), taken, returned, wasted. Of the stock: received, dispensed, returned, destroyed, found, lost, inventory, inventory-estimated.
ledger-column-lozenges = How many, as it stands now.
ledger-column-lozenges-as-written = How many were written at first.
ledger-column-correction-reason = Why it was put right; empty where it was not.
ledger-column-corrected-at = When it was put right.
ledger-column-corrected-by = Who put it right.
ledger-column-drug = The controlled substance.
ledger-column-finished-form = The finished form.
ledger-column-strength-mg = Ketamine in one lozenge, in milligrams.
ledger-column-dose-mg = Milligrams of a dose that was given in a session.
ledger-column-lot = The lot printed on them.
ledger-column-containers-received = How many containers came.
ledger-column-units-per-container = Lozenges in each, where it comes out even.
ledger-column-supplier-name = Pharmacy or supplier.
ledger-column-supplier-address = Its address.
ledger-column-supplier-registration-number = Its registration number.
ledger-column-person-name = The person for whom they are; in the stock’s lines empty for whoever may not open their record.
ledger-column-person-address = Always empty: Kapok keeps no postal address. Write it in.
ledger-column-prescription-number = Number of the prescription on this person’s journey.
ledger-column-prescription-signed-at = When it was signed.
ledger-column-prescriber = Who signed it.
ledger-column-custody = client (kept by the person) or practice (practice stock).
ledger-column-dispensed-or-administered-by = Who wrote the line; of a dose, who charted that it was given.
ledger-column-witness = The second person, where lozenges were destroyed.
ledger-column-manner = How they were destroyed, or to whom they went back.
ledger-column-session = Id of the session, of a dose.
ledger-column-client = Kapok’s pseudonym of the person, for whoever may open their record.
ledger-to-stock = What is there now, and what is to be written: the stock
ledger-stock = Stock
ledger-mg = { $mg } mg
ledger-balances = What ought to be there, by lot
ledger-came = Came
ledger-gone = Went
ledger-left = Left
ledger-column-ledger = person (a line of a person’s record) or stock (a line of the practice’s stock).
ledger-column-product = The product, of the stock’s lines.
ledger-column-expires = Last day on which the lot may be used, of the stock’s lines.
ledger-column-lot-balance = How many of the lot ought to be there now, of the stock’s lines.
