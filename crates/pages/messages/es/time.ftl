## Instantes en palabras

time-monday = lunes
time-tuesday = martes
time-wednesday = miércoles
time-thursday = jueves
time-friday = viernes
time-saturday = sábado
time-sunday = domingo

time-january = enero
time-february = febrero
time-march = marzo
time-april = abril
time-may = mayo
time-june = junio
time-july = julio
time-august = agosto
time-september = septiembre
time-october = octubre
time-november = noviembre
time-december = diciembre

time-date = { $weekday } { $day } de { $month }
time-date-with-year = { $weekday } { $day } de { $month } de { $year }
time-short-date = { $day } de { $month }
time-short-date-with-year = { $day } de { $month } de { $year }
time-month-with-year = { $month } de { $year }
time-date-and-hour = { $date }, { $hour }
time-yesterday = ayer, { $hour }
time-today = hoy, { $hour }
time-tomorrow = mañana, { $hour }
time-morning = { $hour }:{ $minute } a. m.
time-afternoon = { $hour }:{ $minute } p. m.

time-just-now = ahora mismo
time-minutes-ago = hace { $minutes } min
time-in-minutes = dentro de { $minutes } min
time-hours-ago = hace { $hours } h
time-in-hours = dentro de { $hours } h
time-days-ago = { $days ->
    [one] hace 1 día
   *[other] hace { $days } días
}
time-in-days = { $days ->
    [one] dentro de 1 día
   *[other] dentro de { $days } días
}

list-and = { $sound ->
    [i] { $before } e { $last }
   *[other] { $before } y { $last }
}
