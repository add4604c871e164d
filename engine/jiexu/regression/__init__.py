"""Examples and accepted cases: what the law answered, held against what it answers."""
