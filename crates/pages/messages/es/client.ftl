## Las páginas propias de la persona

my-reads-practice = Lo leen quienes le atienden en { $practice }, { $hours }. No sirve para pedir ayuda urgente.
my-reads-people = Lo leen { $names }, { $hours }. No sirve para pedir ayuda urgente.
my-reads-practice-some-time = Lo leen quienes le atienden en { $practice }; no han dicho en qué horario. No sirve para pedir ayuda urgente.
my-reads-people-some-time = Lo leen { $names }; no han dicho en qué horario. No sirve para pedir ayuda urgente.
my-question-of = pregunta { $here } de { $of }
my-back = Atrás
my-next = Siguiente
my-skip = Saltar
my-not-now = Ahora no
my-stop = No más
my-to-home = A su primera página

## Un enlace

my-link-title = { $practice } hizo este enlace para usted.
my-link-says = Abre una sola página, solo para usted. Si no era para usted, por favor ciérrelo y avise a { $practice }.
my-closed-title = Cerrado en este teléfono.
my-closed-says = Su enlace sigue abriendo sus páginas. Quien tenga este teléfono y no el enlace no puede verlas.
my-link-mine = Este teléfono es mío
my-link-shared = Otros usan este teléfono
my-link-shared-says = En un teléfono que usan otros, sus páginas se cierran con el navegador, y en todo caso al cabo de una hora.
my-link-replaces = En este teléfono están abiertas las páginas de otra persona. Al abrir este enlace se cierran aquí.
my-over-title = Este enlace ya no sirve.
my-over-says = No se ha perdido nada de lo que escribió. Por favor, pida uno nuevo a { $practice }.
my-needed-title = Por favor, abra su enlace otra vez.
my-needed-says = Esta página se abre con el enlace que le dio { $practice }. Si ya no se abre, por favor pida uno nuevo.

## Ayuda ahora

my-help-title = Por favor, no se quede a solas con esto.
my-help-says = Estas personas están para usted ahora, de día y de noche.
my-help-on = Seguir con las preguntas

## El seguimiento

my-ask-sleep = ¿Cuántas horas durmió anoche?
my-ask-mood = ¿Cómo está su ánimo ahora mismo?
my-ask-energy = ¿Cuánta energía tiene?
my-ask-pain = ¿Cómo de fuerte es su dolor?
my-ask-anxiety = ¿Cuánta ansiedad siente?
my-ask-body = ¿Cómo es estar hoy en su cuerpo?
my-ask-urinary = ¿Tiene molestias nuevas al orinar?
my-ask-craving = ¿Nota que desea más de la medicina?
my-ask-medicine = ¿Ha empezado, dejado o cambiado algún medicamento o suplemento?
my-ask-harm = ¿Tiene pensamientos de hacerse daño?
my-ask-words = ¿Hay algo más?
my-hint-sleep = Más o menos basta: un número entero, de 0 a 24.
my-hint-number = Cualquier número está bien. Es solo para hoy.
my-hint-body = Unas palabras, o puede saltarla.
my-hint-urinary = Como dolor, sangre o ganas muy frecuentes.
my-hint-craving = A muchas personas les pasa. Saberlo nos ayuda.
my-hint-medicine = Desde su sesión, o desde la última vez que respondió a esto. Se lee cuando alguien de aquí está trabajando, no al momento.
my-which-medicine = ¿Cuál?
my-which-medicine-hint = Basta el nombre, como está en la caja.
my-hint-harm = Aquí cabe cualquier respuesta. Si es que sí, la página siguiente muestra quién está para usted ahora.
my-hint-words = Lo que quiera que sepamos.
my-hours = Horas
my-your-words = Con sus palabras
my-yes = Sí
my-no = No
my-mood-low = muy bajo
my-mood-high = muy bueno
my-energy-low = ninguna
my-energy-high = mucha
my-pain-low = sin dolor
my-pain-high = el peor
my-anxiety-low = ninguna
my-anxiety-high = la mayor
my-check-in-thanks = Gracias. Eso es todo.
my-check-in-kept = { $kept ->
    [0] Saltó todas las preguntas, y está bien.
    [one] Una respuesta está guardada en la consulta.
   *[other] { $kept } respuestas están guardadas en la consulta.
}
my-less = Menos
my-more = Más
my-no-number = aún sin número
my-choose-number = Elija un número.
my-kept-sent = Lo que se guardó en este teléfono ya lo tiene la consulta.
my-no-signal = Ahora no hay señal. No se ha enviado nada; inténtelo de nuevo cuando la haya.
my-close = Cerrar en este teléfono
my-check-in-help = Si necesita a alguien ahora, estas personas están de día y de noche.
my-not-sent-title = No se ha enviado. Todavía no lo tiene nadie.
my-not-sent-says = Lo que escribió está guardado en este teléfono y se envía cuando haya señal y una de sus páginas esté abierta.
my-not-sent-help = Por favor, no nos espere. Si necesita a alguien ahora, estas personas están de día y de noche.
my-kept-here = Guardado en este teléfono, se enviará.
my-came-late = Una respuesta guardada en este teléfono llegó demasiado tarde o no se pudo leer, y no está en su historia. Si le importa, dígaselo a quienes le acompañan.
my-help-not-sent = Su respuesta está guardada en este teléfono y se envía cuando haya señal. Todavía no lo sabe nadie. Por favor, no nos espere.
my-check-in-will-send = Sus respuestas están guardadas en este teléfono y se envían en cuanto haya señal y esta página esté abierta.
my-check-in-close = Ya puede cerrar esta página. Sus respuestas no se muestran aquí otra vez.
my-put-off-title = Ahora no: está bien.
my-put-off-says = Lo que respondió está guardado. Lo demás le espera hasta { $until }, con el mismo enlace.
my-put-off-back = Seguir de todos modos
my-stopped-title = No habrá más preguntas.
my-stopped-says = No volveremos a preguntarle, y su atención sigue igual. Si cambia de idea, díganoslo o pulse aquí.
my-resume = Volver a preguntarme
my-check-in-nothing = No hay nada que responder ahora.
my-check-in-opens = Su próximo seguimiento se abre { $when }.
my-check-in-none = Por ahora no hay ningún seguimiento previsto.

## La primera página

my-next-consent = Su consentimiento le espera.
my-next-check-in = Unas preguntas le esperan.
my-next-scales = { $count ->
    [one] Un cuestionario le espera.
   *[other] { $count } cuestionarios le esperan.
}
my-next-opens = Su próximo seguimiento se abre { $when }.
my-next-nothing = Ahora no se le pide nada.
my-meets = Su próxima cita
my-with = Quién le acompaña
my-window-first = { $days ->
    [0] Su sesión fue hoy. En los primeros tres días lo nuevo puede asentarse mejor; descansar cuenta.
    [one] Un día desde su sesión. En los primeros tres días lo nuevo puede asentarse mejor; descansar cuenta.
   *[other] { $days } días desde su sesión. En los primeros tres días lo nuevo puede asentarse mejor; descansar cuenta.
}
my-window = { $days } días desde su sesión. Cuentan las cosas pequeñas, hechas a menudo.
my-next-intake = Le esperan unas preguntas sobre su salud.
my-step-intake = Su salud
my-step-intake-open = { $closed } de { $of } hechas
my-step-intake-stopped = prefiere hablarlo
my-step-intake-done = contado; puede abrir cualquiera
my-step-intake-new = unos diez minutos; pare y vuelva cuando quiera
my-step-consent = Consentimiento
my-step-consent-waits = le espera; pare y vuelva cuando quiera
my-step-consent-signed = firmado el { $when }
my-step-consent-back = retirado
my-step-check-in = Seguimiento
my-step-check-in-open = abierto hasta { $until }; unos dos minutos
my-step-check-in-opens = se abre { $when }
my-step-check-in-stopped = pidió que no haya
my-step-day = Su día con la medicina
my-step-day-says = qué comer, qué traer, quién le lleva a casa
my-step-body = Mapa del cuerpo
my-step-body-says = dónde siente algo; cuatro toques
my-step-threads = Hilos
my-step-threads-says = lo que vuelve y cómo cambia
my-step-practices-says = hecho, ahora no, o soltado
my-step-asks = Sus preguntas y su ritmo
my-step-questions = pregunte lo que sea; diga «todavía no»
my-step-questions-open = { $open ->
    [one] una espera respuesta
   *[other] { $open } esperan respuesta
}
my-step-waits = dijo «todavía no»
my-step-scale = { $lines } preguntas, unos { $minutes } min
my-step-scale-begun = empezado; siga donde lo dejó
my-intentions = Hacia dónde quiere ir
my-practices = Lo que eligió practicar

## El día con la medicina
my-day-at = Su sesión: { $when }.
my-day-goes-home = { $name } le lleva a casa. Este es su día.
my-day-nobody-yet = Antes del día: alguien que le lleve a casa.
my-day-says = Léalo el día antes y otra vez por la mañana. Si algo de aquí no es así, díganoslo.
my-day-before = Antes de venir
my-day-food = Nada de comer durante { $time } antes de venir.
my-day-drink = Nada de beber durante { $time } antes; hasta entonces, agua.
my-day-alcohol = Ni alcohol ni cannabis durante { $hours } horas antes.
my-day-food-unknown = Le decimos cuánto antes dejar de comer y beber. Si aún no lo sabe, pregúntenos.
my-day-medicines-from = De sus medicamentos, { $name } escribe:
my-day-medicines = Sus medicamentos: tómelos como le indicó quien prescribe. Si nadie le dijo nada, pregunte antes del día.
my-hours-long = { $hours ->
    [one] una hora
   *[other] { $hours } horas
}
my-minutes-long = { $minutes } minutos
my-day-bring = Qué traer
my-day-clothes = Ropa cómoda, en capas. Una manta suya, si quiere.
my-day-list = Lo que tomó ese día y el anterior, por escrito.
my-day-number = Un teléfono cargado, para la vuelta a casa.
my-day-home = La vuelta a casa
my-day-escort = Le lleva a casa
my-day-escort-missing = Aún no hay nadie. Tiene que ser una persona adulta que venga a buscarle; sin ella ese día no hay medicina. Díganos quién.
my-day-night = Está con usted esa noche
my-day-night-missing = Aún no hay nadie. Piense en alguien con quien el silencio sea fácil.
my-day-with-number = { $name }, { $phone }
my-day-no-driving = No conduce hasta el día siguiente, después de haber dormido una noche.
my-dose-lower = Aceptó una dosis menor.
my-dose-lower-says = Sigue notando la sala, y hablar suele ser posible. Las cosas pueden sentirse más suaves, más cerca o más lejos.
my-dose-middle = Aceptó una dosis media como máximo.
my-dose-middle-says = La atención va hacia dentro; el habla va y viene. Una dosis menor también es siempre posible.
my-dose-yours = Puede decir menos, más tarde o nada, hasta el momento mismo.
my-day-signals = Señales acordadas
my-day-helps = Lo que ayuda cuando es difícil

## El consentimiento

my-consent-nothing = No le espera ningún consentimiento.
my-consent-nothing-says = Cuando haya uno para leer, se lo dirán quienes le atienden.
my-consent-begins = Lea qué es una sesión, y decida.
my-consent-begins-says = Son { $parts } partes cortas, una en cada página. En cada una dice sí o no, y dice con sus palabras qué significa.
my-consent-begins-free = Pare cuando quiera: cada respuesta se guarda enseguida y sigue donde estaba. Más tarde puede retirarlo todo.
my-consent-begin = Empezar
my-consent-any-time = Puede retirarlo en cualquier momento. { $reads }
my-part-of = parte { $number } de { $of }
my-part-free = a su libre elección
my-say-it-back = Unas palabras bastan. Si no está de acuerdo, puede dejarlo vacío o decir por qué.
my-answered-agreed = Aceptó esta parte. Todavía puede cambiarlo.
my-answered-declined = No aceptó esta parte. Todavía puede cambiarlo.
my-agree = Acepto
my-decline = No acepto
my-talk-first = Hablarlo antes
my-standing-agreed = aceptada
my-standing-declined = no aceptada
my-standing-open = sin responder
my-touch-title = ¿Dónde es bienvenido el contacto?
my-touch-says = En ningún sitio, si no lo elige aquí. Preguntamos otra vez antes de cada contacto. Puede retirarlo en cualquier momento.
my-touch-hands = Manos
my-touch-forearms = Antebrazos
my-touch-shoulders = Hombros
my-touch-upper-back = Parte alta de la espalda
my-touch-head = Frente y cabeza
my-touch-feet = Pies
my-safety-title = Contacto para evitar un daño
my-safety-says = Si se cae o no respira bien, le sujetamos y despejamos su vía aérea. Esto va aparte de todo otro contacto.
my-safety-understood = Lo entiendo
my-safety-not-agreed = No lo acepto; hablémoslo
my-touch-keep = Guardar esto
my-sign-title = Ha leído todas las partes.
my-sign-says = Si quiere seguir, escriba su nombre. Tómese su tiempo; también puede firmar otro día.
my-sign-open-title = { $parts ->
    [one] Queda una parte abierta.
   *[other] Quedan { $parts } partes abiertas.
}
my-sign-open-says = Una sesión necesita un sí a cada una. Si no quiere decir que sí, es una buena respuesta: por favor, hable con nosotros.
my-sign-read-all = Leer todo el texto
my-sign-name = Su nombre
my-sign-name-hint = Como lo firma.
my-sign = Firmar
my-agreed-title = Lo que aceptó
my-agreed-says = Firmado por { $name } el { $signed }. Vale como máximo hasta el { $until }.
my-choices = Cómo se pueden usar sus datos
my-choice-take-back = Retirar
my-choice-read = Leer y decidir
my-touch-now = Dónde es bienvenido el contacto
my-touch-none = En ningún sitio.
my-touch-narrow-says = Aquí puede quitar un lugar. Para añadir uno, hable con nosotros antes de una sesión.
my-touch-narrow = Dejar solo estos
my-agreed-parts = Todas las partes
my-withdraw-title = Retirarlo todo
my-withdraw-says = Un toque lo termina. Entonces no habrá sesión. No hace falta dar razones, y su atención sigue.
my-withdraw = Retirar mi consentimiento
my-withdrawn-title = Retiró su consentimiento.
my-withdrawn-says = Terminó { $when }. No hay sesión sin uno nuevo.
my-withdrawn-next = Si quiere hablarlo o leerlo de nuevo, dígaselo a quienes le atienden.

## Los enlaces de una persona, para quienes la atienden

links-open = { $count ->
    [0] Ningún enlace está abierto.
    [one] Un enlace está abierto.
   *[other] { $count } enlaces están abiertos.
}
links-way = Enlaces a las páginas propias de esta persona
links-home = Sus páginas propias
links-consent = Leer y firmar el consentimiento
links-intake = Admisión
links-check-in = Seguimiento, día { $day } después del { $date }
links-check-in-of = Seguimiento, día { $day }
links-once = Esta dirección se muestra ahora y nunca más. Désela a la persona por un medio de confianza. Se abre hasta { $until }.
links-before-title = Este enlace se hizo antes
links-before = Su dirección se mostró una vez, y nadie puede decirla de nuevo. Termine el enlace más abajo y haga otro.
links-made = Hechos hasta ahora
links-none = No se ha hecho ningún enlace para esta persona.
links-revoked = terminado { $when }
links-until = abierto hasta { $when }
links-ended = caducado desde { $when }
links-made-at = hecho { $when }
links-revoke = Terminarlo
links-new = Hacer un enlace
links-opens = Qué abre
links-home-says = Lee lo que la persona puede leer. { $days } días.
links-consent-says = Abre el consentimiento y nada más. { $days } días.
links-intake-says = Pregunta por su salud, de una en una, y no muestra ninguna respuesta anterior. { $days } días.
links-check-in-says = Escribe respuestas y no lee ninguna. Desde { $from } hasta { $until }.
links-make = Hacer el enlace
links-hand-over = Quien tenga la dirección puede abrirla. Kapok no envía nada: usted la entrega.

## El consentimiento, para quienes la atienden

agreed-none = No se ha presentado ningún consentimiento a esta persona.
agreed-none-says = Preséntele el documento y haga un enlace, o léanlo juntos en su propio dispositivo.
agreed-offered = Presentado desde { $when }: { $given } de { $of } partes respondidas.
agreed-signed = Firmado por { $name } el { $when }, para sesiones hasta { $tier }; vale como máximo hasta el { $until }.
agreed-withdrawn = El consentimiento está retirado. No hay sesión sin uno nuevo.
agreed-declined = Una parte que la sesión necesita ya no está aceptada.
agreed-expired = El consentimiento firmado ha caducado. Es hora de preguntar de nuevo.
agreed-older = Se firmó con un protocolo anterior. Es hora de preguntar de nuevo.
agreed-lower = Solo cubre un nivel más bajo.
agreed-touch = Contacto
agreed-touch-none = En ningún sitio.
agreed-safety-understood = Contacto para evitar un daño: entendido
agreed-safety-not-agreed = Contacto para evitar un daño: no aceptado, hay que hablarlo
agreed-safety-open = Contacto para evitar un daño: sin hablar
agreed-clauses = Parte por parte, con sus palabras
agreed-offer = Presentarle el documento
agreed-up-to = Para sesiones hasta
agreed-psycholytic = psicolítico
agreed-moderate = moderado
agreed-psycholytic-says = Percibe la sala; casi siempre puede hablar.
agreed-moderate-says = Hacia dentro; el habla va y viene. Cubre también el psicolítico.
agreed-put = Presentarlo
agreed-then = Lo lee y responde en sus páginas propias, con un enlace.
agreed-anew = Esto pregunta todo de nuevo; lo firmado sigue valiendo hasta que firme otra vez.

## Integración

integrate-none = Todavía no hay ninguna sesión con medicina.
integrate-peak = En los primeros días: la ventana está abierta hasta { $until }.
integrate-open = La ventana está abierta hasta { $until }.
integrate-over = La ventana terminó el { $when }.
integrate-check-ins = Seguimientos
integrate-stopped = Pidió que no hubiera más seguimientos, { $when }.
integrate-empty = Los seguimientos vienen después de una sesión con medicina.
integrate-after = Después del { $date }
integrate-question = Pregunta
integrate-day = Día { $day }
integrate-to-come = por venir
integrate-can-answer = abierto
integrate-answered = respondido
integrate-put-off = ahora no
integrate-missed = sin respuesta
integrate-sleep = Sueño
integrate-mood = Ánimo
integrate-energy = Energía
integrate-pain = Dolor
integrate-anxiety = Ansiedad
integrate-body = Estar en el cuerpo
integrate-urinary = Molestias al orinar
integrate-craving = Deseo de más
integrate-medicine = Cambio de medicación
integrate-harm = Pensamientos de hacerse daño
integrate-words = Algo más
integrate-hours = { $hours } h
integrate-skipped = saltada
integrate-held = Sesiones de integración
integrate-summary = Lo que se dijo queda entre la persona y su terapeuta.
integrate-held-none = Todavía no ha habido ninguna.
integrate-came = Qué vino
integrate-asks = Qué pide de esta vida
integrate-agreed = Qué se acordó
integrate-practices = Lo que eligió practicar
integrate-practices-none = Todavía no ha elegido nada.
integrate-mindfulness = Atención plena
integrate-boundaries = Límites
integrate-receiving-care = Recibir cuidado
integrate-rest = Descanso
integrate-daily-rhythms = Ritmos del día
integrate-creative = Expresión creativa
integrate-speech = Hablar con verdad
integrate-hold = Hubo una sesión de integración
integrate-hold-keep = Guardar la sesión
integrate-choose = Eligió una práctica
integrate-kind = Clase
integrate-their-words = Con sus palabras
integrate-choose-keep = Guardar la práctica
my-path = Mi camino hasta aquí

## Lo que se lleva de una sesión
my-step-after = Para llevar a casa
my-step-after-says = Lo que espera un día, quién le acompaña, a quién llamar
after-title = Después de su sesión del { $date }
after-with = Quién le acompaña
after-home-with = { $name } le lleva a casa.
after-tonight = Esta noche: { $name }
after-not-alone = No pase a solas la primera noche.
after-company = Mejor no pasar a solas esta noche. Si es así, acuerde con alguien que le llame.
after-wait = Durante { $hours } horas, y hasta haber dormido una noche
after-until = Hasta el { $when }, y después de dormir una noche:
after-no-wheel = no conducir, ni bicicleta, ni patinete
after-no-machines = ni máquinas, ni escaleras, nada que pida manos rápidas
after-no-contracts = no firmar nada, no comprar ni vender nada grande
after-no-sole-care = no cuidar a solas de nadie pequeño o frágil
after-no-alcohol = ni alcohol, ni cannabis
after-decisions = Las decisiones que cambian la vida pueden esperar hasta el { $when }, o más. No se pierden.
after-care = Qué ayuda
after-drink = Beba agua. Coma algo ligero cuando le apetezca.
after-rest = Descanse. Camine despacio. Puede sentirse en carne viva, o sin relieve, o en calma: todo está bien.
after-write = Escriba o dibuje lo que quiera guardar. No hace falta entenderlo todavía.
after-medicines = Tome sus medicinas como le indicó quien receta. Si no está seguro o segura, pregunte antes de irse.
after-call = Llame enseguida
after-flag-chest = dolor en el pecho, o falta de aire
after-flag-head = dolor de cabeza fuerte y repentino, dificultad para ver o hablar, debilidad de un lado
after-flag-confused = confusión que no pasa
after-flag-harm = pensamientos de quitarse la vida o de hacerse daño
after-flag-urine = Si en los días siguientes hay dolor o sangre al orinar, dígalo a la consulta.
after-asked = Cuándo le preguntamos cómo está
after-asked-says = Unas pocas preguntas por un enlace, menos de un minuto. Puede saltar cada una, y parar.
