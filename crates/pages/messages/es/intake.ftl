## El cuestionario de salud

intake-name = Su salud
intake-place = { $here } de { $of }
intake-begins = Cuéntenos de su salud, a su ritmo.
intake-begins-says = Son { $of } preguntas cortas, una en cada página, unos diez minutos en total.
intake-goes-on = Puede seguir donde estaba.
intake-goes-on-says = Ya quedaron atrás { $closed } de { $of } preguntas.
intake-free = Cada respuesta se guarda enseguida. Pare cuando quiera; esto le espera aquí. Puede saltar cualquier pregunta, y «no lo sé» es una buena respuesta.
intake-why = Quien prescribe lo lee para ver si este medicamento es seguro para usted. Ninguna respuesta decide por sí sola.
intake-begin = Empezar
intake-go-on = Seguir
intake-add = Guardar y añadir otro
intake-no-medicines = No tomo ninguno
intake-no-allergies = No conozco ninguna
intake-that-is-all = Eso es todo
intake-none-of-these = Nada de esto
intake-not-sure = No lo sé
intake-add-words = ¿Quiere añadir algo?
intake-add-words-hint = Por ejemplo, cuándo fue y cómo está ahora.
intake-born-field = Fecha de nacimiento
intake-weight = Peso
intake-height = Estatura
intake-unit = Unidad
intake-kg = kg
intake-lb = libras
intake-cm = cm
intake-ft = pies: 5'7
intake-so-far = Dicho hasta ahora
intake-take-back = Quitar
intake-medicine = ¿Cómo se llama?
intake-how-much = ¿Cuánto cada vez?
intake-how-often = ¿Con qué frecuencia?
intake-allergy = ¿A qué tiene alergia?
intake-what-happens = ¿Qué ocurre entonces?
intake-somebody = Su nombre y quién es para usted
intake-phone = Teléfono
intake-stop = Dejar esto
intake-put-off-says = Cada respuesta hasta aquí está guardada. El resto le espera, con el mismo enlace o desde su primera página.
intake-stopped-title = No le preguntaremos así.
intake-stopped-says = Lo que respondió está guardado. Quienes le cuidan verán que prefiere hablarlo, y no se pierde nada por ello.
intake-done-title = Gracias. Eso era todo.
intake-done-says = { $skipped ->
    [0] Quienes le cuidan lo leerán y lo hablarán con usted. Puede volver a abrir cualquier pregunta.
    [one] Saltó una pregunta, y está bien: alguien la hablará con usted. Puede volver a abrir cualquiera.
   *[other] Saltó { $skipped } preguntas, y está bien: alguien las hablará con usted. Puede volver a abrir cualquiera.
}
intake-told-count = { $told ->
    [one] Hay uno guardado hasta ahora. Con este enlace no se vuelve a mostrar.
   *[other] Hay { $told } guardados hasta ahora. Con este enlace no se vuelven a mostrar.
}
intake-was-skipped = saltada
intake-was-answered = respondida

## Sus preguntas

intake-n-born = Fecha de nacimiento
intake-q-born = ¿Cuándo nació?
intake-h-born = Su edad cambia lo que es prudente para usted.
intake-n-body = Peso y estatura
intake-q-body = ¿Cuánto pesa y cuánto mide?
intake-h-body = Basta con lo que recuerde. Antes de cualquier dosis volvemos a pesar.
intake-n-heart = Corazón y presión
intake-q-heart = ¿Le ha hablado alguna vez un médico de algo de esto?
intake-h-heart = Corazón y presión arterial. Preguntamos porque este medicamento sube la presión durante una hora o más.
intake-n-vessels = Cerebro y vasos
intake-q-vessels = ¿Ha tenido alguna vez algo de esto?
intake-h-vessels = Ictus y vasos sanguíneos. Después de ellos, una subida de la presión puede ser peligrosa.
intake-n-breathing = Respiración
intake-q-breathing = ¿Y su respiración?
intake-h-breathing = El medicamento puede hacer la respiración más lenta y dar sueño.
intake-n-head = Cabeza y nervios
intake-q-head = ¿Su cabeza y sus nervios?
intake-h-head = Ahora o en cualquier momento.
intake-n-organs = Hígado, vejiga, tiroides
intake-q-organs = ¿Hígado, vejiga o tiroides?
intake-h-organs = El hígado descompone el medicamento, y la ketamina usada a menudo puede dañar la vejiga.
intake-n-eyes = Ojos
intake-q-eyes = ¿Sus ojos?
intake-h-eyes = El medicamento puede subir por un tiempo la presión dentro del ojo.
intake-n-pregnancy = Embarazo y lactancia
intake-q-pregnancy = Embarazo y lactancia
intake-h-pregnancy = Puede dañar a un bebé por nacer. Si nada de esto puede ser su caso, elija «Nada de esto».
intake-n-reaction = Reacción a la ketamina
intake-q-reaction = ¿Ha tenido alguna vez una mala reacción a la ketamina o la esketamina?
intake-h-reaction = En un hospital, una consulta o en cualquier otro lugar.
intake-n-allergies = Alergias
intake-q-allergies = ¿Hay algo a lo que tenga alergia?
intake-h-allergies = Medicamentos, alimentos, colorantes, látex. De uno en uno.
intake-n-medicines = Medicamentos
intake-q-medicines = ¿Qué medicamentos toma?
intake-h-medicines = De uno en uno, como usted lo llame. También gotas, hierbas y lo que compra sin receta. Por favor, no deje ninguno por esta pregunta.
intake-n-alcohol = Alcohol
intake-q-alcohol = ¿Con qué frecuencia bebe alcohol?
intake-h-alcohol = No hay respuesta correcta. Nos ayuda a cuidar de su seguridad.
intake-n-cannabis = Cannabis
intake-q-cannabis = ¿Con qué frecuencia consume cannabis?
intake-h-cannabis = En cualquier forma.
intake-n-substances = Otras sustancias
intake-q-substances = ¿Ha consumido algo de esto en el último año?
intake-h-substances = Lo que diga aquí es parte de su historia clínica y no va a nadie más.
intake-n-mind = Mente
intake-q-mind = ¿Ha vivido alguna vez algo de esto?
intake-h-mind = Muchas personas lo han vivido. Algunas necesitan otro plan.
intake-n-harm-thoughts = Pensamientos de hacerse daño
intake-q-harm-thoughts = ¿Tiene pensamientos de hacerse daño o de no querer vivir?
intake-h-harm-thoughts = Aquí cabe cualquier respuesta. Si es que sí, o no lo sabe, la página siguiente muestra quién está ahí para usted ahora.
intake-n-way-home = Vuelta a casa
intake-q-way-home = ¿Quién podría llevarle a casa después de una sesión?
intake-h-way-home = Una persona adulta de su confianza. No puede conducir hasta haber dormido una noche.
intake-n-emergency = Contacto de emergencia
intake-q-emergency = ¿A quién debemos llamar en una emergencia?
intake-h-emergency = Solo entonces y solo para eso.
intake-n-more = Algo más
intake-q-more = ¿Hay algo más que debamos saber?
intake-h-more = Sobre su salud, lo que necesita o lo que le preocupa.

## Por qué cosas preguntan

intake-t-high-blood-pressure = Presión alta
intake-t-heart-attack = Un infarto
intake-t-angina = Dolor de pecho que viene del corazón
intake-t-heart-failure = Un corazón débil (insuficiencia cardíaca)
intake-t-arrhythmia = Un latido que no es regular
intake-t-valve-disease = Una válvula del corazón que no abre o cierra bien
intake-t-stroke = Un ictus, o uno leve que pasó
intake-t-brain-bleeding = Una hemorragia en el cerebro
intake-t-aneurysm = Un punto ensanchado y débil en una arteria (aneurisma)
intake-t-vessel-malformation = Un ovillo de vasos de nacimiento (malformación)
intake-t-lung-disease = Una enfermedad pulmonar, como la EPOC
intake-t-sleep-apnoea = Pausas al respirar mientras duerme (apnea del sueño)
intake-t-home-oxygen = Oxígeno en casa
intake-t-seizures = Convulsiones o epilepsia
intake-t-head-injury = Un golpe en la cabeza en los últimos tres meses
intake-t-brain-pressure = Un tumor o presión alta en la cabeza
intake-t-dementia = Demencia, o perderse en lo que conoce bien
intake-t-liver-disease = Una enfermedad grave del hígado
intake-t-bladder-trouble = Dolor o sangre al orinar, o tener que ir muy a menudo
intake-t-thyroid = Un tiroides que trabaja demasiado
intake-t-porphyria = Porfiria, una enfermedad rara de la sangre
intake-t-glaucoma = Presión alta en el ojo (glaucoma)
intake-t-eye-injury = Una lesión u operación de ojo hace poco
intake-t-pregnant = Tengo un embarazo
intake-t-breast-feeding = Estoy dando el pecho
intake-t-could-be-pregnant = Podría llegar a tener un embarazo
intake-t-ketamine-reaction = Una mala reacción a la ketamina o la esketamina
intake-t-ketamine-use = Ketamina o PCP sin receta
intake-t-cocaine-or-methamphetamine = Cocaína o metanfetamina
intake-t-opioid-use = Heroína, fentanilo o pastillas para el dolor sin receta
intake-t-alcohol-trouble = Más alcohol del que le hace bien
intake-t-other-substance = Otra cosa que fue difícil dejar
intake-t-psychosis = Oír, ver o creer lo que otros no podían compartir (psicosis)
intake-t-mania = Días de demasiada energía y poco sueño (manía, bipolar)
intake-t-dissociation = Perder tiempo, o sentirse varias personas
intake-t-borderline = Un diagnóstico de personalidad límite
intake-t-family-schizophrenia = Esquizofrenia en padre, madre, hermanos o hijos
intake-t-suicidal-thoughts = Pensamientos de hacerse daño o de no querer vivir
intake-often-never = Nunca
intake-often-monthly = Una vez al mes o menos
intake-often-some-times-a-month = Unas veces al mes
intake-often-some-days-a-week = Algunos días a la semana
intake-often-most-days = Casi todos los días

## Para quienes le cuidan

intake-told = Lo que contó en el cuestionario de salud
intake-told-of = { $closed } de { $of } preguntas están respondidas o saltadas.
intake-told-stopped = Prefiere hablarlo, { $when }.
intake-told-skipped = Saltadas: { $names }
intake-told-none = Ninguno, dice.
intake-told-open = Todavía no ha dicho que esto sea todo.
