"""The vocabulary as data (YAML)."""
