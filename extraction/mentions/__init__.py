"""Who and what a document names: actors, people, operations, nationalities, nouns."""
