## La página pública de la consulta

home-page-title = Psicoterapia asistida con ketamina
home-title = La medicina ocupa una tarde. La terapia es la parte mayor.
home-lead = Ofrecemos psicoterapia asistida con ketamina: una terapia que empieza semanas antes de una dosis baja de ketamina, le acompaña mientras dura y sigue durante semanas.
home-write = Escríbanos
home-read-known = Lo que se sabe y lo que no

home-how = Cómo es el camino
home-before-when = Semanas antes
home-before-title = Nos preparamos
home-before = Lo que espera y lo que teme. Cómo es para usted sentirse a salvo, y en qué parte del cuerpo lo nota. Las señales que usaremos cuando las palabras queden lejos. Quien prescribe pregunta por su salud y decide si esto es seguro para usted.
home-medicine-when = Una tarde
home-medicine-title = La medicina
home-medicine = Una pastilla bajo la lengua, en una sala tranquila, con alguien a su lado todo el tiempo. Puede quedarse cerca y hablar, o ir hacia dentro y no decir nada. Las dos cosas están bien. Alguien de su confianza le lleva a casa.
home-after-when = Semanas después
home-after-title = Dejamos que se asiente
home-after = Nos vemos en unos tres días, y otra vez más adelante. Cómo duerme, a qué dice que no, a quién deja ayudar. Una sesión callada vale tanto como una llena de imágenes. Solo seguimos si le sirve.

home-known = Lo que se sabe y lo que no
home-approved-title = ¿Está aprobado?
home-approved = No. La ketamina está aprobada como anestésico. Usarla de este modo queda fuera de lo autorizado: quien prescribe puede decidirlo, pero ninguna autoridad lo ha aprobado para esto. La pastilla la prepara una farmacia por encargo, y tampoco es un producto aprobado.
home-helps-title = ¿Ayuda?
home-helps = Algunas personas se sienten claramente mejor, otras no notan cambio y unas pocas se sienten peor. Nadie puede decirle de antemano qué le ocurrirá. Los estudios con pastillas son pequeños, los datos sobre el trauma son contradictorios y, cuando ayuda, el efecto puede apagarse.
home-risks-title = ¿Qué riesgos tiene?
home-risks = La mayoría de los efectos son breves: mareo, náuseas, sentirse lejos del cuerpo, tensión que sube por un rato. Pueden venir miedo o recuerdos dolorosos. Los problemas graves, como una respiración lenta, son poco frecuentes, pero ocurren. Usada a menudo y por mucho tiempo, la ketamina puede dañar la vejiga, y algunas personas llegan a depender de ella.
home-not-for-title = ¿Para quién no es?
home-not-for = Entre otras, para personas con un aneurisma, con tensión alta sin controlar, con psicosis o manía en este momento, y durante el embarazo o la lactancia. Quien prescribe pregunta por todo ello, y lo que no se sabe no se da por bueno.
home-window-title = ¿Por qué tanto cuidado después?
home-window = Muchos profesionales creen que los tres primeros días, y después dos semanas, son un buen momento para cambiar. Cuánto dura ese tiempo en las personas no se sabe. Ordenamos nuestros encuentros a su alrededor, sin prometer nada.
home-other-ways-title = ¿Qué otros caminos hay?
home-other-ways = Terapia sin ninguna medicina. Medicinas y tratamientos aprobados para la depresión, la ansiedad, el trauma o el dolor. Grupos, movimiento, descanso, o esperar. Hablaremos de ellos con usted, y elegir uno es un buen final para una primera conversación.

home-day = La tarde misma
home-hours-title = ¿Cuánto dura?
home-hours = Unas tres horas. La pastilla empieza a notarse a los 10 o 20 minutos. La parte más fuerte dura entre 45 y 60 minutos, y sigue asentándose dos horas y más.
home-watch-title = ¿Quién vigila?
home-watch = Una persona formada para ello mide la tensión, el oxígeno y la respiración a horas fijas, y se puede llamar a quien prescribe. La seguridad siempre va primero.
home-yours-title = ¿Qué decido yo?
home-yours = El ritmo. Puede ir más despacio, saltarse una dosis o parar, sin dar razones. El contacto físico es solo el acordado de antemano; si acordó ninguno, no lo hay, salvo que su seguridad lo pida, y eso se explica.
home-home-title = ¿Y la vuelta a casa?
home-home = Alguien de su confianza viene a buscarle. Nada de conducir ni de manejar máquinas hasta haber dormido una noche. Es bueno tener a alguien cerca esa noche.

home-costs = Lo que cuesta, y quién ve qué
home-costs-asked = Pregúntenos, por favor. Ponemos por escrito cada gasto antes de que decida nada.
home-seen-title = ¿Quién verá lo que digo?
home-seen = Las personas que le cuidan, cada una solo su parte. Puede ver quién miró y cuándo. Su diario se abre solo para usted.
home-write-answer = { $days ->
    [0] Una persona lee cada mensaje y responde en día laborable.
    [one] Una persona lee cada mensaje y responde en un día laborable.
   *[other] Una persona lee cada mensaje y responde en { $days } días laborables.
}
home-people = Quienes trabajan aquí:

## El formulario para escribir

enquiry-title = Escríbanos
enquiry-lead = Tan poco o tanto como quiera. Preguntar no le compromete a nada.
enquiry-brings = ¿Qué le trae aquí?
enquiry-brings-hint = Con sus propias palabras. No necesita ningún diagnóstico, y puede dejarlo vacío.
enquiry-name = ¿Cómo quiere que le llamemos?
enquiry-email = Correo electrónico
enquiry-either = Basta con una manera de responderle: esta o el teléfono.
enquiry-phone = Teléfono
enquiry-reach = ¿Hay algo que debamos saber para comunicarnos con usted?
enquiry-reach-hint = Por ejemplo, las horas buenas, o si podemos dejar un mensaje.
enquiry-language = ¿En qué idioma le respondemos?
enquiry-send = Enviar
enquiry-who-reads = Solo lo leen quienes trabajan aquí.

thanks-title = Su mensaje ha llegado.
thanks-lead = Gracias por escribir. Esto es lo que pasa ahora.
thanks-read = Alguien que trabaja aquí lo lee, en un día laborable.
thanks-answer = Le responde por el medio que eligió, y hasta entonces no le pide nada.
thanks-talk = Si ambas partes lo desean, se ven para una primera conversación. Puede decir que no en cualquier momento, y nosotros también; en ese caso le decimos por qué.
thanks-home = Volver a la primera página
