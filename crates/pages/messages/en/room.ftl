## The room, and a session once it is sealed
