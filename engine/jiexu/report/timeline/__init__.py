"""How the line of time of the law, and of one case, is shown."""
