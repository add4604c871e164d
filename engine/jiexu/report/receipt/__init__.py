"""What became of a receipt that was verified, as a person and as a program read it."""
