"""How a derived decision table is shown."""
