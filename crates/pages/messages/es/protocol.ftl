## El protocolo: sus versiones, el borrador de la siguiente, y dos de ellas una junto a otra

protocol-groups = Grupos de cifras
protocol-older = Versión { $number } tal como la firmó { $by } el { $on }. Está aquí para leerla.
protocol-signs-shipped = Lo que firma aquí son las cifras tal como venían con el programa.
protocol-signs-again = Lo que firma aquí son, una vez más, las cifras de la versión más reciente.
protocol-signs-draft = Lo que firma aquí es el borrador.
protocol-open-draft = Abrir el borrador
protocol-faults = { $count ->
    [one] Una cosa impide firmarlo
   *[other] { $count } cosas impiden firmarlo
}
protocol-see-faults = Ver cuáles
protocol-differ = { $count ->
    [one] Una cifra es distinta de la versión anterior.
   *[other] { $count } cifras son distintas de la versión anterior.
}
protocol-looser-count = { $count ->
    [one] Una cifra es menos prudente que la que venía con el programa
   *[other] { $count } cifras son menos prudentes que las que venían con el programa
}
protocol-looser = Menos prudente que la original
protocol-which-shipped = las cifras originales
protocol-which-version = la versión { $number }
protocol-which-draft = el borrador
protocol-next = La versión siguiente
protocol-next-says = Un borrador no decide nada. Lo que está en vigor sigue en vigor hasta que se firme.
protocol-draft-begun = { $count ->
    [0] Hay un borrador empezado. Aún no se ha cambiado ninguna cifra.
    [one] Hay un borrador en curso. Se ha cambiado una cifra.
   *[other] Hay un borrador en curso. Se han cambiado { $count } cifras.
}
protocol-begin = Empezar con { $from }
protocol-from-file = Empezar con un archivo
protocol-file = El archivo de un protocolo
protocol-file-hint = Un archivo TOML, como los que escribe Kapok. Lo que difiera de las cifras originales le pedirá su sí.
protocol-file-unread = { $count ->
    [one] Este archivo aún no es un protocolo. Hay un error:
   *[other] Este archivo aún no es un protocolo. Hay { $count } errores:
}
protocol-file-none = Elija un archivo.
protocol-file-large = El archivo es mayor de lo que puede ser un protocolo.
protocol-file-not-text = El archivo no es de texto.
protocol-take-in = Tomarlo como borrador
protocol-versions = Versiones
protocol-version-says = firmada por { $by } el { $on }, hasta el { $until }
protocol-read-it = Leer
protocol-compare-it = Qué cambió
protocol-file-of = Archivo
protocol-back = Volver al protocolo

# Lo que impide firmar una cifra, dicho a su lado

protocol-fault-unsourced = Por favor, indique la unidad y de dónde viene.
protocol-fault-implausible = Por favor, elija entre { $low } y { $high }.
protocol-fault-uncounted = Las reglas lo cuentan en { $unit }.
protocol-fault-never-crossed = Ningún valor posible cruza esta línea.
protocol-fault-not-asked = Por favor, nombre cada escala una sola vez, como la nombra Kapok.
protocol-fault-order = Por favor, escriba primero el número menor.
protocol-fault-greater = No debe ser mayor que «{ $other }».
protocol-fault-smaller = No debe ser menor que «{ $other }».
protocol-fault-wrong-way = La línea mira hacia el lado contrario.
protocol-fault-hold-without-act = Una línea que impide una dosis necesita la línea en la que la sala actúa.
protocol-fault-not-rising = Por favor, dé al menos uno, cada uno mayor que el anterior.
protocol-fault-unasked = Por favor, dé a cada día de una a { $count } preguntas, con harm_thoughts entre ellas.

# Dos, una junto a otra

compare-page-title = Dos protocolos, uno junto a otro
compare-title = De { $before } a { $after }
compare-differ = { $count ->
    [0] Ninguna cifra difiere.
    [one] Difiere una cifra.
   *[other] Difieren { $count } cifras.
}
compare-looser = { $count ->
    [one] Una es menos prudente.
   *[other] { $count } son menos prudentes.
}
compare-before = Antes
compare-after = Después
compare-do = Comparar
compare-figure = Cifra
compare-caution = Prudencia
compare-less-cautious = Menos prudente
compare-none = ninguna

# El borrador

draft-page-title = El borrador del protocolo
draft-title = { $count ->
    [0] El borrador de la versión { $number }: aún no hay cambios.
    [one] El borrador de la versión { $number }: una cifra cambiada.
   *[other] El borrador de la versión { $number }: { $count } cifras cambiadas.
}
draft-from = Empezó con { $from }. No decide nada hasta que se firme.
draft-from-file = Empezó con el archivo «{ $name }». No decide nada hasta que se firme.
draft-groups = Grupos de cifras
draft-figures = { $count ->
    [one] una cifra
   *[other] { $count } cifras
}
draft-changed = { $count ->
    [one] una cambiada
   *[other] { $count } cambiadas
}
draft-wrong = { $count ->
    [one] Una pide una mirada
   *[other] { $count } piden una mirada
}
draft-changes = Cambios respecto a { $against }
draft-was-is = { $was } → { $is }
draft-sign = Leerlo y firmar
draft-compare = Uno junto a otro
draft-file = Sacarlo como archivo
draft-discard = Descartar el borrador
draft-discard-says = Sus cambios se pierden. Lo que está en vigor sigue en vigor.
draft-discard-do = Descartarlo
draft-back = Volver al borrador de la versión { $number }
draft-shipped = Original: { $value }
draft-unreadable = Esto no se entiende. Por favor, escríbalo así: { $like }
draft-reason = Por qué
draft-reason-hint = Hace falta cuando cambia una cifra. Desde entonces queda a su lado.
draft-keep = Guardar en el borrador
draft-next = Siguiente: { $group }
