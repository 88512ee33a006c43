## Hoy

today-page-title = Hoy
today-title-begin = Su consulta está lista. Aún no ha escrito nadie.
today-title-coming = { $count ->
    [0] Hoy no viene nadie.
    [one] Hoy viene una persona.
    [2] Hoy vienen dos personas.
    [3] Hoy vienen tres personas.
    [4] Hoy vienen cuatro personas.
   *[other] Hoy vienen { $count } personas.
}
today-title-first-days = { $count ->
    [one] { $names } está en las primeras 72 horas.
   *[other] { $names } están en sus primeras 72 horas.
}
today-title-first-days-many = { $count } están en sus primeras 72 horas.
today-title-wrote = { $count ->
    [one] Le ha escrito una persona.
   *[other] Le han escrito { $count } personas.
}
today-waiting-count = { $count ->
    [one] una cosa le espera
   *[other] { $count } cosas le esperan
}
today-begin-look = Lea su página pública como la leería alguien que necesita ayuda.
today-begin-send = Dé su dirección a quienes pregunten por usted.
today-begin-read = Lo que escriban aparecerá aquí, para que responda.
today-begin-public = Ver la página pública
today-begin-by-hand = Anotar un mensaje a mano
today-title-in-room = { $count ->
    [one] { $names } está en la sala.
   *[other] { $names } están en la sala.
}
today-in-room = En la sala ahora
today-in-room-since = desde
today-window-met = { $count ->
    [one] Un encuentro desde la dosis
   *[other] { $count } encuentros desde la dosis
}
today-coming = Vienen
today-tomorrow = Mañana
today-coming-nobody = No hay nadie citado para el resto del día.
today-minutes = { $minutes } min
today-waits = Me espera
today-task-opened = { $what }: { $name }
today-mine = se encarga usted
today-anothers = se encarga { $name }
today-due = para ver antes de
today-was-due = era para ver antes de
today-title-risk = { $count ->
    [one] Una respuesta de { $names } mostró un riesgo.
   *[other] Respuestas de { $names } mostraron un riesgo.
}
today-title-call = Alguien tiene que llamar a { $names }.
today-calls = Hace falta una persona
today-calls-why = De qué se trata es para quienes acompañan a esa persona. Quien lea esto se asegura de que una de ellas, o el médico, lo sepa.
today-call = Alguien tiene que llamar a { $name }
today-call-nobody = nadie lo ha hecho desde
today-title-overdue = { $count ->
    [one] Una cosa ha pasado de su plazo.
   *[other] { $count } cosas han pasado de su plazo.
}
today-task-answer-message = { $count ->
    [one] Responder a { $name }
   *[other] Responder a { $name }: { $count } mensajes
}
today-task-book-integration = Reservar integración para { $name }
today-task-decide-screening = Decidir la evaluación de { $name }
today-enquiries = Mensajes nuevos
today-window = En la ventana
today-window-nobody = Nadie está en las dos semanas tras una dosis.
today-window-hours = { $hours } h
today-window-day = día { $day }
today-window-quiet = En silencio desde el { $date }
today-window-integration = Integración: { $when }
today-window-not-booked = Sin integración reservada. El protocolo la pide antes de: { $by }.
today-window-integration-late = Integración: { $when }. El protocolo la pide antes de: { $by }.
today-window-not-met = No hubo integración. El protocolo la pedía antes de: { $by }.

## Personas

people-page-title = Personas
people-title = { $count ->
    [0] Todavía no hay nadie en el camino.
    [one] Hay una persona en el camino.
   *[other] Hay { $count } personas en el camino.
}
people-title-found = { $count ->
    [0] Nadie se llama «{ $search }».
    [one] Una persona se llama «{ $search }».
   *[other] { $count } personas se llaman «{ $search }».
}
people-nobody-yet = Las personas llegan por su página pública. Lo que escriben es el primer paso de su camino.
people-nobody-found = Pruebe con una parte del nombre o con otra grafía.
people-search = Buscar por nombre
people-find = Buscar
people-everyone = Ver a todas

stage-enquiry = escribió, espera respuesta
stage-consultation = con invitación a una primera conversación
stage-screening = evaluación médica
stage-consent = consentimiento
stage-preparation = en preparación
stage-ready = a punto para una sesión
stage-medicine-session = en sesión ahora
stage-window = en la ventana
stage-integration = en integración
stage-paused = en pausa
stage-ended = terminado
stage-declined = este no es el lugar ahora

## Un mensaje abierto

opened-page-title = Mensaje de { $name }
opened-waits = Escribió { $when }, y espera respuesta.
opened-invited = Con invitación a una primera conversación, { $when }.
opened-declined = Respuesta dada { $when }: este no es el lugar ahora.
opened-brings = Lo que le trae
opened-brings-nothing = Lo dejó abierto. Puede preguntarlo cuando hablen.
opened-contact = Cómo comunicarse
opened-reach = Sobre cómo comunicarse
opened-language = Responder en
opened-answer = Su respuesta
opened-invite = Invitar a una primera conversación
opened-decline = Este no es el lugar ahora
opened-decline-reason = Si no lo es: ¿por qué?
opened-decline-hint = La persona puede leer estas palabras. Si puede, nombre otro lugar.
opened-keep = Guardar esta respuesta
opened-tell = Kapok no se lo comunica. Por favor, llame o escriba, como pidió.
opened-not-yours = A los mensajes responde un terapeuta.
opened-next = Lo que sigue
opened-next-talk = La primera conversación: qué espera, qué ha probado, qué pregunta. Termina con una decisión que toman en común.
opened-reason = El motivo que se dio
