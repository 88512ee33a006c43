## Las páginas de cada persona
