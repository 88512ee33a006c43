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
