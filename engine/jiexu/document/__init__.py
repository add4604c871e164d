"""YAML and JSON text → located nodes; nothing here knows what they mean."""
