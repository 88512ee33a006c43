# Acontecimientos adversos: se siguen hasta que se escribe cómo terminaron.

unwanted-none = No se comunicó nada adverso de { $name }.
unwanted-all-closed = Todos los acontecimientos adversos están cerrados.
unwanted-open-count = { $count ->
    [one] Un acontecimiento adverso está abierto.
   *[other] { $count } acontecimientos adversos están abiertos.
}
unwanted-empty = No se comunicó nada adverso.
unwanted-told = Un registro habló de molestias nuevas al orinar. Si es un acontecimiento adverso, comuníquelo aquí.
unwanted-open = Abiertos
unwanted-closed = Cerrados
unwanted-session = la sesión
unwanted-waits = La próxima dosis espera la revisión de quien prescribe.
unwanted-review = Revisado: { $finding }
unwanted-not-serious = No es grave según los criterios habituales.
unwanted-serious-by = Grave: { $what }.
unwanted-told-outside = Comunicado fuera: { $whom }, { $on }.
unwanted-not-told-outside = No comunicado fuera: { $because }
unwanted-ended-at = { $outcome } { $when }
unwanted-serious-death = muerte
unwanted-serious-life = peligro para la vida
unwanted-serious-hospital = ingreso en el hospital, o más largo
unwanted-serious-disability = discapacidad duradera o considerable
unwanted-serious-other = importante por otro motivo
unwanted-serious-none = Nada de esto
unwanted-outcome-open = Sigue abierto
unwanted-outcome-resolved = Pasó, sin secuelas.
unwanted-outcome-sequelae = Pasó, con secuelas.
unwanted-outcome-elsewhere = Continúa, atendido en otro lugar.
unwanted-outcome-fatal = La persona murió a causa de ello.
unwanted-outcome-unknown = Nadie lo sabe.
unwanted-outside-us = ¿Se comunicó fuera? FDA MedWatch recibe avisos de cualquier medicamento; también la farmacia que hizo las pastillas quiere saberlo. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
unwanted-outside-gb = ¿Se comunicó fuera? El sistema Yellow Card de la MHRA recibe avisos de cualquier medicamento; también la farmacia que hizo las pastillas quiere saberlo. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
unwanted-outside-es = ¿Se comunicó fuera? El centro de farmacovigilancia de su comunidad recibe avisos por notificaRAM; también la farmacia que hizo las pastillas quiere saberlo. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
unwanted-outside-elsewhere = ¿Se comunicó fuera? La autoridad de medicamentos de su país recibe estos avisos; también la farmacia que hizo las pastillas quiere saberlo.
unwanted-follow-up = Seguirlo, o escribir cómo terminó
unwanted-how-it-is = Cómo está
unwanted-serious = Qué lo hace grave
unwanted-outside = Comunicado fuera
unwanted-outside-later = Sin responder ahora
unwanted-outside-yes = Sí
unwanted-outside-no = No
unwanted-whom = Si es que sí, a quién
unwanted-told-on = Si es que sí, qué día
unwanted-because = Si es que no, por qué
unwanted-outcome = Cómo terminó
unwanted-over-on = Pasó el
unwanted-over-at = A las
unwanted-keep = Guardarlo
unwanted-report = Algo apareció después
unwanted-after-session = Después de la sesión del
unwanted-words = Con palabras
unwanted-words-hint = Hace falta si ninguna de las palabras de arriba encaja.
unwanted-began = Empezó el
unwanted-related-unsaid = sin decir
