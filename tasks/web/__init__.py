"""Fetching: outlets, the links they offer, polite and safe requests, and the archive of every response."""
