"""The warehouse as SQL text: schema, macros, views, checks."""
