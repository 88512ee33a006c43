## Lo que rodea cada página

frame-skip = Ir al contenido
frame-menu = Menú
frame-pages = Páginas
frame-today = Hoy
frame-windows = Ventanas
frame-people = Personas
frame-protocol = Protocolo
frame-calendar = Calendario
frame-hours = Horario
frame-ledger = Libro
frame-sign-out = Salir
frame-staff-sign-in = Para quienes trabajan aquí
frame-theme = Luz
frame-theme-day = Día
frame-theme-night = Noche
frame-theme-room = Sala
frame-role-therapist = terapia
frame-role-prescriber = prescripción
frame-role-monitor = vigilancia
frame-role-admin = consulta
frame-role-auditor = auditoría
frame-role-client = cliente
frame-no-third-party = Esta página no pide nada a ningún otro sitio.
frame-printed = Impreso: { $when } ({ $year }). Lo anotado después no está en este papel.
frame-not-a-device = Kapok no ha sido evaluado ni autorizado como producto sanitario, no da consejo médico y no sustituye a un monitor ni a una persona formada.

## Formularios

field-optional = si quiere
field-came-back = { $problems ->
    [one] No se ha perdido nada de lo que escribió. Hay un punto más abajo que revisar.
   *[other] No se ha perdido nada de lo que escribió. Hay { $problems } puntos más abajo que revisar.
}
frame-lying = Aún no ha llegado a la consulta, en esta tableta: #. Vaya a la sala: se envía desde allí.
