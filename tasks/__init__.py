"""The steps with side effects: read, clean, extract, stage, load, publish."""
