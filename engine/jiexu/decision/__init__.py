"""A case in, a decision out: pure, without a clock."""
