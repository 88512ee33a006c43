## El horario de la consulta

hours-page-title = Horario
hours-stated = Alguien lee { $hours }.
hours-none = Todavía no se ha indicado ningún horario.
hours-none-says = Hasta entonces, a las personas se les dice que nadie puede saber cuándo se lee una respuesta.
hours-what-for = Las personas ven este horario antes de cada pregunta de seguridad y encima de cada mensaje. Los plazos de lo que espera corren solo dentro de él.
hours-messages = { $days ->
    [0] Un mensaje se responde el mismo día abierto.
    [one] Un mensaje se responde en un día abierto.
   *[other] Un mensaje se responde en { $days } días abiertos.
}
hours-one-day = { $day }, de { $from } a { $until }
hours-days = de { $first } a { $last }, de { $from } a { $until }
hours-from = { $day }, desde
hours-until = { $day }, hasta
hours-hint = Deje vacío el día en que nadie lee.
hours-answered = Un mensaje se responde
hours-within = { $days ->
    [0] el mismo día abierto
    [one] en un día abierto
   *[other] en { $days } días abiertos
}
hours-keep = Indicar este horario

## Lo que promete una respuesta

promise-by = Si una respuesta habla de pensamientos de hacerse daño, espera a quienes le atienden, para que la vean antes de { $by }. Leen { $hours }. No se llama a nadie al momento.
promise-hours = Si una respuesta habla de pensamientos de hacerse daño, espera a quienes le atienden. Leen { $hours }. No se llama a nadie al momento.
promise-none = { $practice } no ha dicho en qué horario lee. Puede pasar mucho tiempo hasta que alguien vea su respuesta, y no se llama a nadie al momento.
told-nobody-by = Nadie lo sabe todavía. Su respuesta espera a quienes le atienden en { $practice }, para que la vean antes de { $by }. Por favor, no nos espere.
told-nobody-hours = Nadie lo sabe todavía. Su respuesta espera a quienes le atienden. Leen { $hours }. Por favor, no nos espere.
told-nobody = Nadie lo sabe todavía. Su respuesta está guardada, y nadie puede decir cuándo la leerá { $practice }. Por favor, no nos espere.
told-taken = { $name } ha visto su respuesta de { $given }: { $when }.
told-waits-by = Nadie ha visto todavía su respuesta de { $given }. Se verá antes de { $by }. Si no puede esperar, los números están abajo.
told-waits = Nadie ha visto todavía su respuesta de { $given }. Por favor, no nos espere: los números están abajo.

## Lo que espera

tasks-none = Nada espera a nadie.
tasks-open = { $count ->
    [one] Una cosa espera a una persona.
   *[other] { $count } cosas esperan a una persona.
}
tasks-overdue = { $count ->
    [one] Una cosa ha pasado de su plazo, y nadie se ha hecho cargo.
   *[other] { $count } cosas han pasado de su plazo, y nadie se ha hecho cargo.
}
tasks-waiting = Espera
tasks-empty = Nada espera. Lo que abre una respuesta o una sesión aparece aquí por sí mismo.
tasks-risk = Una respuesta mostró un riesgo
tasks-short-sleep = Muy poco sueño con mucha energía
tasks-urinary = Molestias nuevas al orinar
tasks-craving = Desea más de la medicina
tasks-medicine-changed = Ha cambiado un medicamento o suplemento
tasks-adverse-event = Acontecimiento adverso de grado { $grade }
tasks-dose-outside = Una dosis fuera de la puerta
tasks-left-early = Se fue antes de que fuera seguro: llámele
tasks-count = La cuenta de las pastillas no cuadra
tasks-count-asked = Se tomaron pastillas y nadie sabe cuántas: contar las que quedan
tasks-reopened = La historia ha cambiado desde la autorización
tasks-message = Un mensaje espera respuesta
tasks-asked = Una pregunta
tasks-look-risk = Ver la respuesta y valorar
tasks-look-answers = Ver los seguimientos
tasks-look-session = Ver la sesión
tasks-look-adverse-event = Seguirlo
tasks-look-count = Ver la cuenta
tasks-look-message = Leer y responder
tasks-look-screening = Ver el cribado
tasks-since = desde
tasks-until = Para verla antes de { $until }
tasks-said = Dicho { $said }, llegó { $arrived }
tasks-asked-by = lo pregunta { $by }
tasks-asked-of = { $by } pregunta a { $of }
tasks-owner = Se encarga { $name }, desde { $since }.
tasks-nobody = Nadie se ha hecho cargo todavía.
tasks-take = Me encargo yo
tasks-hand-on = Pasarla a alguien
tasks-to = A quién
tasks-hand-on-keep = Pasarla
tasks-end = Terminarla
tasks-done = Qué se hizo
tasks-end-keep = Está hecha
tasks-ended = Hechas
tasks-ask = Preguntar a alguien del equipo
tasks-of = A quién
tasks-anyone = A quien acompañe
tasks-question = Su pregunta
tasks-ask-keep = Preguntar
screening-skip = Ir al primer hallazgo abierto
screening-questions = Preguntas
screening-ask = Preguntar…
screening-ask-whole = sobre el cribado en conjunto
screening-ask-of = A quién
screening-ask-anyone = a quien le acompaña
screening-ask-words = La pregunta
screening-ask-hint = Se lee solo con sus palabras, sin lo que hallaron las reglas.
screening-ask-keep = Preguntar
screening-ask-no-link = { $name } no tiene ningún enlace abierto a sus páginas, y una pregunta no le llegaría. Pregunte a quien le acompaña o cree un enlace.
screening-asked = { $by } preguntó a { $of }, { $when }
screening-asked-open = Abierta: aún sin respuesta
screening-asked-answer = { $by } respondió, { $when }
screening-asked-ended = Terminada aquí sin palabras.
tasks-answered = Una respuesta a una pregunta espera a que se lea
messages-question = Una pregunta
messages-an-answer = Respuesta a una pregunta
my-asked-by = { $count ->
    [one] { $names } le pregunta algo.
   *[other] { $names } le preguntan algo.
}
my-asked-from = { $by } preguntó, { $when }
my-asked-answer = Su respuesta
my-asked-hint = Queda junto a la pregunta en su historia. Se lee cuando alguien de aquí está trabajando, no al momento.
my-asked-send = Enviar la respuesta

## Citas

appointment-consultation = Primera conversación
appointment-preparation = Preparación
appointment-medicine-session = Sesión con medicina
appointment-integration = Integración
appointment-review = Revisión
appointments-next = { $what }, { $when }.
appointments-none = No hay ninguna cita.
appointments-ahead = Por venir
appointments-empty = No hay ninguna cita. La próxima aparece aquí y en la primera página de la persona.
appointments-with = con { $names }
appointments-moved = cambiada { $when }
appointments-cancelled-client = Anulada a petición de la persona, { $when }
appointments-cancelled-practice = Anulada por la consulta, { $when }
appointments-move = Cambiarla
appointments-minutes = Minutos
appointments-minutes-hint = Vacío: lo que dura de costumbre.
appointments-move-keep = Cambiar
appointments-cancel = Anularla
appointments-wish = A petición de quién
appointments-wish-client = De la persona
appointments-wish-practice = De la consulta
appointments-cancel-words = Qué se dijo
appointments-cancel-keep = Anular esta cita
appointments-day = Día
appointments-time = Hora
appointments-past = Pasadas o anuladas
appointments-book = Concertar una cita
appointments-propose = No hay ninguna integración concertada. Conviene antes de { $until }.
appointments-kind = Para qué
appointments-usual = { $what }, { $minutes } min
appointments-with-whom = Con quién
appointments-place = Dónde
appointments-book-keep = Concertar
appointments-calendar = Ver la semana
appointments-taken = { $names } tiene otra cita de { $from } a { $until }.
appointments-came = Vino
appointments-missed = No vino
appointments-said-came = Vino.
appointments-said-missed = No vino.

## El calendario

calendar-page-title = Calendario
calendar-title = { $count ->
    [0] No hay citas esta semana.
    [one] Una cita esta semana.
   *[other] { $count } citas esta semana.
}
calendar-week = La semana de { $monday }
calendar-before = La semana anterior
calendar-this = Esta semana
calendar-after = La semana siguiente
calendar-empty = Las citas se conciertan en la página de una persona, en Citas.
calendar-until = hasta { $until }
calendar-taken = Ocupado

## Mensajes

messages-nothing = Aún no hay nada escrito.
messages-wait = { $count ->
    [one] Un mensaje espera respuesta, a más tardar { $by }.
   *[other] { $count } mensajes esperan respuesta, a más tardar { $by }.
}
messages-late = { $count ->
    [one] Un mensaje debía tener respuesta a más tardar { $by }.
   *[other] { $count } mensajes debían tener respuesta a más tardar { $by }.
}
messages-answered = Nada espera respuesta.
messages-written = Lo escrito
messages-empty = Aquí está lo que esta persona y quienes la cuidan se escriben. Forma parte de la historia.
messages-you = Usted
messages-new = Nuevo
messages-new-from = { $count ->
    [one] { $names } le ha escrito.
   *[other] { $names } le han escrito.
}
messages-read = Leído { $when }
messages-read-by = Leído por { $name }, { $when }
messages-unread = Aún sin marcar como leído
messages-waits = Espera respuesta
messages-taken-back = Retirado { $when }
messages-take-back = Retirarlo
messages-take-back-says = Se queda aquí, tachado, y la otra parte ve que se retiró.
messages-take-back-keep = Retirar este mensaje
messages-settled = Respondido de otra manera:
messages-needed-none = Leído; no necesitaba respuesta.
messages-answer = Responder
messages-write = Escribir
messages-your-answer = Su respuesta
messages-your-message = Su mensaje
messages-send = Enviar
messages-mark-read = Lo he leído
messages-settle = No necesita respuesta por escrito
messages-settle-words = Cómo se respondió
messages-settle-hint = La persona lee estas palabras.
messages-settle-keep = Nada espera
messages-reaches = { $name } lo lee en su propia página cuando la abra. No se envía ningún correo.
messages-no-link = { $name } no tiene ningún enlace abierto a su página y aún no puede leerlo.
messages-make-link = Crear un enlace
messages-promise-open = Lo que escriba ahora tendrá respuesta a más tardar { $by }. Los mensajes se leen { $hours }.
messages-promise-closed = Ahora no lee nadie. Los mensajes se vuelven a leer { $from }, y lo que escriba ahora tendrá respuesta a más tardar { $by }. El horario es { $hours }.
messages-promise-none = { $practice } no ha dicho a qué horas lee. Puede pasar mucho tiempo hasta que alguien responda.
messages-not-for-help = Lo que escriba aquí no avisa a nadie. Si está en peligro o no puede esperar:
my-messages-write = Escriba a quienes le cuidan.
my-message-waits = Su mensaje espera respuesta.
my-message-waits-by = Su mensaje espera respuesta, a más tardar { $by }.
my-step-messages = escriba a quienes le cuidan

## Notas propias

notes-answer = Solo tú lees lo que hay aquí.
notes-written = Lo que escribiste
notes-empty = Aquí está lo que guardas para ti de una conversación, aparte de la historia clínica.
notes-added = Añadido { $when }
notes-add = Añadir a esta nota
notes-add-keep = Añadir
notes-write = Escribir una nota
notes-words = Tus palabras
notes-belongs = Las dosis, las constantes, las horas, los resultados, el diagnóstico, los síntomas, el plan y la evolución van en la historia clínica, donde otros puedan encontrarlos.
notes-keep = Guardar
notes-apart = Están aparte de la historia clínica, con una llave propia. Kapok no las abre para nadie más y no van en nada que se entregue. Lo que escribiste queda como está; puedes añadir.

# Preguntado en la puerta, desde lejos.
tasks-pass-asked = Se pide pasar una condición; alguien espera en la puerta
tasks-look-asked = Ver qué falla y responder
asked-waits = { $count ->
    [one] { $by } le pide pasar una condición para { $name } y espera en la puerta.
   *[other] { $count } preguntas sobre { $name } esperan su respuesta en la puerta.
}
asked-nothing = Ahora no se pregunta nada sobre { $name }.
asked-over = La puerta ya no decide nada para { $name }: se tomó una dosis o la visita terminó.
asked-by = { $by } preguntó a { $of },
asked-unanswered = Sin respuesta a tiempo. No se pasó nada.
asked-passed = { $by } la pasó para esta sesión
asked-declined = { $by } dijo que no
asked-says = Su respuesta
asked-yes = Sí, pasarla para esta sesión
asked-no = No
asked-why = Por qué
asked-password = Su contraseña, otra vez
asked-password-hint = Su nombre queda bajo esta respuesta.
asked-answer = Responder como { $name }
asked-scope = Vale solo para esta sesión y esta condición. Todo lo demás debe cumplirse.
asked-besides = Además impide la dosis
asked-to-room = A la sala
live-changed = Esta página ha cambiado: { $by }, { $when }.
live-again = Leerla de nuevo
