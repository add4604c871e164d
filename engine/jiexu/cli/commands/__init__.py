"""One file a command; its name is the file's."""
