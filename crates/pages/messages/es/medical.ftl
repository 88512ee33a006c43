## La parte médica: historia, cribado, protocolo, receta

# Lo que comparten las páginas médicas

medical-unreadable = Por favor, revise esto. Así no se puede leer.
medical-someone-here = alguien de la consulta
medical-themselves = la propia persona
medical-kapok = Kapok
medical-month-of-year = { $month } de { $year }
medical-between = entre { $from } y { $until }
medical-conditions = Enfermedades
medical-medicines = Medicamentos
medical-allergies = Alergias
medical-procedures = Procedimientos
medical-observations = Mediciones y hallazgos
medical-pregnancies = Embarazo
medical-family = Enfermedades en la familia
medical-active = activo
medical-done = hecho
medical-past = pasado
medical-not-taken = no se toma
medical-planned = previsto
medical-entered-in-error = anotado por error
medical-refuted = descartado
medical-status-unknown = no consta si sigue activo
medical-from-record = { $document }, { $resource }, incorporado el { $on }
medical-by-hand = Anotado a mano por { $by } el { $on }
medical-own-answer = Su propia respuesta, { $on }
medical-own-answer-check-in = Su propia respuesta en el seguimiento del día { $day }, { $on }
medical-source-default = valor propio de este programa, sin verificar
medical-certainty-source = Leído en la fuente
medical-certainty-secondary = Leído en una página secundaria
medical-certainty-unverified = Aún sin verificar
medical-certainty-default = Valor propio de este programa
medical-certainty-computed = Calculado de otras cifras
medical-certainty-practice = Fijado por esta consulta
medical-day-asks = el día { $day }: { $count }
medical-above = más de { $amount }
medical-at-or-above = { $amount } o más
medical-below = menos de { $amount }
medical-at-or-below = { $amount } o menos
medical-range = de { $low } a { $high }
medical-years = { $amount } { $many ->
    [one] año
   *[other] años
}
medical-months = { $amount } { $many ->
    [one] mes
   *[other] meses
}
medical-weeks = { $amount } { $many ->
    [one] semana
   *[other] semanas
}
medical-days = { $amount } { $many ->
    [one] día
   *[other] días
}
medical-nights = { $amount } { $many ->
    [one] noche
   *[other] noches
}
medical-readings = { $amount } { $many ->
    [one] medición
   *[other] mediciones
}
medical-sessions = { $amount } { $many ->
    [one] sesión
   *[other] sesiones
}
medical-boosters = { $amount } { $many ->
    [one] refuerzo
   *[other] refuerzos
}
medical-points = { $amount } { $many ->
    [one] punto
   *[other] puntos
}
medical-points-of-ten = { $amount } { $many ->
    [one] punto
   *[other] puntos
} de 10
medical-signals = { $amount } { $many ->
    [one] señal
   *[other] señales
}
medical-level = nivel { $amount }
medical-grade = grado { $amount }
medical-hour-of-day = { $amount } horas
medical-times-normal = { $amount } veces el límite superior normal
medical-percent = { $amount } %

# La historia

history-nothing = Aún no se sabe nada de su salud.
history-told-only = { $facts ->
    [one] Se conoce un dato, anotado
   *[other] Se conocen { $facts } datos, anotados
} a mano. No se ha incorporado ningún historial.
history-known = { $facts ->
    [one] Se conoce un dato.
   *[other] Se conocen { $facts } datos.
} El último historial es { $document } ({ $when }).
history-unread = { $unread ->
    [one] Una parte no se pudo leer.
   *[other] { $unread } partes no se pudieron leer.
}
history-empty = Ni historial, ni enfermedad, ni medicamento: aún no se ha dicho nada.
history-empty-first = Incorpore un historial o anote lo que le cuenten. No saber nada no es un visto bueno.
history-person = La persona
history-born = Nacimiento
history-born-unknown = no se sabe
history-sex = Sexo en el historial
history-birth-sex = Sexo registrado al nacer
history-deceased = Consta como fallecida
history-deceased-said = Lo dice un historial. Averigüe de quién es.
history-female = femenino
history-male = masculino
history-other-sex = otro
history-sex-unknown = no se sabe
history-records = Historiales incorporados
history-record-counts = { $resources ->
    [one] Una entrada
   *[other] { $resources } entradas
}: { $added } nuevas, { $changed } con otra redacción.
history-changed = { $count ->
    [one] Cambiado por él: un dato
   *[other] Cambiado por él: { $count } datos
}
history-status-changed = { $fact }: { $before }, ahora { $after }
history-words-changed = { $before }: ahora dice «{ $after }»
history-details-changed = { $fact }: sus fechas, valores o detalles dicen otra cosa
history-absent = { $count ->
    [one] Un dato de su lectura anterior ya no está en él. Se conserva: que falte no significa que haya terminado.
   *[other] { $count } datos de su lectura anterior ya no están en él. Se conservan: que falten no significa que hayan terminado.
}
history-left-out = { $unread ->
    [one] Una entrada necesita su mirada:
   *[other] { $unread } entradas necesitan su mirada:
}
history-is-the-person = { $kind }: la persona
history-read-with-others = { $count } { $kind }: leído junto con otros
history-no-rule-reads = { $count } { $kind }: ninguna regla los lee
history-more = { $count ->
    [one] Uno más
   *[other] { $count } más
}
history-earlier = { $count ->
    [one] Una vez antes
   *[other] { $count } veces antes
}
history-since = desde { $date }
history-until = hasta { $date }
history-read-as = las reglas lo leen como { $concept }
history-modifier = contiene algo que no se entiende
history-date-not-understood = fecha que no se entiende: { $text }
history-corrected = Mostrado como erróneo por { $by } el { $on }:
history-no-file = Por favor, elija primero un archivo.
history-too-large = Este archivo supera los { $megabytes_max } MB. Por favor, exporte un período más corto e incorpórelo por partes.
history-file-empty = Este archivo está vacío. Por favor, expórtelo de nuevo.
history-xml = Este archivo es XML. Por favor, exporte el historial como FHIR R4 en JSON.
history-pdf = Este archivo es un PDF, para que lo lean personas. Por favor, pida el historial como FHIR R4 en JSON.
history-not-text = Este archivo no es un texto que se pueda leer aquí. Por favor, exporte el historial como FHIR R4 en JSON.
history-compressed = Este archivo está comprimido. Por favor, descomprímalo primero y elija el archivo de dentro.
history-not-json = Este archivo no es JSON: la lectura se detuvo en la línea { $line }. Por favor, expórtelo de nuevo.
history-truncated = Este archivo termina a la mitad, en la línea { $line }. Se cortó. Por favor, expórtelo de nuevo; no se incorporó nada.
history-ndjson = Este archivo tiene una entrada por línea, como las exportaciones masivas. Por favor, exporte el historial como un solo Bundle.
history-not-fhir = Este archivo es JSON, pero no un historial en FHIR. Por favor, elija otro.
history-other-version = Este historial parece FHIR { $version }. Por favor, expórtelo como R4.
history-two-people = Este archivo trata de { $count } personas. Por favor, exporte una persona cada vez; no se incorporó nada.
history-other-name = Este historial nombra a { $name }; esta página es de { $person }. No se incorporó nada. Si es la misma persona, indíquelo abajo y elija el archivo de nuevo.
history-add = Añadir
history-add-fact = Una enfermedad, un medicamento o una alergia
history-add-pressure = Una presión arterial
history-add-weight = Añadir un peso
history-kilograms = Kilogramos
history-weighed = Pesado el
history-add-person = Fecha de nacimiento, sexo
history-add-correction = Mostrar que algo es erróneo
history-record = Un historial
history-record-hint = Un archivo FHIR R4 en JSON, como lo exporta el sistema de un hospital o de un médico; hasta 32 MB.
history-theirs = Me he asegurado: este historial es de { $person }
history-take-in = Incorporarlo
history-nothing-new = Todo lo de este historial ya se conoce. No añade nada y nada cambió.
history-keep = Guardar
history-kind-condition = Enfermedad
history-kind-medicine = Medicamento
history-kind-allergy = Alergia
history-now = Ahora
history-over = Ya pasó
history-kind = Qué es
history-words = En palabras, con la dosis si es un medicamento
history-status = Ahora o ya pasado
history-date = Desde cuándo
history-date-hint = Tan exacto como se sepa: 2019, 2019-03 o 2019-03-11.
history-systolic = Valor superior, mmHg
history-diastolic = Valor inferior, mmHg
history-measured = Fecha de la medición
history-sex-unsaid = dejar como está
history-birth-date = Fecha de nacimiento
history-sex-hint = Como consta en los historiales; algunos límites dependen de ello.
history-refuted = Se examinó y no es así
history-error = Anotado por error, o de otra persona
history-which = Cuál
history-what-is-it = Qué es en realidad
history-evidence = Qué lo demuestra

# El cribado

screening-no-protocol = No hay ningún protocolo en vigor: no rige ningún límite y no se puede decidir nada.
screening-to-protocol = Abrir el protocolo
screening-not-screened = Aún no se puede cribar a { $name }.
screening-nothing-known = Aún no se sabe nada de la salud de { $name }, y eso no es un visto bueno.
screening-ended = { $name } no puede recibir dosis ahora: la autorización terminó el { $until }.
screening-reopened = { $name } no puede recibir dosis ahora: la historia ha cambiado desde la decisión.
screening-deferred = { $name } aún no puede recibir dosis: la decisión está aplazada.
screening-not-cleared = { $name } no tiene autorización.
screening-nothing-stops = Ninguna regla encontró nada que impida una dosis. { $name } espera la decisión de quien prescribe.
screening-only-missing = { $name } aún no puede recibir dosis. { $missing ->
    [one] Falta una prueba
   *[other] Faltan { $missing } pruebas
} y una decisión.
screening-stops = { $name } aún no puede recibir dosis. { $stops ->
    [one] Un hallazgo lo impide
   *[other] { $stops } hallazgos lo impiden
}.
screening-stops-and-missing = { $name } aún no puede recibir dosis. { $stops ->
    [one] Un hallazgo lo impide
   *[other] { $stops } hallazgos lo impiden
}, y { $missing ->
    [one] falta una prueba
   *[other] faltan { $missing } pruebas
}.
screening-cleared = { $name } tiene autorización hasta el { $until }.
screening-cleared-open = { $name } tiene autorización hasta el { $until }, con { $open ->
    [one] una condición abierta
   *[other] { $open } condiciones abiertas
}.
screening-pressure-uncontrolled = Presión arterial por encima del límite
screening-control-unknown = Presión arterial alta, sin medición reciente
screening-to-client = Lo que { $name } lee de sus medicamentos ese día
screening-to-client-hint = Con sus palabras: qué tomar esa mañana y qué no. Kapok no aconseja nada.
screening-adverse-event = Un acontecimiento adverso grave en una sesión
screening-emergency-signs = Signos vitales más allá de un límite de emergencia en una sesión
screening-pressure-raised = Presión arterial elevada
screening-hypertension-controlled = Presión arterial alta, controlada
screening-age-unknown = Edad desconocida
screening-age-below = Por debajo del límite de edad
screening-age-reduced = Edad para una primera dosis reducida
screening-deceased = Un historial dice que esta persona ha fallecido
screening-read = Leído el { $on } según el protocolo { $number }.
screening-stops-title = Impide una dosis hasta que se resuelva
screening-no-stops = Ninguna regla encontró nada aquí. Las reglas solo conocen lo que está en la historia.
screening-looks-title = Pide una mirada
screening-mark-stops = Impide
screening-mark-look = Mirar
screening-mark-inform = Saber
screening-stricter = El historial no lo dice, así que cuenta la lectura más estricta.
screening-limit = Límite
screening-source = Fuente
screening-settled-by = Se resuelve con
screening-unconfirmed = sin confirmar desde { $date }
screening-limit-readings = { $limit }, en { $readings } mediciones
screening-measure-twice-one-day = Dos mediciones el mismo día, en reposo y con la persona sentada.
screening-measure-twice = Dos mediciones, en reposo y con la persona sentada.
screening-weigh-or-measure = Sopesar el beneficio frente a la subida esperable, o medir de nuevo.
screening-ask-birth = Preguntar la fecha de nacimiento.
screening-out-of-scope = Fuera de alcance por debajo de esta edad.
screening-half-dose = Empezar con la mitad de la primera dosis.
screening-whose-record = Averiguar de quién es este historial y qué es cierto.
screening-by-decision = O la decisión razonada de quien prescribe.
screening-by-reading = Léalo antes de decidir; no impide una dosis.
screening-by-correction = Una corrección con su prueba; ninguna decisión lo quita.
screening-by-fact = Un dato más reciente; ninguna decisión lo quita.
screening-by-nothing = Nada lo quita.
screening-mark-missing = Falta
screening-missing-no-pass = Una prueba que falta no es un visto bueno.
screening-work-up-title = El estudio, tal como se leyó
screening-work-up-old = caducado
screening-work-up-unread = su unidad o su valor los debe leer una persona
screening-work-up-ours = leído como { $value }
screening-odd-value-range = un valor apenas posible en esta unidad
screening-odd-negative = un valor por debajo de cero
screening-odd-pregnancy-number = una prueba de embarazo que da un número y ningún resultado
screening-eyes-title = Para sus ojos
screening-all-understood = Alguna regla entendió cada dato
screening-all-facts = { $facts ->
    [one] El único dato
   *[other] Los { $facts } datos
}, con su procedencia
screening-odd-unit = una presión en una unidad que no se entiende
screening-odd-order = la presión superior no supera a la inferior
screening-odd-pressure = una presión apenas posible
screening-odd-pregnancy = un embarazo más largo que ninguno
screening-odd-value = un valor en una unidad que no se entiende
screening-odd = Apenas posible
screening-not-understood = No se entiende
screening-over = { $count ->
    [one] Uno más que ya pasó
   *[other] { $count } más que ya pasaron
}, sin que ninguna regla lo entienda
screening-plain = { $count ->
    [one] { $count } dato solo de trabajo, estudios o trámites
   *[other] { $count } datos solo de trabajo, estudios o trámites
 }
screening-answered = Respondido: la dosis puede darse
screening-times = { $times } veces
screening-cleared-word = Autorizado
screening-conditions-word = Autorizado con condiciones
screening-deferred-word = Aplazado
screening-not-cleared-word = No autorizado
screening-may = La dosis puede darse de todos modos
screening-stands = Lo impide
screening-your-answer = Su respuesta
screening-because = Porque
screening-decided = La decisión
screening-reopened-mark = Reabierta: la historia ha cambiado desde entonces.
screening-ended-mark = Terminada: pasó su último día.
screening-decision = Decisión
screening-prescriber-decides = Nadie ha decidido aún. Decide quien prescribe, con su nombre debajo.
screening-signed-by = Firmado por
screening-signed-on = Firmado
screening-valid-until = Válido hasta
screening-under-protocol = Según
screening-protocol-number = protocolo { $number }
screening-conditions = Condiciones
screening-met = Cumplida
screening-open = Abierta
screening-is-met = Ya se cumple
screening-until-hint = Para una autorización; como muy tarde, { $latest }.
screening-your-decision = Su decisión
screening-reason = Por qué, o qué debe ocurrir antes
screening-reason-hint = Queda en el historial con su nombre.
screening-conditions-hint = Solo con una autorización con condiciones, una por línea.
screening-sign = Firmar como { $name }
screening-kapok-decides-nothing = Las respuestas están junto a los hallazgos. Kapok no decide nada aquí.
screening-earlier = { $count ->
    [one] Una decisión anterior
   *[other] { $count } decisiones anteriores
}

# El protocolo

protocol-title = El protocolo
protocol-sign-anew = Firmar una versión nueva
protocol-unsigned = No se ha firmado ningún protocolo. Nadie puede recibir autorización ni receta hasta que lo firme quien prescribe.
protocol-in-force = La versión { $number } está en vigor hasta el { $until }, firmada por { $by }.
protocol-over = La versión { $number } estuvo en vigor hasta el { $until }. Ahora no hay ningún protocolo en vigor.
protocol-shipped = Estas son las cifras tal como vienen. Entran en vigor cuando las firma quien prescribe.
protocol-signed = Firmado por { $by },
protocol-how = Aquí está cada cifra con la que actúa el programa. { $asked ->
    [one] Una de ellas no es
   *[other] { $asked } de ellas no son
} evidencia publicada: cada una necesita su propio sí.
protocol-sign-title = Versión { $number }
protocol-expires = En vigor hasta
protocol-expires-hint = El último día. Después, nadie puede recibir dosis hasta que se firme otra versión.
protocol-sign = Firmar como { $name }
protocol-whole = La versión se guarda entera, con su nombre, y cada decisión dice según cuál se tomó.
protocol-remaining = { $count ->
    [one] Una cifra aún espera
   *[other] { $count } cifras aún esperan
} su sí
protocol-before = Hasta ahora: { $value }
protocol-yes = Sí
protocol-unverified = Sin verificar
protocol-read = Con fuente

# Recetas

prescription-in-force = { $name } puede recibir hasta { $most } mg por sesión, hasta el { $until }.
prescription-none = No hay nada recetado para { $name }.
prescription-none-now = Ninguna receta de { $name } está en vigor ahora.
prescription-empty = Aún no hay ninguna receta.
prescription-empty-first = La escribe quien prescribe; una sesión necesita una en vigor.
prescription-now = En vigor
prescription-past = Ya no en vigor
prescription-replaced = sustituida por la n.º { $number }
prescription-replaces = Una vez firmada, sustituye a la n.º { $number }.
prescription-revoked = retirada
prescription-holds = En vigor
prescription-over = terminada
prescription-revoked-on = Retirada el { $on }:
prescription-signed = Firmada por { $by } según el protocolo { $protocol },
prescription-headline = N.º { $number }: { $lozenges ->
    [one] una pastilla
   *[other] { $lozenges } pastillas
} de { $strength } mg
prescription-booster-up-to = hasta { $mg } mg, a partir del minuto { $minute }
prescription-no-booster = ninguno
prescription-tier = Nivel
prescription-most = Máximo por sesión
prescription-mg = { $mg } mg, con el refuerzo
prescription-booster = Refuerzo
prescription-hold = En la boca
prescription-minutes = { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}, bajo la lengua
prescription-afterwards = Después
prescription-until = Válida hasta
prescription-above = Motivo para superar el tope habitual
prescription-counted = llegaron { $came }, salieron { $gone }, debería haber { $left }
prescription-not-counted = aún sin contar
prescription-lozenges-counted = Pastillas
prescription-psycholytic = psicolítico
prescription-moderate = moderado
prescription-swallow = se traga
prescription-spit = se escupe
prescription-new = Una receta nueva
prescription-no-protocol = No hay ningún protocolo en vigor. No se puede recetar nada hasta que se firme uno.
prescription-revoke = Retirarla
prescription-revoke-reason = Por qué
prescription-take-back = Retirarla
prescription-count = Contar pastillas
prescription-which = De qué receta
prescription-fate = Qué pasó con ellas
prescription-how-many = Cuántas
prescription-lot = Lote
prescription-witness = Quién más lo vio
prescription-keep-count = Guardar el recuento
prescription-psycholytic-up-to = Psicolítico, hasta { $mg } mg
prescription-moderate-up-to = Moderado, hasta { $mg } mg
prescription-hold-hint = De { $low } a { $high } minutos según el protocolo.
prescription-most-hint = Todo lo de una sesión junto, con el refuerzo.
prescription-first = El protocolo en vigor empieza una primera sesión con { $mg } mg.
prescription-first-reduced = El protocolo en vigor empieza esta primera sesión con { $mg } mg: { $because }.
prescription-reduced-age = a partir de { $years } años
prescription-reduced-age-not-known = no se conoce la edad
prescription-reduced-weight = por debajo de { $weight }
prescription-reduced-weight-not-known = no hay un peso vigente
prescription-above-first = Más de lo que el protocolo prevé para empezar una primera sesión: { $mg } mg.
prescription-below-tier = Menos de lo que empieza el nivel psicolítico: { $mg } mg.
prescription-above-hint = Hace falta por encima del tope habitual del nivel moderado, hasta { $mg } mg.
prescription-strength = Una pastilla, mg
prescription-lozenges = Pastillas
prescription-most-mg = Máximo por sesión, mg
prescription-hold-minutes = En la boca, minutos
prescription-until-hint = El último día en que puede darse; dentro de un año.
prescription-sign = Firmar como { $name }
prescription-gate = El peso y el propio día se comprueban antes de cada dosis.
prescription-booster-no = Ninguno
prescription-booster-yes = Uno, dentro de estas cifras
prescription-booster-hint = Con refuerzo: menos que el total, entre el minuto { $low } y el { $high }.
prescription-booster-never = El protocolo en vigor no permite ninguno.
prescription-booster-mg = Refuerzo máximo, mg
prescription-booster-minute = No antes del minuto

# Grupos de cifras

figure-group-eligibility = Quién puede recibir tratamiento
figure-group-findings = Cifras para enfermedades, pruebas y medicamentos
figure-group-work-up = Cuánto vale el estudio previo
figure-group-tiers = Niveles y techos
figure-group-dosing = Dosificación
figure-group-fasting = Antes de una dosis
figure-group-booster = El refuerzo
figure-group-vitals = Cuándo tocan los signos vitales
figure-group-bands-systolic-mmhg = Presión sistólica
figure-group-bands-diastolic-mmhg = Presión diastólica
figure-group-bands-heart-rate-per-minute = Frecuencia cardíaca
figure-group-bands-spo2-percent = Saturación de oxígeno
figure-group-bands-respiratory-rate-per-minute = Frecuencia respiratoria
figure-group-bands-moaas = Nivel de sedación, MOAA/S
figure-group-bands = En la sala
figure-group-course = Curso esperado, que se dibuja y nunca decide
figure-group-discharge = Antes de ir a casa
figure-group-consent = Consentimiento
figure-group-check-ins = Después de una sesión
figure-group-appointments = Duración de los encuentros
figure-group-stock = Existencias de la consulta
figure-group-risk = Respuestas que llaman a una persona
figure-group-deterioration = Cambios a peor
figure-group-misuse = Señales de mal uso

# Líneas de un signo vital

figure-line-possible = Posible; más allá es un desliz al teclear
figure-line-hold-low = Sin dosis, por abajo
figure-line-hold-high = Sin dosis, por arriba
figure-line-warn-low = Avisa, por abajo
figure-line-warn-high = Avisa, por arriba
figure-line-act-low = La sala actúa, por abajo
figure-line-act-high = La sala actúa, por arriba
figure-line-emergency-low = Emergencia, por abajo
figure-line-emergency-high = Emergencia, por arriba
figure-line-rise-act = Subida sobre la medición previa a la dosis ante la que la sala actúa

# Cifras por su lugar

figure-findings-head-injury-days-block = Sin dosis tras un traumatismo craneal
figure-findings-pregnancy-days-max = Lo más que dura un embarazo
figure-findings-childbearing-age-years = Edades en que un embarazo es posible
figure-findings-alt-units-per-litre-uln = Límite superior normal de la ALT
figure-findings-ast-units-per-litre-uln = Límite superior normal de la AST
figure-findings-tsh-tenths-miu-per-litre = Intervalo normal de la TSH
figure-eligibility-age-years-min = Edad mínima
figure-eligibility-age-years-reduced-start = Edad desde la que la primera dosis se reduce a la mitad
figure-eligibility-cardiovascular-event-weeks-block = Sin dosis tras un infarto, un ictus u otro episodio
figure-eligibility-cardiovascular-event-weeks-review = Revisión tras un episodio así
figure-eligibility-intake-systolic-mmhg-block = Presión sistólica que cuenta como no controlada
figure-eligibility-intake-diastolic-mmhg-block = Presión diastólica que cuenta como no controlada
figure-eligibility-intake-systolic-mmhg-warn = Presión sistólica que pide una mirada
figure-eligibility-intake-diastolic-mmhg-warn = Presión diastólica que pide una mirada
figure-eligibility-intake-pressure-readings-min = Mediciones que deben coincidir para que la presión impida una dosis
figure-eligibility-pressure-days-max = Cuánto cuenta la última presión de una persona hipertensa
figure-eligibility-active-unconfirmed-days = Después, una enfermedad activa sin confirmar se marca
figure-eligibility-liver-tenths-uln-warn = Valores hepáticos que piden una mirada
figure-eligibility-liver-tenths-uln-block = Valores hepáticos que impiden una dosis
figure-eligibility-stop-bang-block = Puntuación STOP-BANG que impide una dosis
figure-eligibility-ecg-age-years = Edad que pide un electrocardiograma
figure-eligibility-suicide-attempt-days-block = Sin dosis tras un intento de suicidio
figure-eligibility-sessions-per-year-without-labs-max = Sesiones al año sin análisis de orina ni de hígado
figure-work-up-psychiatric-evaluation-days = Evaluación psiquiátrica
figure-work-up-medical-history-days = Historia clínica y exploración
figure-work-up-weight-days = Peso corporal
figure-work-up-pregnancy-test-days = Prueba de embarazo
figure-work-up-liver-kidney-days = Pruebas hepáticas y renales mientras siguen las dosis
figure-work-up-urinalysis-days = Análisis de orina
figure-work-up-tsh-days = TSH, cuando está indicada
figure-work-up-substance-screen-days = AUDIT-C y cribado de sustancias
figure-work-up-clearance-days-max = Autorización más larga
figure-tiers-psycholytic-mg-min = Dosis mínima, psicolítico
figure-tiers-psycholytic-mg-max = Total máximo, psicolítico
figure-tiers-psycholytic-tenths-mg-per-kg-max = Total máximo por peso, psicolítico
figure-tiers-moderate-mg-max = Total máximo, moderado
figure-tiers-moderate-mg-max-with-reason = Total máximo con motivo, moderado
figure-tiers-moderate-tenths-mg-per-kg-max = Total máximo por peso, moderado
figure-tiers-ceiling-mg = Techo que nunca se supera
figure-tiers-ceiling-tenths-mg-per-kg = Techo por peso que nunca se supera
figure-dosing-first-session-mg = Dosis habitual de una primera sesión
figure-dosing-first-session-reduced-mg = La misma para una persona mayor o de poco peso
figure-dosing-reduced-start-weight-tenths-kg = Peso que reduce la primera dosis
figure-dosing-first-session-tenths-mg-per-kg-max = Primera sesión máxima por peso
figure-dosing-titration-mg-max = Mayor paso sobre la última dosis bien tolerada
figure-dosing-titration-percent-max = El mismo en porcentaje
figure-dosing-interval-hours-min = Tiempo mínimo entre sesiones
figure-dosing-sessions-per-7-days-max = Sesiones en siete días cualesquiera
figure-dosing-sessions-before-review-max = Sesiones antes de firmar una revisión
figure-dosing-hold-minutes = Tiempo de la pastilla en la boca
figure-fasting-food-minutes-block = Sin dosis antes de este tiempo tras comer
figure-fasting-food-minutes-asked = Se pide: sin comer durante
figure-fasting-fluid-minutes-block = Sin dosis antes de este tiempo tras beber
figure-fasting-fluid-minutes-asked = Se pide: sin beber durante
figure-fasting-alcohol-cannabis-hours-block = Sin dosis antes de este tiempo tras alcohol o cannabis
figure-fasting-alcohol-cannabis-hours-warn = Aviso antes de este tiempo tras alcohol o cannabis
figure-booster-per-session-max = Refuerzos en una sesión
figure-booster-percent-of-first = Parte de la primera dosis
figure-booster-minutes = Cuándo, tras la primera dosis
figure-booster-vitals-minutes-below = Antigüedad de los signos vitales previos
figure-vitals-before-dose-minutes-below = Antigüedad de los signos antes de una dosis
figure-vitals-repeat-minutes = Antes de repetir una primera medición fuera de banda
figure-vitals-schedule = Minutos desde la dosis
figure-vitals-afterwards-every-minutes = Entre tomas tras la última hora prevista
figure-vitals-after-booster-minutes = Minutos desde un refuerzo
figure-vitals-overdue-prompt-minutes = Con retraso, la pantalla pregunta
figure-vitals-overdue-alert-minutes = Con retraso, se llama a otra persona
figure-vitals-deferred-in-a-row-max = Mediciones de presión seguidas que pueden omitirse
figure-bands-apnoea-seconds-emergency = Pausa al respirar que es una emergencia
figure-bands-reassess-minutes = Entre mediciones mientras la sala actúa
figure-course-hold = La pastilla en la boca
figure-course-onset = Primeros efectos
figure-course-inward = La parte más intensa
figure-course-return-minutes = El regreso
figure-course-grounding = Arraigo y cierre
figure-course-end-minutes = Fin habitual de la visita
figure-discharge-minutes-since-last-dose-min = Tiempo mínimo desde la última dosis
figure-discharge-aldrete-min = Puntuación Aldrete modificada, como mínimo
figure-discharge-spo2-percent = Saturación de oxígeno que retiene a la persona
figure-discharge-systolic-mmhg = Presión sistólica que retiene a la persona
figure-discharge-diastolic-mmhg = Presión diastólica que retiene a la persona
figure-discharge-moaas-min = Nivel de sedación, como mínimo
figure-discharge-dissociation-max = Disociación, como máximo
figure-discharge-driving-hours-min = Sin conducir durante, y además una noche de sueño
figure-consent-valid-months = Un consentimiento se vuelve a pedir después de
figure-check-ins-days = Días después de la sesión
figure-check-ins-questions = Qué se pregunta en cada uno de esos días
figure-check-ins-hours-of-day = Horas a las que se mueven los contactos
figure-check-ins-link-opens-hours-before = Un enlace se abre antes de su hora
figure-check-ins-link-days-max = Un enlace queda abierto como máximo
figure-check-ins-window-peak-hours = La primera parte de la ventana, la más abierta
figure-check-ins-window-days = La ventana
figure-check-ins-integration-hours-max = Primera sesión de integración dentro de
figure-check-ins-follow-up-months = Nueva pregunta tras la última sesión
figure-appointments-consultation-minutes = Primera conversación
figure-appointments-preparation-minutes = Preparación
figure-appointments-integration-minutes = Sesión de integración
figure-appointments-review-minutes = Revisión
figure-stock-inventory-months = Meses hasta contar de nuevo todas las existencias
figure-stock-estimate-units-max = Envase mayor del que uno abierto se puede estimar
figure-stock-loss-notice-business-days = Días hábiles para avisar de un robo o una pérdida
figure-risk-phq9-item9 = PHQ-9, novena pregunta
figure-risk-task-minutes = Lo ve una persona en menos de
figure-risk-short-sleep-hours = Sueño que, con energía, puede ser manía
figure-risk-short-sleep-energy = Energía con la que dormir poco puede ser manía
figure-risk-short-sleep-nights = Noches así seguidas
figure-deterioration-phq9-points = PHQ-9 por encima de la referencia
figure-deterioration-gad7-points = GAD-7 que llama a una persona
figure-deterioration-gad7-points-reliable = GAD-7 que se llama fiable
figure-deterioration-pcl5-points = PCL-5 por encima de la referencia
figure-deterioration-adverse-event-grade = Evento adverso que retiene la próxima dosis
figure-misuse-signals-block = Señales que retienen la próxima dosis hasta revisarlas
figure-group-questionnaires = Qué cuestionarios se piden y cuándo
figure-questionnaires-baseline = Se piden antes de la medicina
figure-questionnaires-course = Se vuelven a pedir en el curso
figure-questionnaires-after-session-day = Día después de una sesión en que se piden

## La próxima dosis
person-next-dose = Próxima dosis
person-adverse-events = Acontecimientos adversos
next-dose-none = Aún no hubo dosis.
next-dose-none-says = Tras la primera sesión, cada dosis está aquí en una fila con lo que hizo.
next-dose-answer-none = { $name } aún no ha tenido ninguna dosis.
next-dose-answer-rise = Con { $mg } mg la presión de { $name } subió { $rise }.
next-dose-answer-no-rise = Con { $mg } mg la presión de { $name } no subió.
next-dose-answer-unknown = { $name } tuvo { $mg } mg la última vez; no se sabe si subió la presión.
next-dose-answer-ahead = Las dos semanas siguientes no han terminado.
next-dose-answer-missed = La consulta del final de esas dos semanas no llegó.
next-dose-table = Lo que hizo cada dosis
next-dose-caption = Lo que hizo cada dosis, primero la más antigua. La presión en una misma escala.
next-dose-caption-lines = Lo que hizo cada dosis, primero la más antigua. La presión en una misma escala: líneas en { $warn } y { $act }.
next-dose-col-session = Sesión
next-dose-col-dose = Dosis
next-dose-col-held = Retenida
next-dose-col-noticed = Notada
next-dose-col-pressure = Presión, antes y la más alta
next-dose-col-oxygen = SpO₂ más baja
next-dose-col-grounding = Aterrizar
next-dose-col-grounding-says = del regreso al cierre
next-dose-col-events = Eventos
next-dose-col-first-days = A las 72 h
next-dose-col-mood-says = ánimo, 0–10, desde antes
next-dose-col-window-end = A los 14 d
next-dose-col-look-back = Mirada atrás
next-dose-minutes = { $minutes } min
next-dose-booster = { $mg } de refuerzo
next-dose-swallowed = tragada
next-dose-spat = escupida
next-dose-inward = hacia dentro { $from } a { $until }
next-dose-from-to = { $from } a { $to }
next-dose-to = hasta { $to }
next-dose-rise = { $rise } sistólica
next-dose-outside = fuera de la puerta
next-dose-no-events = ninguno
next-dose-pain = dolor { $pain }
next-dose-opens = se abre { $when }
next-dose-missed = no llegó
next-dose-signed = firmada
next-dose-read = Para leer antes de escribir
next-dose-rule-review = Algo grave, una dosis fuera de la puerta o un recuento que no cuadra espera su revisión.
next-dose-rule-look-back = La mirada atrás a la última sesión no está firmada. La próxima dosis espera por ella.
next-dose-rule-course = { $sessions } sesiones desde que se miró el curso entero. La próxima dosis espera por ello.
next-dose-rule-tests = Son tantas las sesiones desde el último análisis de orina e hígado que el protocolo pide ambos.
next-dose-rule-no-step = La última sesión no se llevó bien: la misma dosis o menos, como mucho { $mg } mg.
next-dose-rule-step = Un paso desde la última dosis permite como mucho { $mg } mg.
next-dose-rule-not-before = Ninguna dosis antes de { $when }.
next-dose-rule-window = La consulta del final de las dos semanas se abre { $when }.
next-dose-said = Lo que se dijo antes
next-dose-session = sesión { $number }
next-dose-look-back = Mirada atrás a la sesión { $number }
next-dose-empty-on-purpose = La dosis está vacía a propósito: Kapok no propone ninguna.
next-dose-to-prescription = A la receta
