"""How far a transfer has come: the route that applies, the state of each step, whose turn it is, and until when."""
