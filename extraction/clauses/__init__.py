"""Who did what to whom in one sentence."""
