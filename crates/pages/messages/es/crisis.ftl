## Ayuda inmediata, por país

crisis-title = ¿Necesita a alguien ahora?
crisis-need-someone = ¿Necesita a alguien ahora?
crisis-not-by-form = Si está en peligro o piensa en quitarse la vida, por favor no espere nuestra respuesta. Solo leemos los mensajes en días laborables.
crisis-us-988 = Línea de crisis y prevención del suicidio: llame o escriba, de día y de noche. Para español, pulse 2.
crisis-us-911 = Si hay una vida en peligro.
crisis-uk-999 = Si hay una vida en peligro.
crisis-uk-111 = NHS, elija la opción de salud mental: de día y de noche.
crisis-uk-samaritans = Samaritans: alguien con quien hablar, de día y de noche, gratis.
crisis-es-024 = Línea de atención a la conducta suicida: de día y de noche, gratuita y confidencial.
crisis-es-112 = Si hay una vida en peligro.
crisis-elsewhere-112 = En muchos países, si hay una vida en peligro. En los demás, el número local de emergencias.
