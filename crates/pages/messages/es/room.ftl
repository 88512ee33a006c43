## La sala, y una sesión ya sellada
