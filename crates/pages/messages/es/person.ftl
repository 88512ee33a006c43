## Una persona: su camino y las páginas a su lado

person-title = { $name }: { $place }
person-pages = Páginas de esta persona
person-path = El camino
person-consultation = Consulta
person-history = Historia
person-screening = Cribado
person-consent = Consentimiento
person-preparation = Preparación
person-prescription = Receta
person-sessions = Sesiones
person-integration = Integración
person-measures = Medidas

## El camino

path-label = El camino de { $name }
path-drawing = El dibujo; lo mismo está en palabras debajo
path-today = hoy
path-dose = Dosis
path-mg = { $mg } mg
path-check-ins = Seguimiento
path-in-words = El mismo camino en palabras
path-caption = El camino de { $name }, desde el principio
path-when = Cuándo
path-part = Parte del camino
path-what = Qué
path-tip = { $what }, { $day }

path-stage-enquiry = Primer contacto
path-stage-consultation = Consulta
path-stage-screening = Cribado
path-stage-preparation = Preparación
path-stage-session = En sesión
path-stage-integration = Integración
path-stage-declined = Aquí no
path-stage-paused = En pausa
path-stage-ended = Otro camino
path-part-consent = Consentimiento
path-part-medicine = Medicina
path-part-measure = Medida
path-tier-psycholytic = baja
path-tier-moderate = media

path-enquiry = Primer contacto
path-consultation = Primera conversación
path-goes-on = Siguen juntos
path-not-now = Ahora no
path-another-path = Se eligió otro camino
path-preparation = Preparación { $number }
path-cleared = Autorización médica
path-cleared-with-conditions = Autorización con condiciones
path-deferred = Decisión aplazada
path-not-cleared = Sin autorización
path-consent = Consentimiento firmado, dosis { $tier }
path-consent-withdrawn = Consentimiento retirado
path-prescription = Receta, dosis { $tier }
path-session = Sesión con medicina { $number }, { $mg } mg
path-peak-ends = Terminan las primeras 72 horas
path-window-ends = Terminan las dos semanas
path-check-in-filled = Seguimiento del día { $day }: respondido
path-check-in-missed = Seguimiento del día { $day }: sin respuesta
path-check-in-due = Seguimiento del día { $day }: se puede responder ahora
path-check-in-to-come = Seguimiento del día { $day }: por venir
path-check-in-stopped = Seguimiento del día { $day }: no deseado
path-integration = Integración { $number }
path-score = { $scale }: { $points }

scale-phq-9 = ánimo bajo
band-minimal = mínimo
band-mild = leve
band-moderate = moderado
band-moderately-severe = moderadamente grave
band-severe = grave
