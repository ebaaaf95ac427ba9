"""How people and programs meet it: the command line and, later, the studio."""
