"""What proofs, coverage, mutants and impacts found, for a terminal, as pages and as JSON."""
