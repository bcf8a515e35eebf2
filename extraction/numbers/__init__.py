"""How many, as ranges, and what a number is a number of."""
