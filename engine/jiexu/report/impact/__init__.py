"""What an impact found: on a terminal, as a page an officer attaches, as JSON."""
