# Pastillas: recuentos, lo que no cuadra, el libro.

stock-lines = { $count ->
    [one] Una línea
   *[other] Las { $count } líneas
}
stock-line-was = (se escribió { $lozenges }; corregido: { $because })
stock-line = { $when }, { $what }: { $lozenges }
stock-lot = lote { $lot }
stock-witnessed = visto por { $name }
stock-given = dadas en una sesión, { $mg } mg
stock-dispensed = entregadas
stock-brought = traídas por la persona: todas las que le quedan
stock-found = contadas aquí: todas las que hay
stock-taken = tomadas, y no anotadas como dosis
stock-returned = devueltas
stock-wasted = destruidas ante testigo
stock-answer = El recuento de las pastillas de { $name } no cuadra. La próxima dosis espera a que quien prescribe lo mire.
stock-mismatch = El recuento no cuadra
stock-reviewed = Recuentos que no cuadraron, revisados
stock-expected = Debería haber { $expected } y se contaron { $counted }.
stock-overdrawn = Debería haber { $expected } y salieron { $counted }.
stock-what-to-do = Vuelva a contar con alguien, mire las líneas y pregunte a la persona. Si una línea se escribió mal, corríjala; si no, escriba lo que encontró. La próxima dosis espera a esto; anotar, no.
stock-count-asked = Se tomaron algunas y nadie sabe cuántas: cuente las que quedan.
stock-prescriber-reviews = Lo cierra quien prescribe.
stock-loss-us = Si se robaron o perdieron existencias de la consulta: aviso escrito a la oficina de la DEA en un día hábil desde que se supo, y el formulario 106 en línea en 45 días. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-loss-gb = Si se robaron o perdieron existencias de la consulta: avise sin demora a la policía y al responsable de medicamentos controlados de su zona. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-loss-es = Si se robaron o perdieron existencias de la consulta: denúncielo sin demora a la policía y avise a la inspección farmacéutica de su comunidad. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-loss-elsewhere = Si se robaron o perdieron existencias de la consulta: pregunte enseguida qué le exige la ley de su país sobre medicamentos controlados. Muchas piden avisar en un día.
stock-finding = Qué encontró y qué se sigue de ello
stock-told-as = Comunicado como robo o pérdida: { $whom }
stock-close-review = Cerrar la revisión
stock-supply = Entregadas: de dónde vinieron
stock-came-on = El día en que llegaron
stock-supplier = Farmacia o proveedor
stock-supplier-address = Su dirección
stock-registration = Su número de registro
stock-containers = Envases
stock-destroyed = Destruidas: quién lo vio y cómo
stock-witness-written = Otra persona, escrita abajo
stock-witness-hint = Una segunda persona, nunca usted.
stock-initials = Nombre o iniciales
stock-manner = Cómo
stock-manner-hint = De qué manera quedaron inservibles. También a quién se devolvieron.
stock-correct = Corregir un recuento
stock-correct-which = Qué línea estaba mal
stock-correct-truly = Cuántas fueron en verdad
stock-correct-hint = Cero si la línea no debería estar. Lo que se escribió sigue a la vista.
stock-correct-why = Por qué
stock-correct-keep = Corregirlo
stock-custody = En custodia
stock-custody-client = de la persona, de una farmacia
stock-custody-practice = de la consulta, como existencias suyas

# Las existencias propias de la consulta.

stock-title = Existencias
stock-whose = Las pastillas propias de la consulta, por lote. Una línea para una persona la nombra solo ante quien puede abrir su historia.
stock-to-ledger = Todas las líneas, para buscar y sacar: el libro
stock-answer-notice = { $count ->
    [one] Algo no cuadra en las existencias.
   *[other] { $count } cosas no cuadran en las existencias.
} Plazo para avisar: { $when }.
stock-answer-late = { $count ->
    [one] Algo no cuadra en las existencias, y el aviso llega tarde.
   *[other] { $count } cosas no cuadran en las existencias, y el aviso llega tarde.
}
stock-answer-open = { $count ->
    [one] Un asunto de las existencias sigue abierto: escriba cómo terminó.
   *[other] { $count } asuntos de las existencias siguen abiertos: escriba cómo terminaron.
}
stock-answer-count = Hay que contar todas las existencias.
stock-answer-empty = No ha llegado nada a las existencias.
stock-answer-there = { $lozenges ->
    [one] Una pastilla
   *[other] { $lozenges } pastillas
} en { $lots ->
    [one] un lote
   *[other] { $lots } lotes
}.
stock-count-was-due = El recuento completo tocaba el { $day }.
stock-count-due = El próximo recuento completo toca como tarde el { $day }.
stock-empty = Aún no ha llegado nada a las existencias
stock-empty-first = Si una farmacia dispensa a cada persona, no hace falta. Si la consulta guarda pastillas, primero se escribe lo que llegó; lo que se entrega sale de un lote desde la página de la persona.
stock-lots = Lotes
stock-lots-gone = Lotes de los que no queda nada
stock-lot-words = { $product }, { $mg } mg, lote { $lot }
stock-left = quedan { $left }
stock-expires = se puede usar hasta el { $day }
stock-expired = caducó el { $day }
stock-came-gone = llegaron { $came }, salieron { $gone }
stock-in-containers = { $count ->
    [one] un envase
   *[other] { $count } envases
}
stock-received = llegaron
stock-dispensed-to = entregadas a
stock-a-person = una persona de la consulta
stock-fate-returned = devueltas al proveedor
stock-fate-destroyed = destruidas ante una segunda persona
stock-fate-found = contadas: todas las que hay de este lote
stock-fate-lost = robadas o perdidas
stock-hour-opening = al abrir
stock-hour-close = al cerrar
stock-inventoried = contadas con todas las existencias, { $hour }
stock-inventoried-estimated = contadas con todas las existencias, { $hour }; se estimó un envase abierto
stock-inventories = Recuentos completos
stock-inventory-said = { $lozenges } pastillas en { $lots ->
    [one] un lote
   *[other] { $lots } lotes
}, por { $by } con { $with }
stock-matters = No cuadra, o falta
stock-settled = Terminado
stock-authority-us = Un robo o una pérdida importante: aviso escrito a la oficina de división de la DEA en un día hábil desde que se supo, y después el formulario 106 en línea.
stock-authority-gb = Un robo o una pérdida: sin demora al responsable de medicamentos controlados de su zona, y un robo a la policía.
stock-authority-es = Un robo o una pérdida: sin demora a la autoridad sanitaria de su comunidad (inspección farmacéutica), y un robo a la policía.
stock-authority-elsewhere = Un robo o una pérdida: pregunte enseguida qué exige la ley de su país sobre medicamentos controlados, y ante quién. Muchas piden avisar en un día.
stock-authority-unchecked = { $source }. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-lost = { $lozenges ->
    [one] Se robó o se perdió una pastilla.
   *[other] Se robaron o se perdieron { $lozenges } pastillas.
}
stock-lost-of-person = { $lozenges ->
    [one] Se robó o se perdió una pastilla de { $mg } mg entregada a una persona.
   *[other] Se robaron o se perdieron { $lozenges } pastillas de { $mg } mg entregadas a una persona.
}
stock-put-right = Cuadró una vez corregida una línea.
stock-notice-due = Hay que avisar antes de
stock-notice-was-due = Había que avisar antes de
stock-others-answer = Escribe lo que se hizo un terapeuta, quien prescribe o administración.
stock-told-whom = Avisado: { $whom }, el { $day }.
stock-told-reference = Referencia { $reference }.
stock-not-told = No se avisó a nadie: { $why }
stock-told-summary = Escribir qué se hizo
stock-told-to = A quién se avisó
stock-told-on = Qué día
stock-reference = Referencia
stock-why-not = O por qué no se avisó a nadie
stock-ended = Cómo terminó
stock-ended-hint = Vacío mientras sigue. Queda en Hoy hasta que se escriba.
stock-keep-answer = Guardar lo que se hizo
stock-or-correct = Si una línea se escribió mal, corrija la línea en su lugar.
stock-write = Escribir en las existencias
stock-receive = Lo que llegó
stock-product = Producto
stock-form = Forma acabada
stock-print = Lote
stock-expiry = Se puede usar hasta
stock-received-count = Pastillas en total
stock-supplier-only = Proveedor
stock-keep = Guardar la línea
stock-move = Lo que pasó con un lote
stock-lot-which = Lote
stock-manner-of-stock = De qué manera se destruyeron, a quién se devolvieron o qué se sabe de una pérdida.
stock-witness-if = Si se destruyeron: una segunda persona, nunca usted.
stock-take-inventory = Un recuento completo
stock-counted-on = Día
stock-counted-when = Cuándo en ese día
stock-counts-hint = Cada lote del que debería haber algo. Vacío donde no hay ni debería haber nada; cero donde no queda ninguna.
stock-estimated = Se estimó un envase abierto
stock-estimate-hint = Un envase abierto solo se estima si contiene { $most } o menos.
stock-keep-inventory = Guardar el recuento
stock-correct-line = Corregir una línea
stock-line-of-lot = { $line } (lote { $lot })
stock-correct-persons = Lo entregado a una persona se corrige en la página de la persona, y aquí le sigue.
stock-from-stock = Entregadas de las existencias de la consulta
stock-which-lot = Lote
stock-which-lot-hint = La línea sale de las existencias en el mismo acto. Si la consulta guarda las pastillas, siempre de un lote.
stock-lot-none = Ninguno
stock-lot-said = Lote { $lot }, { $mg } mg: quedan { $left }, hasta el { $expires } ({ $product })
stock-anyway = Ya se entregaron, aunque el lote no las tiene o no es el adecuado
stock-was-lost = ¿Fue un robo o una pérdida?
stock-was-lost-no = No: tiene explicación
stock-was-lost-yes = Sí: robadas o perdidas, y hay que avisar

today-stock-unsettled = { $count ->
    [one] Existencias: algo no cuadra
   *[other] Existencias: { $count } cosas no cuadran
}
today-stock-count = Existencias: contarlo todo, con una segunda persona
today-stock-due = hay que avisar antes de
today-stock-was-due = había que avisar antes de
today-stock-told = el aviso está escrito; cómo terminó, no
today-stock-since = toca desde el { $day }

ledger-title = Libro de pastillas
ledger-count = { $count ->
    [one] Una línea en el libro.
   *[other] { $count } líneas en el libro.
}
ledger-none = Aún no se contó nada.
ledger-none-found = Ninguna línea responde a eso.
ledger-whose = Las existencias de la consulta y todas las personas a quienes acompaña, hasta la primera línea. Abrirlo abre sus historias, y queda anotado.
ledger-nobody = No ha llegado nada a las existencias, y no hay nadie cuyas líneas pueda abrir.
ledger-nobody-says = Las líneas están en la historia de cada persona, selladas. Quien la acompaña puede abrir el libro, imprimirlo y sacarlo como archivo.
ledger-everybody = Todas
ledger-person = Persona
ledger-from = Desde
ledger-until = Hasta
ledger-lot = Lote
ledger-search = Mostrar
ledger-when = Cuándo
ledger-what = Qué pasó
ledger-lozenges = Pastillas
ledger-by = Quién
ledger-strength = N.º { $number }, { $mg } mg cada una
ledger-more = Se muestran las { $shown } más recientes; el archivo las tiene todas.
ledger-out = Para llevar
ledger-unchecked = Los campos siguen 21 CFR 1304.22(c) tal como lo imprimen normas estatales equivalentes, y nadie con licencia los ha comprobado: debe hacerlo un farmacéutico antes de que se fíe de ellos. Lo que la consulta entrega a una persona está en los dos libros: sale de las existencias y entra en el recuento de la persona.
ledger-download = Sacarlo como archivo (CSV)
ledger-fields = Qué significa cada columna
ledger-column-line = Id de la línea; una corrección remite a ella.
ledger-column-date = Día en que ocurrió, en que llegó el suministro o que se contó, en la zona de la consulta.
ledger-column-time = Hora en esa zona; vacía para un suministro y para un recuento completo.
ledger-column-zone = Zona horaria de la consulta, con su nombre IANA.
ledger-column-recorded-at = Cuándo se escribió, con su diferencia horaria.
ledger-column-event = De una persona: dispensed (entregadas), brought (traídas), found (contadas), administered (dosis de una sesión), taken (tomadas), returned (devueltas), wasted (destruidas). De las existencias: received (llegaron), dispensed (entregadas), returned (devueltas), destroyed (destruidas), found (contadas), lost (robadas o perdidas), inventory (recuento completo), inventory-estimated (lo mismo, estimado).
ledger-column-lozenges = Cuántas, tal como está ahora.
ledger-column-lozenges-as-written = Cuántas se escribieron al principio.
ledger-column-correction-reason = Por qué se corrigió; vacío si no se corrigió.
ledger-column-corrected-at = Cuándo se corrigió.
ledger-column-corrected-by = Quién lo corrigió.
ledger-column-drug = La sustancia controlada.
ledger-column-finished-form = La forma acabada.
ledger-column-strength-mg = Ketamina en una pastilla, en miligramos.
ledger-column-dose-mg = Miligramos de una dosis dada en una sesión.
ledger-column-lot = El lote impreso.
ledger-column-containers-received = Cuántos envases llegaron.
ledger-column-units-per-container = Pastillas en cada uno, si la división es exacta.
ledger-column-supplier-name = Farmacia o proveedor.
ledger-column-supplier-address = Su dirección.
ledger-column-supplier-registration-number = Su número de registro.
ledger-column-person-name = La persona para quien son; en las líneas de las existencias, vacío para quien no puede abrir su historia.
ledger-column-person-address = Siempre vacío: Kapok no guarda direcciones postales. Escríbala usted.
ledger-column-prescription-number = Número de la receta en el camino de esta persona.
ledger-column-prescription-signed-at = Cuándo se firmó.
ledger-column-prescriber = Quién la firmó.
ledger-column-custody = client (las guarda la persona) o practice (existencias de la consulta).
ledger-column-dispensed-or-administered-by = Quién escribió la línea; de una dosis, quién anotó que se dio.
ledger-column-witness = La segunda persona, si se destruyeron.
ledger-column-manner = Cómo se destruyeron, o a quién se devolvieron.
ledger-column-session = Id de la sesión, de una dosis.
ledger-column-client = Seudónimo de la persona en Kapok, para quien puede abrir su historia.
ledger-to-stock = Lo que hay ahora y lo que hay que escribir: las existencias
ledger-stock = Existencias
ledger-mg = { $mg } mg
ledger-balances = Lo que debería haber, por lote
ledger-came = Llegaron
ledger-gone = Salieron
ledger-left = Quedan
ledger-column-ledger = person (una línea de la historia de una persona) o stock (una línea de las existencias de la consulta).
ledger-column-product = El producto, en las líneas de las existencias.
ledger-column-expires = Último día en que se puede usar el lote, en las líneas de las existencias.
ledger-column-lot-balance = Cuántas del lote debería haber ahora, en las líneas de las existencias.
