## Entrar

sign-in-title = Entrar
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-send = Entrar
sign-in-again-title = Su sesión ha terminado. No se ha perdido nada.
sign-in-again-says = Vuelva a identificarse y lo que escribió se envía tal como estaba.
sign-in-again-send = Identificarse y enviar
sign-in-again-another = Esto lo escribió otra persona. Solo ella puede enviarlo.
sign-in-refused = Este correo y esta contraseña no van juntos. Por favor, inténtelo otra vez.
sign-in-clients = Para quienes trabajan aquí. Si viene como cliente, el enlace de su mensaje abre sus páginas; no hay contraseña.

## El primer arranque

set-up-title = Preparemos su consulta.
set-up-lead = Seis respuestas y puede empezar.
set-up-practice = La consulta
set-up-practice-name = Su nombre
set-up-country = País
set-up-country-hint = Decide qué teléfonos de crisis ven las personas.
country-us = Estados Unidos
country-gb = Reino Unido
country-es = España
country-elsewhere = Otro país
set-up-zone = Zona horaria
set-up-zone-hint = Por ciudad, como America/New_York o Europe/Madrid.
set-up-zone-unknown = Esta zona no se conoce. Por favor, tome una de las que se ofrecen al escribir.
set-up-you = Usted
set-up-name = Su nombre y apellidos
set-up-name-hint = Tal como debe figurar bajo lo que firme.
set-up-password-hint = Quince caracteres o más. Cuatro palabras sin relación se recuerdan bien.
set-up-password-short = Por favor, alargue la contraseña: quince caracteres o más.
set-up-password-again = Por favor, escriba la contraseña otra vez; nunca se guarda en la página.
set-up-send = Abrir la consulta

## Fallos

fault-number = Número para citar:
fault-back = Volver
fault-not-found-title = Aquí no hay nada para usted.
fault-not-found = La página no existe, o no le corresponde abrirla. Desde aquí las dos cosas se ven igual.
fault-forged-title = Este formulario ha caducado.
fault-forged = No se ha guardado nada. Por favor, abra la página de nuevo y envíelo desde allí.
fault-unreadable-title = Este formulario no se ha podido leer.
fault-unreadable = No se ha guardado nada. Por favor, abra la página de nuevo e inténtelo otra vez.
fault-refused-title = Tal como está, no se puede hacer.
fault-conflict-title = Esto ha cambiado entretanto.
fault-conflict = Lo que usted veía ha cambiado entretanto, o este formulario ya se envió antes con otras palabras. No se ha escrito nada encima, y lo que acaba de enviar no se ha guardado. Por favor, abra la página de nuevo y mire.
fault-too-many-title = Demasiados intentos.
fault-too-many = Por favor, espere unos minutos e inténtelo otra vez.
fault-too-slow-title = Esto no llegó entero.
fault-too-slow = La conexión fue demasiado lenta y no se guardó nada. Por favor, vuelva una página atrás: lo que escribió sigue ahí y puede enviarlo otra vez.
fault-broken-title = Algo se rompió de nuestro lado.
fault-broken = Ha quedado anotado. Puede que lo enviado no se haya guardado; mire, por favor, antes de enviarlo otra vez.
