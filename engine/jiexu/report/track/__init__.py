"""A case on its route, as people and calendars read it."""
