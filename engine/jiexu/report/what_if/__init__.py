"""How the nearest changes of an answer are shown."""
