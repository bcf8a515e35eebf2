"""Export: what leaves the warehouse in a file, and what goes with it."""
