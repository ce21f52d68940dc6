"""How people and programs write a number, a day and nothing at all."""
