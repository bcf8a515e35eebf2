"""Documents in, conflict events out: pure functions over text, lexicon and rules."""
