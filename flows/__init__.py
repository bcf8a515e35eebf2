"""What runs, in order: one screen a flow, no logic."""
