"""One line of the rule language: a checked tree, its kinds, and the interpreter that is the reference for its meaning."""
