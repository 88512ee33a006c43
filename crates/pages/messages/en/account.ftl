## Sign-in

sign-in-title = Sign in
sign-in-email = Mail address
sign-in-password = Password
sign-in-send = Sign in
sign-in-again-title = Your sign-in has ended. Nothing is lost.
sign-in-again-says = Sign in again, and what you wrote is sent as it was.
sign-in-again-send = Sign in and send
sign-in-again-another = Somebody else wrote this. Only they can send it.
sign-in-refused = This address and this password do not go together. Please try again.
sign-in-clients = For those who work here. If you come here as a client, the link in your message opens your pages; there is no password.

## The first start

set-up-title = Let us set up your practice.
set-up-lead = Six answers, and you can begin.
set-up-practice = The practice
set-up-practice-name = Its name
set-up-country = Country
set-up-country-hint = Decides which crisis numbers people see.
country-us = United States
country-gb = United Kingdom
country-es = Spain
country-elsewhere = Another country
set-up-zone = Time zone
set-up-zone-hint = By city, as in America/New_York or Europe/Madrid.
set-up-zone-unknown = This zone is not known. Please take one of those offered while you type.
set-up-you = You
set-up-name = Your name
set-up-name-hint = As it should stand under what you sign.
set-up-password-hint = Fifteen characters or more. Four unrelated words are easy to keep.
set-up-password-short = Please make the password longer: fifteen characters or more.
set-up-password-again = Please type the password once more; it is never kept on the page.
set-up-send = Open the practice

## Faults

fault-number = Number to quote:
fault-back = Back
fault-not-found-title = There is nothing here for you.
fault-not-found = The page does not exist, or it is not yours to open. Both look the same from here.
fault-forged-title = This form has grown old.
fault-forged = Nothing was kept. Please open the page anew and send it from there.
fault-unreadable-title = This form could not be read.
fault-unreadable = Nothing was kept. Please open the page anew and try once more.
fault-refused-title = This cannot be done as it stands.
fault-conflict-title = This has changed meanwhile.
fault-conflict = What you saw has changed meanwhile, or this form was sent once before with other words. Nothing was written over it, and what you just sent was not kept. Please open the page anew and look.
fault-too-many-title = Too many tries.
fault-too-many = Please wait a few minutes, then try again.
fault-too-slow-title = This did not arrive whole.
fault-too-slow = The connection was too slow, and nothing was kept. Please go back one page: what you typed is still there, and can be sent again.
fault-broken-title = Something broke on our side.
fault-broken = It has been written down. What you sent may not have been kept; please look before you send it again.
