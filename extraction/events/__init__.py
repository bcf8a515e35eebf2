"""What happened: rules, realis, and the drafts of a document brought together."""
