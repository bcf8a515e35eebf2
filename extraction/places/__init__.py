"""Where: names found, looked up in the gazetteer and resolved together."""
