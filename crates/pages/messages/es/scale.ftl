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
