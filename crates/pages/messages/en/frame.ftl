## What surrounds every page

frame-skip = Skip to the page
frame-menu = Menu
frame-pages = Pages
frame-today = Today
frame-windows = Windows
frame-people = People
frame-protocol = Protocol
frame-calendar = Calendar
frame-hours = Hours
frame-ledger = Ledger
frame-sign-out = Sign out
frame-staff-sign-in = For those who work here
frame-theme = Light
frame-theme-day = Day
frame-theme-night = Night
frame-theme-room = Room
frame-role-therapist = therapist
frame-role-prescriber = prescriber
frame-role-monitor = monitor
frame-role-admin = practice
frame-role-auditor = auditor
frame-role-client = client
frame-no-third-party = This page asks no other site for anything.
frame-printed = Printed { $when }, { $year }. What was entered later is not on this paper.
frame-not-a-device = Kapok has not been assessed or cleared as a medical device, gives no medical advice, and does not replace a monitor or a trained person.

## Forms

field-optional = if you like
field-came-back = { $problems ->
    [one] Nothing you wrote is lost. One place below asks for a look.
   *[other] Nothing you wrote is lost. { $problems } places below ask for a look.
}
frame-lying = Not yet at the practice, on this tablet: #. Go to the room: it is sent from there.
