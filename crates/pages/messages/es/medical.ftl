## La parte médica: historia, cribado, protocolo, receta
