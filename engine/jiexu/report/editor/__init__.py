"""What an editor with a YAML language server is told: the schemas of the files, with the names of the law in them."""
