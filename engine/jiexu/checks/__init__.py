"""What can be wrong with a pack beyond its form: one file a check, named by its code."""
