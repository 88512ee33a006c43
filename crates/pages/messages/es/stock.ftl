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
stock-dispensed = entregadas por la farmacia o el proveedor
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
stock-prescriber-reviews = Lo cierra quien prescribe.
stock-loss-us = Si se robaron o perdieron existencias de la consulta: aviso escrito a la oficina de la DEA en un día hábil desde que se supo, y el formulario 106 en línea en 45 días. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-loss-gb = Si se robaron o perdieron existencias de la consulta: avise sin demora a la policía y al responsable de medicamentos controlados de su zona. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-loss-es = Si se robaron o perdieron existencias de la consulta: denúncielo sin demora a la policía y avise a la inspección farmacéutica de su comunidad. Ningún farmacéutico ha comprobado esta frase; el suyo debe hacerlo.
stock-loss-elsewhere = Si se robaron o perdieron existencias de la consulta: pregunte enseguida qué le exige la ley de su país sobre medicamentos controlados. Muchas piden avisar en un día.
stock-finding = Qué encontró y qué se sigue de ello
stock-told = Comunicado como robo o pérdida
stock-told-hint = A quién y cuándo. Vacío si no fue ni lo uno ni lo otro.
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
