"""The text cut up: tokens, sentences, vocabularies matched against them."""
