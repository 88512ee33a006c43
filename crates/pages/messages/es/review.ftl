## Revisión y final

person-review = Revisión
person-ending = Final
tasks-review-due = Toca mirar el conjunto
tasks-review-day = Llegó el día de la revisión
tasks-review-agree = Una revisión espera a quien receta
tasks-follow-up = { $months ->
    [one] Preguntar cómo está, un mes después del final
   *[other] Preguntar cómo está, { $months } meses después del final
}
tasks-look-review = A la revisión
tasks-look-ending = Al final
tasks-later = Previsto
tasks-from = desde el { $day }
path-review = Revisión: { $decided }
path-review-planned = Próxima revisión
path-ended-together = Terminó aquí, de común acuerdo
path-ended-client = Terminó aquí, por decisión suya
path-ended-practice = Terminó aquí, por decisión de la consulta
path-reopened = Volvió
path-follow-up = { $months ->
    [one] Se le pregunta cómo está, tras un mes
   *[other] Se le pregunta cómo está, tras { $months } meses
}
path-part-review = Revisión
path-part-ending = Final
next-hold-review = Es hora de mirar el conjunto.
next-hold-review-says = Tantas sesiones, o el día acordado: ver qué hizo el trabajo y decidir cómo sigue.
next-hold-review-go = Hacer la revisión
next-rest = En pausa, como decidió la revisión.
next-rest-says = No se abre ninguna sesión hasta que una revisión siga adelante.
next-rest-go = La revisión
next-write-ending = Una revisión decidió que esto termina.
next-write-ending-says = Escribir el final: qué queda, a quién se puede acudir y cuándo se pregunta.
next-write-ending-go = Escribir el final
next-ended-go = El final

review-answer-none = { $sessions ->
    [0] Todavía no hay sesiones ni revisiones.
    [one] Una sesión hasta ahora, y ninguna revisión.
   *[other] { $sessions } sesiones hasta ahora, y ninguna revisión.
}
review-answer-due = { $sessions ->
    [one] Una sesión desde que alguien miró el conjunto. Toca una revisión.
   *[other] { $sessions } sesiones desde que alguien miró el conjunto. Toca una revisión.
}
review-answer-day = Llegó el día de la próxima revisión.
review-answer-next = { $decided } Próxima revisión: { $on }.
review-answer-ended = El camino de { $name } terminó aquí.
review-goes-on = Sigue como está.
review-changes-pace = Sigue a otro ritmo.
review-rests = Descansa.
review-tapers = Las dosis se van retirando.
review-ends = Llega a su final.
review-choose-go-on = Seguir como está
review-choose-pace = Cambiar el ritmo
review-choose-pause = Pausa
review-choose-taper = Retirar poco a poco: menos, menores o más espaciadas
review-choose-end = Terminar
review-in-force = Lo que vale ahora
review-no-session = No se abre ninguna sesión hasta que una revisión siga adelante.
review-earlier = { $count ->
    [one] Una revisión anterior
   *[other] { $count } revisiones anteriores
}
review-looked-at = Se miró
review-of-course = El conjunto
review-of-session = La sesión { $number }
review-of-visit = Una visita
review-there = Quién estuvo
review-client-absent = sin la persona
review-client = ¿Estuvo la persona?
review-client-there = { $name } estuvo
review-client-not-there = { $name } no estuvo
review-others = Quién más estuvo
review-agreed = Conforme, quien receta
review-next-on = Próxima revisión
review-next-hint = Necesaria, salvo si termina.
review-waits-for-prescriber = Falta el nombre de quien receta. Hasta que conste, la puerta sigue contando.
review-agree-words = Lo que añade
review-agree = Dar la conformidad
review-to-ending = El final, y el camino de vuelta
review-write-ending = Escribir el final
review-new = Una revisión
review-is-due = Ya toca.
review-saw = Qué hizo, y qué no
review-saw-hint = Lo mejor y lo peor por igual. Lo que no cambió también merece una línea.
review-clients-words = Lo que dice la persona, en sus palabras
review-decides = Cómo sigue
review-pace = Cómo cambia el ritmo
review-pace-hint = Necesario para otro ritmo y para una retirada.
review-reason = Por qué
review-sign = Firmar como { $name }
review-sessions = Sesiones
review-sessions-none = No se ha dado medicina.
review-sessions-sum = { $sessions ->
    [one] Una sesión, { $mg } mg en total;
   *[other] { $sessions } sesiones, { $mg } mg en total;
} { $since ->
    [0] ninguna desde la última revisión.
    [one] una desde la última revisión.
   *[other] { $since } desde la última revisión.
}
review-gravest = El efecto adverso más grave fue de grado { $grade }.
review-no-events = No se anotó ningún efecto adverso.
review-between = { $meetings ->
    [one] Una sesión de integración,
   *[other] { $meetings } sesiones de integración,
} { $check_ins ->
    [one] un seguimiento respondido.
   *[other] { $check_ins } seguimientos respondidos.
}
review-without-dose = { $visits ->
    [one] Una visita terminó sin dosis.
   *[other] { $visits } visitas terminaron sin dosis.
}
review-measures = Lo que dicen las medidas
review-measures-none = Ninguna escala tiene un resultado de antes y otro de después.
review-words = En sus palabras
review-words-first = En la primera conversación
review-words-not-kept = No se guardó lo que quería.
review-words-since = Desde entonces
review-words-none = Todavía no hay nada escrito.

ending-answer-goes-on = El camino sigue.
ending-answer-ended = Terminó el { $on }, { $by }.
ending-answer-back = { $name } volvió el { $on }.
ending-said-together = de común acuerdo
ending-said-client = como decidió { $name }
ending-said-practice = como decidió la consulta
ending-how = Cómo terminó
ending-before = Si termina aquí
ending-before-says = Un final se escribe de común acuerdo cuando se puede, y por una parte cuando no. Ninguno es un fracaso.
ending-keeps-record = El historial queda, y sigue siendo suyo para leerlo.
ending-keeps-help = Sus propias páginas se siguen abriendo, con a quién llamar.
ending-keeps-way-back = Volver es un solo paso, con lo que ha cambiado.
ending-lozenges-out = { $left ->
    [one] Según el recuento, falta una pastilla por volver.
   *[other] Según el recuento, faltan { $left } pastillas por volver.
}
ending-by = De quién es la decisión
ending-together = Se decide de común acuerdo
ending-client = Lo decide { $name }
ending-practice = Lo decide la consulta
ending-why = Qué clase de final
ending-why-complete = Aquello por lo que vino está hecho
ending-why-enough = Por ahora es suficiente
ending-why-said-no = Dijo que no a más; no se pregunta el motivo
ending-why-not-helping = No ayuda, o ya no
ending-why-not-safe = No es seguro seguir
ending-why-another-path = Sigue en otro lugar
ending-why-against-advice = Se fue contra el consejo, y es bienvenida
ending-why-out-of-touch = Ya no se sabe de la persona
ending-reason = Por qué, en palabras que la persona puede leer
ending-reason-hint = Claro y amable. Lo lee en sus propias páginas.
ending-clients-words = Por qué, en sus palabras
ending-takes-along = Qué se lleva
ending-takes-hint = Una práctica, una frase, un lugar: en sus palabras.
ending-reachable = A quién puede acudir, y cómo
ending-reachable-hint = Un nombre, una vía y cuándo. La persona lo lee.
ending-medicine = La medicina entregada
ending-medicine-none = No queda ninguna
ending-medicine-returned = Lo que quedaba volvió y se contó
ending-medicine-out = Algo sigue fuera, o nadie lo sabe
ending-medicine-words = Lo que se sabe de ello
ending-medicine-hint = Necesario si algo sigue fuera.
ending-letter = Carta o nota de traspaso
ending-letter-hint = Borrador hecho con lo anotado. Por favor, léalo, cámbielo o déjelo vacío.
ending-follow-ups = Preguntar cómo está
ending-follow-ups-none = Prefiere que no se le pregunte.
ending-follow-up = { $months ->
    [one] Tras un mes: { $on }
   *[other] Tras { $months } meses: { $on }
}
ending-asked = Se preguntó
ending-to-ask = Toca preguntar
ending-to-tasks = A lo que espera
ending-ask-later = Agradece que se le pregunte, tras { $months } meses
ending-ask-never = Prefiere que no se le pregunte
ending-new = Escribir el final
ending-sign = Firmar como { $name }
ending-came-back = Volvió el { $on }
ending-earlier = Finales anteriores
ending-return = { $name } vuelve
ending-return-says = La autorización se decide de nuevo, y nada se explica dos veces.
ending-changed = Qué ha cambiado desde entonces
ending-changed-hint = Salud, medicamentos, vida. Los hechos nuevos van también al historial.
ending-clients-words-back = Lo que dice, en sus palabras
ending-open-again = Abrir el camino de nuevo

letter-sessions = { $sessions ->
    [one] { $name }: una sesión con medicina el { $from }, { $mg } mg en total.
   *[other] { $name }: { $sessions } sesiones con medicina del { $from } al { $until }, { $mg } mg en total.
}
letter-no-session = { $name }: no hubo ninguna sesión con medicina.
letter-between = Sesiones de integración: { $meetings }. Seguimientos respondidos: { $check_ins }.
letter-measure = { $scale }: { $from } → { $to }. { $change }
letter-events = Efectos adversos: { $events }.
letter-no-events = No se anotó ningún efecto adverso.
letter-lozenges = Pastillas que quedan según el recuento: { $left }.
letter-unapproved = La ketamina se dio en pastilla sublingual, fuera de su uso autorizado, dentro de una psicoterapia.

my-review-ended = Terminamos el { $on }.
my-review-next = Lo miramos de nuevo juntos: { $on }.
my-review-none = Todavía no hemos mirado nada en conjunto.
my-review-none-says = De vez en cuando miramos en conjunto qué hace esto por usted, y usted dice cómo sigue. Lo que veamos estará aquí.
my-review-takes-along = Lo que se lleva
my-review-reachable = A quién puede acudir
my-review-asked = Le preguntamos cómo está
my-review-way-back = El camino de vuelta queda abierto. No hace falta un motivo, y nada se explica dos veces.
my-step-review = Lo que miramos en conjunto
my-step-review-says = qué hizo, y cómo sigue
my-step-review-ended = cómo terminamos, y a quién puede acudir
sessions-rest-ended = Este camino terminó aquí. Se puede abrir de nuevo en la página del final.
sessions-rest-paused = Una revisión decidió una pausa. Una revisión que siga adelante abre el camino.
sessions-rest-waits = Quiere esperar. Cuando quiera seguir, se dice en la consulta.
sessions-rest-not-now = Ambas partes vieron no seguir ahora. La consulta se puede concluir de nuevo.
next-dose-course = Lo que decidió la revisión
figure-dosing-sessions-between-reviews = Sesiones tras las que toca una revisión

screening-since-page = Desde que abrió esta página
screening-since = Desde la decisión
screening-since-raised = Hallazgo nuevo
screening-since-told = Se dijo
screening-since-new = Hecho nuevo
screening-since-corrected = Corregido
screening-since-more = { $count ->
    [one] Un hecho más
   *[other] { $count } hechos más
}
screening-no-bearing = Leído: no influye
screening-read-by = Lo leyó { $by } el { $on }: no influye.
screening-were-read = { $count ->
    [one] Uno que una persona leyó
   *[other] { $count } que una persona leyó
}
screening-read-words = Lo que hay que decir de ellos
screening-read-hint = Solo lo marcado. Un hecho que cambia se lee de nuevo.
screening-read-sign = Firmar como { $name }: leído, no influye
screening-write-in = Anotarlo
history-add-work-up = Una parte del estudio previo
history-part = Qué se hizo
history-done-on = Qué día
history-done-by = Quién lo hizo
history-done-by-hint = Un nombre, un laboratorio, una consulta.
history-result = Qué resultó
history-result-number = Un número, en { $unit }.
history-result-sign = La palabra: positivo o negativo.
history-result-words = En una línea.
history-result-any = Un número para un valor de laboratorio; positivo o negativo para un test de embarazo; si no, una línea.
