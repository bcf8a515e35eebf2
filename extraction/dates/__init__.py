"""When: wordings read against the publication date or a dateline."""
