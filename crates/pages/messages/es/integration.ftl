## El mapa del cuerpo

body-where = ¿Dónde siente algo?
body-where-says = Toque un lugar. No hay nada que deba estar ahí.
body-side = Lado
body-front = Delante
body-back = Detrás
body-as-list = Como lista
body-done = Por ahora está bien
body-today = Guardado hoy
body-felt = { $word }, { $strength } de 10
body-is = { $place }: ¿qué siente?
body-word = ¿Qué palabra se acerca más?
body-strength = ¿Con qué fuerza?
body-hardly = apenas
body-most = lo más fuerte
body-when = ¿Cuándo fue?
body-now = Ahora
body-during = En la sesión
body-keep = Guardar esto
body-other-place = Otro lugar
place-head = Cabeza
place-face = Cara
place-jaw = Mandíbula
place-throat = Garganta
place-neck = Nuca
place-left-shoulder = Hombro izquierdo
place-right-shoulder = Hombro derecho
place-chest = Pecho
place-upper-back = Espalda alta
place-left-arm = Brazo izquierdo
place-right-arm = Brazo derecho
place-left-hand = Mano izquierda
place-right-hand = Mano derecha
place-belly = Vientre
place-lower-back = Espalda baja
place-pelvis = Caderas y pelvis
place-left-leg = Pierna izquierda
place-right-leg = Pierna derecha
place-left-foot = Pie izquierdo
place-right-foot = Pie derecho
place-whole-body = Todo el cuerpo
felt-warm = calor
felt-cool = frescor
felt-tight = tensión
felt-soft = blandura
felt-tingling = hormigueo
felt-heavy = peso
felt-light = ligereza
felt-floating = flotar
felt-trembling = temblor
felt-pulsing = latido
felt-numb = sin sentir
felt-open = apertura
felt-aching = dolor
felt-burning = ardor
felt-still = quietud

## Lo propio, hilos, ventanas

own-questions = ¿Qué quiere preguntar?
own-questions-says = Cualquier pregunta es buena. Se queda aquí hasta que alguien la haya respondido.
own-ask = Su pregunta
own-ask-keep = Preguntar
own-asked = Lo que preguntó
own-open-since = Sin respuesta todavía; preguntado { $when }.
own-pace = Su ritmo
own-pace-says = Puede esperar en cualquier momento. No se pierde nada, y nadie le va a presionar.
own-not-yet = Todavía no
own-ask-again = Pregúntenme en { $weeks } semanas
own-waits = Dijo «todavía no». Esperamos hasta que diga más.
own-waits-until = Dijo «todavía no». Le preguntamos de nuevo el { $when }.
own-resume = Puedo seguir
own-threads = ¿Qué atraviesa todo esto?
own-threads-says = Un hilo es algo que vuelve: el cuerpo, el dolor, una persona, una parte de usted. Quienes le cuidan lo leen y pueden escribir también.
own-threads-written = Escrito hasta ahora
own-thread-which = Sobre
own-write = Escribirlo
own-practices = ¿Qué le gustaría practicar?
own-practices-says = Algo pequeño que sea suyo. No se cuenta nada, y nada se debe.
own-practice-which = ¿Qué tipo de cosa?
own-choose = Elegir algo
own-choose-keep = Guardarlo
own-kept = Hecho
own-let-go = Soltar
thread-body = Mi cuerpo
thread-pain = Dolor o enfermedad
thread-parts = Partes de mí
thread-relationships = Otras personas
thread-sleep = Sueño
thread-self-care = Cuidarme
thread-days = Trabajo y días
thread-else = Otra cosa
integrate-threads = Hilos
integrate-threads-none = No se ha empezado ningún hilo.
integrate-write = Escribir en un hilo
integrate-write-says = La persona también lo lee, con sus palabras.
integrate-write-keep = Guardar la entrada
integrate-body-map = Mapa del cuerpo
integrate-body-none = No se ha dibujado nada.
integrate-body-before = Antes de cualquier sesión
integrate-body-during = En la sesión del { $date }
integrate-body-after = Después de la sesión del { $date }
integrate-draft = Lo que ha contado desde el { $date }
integrate-draft-says = Para la conversación: de los cuestionarios, el mapa del cuerpo y los hilos, con sus palabras. Nada queda en la nota si usted no lo escribe.
integrate-followed = { $how }, { $when }
windows-title = { $open ->
    [0] No hay ninguna ventana abierta.
    [one] Hay una ventana abierta.
   *[other] Hay { $open } ventanas abiertas.
}
windows-says = En los primeros tres días y las dos semanas siguientes muchos clínicos favorecen la integración; no se conoce la ventana exacta en las personas.
windows-quiet = En silencio
windows-unmet = Aún sin sesión de integración
windows-peak = En los primeros días
windows-open = En la ventana
windows-empty = Nadie a quien acompaña tiene una ventana abierta. Después de una dosis aparecen aquí.
windows-dosed = dosis { $when }
windows-quiet-since = sin respuesta desde { $when }
windows-answered = { $answered ->
    [0] ningún cuestionario respondido
    [one] un cuestionario respondido
   *[other] { $answered } cuestionarios respondidos
}
windows-met = { $met ->
    [0] aún sin encuentro
    [one] un encuentro
   *[other] { $met } encuentros
}
windows-until = abierta hasta { $when }
