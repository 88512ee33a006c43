## De la persona: una escala

my-scale-phq-9 = Cómo fueron las últimas dos semanas
my-scale-gad-7 = Preocupación e inquietud en las últimas dos semanas
my-scale-pcl-5 = Lo que dejó una experiencia dura
my-scale-peg = El dolor en la última semana
my-scale-rand-36-energy = La energía en las últimas cuatro semanas
my-scale-rand-36-pain = El dolor en las últimas cuatro semanas
my-scale-audit-c = El alcohol
my-scale-asq = Cuatro preguntas sobre su seguridad
my-scale-says = Elija una respuesta en cada línea. Puede dejar alguna sin responder. No hay respuestas correctas.
my-scale-one-by-one = Una pregunta cada vez. Cada respuesta se guarda enseguida; puede parar y volver.
my-scale-in-english = Este cuestionario se muestra en inglés, con sus palabras probadas. Si quiere, podemos leerlo juntos: díganoslo.
my-scale-keep = Guardar mis respuestas
my-scale-decline = No, gracias
my-scale-thanks = Gracias. Sus respuestas están guardadas.
my-scale-kept = Podrá hablar de ellas en su próximo encuentro.
my-scale-left-out = Dejó sin responder la pregunta { $item }. Alguien le preguntará por ella.

## Nombres de escalas y niveles

scale-gad-7 = ansiedad
scale-pcl-5 = trauma
scale-peg = dolor
scale-rand-36-energy = energía
scale-rand-36-pain = ausencia de dolor
scale-audit-c = alcohol
scale-asq = seguridad
band-below-cut = menos de 31
band-within-cut = de 31 a 33
band-above-cut = más de 33
band-below-limits = bajo los límites
band-limit-for-women = límite para mujeres
band-limit-for-all = límite para todos
band-negative = negativo
band-positive = positivo
band-acute = agudo
scale-decimal = { $whole },{ $tenth }

## Las medidas de una persona

measures-risk = Una respuesta pide que alguien la mire: { $when }.
measures-worse-first = { $scale } empeoró: { $when }. Antes de la próxima dosis lo mira quien prescribe.
measures-newest = { $scale }: { $score }, { $when }.
measures-newest-told = { $scale }: { $score }, { $when }. { $says }
measures-none = Ninguna escala se ha rellenado con puntuación.
measures-empty = No se ha rellenado nada. Lo que pida abajo espera en las páginas propias de la persona.
measures-baseline = antes de la medicina
measures-after = día { $day } después de una sesión
measures-review = revisión
measures-follow-up = { $months ->
    [one] un mes después
   *[other] { $months } meses después
}
measures-between = entre medias
measures-line = { $scale } a lo largo del tiempo; la tabla de abajo dice lo mismo
measures-table = { $count ->
    [one] Una línea, como tabla
   *[other] { $count } líneas, como tabla
}
measures-caption = { $scale }, respuestas y dosis
measures-when = Cuándo
measures-what = Escala
measures-score = Puntuación
measures-band = Nivel
measures-change = Cambio
measures-occasion = Ocasión
measures-by = Rellenado por
measures-by-client = la persona
measures-no-score = faltan respuestas
measures-dose = Sesión con medicina, { $mg } mg en total
measures-answers-short = Respuestas
measures-open-of = Respuestas del { $when }
measures-answers = { $scale }, respuestas del { $when }
measures-answer-none = sin responder
measures-close = Cerrar las respuestas
measures-reliably-better = Mejor de forma fiable, en { $by }: más que el ruido propio de la medida ({ $points }).
measures-reliably-worse = Peor de forma fiable, en { $by }: más que el ruido propio de la medida ({ $points }).
measures-within-noise = Cambió en { $by }: dentro del ruido propio de la medida (menos de { $points }).
measures-noise-not-known = Cambió en { $by }. No se sabe cuánto oscila esta medida por sí sola.
measures-lower-is-better = Más bajo es mejor.
measures-higher-is-better = Más alto es mejor.
measures-meaningful-better = Bastante para notarse en la vida diaria, a mejor.
measures-meaningful-worse = Bastante para notarse en la vida diaria, a peor.
measures-meaningful-no = Demasiado poco para notarse mucho en la vida diaria.
measures-response = La mitad o más de la primera puntuación desapareció: respuesta.
measures-response-no = Desapareció menos de la mitad de la primera puntuación: sin respuesta.
measures-remission = Menos de { $below }: remisión.
measures-remission-no = No menos de { $below }: sin remisión.
measures-figures = Cifras, texto y condiciones
measures-figure-noise = El ruido propio de la medida: { $points } puntos
measures-figure-meaningful = Se nota en la vida diaria: desde { $worse } puntos a peor, desde { $better } a mejor
measures-figure-response = Respuesta: desapareció el { $percent } % de la primera puntuación
measures-figure-remission = Remisión: menos de { $below }
measures-figure-bands = Niveles
measures-figure-limits = Límites: { $women } para mujeres, { $men } para hombres
measures-figure-wording = Texto comparado con
measures-figure-notice = Aviso
measures-not-verified = { $source } (sin verificar)
measures-worse-title = Puntuaciones que empeoraron
measures-worse = { $scale } de { $from } a { $to }: peor
measures-worse-line = línea { $line }
measures-worse-not-reliable = Aún dentro del ruido propio de la escala, que acaba en { $points } puntos. Pide una mirada de todos modos.
measures-worse-holds = La próxima dosis espera hasta que lo mire quien prescribe.
measures-before-dose = frente a la última puntuación antes de la dosis más reciente
measures-from-baseline = frente a la puntuación antes de la medicina
measures-review-title = Mirarlo
measures-review-words = Qué ve y qué sigue
measures-waits = Pedido
measures-waits-none = Nada espera respuesta.
measures-withdraw = Retirar { $scale }
measures-ask = Pedir escalas
measures-due = Es momento de las marcadas: { $occasion }.
measures-due-none = Según el protocolo no es momento de ninguna.
measures-ask-for-these = Pedir estas
measures-risk-title = Riesgo
measures-sign-item = PHQ-9, línea { $item }: ideas de estar mejor sin vida, o de hacerse daño
measures-sign-left-out = PHQ-9, línea { $item } sin responder
measures-sign-check-in = Seguimiento del día { $day }: pensamientos de hacerse daño
measures-sign-intake = Cuestionario de salud: pensamientos de hacerse daño
measures-sign-acute = ASQ: pensamientos de matarse en este momento. No se queda a solas
measures-sign-positive = ASQ: positivo, no en este momento. Una valoración de seguridad antes de irse
measures-sign-not-known = ASQ: positivo, y la quinta pregunta está abierta. Pregúntela ahora
measures-usual = Atención habitual
measures-raised = Elevado
measures-acute = Agudo
measures-usual-says = No más que la atención habitual.
measures-raised-says = Un plan de seguridad y más contacto.
measures-acute-says = No se queda a solas, plan de emergencia. Sin dosis.
measures-assess = Valorar
measures-found = Qué encontró
measures-follows = Qué sigue
measures-keep = Guardar con mi nombre

## El curso propio de la persona

my-courses = Qué dicen sus respuestas con el tiempo
my-courses-says = Los números son una manera de mirar. Usted y su terapeuta los miran juntos.
