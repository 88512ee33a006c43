## Negativas: respuestas corrientes que dicen qué hacer

refusal-other = Tal como está, no se ha podido guardar. Por favor, revise la página.
refusal-name-missing = Por favor, escriba un nombre. Vale cualquiera por el que quiera que le llamen.
refusal-reach-missing = Por favor, dé un correo electrónico o un teléfono para que podamos responder.
refusal-email-invalid = Por favor, revise el correo electrónico. Le falta algo.
refusal-text-too-long = Por favor, acórtelo a { $characters_max } caracteres.
refusal-reason-missing = Por favor, escriba el motivo.
refusal-enquiry-already-received = Este mensaje ya está aquí. No hace falta enviarlo otra vez.
refusal-no-enquiry = Todavía no hay ninguna consulta que responder.
refusal-enquiry-already-answered = A este mensaje ya se ha respondido. La página de la persona muestra cómo.
refusal-practice-already-founded = Esta consulta ya está preparada. Por favor, entre.
refusal-no-practice = Por favor, prepare primero la consulta.
refusal-email-taken = Otra persona entra con este correo. Por favor, use otro.
refusal-no-such-person = Por favor, elija a una persona de esta consulta.
refusal-last-of-care-team = No quedaría nadie que acompañe a esta persona. Por favor, pida antes a alguien que se sume.
