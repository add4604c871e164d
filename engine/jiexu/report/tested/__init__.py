"""What examples and cases have seen of the law, and which of its mutants they notice, for people and for programs."""
