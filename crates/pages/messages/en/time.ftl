## Instants in words

time-monday = Monday
time-tuesday = Tuesday
time-wednesday = Wednesday
time-thursday = Thursday
time-friday = Friday
time-saturday = Saturday
time-sunday = Sunday

time-january = January
time-february = February
time-march = March
time-april = April
time-may = May
time-june = June
time-july = July
time-august = August
time-september = September
time-october = October
time-november = November
time-december = December

time-date = { $weekday } { $day } { $month }
time-date-with-year = { $weekday } { $day } { $month } { $year }
time-short-date = { $day } { $month }
time-short-date-with-year = { $day } { $month } { $year }
time-month-with-year = { $month } { $year }
time-date-and-hour = { $date }, { $hour }
time-yesterday = yesterday, { $hour }
time-today = today, { $hour }
time-tomorrow = tomorrow, { $hour }
time-morning = { $hour }:{ $minute } am
time-afternoon = { $hour }:{ $minute } pm

time-just-now = just now
time-minutes-ago = { $minutes } min ago
time-in-minutes = in { $minutes } min
time-hours-ago = { $hours } h ago
time-in-hours = in { $hours } h
time-days-ago = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
time-in-days = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}

# "Maya, Theo and Ines". Spanish chooses its "and" by the sound that follows.
list-and = { $sound ->
    [i] { $before } and { $last }
   *[other] { $before } and { $last }
}
