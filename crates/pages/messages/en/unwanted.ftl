# Adverse events: followed up until it is written how they ended.

unwanted-none = Nothing unwanted was reported of { $name }.
unwanted-all-closed = Every adverse event is closed.
unwanted-open-count = { $count ->
    [one] One adverse event is open.
   *[other] { $count } adverse events are open.
}
unwanted-empty = Nothing unwanted was reported.
unwanted-told = A check-in told of new trouble with passing water. If it is an adverse event, report it here.
unwanted-open = Open
unwanted-closed = Closed
unwanted-session = the session
unwanted-waits = The next dose waits for a prescriber’s review.
unwanted-review = Reviewed: { $finding }
unwanted-not-serious = Not serious by the usual criteria.
unwanted-serious-by = Serious: { $what }.
unwanted-told-outside = Reported outside: { $whom }, { $on }.
unwanted-not-told-outside = Not reported outside: { $because }
unwanted-ended-at = { $outcome } { $when }
unwanted-serious-death = death
unwanted-serious-life = danger to life
unwanted-serious-hospital = a stay in hospital, or a longer one
unwanted-serious-disability = a lasting or considerable disability
unwanted-serious-other = important for another reason
unwanted-serious-none = None of these
unwanted-outcome-open = Still open
unwanted-outcome-resolved = Over, nothing left of it.
unwanted-outcome-sequelae = Over, something left of it.
unwanted-outcome-elsewhere = Goes on, cared for elsewhere.
unwanted-outcome-fatal = The person died of it.
unwanted-outcome-unknown = Nobody can say.
unwanted-outside-us = Was it reported outside? FDA MedWatch takes reports of any medicine; the pharmacy that made the lozenges wants to know as well. No pharmacist has checked this sentence; yours must.
unwanted-outside-gb = Was it reported outside? The Yellow Card scheme of the MHRA takes reports of any medicine; the pharmacy that made the lozenges wants to know as well. No pharmacist has checked this sentence; yours must.
unwanted-outside-es = Was it reported outside? The pharmacovigilance centre of your region takes reports through notificaRAM; the pharmacy that made the lozenges wants to know as well. No pharmacist has checked this sentence; yours must.
unwanted-outside-elsewhere = Was it reported outside? Your country’s medicines authority takes such reports; the pharmacy that made the lozenges wants to know as well.
unwanted-follow-up = Follow up, or write how it ended
unwanted-how-it-is = How it stands
unwanted-serious = What makes it serious
unwanted-outside = Reported outside
unwanted-outside-later = Not answered now
unwanted-outside-yes = Yes
unwanted-outside-no = No
unwanted-whom = If yes, to whom
unwanted-told-on = If yes, on which day
unwanted-because = If no, why not
unwanted-outcome = How it ended
unwanted-over-on = Over on
unwanted-over-at = At
unwanted-keep = Keep it
unwanted-report = Something showed afterwards
unwanted-after-session = After the session of
unwanted-words = In words
unwanted-words-hint = Asked where none of the words above fits.
unwanted-began = It began on
unwanted-related-unsaid = not said
